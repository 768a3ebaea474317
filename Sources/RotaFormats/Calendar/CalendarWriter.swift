internal import RotaModel

/// Writes events as an iCalendar object (RFC 5545), for calendar programs that fetch it again and again.
///
/// The same events give the same text, byte for byte.
package struct CalendarWriter {
    private var text = ""

    /// - Parameters:
    ///   - name: what programs call the calendar.
    ///   - events: in the order in which they are written.
    package static func calendar(name: String, events: [CalendarEvent]) -> String {
        var writer = CalendarWriter()
        writer.write(name, events)
        return writer.text
    }

    private init() {}

    private mutating func write(_ name: String, _ events: [CalendarEvent]) {
        line("BEGIN:VCALENDAR")
        line("VERSION:2.0")
        line("PRODID:-//Watchbill//Watchbill//EN")
        line("CALSCALE:GREGORIAN")
        // RFC 7986, 5.1 and 5.7, and what programs of before it read instead.
        line("NAME:\(Self.escaped(name))")
        line("X-WR-CALNAME:\(Self.escaped(name))")
        line("REFRESH-INTERVAL;VALUE=DURATION:PT1H")
        line("X-PUBLISHED-TTL:PT1H")
        for (zone, years) in Self.zones(of: events) { self.zone(zone, years) }
        for event in events { self.event(event) }
        line("END:VCALENDAR")
    }

    // MARK: Zones

    /// The zones that events name, with the years in which they do; by their names.
    private static func zones(of events: [CalendarEvent]) -> [(Zone, ClosedRange<Int>)] {
        var all: [Zone: ClosedRange<Int>] = [:]
        for event in events {
            guard case .hours(let start, let end, let zone) = event.time else { continue }
            let (first, last) = (zone.date(at: start).components.year, zone.date(at: end).components.year)
            let known = all[zone] ?? first...last
            all[zone] = min(known.lowerBound, first)...max(known.upperBound, last)
        }
        return all.sorted { $0.key.name < $1.key.name }
    }

    /// Each change of the clock in those years as it was, without a rule: a rule would have to be guessed from them.
    private mutating func zone(_ zone: Zone, _ years: ClosedRange<Int>) {
        struct Kind: Hashable {
            let offsetBefore: Int
            let offset: Int
            let isSummerTime: Bool
        }
        guard let first = CalendarDate(year: years.lowerBound, month: 1, day: 1),
            let last = CalendarDate(year: years.upperBound, month: 12, day: 31)
        else { return }
        line("BEGIN:VTIMEZONE")
        line("TZID:\(zone.name)")
        let stretches = zone.stretches(from: first, through: last)
        var kinds: [(kind: Kind, starts: [Instant])] = []
        for stretch in stretches {
            let kind = Kind(
                offsetBefore: stretch.offsetBefore, offset: stretch.offset, isSummerTime: stretch.isSummerTime)
            if let index = kinds.firstIndex(where: { $0.kind == kind }) {
                kinds[index].starts.append(stretch.start)
            } else {
                kinds.append((kind, [stretch.start]))
            }
        }
        for (kind, starts) in kinds {
            let name = kind.isSummerTime ? "DAYLIGHT" : "STANDARD"
            // When it begins is told by the clock of before.
            let onsets = starts.map { Self.utc(Instant(seconds: $0.seconds + kind.offsetBefore)) }
            line("BEGIN:\(name)")
            line("DTSTART:\(onsets[0])")
            // The first stands here too: there are readers that know no onset without a rule or a date. Each has a line of
            // its own, since vobject 0.9.9 loses those of a line that it folds.
            for onset in onsets { line("RDATE:\(onset)") }
            line("TZOFFSETFROM:\(Self.offset(kind.offsetBefore))")
            line("TZOFFSETTO:\(Self.offset(kind.offset))")
            line("END:\(name)")
        }
        line("END:VTIMEZONE")
    }

    /// `+0100`, and with seconds where there are some.
    private static func offset(_ seconds: Int) -> String {
        let (minutes, rest) = abs(seconds).quotientAndRemainder(dividingBy: 60)
        let parts = [minutes / 60, minutes % 60] + (rest == 0 ? [] : [rest])
        return (seconds < 0 ? "-" : "+") + parts.map { Self.digits($0, 2) }.joined()
    }

    // MARK: Events

    private mutating func event(_ event: CalendarEvent) {
        line("BEGIN:VEVENT")
        line("UID:\(Self.escaped(event.uid))")
        // Without a method this is when it was last revised (RFC 5545, 3.8.7.2).
        line("DTSTAMP:\(Self.utc(event.changedAt))Z")
        line("LAST-MODIFIED:\(Self.utc(event.changedAt))Z")
        line("SEQUENCE:\(event.sequence)")
        line("STATUS:\(event.isCancelled ? "CANCELLED" : "CONFIRMED")")
        switch event.time {
        case .hours(let start, let end, let zone):
            line("DTSTART\(Self.time(start, in: zone))")
            // One that the clock skips whole has no length, which is told by no end (RFC 5545, 3.6.1).
            if end > start { line("DTEND\(Self.time(end, in: zone))") }
            line("TRANSP:\(event.isCancelled ? "TRANSPARENT" : "OPAQUE")")
        case .day(let date):
            line("DTSTART;VALUE=DATE:\(Self.date(date))")
            line("DTEND;VALUE=DATE:\(Self.date(date.advanced(by: 1)))")
            line("TRANSP:TRANSPARENT")
        }
        line("SUMMARY:\(Self.escaped(event.summary))")
        if let place = event.place { line("LOCATION:\(Self.escaped(place))") }
        line("END:VEVENT")
    }

    /// By the zone's clock; in UTC for the second of two instants at which the clock shows the same, since a reader takes
    /// it for the first (RFC 5545, 3.3.5).
    private static func time(_ instant: Instant, in zone: Zone) -> String {
        let (date, seconds) = zone.wallTime(at: instant)
        guard zone.instant(of: date, minutes: seconds / 60, edge: .start).seconds + seconds % 60 == instant.seconds
        else { return ":\(utc(instant))Z" }
        return ";TZID=\(zone.name):\(time(date, seconds))"
    }

    private static func utc(_ instant: Instant) -> String {
        let date = Zone.utc.date(at: instant)
        return time(date, instant.seconds - date.dayNumber * 86_400)
    }

    /// `20260105T070000`.
    private static func time(_ date: CalendarDate, _ seconds: Int) -> String {
        let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60]
        return "\(Self.date(date))T\(parts.map { digits($0, 2) }.joined())"
    }

    private static func date(_ date: CalendarDate) -> String {
        let (year, month, day) = date.components
        return digits(year, 4) + digits(month, 2) + digits(day, 2)
    }

    private static func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }

    // MARK: Lines

    /// As values of kind TEXT are (RFC 5545, 3.3.11). Control characters, which have no place in one, are left out.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += "\\\(scalar)"
            case "\n": escaped += "\\n"
            case "\t": escaped.unicodeScalars.append(scalar)
            case let control where control.properties.generalCategory == .control: break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Folds what is longer than 75 bytes, never within a character (RFC 5545, 3.1).
    private mutating func line(_ content: String) {
        var length = 0
        for scalar in content.unicodeScalars {
            let count = UTF8.width(scalar)
            if length + count > 75 {
                text += "\r\n "
                length = 1
            }
            text.unicodeScalars.append(scalar)
            length += count
        }
        text += "\r\n"
    }
}
