internal import Crypto
internal import Foundation

/// The keys by which the server knows again what it has given out, all made from one secret that it keeps. With another
/// secret all forms on open pages and all known devices are forgotten, but no session is.
package struct SigningKeys: Sendable {
    private let devicesKey: Secret
    private let formsKey: Secret

    /// Nil unless there are 32 bytes, random ones.
    package init?(secret: Secret) {
        guard secret.count == 32 else { return nil }
        devicesKey = Self.derive("devices", from: secret)
        formsKey = Self.derive("forms", from: secret)
    }

    var devices: SymmetricKey { SymmetricKey(data: devicesKey.revealed()) }
    var forms: SymmetricKey { SymmetricKey(data: formsKey.revealed()) }

    /// HKDF (RFC 5869).
    private static func derive(_ purpose: String, from secret: Secret) -> Secret {
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: secret.revealed()), info: Data("watchbill \(purpose)".utf8),
            outputByteCount: 32)
        return Secret(key.withUnsafeBytes { Array($0) })
    }
}
