/// Gathers what is wrong with one file: everything, up to a number past which more would help nobody.
package struct DiagnosticCollector {
    /// Diagnostics kept of one file.
    package static let limit = 200

    package let file: String?
    private var kept: [Diagnostic] = []

    package init(file: String?) {
        self.file = file
    }

    /// Whether nothing that makes the file unusable was reported.
    package private(set) var isClean = true

    /// Whether further diagnostics would be dropped, so that a reader may stop looking for them.
    package var isFull: Bool { kept.count >= Self.limit }

    package mutating func report(
        _ message: String, at place: Diagnostic.Place, severity: Diagnostic.Severity = .error
    ) {
        report(Diagnostic(severity, file: file, place: place, message: message))
    }

    package mutating func report(_ diagnostic: Diagnostic) {
        if diagnostic.severity == .error { isClean = false }
        if !isFull { kept.append(diagnostic) }
    }

    /// What was reported, in the order of its places in the file, what concerns the whole file first; if that is all
    /// there is room for, with a note that there may be more.
    package var diagnostics: [Diagnostic] {
        let ordered = kept.enumerated().sorted { left, right in
            (Self.position(left.element), left.offset) < (Self.position(right.element), right.offset)
        }
        guard isFull else { return ordered.map(\.element) }
        let note = "Only the first \(Self.limit) faults found are listed; there may be more."
        return ordered.map(\.element)
            + [Diagnostic(isClean ? .warning : .error, file: file, place: .whole, message: note)]
    }

    /// Line and column in one number; 0 where there is none. Both are below 2^31.
    private static func position(_ diagnostic: Diagnostic) -> Int {
        switch diagnostic.place {
        case .line(let line, let column): line << 31 | column
        case .pointer(_, let line, let column): (line ?? 0) << 31 | (column ?? 0)
        case .whole: 0
        }
    }
}
