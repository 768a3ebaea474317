internal import RotaModel

/// Turns the rules on single people into machines, counters and windows, shared by the people they are the same for.
struct RowCompiler {
    private(set) var profiles: [RowProfile] = []
    private(set) var profileOf: [Int] = []
    private(set) var counterBases: [[Int]] = []

    private let problem: RotaProblem
    private let times: ShiftTimes
    private let scopes: RuleScopes
    /// ((history day + day) x duties + duty): elapsed minutes.
    let minutes: [Int32]
    private let history: [UInt8]
    /// By person.
    private let requests: [[Request]]
    private let absences: [[Absence]]
    private let dutyCount: Int

    init(
        _ problem: RotaProblem, times: ShiftTimes, scopes: RuleScopes, fairness: FairShares, minutes: [Int32],
        history: [UInt8]
    ) {
        self.init(problem, times: times, scopes: scopes, minutes: minutes, history: history)
        let parts = collect(fairness)
        var numberOf: [RowParts.Key: Int] = [:]
        var factory = MachineFactory(
            automata: automata(of: parts), dayCount: problem.dayCount, dutyCount: dutyCount,
            peopleCount: problem.people.count)
        for (person, part) in parts.enumerated() {
            if let known = numberOf[part.key] {
                profileOf.append(known)
            } else {
                numberOf[part.key] = profiles.count
                profileOf.append(profiles.count)
                profiles.append(profile(of: part, factory: &factory))
            }
            counterBases.append(part.counters.map { base(of: $0.source, person: person) })
        }
    }

    /// With nothing compiled yet: for what is asked part by part.
    init(_ problem: RotaProblem, times: ShiftTimes, scopes: RuleScopes, minutes: [Int32], history: [UInt8]) {
        self.problem = problem
        self.times = times
        self.scopes = scopes
        self.minutes = minutes
        self.history = history
        dutyCount = problem.shiftTypes.count + 1

        let requests = Dictionary(grouping: problem.requests, by: \.person)
        self.requests = problem.people.map { requests[$0.id] ?? [] }
        let absences = Dictionary(grouping: problem.absences, by: \.person)
        self.absences = problem.people.map { absences[$0.id] ?? [] }
    }

    // MARK: What each person's rules come to

    private func collect(_ fairness: FairShares) -> [RowParts] {
        var parts = problem.people.indices.map { _ in RowParts() }
        for rule in problem.rules { add(rule, fairness, to: &parts) }
        if needsOverlap {
            for person in parts.indices { parts[person].automata.append(.overlap) }
        }
        return parts
    }

    /// Sorts one rule in for all it is about. Requests and the like are prices of cells; pairs and needs are about several
    /// people.
    func add(_ rule: Rule, _ fairness: FairShares, to parts: inout [RowParts]) {
        guard case .fairness(let measure, let tolerance) = rule.kind else {
            for person in problem.people.indices {
                for stretch in scopes.stretches(of: rule, person: person) {
                    parts[person].add(rule, stretch: stretch, scopes: scopes, problem: problem)
                }
            }
            return
        }
        let whole = CompiledStretch(first: 0, last: problem.dayCount - 1)
        let limits = fairness.limits(of: rule, measure: measure, tolerance: tolerance)
        for (person, limit) in limits.enumerated() {
            guard let limit else { continue }
            let source: RowParts.Source =
                switch measure {
                case .nights: .duties(scopes.members(of: ShiftSet.nights), whole)
                case .weekends: .weekends(WeekendCalendar(problem.unit.weekend, problem), whole)
                case .holidays: .holidays
                case .unpopular: .duties([false] + problem.shiftTypes.map(\.isUnpopular), whole)
                case .requests: .requests(person)
                }
            let counter = RowCounter(
                minimum: limit.minimum, maximum: limit.maximum, unit: 1, price: rule.severity.price)
            parts[person].counters.append(RowParts.Counter(source: source, limits: counter))
        }
    }

    /// Whether two shifts of days in a row may be at the same time.
    var needsOverlap: Bool {
        problem.shiftTypes.contains(where: { $0.length.value > 1440 - 180 }) || shiftsCanOverlap
    }

