import CrewRecords
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Wrong entry codes")
struct EntryGuardTests {
    private let noon = Instant(seconds: 1_767_700_000)

    /// How many tries of somebody who tries again and again are looked at.
    private func looked(every step: Int, for time: Int, at stations: Int) -> Int {
        var misses: [(at: Instant, station: Int)] = []
        var count = 0
        for second in stride(from: 0, to: time, by: step) {
            let now = Instant(seconds: noon.seconds + second)
            let station = count % stations
            let recent = misses.filter {
                now.seconds - $0.at.seconds <= EntryGuard.memory.components.seconds
            }
            let known = recent.map { (at: $0.at, isHere: $0.station == station) }
            guard EntryGuard.wait(after: known, at: now) == 0 else { continue }
            misses.append((now, station))
            count += 1
        }
        return count
    }

    @Test("are looked at five times at once and then once in two minutes: 725 a day at one station, 1450 at all")
    func rate() {
        let day = 86_400
        #expect(looked(every: 1, for: 100, at: 1) == 5)
        #expect((720...725).contains(looked(every: 7, for: day, at: 1)))
        #expect((1430...1450).contains(looked(every: 7, for: day, at: 30)))
    }

    @Test("never keep anybody out for longer than two minutes, whatever was typed and when", arguments: 1...200)
    func patience(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var misses: [(at: Instant, isHere: Bool)] = []
        var now = noon
        for _ in 0..<60 {
            now = now.adding(.seconds(random.below(90)))
            if EntryGuard.wait(after: misses, at: now) == 0 { misses.append((now, random.chance(percent: 60))) }
            let wait = EntryGuard.wait(after: misses, at: now)
            #expect(wait <= 120, "seed \(seed)")
            #expect(EntryGuard.wait(after: misses, at: now.adding(.seconds(wait))) == 0, "seed \(seed)")
        }
    }
}
