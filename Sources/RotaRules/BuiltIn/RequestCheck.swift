internal import RotaModel

/// Built in: a person's wish for a date, looked up. Soft, by its own weight.
struct RequestCheck: Sendable {
    let person: PersonIndex
    let day: Int
    let weight: Penalty
    private let wish: Request.Wish
    /// The duty it is about, for the wishes that name a shift type.
    private let duty: Duty

    /// Nil for a request that the problem has no person, date or shift type for.
    init?(_ request: Request, _ facts: Facts) {
        guard let person = facts.index(of: request.person), let day = facts.problem.day(of: request.date) else {
            return nil
        }
        switch request.wish {
        case .shiftOn(let type), .shiftOff(let type):
            guard let shift = facts.index(of: type) else { return nil }
            duty = Duty(shift)
        case .dayOff, .dayOn: duty = .off
        }
        self.person = person
        self.day = day.value
        weight = request.weight
        wish = request.wish
    }

    func isGranted(by duty: Duty) -> Bool {
        switch wish {
        case .shiftOn: duty == self.duty
        case .shiftOff: duty != self.duty
        case .dayOff: duty.isOff
        case .dayOn: !duty.isOff
        }
    }

    func isGranted(by row: Row) -> Bool { isGranted(by: row[day]) }

    /// `to work E`.
    func words(_ facts: Facts) -> String {
        switch wish {
        case .shiftOn: "to work \(facts.label(duty))"
        case .shiftOff: "not to work \(facts.label(duty))"
        case .dayOff: "to be off"
        case .dayOn: "to work"
        }
    }

    func breach(in row: Row, _ facts: Facts) -> Breach? {
        guard !isGranted(by: row), weight > .zero else { return nil }
        return Breach(days: day...day, amount: 1, sentence: refusal(row[day], facts))
    }

    /// What was wished, and what there is instead.
    func refusal(_ duty: Duty, _ facts: Facts) -> String {
        let actual = duty.isOff ? "is off" : "works \(facts.label(duty))"
        return "\(facts.name(of: person)) wished \(words(facts)) on \(facts.date(day)), but \(actual)."
    }
}
