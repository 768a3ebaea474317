internal import Crypto
internal import Foundation

/// The keys by which the server knows again what it has given out, all made from one secret that it keeps. With another
/// secret all forms on open pages and all known devices are forgotten, but no session is.
package struct SigningKeys: Sendable {
    private let devicesKey: Secret
    private let formsKey: Secret
    private let pairingKey: Secret
    private let providerKey: Secret
    /// 32 bytes, of which the key is made to which stations close entry codes.
    let codesKey: Secret
    /// 32 bytes, of which the key is made that push services know the server by.
    package let push: Secret

    /// Nil unless there are 32 bytes, random ones.
    package init?(secret: Secret) {
        guard secret.count == 32 else { return nil }
        devicesKey = Self.derive("devices", from: secret)
        formsKey = Self.derive("forms", from: secret)
        pairingKey = Self.derive("pairing", from: secret)
        providerKey = Self.derive("provider", from: secret)
        push = Self.derive("push", from: secret)
        codesKey = Self.derive("codes", from: secret)
    }

    var devices: SymmetricKey { SymmetricKey(data: devicesKey.reveal()) }
    var forms: SymmetricKey { SymmetricKey(data: formsKey.reveal()) }
    var pairing: SymmetricKey { SymmetricKey(data: pairingKey.reveal()) }
    var provider: SymmetricKey { SymmetricKey(data: providerKey.reveal()) }

    /// HKDF (RFC 5869).
    private static func derive(_ purpose: String, from secret: Secret) -> Secret {
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: secret.reveal()), info: Data("watchbill \(purpose)".utf8),
            outputByteCount: 32)
        return Secret(key.withUnsafeBytes { Array($0) })
    }
}
