import CrewRecords
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Supplies")
struct SupplyTests {
    private static func date(_ day: Int) -> CalendarDate { CalendarDate(dayNumber: 20_500 + day) }

    private static func code(_ error: any Error) -> RecordError.Code? { (error as? RecordError)?.code }

    @Test("last until the last day whose use is there, between a day of much and one of little use")
    func told() throws {
        // Ten pens, half of one a day; on a bad day one, on a good day a quarter.
        let supply = try Supply(
            measure: "pens", counts: [Stock(Self.date(0), 10_000)], use: try DailyUse(500, from: 250, to: 1000))
        #expect(supply.lastDay == LastDay(earliest: Self.date(9), expected: Self.date(19), latest: Self.date(39)))
        // What is left on the twentieth day is less than a day's use.
        let less = try Supply(measure: "pens", counts: [Stock(Self.date(0), 9_999)], use: try DailyUse(500))
        #expect(less.lastDay == LastDay(Self.date(18)))
        // Nothing there: the day before was the last one.
        let none = try Supply(measure: "pens", counts: [Stock(Self.date(0), 0)], use: try DailyUse(500))
        #expect(none.lastDay == LastDay(Self.date(-1)))
        // Nobody looks ten years ahead.
        let much = try Supply(measure: "pens", counts: [Stock(Self.date(0), Supply.most)], use: try DailyUse(500))
        #expect(much.lastDay == LastDay(nil))
    }

    @Test("last longer by what is delivered in time, and not by what comes too late")
    func delivered() throws {
        let counted = try Supply(measure: "pens", counts: [Stock(Self.date(0), 10_000)], use: try DailyUse(1000))
        // On the day on which there would be nothing left it comes in the morning.
        let inTime = try counted.delivered(Stock(Self.date(10), 5_000))
        #expect(inTime.lastDay == LastDay(Self.date(14)))
        let late = try counted.delivered(Stock(Self.date(11), 5_000))
        #expect(late.lastDay == LastDay(Self.date(9)))
        // Once it has been counted, it counts.
        let today = Self.date(11)
        #expect(try late.counted(Stock(today, 5_000), on: today).lastDay == LastDay(Self.date(15)))
        // What a count has in it is not told again.
        #expect { try counted.delivered(Stock(Self.date(0), 1)) } throws: { Self.code($0) == .badExpiry }
        #expect { try counted.counted(Stock(Self.date(-1), 1), on: today) } throws: { Self.code($0) == .badExpiry }
        // A count of the same day takes the place of the one before.
        #expect(try counted.counted(Stock(Self.date(0), 8_000), on: today).counts == [Stock(Self.date(0), 8_000)])
    }

