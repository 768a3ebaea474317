internal import Foundation

/// A message, or a part of one: its header's fields and its body (RFC 2045, 2.4), as somebody unknown has sent them.
/// What breaks the rules is passed over, not guessed at.
struct MIMEEntity {
    /// In bytes, of one field unfolded. What is longer is cut.
    static let longestField = 16_384
    static let mostFields = 500
    static let mostParts = 64

    /// Names in lower case.
    private(set) var fields: [(name: String, value: String)] = []
    private(set) var body: ArraySlice<UInt8>

    /// - Parameter bytes: the header, an empty line, the body; lines end in LF, with or without CR.
    init(_ bytes: ArraySlice<UInt8>) {
        var rest = Lines(bytes)
        fields = Self.fields(&rest)
        body = rest.remaining
    }

    /// The value of the first field of that name; nil if there is none.
    func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// Reads fields up to an empty line, which is taken, too, or the end.
    static func fields(_ lines: inout Lines) -> [(name: String, value: String)] {
        var fields: [(name: String, value: [UInt8])] = []
        while let line = lines.next(), !line.isEmpty {
            if line.first == 0x20 || line.first == 0x09 {
                // It goes on with the field before it (RFC 5322, 2.2.3).
                guard !fields.isEmpty else { continue }
                let room = longestField - fields[fields.count - 1].value.count
                fields[fields.count - 1].value += line.prefix(max(0, room))
            } else if fields.count < mostFields, let colon = line.firstIndex(of: UInt8(ascii: ":")),
                colon > line.startIndex
            {
                let name = String(decoding: line[..<colon], as: UTF8.self).trimmingCharacters(in: .whitespaces)
                fields.append((name.lowercased(), Array(line[(colon + 1)...].prefix(longestField))))
            }
        }
        return fields.map {
            ($0.name, String(decoding: $0.value, as: UTF8.self).trimmingCharacters(in: .whitespaces))
        }
    }

    /// What `Content-Type` says; text where it says nothing (RFC 2045, 5.2).
    var contentType: ContentType { value("content-type").flatMap { ContentType($0) } ?? ContentType.text }

    /// The body without its transfer encoding; as it is where that is unknown.
    var decodedBody: [UInt8] {
        switch value("content-transfer-encoding")?.lowercased() {
        case "base64": Data(base64Encoded: Data(body), options: .ignoreUnknownCharacters).map { Array($0) } ?? []
        case "quoted-printable": QuotedPrintable.decode(body)
        default: Array(body)
        }
    }

    /// The parts of a body of several (RFC 2046, 5.1.1), at most `mostParts` of them. None where there is no boundary.
    var parts: [MIMEEntity] {
        guard let boundary = contentType.parameters["boundary"], (1...70).contains(boundary.utf8.count) else {
            return []
        }
        let delimiter = Array("--\(boundary)".utf8)
        var parts: [MIMEEntity] = []
        var lines = Lines(body)
        /// Where the part begins that is being read; nil before the first one.
        var start: Int?
        while parts.count < Self.mostParts {
            let lineStart = lines.position
            guard let line = lines.next() else { break }
            guard line.starts(with: delimiter) else { continue }
            let ending = line.dropFirst(delimiter.count)
            let isLast = ending.starts(with: "--".utf8)
            guard ending.dropFirst(isLast ? 2 : 0).allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { continue }
            // The end of the line before a delimiter belongs to it, and stays here: nothing that is read depends on it.
            if let start { parts.append(MIMEEntity(body[start..<lineStart])) }
            start = isLast ? nil : lines.position
            if isLast { break }
        }
        // A message that was cut off ends without its last delimiter.
        if let start, parts.count < Self.mostParts { parts.append(MIMEEntity(body[start...])) }
        return parts
    }

    /// Takes lines off some bytes, without what ends them.
    struct Lines {
        private let bytes: ArraySlice<UInt8>
        /// Where the next line begins.
        private(set) var position: Int

        init(_ bytes: ArraySlice<UInt8>) {
            self.bytes = bytes
            position = bytes.startIndex
        }

        var remaining: ArraySlice<UInt8> { bytes[position...] }

        mutating func next() -> ArraySlice<UInt8>? {
            guard position < bytes.endIndex else { return nil }
            let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.endIndex
            let line = bytes[position..<end]
            position = min(end + 1, bytes.endIndex)
            return line.last == 0x0D ? line.dropLast() : line
        }
    }

    /// A kind of content and its parameters (RFC 2045, 5.1), in lower case but for the values.
    struct ContentType {
        static let text = ContentType(type: "text/plain", parameters: [:])

        let type: String
        let parameters: [String: String]

        private init(type: String, parameters: [String: String]) {
            self.type = type
            self.parameters = parameters
        }

        /// Nil where there is no type. Comments are not understood.
        init?(_ value: String) {
            var rest = Array(value.utf8)[...]
            func isToken(_ byte: UInt8) -> Bool {
                (0x21...0x7E).contains(byte) && !"()<>@,;:\\\"[]?=".utf8.contains(byte)
            }
            func token() -> String {
                rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
                let found = rest.prefix(while: isToken)
                rest = rest.dropFirst(found.count).drop { $0 == 0x20 || $0 == 0x09 }
                return String(decoding: found, as: UTF8.self)
            }
            func taken(_ letter: Unicode.Scalar) -> Bool {
                guard rest.first == UInt8(ascii: letter) else { return false }
                rest.removeFirst()
                return true
            }
            func quoted() -> String {
                var found: [UInt8] = []
                while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
                    if byte == UInt8(ascii: "\\"), let next = rest.popFirst() {
                        found.append(next)
                    } else {
                        found.append(byte)
                    }
                }
                return String(decoding: found, as: UTF8.self)
            }
            let type = token().lowercased()
            guard type.split(separator: "/", omittingEmptySubsequences: false).count == 2 else { return nil }
            var parameters: [String: String] = [:]
            while let semicolon = rest.firstIndex(of: UInt8(ascii: ";")), parameters.count < 20 {
                rest = rest[(semicolon + 1)...]
                let name = token().lowercased()
                guard !name.isEmpty, taken("=") else { continue }
                rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
                let value = taken("\"") ? quoted() : token()
                if parameters[name] == nil { parameters[name] = value }
            }
            self.init(type: type, parameters: parameters)
        }
    }
}
