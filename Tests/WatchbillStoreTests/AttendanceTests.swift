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
}
