import RotaModel
internal import RotaRules
internal import WatchbillStore

/// What is otherwise in a period that is opened anew.
struct PeriodNews: Sendable {
    /// Names, in the rota's order.
    let joined: [String]
    let left: [String]
    /// Names with what they have asked for since, or take back.
    let wishes: [String]
    /// Names of those who are away otherwise.
    let away: [String]
    /// Names of those who are qualified, or employed, otherwise on dates of the period.
    let held: [String]
    let isOtherSetup: Bool
    let isOtherPast: Bool

    init(from old: RotaProblem, to new: RotaProblem) {
        let (before, after) = (Set(old.people.map(\.id)), Set(new.people.map(\.id)))
        joined = new.people.filter { !before.contains($0.id) }.map(\.name)
        left = old.people.filter { !after.contains($0.id) }.map(\.name)
        func changed<Thing: Hashable>(_ things: (RotaProblem) -> [Thing], _ whose: (Thing) -> PersonID) -> [String] {
            let other = Set(things(old)).symmetricDifference(things(new)).map(whose)
            let people = Set(other).intersection(before).intersection(after)
            return new.people.filter { people.contains($0.id) }.map(\.name)
        }
        // A wish's weight is the set-up's.
        wishes = changed({ $0.requests.map { Wished(person: $0.person, date: $0.date, wish: $0.wish) } }, \.person)
        away = changed({ $0.absences.map { Away(person: $0.person, first: $0.first, last: $0.last) } }, \.person)
        held = changed({ Holding.all(in: $0) }, \.person)
        isOtherSetup = old.rules != new.rules || old.demand != new.demand || old.shiftTypes != new.shiftTypes
        isOtherPast = old.history != new.history
    }

    private struct Wished: Hashable {
        let person: PersonID
        let date: CalendarDate
        let wish: Request.Wish
    }

    private struct Away: Hashable {
        let person: PersonID
        let first: CalendarDate
        let last: CalendarDate
    }

    /// A qualification or contract on a date of the period: how it is on other dates, or written down, is no news.
    private struct Holding: Hashable {
        enum Thing: Hashable {
            case qualification(QualificationID)
            case contract(ContractID)
        }

        let person: PersonID
        let date: CalendarDate
        let thing: Thing

        static func all(in problem: RotaProblem) -> [Holding] {
            let dates = problem.days.map { problem.date(of: $0) }
            return problem.people.flatMap { person in
                dates.flatMap { date in
                    let qualifications = person.qualifications.filter { $0.valid.contains(date) }
                    let contracts = person.contracts.filter { $0.valid.contains(date) }
                    let things =
                        qualifications.map { Thing.qualification($0.id) } + contracts.map { Thing.contract($0.id) }
                    return things.map { Holding(person: person.id, date: date, thing: $0) }
                }
            }
        }
    }

    func lines(_ language: Language) -> [String] {
        let named = [
            (Phrase.renewJoined, joined), (.renewLeft, left), (.renewWishes, wishes), (.renewAway, away),
            (.renewHeld, held),
        ]
        return named.filter { !$0.1.isEmpty }.map { language.text($0.0, ["names": $0.1.joined(separator: ", ")]) }
            + (isOtherSetup ? [language[.renewSetup]] : []) + (isOtherPast ? [language[.renewPast]] : [])
    }
}

extension WorkedDraft {
    /// As the first draft of another problem.
    func carried(into new: RotaProblem) -> CarriedDraft {
        let old = loaded.problem
        var rota = Rota(for: new)
        var pins: [PinnedCell] = []
        let pinned = Set(draft.pinned)
        for person in old.personIndices {
            guard let newPerson = new.index(of: old[person].id) else { continue }
            for day in old.days {
                guard let newDay = new.day(of: old.date(of: day)) else { continue }
                var duty = draft.rota[person, day]
                if let shift = duty.shift {
                    guard let newShift = new.index(of: old[shift].id) else { continue }
                    duty = Duty(newShift)
                }
                rota[newPerson, newDay] = duty
                if pinned.contains(PinnedCell(person: person, day: day, duty: draft.rota[person, day])) {
                    pins.append(PinnedCell(person: newPerson, day: newDay, duty: duty))
                }
            }
        }
        let assessment = Judge(new).assess(rota)
        return CarriedDraft(
            rota: rota, pins: pins, penalty: assessment.penalty, isFeasible: assessment.isFeasible)
    }
}
