/// A body of `multipart/form-data` (RFC 7578), read strictly: what browsers send, and nothing that two readers could take
/// for two different things.
package struct Multipart: Hashable, Sendable {
    package struct Part: Hashable, Sendable {
        package let name: String
        /// Nil of a field that is no file.
        package let fileName: String?
        /// As it was declared.
        package let type: String?
        package let bytes: [UInt8]
    }

    /// In their order.
    package let parts: [Part]

    package static let mostParts = 40
    /// Of one part, in bytes.
    package static let longestHead = 4 << 10

    /// What is wrong; one answer is enough, since browsers send no such thing.
    package struct Fault: Error, Hashable, Sendable {}

    /// The boundary that a media type tells; nil unless it is `multipart/form-data` with one of 1 to 70 plain characters.
    package static func boundary(of type: String) -> String? {
        let pieces = type.split(separator: ";", omittingEmptySubsequences: false)
        guard pieces.count == 2, pieces[0].trimmed.lowercased() == "multipart/form-data" else { return nil }
        let parameter = pieces[1].trimmed
        guard parameter.lowercased().hasPrefix("boundary=") else { return nil }
        var value = parameter.dropFirst("boundary=".count)
        if value.count >= 2, value.first == "\"", value.last == "\"" { value = value.dropFirst().dropLast() }
        // RFC 2046, 5.1.1, without the space.
        let isPlain = value.utf8.allSatisfy { byte in
            let character = Character(Unicode.Scalar(byte))
            return byte < 0x80 && (character.isLetter || character.isNumber || "'()+_,-./:=?".contains(character))
        }
        return isPlain && (1...70).contains(value.utf8.count) ? String(value) : nil
    }

    /// - Throws: `Fault`.
    package init(_ body: [UInt8], boundary: String) throws(Fault) {
        var reader = MultipartReader(body, boundary: boundary)
        parts = try reader.parts()
    }
}

private struct MultipartReader {
    private let body: [UInt8]
    /// What stands before each part but the first, and after the last.
    private let delimiter: [UInt8]
    private var place = 0

    init(_ body: [UInt8], boundary: String) {
        self.body = body
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    mutating func parts() throws(Multipart.Fault) -> [Multipart.Part] {
        // Nothing may stand before the first part.
        try take(delimiter.dropFirst(2))
        var parts: [Multipart.Part] = []
        while true {
            if isNext([0x2D, 0x2D]) {
                place += 2
                if isNext([0x0D, 0x0A]) { place += 2 }
                guard place == body.count else { throw Multipart.Fault() }
                return parts
            }
            try take([0x0D, 0x0A])
            guard parts.count < Multipart.mostParts else { throw Multipart.Fault() }
            parts.append(try part())
        }
    }

    private mutating func part() throws(Multipart.Fault) -> Multipart.Part {
        var fields: [String: String] = [:]
        let start = place
        while let line = try line(from: start), !line.isEmpty {
            guard let colon = line.firstIndex(of: ":") else { throw Multipart.Fault() }
            let name = line[..<colon].lowercased()
            guard fields.updateValue(line[line.index(after: colon)...].trimmed, forKey: name) == nil else {
                throw Multipart.Fault()
            }
        }
        guard let disposition = fields["content-disposition"], fields["content-transfer-encoding"] == nil else {
            throw Multipart.Fault()
        }
        let (name, fileName) = try Self.names(in: disposition)
        let end = try endOfContent()
        let bytes = Array(body[place..<end])
        place = end + delimiter.count
        return Multipart.Part(name: name, fileName: fileName, type: fields["content-type"], bytes: bytes)
    }

    /// The next line of a part's head, without its end.
    private mutating func line(from start: Int) throws(Multipart.Fault) -> String? {
        let limit = min(body.count, start + Multipart.longestHead)
        var end = place
        while end < limit, body[end] != 0x0D, body[end] != 0x0A { end += 1 }
        guard end + 1 < limit, body[end] == 0x0D, body[end + 1] == 0x0A,
            let line = String(validating: body[place..<end], as: UTF8.self)
        else { throw Multipart.Fault() }
        place = end + 2
        return line
    }

    /// `form-data; name="…"; filename="…"`, as browsers write it: quotes and line breaks within are `%22`, `%0D`, `%0A`.
    private static func names(in disposition: String) throws(Multipart.Fault) -> (name: String, fileName: String?) {
        var rest = disposition[...]
        guard rest.hasPrefix("form-data") else { throw Multipart.Fault() }
        rest = rest.dropFirst("form-data".count)
        var values: [String: String] = [:]
        while !rest.isEmpty {
            guard rest.first == ";" else { throw Multipart.Fault() }
            rest = rest.dropFirst().drop { $0 == " " }
            guard let equals = rest.firstIndex(of: "=") else { throw Multipart.Fault() }
            let key = String(rest[..<equals])
            rest = rest[rest.index(after: equals)...]
            guard rest.first == "\"" else { throw Multipart.Fault() }
            rest = rest.dropFirst()
            guard let end = rest.firstIndex(of: "\"") else { throw Multipart.Fault() }
            let value = rest[..<end].replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing(
                "%0A", with: "\n")
            guard ["name", "filename"].contains(key), values.updateValue(String(value), forKey: key) == nil else {
                throw Multipart.Fault()
            }
            rest = rest[rest.index(after: end)...]
        }
        guard let name = values["name"], !name.isEmpty else { throw Multipart.Fault() }
        return (name, values["filename"])
    }

    /// Where the delimiter after the content begins.
    private func endOfContent() throws(Multipart.Fault) -> Int {
        // An empty content may follow its head at once: the head's own end is then no part of the delimiter.
        var end = place
        while end + delimiter.count <= body.count {
            if body[end] == 0x0D, matches(delimiter[...], at: end) { return end }
            end += 1
        }
        throw Multipart.Fault()
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>) throws(Multipart.Fault) {
        guard matches(bytes, at: place) else { throw Multipart.Fault() }
        place += bytes.count
    }

    private func isNext(_ bytes: ArraySlice<UInt8>) -> Bool { matches(bytes, at: place) }

    private func matches(_ bytes: ArraySlice<UInt8>, at start: Int) -> Bool {
        guard start + bytes.count <= body.count else { return false }
        var place = start
        for byte in bytes {
            if body[place] != byte { return false }
            place += 1
        }
        return true
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        let blank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        let start = drop(while: blank)
        guard let end = start.lastIndex(where: { !blank($0) }) else { return "" }
        return String(start[...end])
    }
}
