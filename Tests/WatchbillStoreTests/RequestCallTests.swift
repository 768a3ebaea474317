import CrewMessages
import CrewRecords
import Foundation
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("Calls for requests")
struct RequestCallTests {
    let now = Sample.now
    let words: RequestWords = { unit, call, isReminder in
        "\(isReminder ? "Soon" : "New") \(unit): \(call.dates.lowerBound) until \(call.until)"
    }

    private func later(days: Int) -> Instant { now.adding(.days(days)) }

    @Test("tell everybody, remind who is silent once, and end what is taken", arguments: StoreKind.allCases)
    func life(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let hospital = try await Hospital.open(in: store)
        let (mia, pia) = (try await hospital.caller("mia"), try await hospital.caller("pia"))
        let job = try await store.entrance.admit(.messages, at: now)
        let today = Zone.utc.date(at: now)
        let dates = today.advanced(by: 30)...today.advanced(by: 57)
        func call(_ until: Int) async throws -> RequestCallID {
            try await store.callForRequests(
                NewRequestCall(dates: dates, until: today.advanced(by: until)), in: Hospital.ward, today: today,
                telling: words, for: pia, at: now)
        }
        func told(_ caller: Caller) async throws -> [String] {
            try await store.inbox(limit: 99, for: caller).map {
                String(($0.text ?? "").prefix(4)).trimmingCharacters(in: .whitespaces)
            }
        }
        // A deadline that is gone, and one that is not before the period, are none.
        for days in [-1, 30] { await #expect(throws: StoreError.self) { try await call(days) } }
        let id = try await call(10)
        #expect(try await told(mia) == ["New"])
        #expect(try await store.ownRequestCalls(from: today, for: mia).map(\.id) == [id])
        #expect(
            try await store.requestCalls(of: Hospital.ward, limit: 9, for: pia).map(\.until) == [today.advanced(by: 10)]
        )
        // Pia has asked, Mia has not: two days before the end Mia is reminded, and nobody twice.
        try await store.ask(for: .dayOff, on: dates.lowerBound, today: today, for: pia, at: now)
        #expect(try await store.remindOfRequests(at: later(days: 7), limit: 9, telling: words, for: job) == 0)
        #expect(try await store.remindOfRequests(at: later(days: 9), limit: 9, telling: words, for: job) == 1)
        #expect(try await store.remindOfRequests(at: later(days: 9), limit: 9, telling: words, for: job) == 0)
        #expect(try await told(mia) == ["Soon", "New"])
        #expect(try await told(pia) == ["New"])
        // On the last day it is taken, on the next not, but for dates of no call, and until a newer call says otherwise.
        func ask(_ date: CalendarDate, onDay day: Int) async throws {
            try await store.ask(
                for: .dayOff, on: date, today: today.advanced(by: day), for: mia, at: later(days: day))
        }
        try await ask(dates.lowerBound, onDay: 10)
        await #expect(throws: StoreError.self) { try await ask(dates.upperBound, onDay: 11) }
        try await ask(dates.upperBound.advanced(by: 1), onDay: 11)
        _ = try await call(20)
        try await ask(dates.upperBound, onDay: 11)
        try await store.close()
        withExtendedLifetime(scratch) {}
    }
}
