internal import CrewRecords
internal import Hummingbird

/// By what an answer is known (RFC 9110, 8.8.3): strong, and made of the very bytes that are shown. So it tells nothing
/// that they do not tell.
struct EntityTag: Hashable, Sendable {
    /// With its quotes.
    let text: String

    init(of bytes: ByteBuffer) {
        text = "\"\(Fingerprint(of: [Array(bytes.readableBytesView)]))\""
    }

    /// Whether a list of tags, as `If-Match` or `If-None-Match` have it, names it, or anything.
    ///
    /// - Parameter isWeak: whether tags that say that they are weak count.
    func isNamed(in list: String, isWeak: Bool) -> Bool {
        list.split(separator: ",").contains { part in
            var name = part.drop { $0 == " " || $0 == "\t" }
            while name.last == " " || name.last == "\t" { name.removeLast() }
            if name == "*" { return true }
            if isWeak, name.hasPrefix("W/") { name = name.dropFirst(2) }
            return name == text
        }
    }
}
