package import CrewRecords
internal import Foundation

/// The server that our mail is handed to, and how.
package struct MailServer: Hashable, Sendable {
    /// How the way there is protected.
    package enum Protection: String, Sendable, CaseIterable {
        /// A connection that must become an encrypted one before anything is said (RFC 3207).
        case startTLS = "starttls"
        /// An encrypted connection from the start (RFC 8314, 3.3).
        case tls
        /// None: everybody between reads along, passwords too.
        case none
    }

    package let host: String
    package let port: Int
    package let protection: Protection
    package let user: String?
    package let password: Secret?
    /// Whom mail is from.
    package let sender: Mailbox
    /// The path of a file with the certificates that the server's must go back to; nil for those of the machine.
    package let authorities: String?
    /// For all of one message.
    package let patience: Duration

    /// - Parameters:
    ///   - address: `smtp://host` or `smtps://host`, with a port where it is not 587 or 465.
    ///   - protection: nil for what goes with the address: TLS for `smtps`, STARTTLS for `smtp`.
    ///   - isPlainAllowed: whether `protection` may be `.none` for another machine, too.
    ///   - user: goes with `password`.
    ///   - patience: 1 second to 10 minutes.
    /// - Throws: `ChannelError`, `mailServerUnusable`.
    package init(
        address: String, protection: Protection? = nil, isPlainAllowed: Bool = false, user: String? = nil,
        password: Secret? = nil, sender: Mailbox, authorities: String? = nil, patience: Duration = .seconds(60)
    ) throws(ChannelError) {
        guard address.utf8.count <= 512, address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let parts = URLComponents(string: address), let scheme = parts.scheme?.lowercased(),
            ["smtp", "smtps"].contains(scheme), let host = parts.host?.lowercased(),
            let bare = Self.bareHost(host), parts.port.map((1...65_535).contains) ?? true,
            ["", "/"].contains(parts.path), parts.query == nil, parts.fragment == nil
        else {
            throw Self.unusable("address is none of a mail server. Give one such as smtp://mail.example.org:587.")
        }
        guard parts.user == nil, parts.password == nil else {
            throw Self.unusable("address (\(host)) holds a user or a password. Give these by themselves.")
        }
        let chosen = protection ?? (scheme == "smtps" ? .tls : .startTLS)
        guard (scheme == "smtps") == (chosen == .tls) else {
            throw Self.unusable(
                "address (\(scheme)://\(host)) does not go with the protection \(chosen.rawValue). Give smtps:// with "
                    + "tls, and smtp:// with starttls or none.")
        }
        let isLoopback = ["localhost", "127.0.0.1", "::1"].contains(bare)
        guard chosen != .none || isLoopback || isPlainAllowed else {
            throw Self.unusable(
                "address (\(host)) is of another machine, and the way there is not protected. Give starttls or tls as "
                    + "its protection, or allow plain text.")
        }
        guard (user == nil) == (password == nil) else {
            throw Self.unusable("user and password go together. Give both, or none.")
        }
        guard user.map({ (1...256).contains($0.utf8.count) && !$0.utf8.contains(0) }) ?? true,
            password.map({ (1...1024).contains($0.count) && !$0.reveal().contains(0) }) ?? true
        else { throw Self.unusable("user or password is empty, too long or has a zero byte in it. Give another.") }
        guard authorities.map({ !$0.isEmpty && !$0.utf8.contains(0) }) ?? true else {
            throw Self.unusable("file of authorities has no name. Give its path, or none.")
        }
        guard (.seconds(1) ... .seconds(600)).contains(patience) else {
            throw Self.unusable("patience is \(patience). Give 1 second to 10 minutes.")
        }
        self.host = bare
        self.port = parts.port ?? (chosen == .tls ? 465 : chosen == .startTLS ? 587 : 25)
        self.protection = chosen
        self.user = user
        self.password = password
        self.sender = sender
        self.authorities = authorities
        self.patience = patience
    }

    /// As the library takes it; the path is the name by which we greet the server (RFC 5321, 4.1.1.1).
    var url: String {
        let shown = host.contains(":") ? "[\(host)]" : host
        return "\(protection == .tls ? "smtps" : "smtp")://\(shown):\(port)/\(sender.address.domain)"
    }

    /// Without brackets; nil for what is neither a name nor an address.
    private static func bareHost(_ host: String) -> String? {
        let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        return MailDomain.isDomain(bare) || NetworkAddress(bare) != nil ? bare : nil
    }

    private static func unusable(_ reason: String) -> ChannelError {
        ChannelError(.mailServerUnusable, "The mail server's \(reason)")
    }
}
