/// Keeps spreadsheets from taking text in a table for a formula, which could send what else is in the sheet elsewhere.
///
/// A formula begins with one of `= + - @` (or its full-width form), at the beginning of a cell; and, where a spreadsheet
/// takes other separators than the comma, after one of `, ;` or a tab. Spaces may stand before it. Written text gets an
/// apostrophe there, before those that stand there already; read text loses one. So all text comes back as it was, also
/// text that no spreadsheet would mind: `'tis` stays `'tis`, while `-5 %` is written `'-5 %` and `'-5 %` is `''-5 %`.
enum FormulaGuard {
    static func guarded(_ text: String) -> String {
        // Most text, and every date, is plain at a glance.
        let first = text.utf8.first ?? UInt8(ascii: "a")
        let beginsPlain = (0x30...0x39).contains(first) || (0x61...0x7A).contains(first | 0x20)
        if beginsPlain, !text.utf8.contains(where: { $0 == 0x2C || $0 == 0x3B || $0 == 0x09 }) { return text }
        return change(text) { $0 + 1 }
    }

    static func unguarded(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "'")) ? change(text) { max(0, $0 - 1) } : text
    }

    /// The text with another number of apostrophes before each place where a formula could begin.
    private static func change(_ text: String, _ number: (Int) -> Int) -> String {
        var result = String.UnicodeScalarView()
        var mayBegin = true
        var apostrophes = 0
        for scalar in text.unicodeScalars {
            if mayBegin, scalar == "'" {
                apostrophes += 1
                continue
            }
            let count = mayBegin && isTrigger(scalar) ? number(apostrophes) : apostrophes
            let isSpace = scalar == " " && apostrophes == 0
            for _ in 0..<count { result.append("'") }
            result.append(scalar)
            apostrophes = 0
            mayBegin = scalar == "," || scalar == ";" || scalar == "\t" || (mayBegin && isSpace)
        }
        for _ in 0..<apostrophes { result.append("'") }
        return String(result)
    }

    private static func isTrigger(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
        default: false
        }
    }
}
