internal import RotaModel

/// A rule on the order of days, as an automaton is made of it; equal ones are one automaton.
struct CompiledRule: Hashable {
    var kind: Rule.Kind
    var calendar: WeekendCalendar
    var edges: RunEdges
    var price: Cost
    var stretch: CompiledStretch
}

/// One person's rules, sorted by how they are compiled.
struct RowParts {
    /// An automaton by what makes it; equal names are one automaton.
    enum Automaton: Hashable {
        case rule(CompiledRule)
        /// Days of that remainder modulo 7.
        case alternating(Int, Cost, CompiledStretch)
        case weekends(WeekendCalendar, CompiledStretch)
        case overlap
    }

    /// What a counter adds up.
    enum Source: Hashable {
        case minutes(CompiledStretch)
        /// Days on a duty, by duty.
        case duties([Bool], CompiledStretch)
        case weekends(WeekendCalendar, CompiledStretch)
        case holidays
        /// Requests of that person that are granted.
        case requests(Int)
    }

    struct Counter: Hashable {
        var source: Source
        var limits: RowCounter
    }

    /// People with equal keys share a profile.
    struct Key: Hashable {
        var automata: [Automaton]
        var counters: [Counter]
        var windows: [RowWindow]
    }

    var automata: [Automaton] = []
    var counters: [Counter] = []
    var windows: [RowWindow] = []

    var key: Key { Key(automata: automata, counters: counters, windows: windows) }

    /// The automata that the counters of weekends need, each once.
    var weekendCounts: [Automaton] {
        var found: [Automaton] = []
        for counter in counters {
            guard case .weekends(let calendar, let stretch) = counter.source else { continue }
            let automaton = Automaton.weekends(calendar, stretch)
            if !found.contains(automaton) { found.append(automaton) }
        }
        return found
    }

    /// Sorts in one rule for one stretch of days.
    mutating func add(_ rule: Rule, stretch: CompiledStretch, scopes: RuleScopes, problem: RotaProblem) {
        let price = rule.severity.price
        let calendar = WeekendCalendar(rule.weekend ?? problem.unit.weekend, problem)
        func count(_ source: Source, _ minimum: Int?, _ maximum: Int?, unit: Int = 1) {
            let limits = RowCounter(minimum: minimum ?? .min, maximum: maximum ?? .max, unit: unit, price: price)
            counters.append(Counter(source: source, limits: limits))
        }
        switch rule.kind {
        case .shiftsInARow, .daysOffInARow, .rest, .forbiddenSequence, .wishedSequence, .completeWeekends,
            .sameShiftInWeekend, .weekendsInARow:
            automata.append(
                .rule(
                    CompiledRule(
                        kind: rule.kind, calendar: calendar, edges: rule.edges, price: price, stretch: stretch)))
        case .alternatingWork(let weekdays):
            for weekday in weekdays.sorted() {
                let remainder = ((weekday.rawValue - problem.start.weekday.rawValue) % 7 + 7) % 7
                automata.append(.alternating(remainder, price, stretch))
            }
        case .totalMinutes(let limits):
            count(.minutes(stretch), limits.minimum?.value, limits.maximum?.value, unit: 60)
        case .shiftCount(let set, let limits):
            count(.duties(scopes.members(of: set), stretch), limits.minimum, limits.maximum)
        case .weekendsWorked(let limits):
            count(.weekends(calendar, stretch), limits.minimum, limits.maximum)
        case .minutesInWindow(let days, let maximum):
            windows.append(
                RowWindow(
                    first: stretch.first, last: stretch.last,
                    firstKnown: stretch.first == 0 ? -problem.historyDayCount : stretch.first, length: days,
                    maximum: maximum.value, price: price))
        case .noWork, .together, .apart, .qualifiedOnShift, .qualificationNeeded, .fairness:
            break
        }
    }
}
