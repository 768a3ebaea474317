import CrewRecords
import RotaModel
import Testing
import WatchbillTestKit

@Suite("The record of hours of rest at sea")
struct RestRecordTests {
    /// Mon 5 Jan 2026.
    private static let monday = CalendarDate(dayNumber: 20_458)

    private static func at(_ minute: Int, _ zone: Zone = .utc, from date: CalendarDate = monday) -> Instant {
        Instant(seconds: zone.instant(of: date, minutes: 0, edge: .start).seconds + minute * 60)
    }

    /// Hours of the days from Monday on, as ranges of hours since its midnight.
    private static func record(_ hours: Range<Int>..., days: Int = 3) -> RestRecord {
        RestRecord(
            over: monday...monday.advanced(by: days - 1),
            work: hours.map { at($0.lowerBound * 60)..<at($0.upperBound * 60) }, in: .utc, at: at(days * 1440))
    }

    @Test("has half hours of work and rest, and how much rest there is")
    func halves() throws {
        // The watches of the second mate: 00 to 04 and 12 to 16.
        let record = Self.record(0..<4, 12..<16, 24..<28, 36..<40)
        let day = try #require(record.days.first)
        #expect(day.halves.prefix(8).allSatisfy { $0 == .work } && day.halves[8] == .rest)
        #expect(day.halves.filter { $0 == .work }.count == 16 && !day.isLong)
        #expect(day.rest == .hours(16) && day.faults.isEmpty)
        #expect(record.days[1].leastInDay == .hours(16) && record.days[1].leastInWeek == Minutes(7 * 1440 - 16 * 60))
    }

    @Test("says what falls short, by its letter")
    func faults() {
        // 15 hours at a stretch: 9 hours of rest, and more than 14 hours between two periods of it.
        #expect(Self.record(6..<21).days[0].faults == [.daily, .interval])
        // Three rests of 4 hours: enough in all, but none of 6 hours.
        #expect(Self.record(0..<4, 8..<12, 16..<20, 24..<28).days[1].faults.contains(.divided))
        // 7, 2 and 2 hours: eleven in all, but only nine of them in two periods.
        #expect(Self.record(0..<5, 12..<16, 18..<22, 24..<29).days[1].faults == [.divided])
        // A break of 50 minutes is no rest.
        let short = RestRecord(
            over: Self.monday...Self.monday,
            work: [Self.at(0)..<Self.at(500), Self.at(550)..<Self.at(900)], in: .utc, at: Self.at(1440))
        #expect(short.days[0].rest == Minutes(540) && short.days[0].faults.contains(.interval))
        // 13.5 hours a day: 10.5 hours of rest each day, 73.5 in seven.
        let long = RestRecord(
            over: Self.monday...Self.monday.advanced(by: 8),
            work: (0..<9).map { Self.at($0 * 1440)..<Self.at($0 * 1440 + 810) }, in: .utc, at: Self.at(9 * 1440))
        #expect(long.days[8].faults == [.weekly] && long.days[8].leastInWeek == Minutes(4410))
    }

    @Test("knows nothing of what is still to come")
    func toCome() {
        let record = RestRecord(
            over: Self.monday...Self.monday.advanced(by: 1), work: [Self.at(600)..<Self.at(720)], in: .utc,
            at: Self.at(720))
        #expect(record.days[0].halves[23] == .work && record.days[0].halves[24] == .toCome)
        #expect(record.days[0].rest == Minutes(600) && record.days[1].rest == nil && record.days[1].leastInDay == nil)
    }

    @Test("has a date of 23 and one of 25 hours where the clock changes")
    func clockChanges() throws {
        let zone = try #require(Zone(name: "Europe/Stockholm"))
        for (text, hours, skipped, isLong) in [("2026-03-29", 23, 2, false), ("2026-10-25", 25, 0, true)] {
            let date = try #require(CalendarDate(text))
            // From midnight to 04:00 on the clock.
            let end = zone.instant(of: date, minutes: 240, edge: .end)
            let record = RestRecord(
                over: date...date, work: [Self.at(0, zone, from: date)..<end], in: zone,
                at: Self.at(3000, zone, from: date))
            let day = try #require(record.days.first)
            #expect(day.halves.filter { $0 == .skipped }.count == skipped && day.isLong == isLong, "\(text)")
            #expect(day.halves[7] == .work && day.halves[8] == .rest, "\(text)")
            #expect(day.rest == .hours(20), "the date has \(hours) hours, of which \(hours - 20) were worked")
        }
    }

    @Test("is what brute force on minutes finds", arguments: 0..<60 as Range<UInt64>)
    func brute(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let zone = try #require(Zone(name: random.pick(["UTC", "Europe/Stockholm", "Australia/Lord_Howe"])))
        let first = try #require(CalendarDate(random.pick(["2026-01-05", "2026-03-27", "2026-10-03", "2026-10-23"])))
        let length = 4
        let origin = Self.at(0, zone, from: first).seconds / 60
        var work: [Range<Instant>] = []
        var minute = -8 * 1440
        while minute < length * 1440 {
            let rest = random.pick([20, 59, 60, 61, 180, 300, 360, 400, 600, 720, 900])
            let worked = random.pick([5, 30, 120, 240, 360, 480, 720, 850])
            work.append(
                Instant(
                    seconds: (origin + minute + rest) * 60)..<Instant(seconds: (origin + minute + rest + worked) * 60))
            minute += rest + worked
        }
        let now = random.number(in: 1000...(length * 1440 + 500))
        let record = RestRecord(
            over: first...first.advanced(by: length - 1), work: work.shuffled(), in: zone,
            at: Instant(seconds: (origin + now) * 60))
        // By minute since eight days before: whether it is work, breaks filled in.
        let begin = origin - 8 * 1440
        let ends = Self.at(0, zone, from: first.advanced(by: length)).seconds / 60
        let end = min(origin + now, ends)
        var isWork = (begin..<end).map { minute in
            work.contains { $0.contains(Instant(seconds: minute * 60)) }
        }
        var gap: Int?
        for index in isWork.indices {
            if isWork[index] {
                if let from = gap, index - from < 60 { for filled in from..<index { isWork[filled] = true } }
                gap = nil
            } else if gap == nil, index > 0, isWork[index - 1] {
                gap = index
            }
        }
        for day in record.days {
            let from = Self.at(0, zone, from: day.date).seconds / 60
            let to = min(Self.at(0, zone, from: day.date.advanced(by: 1)).seconds / 60, end)
            guard from < end else {
                #expect(day.rest == nil && day.faults.isEmpty)
                continue
            }
            let known = from - begin..<to - begin
            func rest(_ last: Int, _ count: Int) -> Int { (last - count..<last).count { !isWork[$0] } }
            let least = known.map { rest($0 + 1, 1440) }.min() ?? 0
            #expect(day.rest == Minutes(known.count { !isWork[$0] }), "seed \(seed), \(day.date)")
            #expect(day.leastInDay == Minutes(least), "seed \(seed), \(day.date)")
            let week = known.map { rest($0 + 1, 7 * 1440) }.min() ?? 0
            #expect(day.leastInWeek == Minutes(week), "seed \(seed), \(day.date)")
            #expect(day.faults.contains(.daily) == (least < 600) && day.faults.contains(.weekly) == (week < 77 * 60))
            // The 841st minute of work in a row.
            let isLasting = known.contains { minute in
                isWork[minute] && (minute - 840...minute).allSatisfy { isWork[$0] } && !isWork[minute - 841]
            }
            #expect(day.faults.contains(.interval) == isLasting, "seed \(seed), \(day.date)")
        }
    }
}
