import Foundation
import RotaFormats
import RotaModel
import Testing
import WatchbillTestKit

/// What calendar programs are told, read by two readers that know nothing of each other: `icalendar`, which takes zones by
/// their names, and `vobject`, which takes them from what the calendar says of their clocks.
@Suite("Calendars")
struct CalendarTests {
    private static func zone(_ name: String) throws -> Zone { try #require(Zone(name: name)) }

    private static func shift(
        _ date: String, _ start: Int, _ length: Int, in zone: Zone, uid: String = "1"
    ) throws -> CalendarEvent {
        let date = try #require(CalendarDate(date))
        return CalendarEvent(
            uid: uid,
            time: .hours(
                from: zone.instant(of: date, minutes: start, edge: .start),
                until: zone.instant(of: date, minutes: start + length, edge: .end), in: zone),
            summary: "Night (N)", place: "Ward 3", sequence: 0, changedAt: Instant(seconds: 1_767_700_000))
    }

    @Test("are written as recorded, folded and escaped")
    func golden() throws {
        let stockholm = try Self.zone("Europe/Stockholm")
        var night = try Self.shift("2026-10-24", 21 * 60, 615, in: stockholm)
        night.summary = "Night; long, \\ with\nall words that there are in the language of the house (N)"
        night.place = "Öppenvården på fjärde våningen, korridoren åt söder, sängplats ett till åtta"
        night.isCancelled = true
        night.sequence = 3
        let away = CalendarEvent(
            uid: "2", time: .day(try #require(CalendarDate("2026-12-31"))), summary: "Away", sequence: 0,
            changedAt: Instant(seconds: 1_767_700_000))
        let text = CalendarWriter.calendar(name: "My shifts", events: [night, away])
        #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
        #expect(Golden.difference(text.replacing("\r\n", with: "\n"), "calendar.ics") == nil)
    }

    /// Prints what a reader takes a calendar to say: for each event a line.
    private static let script = """
        import sys, datetime
        def stamp(value):
            if not isinstance(value, datetime.datetime): return value.isoformat()
            if value.tzinfo is None: return "floating"
            return str(round(value.timestamp()))
        text = open(sys.argv[2], encoding="utf-8", newline="").read()
        if sys.argv[1] == "icalendar":
            import icalendar
            calendar = icalendar.Calendar.from_ical(text)
            for event in calendar.walk("VEVENT"):
                assert not event.errors, event.errors
                print("|".join([str(event["UID"]), stamp(event.start), stamp(event.end), str(event["SUMMARY"]),
                    str(event.get("LOCATION", "")), str(event["STATUS"]), str(event["SEQUENCE"]),
                    stamp(event["LAST-MODIFIED"].dt)]))
        else:
            import vobject
            calendar = vobject.readOne(text)
            calendar.validate()
            for event in getattr(calendar, "vevent_list", []):
                print("|".join([event.uid.value, stamp(event.dtstart.value), stamp(event.dtend.value),
                    event.summary.value, event.location.value if hasattr(event, "location") else "",
                    event.status.value, event.sequence.value, stamp(event.last_modified.value)]))
        """

    private static func line(_ event: CalendarEvent) -> String {
        let times =
            switch event.time {
            case .hours(let start, let end, _): ["\(start.seconds)", "\(end.seconds)"]
            case .day(let date): [date.description, date.advanced(by: 1).description]
            }
        return
            ([event.uid] + times + [
                event.summary, event.place ?? "", event.isCancelled ? "CANCELLED" : "CONFIRMED", "\(event.sequence)",
                "\(event.changedAt.seconds)",
            ]).joined(separator: "|")
    }

    private static func read(_ events: [CalendarEvent], by reader: String) throws -> [String] {
        let folder = try Python.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "calendar.ics")
        try CalendarWriter.calendar(name: "My shifts", events: events)
            .write(to: file, atomically: true, encoding: .utf8)
        let text = String(decoding: try Python.run(script, [reader, file.path]), as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    }

    private static func expectSame(_ events: [CalendarEvent], by reader: String, _ comment: Comment? = nil) throws {
        let read = try read(events, by: reader)
        #expect(read.count == events.count, comment)
        for (found, event) in zip(read, events) { #expect(found == line(event), comment) }
    }

    @Test(
        "are read right where the clock goes forward and back, by start and end", arguments: ["icalendar", "vobject"])
    func clock(reader: String) throws {
        let (stockholm, york) = (try Self.zone("Europe/Stockholm"), try Self.zone("America/New_York"))
        let howe = try Self.zone("Australia/Lord_Howe")
        var events: [CalendarEvent] = []
        for (zone, dates) in [
            (stockholm, ["2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25", "2026-07-01"]),
            (york, ["2026-03-07", "2026-03-08", "2026-10-31", "2026-11-01", "2026-01-01", "2026-12-31"]),
            (howe, ["2026-04-04", "2026-04-05", "2026-10-03", "2026-10-04"]),
        ] {
            for date in dates {
                // A night over the change; from and to the hour that is skipped or occurs twice.
                for (start, length) in [(21 * 60, 600), (60, 60), (90, 60), (120, 30), (150, 480), (0, 150), (0, 1440)]
                {
                    let event = try Self.shift(date, start, length, in: zone, uid: "\(events.count)")
                    guard case .hours(let from, let until, _) = event.time, from < until else { continue }
                    events.append(event)
                }
            }
        }
        try Self.expectSame(events, by: reader)
    }

    @Test(
        "say the same to both readers, whatever the zone, the year, the words and the change",
        arguments: ["icalendar", "vobject"])
    func random(reader: String) throws {
        let seed = UInt64.random(in: 0...999_999)
        var random = SeededGenerator(seed: seed)
        let zones = try [
            "UTC", "Europe/London", "Asia/Kolkata", "America/St_Johns", "Pacific/Auckland", "America/New_York",
            "America/Santiago", "Pacific/Honolulu", "Asia/Tehran",
        ].map(Self.zone)
        let words = [
            "Early", "Natt – lång", "a;b,c\\d", "two\\nlines", "日勤",
            "x".padding(toLength: 90, withPad: "yz", startingAt: 0),
        ]
        let events = try (0..<200).map { number -> CalendarEvent in
            let date = CalendarDate(dayNumber: 20_089 + random.number(in: 0...1500))
            var event = try Self.shift(
                date.description, random.number(in: 0...95) * 15, random.number(in: 5...96) * 15,
                in: random.pick(zones), uid: "\(number)")
            if random.chance(percent: 15) { event.time = .day(date) }
            event.summary = random.pick(words)
            event.place = random.chance(percent: 50) ? random.pick(words) : nil
            event.isCancelled = random.chance(percent: 30)
            event.sequence = random.number(in: 0...12)
            event.changedAt = Instant(seconds: 1_700_000_000 + random.number(in: 0...99_999_999))
            return event
        }
        try Self.expectSame(events, by: reader, "seed \(seed)")
    }

    @Test("with nothing in them are calendars too", arguments: ["icalendar", "vobject"])
    func empty(reader: String) throws {
        #expect(try Self.read([], by: reader).isEmpty)
    }
}
