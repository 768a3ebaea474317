import RotaModel
import Testing

@Suite("Zones")
struct ZoneTests {
    private func zone(_ name: String) throws -> Zone { try #require(Zone(name: name)) }

    private func instant(
        _ zone: Zone, _ date: String, _ time: String, _ edge: Zone.Edge
    ) throws -> Int {
        let time = try #require(LocalTime(time))
        return zone.instant(of: try #require(CalendarDate(date)), minutes: time.minutesSinceMidnight, edge: edge)
            .seconds
    }

    /// Seconds since 1970 of a time in UTC.
    private func utc(_ date: String, _ time: String) throws -> Int { try instant(.utc, date, time, .start) }

    @Test(
        "The clock's stretches of a year are what holds at its beginning, and each change",
        arguments: [
            ("Europe/Stockholm", ["+1 standard", "+2 summer from +1", "+1 standard from +2"]),
            ("Australia/Lord_Howe", ["+11 summer", "+10.5 standard from +11", "+11 summer from +10.5"]),
            ("Asia/Kolkata", ["+5.5 standard"]), ("UTC", ["+0 standard"]),
        ])
    func stretches(_ name: String, _ expected: [String]) throws {
        let zone = try zone(name)
        let first = try #require(CalendarDate("2026-01-01"))
        let stretches = zone.stretches(from: first, through: try #require(CalendarDate("2026-12-31")))
        func hours(_ seconds: Int) -> String { "+\(Double(seconds) / 3600)".replacing(".0", with: "") }
        let texts = stretches.map { stretch in
            let change = stretch.offsetBefore == stretch.offset ? "" : " from \(hours(stretch.offsetBefore))"
            return "\(hours(stretch.offset)) \(stretch.isSummerTime ? "summer" : "standard")\(change)"
        }
        #expect(texts == expected)
        for stretch in stretches {
            #expect(zone.offset(at: stretch.start) == stretch.offset)
            if stretch.offset != stretch.offsetBefore {
                #expect(zone.offset(at: Instant(seconds: stretch.start.seconds - 1)) == stretch.offsetBefore)
            }
        }
    }

    @Test(
        "Of a repeated time a start is the first and an end the last",
        arguments: [
            ("Europe/Stockholm", "2026-10-25", "02:30", "00:30", "01:30"),
            ("America/New_York", "2026-11-01", "01:30", "05:30", "06:30"),
            // Summer time is UTC+11, standard time UTC+10:30: the date in UTC is the day before.
            ("Australia/Lord_Howe", "2026-04-05", "01:45", "14:45", "15:15"),
        ])
    func repeated(_ name: String, _ date: String, _ time: String, _ first: String, _ last: String) throws {
        let zone = try zone(name)
        let day = try #require(CalendarDate(date))
        let utcDay = name.hasPrefix("Australia") ? day.advanced(by: -1).description : date
        #expect(try instant(zone, date, time, .start) == utc(utcDay, first))
        #expect(try instant(zone, date, time, .end) == utc(utcDay, last))
        let minutes = try #require(LocalTime(time)).minutesSinceMidnight
        #expect(zone.occurrences(of: day, minutes: minutes) == 2)
        #expect(zone.text(of: day, minutes: minutes, edge: .start) == "\(time) (1st)")
        #expect(zone.text(of: day, minutes: minutes, edge: .end) == "\(time) (2nd)")
        #expect(zone.date(at: Instant(seconds: try utc(utcDay, last))) == day)
    }

    @Test(
        "A skipped time is the instant of the change, for a start and an end",
        arguments: [
            ("Europe/Stockholm", "2026-03-29", "02:30", "2026-03-29", "01:00"),
            ("America/New_York", "2026-03-08", "02:30", "2026-03-08", "07:00"),
            ("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03", "15:30"),
        ])
    func skipped(_ name: String, _ date: String, _ time: String, _ utcDate: String, _ change: String) throws {
        let zone = try zone(name)
        for edge in [Zone.Edge.start, .end] {
            #expect(try instant(zone, date, time, edge) == utc(utcDate, change))
        }
        let minutes = try #require(LocalTime(time)).minutesSinceMidnight
        let day = try #require(CalendarDate(date))
        #expect(zone.occurrences(of: day, minutes: minutes) == 0)
        #expect(zone.text(of: day, minutes: minutes, edge: .start) == time)
    }

    @Test("The edges of a repeated hour: its first minute comes twice, its end once")
    func edges() throws {
        let zone = try zone("Europe/Stockholm")
        let day = try #require(CalendarDate("2026-10-25"))
        #expect([119, 120, 179, 180].map { zone.occurrences(of: day, minutes: $0) } == [1, 2, 2, 1])
        let spring = try #require(CalendarDate("2026-03-29"))
        #expect([119, 120, 179, 180].map { zone.occurrences(of: spring, minutes: $0) } == [1, 0, 0, 1])
        // 03:00 is the instant of the change in spring, and an hour after it in autumn.
        #expect(try instant(zone, "2026-03-29", "03:00", .start) == utc("2026-03-29", "01:00"))
        #expect(try instant(zone, "2026-10-25", "03:00", .end) == utc("2026-10-25", "02:00"))
    }

    @Test("Minutes beyond midnight are on a later date, with that date's clock")
    func beyondMidnight() throws {
        let zone = try zone("Europe/Stockholm")
        let saturday = try #require(CalendarDate("2026-03-28"))
        let end = zone.instant(of: saturday, minutes: 21 * 60 + 600, edge: .end)
        #expect(try end.seconds == instant(zone, "2026-03-29", "07:00", .end))
        #expect(zone.text(of: saturday, minutes: 21 * 60 + 600, edge: .end) == "07:00")
    }

    @Test(
        "Away from changes a wall time is one instant, and back again, in any zone",
        arguments: [
            "Europe/Stockholm", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Chatham", "UTC",
        ])
    func roundTrip(_ name: String) throws {
        let zone = try zone(name)
        var random = SeededGenerator(seed: 7)
        let first = try #require(CalendarDate("2026-01-01"))
        for _ in 0..<2000 {
            let day = first.advanced(by: random.below(730))
            let minutes = random.below(1440)
            let start = zone.instant(of: day, minutes: minutes, edge: .start)
            let end = zone.instant(of: day, minutes: minutes, edge: .end)
            #expect(start <= end)
            guard zone.occurrences(of: day, minutes: minutes) == 1 else { continue }
            #expect(start == end)
            #expect(start.seconds + zone.offset(at: start) == day.dayNumber * 86_400 + minutes * 60)
            #expect(zone.date(at: start) == day)
        }
    }

    @Test("There is no zone of an unknown name")
    func unknown() {
        #expect(Zone(name: "Europe/Atlantis") == nil)
        #expect(Zone(name: "") == nil)
    }

    @Test(
        "Shift times are the zone's, on every day of history and period",
        arguments: [
            ("Europe/Stockholm", "2026-03-20"), ("Europe/Stockholm", "2026-10-20"), ("America/New_York", "2026-03-01"),
            ("America/New_York", "2026-10-28"), ("Australia/Lord_Howe", "2026-03-30"),
            ("Australia/Lord_Howe", "2026-09-28"), ("Asia/Kolkata", "2026-03-20"),
        ])
    func shiftTimes(_ name: String, _ start: String) throws {
        let zone = try zone(name)
        let first = try #require(CalendarDate(start))
        let types = stride(from: 0, to: 1440, by: 45).map { minute in
            ShiftType(
                id: ShiftTypeID("s\(minute)"), name: "S", start: LocalTime.midnight.adding(Minutes(minute)),
                length: Minutes(60 + minute * 7 % 1380))
        }
        let problem = RotaProblem(
            unit: CrewUnit(id: "u", name: "U", zone: zone), start: first, dayCount: 14, shiftTypes: types,
            people: [Person(id: "a", name: "A")], historyStart: first.advanced(by: -5))
        let times = ShiftTimes(problem)
        for day in -5..<14 {
            let date = first.advanced(by: day)
            for (index, type) in types.enumerated() {
                let minutes = type.start.minutesSinceMidnight
                let start = zone.instant(of: date, minutes: minutes, edge: .start)
                let end = zone.instant(of: date, minutes: minutes + type.length.value, edge: .end)
                #expect(times.start(of: ShiftIndex(index), on: DayIndex(day)) == start)
                #expect(times.end(of: ShiftIndex(index), on: DayIndex(day)) == end)
                #expect(
                    times.minutes(of: ShiftIndex(index), on: DayIndex(day)).value == (end.seconds - start.seconds) / 60)
            }
        }
    }
}
