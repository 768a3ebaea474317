/// Where a request comes from, as far as limits tell senders apart: an IPv4 address, or the 56 bits of an IPv6 address
/// that name a network, since whoever has one has all addresses in it (RIPE-690 advises to give 48 to 56 bits).
package struct ClientAddress: Hashable, Sendable {
    private let bytes: [UInt8]

    /// Of an address in text. What is none, and what has none, are all one sender.
    package init(_ text: String?) {
        self.init(network: text.flatMap { NetworkAddress($0) })
    }

    package init(network address: NetworkAddress?) {
        let all = address?.bytes ?? []
        bytes = all.count == 16 ? Array(all.prefix(7)) : all
    }
}
