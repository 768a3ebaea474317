internal import RotaModel

/// Two people on the same shift whenever the first works, or never.
struct CompanyCheck: DayCheck {
    enum Wish {
        case together, apart
    }

    let wish: Wish
    let person: PersonIndex?
    let other: PersonIndex?

    init(_ wish: Wish, _ person: PersonID, _ other: PersonID, _ facts: Facts) {
        self.wish = wish
        self.person = facts.index(of: person)
        self.other = facts.index(of: other)
    }

    static func text(_ wish: Wish, _ person: String, _ other: String) -> String {
        switch wish {
        case .together: "whenever \(person) works, \(other) is on the same shift"
        case .apart: "\(person) and \(other) never on the same shift"
        }
    }

    func breaches(in rota: Rota, on day: Int, _ facts: Facts) -> [Breach] {
        guard let person, let other else { return [] }
        let duty = rota[person, DayIndex(day)]
        guard !duty.isOff, (duty == rota[other, DayIndex(day)]) == (wish == .apart) else { return [] }
        let (name, otherName) = (facts.name(of: person), facts.name(of: other))
        let sentence =
            switch wish {
            case .together:
                "\(name) works \(facts.label(duty)) on \(facts.date(day)) without \(otherName);"
                    + " the two belong together."
            case .apart:
                "\(name) and \(otherName) both work \(facts.label(duty)) on \(facts.date(day)); they are to be apart."
            }
        return [Breach(days: day...day, amount: 1, sentence: sentence)]
    }
}

/// At least one holder of a qualification on each shift of a set that anybody works.
struct QualifiedCheck: DayCheck {
    let person: PersonIndex? = nil
    private let qualification: QualificationID
    private let shifts: [ShiftIndex]

    init(_ qualification: QualificationID, _ set: ShiftSet, _ facts: Facts) {
        self.qualification = qualification
        shifts = DutyMask(set, facts).shifts
    }

    static func text(_ qualification: String, _ set: ShiftSet) -> String {
        "at least one with \(qualification) on each \(Words.noun(of: set)) that anybody works"
    }

    func breaches(in rota: Rota, on day: Int, _ facts: Facts) -> [Breach] {
        var isWorked = Array(repeating: false, count: facts.problem.shiftTypes.count)
        var isHeld = isWorked
        for person in facts.problem.personIndices {
            guard let shift = rota[person, DayIndex(day)].shift else { continue }
            isWorked[shift.value] = true
            if !isHeld[shift.value] {
                isHeld[shift.value] = facts.holds(qualification, person: person, on: day)
            }
        }
        return shifts.filter { isWorked[$0.value] && !isHeld[$0.value] }.map { shift in
            let sentence =
                "Nobody on \(facts.problem[shift].id) on \(facts.date(day)) has"
                + " \(facts.name(of: qualification)); at least one."
            return Breach(days: day...day, amount: 1, sentence: sentence)
        }
    }
}
