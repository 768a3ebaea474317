/// The header `Forwarded` (RFC 7239, 4), read strictly.
enum ForwardedHeader {
    typealias Pair = (name: String, value: String)

    /// Its elements, each with its pairs, names in lower case. Nil unless all of it is as it should be.
    static func elements(_ text: String) -> [[Pair]]? {
        var reader = Reader(bytes: Array(text.utf8))
        var elements: [[Pair]] = []
        while true {
            var pairs: [Pair] = []
            repeat {
                reader.skipSpace()
                // Between two semicolons there may be nothing.
                guard let name = reader.token() else { continue }
                guard reader.skip("="), let value = reader.value() else { return nil }
                pairs.append((name.lowercased(), value))
                reader.skipSpace()
            } while reader.skip(";")
            elements.append(pairs)
            if reader.isAtEnd { return elements }
            guard reader.skip(",") else { return nil }
        }
    }

    private struct Reader {
        let bytes: [UInt8]
        var place = 0

        var isAtEnd: Bool { place == bytes.count }
        private var next: UInt8? { isAtEnd ? nil : bytes[place] }

        mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
            guard next == UInt8(ascii: scalar) else { return false }
            place += 1
            return true
        }

        mutating func skipSpace() {
            while next == 0x20 || next == 0x09 { place += 1 }
        }

        /// RFC 9110, 5.6.2.
        mutating func token() -> String? {
            let start = place
            while let byte = next, CookieHeader.isTokenByte(byte) { place += 1 }
            return start == place ? nil : String(decoding: bytes[start..<place], as: UTF8.self)
        }

        mutating func value() -> String? { next == UInt8(ascii: "\"") ? quoted() : token() }

        /// RFC 9110, 5.6.4.
        private mutating func quoted() -> String? {
            place += 1
            var value: [UInt8] = []
            while let byte = next {
                place += 1
                switch byte {
                case UInt8(ascii: "\""): return String(validating: value, as: UTF8.self)
                case UInt8(ascii: "\\"):
                    guard let escaped = next else { return nil }
                    place += 1
                    value.append(escaped)
                case 0x09, 0x20...0x7E, 0x80...: value.append(byte)
                default: return nil
                }
            }
            return nil
        }
    }
}
