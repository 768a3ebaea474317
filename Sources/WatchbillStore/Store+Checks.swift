package import CrewRecords
package import RotaModel

/// Asking for a permit and doing nothing, before what somebody sends is taken in. What then does something with it asks
/// again, in its own transaction.
extension Store {
    /// - Parameter unit: nil: the whole organisation.
    /// - Throws: `Refusal`.
    package func check<O: UnitOperation>(_ operation: O.Type, on unit: UnitID?, for caller: Caller) async throws {
        try await read { book in _ = try book.permit(caller, to: operation, on: try unit ?? book.root()) }
    }

    /// - Throws: `Refusal`, also if there is no such person.
    package func check<O: PersonOperation>(_ operation: O.Type, on person: PersonID, for caller: Caller) async throws {
        try await read { book in
            _ = try book.permit(caller, to: operation, on: try book.subject(person, at: caller.admittedAt))
        }
    }

    /// - Throws: `Refusal`, also if there is no such problem.
    package func check<O: UnitOperation>(
        _ operation: O.Type, on problem: ProblemID, for caller: Caller
    ) async throws {
        try await read { book in _ = try book.permit(caller, to: operation, on: try book.unit(of: problem)) }
    }

    /// On whoever asks.
    ///
    /// - Throws: `Refusal`.
    package func checkOwn<O: PersonOperation>(_ operation: O.Type, for caller: Caller) async throws {
        try await read { book in _ = try book.permit(caller, to: operation, on: try book.subject(caller)) }
    }

    /// For what names its unit inside.
    ///
    /// - Throws: `Refusal` if there is no unit on which the caller may.
    package func checkSomewhere<O: UnitOperation>(_ operation: O.Type, for caller: Caller) async throws {
        try await read { book in
            let units = try book.directory().ancestry.units
            guard !units.contains(where: { book.permits(caller, to: operation, on: $0) }) else { return }
            _ = try book.permit(caller, to: operation, on: try book.root())
        }
    }

    /// Whether the caller may sign somebody's hours after them.
    ///
    /// - Parameter unit: in which they were worked; nil: any.
    /// - Throws: `Refusal`.
    package func checkMayCountersign(
        hoursOf person: PersonID, in unit: UnitID? = nil, for caller: Caller
    ) async throws {
        try await read { book in
            _ = try book.permit(caller, to: CountersignHours.self, on: try book.worker(person, in: unit))
        }
    }

    /// Whether the caller may write down when somebody was on watch.
    ///
    /// - Parameter unit: whose watch it is; nil: any.
    /// - Throws: `Refusal`.
    package func checkMayEnterAttendance(
        of person: PersonID, in unit: UnitID? = nil, for caller: Caller
    ) async throws {
        try await read { book in
            _ = try book.permit(caller, to: EnterAttendance.self, on: try book.worker(person, in: unit))
        }
    }

    /// - Throws: `Refusal` if the caller may give nobody any role in the unit.
    package func checkMayAppoint(in unit: UnitID, for caller: Caller) async throws {
        try await read { book in
            // Whom it is for decides only that it is nobody's own.
            let subjects = Role.allCases.map { RoleSubject($0, in: unit, for: "") }
            guard !subjects.contains(where: { book.permits(caller, to: GiveRole.self, on: $0) }) else { return }
            for subject in subjects { try book.permit(caller, to: GiveRole.self, on: subject) }
        }
    }

    /// - Throws: `Refusal` if the caller may break the glass over nothing of the person.
    package func checkMayBreakGlass(over person: PersonID, for caller: Caller) async throws {
        try await read { book in
            let sealable = RecordCategory.allCases.filter { $0.classes.contains(.sealed) }
            let places = try sealable.map { try book.entries($0, of: person, at: caller.admittedAt) }
            guard !places.contains(where: { book.permits(caller, to: BreakGlass.self, on: $0) }) else { return }
            for place in places { try book.permit(caller, to: BreakGlass.self, on: place) }
        }
    }

    /// Whether there is an invitation that the caller may send to the person.
    ///
    /// - Throws: `Refusal`, also if there is no such person.
    package func checkMayInvite(_ person: PersonID, for caller: Caller) async throws {
        try await read { book in try book.permitInviting(person, for: caller, at: caller.admittedAt) }
    }
}
