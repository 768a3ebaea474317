import CrewRecords
import RotaModel
import Testing

@Suite("Known devices")
struct KnownDevicesTests {
    let keys: SigningKeys
    let ada: LoginName
    let bo: LoginName

    init() throws {
        keys = try #require(SigningKeys(secret: Secret([UInt8](repeating: 7, count: 32))))
        ada = try LoginName("ada")
        bo = try LoginName("bo")
    }

    @Test("are known for the logins that signed in there, and for no others")
    func known() throws {
        var random = SeededGenerator(seed: 1)
        let alone = KnownDevices(nil).adding(ada, keys: keys, at: Sample.now, using: &random)
        let both = KnownDevices(alone.text).adding(bo, keys: keys, at: Sample.now, using: &random)
        let read = KnownDevices(both.text)
        #expect(read == both)
        #expect(alone.device(for: ada, keys: keys, at: Sample.now) != nil)
        #expect(alone.device(for: bo, keys: keys, at: Sample.now) == nil)
        #expect(read.device(for: ada, keys: keys, at: Sample.now) == alone.device(for: ada, keys: keys, at: Sample.now))
        #expect(read.device(for: bo, keys: keys, at: Sample.now) != read.device(for: ada, keys: keys, at: Sample.now))
        let otherKeys = try #require(SigningKeys(secret: Secret([UInt8](repeating: 8, count: 32))))
        #expect(read.device(for: ada, keys: otherKeys, at: Sample.now) == nil)
        #expect(KnownDevices(nil).device(for: ada, keys: keys, at: Sample.now) == nil)
    }

    @Test("are forgotten after 400 days, unless somebody signs in again")
    func lifetime() {
        var random = SeededGenerator(seed: 1)
        let devices = KnownDevices(nil).adding(ada, keys: keys, at: Sample.now, using: &random)
        #expect(devices.device(for: ada, keys: keys, at: Sample.later(399 * 86_400)) != nil)
        #expect(devices.device(for: ada, keys: keys, at: Sample.later(400 * 86_400)) == nil)
        let renewed = devices.adding(ada, keys: keys, at: Sample.later(399 * 86_400), using: &random)
        #expect(renewed.text.utf8.count == devices.text.utf8.count)
        #expect(renewed.device(for: ada, keys: keys, at: Sample.later(400 * 86_400)) != nil)
    }

    @Test("hold the ten logins used last, in a cookie of bounded size that names nobody")
    func most() throws {
        var random = SeededGenerator(seed: 1)
        var devices = KnownDevices(nil)
        for number in 0..<12 {
            devices = devices.adding(try LoginName("person\(number)"), keys: keys, at: Sample.now, using: &random)
        }
        #expect(devices.text.utf8.count == 10 * 44 - 1)
        #expect(!devices.text.contains("person"))
        for number in 0..<12 {
            let device = KnownDevices(devices.text).device(
                for: try LoginName("person\(number)"), keys: keys, at: Sample.now)
            #expect((device != nil) == (number >= 2))
        }
        _ = Cookie(.device, Secret(text: devices.text), lifetime: KnownDevices.lifetime)
    }

    @Test("are not known by a cookie that was changed or made up")
    func spoilt() {
        var random = SeededGenerator(seed: 1)
        let devices = KnownDevices(nil).adding(ada, keys: keys, at: Sample.now, using: &random)
        for text in ["", ".", "....", "x", String(repeating: "A", count: 43), String(repeating: "A.", count: 100_000)] {
            #expect(KnownDevices(text).device(for: ada, keys: keys, at: Sample.now) == nil)
        }
        Spoiling.sweep { seed in
            var spoiling = Spoiling(seed: seed)
            let text = spoiling.text(devices.text, pieces: [".", "=", "\0", "é", "AAAA"])
            let read = KnownDevices(text)
            #expect(KnownDevices(read.text) == read, "seed \(seed)")
            let isKnown = read.device(for: ada, keys: keys, at: Sample.now) != nil
            #expect(isKnown == text.split(separator: ".").prefix(10).contains(Substring(devices.text)), "seed \(seed)")
        }
    }
}
