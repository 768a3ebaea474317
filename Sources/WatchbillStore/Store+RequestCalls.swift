package import CrewRecords
package import RotaModel

/// Until when units take requests for their periods, and telling people so.
extension Store {
    /// Asks everybody of a unit for their requests of a period, and reminds those who have none shortly before it is too late.
    ///
    /// - Parameters:
    ///   - today: on the unit's clock.
    ///   - words: what everybody is told.
    /// - Throws: `StoreError`, `unusableEntry`, if the last day is gone or not before the period.
    @discardableResult
    package func callForRequests(
        _ call: NewRequestCall, in unit: UnitID, today: CalendarDate, telling words: @escaping RequestWords,
        for caller: Caller,
        at now: Instant
    ) async throws -> RequestCallID {
        try await write { book in
            try book.permit(caller, to: BuildRota.self, on: unit)
            guard let planner = caller.person, let place = try book.directory().tree[unit] else {
                throw StoreError(.unusableEntry, "Requests are called for by people, for a unit that is there.")
            }
            guard call.until >= today, call.until < call.dates.lowerBound else {
                throw StoreError(
                    .unusableEntry,
                    "Requests cannot be taken until \(call.until): expected is a day from today on and before the first of "
                        + "the period, \(call.dates.lowerBound).")
            }
            guard call.dates.count <= NewRequestCall.mostDays else {
                throw StoreError(
                    .unusableEntry,
                    "The period has \(call.dates.count) days; at most \(NewRequestCall.mostDays) are expected.")
            }
            // In the morning of the second day before the last one; not again where that has come already.
            let morning = place.zone.instant(of: call.until.advanced(by: -2), minutes: 9 * 60, edge: .start)
            let id = try book.asking.insert(
                call, in: unit, by: planner, remindAt: morning > now ? morning : nil, at: now)
            let stored = StoredRequestCall(
                id: id, unit: unit, dates: call.dates, until: call.until, madeAt: now)
            try book.tell(
                try book.crew(of: stored).map {
                    Notice(to: $0, words(place.name, stored, false), link: "/me/requests")
                },
                at: now)
            return id
        }
    }

    /// The calls of a unit, the newest first.
    package func requestCalls(of unit: UnitID, limit: Int, for caller: Caller) async throws -> [StoredRequestCall] {
        try await read { book in
            try book.permit(caller, to: ReadDrafts.self, on: unit)
            return try book.asking.calls("unitID = ? ORDER BY id DESC LIMIT ?", unit, limit)
        }
    }

    /// Those that tell the caller until when requests are taken for dates from that one on, by date.
    package func ownRequestCalls(from date: CalendarDate, for caller: Caller) async throws -> [StoredRequestCall] {
        try await read { book in
            let person = try book.permit(caller, to: AskShifts.self, on: try book.subject(caller)).subject.person
            return try book.requestCalls(to: person).filter { $0.dates.upperBound >= date }
                .sorted { ($0.dates.lowerBound, $0.id) < ($1.dates.lowerBound, $1.id) }
        }
    }

    /// Reminds those who have asked for nothing, where it is soon too late.
    ///
    /// - Returns: how many calls there were.
    @discardableResult
    package func remindOfRequests(
        at now: Instant, limit: Int, telling words: @escaping RequestWords, for caller: Caller
    ) async throws -> Int {
        try await write { book in
            try book.permit(caller, to: DeliverMessages.self, on: WholeOrganisation())
            let due = try book.asking.calls("remindAt <= ? ORDER BY remindAt, id LIMIT ?", now, limit)
            for call in due {
                try book.asking.noteReminded(call.id)
                guard let name = try book.directory().tree[call.unit]?.name else { continue }
                let silent = try book.crew(of: call).filter { person in
                    try !book.asking.requests(of: person).contains { call.dates.contains($0.date) }
                }
                try book.tell(
                    silent.map { Notice(to: $0, words(name, call, true), link: "/me/requests") }, at: now)
            }
            return due.count
        }
    }
}

extension Book {
    /// Whoever may be on the unit's rota of the period.
    fileprivate func crew(of call: StoredRequestCall) throws -> [PersonID] {
        try directory().directory.people(of: call.unit, over: call.dates).map(\.id)
    }

    /// Of the units that a person is in while the period lasts.
    fileprivate func requestCalls(to person: PersonID) throws -> [StoredRequestCall] {
        guard let entry = try directory().directory.people.first(where: { $0.id == person }) else { return [] }
        return try Set(entry.memberships.map(\.id)).sorted().flatMap { unit in
            try asking.calls("unitID = ?", unit).filter { call in
                let dates = Validity(from: call.dates.lowerBound, until: call.dates.upperBound)
                return entry.memberships.contains { $0.id == unit && $0.valid.intersection(dates) != nil }
            }
        }
    }

    /// - Throws: `StoreError`, `unusableEntry`, if requests for that date are not taken any more.
    func checkMayAsk(_ person: PersonID, for date: CalendarDate, today: CalendarDate) throws {
        let calls = try requestCalls(to: person).filter { $0.dates.contains(date) }
        // Of each unit the newest counts.
        let last = Dictionary(grouping: calls, by: \.unit).compactMap { $0.value.max { $0.id < $1.id }?.until }.max()
        if let last, last < today {
            throw StoreError(
                .unusableEntry, "Requests for \(date) were taken until \(last). Maybe ask whoever plans your unit.")
        }
    }
}
