package import CrewRecords
package import RotaModel

extension Store {
    /// All units. Whoever may know of the whole organisation may know of each.
    package func unitTree(for caller: Caller) async throws -> UnitTree {
        try await read { book in
            try book.permit(caller, to: ReadUnit.self, on: try book.root())
            return try book.directory().tree
        }
    }

    /// The people who belong to the unit itself on that date, not to one below it, in the directory's order.
    package func crew(of unit: UnitID, on date: CalendarDate, for caller: Caller) async throws -> [CrewMember] {
        try await read { book in
            try book.permit(caller, to: ReadCrew.self, on: unit)
            let state = try book.directory()
            return state.directory.members(of: unit, on: date).map { state.member($0, on: date) }
        }
    }

    /// Whoever belongs to the unit itself on any of the dates, as they are on the last, in the directory's order.
    package func crew(
        of unit: UnitID, over dates: ClosedRange<CalendarDate>, for caller: Caller
    ) async throws -> [CrewMember] {
        try await read { book in
            try book.permit(caller, to: ReadCrew.self, on: unit)
            let state = try book.directory()
            let valid = Validity(from: dates.lowerBound, until: dates.upperBound)
            return state.directory.people.filter { person in
                person.memberships.contains { $0.id == unit && $0.valid.intersection(valid) != nil }
            }.map { state.member($0, on: dates.upperBound) }
        }
    }

    /// - Throws: `Refusal`, also if there is no such person.
    package func person(_ id: PersonID, on date: CalendarDate, for caller: Caller) async throws -> CrewMember {
        try await read { book in
            try book.permit(caller, to: ReadPerson.self, on: try book.subject(id, at: caller.admittedAt))
            let state = try book.directory()
            guard let person = state.person(id) else { throw Refusal.hidden }
            return state.member(person, on: date)
        }
    }

    /// The whole directory.
    package func exportDirectory(for caller: Caller) async throws -> Directory {
        try await directoryCopy(for: caller).directory
    }

    /// The whole directory with its version.
    package func directoryCopy(for caller: Caller) async throws -> DirectoryCopy {
        try await read { book in
            try book.permit(caller, to: ExportCrew.self, on: try book.root())
            let state = try book.directory()
            return DirectoryCopy(directory: state.directory, version: state.version)
        }
    }

    /// Puts another directory in the place of the stored one, wholly or not at all.
    ///
    /// Nobody is taken out: somebody who has anything in the stored directory and is missing from the new one may have left,
    /// or the file may be a part of the whole, so that such people are named in a refusal. Whoever has nothing there, such as
    /// an administrator who belongs to no crew, stays as they are. A root of another id is the same organisation under a new
    /// id.
    ///
    /// - Parameter expected: the version it is to take the place of; nil: whichever there is.
    /// - Throws: `Refusal`: to take in people, to change those that are changed, to change the tree of units.
    ///   `StoreError`, `unusableDirectory`: it contradicts itself, or the tree would hang from another of its units.
    ///   `stillNeeded`: people are missing, or units that have problems or roles. `changedMeanwhile`: it has another version.
    package func importDirectory(
        _ directory: Directory, replacing expected: DirectoryVersion? = nil, for caller: Caller, at now: Instant
    ) async throws {
        try directory.checkUsable()
        try await write { book in
            let change = try DirectoryImport(directory, into: book)
            try change.checkPermits(of: caller, at: now)
            if let expected { try change.checkReplaces(expected) }
            try change.checkNothingIsLost()
            try change.write()
        }
    }
}

/// The directory at one moment.
package struct DirectoryCopy: Sendable {
    package let directory: Directory
    package let version: DirectoryVersion
}
