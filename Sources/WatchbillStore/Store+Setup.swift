package import CrewRecords
package import RotaModel

/// What a unit's rotas are made of.
extension Store {
    /// The unit's set-up as it was kept last; nil if there is none yet.
    package func setup(of unit: UnitID, for caller: Caller) async throws -> StoredSetup? {
        try await read { book in
            try book.permit(caller, to: ReadDrafts.self, on: unit)
            return try book.setups.newest(of: unit)
        }
    }

    /// Keeps a unit's set-up. Earlier ones stay.
    ///
    /// - Parameters:
    ///   - hasFreeExchanges: what the document says of exchanges of shifts.
    ///   - number: of the one it was made from; 0: there was none.
    /// - Throws: `Refusal`. `StoreError`, `changedMeanwhile`, if there is another one than that.
    package func keepSetup(
        _ document: [UInt8], hasFreeExchanges: Bool, of unit: UnitID, after number: Int, at now: Instant,
        for caller: Caller
    ) async throws {
        try await write { book in
            try book.permit(caller, to: BuildRota.self, on: unit)
            guard let planner = caller.person else {
                throw StoreError(.refused, "A set-up is changed by people, not by Watchbill itself.")
            }
            guard try (book.setups.newest(of: unit)?.number ?? 0) == number else {
                throw StoreError(
                    .changedMeanwhile,
                    "The set-up was changed by somebody else meanwhile. Look at it again, and put your changes into that."
                )
            }
            try book.setups.insert(
                StoredSetup(
                    number: number + 1, document: document, hasFreeExchanges: hasFreeExchanges, savedAt: now,
                    savedBy: planner), of: unit)
        }
    }

    /// What a problem of a period is made from, besides the set-up and when people are away.
    package func basis(
        of unit: UnitID, over period: ClosedRange<CalendarDate>, for caller: Caller
    ) async throws -> PeriodBasis {
        try await read { book in
            try book.permit(caller, to: BuildRota.self, on: unit)
            let state = try book.directory()
            guard let crewUnit = state.tree[unit] else { throw Refusal.hidden }
            let people = try state.directory.people(of: unit, over: period).map { try book.qualified($0, over: period) }
            return PeriodBasis(
                unit: crewUnit, people: people, qualifications: state.directory.qualifications,
                contracts: state.directory.contracts,
                requests: try people.flatMap { person in
                    try book.asking.requests(of: person.id).map(\.request).filter { period.contains($0.date) }
                },
                accounts: try people.flatMap { person in
                    try book.asking.entries(of: person.id, in: period.lowerBound.components.year)
                })
        }
    }

    /// The published versions that are in force on a date of those, of a unit and of every other unit in whose rotas its people have been:
    /// what they have carried goes with them.
    ///
    /// - Returns: by unit, the oldest version first; the named unit's own under its id.
    package func past(
        of unit: UnitID, people: [PersonID], over dates: Range<CalendarDate>, for caller: Caller
    ) async throws -> [UnitID: [PublishedRota]] {
        try await read { book in
            try book.permit(caller, to: BuildRota.self, on: unit)
            let units = try people.reduce(into: Set([unit])) { units, person in
                // Of nobody else's units anything is told.
                guard book.permits(caller, to: ReadPerson.self, on: try book.subject(person, at: caller.admittedAt))
                else { return }
                units.formUnion(try book.versions.units(of: person))
            }
            var past: [UnitID: [PublishedRota]] = [:]
            for unit in units {
                past[unit] = try book.deciding(over: ClosedRange(dates), in: unit).map(book.published)
            }
            return past
        }
    }

    /// The units whose rotas the caller may plan, in the order of the tree.
    package func plannedUnits(for caller: Caller) async throws -> [CrewUnit] {
        try await read { book in
            try book.permit(caller, to: ReadUnit.self, on: try book.root())
            let tree = try book.directory().tree
            let ids = tree.root.map { [$0] + tree.units(below: $0) } ?? []
            return ids.filter { book.permits(caller, to: BuildRota.self, on: $0) }.compactMap { tree[$0] }
        }
    }

    /// The problems of a unit, the newest first.
    package func problems(of unit: UnitID, limit: Int, for caller: Caller) async throws -> [StoredProblem] {
        try await read { book in
            try book.permit(caller, to: ReadDrafts.self, on: unit)
            return try book.problems.all(of: unit, limit: limit)
        }
    }
}
