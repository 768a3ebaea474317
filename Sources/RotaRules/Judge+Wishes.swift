package import RotaModel

/// A request that a rota does not grant.
package struct RefusedWish: Hashable, Sendable {
    /// Position in `RotaProblem.requests`.
    package var request: Int
    package var person: PersonIndex
    package var day: DayIndex
    /// The penalty for not granting it.
    package var weight: Penalty
    /// The duties that would grant it: off first, then shift types in the problem's order.
    package var duties: [Duty]
    /// Whether the planner has fixed what there is instead.
    package var isPinned: Bool
    /// What was wished, and what there is instead.
    package var sentence: String
}

extension Judge {
    /// The requests that a rota does not grant, by person and day; those of one person, or of everybody.
    package func refusedWishes(in rota: Rota, of person: PersonIndex? = nil) -> [RefusedWish] {
        let duties = [Duty.off] + problem.shiftIndices.map { Duty($0) }
        let refused = requests.enumerated().compactMap { position, check -> RefusedWish? in
            guard let check, person == nil || check.person == person else { return nil }
            let duty = rota[check.person, DayIndex(check.day)]
            guard !check.isGranted(by: duty) else { return nil }
            return RefusedWish(
                request: position, person: check.person, day: DayIndex(check.day), weight: check.weight,
                duties: duties.filter { check.isGranted(by: $0) },
                isPinned: isPinned(Cell(person: check.person, day: check.day)),
                sentence: check.refusal(duty, facts))
        }
        return refused.sorted { ($0.person, $0.day, $0.request) < ($1.person, $1.day, $1.request) }
    }
}
