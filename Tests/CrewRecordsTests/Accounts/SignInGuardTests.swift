import CrewRecords
import RotaModel
import Testing
import WatchbillTestKit

@Suite("The guard against guessing")
struct SignInGuardTests {
    typealias Limits = SignInGuard.Limits

    static let keys = SigningKeys(secret: Secret([UInt8](repeating: 7, count: 32)))

    static func login(_ name: String = "ada") throws -> LoginName { try LoginName(name) }

    /// Address number n, each in a network of its own.
    static func address(_ number: Int) -> ClientAddress {
        ClientAddress("10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)")
    }

    /// A device that the login's owner has signed in from.
    static func device(of login: LoginName, seed: UInt64 = 1) throws -> KnownDevice {
        var random = SeededGenerator(seed: seed)
        let keys = try #require(keys)
        let devices = KnownDevices(nil).adding(login, keys: keys, at: Sample.now, using: &random)
        return try #require(devices.device(for: login, keys: keys, at: Sample.now))
    }

    /// Whether a try is let through.
    static func isAdmitted(_ attempt: SignInGuard.Try, _ guardian: inout SignInGuard, at seconds: Int) -> Bool {
        do {
            try guardian.admit(attempt, at: Sample.later(seconds))
            return true
        } catch { return false }
    }

    /// The most times within any hour.
    static func mostInAnHour(_ times: [Int]) -> Int {
        var (first, most) = (0, 0)
        for (index, time) in times.enumerated() {
            while times[first] < time - 3600 { first += 1 }
            most = max(most, index - first + 1)
        }
        return most
    }

    @Test(
        "lets n addresses make at most min(12 n, 160) tries at one login in any hour",
        arguments: 0..<15 as Range<UInt64>)
    func bound(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let count = [1, 2, 5, 13, 14, 40][random.below(6)]
        var guardian = SignInGuard()
        let login = try Self.login()
        var times: [Int] = []
        var time = 0
        // Sometimes as fast as it goes, sometimes at random, over several hours.
        while time < 4 * 3600 {
            time += random.chance(percent: 30) ? random.below(120) : 0
            for _ in 0...random.below(2 * count) {
                let attempt = SignInGuard.Try(login: login, address: Self.address(random.below(count)), device: nil)
                if Self.isAdmitted(attempt, &guardian, at: time) { times.append(time) }
            }
            time += 1
        }
        let most = Self.mostInAnHour(times)
        #expect(most <= min(12 * count, 160), "seed \(seed), \(count) addresses")
        // The bound is tight for whoever always tries: it is no accident that fewer got through.
        #expect(most >= min(11 * count, 150), "seed \(seed), \(count) addresses")
    }