    /// Whether one of the shift types may reach into another of the next day, a change of the clock included.
    private var shiftsCanOverlap: Bool {
        let latest = problem.shiftTypes.map { $0.start.minutesSinceMidnight + $0.length.value }.max() ?? 0
        let earliest = problem.shiftTypes.map { $0.start.minutesSinceMidnight }.min() ?? 0
        // Overlap needs an end after the start of the next day's; the clock may take an hour or more of it.
        return latest > 1440 + earliest - 180
    }

    // MARK: Automata

    /// Every different automaton, those that concern most people first.
    private func automata(of parts: [RowParts]) -> [MachineFactory.Entry] {
        var uses: [RowParts.Automaton: Int] = [:]
        var order: [RowParts.Automaton] = []
        for part in parts {
            for automaton in part.automata + part.weekendCounts {
                if uses[automaton] == nil { order.append(automaton) }
                uses[automaton, default: 0] += 1
            }
        }
        let sorted = order.enumerated().sorted {
            let (one, other) = (uses[$0.element] ?? 0, uses[$1.element] ?? 0)
            return one != other ? one > other : $0.offset < $1.offset
        }
        var rests: [Minutes?: RestAutomaton] = [:]
        return sorted.map { entry in
            let (automaton, price, feeds) = make(entry.element, &rests)
            return MachineFactory.Entry(
                name: entry.element, automaton: automaton, price: price, feedsCounter: feeds,
                initialStates: problem.people.indices.map { stateAfterHistory(automaton, person: $0) })
        }
    }

    /// - Parameter rests: automata by least rest, nil for overlap, so that stretches share what is slow to work out.
    func make(
        _ name: RowParts.Automaton, _ rests: inout [Minutes?: RestAutomaton]
    ) -> (any RowAutomaton, Cost, Bool) {
        func rest(_ minimum: Minutes?) -> RestAutomaton {
            if let known = rests[minimum] { return known }
            let automaton = RestAutomaton(problem, times: times, minimum: minimum)
            rests[minimum] = automaton
            return automaton
        }
        func stretched(_ inner: some RowAutomaton, _ stretch: CompiledStretch) -> any RowAutomaton {
            if stretch == CompiledStretch(first: 0, last: problem.dayCount - 1) { return inner }
            return StretchedAutomaton(inner: inner, stretch: stretch)
        }
        let knownDays = problem.historyDayCount + problem.dayCount
        switch name {
        case .overlap:
            return (rest(nil), Cost(hard: 1, soft: 0), false)
        case .weekends(let calendar, let stretch):
            return (stretched(WeekendCountAutomaton(calendar: calendar), stretch), .zero, true)
        case .alternating(let remainder, let price, let stretch):
            return (stretched(AlternatingAutomaton(remainder: remainder), stretch), price, false)
        case .rule(let rule):
            let automaton: any RowAutomaton
            let stretch = rule.stretch
            // With closed edges runs end with the stretch.
            let end = rule.edges == .closed ? stretch.last : nil
            switch rule.kind {
            case .shiftsInARow(let set, let limits):
                automaton = stretched(
                    RunAutomaton(
                        isMember: scopes.members(of: set), minimum: limits.minimum, maximum: limits.maximum,
                        knownDays: knownDays, end: end), stretch)
            case .daysOffInARow(let limits):
                automaton = stretched(
                    RunAutomaton(
                        isMember: scopes.members(of: DutySet.off), minimum: limits.minimum, maximum: limits.maximum,
                        knownDays: knownDays, end: end), stretch)
            case .weekendsInARow(let limits):
                automaton = stretched(
                    WeekendRunAutomaton(
                        calendar: rule.calendar, minimum: limits.minimum, maximum: limits.maximum,
                        last: stretch.last, edges: rule.edges), stretch)
            case .rest(let minimum):
                automaton = stretched(rest(minimum), stretch)
            case .forbiddenSequence(let pattern, let weekdays):
                let starts = weekdays.map { weekdays in
                    (0..<7).map { weekdays.contains(problem.date(of: DayIndex($0)).weekday) }
                }
                automaton = stretched(
                    ForbiddenSequenceAutomaton(pattern: pattern.map { scopes.members(of: $0) }, starts: starts), stretch
                )
            case .wishedSequence(let after, let then):
                automaton = stretched(
                    WishedSequenceAutomaton(
                        after: after.map { scopes.members(of: $0) }, then: then.map { scopes.members(of: $0) }),
                    stretch)
            case .completeWeekends:
                automaton = stretched(CompleteWeekendAutomaton(calendar: rule.calendar), stretch)
            case .sameShiftInWeekend:
                automaton = stretched(SameShiftAutomaton(calendar: rule.calendar, dutyCount: dutyCount), stretch)
            default:
                preconditionFailure("\(rule.kind) is no rule on the order of days")
            }
            return (automaton, rule.price, false)
        }
    }

