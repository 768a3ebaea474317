import RotaModel
import Testing
import WatchbillTestKit

@Suite("What a unit's rotas are made of")
struct UnitSetupTests {
    @Test(
        "numbers of people are read as they are written",
        arguments: [
            ("2", Headcount(2)), ("2-3", Headcount(2, wanted: 3)), ("2 – 3", Headcount(2, wanted: 3)),
            ("2-3-5", Headcount(2, wanted: 3, maximum: 5)), ("2--5", Headcount(2, maximum: 5)), ("0", Headcount(0)),
        ])
    func headcounts(text: String, count: Headcount) {
        #expect(Headcount(text) == count)
        #expect(Headcount(count.description) == count)
    }

    @Test(
        "and nothing else is", arguments: ["", "-", "two", "3-2", "1-2-3-4", "-1", "2-", "2-3-", "--5", "2-x", "10001"])
    func noHeadcounts(text: String) { #expect(Headcount(text) == nil) }

    @Test("an exception comes before a holiday, a holiday before its weekday, the last exception first")
    func dates() {
        let monday = CalendarDate("2026-01-05") ?? CalendarDate(dayNumber: 0)
        let row = DemandRow(
            shiftTypes: ["E"], week: [2, 2, 2, 2, nil, 1, 1].map { $0.map { Headcount($0) } }, holidays: Headcount(9),
            exceptions: [
                DemandException(first: monday, last: monday.advanced(by: 2), headcount: Headcount(5)),
                DemandException(first: monday.advanced(by: 2), last: monday.advanced(by: 3), headcount: nil),
            ])
        let holiday = monday.advanced(by: 8)
        let setup = UnitSetup(demand: [row])
        let demand = setup.demand(from: monday, days: 14, holidays: [monday, holiday])
        let counts = Dictionary(uniqueKeysWithValues: demand.map { ($0.date.dayNumber - monday.dayNumber, $0.minimum) })
        #expect(counts == [0: 5, 1: 5, 5: 1, 6: 1, 7: 2, 8: 9, 9: 2, 10: 2, 12: 1, 13: 1])
    }
}

@Suite("What published versions say of the past")
struct PastRotasTests {
    let monday = CalendarDate("2026-01-05") ?? CalendarDate(dayNumber: 0)

    /// A version of two people over some days; letters are E (a day), N (a night, unpopular) and `.`.
    private func version(_ rows: [String], from start: CalendarDate, requests: [Request] = []) -> DatedRota {
        let types = [
            ShiftType(id: "E", name: "Early", start: .midnight, length: .hours(8)),
            ShiftType(id: "N", name: "Night", start: .midnight, length: .hours(8), isNight: true, isUnpopular: true),
        ]
        var problem = RotaProblem(
            unit: CrewUnit(id: "w", name: "W", zone: .utc), start: start, dayCount: rows[0].count, shiftTypes: types,
            contracts: [Contract(id: "half", name: "Half", share: 50)],
            people: [Person(id: "a", name: "A"), Person(id: "b", name: "B", contracts: [Held("half")])])
        problem.holidays = [Holiday(date: monday.advanced(by: 1), name: "Holiday")]
        problem.requests = requests
        problem.absences = [Absence(person: "b", first: monday.advanced(by: 4), last: monday.advanced(by: 20))]
        var rota = Rota(for: problem)
        for (person, row) in rows.enumerated() {
            for (day, letter) in row.enumerated() where letter != "." {
                rota[PersonIndex(person), DayIndex(day)] = Duty(ShiftIndex(letter == "E" ? 0 : 1))
            }
        }
        return DatedRota(rota, of: problem)
    }

    @Test("of each date the newest version counts, and a weekend for the date on which it begins")
    func accounts() {
        let requests = [
            Request(person: "a", date: monday, wish: .dayOff, weight: Penalty(1)),
            Request(person: "a", date: monday.advanced(by: 1), wish: .shiftOn("N"), weight: Penalty(1)),
        ]
        let past = PastRotas([
            version(["NNNNNNN", "......."], from: monday, requests: requests),
            version(["EN....E", "E.....N"], from: monday, requests: requests),
        ])
        let week = monday..<monday.advanced(by: 7)
        #expect(
            past.account(of: "a", over: week)
                == LedgerEntry(
                    person: "a", nights: 1, weekends: 1, holidays: 1, unpopular: 1, requestsMade: 2, requestsGranted: 1,
                    presence: 700))
        // Away from the fifth day on, and half-time.
        #expect(
            past.account(of: "b", over: week)
                == LedgerEntry(person: "b", nights: 1, weekends: 1, unpopular: 1, presence: 200))
        // The weekend that begins on Saturday is not of the days from Sunday on.
        #expect(past.account(of: "a", over: monday.advanced(by: 6)..<monday.advanced(by: 7)).weekends == 0)
        #expect(past.account(of: "stranger", over: week) == LedgerEntry(person: "stranger"))
    }

    @Test("a history goes back as far as it is published without a gap, and no type is unknown")
    func histories() {
        let past = PastRotas([
            version(["E..", "..."], from: monday), version([".N", "E."], from: monday.advanced(by: 4)),
            version(["EE", ".."], from: monday.advanced(by: 6)),
        ])
        var problem = version(["...", "..."], from: monday.advanced(by: 8)).problem
        // The fourth day is in no version.
        let (start, entries) = past.history(of: problem, most: 35)
        #expect(start == monday.advanced(by: 4))
        #expect(
            entries.map { "\($0.person) \($0.date.dayNumber - monday.dayNumber) \($0.shift)" } == [
                "b 4 E", "a 5 N", "a 6 E", "a 7 E",
            ])
        #expect(past.history(of: problem, most: 2).start == monday.advanced(by: 6))
        problem.shiftTypes.removeAll { $0.id == "N" }
        #expect(past.history(of: problem, most: 35).start == monday.advanced(by: 6))
        problem.start = monday.advanced(by: 4)
        #expect(past.history(of: problem, most: 35).start == nil)
    }
}
