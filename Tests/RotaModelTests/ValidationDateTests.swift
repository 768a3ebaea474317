import RotaModel
import Testing

extension ValidationTests {
    @Test("Dates lie in the period or the history they belong to")
    func dates() {
        let after = Self.day("2026-01-19")
        #expect(
            Self.faults {
                $0.demand[0].date = after
                $0.requests[0].date = Self.day("2026-01-04")
                $0.pins[0].date = after
                $0.history[0].date = $0.start
                $0.holidays.append($0.holidays[0])
            } == [
                "/holidays/1/date: error: 2026-01-06 is a holiday already, at /holidays/0.",
                "/demand/0/on: error: 2026-01-19 is outside the period, which goes from 2026-01-05 to 2026-01-18.",
                "/requests/0/date: error: 2026-01-04 is outside the period, which goes from 2026-01-05 to 2026-01-18.",
                "/pins/0/date: error: 2026-01-19 is outside the period, which goes from 2026-01-05 to 2026-01-18.",
                "/history/shifts/0/date: error: 2026-01-05 is outside the history, which goes from 2026-01-01 to the day "
                    + "before 2026-01-05.",
            ])
        #expect(
            Self.faults { $0.historyStart = nil } == [
                "/history/from: error: There is a history, but not from which date on everything is known."
            ])
        #expect(
            Self.faults { $0.historyStart = Self.day("2025-01-03") } == [
                "/history/from: error: The number of days before the period is 367; a whole number from 0 to 366 is "
                    + "expected."
            ])
        #expect(
            Self.faults {
                $0.historyStart = after
                $0.history = []
            } == [
                "/history/from: error: The history begins on 2026-01-19, after the period's start on 2026-01-05."
            ])
    }

    @Test("Dates that no calendar has are told, and nothing traps on them")
    func extremeDates() {
        for number in [Int.min, -719_163, 2_932_897, Int.max] {
            let date = CalendarDate(dayNumber: number)
            let fault = "error: The date is day \(number) since 1970; one of the years 1 to 9999 is expected."
            #expect(
                Self.faults {
                    $0.holidays[0].date = date
                    $0.people[0].contracts[0].valid = Validity(from: date, until: date)
                    $0.demand[0].date = date
                    $0.absences[0].first = date
                    $0.absences[0].last = date
                } == [
                    "/holidays/0/date: \(fault)", "/people/0/contracts/0/from: \(fault)",
                    "/people/0/contracts/0/until: \(fault)", "/demand/0/on: \(fault)", "/absences/0/first: \(fault)",
                    "/absences/0/last: \(fault)",
                ])
            let starts = Self.faults { $0.start = date }
            #expect(starts.first == "/period/start: \(fault)")
            #expect(Self.faults { $0.historyStart = date }.first == "/history/from: \(fault)")
        }
        #expect(
            Self.faults {
                $0.start = CalendarDate(dayNumber: 2_932_896)
                $0.historyStart = nil
                $0.history = []
            } == [
                "/period/days: error: The date is day 2932909 since 1970; one of the years 1 to 9999 is expected."
            ])
        #expect(
            Self.faults { $0.dayCount = Int.min }.first
                == "/period/days: error: The number of days is \(Int.min); a whole number from 1 to 731 is expected.")
    }

    @Test("What begins does not end before")
    func order() {
        let noon = LocalTime(hour: 12, minute: 0)
        #expect(
            Self.faults {
                $0.people[0].qualifications[0].valid = Validity(
                    from: Self.day("2026-02-02"), until: Self.day("2026-02-01"))
                $0.absences = [
                    Absence(person: "ada", first: Self.day("2026-01-06"), last: Self.day("2026-01-05")),
                    Absence(
                        person: "ada", first: Self.day("2026-01-06"), last: Self.day("2026-01-06"), from: noon,
                        until: noon),
                    Absence(
                        person: "ada", first: Self.day("2026-01-06"), last: Self.day("2026-01-06"), until: .midnight),
                    Absence(
                        person: "ada", first: Self.day("2026-01-06"), last: Self.day("2026-01-07"), from: noon,
                        until: .midnight),
                ]
            } == [
                "/people/0/qualifications/0/until: error: It is valid until 2026-02-01, which is before it begins on "
                    + "2026-02-02.",
                "/absences/0/last: error: The absence's last date is 2026-01-05, before its first, which is 2026-01-06.",
                "/absences/1/until: error: The absence ends at 12:00, not after it begins at 12:00.",
                "/absences/2/until: error: The absence ends at 00:00, when it begins.",
            ])
    }

    @Test("A cell is pinned to one duty, has one shift in the history, and a person one account")
    func twice() {
        #expect(Self.faults { $0.pins.append($0.pins[0]) } == [])
        #expect(
            Self.faults {
                $0.pins.append(Pin(person: "bosse", date: $0.start, shift: nil))
                $0.pins.append(Pin(person: "bosse", date: $0.start, shift: "Early"))
                $0.history.append(HistoryEntry(person: "ada", date: Self.day("2026-01-04"), shift: "Early"))
                $0.ledger.append(LedgerEntry(person: "ada"))
            } == [
                "/pins/1: error: bosse is pinned to off on 2026-01-05, and to \"Night\" at /pins/0; remove one.",
                "/pins/2: error: bosse is pinned to \"Early\" on 2026-01-05, and to \"Night\" at /pins/0; remove one.",
                "/history/shifts/1: error: ada has a shift on 2026-01-04 already, at /history/shifts/0.",
                "/ledger/1/person: error: ada has an entry already, at /ledger/0.",
            ])
    }
}
