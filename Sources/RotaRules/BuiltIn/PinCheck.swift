internal import RotaModel

/// Built in: a cell that the planner has fixed.
struct PinCheck: Sendable {
    let person: PersonIndex
    let day: Int
    private let duty: Duty
    private let weight: Int

    /// Nil for a pin that the problem has no person, date or shift type for.
    init?(_ pin: Pin, _ facts: Facts) {
        guard let person = facts.index(of: pin.person), let day = facts.problem.day(of: pin.date) else { return nil }
        if let type = pin.shift {
            guard let shift = facts.index(of: type) else { return nil }
            duty = Duty(shift)
        } else {
            duty = .off
        }
        self.person = person
        self.day = day.value
        weight = pin.weight
    }

    func breach(in row: Row, _ facts: Facts) -> Breach? {
        guard row[day] != duty else { return nil }
        let actual = row[day].isOff ? "is off" : "works \(facts.label(row[day]))"
        let pinned = duty.isOff ? "a day off" : facts.label(duty)
        let sentence = "\(facts.name(of: person)) \(actual) on \(facts.date(day)), where \(pinned) is pinned."
        return Breach(days: day...day, amount: weight, sentence: sentence)
    }
}
