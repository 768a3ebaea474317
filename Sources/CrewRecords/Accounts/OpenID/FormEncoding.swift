/// `application/x-www-form-urlencoded`, with every byte escaped that has a meaning anywhere in an address.
enum FormEncoding {
    static func text(_ fields: [(name: String, value: String)]) -> String {
        fields.map { "\(escaped($0.name))=\(escaped($0.value))" }.joined(separator: "&")
    }

    /// All but the unreserved characters of RFC 3986, 2.3.
    static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        for byte in text.utf8 {
            if Base64.url.isLetter(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "~") {
                result.append(byte)
            } else {
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
