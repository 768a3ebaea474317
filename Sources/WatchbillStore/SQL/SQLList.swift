/// Any number of texts for one placeholder (`SQLDialect.isListed`): no statement takes thousands of placeholders.
struct SQLList {
    private let texts: [String]

    init(_ texts: some Sequence<String>) {
        self.texts = Array(texts)
    }

    /// As JSON's array, or PostgreSQL's.
    func value(in dialect: SQLDialect) -> SQLValue {
        let quoted = texts.map { Self.quoted($0, in: dialect) }
        return switch dialect {
        case .sqlite: .text("[\(quoted.joined(separator: ","))]")
        case .postgres: .text("{\(quoted.joined(separator: ","))}")
        }
    }

    /// Both escape quotes and backslashes alike; of control characters JSON has only escaped ones. The null character is left
    /// as it is, for the connection to refuse.
    private static func quoted(_ text: String, in dialect: SQLDialect) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if dialect == .sqlite, (1..<0x20).contains(scalar.value) {
                quoted += "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
                continue
            }
            if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
