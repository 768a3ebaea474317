/// Keeps spreadsheets from taking text in a table for a formula, which could send what else is in the sheet elsewhere.
///
/// A formula begins with one of `= + - @` (or its full-width form), at the beginning of a cell; and, where a spreadsheet
/// takes other separators than the comma, after one of `, ;` or a tab. Spaces may stand before it. Written text gets an
/// apostrophe there, before those that stand there already; read text loses one. So all text comes back as it was, also
/// text that no spreadsheet would mind: `'tis` stays `'tis`, while `-5 %` is written `'-5 %` and `'-5 %` is `''-5 %`.
enum FormulaGuard {
    static func guarded(_ text: String) -> String { change(text) { $0 + 1 } }

    static func unguarded(_ text: String) -> String { change(text) { max(0, $0 - 1) } }

    /// The text with another number of apostrophes before each place where a formula could begin.
    private static func change(_ text: String, _ number: (Int) -> Int) -> String {
        guard text.unicodeScalars.contains(where: isTrigger) else { return text }
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
            result.append(contentsOf: repeatElement("'", count: count))
            result.append(scalar)
            apostrophes = 0
            mayBegin = scalar == "," || scalar == ";" || scalar == "\t" || (mayBegin && isSpace)
        }
        result.append(contentsOf: repeatElement("'", count: apostrophes))
        return String(result)
    }

    private static func isTrigger(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
        default: false
        }
    }
}
