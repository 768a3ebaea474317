package import CrewRecords
package import RotaModel

/// Breaking the glass, and who is told of it.
extension Store {
    /// Opens a person's sealed entries of one category to the caller for a time. The person and the category's keepers are
    /// told in the same transaction.
    ///
    /// - Throws: `Refusal.hidden` also if nothing of that category can be sealed; `RecordError` for a reason too short or
    ///   too long, or a time that is too long; `StoreError`, `noMasterKey`.
    @discardableResult
    package func breakGlass(
        over category: RecordCategory, of person: PersonID, because reason: Confidential<String>, lasting time: Minutes,
        for caller: Caller, at now: Instant, using random: inout some RandomNumberGenerator
    ) async throws -> GlassGrant {
        let (permit, ring) = try await sealing(BreakGlass.self, for: caller) {
            try $0.entries(category, of: person, at: now)
        }
        let (grant, notices) = try GlassGrant.break(
            because: reason, for: time, longest: GlassGrant.longest, as: GlassID(random: &random), by: permit, at: now,
            with: ring, using: &random)
        return try await write { book in
            try book.permit(caller, to: BreakGlass.self, on: try book.entries(category, of: person, at: now))
            try book.glass.insert(grant)
            var told: Set<PersonID> = []
            for notice in notices {
                switch notice.recipient {
                case .person(let person): told.insert(person)
                case .keepers(let role, let units): told.formUnion(try book.holders(of: role, over: units, at: now))
                }
            }
            // Whoever breaks it knows.
            for recipient in told.subtracting([grant.reader]).sorted() {
                try book.notices.insert(grant.id, to: recipient, at: now)
            }
            return grant
        }
    }

    /// What the caller was told of broken glass, their own or, as a keeper, of others; the newest first.
    package func notices(for caller: Caller) async throws -> [StoredNotice] {
        try await read { book in
            let subject = try book.permitOwnReadings(caller).subject
            let state = try book.directory()
            return try book.notices.all(of: subject.person) { state.person($0)?.name ?? $0.rawValue }
        }
    }

    /// How many notices the caller has not said to have seen.
    package func unseenNotices(for caller: Caller) async throws -> Int {
        try await read { book in try book.notices.unseenCount(of: try book.permitOwnReadings(caller).subject.person) }
    }

    /// Notes that the caller has seen what they were told. Does nothing if they were told nothing of it.
    package func noteSeen(_ glass: GlassID, for caller: Caller, at now: Instant) async throws {
        try await write { book in
            try book.notices.noteSeen(glass, by: try book.permitOwnReadings(caller).subject.person, at: now)
        }
    }
}

extension Book {
    /// A permit for the caller's own part of the log.
    ///
    /// - Throws: `Refusal.hidden` for programs and jobs.
    func permitOwnReadings(_ caller: Caller) throws -> Permit<ReadReadings> {
        try permit(caller, to: ReadReadings.self, on: try subject(caller))
    }
}
