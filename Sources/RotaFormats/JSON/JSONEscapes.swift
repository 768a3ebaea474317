/// The escapes in JSON strings.
enum JSONEscapes {
    /// What is wrong with an escape.
    struct Fault {
        /// Where the backslash stands.
        let offset: Int
        let message: String
    }

    /// The text between the quotes, escapes resolved; faulty ones are U+FFFD.
    static func decode(_ content: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(content.count)
        scan(content) { piece in
            switch piece {
            case .plain(let bytes): text += bytes
            case .scalar(let scalar): text += Array(String(scalar).utf8)
            case .fault: text += Array("\u{FFFD}".utf8)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// What is wrong with the escapes between the quotes.
    static func faults(in content: ArraySlice<UInt8>) -> [Fault] {
        var faults: [Fault] = []
        scan(content) { piece in
            if case .fault(let fault) = piece { faults.append(fault) }
        }
        return faults
    }

    private enum Piece {
        case plain(ArraySlice<UInt8>)
        case scalar(Unicode.Scalar)
        case fault(Fault)
    }

    private static func scan(_ content: ArraySlice<UInt8>, _ take: (Piece) -> Void) {
        var index = content.startIndex
        while index < content.endIndex {
            guard content[index] == UInt8(ascii: "\\") else {
                let end = content[index...].firstIndex(of: UInt8(ascii: "\\")) ?? content.endIndex
                take(.plain(content[index..<end]))
                index = end
                continue
            }
            let (piece, length) = escape(content[index...])
            take(piece)
            index += length
        }
    }

    /// The escape that `content` begins with, and its length in bytes.
    private static func escape(_ content: ArraySlice<UInt8>) -> (Piece, Int) {
        func fault(_ message: String, _ length: Int) -> (Piece, Int) {
            (.fault(Fault(offset: content.startIndex, message: message)), min(length, content.count))
        }
        guard let letter = content.dropFirst().first else { return fault("A \\ stands alone at the end.", 1) }
        if let scalar = simple(letter) { return (.scalar(scalar), 2) }
        guard letter == UInt8(ascii: "u") else {
            let length = letter < 0x80 ? 2 : 1
            return fault("There is no such escape; \\n, \\t, \\\", \\\\ and \\uXXXX are some that there are.", length)
        }
        guard let first = unit(content.dropFirst(2)) else {
            return fault("Four hexadecimal digits are expected after \\u.", 2)
        }
        if let scalar = Unicode.Scalar(first) { return (.scalar(scalar), 6) }
        // Half of a character beyond U+FFFF: the other half must follow.
        let rest = content.dropFirst(6)
        if first < 0xDC00, rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]),
            let second = unit(rest.dropFirst(2)), (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (UInt32(first - 0xD800) << 10) + UInt32(second - 0xDC00))
        {
            return (.scalar(scalar), 12)
        }
        return fault("Half of a surrogate pair stands alone.", 6)
    }

    private static func simple(_ letter: UInt8) -> Unicode.Scalar? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): Unicode.Scalar(letter)
        case UInt8(ascii: "b"): "\u{8}"
        case UInt8(ascii: "f"): "\u{C}"
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "r"): "\r"
        case UInt8(ascii: "t"): "\t"
        default: nil
        }
    }

    /// Four hexadecimal digits.
    private static func unit(_ content: ArraySlice<UInt8>) -> UInt16? {
        let digits = content.prefix(4)
        guard digits.count == 4 else { return nil }
        var value: UInt16 = 0
        for digit in digits {
            guard let number = Character(Unicode.Scalar(digit)).hexDigitValue, digit < 0x80 else { return nil }
            value = value << 4 | UInt16(number)
        }
        return value
    }
}
