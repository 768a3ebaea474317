/// A cookie that the server sets.
package struct Cookie: Sendable {
    /// How the browser reaches the server. Over plain HTTP to another machine nobody signs in.
    package enum Transport: Sendable {
        /// HTTPS, here or at the proxy before it: the `__Host-` prefix, `Secure`.
        case tls
        /// Plain HTTP to this machine itself: neither, since not every browser takes a `Secure` cookie from there.
        case loopback
    }

    package enum Name: String, Sendable, CaseIterable {
        case session, device, provider

        /// With `__Host-` a browser takes the cookie only over HTTPS, from the host itself and for all its paths, so that
        /// no neighbouring subdomain can plant one (RFC 6265bis, 4.1.3.2).
        package func text(over transport: Transport) -> String {
            transport == .tls ? "__Host-watchbill-\(rawValue)" : "watchbill-\(rawValue)"
        }

        /// `Lax` where somebody who follows a link from elsewhere must arrive signed in, or comes back from a provider.
        fileprivate var sameSite: String { self == .device ? "Strict" : "Lax" }
    }

    package let name: Name
    package let value: Secret
    /// Nil: until the browser is closed. Zero takes the cookie away.
    package let lifetime: Duration?

    /// - Parameter value: of base64url's letters and `.` only.
    package init(_ name: Name, _ value: Secret, lifetime: Duration?) {
        precondition(
            value.reveal().allSatisfy { Base64.url.isLetter($0) || $0 == UInt8(ascii: ".") },
            "what needs quoting in a cookie was put into one")
        self.name = name
        self.value = value
        self.lifetime = lifetime
    }

    package static func removing(_ name: Name) -> Cookie { Cookie(name, Secret([]), lifetime: .zero) }

    /// The value of a `Set-Cookie` header.
    package func header(over transport: Transport) -> String {
        var parts = ["\(name.text(over: transport))=\(value.revealedText())", "Path=/", "HttpOnly"]
        if transport == .tls { parts.append("Secure") }
        parts.append("SameSite=\(name.sameSite)")
        if let lifetime { parts.append("Max-Age=\(lifetime.components.seconds)") }
        return parts.joined(separator: "; ")
    }
}
