/// Any number of texts for one placeholder (`SQLDialect.isListed`): no statement takes thousands of placeholders.
struct SQLList {
    private let texts: [String]

    init(_ texts: some Sequence<String>) {
        self.texts = Array(texts)
    }

    /// As JSON's array, or PostgreSQL's.
    func value(in dialect: SQLDialect) -> SQLValue {
        let quoted = texts.map(Self.quoted)
        return switch dialect {
        case .sqlite: .text("[\(quoted.joined(separator: ","))]")
        case .postgres: .text("{\(quoted.joined(separator: ","))}")
        }
    }

    /// Both escape quotes and backslashes alike; other control characters than these no identifier has, and JSON wants
    /// them escaped.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
