/// What a browser sends in `Cookie` (RFC 6265, 5.4).
package struct CookieHeader: Sendable {
    /// In bytes.
    package static let longest = 8192
    package static let mostCookies = 60

    private let values: [String: Secret]

    /// Cookies of other programs on the same host come along, and may be anything: what is no pair of a name and a value
    /// is passed over. Of two with one name the first counts.
    ///
    /// - Throws: `AccountError`, `cookiesTooLong`.
    package init(_ header: String) throws(AccountError) {
        let text = header.utf8
        guard text.count <= Self.longest else { throw Self.tooLong }
        let pairs = text.split(separator: UInt8(ascii: ";"))
        guard pairs.count <= Self.mostCookies else { throw Self.tooLong }
        var values: [String: Secret] = [:]
        for pair in pairs {
            guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = Self.trimmed(pair[..<equals])
            var value = Self.trimmed(pair[pair.index(after: equals)...])
            if value.count >= 2, value.first == UInt8(ascii: "\""), value.last == UInt8(ascii: "\"") {
                value = value.dropFirst().dropLast()
            }
            guard !name.isEmpty, name.allSatisfy(Self.isTokenByte), value.allSatisfy(Self.isValueByte) else { continue }
            let key = String(decoding: name, as: UTF8.self)
            if values[key] == nil { values[key] = Secret(Array(value)) }
        }
        self.values = values
    }

    /// Nil if there is none, or an empty one.
    package subscript(_ name: Cookie.Name, over transport: Cookie.Transport) -> Secret? {
        values[name.text(over: transport)].flatMap { $0.count == 0 ? nil : $0 }
    }

    private static let tooLong = AccountError(
        .cookiesTooLong,
        "The browser sent more than \(mostCookies) cookies or \(longest) bytes of them. Maybe delete this site's cookies."
    )

    private static func trimmed(_ bytes: Substring.UTF8View) -> Substring.UTF8View {
        var bytes = bytes
        while let first = bytes.first, first == 0x20 || first == 0x09 { bytes = bytes.dropFirst() }
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes = bytes.dropLast() }
        return bytes
    }

    /// A `token` of RFC 9110, 5.6.2.
    static func isTokenByte(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"\"(),/:;<=>?@[\\]{}".utf8.contains(byte)
    }

    /// A `cookie-octet` of RFC 6265, 4.1.1.
    private static func isValueByte(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"\",;\\".utf8.contains(byte)
    }
}
