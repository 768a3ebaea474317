internal import RotaModel

extension DemoWard {
    /// How many people a shift type needs on one kind of day.
    private struct Need {
        var shift: ShiftTypeID
        var minimum: Int
        var wanted: Int
        var maximum: Int
        /// How many of them must be registered nurses.
        var nurses: Int
    }

    private static let weekday = [
        Need(shift: "E", minimum: 6, wanted: 8, maximum: 10, nurses: 4),
        Need(shift: "D", minimum: 0, wanted: 2, maximum: 4, nurses: 0),
        Need(shift: "L", minimum: 5, wanted: 6, maximum: 8, nurses: 3),
        Need(shift: "N", minimum: 3, wanted: 4, maximum: 5, nurses: 2),
    ]

    /// Saturdays, Sundays and public holidays.
    private static let quietDay = [
        Need(shift: "E", minimum: 5, wanted: 6, maximum: 8, nurses: 3),
        Need(shift: "D", minimum: 0, wanted: 0, maximum: 0, nurses: 0),
        Need(shift: "L", minimum: 4, wanted: 5, maximum: 7, nurses: 2),
        Need(shift: "N", minimum: 3, wanted: 3, maximum: 5, nurses: 2),
    ]

    static var demand: [Demand] {
        let holidayDates = holidays.map(\.date)
        return (0..<dayCount).flatMap { day -> [Demand] in
            let date = date(day)
            let isQuiet = date.weekday >= .saturday || holidayDates.contains(date)
            return (isQuiet ? quietDay : weekday).flatMap { lines(for: $0, on: date) }
        }
    }

    private static func lines(for need: Need, on date: CalendarDate) -> [Demand] {
        var lines = [
            Demand(
                date: date, shiftTypes: [need.shift], minimum: need.minimum, wanted: need.wanted,
                maximum: need.maximum, belowWanted: Penalty(20), aboveWanted: Penalty(5))
        ]
        guard need.nurses > 0 else { return lines }
        lines.append(Demand(date: date, shiftTypes: [need.shift], qualification: "nurse", minimum: need.nurses))
        lines.append(
            Demand(
                date: date, shiftTypes: [need.shift], qualification: "charge", minimum: 1,
                wanted: need.shift == "E" ? 2 : 1, belowWanted: Penalty(10)))
        return lines
    }
}
