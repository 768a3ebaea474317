internal import RotaModel

/// Built in: whoever works a shift holds all qualifications of its type on the date. One finding per cell.
struct EligibilityCheck: RowCheck {
    func breaches(of row: Row, on stretch: Stretch, _ facts: Facts) -> [Breach] {
        (stretch.first...stretch.last).compactMap { day in
            guard let shift = row[day].shift, !facts.problem[shift].qualifications.isEmpty else { return nil }
            let missing = facts.problem[shift].qualifications.filter {
                !facts.holds($0, person: row.person, on: day)
            }
            guard !missing.isEmpty else { return nil }
            let names = Words.list(missing.map(facts.name), "and")
            let sentence =
                "\(facts.name(of: row.person)) works \(facts.label(row[day])) on \(facts.date(day)) without \(names)."
            return Breach(days: day...day, amount: 1, sentence: sentence)
        }
    }
}

/// Built in: nobody works on a date on which none of their contracts holds.
struct EmploymentCheck: RowCheck {
    func breaches(of row: Row, on stretch: Stretch, _ facts: Facts) -> [Breach] {
        (stretch.first...stretch.last).compactMap { day in
            guard !row[day].isOff, !facts.isEmployed(row.person, on: day) else { return nil }
            let sentence =
                "\(facts.name(of: row.person)) works \(facts.label(row[day])) on \(facts.date(day)), when no contract"
                + " holds."
            return Breach(days: day...day, amount: 1, sentence: sentence)
        }
    }
}
