import CrewRecords
import RotaModel
import Testing

@Suite("A month of hours")
struct MonthSheetTests {
    private static let month = CalendarDate(dayNumber: 20_454)  // 1 Jan 2026

    private static func at(_ minute: Int) -> Instant { Instant(seconds: 20_454 * 86_400 + minute * 60) }

    private static func events(_ told: [(AttendanceEvent.Kind, Int)]) -> [AttendanceEvent] {
        told.enumerated().map { number, told in
            AttendanceEvent(
                id: AttendanceID(Int64(number + 1)), person: "mia", unit: "ward", kind: told.0, at: at(told.1),
                enteredBy: "lea", enteredAt: at(told.1))
        }
    }

    private static let plan = AttendedShift.Plan(date: month, start: at(420), end: at(900))

    private static func sheet(_ told: (AttendanceEvent.Kind, Int)...) -> MonthSheet {
        let held = Attendance(events(told)).held(against: [plan], at: at(5000))
        return MonthSheet(
            of: "mia", in: "ward", month: month, shifts: held.shifts, extra: held.extra, zone: .utc)
    }

    @Test("has what was planned, worked, paused and how it differs, with its sums")
    func lines() {
        let sheet = Self.sheet((.on, 424), (.pause, 600), (.resume, 630), (.off, 910), (.on, 3000), (.off, 3060))
        #expect(sheet.lines.map(\.planned) == [.hours(8), nil])
        #expect(sheet.lines.map(\.worked) == [Minutes(456), Minutes(60)])
        #expect(sheet.lines.map(\.difference) == [Minutes(-24), Minutes(60)])
        #expect(sheet.breaks == Minutes(30) && sheet.planned == .hours(8) && sheet.worked == Minutes(516))
    }

    @Test("is known again by its fingerprint, which anything that changes in it changes")
    func fingerprint() {
        let sheets = [
            Self.sheet(), Self.sheet((.on, 420)), Self.sheet((.on, 420), (.off, 900)),
            Self.sheet((.on, 420), (.off, 901)),
            Self.sheet((.on, 420), (.pause, 500), (.resume, 510), (.off, 900)), Self.sheet((.on, 3000), (.off, 3060)),
        ]
        #expect(Set(sheets.map(\.fingerprint)).count == sheets.count)
        #expect(Self.sheet((.on, 420), (.off, 900)).fingerprint == sheets[2].fingerprint)
        // Of another person, unit or month it is another one.
        let others = [("mia", "ward", 31), ("ola", "ward", 0), ("mia", "deck", 0), ("mia", "ward", 0)].map {
            MonthSheet(
                of: PersonID($0.0), in: UnitID($0.1), month: Self.month.advanced(by: $0.2), shifts: [], extra: [],
                zone: .utc)
        }
        #expect(Set(others.map(\.fingerprint)).count == others.count)
    }

    @Test("is signed as it is, and what was signed before a correction is stale")
    func state() {
        let (old, new) = (Self.sheet((.on, 420), (.off, 900)), Self.sheet((.on, 420), (.off, 905)))
        func signature(_ id: Int64, _ part: HoursSignature.Part, _ sheet: MonthSheet) -> HoursSignature {
            HoursSignature(
                id: HoursSignatureID(id), person: "mia", unit: "ward", month: Self.month, part: part,
                fingerprint: sheet.fingerprint, signedBy: part == .person ? "mia" : "lea",
                signerName: part == .person ? "Mia" : "Lea", signedAt: Self.at(9000))
        }
        let signed = [signature(2, .lead, old), signature(1, .person, old)]
        #expect(SignedState(signed, under: old).holds(.person) && SignedState(signed, under: old).holds(.lead))
        let changed = SignedState(signed, under: new)
        #expect(changed.isStale(.person) && changed.isStale(.lead) && !changed.holds(.lead))
        let anew = SignedState(signed + [signature(3, .person, new)], under: new)
        #expect(anew.holds(.person) && anew.isStale(.lead))
        #expect(!SignedState([HoursSignature](), under: new).isStale(.person))
    }
}