    @Test("lets the owner in from a known device at any time, whatever others do", arguments: 0..<10 as Range<UInt64>)
    func owner(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var limits = Limits.usual
        // Small enough to be filled to the brim.
        limits.capacity = 40
        var guardian = SignInGuard(limits)
        let login = try Self.login()
        let device = try Self.device(of: login)
        var time = 0
        for _ in 0..<3000 {
            time += random.below(40)
            let name = random.chance(percent: 50) ? login : try Self.login("nobody\(random.below(500))")
            let attempt = SignInGuard.Try(login: name, address: Self.address(random.below(200)), device: nil)
            _ = Self.isAdmitted(attempt, &guardian, at: time)
            if random.chance(percent: 5) {
                // From the attacked address itself, even.
                let own = SignInGuard.Try(login: login, address: Self.address(random.below(200)), device: device)
                // Now and then they mistype first.
                if random.chance(percent: 10) { #expect(Self.isAdmitted(own, &guardian, at: time), "seed \(seed)") }
                #expect(Self.isAdmitted(own, &guardian, at: time), "seed \(seed), at \(time)")
                guardian.succeeded(own, at: Sample.later(time))
            }
        }
    }

    @Test(
        "lets the owner in from a new device too while ten addresses keep attacking", arguments: 0..<3 as Range<UInt64>)
    func newDevice(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var guardian = SignInGuard()
        let login = try Self.login()
        for time in 0..<10_000 {
            for number in 0..<10 {
                _ = Self.isAdmitted(
                    .init(login: login, address: Self.address(number), device: nil), &guardian, at: time)
            }
            if random.chance(percent: 1) {
                let own = SignInGuard.Try(login: login, address: Self.address(99), device: nil)
                #expect(Self.isAdmitted(own, &guardian, at: time), "seed \(seed), at \(time)")
                guardian.succeeded(own, at: Sample.later(time))
            }
        }
    }

    @Test("remembers a bounded number of keys under millions, and forgets no attacker by it")
    func memory() throws {
        var limits = Limits.usual
        limits.capacity = 2000
        var guardian = SignInGuard(limits)
        let login = try Self.login()
        let attackers = (0..<20).map { SignInGuard.Try(login: login, address: Self.address($0), device: nil) }
        var before = 0
        for attempt in attackers {
            while Self.isAdmitted(attempt, &guardian, at: 0) { before += 1 }
        }
        #expect(before == 100)
        // A flood from everywhere at made-up names, in less time than one more try is worth.
        let names = try (0..<1000).map { try Self.login("nobody\($0)") }
        for number in 0..<2_000_000 {
            let attempt = SignInGuard.Try(
                login: names[number % 1000], address: Self.address(1000 + number), device: nil)
            _ = Self.isAdmitted(attempt, &guardian, at: number / 40_000)
            if number % 10_000 == 0 { #expect(guardian.count <= 4 * 2000) }
        }
        #expect(guardian.count <= 4 * 2000)
        for attempt in attackers { #expect(!Self.isAdmitted(attempt, &guardian, at: 59)) }
        // And when all of it is worked off, all of it is forgotten.
        let attempt = SignInGuard.Try(login: login, address: Self.address(77), device: nil)
        #expect(Self.isAdmitted(attempt, &guardian, at: 10_000))
        #expect(guardian.count == 3)
    }

    @Test("lets at most twice as many tries through while its tables are full", arguments: 0..<4 as Range<UInt64>)
    func full(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var limits = Limits.usual
        limits.capacity = 10
        var guardian = SignInGuard(limits)
        let login = try Self.login()
        var times: [Int] = []
        for time in 0..<3 * 3600 {
            for _ in 0..<random.below(20) {
                let name = try Self.login("nobody\(random.below(100))")
                _ = Self.isAdmitted(
                    .init(login: name, address: Self.address(random.below(1000)), device: nil), &guardian, at: time)
            }
            let attempt = SignInGuard.Try(login: login, address: Self.address(random.below(1000)), device: nil)
            if Self.isAdmitted(attempt, &guardian, at: time) { times.append(time) }
        }
        #expect(Self.mostInAnHour(times) <= 2 * 160, "seed \(seed)")
    }

    @Test("counts tries when they begin, so that a hundred at once gain nothing")
    func concurrent() throws {
        var guardian = SignInGuard()
        let attempt = SignInGuard.Try(login: try Self.login(), address: Self.address(1), device: nil)
        let admitted = (0..<100).count { _ in Self.isAdmitted(attempt, &guardian, at: 0) }
        #expect(admitted == 6)
    }

    @Test("does not count successes: a whole hospital behind one address signs in in one minute")
    func successes() throws {
        var guardian = SignInGuard()
        for number in 0..<2000 {
            let attempt = SignInGuard.Try(login: try Self.login("p\(number)"), address: Self.address(1), device: nil)
            #expect(Self.isAdmitted(attempt, &guardian, at: number / 40))
            guardian.succeeded(attempt, at: Sample.later(number / 40))
        }
        #expect(guardian.count == 0)
    }

    @Test("does not let an attacker's own successes take back guesses at others")
    func ownSuccesses() throws {
        var guardian = SignInGuard()
        let (victim, own) = (try Self.login("victim"), try Self.login("attacker"))
        let address = Self.address(1)
        var guesses = 0
        for time in 0..<3600 {
            let attempt = SignInGuard.Try(login: own, address: address, device: nil)
            if Self.isAdmitted(attempt, &guardian, at: time) { guardian.succeeded(attempt, at: Sample.later(time)) }
            if Self.isAdmitted(.init(login: victim, address: address, device: nil), &guardian, at: time) {
                guesses += 1
            }
        }
        #expect(guesses == 11)
    }

    @Test("holds a stolen device to its own number, and nobody else for it")
    func stolenDevice() throws {
        var guardian = SignInGuard()
        let login = try Self.login()
        let (stolen, own) = (try Self.device(of: login, seed: 1), try Self.device(of: login, seed: 2))
        var times: [Int] = []
        for time in 0..<7200 {
            let attempt = SignInGuard.Try(login: login, address: Self.address(time), device: stolen)
            if Self.isAdmitted(attempt, &guardian, at: time) { times.append(time) }
        }
        #expect(Self.mostInAnHour(times) <= 70)
        #expect(Self.isAdmitted(.init(login: login, address: Self.address(1), device: own), &guardian, at: 7200))
        #expect(Self.isAdmitted(.init(login: login, address: Self.address(1), device: nil), &guardian, at: 7200))
    }

    @Test("tells whoever must wait for how long, and what else there is")
    func message() throws {
        var guardian = SignInGuard()
        let attempt = SignInGuard.Try(login: try Self.login(), address: Self.address(1), device: nil)
        for _ in 0..<6 { try guardian.admit(attempt, at: Sample.now) }
        #expect {
            try guardian.admit(attempt, at: Sample.later(1))
        } throws: {
            ($0 as? AccountError)?.code == .tooManyTries
                && "\($0)".contains("Try again in 10 min, sign in from a device")
        }
        #expect(!Self.isAdmitted(attempt, &guardian, at: 599))
        #expect(Self.isAdmitted(attempt, &guardian, at: 600))
        #expect(!Self.isAdmitted(attempt, &guardian, at: 601))
    }

    @Test("does not keep anybody out for long when the clock is set back by a year")
    func clock() throws {
        var guardian = SignInGuard()
        let attempt = SignInGuard.Try(login: try Self.login(), address: Self.address(1), device: nil)
        while Self.isAdmitted(attempt, &guardian, at: 0) {}
        let back = -365 * 86_400
        #expect(!Self.isAdmitted(attempt, &guardian, at: back))
        #expect(Self.isAdmitted(attempt, &guardian, at: back + 3601))
    }

    @Test("knows senders by their IPv4 address or their IPv6 network of 56 bits")
    func addresses() {
        #expect(ClientAddress("192.0.2.1") != ClientAddress("192.0.2.2"))
        #expect(ClientAddress("192.0.2.1") == ClientAddress("::ffff:192.0.2.1"))
        #expect(ClientAddress("2001:db8:1:2300::1") == ClientAddress("2001:db8:1:23ff:ffff::2"))
        #expect(ClientAddress("2001:db8:1:2300::1") != ClientAddress("2001:db8:1:2400::1"))
        let odd = ["", "localhost", "192.0.2.1:80", "1.2.3", "::1%eth0", "\0", String(repeating: "1", count: 100_000)]
        for text in odd { #expect(ClientAddress(text) == ClientAddress(nil), "\(text.prefix(20))") }
        #expect(ClientAddress("::1") != ClientAddress(nil))
    }
}
