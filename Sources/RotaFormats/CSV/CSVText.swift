/// Tables written as CSV text (RFC 4180), with lines that end in LF.
enum CSVText {
    /// The header and the rows. A byte order mark tells spreadsheets that it is UTF-8.
    static func write(_ columns: [String], _ rows: [[String]]) -> String {
        var text = "\u{FEFF}" + columns.joined(separator: ",") + "\n"
        for row in rows { text += row.map { quoted(FormulaGuard.guarded($0)) }.joined(separator: ",") + "\n" }
        return text
    }

    /// In quotes where the text would not be read as it is, here or by a spreadsheet.
    private static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: ",") && byte != UInt8(ascii: ";")
        }
        if isPlain, text.utf8.first != 0x20, text.utf8.last != 0x20 { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted.unicodeScalars.append("\"") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
