/// What a request says it can read (RFC 9110, 12.5.1).
struct AcceptHeader: Sendable {
    private let ranges: [(type: Substring, isWanted: Bool)]

    init(_ text: String) {
        ranges = text.split(separator: ",").map { part in
            let words = part.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
            let quality = words.dropFirst().first { $0.hasPrefix("q=") }?.dropFirst(2)
            return (type: (words.first ?? "")[...], isWanted: quality.map { Double($0) != 0 } ?? true)
        }
    }

    /// Whether the type may be sent. The closest range decides: the type itself, its family, everything.
    func takes(_ type: String) -> Bool {
        if ranges.isEmpty { return true }
        let family = type.prefix { $0 != "/" } + "/*"
        for name in [type[...], family, "*/*"] {
            let named = ranges.filter { $0.type == name }
            if !named.isEmpty { return named.contains { $0.isWanted } }
        }
        return false
    }
}
