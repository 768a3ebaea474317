package import RotaModel

/// Lets so many tries at passwords through, and no more, without letting one person shut another out.
///
/// A try from a device that its owner has signed in from counts against that device alone: whatever others do, it has its
/// full number (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). A stranger's try counts against its
/// address together with the login, against all strangers at that login, and against its address. It is let through only
/// if all three let it, and is counted only then. Logins that do not exist count like others.
///
/// Strangers at n addresses get at most
/// `min(n · perAddressAndLogin.most(in: w), perLogin.most(in: w))` tries at one login in a time w; twice that while a
/// table is full. A try is counted before its outcome is known, so that many at once gain nothing; a success is taken
/// back.
package struct SignInGuard: Sendable {
    package struct Limits: Hashable, Sendable {
        package var perDevice: RateLimit
        package var perAddressAndLogin: RateLimit
        package var perLogin: RateLimit
        package var perAddress: RateLimit
        /// How many devices, logins and addresses are remembered, of each kind.
        package var capacity: Int

        package init(
            perDevice: RateLimit, perAddressAndLogin: RateLimit, perLogin: RateLimit, perAddress: RateLimit,
            capacity: Int
        ) {
            self.perDevice = perDevice
            self.perAddressAndLogin = perAddressAndLogin
            self.perLogin = perLogin
            self.perAddress = perAddress
            self.capacity = capacity
        }

        /// One address gets 12 tries at a login in its first hour and then 6 an hour; all strangers together 160, then 60.
        /// Ten addresses that keep at it cannot use up what strangers have, so that the owner can sign in from a new
        /// device too. A whole ward behind one address may mistype sixty times at once.
        package static let usual = Limits(
            perDevice: RateLimit(burst: 10, interval: .seconds(60)),
            perAddressAndLogin: RateLimit(burst: 6, interval: .seconds(600)),
            perLogin: RateLimit(burst: 100, interval: .seconds(60)),
            perAddress: RateLimit(burst: 60, interval: .seconds(30)), capacity: 100_000)
    }

    /// Somebody's try at a password.
    package struct Try: Hashable, Sendable {
        package var login: LoginName
        package var address: ClientAddress
        /// The device it comes from, if that is one known for this login.
        package var device: KnownDevice?

        package init(login: LoginName, address: ClientAddress, device: KnownDevice?) {
            self.login = login
            self.address = address
            self.device = device
        }
    }

    private var devices: RateTable
    private var pairs: RateTable
    private var logins: RateTable
    private var addresses: RateTable

    package init(_ limits: Limits = .usual) {
        devices = RateTable(limit: limits.perDevice, capacity: limits.capacity)
        pairs = RateTable(limit: limits.perAddressAndLogin, capacity: limits.capacity)
        logins = RateTable(limit: limits.perLogin, capacity: limits.capacity)
        addresses = RateTable(limit: limits.perAddress, capacity: limits.capacity)
    }

    /// How many keys are remembered, of all kinds.
    package var count: Int { devices.count + pairs.count + logins.count + addresses.count }

    /// Counts a try that is about to be made.
    ///
    /// - Throws: `AccountError`, `tooManyTries`, and counts nothing.
    package mutating func admit(_ attempt: Try, at now: Instant) throws(AccountError) {
        if let device = attempt.device {
            let key = RateKey(attempt.login, device)
            try Self.check(devices.wait(for: key, at: now))
            devices.charge(key, at: now)
        } else {
            let keys = Self.strangerKeys(of: attempt)
            let wait = max(
                pairs.wait(for: keys.pair, at: now), logins.wait(for: keys.login, at: now),
                addresses.wait(for: keys.address, at: now))
            try Self.check(wait)
            pairs.charge(keys.pair, at: now)
            logins.charge(keys.login, at: now)
            addresses.charge(keys.address, at: now)
        }
    }

    /// Takes a try back that was admitted and signed somebody in.
    package mutating func succeeded(_ attempt: Try, at now: Instant) {
        if let device = attempt.device {
            devices.refund(RateKey(attempt.login, device), at: now)
        } else {
            let keys = Self.strangerKeys(of: attempt)
            pairs.refund(keys.pair, at: now)
            logins.refund(keys.login, at: now)
            addresses.refund(keys.address, at: now)
        }
    }

    private static func strangerKeys(of attempt: Try) -> (pair: RateKey, login: RateKey, address: RateKey) {
        (RateKey(attempt.address, attempt.login), RateKey(attempt.login), RateKey(attempt.address))
    }

    private static func check(_ wait: Int) throws(AccountError) {
        guard wait > 0 else { return }
        throw AccountError(
            .tooManyTries,
            "Too many tries to sign in. Try again in \(Minutes((wait + 59) / 60)), sign in from a device you have used before,"
                + " or ask for a link.")
    }
}
