import CrewRecords
import RotaModel
import Testing

@Suite("What was worked, for the rules on rest")
struct WorkedTests {
    /// Mon 5 Jan 2026.
    private static let monday = CalendarDate(dayNumber: 20_458)

    private static func at(_ minute: Int) -> Instant { Instant(seconds: 20_458 * 86_400 + minute * 60) }

    private static func worked(_ told: [(AttendanceEvent.Kind, Int)], at now: Int) -> [WorkedStretch] {
        let events = told.enumerated().map { number, told in
            AttendanceEvent(
                id: AttendanceID(Int64(number + 1)), person: "mia", unit: "ward", kind: told.0, at: at(told.1),
                enteredBy: "lea", enteredAt: at(told.1))
        }
        let plan = AttendedShift.Plan(date: monday, start: at(420), end: at(900))
        return Attendance(events).worked(by: "mia", against: [plan], in: .utc, at: at(now))
    }

    @Test("is the shift's with what was worked for it, and besides shifts the date's on which it began")
    func ended() {
        let worked = Self.worked(
            [(.on, 425), (.pause, 600), (.resume, 620), (.off, 930), (.on, 1500), (.off, 1560)], at: 2000)
        #expect(worked.map(\.isPlanned) == [true, false])
        #expect(worked.map(\.minutes) == [Minutes(485), Minutes(60)])
        #expect(worked.map(\.date) == [Self.monday, Self.monday.advanced(by: 1)])
        #expect(worked.map(\.end) == [Self.at(930), Self.at(1560)])
    }

    @Test("ends when planned while it lasts, or now if that is over; what lasts for more than 16 hours was forgotten")
    func lasting() {
        #expect(Self.worked([(.on, 420)], at: 600).map(\.end) == [Self.at(900)])
        #expect(Self.worked([(.on, 420)], at: 1000).map(\.end) == [Self.at(1000)])
        #expect(Self.worked([(.on, 420)], at: 9000).map(\.end) == [Self.at(420 + 960)])
        #expect(Self.worked([(.on, 3000)], at: 3100).map(\.end) == [Self.at(3100)])
        #expect(Self.worked([(.on, 3000)], at: 9000).map(\.end) == [Self.at(3960)])
    }
}
