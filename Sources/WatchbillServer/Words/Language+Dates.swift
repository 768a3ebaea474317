package import RotaModel

extension Language {
    /// `Tue 6 Jan`.
    package func day(_ date: CalendarDate) -> String {
        let (_, month, day) = date.components
        return "\(weekdays[date.weekday.rawValue]) \(day) \(months[month - 1])"
    }

    /// `6 Jan`.
    func short(_ date: CalendarDate) -> String {
        let (_, month, day) = date.components
        return "\(day) \(months[month - 1])"
    }

    /// `6 Jan 2026`.
    func long(_ date: CalendarDate) -> String { "\(short(date)) \(date.components.year)" }

    /// `5 Jan – 8 Feb 2026`, with both years where they differ.
    func period(_ problem: RotaProblem) -> String { period(problem.start, problem.end) }

    func period(_ first: CalendarDate, _ last: CalendarDate) -> String {
        let sameYear = first.components.year == last.components.year
        return text(.period, ["first": sameYear ? short(first) : long(first), "last": long(last)])
    }

    /// `6 Jan` or `6 Jan – 9 Jan`.
    package func days(_ first: CalendarDate, _ last: CalendarDate) -> String {
        first == last ? short(first) : text(.rangeOfDays, ["first": short(first), "last": short(last)])
    }

    /// `Tue 6 Jan 2026 14:05` on the unit's wall clock.
    package func moment(_ instant: Instant, in zone: Zone) -> String {
        let date = zone.date(at: instant)
        let wall = instant.seconds + zone.offset(at: instant)
        let minutes = ((wall % 86_400) + 86_400) % 86_400 / 60
        let time = LocalTime.midnight.adding(Minutes(minutes))
        return "\(weekdays[date.weekday.rawValue]) \(long(date)) \(time)"
    }

    /// `21:00 – 07:15`, told apart where the clock shows a time twice.
    func times(of type: ShiftType, on date: CalendarDate, in zone: Zone) -> String {
        let start = type.start.minutesSinceMidnight
        return text(
            .crossingTimes,
            [
                "start": zone.text(of: date, minutes: start, edge: .start),
                "end": Self.end(start + type.length.value, date, zone),
            ])
    }

    private static func end(_ minutes: Int, _ date: CalendarDate, _ zone: Zone) -> String {
        zone.text(of: date, minutes: minutes, edge: .end)
    }

    /// `152`, `151.5`, `-4`, `0`: hours with at most one decimal, with a real minus sign.
    package func hours(_ minutes: Minutes, signed: Bool = false) -> String {
        let tenths = Int((Double(abs(minutes.value)) / 6).rounded())
        let number = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
        guard tenths != 0 else { return "0" }
        return minutes.value < 0 ? "−\(number)" : signed ? "+\(number)" : number
    }

    /// `0`, `0.4`, `3.8`, `12`: percent, rounded up so that what is claimed as proven is.
    package func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded(.up))
        return tenths >= 100 || tenths % 10 == 0 ? "\((tenths + 9) / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
