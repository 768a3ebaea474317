/// Amounts as people write them: `12`, `12.5`, to thousandths.
package enum Amount {
    /// In thousandths; nil if it is none that a supply may have.
    package static func thousandths(_ text: some StringProtocol) -> Int? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, (1...7).contains(whole.count), whole.utf8.allSatisfy(isDigit) else { return nil }
        var thousandths = (Int(whole) ?? 0) * 1000
        if parts.count == 2 {
            let part = parts[1]
            guard (1...3).contains(part.count), part.utf8.allSatisfy(isDigit) else { return nil }
            thousandths += Int(part + String(repeating: "0", count: 3 - part.count)) ?? 0
        }
        return thousandths <= Supply.most ? thousandths : nil
    }

    package static func text(_ thousandths: Int) -> String {
        let (whole, rest) = thousandths.quotientAndRemainder(dividingBy: 1000)
        guard rest != 0 else { return "\(whole)" }
        var digits = String(1000 + rest).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(whole).\(digits)"
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
