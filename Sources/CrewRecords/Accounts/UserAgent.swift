/// What a browser says of itself, shortened: enough for its owner to tell sessions apart, and safe to print.
package struct UserAgent: Hashable, Sendable {
    /// In characters of ASCII.
    package static let longest = 160

    package let text: String

    /// Of a header's value, which may be missing or anything: what is not printable ASCII is left out.
    package init(_ header: String?) {
        let printable = (header ?? "").utf8.lazy.filter { (0x20...0x7E).contains($0) }
        text = String(decoding: Array(printable.prefix(Self.longest)), as: UTF8.self)
    }
}
