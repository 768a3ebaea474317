internal import CrewRecords
package import RotaModel

/// Makes the requests by which messages reach browsers: through the push service of whoever made the browser, which
/// learns where a message goes, when, and about how long it is, and nothing of what it says.
package struct WebPush: Sendable {
    /// How long the JWT of a request is good for (RFC 8292, 2, allows 24 hours).
    package static let authorizationLifetime = Duration.seconds(43_200)
    /// How long a push service keeps a message at most. Some refuse longer times.
    package static let longestLifetime = Duration.seconds(28 * 86_400)
    /// Payloads are filled up to powers of two, from this many bytes on.
    package static let shortestPadded = 256

    package let keys: PushKeys
    package let contact: PushContact

    package init(keys: PushKeys, contact: PushContact) {
        self.keys = keys
        self.contact = contact
    }

    /// - Parameters:
    ///   - payload: at most 3,993 bytes.
    ///   - lifetime: how long the push service keeps it for a device that is off; cut to between 0 and 28 days.
    ///   - isUrgent: whether a device that saves its battery is woken for it.
    ///   - topic: replaces the message of the same topic that still waits.
    ///   - random: must be unforeseeable: `SystemRandomNumberGenerator`.
    /// - Throws: `ChannelError`, `payloadTooLong`.
    package func request(
        _ payload: [UInt8], to subscription: PushSubscription, lifetime: Duration, isUrgent: Bool,
        topic: PushTopic? = nil, at now: Instant, using random: inout some RandomNumberGenerator
    ) throws(ChannelError) -> OutboundRequest {
        var padded = Self.shortestPadded
        while padded < payload.count { padded *= 2 }
        let body = try PushCipher.encrypt(
            payload, for: subscription, paddedTo: padded, salt: random.randomBytes(PushCipher.saltLength),
            ephemeral: PushCipher.newKey(using: &random))
        let expires = Instant(seconds: now.seconds + Int(Self.authorizationLifetime.components.seconds))
        let seconds = max(.zero, min(lifetime, Self.longestLifetime)).components.seconds
        // RFC 8030, 5.2 to 5.4, and RFC 8188, 2.
        var fields: [WebField] = [
            .init(
                "Authorization",
                keys.authorization(for: subscription.endpoint.origin, contact: contact, expires: expires)),
            .init("TTL", "\(seconds)"),
            .init("Urgency", isUrgent ? "high" : "normal"),
            .init("Content-Encoding", "aes128gcm"),
            .init("Content-Type", "application/octet-stream"),
        ]
        if let topic { fields.append(.init("Topic", topic.text)) }
        return OutboundRequest(.push, to: subscription.endpoint, fields: fields, body: body)
    }
}
