internal import Crypto
package import RotaModel

/// One device that is known for a login.
package struct KnownDevice: Hashable, Sendable {
    let nonce: [UInt8]
}

/// The logins a browser has signed in as, kept in a cookie of its own beyond signing out: a login's owner is known again
/// by it, even while strangers are slowed down. It opens nothing, and nobody can read from it who uses the device.
///
/// After OWASP's "Slow Down Online Guessing Attacks with Device Cookies", with several logins in one cookie, since people
/// of a watch share computers.
package struct KnownDevices: Equatable, Sendable {
    /// Logins in one cookie; the one used longest ago makes room.
    package static let most = 10
    /// As long as browsers keep a cookie (RFC 6265bis, 5.5).
    package static let lifetime = Duration.days(400)

    private static let nonceCount = 12
    private static let macCount = 16
    private static let entryCount = nonceCount + 4 + macCount

    /// Each a random nonce, the day since 1970 it was given out (4 bytes, the most significant first), and the first bytes
    /// of the HMAC-SHA256 of both and the login.
    private var entries: [[UInt8]]

    /// Of a cookie's value, which may be missing or anything: what is no entry is left out.
    package init(_ text: String?) {
        let parts = (text ?? "").utf8.prefix((Self.most + 1) * 44).split(separator: UInt8(ascii: ".")).prefix(Self.most)
        entries = parts.compactMap { Base64.url.bytes($0) }.filter { $0.count == Self.entryCount }
    }

    /// The cookie's value.
    package var text: String { entries.map { Base64.url.text($0) }.joined(separator: ".") }

    /// The device, if it is known for that login.
    package func device(for login: LoginName, keys: SigningKeys, at now: Instant) -> KnownDevice? {
        entries.first { isValid($0, login, keys, now) }.map { KnownDevice(nonce: Array($0.prefix(Self.nonceCount))) }
    }

    /// Also known for that login from now on.
    package func adding(
        _ login: LoginName, keys: SigningKeys, at now: Instant, using random: inout some RandomNumberGenerator
    ) -> KnownDevices {
        let day = withUnsafeBytes(of: UInt32(truncatingIfNeeded: now.seconds / 86_400).bigEndian) { Array($0) }
        let signed = random.randomBytes(Self.nonceCount) + day
        let entry = signed + Self.mac(of: signed, login, keys).prefix(Self.macCount)
        var devices = self
        devices.entries = [entry] + entries.filter { !isValid($0, login, keys, now) }.prefix(Self.most - 1)
        return devices
    }

    private func isValid(_ entry: [UInt8], _ login: LoginName, _ keys: SigningKeys, _ now: Instant) -> Bool {
        let signed = Array(entry.prefix(Self.nonceCount + 4))
        let day = signed.suffix(4).reduce(0) { $0 << 8 | Int($1) }
        let isGenuine =
            Secret(Array(entry.suffix(Self.macCount)))
            == Secret(Array(Self.mac(of: signed, login, keys).prefix(Self.macCount)))
        return isGenuine && now < Instant(seconds: day * 86_400).adding(Self.lifetime)
    }

    private static func mac(of signed: [UInt8], _ login: LoginName, _ keys: SigningKeys) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: signed + Array(login.text.utf8), using: keys.devices))
    }
}
