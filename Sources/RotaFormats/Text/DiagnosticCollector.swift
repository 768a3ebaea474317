import RotaModel

/// Gathers what is wrong with one file: everything, up to a number past which more would help nobody.
struct DiagnosticCollector {
    /// Diagnostics kept of one file; the rest is only counted.
    static let limit = 200

    let file: String?
    private var kept: [Diagnostic] = []
    private var dropped = 0

    init(file: String?) {
        self.file = file
    }

    /// Whether nothing that makes the file unusable was reported.
    private(set) var isClean = true

    /// Whether further diagnostics would be dropped, so that a reader may stop looking for them.
    var isFull: Bool { kept.count >= Self.limit }

    mutating func report(
        _ message: String, at place: Diagnostic.Place, severity: Diagnostic.Severity = .error
    ) {
        report(Diagnostic(severity, file: file, place: place, message: message))
    }

    mutating func report(_ diagnostic: Diagnostic) {
        if diagnostic.severity == .error { isClean = false }
        guard !isFull else {
            dropped += 1
            return
        }
        kept.append(diagnostic)
    }

    /// What was reported, in order, and a note of how many more there were.
    var diagnostics: [Diagnostic] {
        guard dropped > 0 else { return kept }
        let note = "\(dropped) more were found; only the first \(Self.limit) are listed."
        return kept + [Diagnostic(isClean ? .warning : .error, file: file, place: .whole, message: note)]
    }
}
