package import RotaModel
package import RotaRules

/// Days on which somebody will not come.
package struct Away: Hashable, Sendable {
    package var person: PersonIndex
    package var days: ClosedRange<DayIndex>

    package init(person: PersonIndex, days: ClosedRange<DayIndex>) {
        self.person = person
        self.days = days
    }
}

/// How a repair is looked for.
package struct RepairSettings: Sendable {
    /// The first day that may still be changed; nil: the first on which somebody is away.
    package var now: DayIndex?
    /// Working time credited for each day away; nil: as much as the rota had that person work on it.
    package var credit: Minutes?
    /// At least 1. The same repairs are found whatever their number, unless the time is up first.
    package var threads: Int
    /// Nil: until all has been tried.
    package var timeLimit: Duration?
    /// Repairs to tell of at most.
    package var most: Int

    package init(
        now: DayIndex? = nil, credit: Minutes? = nil, threads: Int = 1, timeLimit: Duration? = .seconds(10),
        most: Int = 5
    ) {
        self.now = now
        self.credit = credit
        self.threads = threads
        self.timeLimit = timeLimit
        self.most = most
    }
}

/// A cell in which two rotas differ.
package struct DutyChange: Hashable, Sendable {
    package var person: PersonIndex
    package var day: DayIndex
    package var old: Duty
    package var new: Duty
}

/// One way to do without somebody.
package struct Repair: Hashable, Sendable {
    package var rota: Rota
    /// By person in the problem's order, then by day; those who are away are among them.
    package var changes: [DutyChange]
    /// Who has other duties than before, without those who are away; in the problem's order.
    package var disturbed: [PersonIndex]
    /// Of the whole rota, by the judge.
    package var penalty: Penalty
    /// Hard findings that the rota did not have before: none for a legal repair.
    package var broken: [Finding]
    /// Soft findings that are new or worse, as they are now; and that are gone or less, as they were.
    package var missed: [Finding]
    package var mended: [Finding]

    package var isLegal: Bool { broken.isEmpty }
}

/// What looking for repairs came to.
package struct RepairResult: Sendable {
    package enum Outcome: String, Sendable {
        case legal
        /// No legal repair was found; there may be one.
        case noneFound
        /// It is proven that there is no legal repair.
        case noneExists
    }

    package var outcome: Outcome
    /// The problem with the absences: what repairs are judged by.
    package var problem: RotaProblem
    /// Of the rota before anybody was away.
    package var before: Penalty
    /// The first day that could be changed.
    package var now: DayIndex
    /// By rank: fewest people disturbed, then fewest shifts changed, then least penalty. Where none is legal, those that
    /// break least.
    package var repairs: [Repair]
    package var seconds: Double
}

/// Ways to do without people who will be away, all else being as little disturbed as may be.
///
/// A legal repair breaks no hard rule that the rota did not break before. Days before `settings.now` and pinned cells stay
/// as they are; a pin of somebody who is away gives way to the absence.
/// - Parameters:
///   - problem: one that has passed `validate()`.
///   - away: at least one.
///   - stop: ends the search within 100 ms when asked to, with the best so far.
package func repair(
    _ problem: RotaProblem, _ rota: Rota, away: [Away], settings: RepairSettings = RepairSettings(),
    stop: StopSignal = StopSignal()
) -> RepairResult {
    Repairing(problem, rota, away: away, settings: settings, stop: stop).result()
}
