package import CrewRecords
internal import Crypto

/// Where one browser takes messages (Push API, `PushSubscription`), and the keys that only it can read them with. Sent
/// by a browser, so nothing of it is believed before it is checked.
package struct PushSubscription: Hashable, Sendable {
    /// In bytes: an uncompressed point on P-256 (RFC 8291, 3.1).
    package static let keyLength = 65
    /// In bytes (RFC 8291, 3.2).
    package static let authLength = 16

    package let endpoint: OutboundAddress
    package let publicKey: [UInt8]
    package let auth: Secret

    /// - Parameters:
    ///   - publicKey: `p256dh`.
    ///   - reach: `.loopbackToo` lets tests, and a push service on this machine, be asked over plain http. Where
    ///     anybody may subscribe it lets them have this machine ask itself, too.
    /// - Throws: `ChannelError`, `subscriptionUnusable`.
    package init(
        endpoint: String, publicKey: [UInt8], auth: Secret, reach: OutboundAddress.Reach = .loopbackToo
    ) throws(ChannelError) {
        self.endpoint = try OutboundAddress(
            endpoint, reach: reach, code: .subscriptionUnusable, what: "The subscription's endpoint")
        guard publicKey.count == Self.keyLength else {
            throw Self.unusable("p256dh has \(publicKey.count) bytes instead of \(Self.keyLength)")
        }
        guard publicKey[0] == 4, (try? P256.KeyAgreement.PublicKey(x963Representation: publicKey)) != nil else {
            throw Self.unusable("p256dh is no uncompressed point on the curve P-256")
        }
        guard auth.count == Self.authLength else {
            throw Self.unusable("auth has \(auth.count) bytes instead of \(Self.authLength)")
        }
        self.publicKey = publicKey
        self.auth = auth
    }

    /// As the browser's `PushSubscription.toJSON()` has it.
    ///
    /// - Parameters:
    ///   - publicKey: `keys.p256dh`, in base64url with or without padding.
    ///   - auth: `keys.auth`, likewise.
    /// - Throws: `ChannelError`, `subscriptionUnusable`.
    package init(
        endpoint: String, publicKey: String, auth: String, reach: OutboundAddress.Reach = .loopbackToo
    ) throws(ChannelError) {
        try self.init(
            endpoint: endpoint, publicKey: Self.bytes(publicKey, "p256dh"), auth: Secret(Self.bytes(auth, "auth")),
            reach: reach)
    }

    private static func bytes(_ text: String, _ name: String) throws(ChannelError) -> [UInt8] {
        let letters = text.utf8.prefix(129)
        guard letters.count <= 128 else { throw unusable("\(name) is longer than 128 letters") }
        var end = letters.endIndex
        while end > letters.startIndex, letters[letters.index(before: end)] == UInt8(ascii: "=") {
            end = letters.index(before: end)
        }
        guard let bytes = Base64.url.bytes(letters[..<end]) else { throw unusable("\(name) is no base64url") }
        return bytes
    }

    private static func unusable(_ reason: String) -> ChannelError {
        ChannelError(
            .subscriptionUnusable,
            "The subscription's \(reason). Send what the browser's PushSubscription.toJSON() gives, or subscribe again."
        )
    }
}
