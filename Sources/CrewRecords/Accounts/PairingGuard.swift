package import RotaModel

/// Lets so many tries at pairing codes through from an address, and no more. A code that works is taken back.
///
/// Ten at once and one a minute: an address tries 15 codes while one lasts, of 2^50. So no limit over all addresses is
/// needed, by which some could keep others out.
package struct PairingGuard: Sendable {
    private var addresses: RateTable

    package init(capacity: Int = SignInGuard.Limits.usual.capacity) {
        addresses = RateTable(limit: RateLimit(burst: 10, interval: .seconds(60)), capacity: capacity)
    }

    /// Counts a try that is about to be made.
    ///
    /// - Throws: `AccountError`, `tooManyTries`, and counts nothing.
    package mutating func admit(_ address: ClientAddress, at now: Instant) throws(AccountError) {
        let key = RateKey(address)
        let wait = addresses.wait(for: key, at: now)
        guard wait == 0 else {
            throw AccountError(
                .tooManyTries, "Too many codes were tried from here. Try again in \(Minutes((wait + 59) / 60)).")
        }
        addresses.charge(key, at: now)
    }

    /// Takes a try back that was admitted and signed somebody in.
    package mutating func succeeded(_ address: ClientAddress, at now: Instant) {
        addresses.refund(RateKey(address), at: now)
    }
}
