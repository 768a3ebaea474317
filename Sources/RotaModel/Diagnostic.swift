/// One thing found in an input: where, what stands there and what was expected.
package struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
    package enum Severity: String, Sendable {
        case error, warning
    }

    /// Where in the input.
    package enum Place: Hashable, Sendable {
        /// 1-based line and column (in bytes).
        case line(Int, column: Int)
        /// An RFC 6901 JSON pointer, with the 1-based line and column where known.
        case pointer(String, line: Int?, column: Int?)
        case whole
    }

    package var severity: Severity
    package var file: String?
    package var place: Place
    /// What is wrong: the name and value found, and why; then the way out.
    package var message: String

    package init(_ severity: Severity = .error, file: String? = nil, place: Place, message: String) {
        self.severity = severity
        self.file = file
        self.place = place
        self.message = message
    }

    /// `crew.json:12:7: /people/3/id: error: …`.
    package var description: String {
        let position: String? =
            switch place {
            case .line(let line, let column): "\(line):\(column)"
            case .pointer(_, let line?, let column?): "\(line):\(column)"
            case .pointer, .whole: nil
            }
        let pointer: String? =
            if case .pointer(let pointer, _, _) = place { pointer.isEmpty ? "/" : pointer } else { nil }
        let head = [file, position].compactMap { $0 }.joined(separator: ":")
        return ([head, pointer ?? ""].filter { !$0.isEmpty } + ["\(severity.rawValue): \(message)"])
            .joined(separator: ": ")
    }
}
