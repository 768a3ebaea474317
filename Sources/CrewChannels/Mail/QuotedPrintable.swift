/// The transfer encoding by which any text goes through every mail server (RFC 2045, 6.7).
enum QuotedPrintable {
    /// In bytes, with the `=` at the end of a line that goes on.
    private static let lineLength = 76
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Text with lines that end in LF, CR or both; each end becomes CRLF.
    static func encode(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        for (number, line) in text.utf8.normalisedLines.enumerated() {
            if number > 0 { result += "\r\n".utf8 }
            var column = 0
            for (offset, byte) in line.enumerated() {
                let isLast = offset == line.count - 1
                let isBlank = byte == 0x20 || byte == 0x09
                // White space at the end of a line may get lost on the way.
                let isPlain = isBlank ? !isLast : (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
                let length = isPlain ? 1 : 3
                if column + length > (isLast ? lineLength : lineLength - 1) {
                    result += "=\r\n".utf8
                    column = 0
                }
                if isPlain {
                    result.append(byte)
                } else {
                    result += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
                }
                column += length
            }
        }
        return result
    }

    /// What others have encoded, as far as it is: what cannot be decoded stays as it is (RFC 2045, 6.7, note 2).
    static func decode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        let all = Array(bytes)
        var result: [UInt8] = []
        var index = 0
        while index < all.count {
            let byte = all[index]
            index += 1
            guard byte == UInt8(ascii: "=") else {
                result.append(byte)
                continue
            }
            // White space that was put after the `=` of a line that goes on.
            var end = index
            while end < all.count, all[end] == 0x20 || all[end] == 0x09 { end += 1 }
            if end < all.count, all[end] == 0x0A {
                index = end + 1
            } else if end + 1 < all.count, all[end] == 0x0D, all[end + 1] == 0x0A {
                index = end + 2
            } else if index + 1 < all.count, let high = value(all[index]), let low = value(all[index + 1]) {
                result.append(high << 4 | low)
                index += 2
            } else {
                result.append(byte)
            }
        }
        return result
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x37
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }
}

extension String.UTF8View {
    /// Without what ends them: CRLF, CR or LF.
    var normalisedLines: [[UInt8]] {
        var lines: [[UInt8]] = [[]]
        var wasReturn = false
        for byte in self {
            if byte == 0x0A && wasReturn {
                wasReturn = false
                continue
            }
            wasReturn = byte == 0x0D
            if byte == 0x0A || byte == 0x0D {
                lines.append([])
            } else {
                lines[lines.count - 1].append(byte)
            }
        }
        return lines
    }
}
