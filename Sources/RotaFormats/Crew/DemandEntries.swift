import RotaModel

/// A problem's demand put together again into entries that each stand for many dates.
struct DemandEntries {
    struct Entry {
        /// With any date.
        var line: Demand
        var on: DateChoice
        var except: DateChoice?
    }

    let entries: [Entry]
    /// Whether the demand is what the entries say by date and then as listed, not just as listed.
    let isByDate: Bool

    init(_ problem: RotaProblem) {
        let period = Period(problem)
        let byDate = Self.mergedByDate(problem.demand)
        let groups = byDate ?? Self.runs(problem.demand)
        entries = groups.map { line, dates in
            let (on, except) = period.choice(of: dates)
            return Entry(line: line, on: on, except: except)
        }
        isByDate = byDate != nil
    }

    /// A line but for its date, and how many such ones there were on the date before it.
    private struct Need: Hashable {
        let line: Demand
        let number: Int
    }

    /// The different needs with their dates, in an order that is that of every date; nil if there is none, or if the
    /// demand is not in the order of its dates.
    private static func mergedByDate(_ demand: [Demand]) -> [(line: Demand, dates: [CalendarDate])]? {
        guard zip(demand, demand.dropFirst()).allSatisfy({ $0.date <= $1.date }) else { return nil }
        var positions: [Need: Int] = [:]
        var groups: [(line: Demand, dates: [CalendarDate])] = []
        // What must come later than each, and how many must come before.
        var later: [Set<Int>] = []
        var earlier: [Int] = []
        var previous: Int?
        var seen: [Demand: Int] = [:]
        for line in demand {
            var key = line
            key.date = CalendarDate(dayNumber: 0)
            if previous.map({ groups[$0].dates.last != line.date }) ?? false {
                previous = nil
                seen = [:]
            }
            let need = Need(line: key, number: seen[key, default: 0])
            seen[key, default: 0] += 1
            let position = positions[need] ?? groups.count
            if position == groups.count {
                positions[need] = position
                groups.append((line, []))
                later.append([])
                earlier.append(0)
            }
            groups[position].dates.append(line.date)
            if let previous, later[previous].insert(position).inserted { earlier[position] += 1 }
            previous = position
        }
        // Of those that nothing must come before any more, always the one that appeared first.
        var ready = groups.indices.filter { earlier[$0] == 0 }
        var order: [Int] = []
        while let next = ready.min() {
            ready.removeAll { $0 == next }
            order.append(next)
            for position in later[next].sorted() {
                earlier[position] -= 1
                if earlier[position] == 0 { ready.append(position) }
            }
        }
        return order.count == groups.count ? order.map { groups[$0] } : nil
    }

    /// Lines that differ in their dates only and stand together, date after date.
    private static func runs(_ demand: [Demand]) -> [(line: Demand, dates: [CalendarDate])] {
        var groups: [(line: Demand, dates: [CalendarDate])] = []
        for line in demand {
            var same = line
            if let group = groups.last, let last = group.dates.last, last < line.date {
                same.date = group.line.date
                if same == group.line {
                    groups[groups.count - 1].dates.append(line.date)
                    continue
                }
            }
            groups.append((line, [line.date]))
        }
        return groups
    }
}

/// Puts dates of a period into as few words as there are.
private struct Period {
    let dates: [CalendarDate]
    let holidays: Set<CalendarDate>

    init(_ problem: RotaProblem) {
        dates = problem.days.map { problem.date(of: $0) }
        holidays = Set(problem.holidays.map(\.date)).intersection(dates)
    }

    /// A choice that comes to just these dates, different ones of the period.
    func choice(of wanted: [CalendarDate]) -> (on: DateChoice, except: DateChoice?) {
        let wanted = Set(wanted)
        let missing = dates.filter { !wanted.contains($0) }
        // Weekdays that are in it and, but for holidays, never left out.
        let leftOut = Set(missing.filter { !holidays.contains($0) }.map(\.weekday))
        let weekdays = Set(wanted.filter { !holidays.contains($0) }.map(\.weekday)).subtracting(leftOut)
        let hasHolidays = !holidays.isEmpty && holidays.isSubset(of: wanted)
        var on = DateChoice(weekdays: weekdays, holidays: hasHolidays && !weekdays.isEmpty)
        if on.weekdays.count == Weekday.allCases.count { on.holidays = false }
        on.dates = Set(wanted.filter { !on.contains($0, isHoliday: holidays.contains($0)) })
        let excess = missing.filter { on.contains($0, isHoliday: holidays.contains($0)) }
        if excess.isEmpty { return (simplified(on, wanted), nil) }
        // Only holidays can be too many: those that are not wanted.
        let noHolidays = DateChoice(holidays: true)
        let isAll = holidays.isDisjoint(with: wanted)
        return (on, isAll ? noHolidays : DateChoice(dates: Set(excess)))
    }

    /// Without "holidays" where the weekdays and the dates say it already; dates alone where that is as short.
    private func simplified(_ choice: DateChoice, _ wanted: Set<CalendarDate>) -> DateChoice {
        if choice.weekdays.count + (choice.holidays ? 1 : 0) >= wanted.count { return DateChoice(dates: wanted) }
        var without = choice
        without.holidays = false
        return wanted.allSatisfy { without.contains($0, isHoliday: false) } ? without : choice
    }
}
