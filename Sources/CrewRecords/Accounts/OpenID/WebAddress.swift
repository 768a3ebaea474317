internal import Foundation

/// An address of a provider, or one that it sends browsers back to: `https`, or plain `http` on this machine itself.
package struct WebAddress: Hashable, Sendable, CustomStringConvertible {
    package static let longest = 2048

    package let text: String
    /// On this machine itself.
    package let isLoopback: Bool

    /// Nil for anything else, for one with a user, a password or a fragment, and for one longer than 2,048 bytes.
    package init?(_ text: String) {
        guard text.utf8.count <= Self.longest, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty, parts.user == nil,
            parts.password == nil, parts.fragment == nil
        else { return nil }
        isLoopback = ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host)
        guard parts.scheme == "https" || (parts.scheme == "http" && isLoopback) else { return nil }
        self.text = text
    }

    package var description: String { text }

    /// With these fields added to the query.
    func adding(_ fields: [(name: String, value: String)]) -> String {
        text + (text.contains("?") ? "&" : "?") + FormEncoding.text(fields)
    }
}
