internal import Foundation

/// An IPv4 or IPv6 address; an IPv4 one that is told as IPv6 (`::ffff:192.0.2.1`) is the IPv4 one.
package struct NetworkAddress: Hashable, Sendable {
    /// 4 or 16 of them.
    let bytes: [UInt8]

    /// Nil for what is none.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count <= 64, !text.utf8.contains(0) else { return nil }
        let text = String(text)
        var address4 = in_addr()
        if inet_pton(AF_INET, text, &address4) == 1 {
            bytes = withUnsafeBytes(of: &address4) { Array($0) }
            return
        }
        var address6 = in6_addr()
        guard inet_pton(AF_INET6, text, &address6) == 1 else { return nil }
        let all = withUnsafeBytes(of: &address6) { Array($0) }
        let isMapped = all[..<10].allSatisfy { $0 == 0 } && all[10] == 0xFF && all[11] == 0xFF
        bytes = isMapped ? Array(all[12...]) : all
    }
}
