package import CrewRecords
internal import Crypto
internal import Foundation

/// Message encryption for Web Push (RFC 8291) in the content coding `aes128gcm` (RFC 8188), as one record.
package enum PushCipher {
    /// In bytes: what is left of 4,096, which every push service must take (RFC 8030, 7.2), after 86 of header, 16 of
    /// tag and the delimiter (RFC 8291, 4).
    package static let longestPayload = 3993
    /// In bytes.
    package static let saltLength = 16

    private static let recordSize: UInt32 = 4096

    /// - Parameters:
    ///   - paddedTo: zeros are put after the payload up to that many bytes, so that its length tells less.
    ///   - salt: 16 bytes, random, never used before.
    ///   - ephemeral: the secret key of a pair made for this message alone, 32 bytes, as `newKey(using:)` gives it.
    /// - Throws: `ChannelError`: `payloadTooLong`; `keyUnusable` for an ephemeral key or a salt that is none.
    package static func encrypt(
        _ payload: [UInt8], for subscription: PushSubscription, paddedTo length: Int = 0, salt: [UInt8],
        ephemeral: Secret
    ) throws(ChannelError) -> [UInt8] {
        guard payload.count <= longestPayload else {
            throw ChannelError(
                .payloadTooLong,
                "The message for a push service has \(payload.count) bytes; at most \(longestPayload) are taken. "
                    + "Shorten it: it need only say what to look at.")
        }
        guard salt.count == saltLength else {
            throw ChannelError(
                .keyUnusable, "The salt has \(salt.count) bytes. Give \(saltLength) that were never used before.")
        }
        guard let own = try? P256.KeyAgreement.PrivateKey(rawRepresentation: ephemeral.reveal()) else {
            throw ChannelError(
                .keyUnusable, "The message's own key is none on P-256. Give one that newKey(using:) has made.")
        }
        let ownPublic = Array(own.publicKey.x963Representation)
        // RFC 8291, 3.3 and 3.4: the shared secret, bound to both keys and to what only the browser knows besides.
        guard let theirs = try? P256.KeyAgreement.PublicKey(x963Representation: subscription.publicKey),
            let shared = try? own.sharedSecretFromKeyAgreement(with: theirs)
        else { preconditionFailure("a subscription's key was taken that is none") }
        let input = shared.hkdfDerivedSymmetricKey(
            using: SHA256.self, salt: subscription.auth.reveal(),
            sharedInfo: Array("WebPush: info\0".utf8) + subscription.publicKey + ownPublic, outputByteCount: 32)
        // RFC 8188, 2.2 and 2.3; the only record has number 0, so the nonce stays as it is.
        let key = derived(from: input, salt: salt, "Content-Encoding: aes128gcm\0", count: 16)
        let nonce = derived(from: input, salt: salt, "Content-Encoding: nonce\0", count: 12)
            .withUnsafeBytes { Array($0) }
        // RFC 8188, 2: 2 ends the last record's data; what follows is padding.
        let zeros = max(0, min(length, longestPayload) - payload.count)
        let record = payload + [2] + [UInt8](repeating: 0, count: zeros)
        guard let gcmNonce = try? AES.GCM.Nonce(data: nonce),
            let sealed = try? AES.GCM.seal(record, using: key, nonce: gcmNonce)
        else { preconditionFailure("AES-GCM refuses a key of 16 bytes and a nonce of 12") }
        var message = salt
        for shift in [24, 16, 8, 0] { message.append(UInt8(truncatingIfNeeded: recordSize >> UInt32(shift))) }
        message.append(UInt8(ownPublic.count))
        message += ownPublic
        message += sealed.ciphertext
        message += sealed.tag
        return message
    }

    /// For one message.
    ///
    /// - Parameter random: must be unforeseeable: `SystemRandomNumberGenerator`.
    package static func newKey(using random: inout some RandomNumberGenerator) -> Secret {
        PushKeys(using: &random).secret
    }

    private static func derived(from input: SymmetricKey, salt: [UInt8], _ info: String, count: Int) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: input, salt: salt, info: Data(info.utf8), outputByteCount: count)
    }
}
