/// Watchbill's own documents, told apart by what their key `watchbill` says.
enum DocumentKind: String, CaseIterable {
    case crew = "crew/1"
    case rota = "rota/1"
    case directory = "directory/1"
    case setup = "setup/1"

    /// `a crew`.
    var name: String {
        switch self {
        case .crew: "a crew"
        case .rota: "a rota"
        case .directory: "a directory"
        case .setup: "a set-up"
        }
    }
}

extension DocumentReader {
    /// Whether the document says that it is one of that kind and version, or does not say; that it says another is
    /// reported.
    mutating func isDocument(_ root: JSONValue, of kind: DocumentKind) -> Bool {
        guard let value = root.members.first(where: { $0.key.text == "watchbill" })?.value else { return true }
        if value.text == kind.rawValue { return true }
        let other = value.text.flatMap { DocumentKind(rawValue: $0) }
        let hint = other.map { " This is the document of \($0.name), not of \(kind.name)." } ?? ""
        report("\(value.shown) stands where \"\(kind.rawValue)\" is expected.\(hint)", at: value)
        return false
    }
}
