import RotaModel
import RotaRules
import Testing

/// A ward small enough to count on one's fingers.
///
/// Its period begins on Mon 5 Jan 2026, so days 5 and 6 are its first weekend. E is 07:00 to 15:00, L 15:00 to 23:00
/// and N, a night, 23:00 to 07:00, all 8 h; Ann and Bo hold no qualification and have no contract. Nothing is asked of
/// it but what a test adds.
enum Ward {
    static func problem(
        days: Int, _ rules: [Rule] = [], history: Int = 0, zone: String = "UTC", start: String = "2026-01-05"
    ) throws -> RotaProblem {
        let first = try date(start)
        let zone = try #require(Zone(name: zone))
        return RotaProblem(
            unit: CrewUnit(id: "ward", name: "Ward", zone: zone), start: first, dayCount: days,
            shiftTypes: [try shift("E", "07:00", 480), try shift("L", "15:00", 480), try night("N", "23:00", 480)],
            people: [Person(id: "ann", name: "Ann"), Person(id: "bo", name: "Bo")], rules: rules,
            historyStart: history > 0 ? first.advanced(by: -history) : nil)
    }

    static func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    static func shift(_ id: ShiftTypeID, _ start: String, _ minutes: Int) throws -> ShiftType {
        ShiftType(id: id, name: "Shift \(id)", start: try #require(LocalTime(start)), length: Minutes(minutes))
    }

    static func night(_ id: ShiftTypeID, _ start: String, _ minutes: Int) throws -> ShiftType {
        var type = try shift(id, start, minutes)
        type.isNight = true
        return type
    }
}

extension RotaProblem {
    /// A rota from one text per person, `E E - N`; people without one are off.
    func rota(_ rows: [String]) throws -> Rota {
        var rota = Rota(for: self)
        for (person, row) in zip(personIndices, rows) {
            let tokens = row.split(separator: " ")
            try #require(tokens.count == dayCount, "The row has \(tokens.count) days, not \(dayCount): \(row)")
            for (day, token) in zip(days, tokens) where token != "-" {
                rota[person, day] = Duty(try #require(index(of: ShiftTypeID(String(token)))))
            }
        }
        return rota
    }

    /// Lets a person have worked these shifts on the last days before the period.
    mutating func recall(_ person: PersonID, _ row: String) {
        let tokens = row.split(separator: " ")
        for (position, token) in tokens.enumerated() where token != "-" {
            let date = start.advanced(by: position - tokens.count)
            history.append(HistoryEntry(person: person, date: date, shift: ShiftTypeID(String(token))))
        }
    }

    /// The sentences of what is wrong with the rota of those rows.
    func sentences(_ rows: String...) throws -> [String] {
        Judge(self).assess(try rota(rows)).findings.map(\.sentence)
    }

    /// What is wrong with the rota of those rows, each as `Ann 0...4: 2`: who, which days and how much.
    func found(_ rows: String...) throws -> [String] {
        Judge(self).assess(try rota(rows)).findings.map { finding in
            let who = finding.person.map { self[$0].name } ?? "ward"
            return "\(who) \(finding.days.lowerBound)...\(finding.days.upperBound): \(finding.amount)"
        }
    }
}
