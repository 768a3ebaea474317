import RotaModel

/// Which dates of a period an entry of demand is for.
struct DateChoice {
    var weekdays: Set<Weekday> = []
    var holidays = false
    var dates: Set<CalendarDate> = []

    static let everyDay = DateChoice(weekdays: Set(Weekday.allCases))

    func contains(_ date: CalendarDate, isHoliday: Bool) -> Bool {
        weekdays.contains(date.weekday) || (holidays && isHoliday) || dates.contains(date)
    }
}

/// Demand: each entry of the document stands for the same need on many dates.
extension CrewReader {
    static let everyDay = "every day"
    static let onHolidays = "holidays"
    static let orderByDate = "byDate"
    static let orderAsListed = "asListed"

    /// The demand of each date, as `docs/formats.md` orders it: by date and then as listed, or just as listed.
    mutating func demand(_ value: JSONValue?, order: JSONValue?, of problem: RotaProblem) -> [Demand] {
        let isByDate = reader.word(order, [(Self.orderByDate, true), (Self.orderAsListed, false)]) ?? true
        let holidays = Set(problem.holidays.map(\.date))
        // Where the period is unusable, which is told by itself, an entry is still looked at, on one date.
        let isUsable = ProblemLimits.days.contains(problem.dayCount)
        let period = (0..<(isUsable ? problem.dayCount : 1)).map { problem.start.advanced(by: $0) }
        var lines: [(line: Demand, entry: Int)] = []
        for (number, element) in reader.list(value, of: "objects").enumerated() {
            let before = reader.faultCount
            guard let (need, on, except) = demandEntry(element, isUsable ? problem : nil), reader.faultCount == before
            else { continue }
            var line = need
            let dates = period.filter {
                let isHoliday = holidays.contains($0)
                return on.contains($0, isHoliday: isHoliday) && !except.contains($0, isHoliday: isHoliday)
            }
            line.date = dates.first ?? problem.start
            demandEntries.append((line, element))
            if dates.isEmpty, isUsable {
                reader.collector.report(
                    "The entry is for no date of the period.", at: element.place, severity: .warning)
            }
            guard lines.count + dates.count <= ProblemLimits.entries else {
                reader.report(
                    "The entries up to this one stand for more than \(ProblemLimits.entries) lines of demand.",
                    at: element)
                break
            }
            for date in dates {
                line.date = date
                lines.append((line, number))
            }
        }
        if isByDate { lines.sort { ($0.line.date, $0.entry) < ($1.line.date, $1.entry) } }
        return lines.map(\.line)
    }

    /// An entry, with any date, and the dates it is for and those that are left out of them.
    private mutating func demandEntry(
        _ value: JSONValue, _ problem: RotaProblem?
    ) -> (line: Demand, on: DateChoice, except: DateChoice)? {
        let fields = reader.fields(
            of: value, "an entry of demand", required: ["on", "shifts"],
            optional: [
                "except", "qualification", "minimum", "wanted", "maximum", "belowMinimum", "belowWanted", "aboveWanted",
                "aboveMaximum",
            ])
        guard let fields else { return nil }
        let line = Demand(
            date: CalendarDate(dayNumber: 0), shiftTypes: ids(fields["shifts"], of: "shift types") ?? [],
            qualification: reader.text(fields["qualification"]).map { QualificationID($0) },
            minimum: reader.whole(fields["minimum"]) ?? 0, wanted: reader.whole(fields["wanted"]),
            maximum: reader.whole(fields["maximum"]), belowMinimum: severity(fields["belowMinimum"]) ?? .hard,
            belowWanted: Penalty(reader.whole(fields["belowWanted"], "a weight") ?? 0),
            aboveWanted: Penalty(reader.whole(fields["aboveWanted"], "a weight") ?? 0),
            aboveMaximum: severity(fields["aboveMaximum"]) ?? .hard)
        return (
            line, dateChoice(fields["on"], problem) ?? .everyDay, dateChoice(fields["except"], problem) ?? DateChoice()
        )
    }

    /// `"every day"`, or a list of weekdays, dates and `"holidays"`; nil if it is not there.
    private mutating func dateChoice(_ value: JSONValue?, _ problem: RotaProblem?) -> DateChoice? {
        guard let value else { return nil }
        if value.text == Self.everyDay { return .everyDay }
        guard value.kind == .array else {
            reader.report(
                "\(value.shown) stands where \"\(Self.everyDay)\", or a list of weekdays, dates and"
                    + " \"\(Self.onHolidays)\", is expected.", at: value)
            return nil
        }
        var choice = DateChoice()
        if value.elements.isEmpty { reader.report("The list of days may not be empty.", at: value) }
        for element in value.elements {
            let text = element.text ?? ""
            if text == Self.onHolidays {
                choice.holidays = true
            } else if let weekday = Weekday(name: text) {
                choice.weekdays.insert(weekday)
            } else if let date = CalendarDate(text) {
                choice.dates.insert(date)
                if let problem, problem.day(of: date) == nil {
                    reader.report(
                        "\(date) is outside the period, which goes from \(problem.start) to \(problem.end).",
                        at: element)
                }
            } else {
                let hint = NearMiss.hint(for: text, in: Weekday.allCases.map(\.name) + [Self.onHolidays])
                reader.report(
                    "\(element.shown) stands where a weekday, a date like \"2026-01-05\" or \"\(Self.onHolidays)\" is"
                        + " expected.\(hint)", at: element)
            }
        }
        return choice
    }

    /// `"hard"` or a weight; nil if it is not there.
    mutating func severity(_ value: JSONValue?) -> Severity? {
        guard let value else { return nil }
        if value.text == "hard" { return .hard }
        return reader.whole(value, "\"hard\" or a weight").map { .soft(Penalty($0)) }
    }
}
