package import CrewRecords
internal import Crypto
internal import Foundation
package import RotaModel

/// Another system's address that is told what happens, and the secret by which it knows that it was us.
///
/// A request is a POST of JSON with two fields of ours: `Watchbill-Delivery`, which stays the same when it is sent
/// again, and `Watchbill-Signature: t=<seconds since 1970>, v1=<64 hexadecimal digits>`, the HMAC-SHA256 (RFC 2104)
/// under the secret of the seconds, a full stop and the body.
package struct Webhook: Hashable, Sendable {
    /// In bytes.
    package static let longestBody = 1_048_576
    /// In bytes: as many as no guessing finds.
    package static let shortestSecret = 16
    /// In bytes.
    package static let longestSecret = 256
    package static let signatureField = "Watchbill-Signature"
    package static let deliveryField = "Watchbill-Delivery"
    /// What the text of a secret begins with that was made here.
    package static let secretPrefix = "watchbill_webhook_"
    /// How old, or how far ahead, a signature may be for `verify`.
    package static let tolerance = Duration.seconds(300)

    package let address: OutboundAddress
    package let secret: Secret

    /// - Parameters:
    ///   - secret: the very bytes of the HMAC's key: of a secret made here, those of its text.
    ///   - reach: `.plainToo` where the organisation's network is trusted with what is sent.
    /// - Throws: `ChannelError`, `addressUnusable` or `secretUnusable`.
    package init(
        address: String, secret: Secret, reach: OutboundAddress.Reach = .loopbackToo
    ) throws(ChannelError) {
        self.address = try OutboundAddress(address, reach: reach, what: "The webhook's address")
        guard (Self.shortestSecret...Self.longestSecret).contains(secret.count) else {
            throw ChannelError(
                .secretUnusable,
                "The webhook's secret has \(secret.count) bytes; it must have \(Self.shortestSecret) to "
                    + "\(Self.longestSecret). Have one made here, or give a longer one.")
        }
        self.secret = secret
    }

    /// A new secret: 32 random bytes as text, to be shown once.
    ///
    /// - Parameter random: must be unforeseeable: `SystemRandomNumberGenerator`.
    package static func newSecret(using random: inout some RandomNumberGenerator) -> Secret {
        Secret(text: secretPrefix + Base64.url.text(random.randomBytes(32)))
    }

    /// - Parameters:
    ///   - json: sent as it is.
    ///   - now: each time that it is sent, so that an old request that somebody kept is told from a new one.
    /// - Throws: `ChannelError`, `bodyTooLong`.
    package func request(
        json: [UInt8], delivery: DeliveryID, at now: Instant
    ) throws(ChannelError) -> OutboundRequest {
        guard json.count <= Self.longestBody else {
            throw ChannelError(
                .bodyTooLong,
                "The body for a webhook has \(json.count) bytes; at most \(Self.longestBody) are sent. Send fewer "
                    + "things at a time.")
        }
        return OutboundRequest(
            .webhook, to: address,
            fields: [
                .init("Content-Type", "application/json"),
                .init(Self.deliveryField, delivery.text),
                .init(Self.signatureField, Self.signature(of: json, secret: secret, at: now)),
            ], body: json)
    }

    private static func signature(of body: [UInt8], secret: Secret, at now: Instant) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: signedBytes("\(now.seconds)", body), using: SymmetricKey(data: secret.reveal()))
        return "t=\(now.seconds), v1=\(Array(code).hexadecimal)"
    }

    private static func signedBytes(_ seconds: some StringProtocol, _ body: [UInt8]) -> Data {
        Data(seconds.utf8) + Data(".".utf8) + Data(body)
    }

    /// Whether a field `Watchbill-Signature` was made for that body, with that secret, less than `tolerance` ago: what
    /// a receiver does. Takes as long wherever the signature differs. What it does not know in the field it passes
    /// over.
    package static func verify(_ field: String, body: [UInt8], secret: Secret, at now: Instant) -> Bool {
        guard field.utf8.count <= 1024 else { return false }
        var seconds: Substring?
        var signatures: [[UInt8]] = []
        for part in field.split(separator: ",") {
            let pair = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { continue }
            if pair[0] == "t" {
                guard seconds == nil else { return false }
                seconds = pair[1]
            } else if pair[0] == "v1", let bytes = [UInt8](hexadecimal: pair[1]) {
                signatures.append(bytes)
            }
        }
        // Only one text for each number, and none so large that there is no difference to compute.
        guard let seconds, let signed = UInt32(seconds), String(signed) == seconds,
            abs(now.seconds - Int(signed)) <= Int(tolerance.components.seconds)
        else { return false }
        let key = SymmetricKey(data: secret.reveal())
        let message = signedBytes(seconds, body)
        return signatures.contains {
            HMAC<SHA256>.isValidAuthenticationCode($0, authenticating: message, using: key)
        }
    }
}
