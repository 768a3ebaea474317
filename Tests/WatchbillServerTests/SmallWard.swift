import RotaModel

/// A week of five people, small enough to check every word of its pages by eye.
enum SmallWard {
    static let start = CalendarDate(dayNumber: 20_458)  // Mon 5 Jan 2026

    static func date(_ day: Int) -> CalendarDate { start.advanced(by: day) }

    static func problem() throws -> RotaProblem {
        guard let zone = Zone(name: "Europe/Stockholm"), let early = LocalTime("07:00"), let night = LocalTime("21:00")
        else { throw Missing() }
        let types = [
            ShiftType(id: "E", name: "Early", start: early, length: .hours(8), colour: 1),
            ShiftType(id: "N", name: "Night", start: night, length: Minutes(615), colour: 9, isNight: true),
        ]
        return RotaProblem(
            unit: CrewUnit(id: "w3", name: "Ward <3>", zone: zone), start: start, dayCount: 7,
            holidays: [Holiday(date: date(1), name: "Epiphany")], shiftTypes: types,
            qualifications: [Qualification(id: "lead", name: "May lead")],
            contracts: [Contract(id: "full", name: "Full time", share: 100)],
            people: [
                person("a", "A. Ortega", rank: "Sister", lead: true), person("b", "B. Lindqvist", lead: true),
                person("c", "C. Okafor"), person("d&e", "D. & E. O’Neill"), person("f", "F. Sato"),
            ],
            demand: (0..<7).flatMap { day in
                [
                    Demand(
                        date: date(day), shiftTypes: ["E"], minimum: 1, wanted: 2, maximum: 3, belowWanted: Penalty(10)),
                    Demand(date: date(day), shiftTypes: ["N"], minimum: 1),
                    Demand(
                        date: date(day), shiftTypes: ["E"], qualification: "lead", wanted: 1, belowWanted: Penalty(5)),
                ]
            },
            rules: [
                Rule(id: "rest", .rest(minimum: .hours(11)), source: "Working time directive, article 3"),
                Rule(
                    id: "row", .shiftsInARow(.all, Limits(maximum: 4)), severity: .soft(Penalty(15))),
                Rule(id: "hours", .totalMinutes(Limits(maximum: .hours(40)))),
            ],
            requests: [
                Request(person: "c", date: date(2), wish: .dayOff, weight: Penalty(4)),
                Request(person: "f", date: date(5), wish: .shiftOn("N"), weight: Penalty(3)),
            ],
            absences: [Absence(person: "f", first: date(0), last: date(1), creditPerDay: .hours(8))],
            pins: [Pin(person: "a", date: date(0), shift: "E")])
    }

    private struct Missing: Error {}

    private static func person(_ id: PersonID, _ name: String, rank: String? = nil, lead: Bool = false) -> Person {
        Person(
            id: id, name: name, rank: rank, qualifications: lead ? [Held("lead")] : [], contracts: [Held("full")])
    }

    /// Everybody's duties, a letter a day. C. Okafor's Early after a Night breaks the rest rule.
    static func rota(of problem: RotaProblem) -> Rota {
        var rota = Rota(for: problem)
        let rows = ["EE..EE.", "..EE..E", "NE...NN", "..NNN..", "..E.E.E"]
        for (person, row) in zip(problem.personIndices, rows) {
            for (day, letter) in zip(problem.days, row) where letter != "." {
                guard let shift = problem.index(of: ShiftTypeID(String(letter))) else { continue }
                rota[person, day] = Duty(shift)
            }
        }
        return rota
    }
}

extension SmallWard {
    /// The same for four weeks, with something that cannot be proven in a moment.
    static func long() throws -> RotaProblem {
        var problem = try problem()
        problem.dayCount = 28
        problem.demand = (0..<28).flatMap { day in
            ["E", "N"].map {
                Demand(
                    date: date(day), shiftTypes: [$0], minimum: 0, wanted: 2, maximum: 3,
                    belowWanted: Penalty(7 + day % 3))
            }
        }
        problem.rules = [
            Rule(id: "rest", .rest(minimum: .hours(11))),
            Rule(id: "row", .shiftsInARow(.all, Limits(minimum: 2, maximum: 4)), severity: .soft(Penalty(9))),
            Rule(id: "off", .daysOffInARow(Limits(minimum: 2)), severity: .soft(Penalty(4))),
            Rule(id: "hours", .totalMinutes(Limits(maximum: .hours(130)))),
            Rule(id: "weekends", .weekendsWorked(Limits(maximum: 2)), severity: .soft(Penalty(20))),
        ]
        return problem
    }
}
