import RotaModel
import Testing

@Suite("Times of day, minutes and numbers")
struct MeasureTests {
    @Test("Times of day are read as they are written, and no other way")
    func localTimes() {
        for minutes in 0..<1440 {
            let time = LocalTime(minutesSinceMidnight: minutes)
            #expect(time.flatMap { LocalTime($0.description) } == time)
        }
        for text in ["24:00", "7:00", "07:60", "07.00", "07:00:00", "", "-7:00", "07:0x"] {
            #expect(LocalTime(text) == nil, "\(text)")
        }
        #expect(LocalTime(minutesSinceMidnight: 1440) == nil)
        #expect(LocalTime(hour: 21, minute: 0)?.adding(.hours(10)) == LocalTime(hour: 7, minute: 0))
        #expect(LocalTime.midnight.adding(Minutes(-30)) == LocalTime(hour: 23, minute: 30))
    }

    @Test("Hours begun: part of an hour is a whole one, and nothing is none")
    func hoursBegun() {
        let begun = [-61, -1, 0, 1, 59, 60, 61, 120, 121].map { Minutes($0).hoursBegun }
        #expect(begun == [0, 0, 0, 1, 1, 1, 2, 2, 3])
    }

    @Test("Minutes are written in hours and minutes")
    func description() {
        let texts = [0, 45, 60, 450, 480, -120, -90].map { Minutes($0).description }
        #expect(texts == ["0 min", "45 min", "1 h", "7 h 30 min", "8 h", "-2 h", "-1 h 30 min"])
    }

    @Test("The generator gives xoshiro256**'s numbers, and numbers below a bound stay below it")
    func generator() {
        // From the state that SplitMix64 makes of 0, by the algorithm's published C code.
        var random = SeededGenerator(seed: 0)
        #expect(
            (0..<3).map { _ in random.next() } == [
                0x99EC_5F36_CB75_F2B4, 0xBF6E_1F78_4956_452A, 0x1A5F_849D_4933_E6E0,
            ])
        var counts = Array(repeating: 0, count: 7)
        for _ in 0..<7000 { counts[random.below(7)] += 1 }
        #expect(counts.allSatisfy { (800...1200).contains($0) }, "\(counts)")
        #expect((0..<1000).allSatisfy { _ in (0..<1).contains(random.unit()) })
    }
}
