internal import CrewRecords
internal import Foundation

/// Where something is sent: `https`, or plain `http` as far as that is allowed. The address may itself be what lets
/// somebody in, so it shows no more of itself than its origin.
package struct OutboundAddress: Hashable, Sendable, CustomStringConvertible {
    /// In bytes.
    package static let longest = 2048

    /// How far plain `http` may go.
    package enum Reach: Sendable {
        /// Nowhere.
        case httpsAlone
        /// To this machine itself.
        case loopbackToo
        /// Anywhere: whoever is between reads along.
        case plainToo
    }

    private let whole: Confidential<String>
    /// Scheme, host and, where it is not the scheme's own, port (RFC 6454, 6.2).
    package let origin: String

    /// - Parameters:
    ///   - code: of the error.
    ///   - what: the error's first words: whose address it is.
    /// - Throws: `ChannelError` for anything but an address, for one with a user, a password or a fragment, for one
    ///   that goes over plain `http` too far, and for one longer than 2,048 bytes.
    package init(
        _ text: String, reach: Reach, code: ChannelError.Code = .addressUnusable, what: String = "The address"
    ) throws(ChannelError) {
        func refusal(_ reason: String) -> ChannelError { ChannelError(code, "\(what) \(reason)") }
        guard text.utf8.count <= Self.longest else {
            throw refusal("has \(text.utf8.count) bytes; at most \(Self.longest) are taken. Give a shorter one.")
        }
        // No white space and nothing beyond ASCII: what is asked is then exactly what stands here.
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), let parts = URLComponents(string: text),
            let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let host = parts.host?.lowercased(), !host.isEmpty, host.utf8.allSatisfy(Self.mayBeInHost),
            parts.port.map((1...65_535).contains) ?? true
        else { throw refusal("is none that can be asked. Give one such as https://example.org/path.") }
        let bracketed = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
        let ownPort = scheme == "https" ? 443 : 80
        let port = parts.port.flatMap { $0 == ownPort ? nil : ":\($0)" } ?? ""
        let origin = "\(scheme)://\(bracketed)\(port)"
        guard parts.user == nil, parts.password == nil else {
            throw refusal("(\(origin)) holds a user or a password. Give it without.")
        }
        guard parts.fragment == nil else { throw refusal("(\(origin)) ends in a fragment. Give it without the #.") }
        let isLoopback = ["localhost", "127.0.0.1", "[::1]"].contains(bracketed)
        guard scheme == "https" || reach == .plainToo || (reach == .loopbackToo && isLoopback) else {
            throw refusal(
                "(\(origin)) is asked over plain http, where everybody between can read along. Give one with https.")
        }
        whole = Confidential(text)
        self.origin = origin
    }

    /// Names and addresses, after percent signs have been resolved: nothing that a JWT's JSON would have to escape.
    private static func mayBeInHost(_ byte: UInt8) -> Bool {
        Base64.url.isLetter(byte) || ".:[]".utf8.contains(byte)
    }

    /// All of it: to be asked, or stored.
    package func revealedText() -> String { whole.reveal() }

    package var description: String { origin }
}
