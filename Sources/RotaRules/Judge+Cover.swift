package import RotaModel

/// A shift that has become free: somebody's who drops out, or an open one.
package struct Vacancy: Hashable, Sendable {
    package var date: CalendarDate
    package var shift: ShiftTypeID
    /// Who drops out; nil: it is open.
    package var leaver: PersonID?

    package init(date: CalendarDate, shift: ShiftTypeID, leaver: PersonID? = nil) {
        self.date = date
        self.shift = shift
        self.leaver = leaver
    }

    /// What it comes to if somebody takes it.
    package func taken(by person: PersonID) -> ExchangeProposal {
        guard let leaver else { return ExchangeProposal(asker: person, date: date, shift: shift) }
        return ExchangeProposal(asker: leaver, other: person, date: date, shift: shift)
    }
}

/// Somebody who may legally take a free shift, and what speaks for asking them sooner or later.
package struct CoverCandidate: Hashable, Sendable {
    package let person: PersonID
    package let name: String
    /// How many of that kind they have carried this year: nights for a night, weekends for a shift at a weekend, holidays for
    /// one on a holiday; else unpopular ones.
    package let carried: Int
    /// As in `LedgerEntry.presence`: by which what was carried is fair.
    package let presence: Int
    /// That they have in this rota.
    package let minutes: Minutes
    /// In percent of full time.
    package let share: Int
    /// By how much the rota's penalty changes if they take it; negative is better.
    package let cost: Int

    /// Whoever has carried less for their presence is asked first; then whoever has fewer hours for their contract; then by
    /// whom the rota is disturbed less.
    fileprivate func comesBefore(_ other: Self) -> Bool {
        let (own, theirs) = (carried * max(1, other.presence), other.carried * max(1, presence))
        if own != theirs { return own < theirs }
        let (hours, others) = (minutes.value * max(1, other.share), other.minutes.value * max(1, share))
        if hours != others { return hours < others }
        return (cost, person) < (other.cost, other.person)
    }
}

extension Judge {
    /// Those who may take a free shift, in a fair order.
    ///
    /// - Parameters:
    ///   - past: what was published of the year.
    ///   - away: who is away on its date.
    /// - Complexity: that of `isLegal` and of judging a rota, for each person of the problem.
    package func candidates(
        for vacancy: Vacancy, in rota: Rota, past: PastRotas, away: Set<PersonID>
    ) -> [CoverCandidate] {
        guard let type = problem.index(of: vacancy.shift).map({ problem[$0] }), problem.day(of: vacancy.date) != nil,
            let year = CalendarDate(year: vacancy.date.components.year, month: 1, day: 1)
        else { return [] }
        let isHoliday = problem.holidays.contains { $0.date == vacancy.date }
        let weekend = problem.unit.weekend
        let isWeekend = (0..<weekend.count).contains { weekend.first == vacancy.date.advanced(by: -$0).weekday }
        let carriedOf: (LedgerEntry) -> Int =
            type.isNight
            ? { $0.nights } : isHoliday ? { $0.holidays } : isWeekend ? { $0.weekends } : { $0.unpopular }
        let hours = Dictionary(
            DatedRota(rota, of: problem).hours.map { ($0.person, $0.minutes) }, uniquingKeysWith: { $1 })
        let before = assess(rota).penalty.value
        return problem.personIndices.compactMap { index -> CoverCandidate? in
            let person = problem[index]
            let proposal = vacancy.taken(by: person.id)
            guard person.id != vacancy.leaver, !away.contains(person.id), person.isEmployed(on: vacancy.date),
                isLegal(proposal, in: rota), let changed = proposal.applied(to: rota, of: problem)
            else { return nil }
            let account = past.account(of: person.id, over: year..<vacancy.date)
            let held = Set(person.contracts.filter { $0.valid.contains(vacancy.date) }.map(\.id))
            return CoverCandidate(
                person: person.id, name: person.name, carried: carriedOf(account), presence: account.presence,
                minutes: hours[person.id] ?? .zero,
                share: problem.contracts.filter { held.contains($0.id) }.map(\.share).max() ?? 100,
                cost: assess(changed).penalty.value - before)
        }.sorted { $0.comesBefore($1) }
    }
}
