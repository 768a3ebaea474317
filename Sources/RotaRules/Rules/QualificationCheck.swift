internal import RotaModel

/// Whoever works a shift of a set holds a qualification on the date.
struct QualificationNeededCheck: RowCheck {
    private let qualification: QualificationID
    private let set: DutyMask

    init(_ qualification: QualificationID, _ set: ShiftSet, _ facts: Facts) {
        self.qualification = qualification
        self.set = DutyMask(set, facts)
    }

    static func text(_ qualification: String, _ set: ShiftSet) -> String {
        "\(qualification) needed on each \(Words.noun(of: set))"
    }

    func breaches(of row: Row, on stretch: Stretch, _ facts: Facts) -> [Breach] {
        (stretch.first...stretch.last).compactMap { day in
            guard set.contains(row[day]), !facts.holds(qualification, person: row.person, on: day) else { return nil }
            let sentence =
                "\(facts.name(of: row.person)) works \(facts.label(row[day])) on \(facts.date(day)), which needs"
                + " \(facts.name(of: qualification))."
            return Breach(days: day...day, amount: 1, sentence: sentence)
        }
    }
}
