internal import Crypto

/// What somebody types on one more device of theirs to be signed in there: short enough to be read off another screen. It
/// opens a one-time link for five minutes, or pairs a station within a quarter of an hour; with 50 bits, and so few tries from an address as `PairingGuard` lets through,
/// nobody guesses one in that time.
package struct PairingCode: Sendable {
    /// Crockford's base 32: no letter looks like another.
    private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    private static let count = 10

    private let secret: Secret

    package init(using random: inout some RandomNumberGenerator) {
        secret = Secret(random.randomBytes(Self.count).map { Self.letters[Int($0 & 31)] })
    }

    /// As somebody types it: in either case, with spaces and hyphens anywhere, with `O` for 0 and `I` or `L` for 1. Nil for
    /// what is no code.
    package init?(_ typed: String) {
        guard typed.utf8.count <= 4 * Self.count, typed.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let letters = typed.uppercased().utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }.map {
            switch $0 {
            case UInt8(ascii: "O"): UInt8(ascii: "0")
            case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
            default: $0
            }
        }
        guard letters.count == Self.count, letters.allSatisfy(Self.letters.contains) else { return nil }
        secret = Secret(letters)
    }

    /// In two halves; shown once, to whoever asked for it.
    package func revealedText() -> String {
        let text = secret.revealedText()
        return "\(text.prefix(Self.count / 2))-\(text.suffix(Self.count / 2))"
    }

    /// The token of the link that it opens: without the server's secret nobody makes the one from the other.
    package func token(keys: SigningKeys) -> Token<OneTimeLink> { Token(derived: derived(keys)) }

    /// The token of the station that it pairs a device with.
    package func stationToken(keys: SigningKeys) -> Token<Station> { Token(derived: derived(keys)) }

    private func derived(_ keys: SigningKeys) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: secret.reveal(), using: keys.pairing))
    }

    /// The one answer to whatever code does not work.
    package static let unusable = AccountError(
        .linkUnusable,
        "This code is mistyped, was used before or has run out. Make a new one on the device that is signed in.")
}
