internal import Foundation

/// Where a request comes from, as far as limits tell senders apart: an IPv4 address, or the 56 bits of an IPv6 address
/// that name a network, since whoever has one has all addresses in it (RIPE-690 advises to give 48 to 56 bits).
package struct ClientAddress: Hashable, Sendable {
    private let bytes: [UInt8]

    /// Of an address in text. What is none, and what has none, are all one sender.
    package init(_ text: String?) {
        guard let text, text.utf8.count <= 64 else {
            bytes = []
            return
        }
        var address4 = in_addr()
        if inet_pton(AF_INET, text, &address4) == 1 {
            bytes = withUnsafeBytes(of: &address4) { Array($0) }
            return
        }
        var address6 = in6_addr()
        guard inet_pton(AF_INET6, text, &address6) == 1 else {
            bytes = []
            return
        }
        let all = withUnsafeBytes(of: &address6) { Array($0) }
        let isMapped = all[..<10].allSatisfy { $0 == 0 } && all[10] == 0xFF && all[11] == 0xFF
        bytes = isMapped ? Array(all[12...]) : Array(all[..<7])
    }
}
