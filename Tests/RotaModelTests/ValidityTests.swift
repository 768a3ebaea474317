import RotaModel
import Testing
import WatchbillTestKit

@Suite("From when until when something holds")
struct ValidityTests {
    private static func day(_ number: Int) -> CalendarDate { CalendarDate(dayNumber: 20_000 + number) }

    @Test("Both ends are included")
    func ends() {
        let valid = Validity(from: Self.day(1), until: Self.day(3))
        #expect((0...4).filter { valid.contains(Self.day($0)) } == [1, 2, 3])
        #expect(Validity.always.contains(Self.day(-10_000)))
    }

    @Test("Two that meet on one day have that day in common, two that follow each other none")
    func meeting() {
        let first = Validity(until: Self.day(3))
        #expect(first.intersection(Validity(from: Self.day(3))) == Validity(from: Self.day(3), until: Self.day(3)))
        #expect(first.intersection(Validity(from: Self.day(4))) == nil)
        #expect(first.intersection(.always) == first)
    }

    @Test("The intersection holds on a date exactly if both do")
    func intersection() {
        for seed in 0..<UInt64(500) {
            var random = SeededGenerator(seed: seed)
            func validity() -> Validity {
                let from = random.number(in: 0...9)
                return Validity(
                    from: random.chance(percent: 70) ? Self.day(from) : nil,
                    until: random.chance(percent: 70) ? Self.day(random.number(in: from...9)) : nil)
            }
            let (left, right) = (validity(), validity())
            for number in -1...10 {
                let date = Self.day(number)
                let both = left.contains(date) && right.contains(date)
                #expect((left.intersection(right)?.contains(date) ?? false) == both, "seed \(seed), \(number)")
            }
        }
    }
}
