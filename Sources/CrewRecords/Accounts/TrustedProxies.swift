internal import Foundation

/// The proxies before the server that are believed when they tell whom they ask for: in `X-Forwarded-For` or in
/// `Forwarded` (RFC 7239).
///
/// Anybody can send these headers; a proxy adds what it has seen at the end. So they are read from the end, only where
/// the other end of the connection is a trusted proxy, and only as far as trusted proxies wrote them. Whatever cannot be
/// read, and two headers that tell different things, count for nothing: the request is then the last trusted proxy's own.
package struct TrustedProxies: Sendable {
    /// In bytes, of each header.
    package static let longest = 8192
    /// Proxies that are passed through on the way back to the sender.
    package static let most = 16

    private let addresses: Set<NetworkAddress>

    package init(_ addresses: some Sequence<NetworkAddress> = []) {
        self.addresses = Set(addresses)
    }

    /// - Parameters:
    ///   - peer: the other end of the connection.
    ///   - forwardedFor: the values of `X-Forwarded-For`, in their order.
    ///   - forwarded: those of `Forwarded`.
    package func sender(peer: String?, forwardedFor: [String], forwarded: [String]) -> ClientAddress {
        guard let peer = peer.flatMap({ NetworkAddress($0) }) else { return ClientAddress(network: nil) }
        guard addresses.contains(peer) else { return ClientAddress(network: peer) }
        var told: [NetworkAddress] = []
        if !forwardedFor.isEmpty { told.append(last(of: Self.list(forwardedFor), after: peer)) }
        if !forwarded.isEmpty { told.append(last(of: Self.elements(forwarded), after: peer)) }
        guard let first = told.first, told.allSatisfy({ $0 == first }) else { return ClientAddress(network: peer) }
        return ClientAddress(network: first)
    }

    /// The first from the end that is no trusted proxy; where the list ends or cannot be read, the proxy that told so.
    private func last(of nodes: [NetworkAddress?], after peer: NetworkAddress) -> NetworkAddress {
        var last = peer
        for node in nodes.reversed().prefix(Self.most) {
            guard let node else { return last }
            last = node
            guard addresses.contains(node) else { return node }
        }
        return last
    }

    /// The addresses of `X-Forwarded-For`, nil for each that is none.
    static func list(_ values: [String]) -> [NetworkAddress?] {
        let text = values.joined(separator: ",")
        guard text.utf8.count <= longest else { return [nil] }
        return text.split(separator: ",", omittingEmptySubsequences: false).map {
            node($0.trimmingCharacters(in: .whitespaces)[...])
        }
    }

    /// The addresses that the elements of `Forwarded` tell as `for`, nil for each element that has none; one nil if the
    /// header is not as RFC 7239, 4 wants it.
    static func elements(_ values: [String]) -> [NetworkAddress?] {
        let text = values.joined(separator: ",")
        guard text.utf8.count <= longest, let elements = ForwardedHeader.elements(text) else { return [nil] }
        return elements.map { pairs in
            let nodes = pairs.filter { $0.name == "for" }
            return nodes.count == 1 ? node(nodes[0].value[...]) : nil
        }
    }

    /// An address, as it is or with a port: `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:80`.
    private static func node(_ text: Substring) -> NetworkAddress? {
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return nil }
            let address = text[text.index(after: text.startIndex)..<end]
            let rest = text[text.index(after: end)...]
            guard address.contains(":"), rest.isEmpty || isPort(rest) else { return nil }
            return NetworkAddress(address)
        }
        guard let colon = text.firstIndex(of: ":"), text[text.index(after: colon)...].firstIndex(of: ":") == nil else {
            return NetworkAddress(text)
        }
        return isPort(text[colon...]) ? NetworkAddress(text[..<colon]) : nil
    }

    /// A colon and one to five digits.
    private static func isPort(_ text: Substring) -> Bool {
        let digits = text.utf8.dropFirst()
        return text.hasPrefix(":") && (1...5).contains(digits.count)
            && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