    @Test("are not counted on a day to come, and a count that was is undone by the next one")
    func ahead() throws {
        let counted = try Supply(measure: "pens", counts: [Stock(Self.date(0), 10_000)], use: try DailyUse(1000))
        #expect { try counted.counted(Stock(Self.date(6), 5_000), on: Self.date(5)) } throws: {
            Self.code($0) == .badExpiry && "\($0)".contains("to come")
        }
        #expect(try counted.counted(Stock(Self.date(5), 5_000), on: Self.date(5)).count == Stock(Self.date(5), 5_000))
        // The year was mistyped when it was written down.
        let mistyped = try Supply(measure: "pens", counts: [Stock(Self.date(365), 9_000)], use: try DailyUse(1000))
        #expect(
            try mistyped.counted(Stock(Self.date(1), 8_000), on: Self.date(2)).counts == [Stock(Self.date(1), 8_000)])
    }

    @Test("keep every delivery to come up to their number, and refuse one more")
    func manyToCome() throws {
        var supply = try Supply(measure: "pens", counts: [Stock(Self.date(0), 10_000)], use: try DailyUse(1000))
        for week in 1...Supply.mostKept { supply = try supply.delivered(Stock(Self.date(7 * week), 7_000)) }
        #expect(supply.expected.count == Supply.mostKept && supply.expected.first?.date == Self.date(7))
        #expect(supply.lastDay == LastDay(Self.date(10 + 7 * Supply.mostKept - 1)))
        #expect { try supply.delivered(Stock(Self.date(5), 1_000)) } throws: {
            Self.code($0) == .tooMany && "\($0)".contains("\(Supply.mostKept)")
        }
        // Once some have come, there is room again, and what came is one.
        let later = try supply.counted(Stock(Self.date(20), 4_000), on: Self.date(20))
        #expect(later.deliveries.first == Stock(Self.date(14), 14_000))
        #expect(try later.delivered(Stock(Self.date(25), 1_000)).expected.count == Supply.mostKept - 1)
    }

    @Test(
        "are estimated from all that came between the counts that are kept, however often some came",
        arguments: 1...100 as ClosedRange<UInt64>)
    func often(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var (counts, deliveries, day) = ([Stock(Self.date(0), 50_000)], [Stock](), 0)
        var supply = try Supply(measure: "pieces", counts: counts, use: try DailyUse(1000))
        for _ in 0..<random.number(in: 3...30) {
            let next = day + random.number(in: 5...40)
            for came in (0..<random.number(in: 0...5)).map({ _ in random.number(in: (day + 1)...next) }).sorted() {
                let stock = Stock(Self.date(came), random.number(in: 0...30_000))
                deliveries.append(stock)
                supply = try supply.delivered(stock)
            }
            day = next
            counts.append(Stock(Self.date(day), random.number(in: 0...50_000)))
            supply = try supply.counted(Stock(Self.date(day), counts[counts.count - 1].quantity), on: Self.date(day))
        }
        #expect(supply.deliveries.count < Supply.mostKept, "seed \(seed)")
        let all = UseRate(Array(counts.suffix(Supply.mostKept)), deliveries)
        #expect(UseRate(supply.counts, supply.deliveries) == all, "seed \(seed)")
        // Nothing of it is lost on the way through the store, be it as much as a million each time.
        let terms = ExpiryTerms(.supply(supply))
        #expect(ExpiryTerms(sealedBytes: terms.sealedBytes) == terms, "seed \(seed)")
        var most = try Supply(measure: "pieces", counts: [Stock(Self.date(0), 0)], use: try DailyUse(1000))
        for came in 1...3 { most = try most.delivered(Stock(Self.date(came), Supply.most)) }
        most = try most.counted(Stock(Self.date(4), Supply.most), on: Self.date(4))
        #expect(ExpiryTerms(sealedBytes: ExpiryTerms(.supply(most)).sealedBytes)?.supply == most)
    }

    @Test("are estimated from counts: by what goes in the mean, and how much that changes")
    func estimated() throws {
        // In 10 days 12, in 10 more 8: one a day in the mean; each is 2 off, so the variance of a day is (4/10 + 4/10) / 1.
        let counts = [Stock(Self.date(0), 40_000), Stock(Self.date(10), 28_000), Stock(Self.date(20), 20_000)]
        let rate = UseRate(counts, [])
        #expect(rate.mean == 1000 && rate.variance == 800_000)
        let supply = try Supply(measure: "litres", counts: counts, use: nil)
        // 20 days in the mean. The mean is told from 20 days, so n days vary by 800,000 (n + n²/20): of 12 days, much is
        // 12,000 + 2 √(800,000 · 19.2) = 19,838; of 13 days 21,286.
        let last = supply.lastDay
        #expect(last.expected == Self.date(20 + 19))
        #expect(last.earliest == Self.date(20 + 11))
        // Little, of 39 days, is 39,000 - 2 √(800,000 · 115.05) = 19,813; of 40 days 20,404.
        #expect(last.latest == Self.date(20 + 38))
        // A delivery between counts was used, too.
        let more = UseRate(counts, [Stock(Self.date(20), 10_000)])
        #expect(more.mean == 1500)
        // Two counts tell of no change, so they are too few.
        #expect { try Supply(measure: "litres", counts: Array(counts.prefix(2)), use: nil) } throws: {
            Self.code($0) == .badExpiry
        }
    }

    /// Day by day: what is there, less what goes.
    private func simulated(_ supply: Supply, _ need: (Int) -> Int) -> CalendarDate? {
        var there = supply.count.quantity
        for day in 0..<Supply.horizon {
            let date = supply.count.date.advanced(by: day)
            there += supply.expected.filter { $0.date == date }.reduce(0) { $0 + $1.quantity }
            // What has gone until the end of the day.
            if need(day + 1) > there { return date.advanced(by: -1) }
        }
        return nil
    }

    @Test("end on the day on which they end if each day is lived through", arguments: 1...300 as ClosedRange<UInt64>)
    func property(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var counts: [Stock] = []
        var (day, quantity) = (0, random.number(in: 0...80_000))
        for _ in 0..<random.number(in: 1...6) {
            counts.append(Stock(Self.date(day), quantity))
            day += random.number(in: 1...20)
            quantity = max(0, quantity - random.number(in: -3_000...20_000))
        }
        let deliveries = (0..<random.number(in: 0...4)).map { _ in
            Stock(Self.date(random.number(in: 1...(day + 40))), random.number(in: 0...30_000))
        }.sorted { $0.date < $1.date }
        let low = random.number(in: 0...500)
        let usual = random.number(in: max(1, low)...1500)
        let high = random.number(in: usual...4000)
        let isTold = counts.count < Supply.countsToEstimate || random.chance(percent: 50)
        let supply = try Supply(
            measure: "pieces", counts: counts, deliveries: deliveries,
            use: isTold ? try DailyUse(usual, from: low, to: high) : nil)
        let last = supply.lastDay
        if isTold {
            #expect(last.earliest == simulated(supply) { high * $0 }, "seed \(seed)")
            #expect(last.expected == simulated(supply) { usual * $0 }, "seed \(seed)")
            #expect(last.latest == simulated(supply) { low * $0 }, "seed \(seed)")
        } else {
            let rate = UseRate(supply.counts, supply.deliveries)
            #expect(last.earliest == simulated(supply) { rate.need($0, deviations: 2) }, "seed \(seed)")
            #expect(last.expected == simulated(supply) { rate.need($0, deviations: 0) }, "seed \(seed)")
            #expect(last.latest == simulated(supply) { rate.need($0, deviations: -2) }, "seed \(seed)")
        }
        let far = CalendarDate(dayNumber: .max)
        #expect((last.earliest ?? far) <= (last.expected ?? far), "seed \(seed)")
        #expect((last.expected ?? far) <= (last.latest ?? far), "seed \(seed)")
        // Nothing of it is lost on the way through the store.
        let terms = ExpiryTerms(.supply(supply), neededFor: random.chance(percent: 50) ? .duty : .nothing)
        #expect(ExpiryTerms(sealedBytes: terms.sealedBytes) == terms, "seed \(seed)")
    }

    @Test("end between their bounds nine times in ten, if what goes is as it was")
    func covered() throws {
        var random = SeededGenerator(seed: 11)
        var inside = 0
        let trials = 400
        for _ in 0..<trials {
            /// About 1000 a day, each by itself.
            func use() -> Int { (0..<6).reduce(0) { sum, _ in sum + random.number(in: 0...333) } }
            var (stock, counts) = (200_000, [Stock]())
            for day in 0...120 {
                if day % 15 == 0 { counts.append(Stock(Self.date(day), stock)) }
                stock -= use()
            }
            let supply = try Supply(measure: "pieces", counts: counts, use: nil)
            var (left, day) = (supply.count.quantity, 120)
            while left >= 0 {
                left -= use()
                day += 1
            }
            let last = Self.date(day - 2)
            let bounds = supply.lastDay
            if let earliest = bounds.earliest, let latest = bounds.latest, (earliest...latest).contains(last) {
                inside += 1
            }
        }
        // By Student's distribution it is 92 in a hundred, two deviations being told from eight spans.
        #expect(inside * 100 >= trials * 88, "\(inside) of \(trials)")
    }

    @Test("are written in amounts with up to three decimals")
    func amounts() {
        for (text, amount) in [("12", 12_000), ("12.5", 12_500), ("0.025", 25), ("1000000", Supply.most)] {
            #expect(Amount.thousandths(text) == amount && Amount.text(amount) == text)
        }
        for text in ["", ".", "1.", ".5", "-1", "1,5", "1.2345", "1e3", "1000001", "１", "99999999999999999999"] {
            #expect(Amount.thousandths(text) == nil, "\(text)")
        }
    }
}
