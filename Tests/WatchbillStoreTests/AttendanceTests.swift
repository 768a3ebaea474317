import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("Attendance that is kept")
struct AttendanceStoreTests {
    let now = Sample.now

    @Test("is told by leads, corrected with a reason, and never rewritten or lost", arguments: StoreKind.allCases)
    func life(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let (mia, lea) = (try await hospital.caller("mia"), try await hospital.caller("lea"))
        func before(_ minutes: Int) -> Instant { Instant(seconds: now.seconds - minutes * 60) }
        func enter(_ new: NewAttendance...) async throws -> [AttendanceID] {
            try await store.enterAttendance(new, of: "mia", for: lea, at: now)
        }
        let told = try await enter(
            NewAttendance(in: Hospital.ward, .on, at: before(500)),
            NewAttendance(in: Hospital.ward, .off, at: before(20)))
        _ = try await enter(
            NewAttendance(in: Hospital.ward, .on, at: before(490), replaces: told[0], note: "The clock was wrong"))
        let events = try await store.attendance(in: Hospital.ward, over: before(600)...now, for: lea)
        #expect(events.count == 3 && events[0].at == before(500))
        #expect(try await store.ownAttendance(over: before(600)...now, for: mia) == events)
        #expect(Attendance(events).stints.map(\.minutes) == [Minutes(470)])
        // All or nothing; and with a reason, of what there is, in time.
        for wrong in [
            NewAttendance(in: Hospital.ward, .on, at: Instant(seconds: now.seconds + 60)),
            NewAttendance(in: Hospital.ward, .on, at: before(1), replaces: told[0]),
            NewAttendance(in: Hospital.ward, .off, at: before(1), replaces: told[0], note: "Another kind"),
            NewAttendance(in: Hospital.ward, .on, at: before(1), replaces: AttendanceID(999), note: "Nothing"),
            NewAttendance(in: "ward-3", .on, at: before(1)),
            NewAttendance(in: Hospital.ward, .on, at: before(1), note: String(repeating: "x", count: 201)),
        ] {
            await #expect(throws: StoreError.self, "\(wrong)") {
                _ = try await enter(NewAttendance(in: Hospital.ward, .pause, at: before(100)), wrong)
            }
        }
        #expect(try await store.attendance(in: Hospital.ward, over: before(600)...now, for: lea) == events)
        // Nobody writes down their own, leads neither.
        await #expect(throws: Refusal.self) {
            try await store.enterAttendance(
                [NewAttendance(in: Hospital.ward, .on, at: before(1))], of: "lea", for: lea, at: now)
        }
        try await store.close()
        withExtendedLifetime(scratch) {}
    }

    @Test(
        "is told by whoever leads the unit whose watch it is, of whoever was there, and by nobody who leads another",
        arguments: StoreKind.allCases)
    func whose(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let administrator = try await hospital.caller(Hospital.administrator)
        var directory = Hospital.directory()
        let place = try #require(directory.people.firstIndex { $0.id == "mia" })
        directory.people[place].memberships.append(Held("ward-3"))
        try await store.importDirectory(directory, for: administrator, at: now)
        try await store.give(.lead, in: "ward-3", to: "paul", term: Term(from: now), for: administrator)
        let (paul, lea) = (try await hospital.caller("paul"), try await hospital.caller("lea"))
        func enter(_ person: PersonID, in unit: UnitID, as lead: Caller, days: Int = 0) async throws {
            let new = NewAttendance(in: unit, .on, at: now.adding(.days(days)))
            try await store.enterAttendance([new], of: person, for: lead, at: now)
        }
        try await enter("mia", in: Hospital.ward, as: lea)
        try await enter("mia", in: "ward-3", as: paul)
        await #expect(throws: Refusal.self) { try await enter("mia", in: Hospital.ward, as: paul) }
        await #expect(throws: Refusal.self) { try await enter("mia", in: "ward-3", as: lea) }
        // Who has left was there, too, but not after they had left.
        try await enter("gone", in: Hospital.ward, as: lea, days: -5)
        try await enter("gone", in: Hospital.ward, as: lea, days: -4)
        await #expect(throws: StoreError.self) { try await enter("gone", in: Hospital.ward, as: lea, days: -3) }
        await #expect(throws: Refusal.self) { try await enter("gone", in: Hospital.ward, as: paul, days: -5) }
        try await store.close()
        withExtendedLifetime(scratch) {}
    }
}
