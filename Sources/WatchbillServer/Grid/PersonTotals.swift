import RotaModel

/// What a person's row adds up to.
struct PersonTotals: Hashable, Sendable {
    /// Elapsed working time, with what absences credit.
    var minutes: Minutes
    var nights: Int
    /// Weekends with any work.
    var weekends: Int
    /// Minutes above the most or below the least that rules on total hours ask of the person, 0 between; nil where no
    /// rule does.
    var balance: Minutes?

    init(_ person: PersonIndex, in rota: Rota, _ loaded: LoadedProblem) {
        let problem = loaded.problem
        minutes = .zero
        nights = 0
        var weekendDays: Set<Int> = []
        for day in problem.days {
            guard let shift = rota[person, day].shift else { continue }
            minutes += loaded.times.minutes(of: shift, on: day)
            if problem[shift].isNight { nights += 1 }
            let date = problem.date(of: day)
            if let place = problem.unit.weekend.firstIndex(of: date.weekday) {
                weekendDays.insert(date.dayNumber - place)
            }
        }
        weekends = weekendDays.count
        for absence in problem.absences where absence.person == problem[person].id {
            let first = max(absence.first, problem.start)
            let last = min(absence.last, problem.end)
            guard first <= last else { continue }
            minutes += Minutes(absence.creditPerDay.value * (last.dayNumber - first.dayNumber + 1))
        }
        balance = Self.balance(minutes, of: problem[person], in: problem)
    }

    /// Of several rules the one missed by most.
    private static func balance(_ minutes: Minutes, of person: Person, in problem: RotaProblem) -> Minutes? {
        var worst: Minutes?
        for rule in problem.rules {
            guard case .totalMinutes(let limits) = rule.kind, applies(rule.appliesTo, to: person, in: problem) else {
                continue
            }
            var beyond = Minutes.zero
            if let maximum = limits.maximum, minutes > maximum { beyond = minutes - maximum }
            if let minimum = limits.minimum, minutes < minimum { beyond = minutes - minimum }
            if worst.map({ abs(beyond.value) > abs($0.value) }) ?? true { worst = beyond }
        }
        return worst
    }

    private static func applies(_ scope: AppliesTo, to person: Person, in problem: RotaProblem) -> Bool {
        switch scope {
        case .everyone: true
        case .people(let people): people.contains(person.id)
        case .contracts(let contracts):
            problem.days.contains { day in contracts.contains { person.isUnder($0, on: problem.date(of: day)) } }
        }
    }
}
