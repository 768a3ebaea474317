package import RotaModel
internal import RotaRules

/// What it costs to have another duty in a cell, after the rest of the rota has been repaired as well as was possible.
package struct DutyCost: Sendable {
    package enum Certainty: String, Sendable {
        /// No rota with that duty is better.
        case exact
        /// Some rota may be better.
        case atMost
        /// No legal rota with that duty was found.
        case notFound
        /// It is proven that no legal rota has that duty.
        case impossible
    }

    package var duty: Duty
    package var certainty: Certainty
    /// The best rota found with that duty; nil: none is legal.
    package var repair: Repair?
    /// A proven floor under the penalty of every legal rota that has the duty; nil: none was proven.
    var floor: Penalty?
    /// Where no legal rota has the duty: what cannot hold together with it, if it was found in the time.
    package var conflict: Conflict?

    init(duty: Duty, certainty: Certainty, repair: Repair?, floor: Penalty? = nil, conflict: Conflict? = nil) {
        self.duty = duty
        self.certainty = certainty
        self.repair = repair
        self.floor = floor
        self.conflict = conflict
    }
}

/// For each of some duties in a cell, the best legal rota that has it and is found in the time: first by a repair of the rota
/// around the cell, then by a search of the whole from there on, which may prove that there is none better.
///
/// - Parameters:
///   - problem: one that has passed `validate()`.
///   - timeLimit: for all duties together.
package func costs(
    of duties: [Duty], person: PersonIndex, day: DayIndex, in rota: Rota, of problem: RotaProblem, threads: Int,
    timeLimit: Duration, stop: StopSignal = StopSignal()
) -> [DutyCost] {
    let clock = ContinuousClock()
    let end = clock.now + timeLimit
    return duties.enumerated().map { number, duty in
        let share = max(.zero, (end - clock.now) / (duties.count - number))
        return Repairing(problem, rota, person: person, day: day, duty: duty, threads: threads, timeLimit: share, stop)
            .cost(of: duty)
    }
}
