package import RotaModel

/// What somebody may not do on duty. A closed list, since a limit in free words would soon tell the reason.
package enum DutyLimit: String, CaseIterable, Hashable, Comparable, Sendable {
    case noNights, noWatchAlone, noHeights, noHeavyLifting, noDriving, shortShiftsOnly

    /// As pages say it.
    package var words: String {
        switch self {
        case .noNights: "no nights"
        case .noWatchAlone: "no watch alone"
        case .noHeights: "no work at heights"
        case .noHeavyLifting: "no heavy lifting"
        case .noDriving: "no driving"
        case .shortShiftsOnly: "short shifts only"
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What is told of somebody's fitness: all that a planner ever sees of it.
package enum Fitness: Hashable, Sendable, CustomStringConvertible {
    case fit
    /// At least one, in order, each once.
    case fitWithLimits([DutyLimit])
    /// That date is the first on which they are fit again.
    case notFitUntil(CalendarDate)

    /// What is left of it on a date: whoever was not fit until then is fit again.
    package func on(_ date: CalendarDate) -> Fitness {
        if case .notFitUntil(let again) = self, again <= date { return .fit }
        return self
    }

    /// `fit`, `fit with limits: no nights`, `not fit until 2026-03-01`.
    package var description: String {
        switch self {
        case .fit: "fit"
        case .fitWithLimits(let limits): "fit with limits: " + limits.map(\.words).joined(separator: ", ")
        case .notFitUntil(let date): "not fit until \(date)"
        }
    }
}

/// A medical keeper's decision. The newest one holds; of whom nothing was decided is fit. Why is sealed, as an entry on
/// health, and kept beside it, so that nothing that tells of the decision reads it.
package struct FitnessDecision: Hashable, Sendable {
    package let id: EntryID
    package let person: PersonID
    package let fitness: Fitness
    package let decidedBy: PersonID
    package let decidedAt: Instant

    /// A decision as the store holds it.
    package init(id: EntryID, person: PersonID, fitness: Fitness, decidedBy: PersonID, decidedAt: Instant) {
        self.id = id
        self.person = person
        self.fitness = fitness
        self.decidedBy = decidedBy
        self.decidedAt = decidedAt
    }

    /// Decides.
    ///
    /// - Parameter reason: may be empty, and nobody can tell: an empty one is sealed as any other.
    /// - Throws: `RecordError` if there are limits without any, or a reason too long; `SealingError`.
    package static func decide(
        _ fitness: Fitness, because reason: Confidential<String>, as id: EntryID, by permit: Permit<DecideFitness>,
        at now: Instant, with ring: KeyRing, using generator: inout some RandomNumberGenerator
    ) throws -> (decision: FitnessDecision, reason: SealedEnvelope) {
        guard let keeper = permit.caller.person else { throw Refusal.forbidden }
        var told = fitness
        if case .fitWithLimits(let limits) = fitness {
            guard !limits.isEmpty else {
                throw RecordError(.noLimits, "Fit with limits needs a limit. Maybe it should be fit.")
            }
            told = .fitWithLimits(Set(limits).sorted())
        }
        try Self.check(reason)
        let person = permit.subject.person
        let place = SealedPlace(permit.caller.organisation, person, .health, id, .fitnessReason)
        return (
            FitnessDecision(id: id, person: person, fitness: told, decidedBy: keeper, decidedAt: now),
            try ring.seal(reason, at: place, using: &generator)
        )
    }

    static func check(_ reason: Confidential<String>) throws(RecordError) {
        guard reason.reveal().count <= EntryContent.longestBody else {
            throw RecordError(.tooLong, "A reason has at most \(EntryContent.longestBody) characters.")
        }
    }

    /// What the holder of a permit sees: never why, nor who decided.
    ///
    /// - Throws: `Refusal.hidden` if the permit is for another person.
    package func shown(to permit: Permit<ReadFitness>) throws(Refusal) -> Fitness {
        guard permit.subject.person == person else { throw .hidden }
        return fitness
    }

    /// Why, of what is kept beside this one, its reading having been logged.
    package func open(
        _ reason: SealedEnvelope, for reading: LoggedReading, with ring: KeyRing
    ) throws -> Confidential<String> {
        try ring.open(reason, at: SealedPlace(ring.organisation, person, .health, id, .fitnessReason), for: reading)
    }
}