    /// What a person did on a day of the history, which is negative.
    func history(of person: Int, day: Int) -> UInt8 {
        history[person * problem.historyDayCount + problem.historyDayCount + day]
    }

    func stateAfterHistory(_ automaton: any RowAutomaton, person: Int) -> Int {
        let days = problem.historyDayCount
        return (0..<days).reduce(automaton.initial) { state, day in
            automaton.step(state, day: day - days, duty: Int(history[person * days + day])).next
        }
    }

    // MARK: Profiles

    private func profile(of part: RowParts, factory: inout MachineFactory) -> RowProfile {
        let (machines, lanes) = factory.machines(for: part.automata + part.weekendCounts)
        let laneCounters = lanes.map { lanes in
            lanes.map { name -> [Int] in
                guard case .weekends(let calendar, let stretch) = name else { return [] }
                return part.counters.indices.filter { part.counters[$0].source == .weekends(calendar, stretch) }
            }
        }
        var rows: [[[RowProfile.Contribution]]: Int] = [:]
        var classOfDay: [Int] = []
        var starts: [Int] = []
        var contributions: [RowProfile.Contribution] = []
        for day in 0..<problem.dayCount {
            let lists = (0..<dutyCount).map { duty in
                part.counters.indices.compactMap { counter -> RowProfile.Contribution? in
                    let amount = amount(of: part.counters[counter].source, day: day, duty: duty)
                    return amount == 0 ? nil : RowProfile.Contribution(counter: counter, amount: amount)
                }
            }
            if let known = rows[lists] {
                classOfDay.append(known)
                continue
            }
            classOfDay.append(rows.count)
            rows[lists] = rows.count
            for list in lists {
                starts.append(contributions.count)
                contributions += list
            }
        }
        return RowProfile(
            machines: machines, laneCounters: laneCounters, counters: part.counters.map(\.limits),
            counterClassOfDay: classOfDay, contributionStart: starts + [contributions.count],
            contributions: contributions, windows: part.windows)
    }

    func amount(of source: RowParts.Source, day: Int, duty: Int) -> Int {
        switch source {
        case .minutes(let stretch):
            return stretch.first <= day && day <= stretch.last
                ? Int(minutes[(problem.historyDayCount + day) * dutyCount + duty]) : 0
        case .duties(let members, let stretch):
            return stretch.first <= day && day <= stretch.last && members[duty] ? 1 : 0
        case .weekends: return 0
        case .holidays:
            let date = problem.date(of: DayIndex(day))
            return duty > 0 && problem.holidays.contains { $0.date == date } ? 1 : 0
        case .requests(let person):
            let date = problem.date(of: DayIndex(day))
            return requests[person].count { $0.date == date && scopes.grants($0.wish)[duty] }
        }
    }

    /// What is counted whatever the row is.
    func base(of source: RowParts.Source, person: Int) -> Int {
        guard case .minutes(let stretch) = source else { return 0 }
        return absences[person].reduce(0) { sum, absence in
            let first = max(absence.first, problem.date(of: DayIndex(stretch.first)))
            let last = min(absence.last, problem.date(of: DayIndex(stretch.last)))
            return first > last ? sum : sum + absence.creditPerDay.value * (last.dayNumber - first.dayNumber + 1)
        }
    }
}
