/// Base64 (RFC 4648) without padding but where it is asked for. Strict: each value has one text, so that no two texts stand for one secret.
package struct Base64: Sendable {
    /// `-` and `_` for the last two: tokens, cookies, JOSE.
    package static let url = Base64(last: "-_")
    /// `+` and `/` for the last two: the PHC string format.
    package static let standard = Base64(last: "+/")

    private let letters: [UInt8]
    /// By letter; 255 for what is none.
    private let values: [UInt8]

    private init(last: String) {
        letters = Array(("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + last).utf8)
        var values = [UInt8](repeating: 255, count: 256)
        for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
        self.values = values
    }

    package func isLetter(_ byte: UInt8) -> Bool { values[Int(byte)] != 255 }

    package func text(_ bytes: some Sequence<UInt8>) -> String {
        var result: [UInt8] = []
        var pending: UInt32 = 0
        var count = 0
        for byte in bytes {
            pending = pending << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                result.append(letters[Int(pending >> count & 63)])
            }
        }
        if count > 0 { result.append(letters[Int(pending << (6 - count) & 63)]) }
        return String(decoding: result, as: UTF8.self)
    }

    /// With `=` to a multiple of four, where others want it.
    package func padded(_ bytes: some Sequence<UInt8>) -> String {
        let text = self.text(bytes)
        return text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    }

    /// Nil for what is not the text of any bytes: another letter, a length that cannot be, bits left over that are not 0.
    package func bytes(_ text: some Sequence<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        var pending: UInt32 = 0
        var count = 0
        for letter in text {
            let value = values[Int(letter)]
            guard value != 255 else { return nil }
            pending = pending << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(pending >> count & 255))
            }
        }
        guard count < 6, pending & ((1 << count) - 1) == 0 else { return nil }
        return result
    }
}
