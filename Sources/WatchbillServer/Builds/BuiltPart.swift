import RotaModel

/// The part of a draft that a build may change.
struct BuiltPart: Sendable {
    /// All cells outside of it, as they are; none that the draft pins.
    let rest: [PinnedCell]
    /// The draft's rota: what comes of the build is never worse.
    let start: Rota

    /// - Returns: nil if all of the rota is asked for.
    /// - Throws: `ServerProblem` if what is asked for is not in the draft, or nothing of it may be changed.
    init?(_ request: BuildRequest, of worked: WorkedDraft) throws(ServerProblem) {
        guard request.isPart else { return nil }
        let problem = worked.loaded.problem
        for date in [request.first, request.last].compactMap(\.self) where problem.day(of: date) == nil {
            let last = problem.date(of: DayIndex(problem.dayCount - 1))
            throw .badValue("day", "\(date)", expected: "one from \(problem.start) to \(last)")
        }
        let first = request.first.flatMap { problem.day(of: $0) }?.value ?? 0
        let last = request.last.flatMap { problem.day(of: $0) }?.value ?? problem.dayCount - 1
        guard first <= last else { throw .partOfNothing }
        for person in request.people.sorted() where problem.index(of: person) == nil {
            throw .badValue("person", person.rawValue, expected: "somebody of the rota")
        }
        let pinned = Set(problem.pinnedCells)
        var rest: [PinnedCell] = []
        var isAnyOpen = false
        for person in problem.people.indices {
            let isChosen = request.people.isEmpty || request.people.contains(problem.people[person].id)
            for day in 0..<problem.dayCount {
                let (person, day) = (PersonIndex(person), DayIndex(day))
                let cell = PinnedCell(person: person, day: day, duty: worked.draft.rota[person, day])
                guard !pinned.contains(cell) else { continue }
                if isChosen, (first...last).contains(day.value) { isAnyOpen = true } else { rest.append(cell) }
            }
        }
        guard isAnyOpen else { throw .partOfNothing }
        self.rest = rest
        start = worked.draft.rota
    }
}
