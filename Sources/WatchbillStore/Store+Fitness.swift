package import CrewRecords
package import RotaModel

/// Whether people are fit: what is decided, many see; why, those alone who may read sealed entries on health.
extension Store {
    /// Decides whether a person is fit.
    ///
    /// - Throws: `RecordError`, `SealingError`; `StoreError`, `noMasterKey`.
    @discardableResult
    package func decideFitness(
        _ fitness: Fitness, of person: PersonID, because reason: Confidential<String>, for caller: Caller,
        at now: Instant, using random: inout some RandomNumberGenerator
    ) async throws -> EntryID {
        let (permit, ring) = try await sealing(DecideFitness.self, for: caller) { try $0.subject(person, at: now) }
        let (decision, sealed) = try FitnessDecision.decide(
            fitness, because: reason, as: EntryID(random: &random), by: permit, at: now, with: ring, using: &random)
        return try await write { book in
            try book.permit(caller, to: DecideFitness.self, on: try book.subject(person, at: now))
            try book.fitness.insert(decision, because: sealed)
            return decision.id
        }
    }

    /// What is told of a person's fitness today, and what else the caller may know of it. Somebody of whom nothing was
    /// decided is fit.
    package func fitness(of person: PersonID, for caller: Caller, at now: Instant) async throws -> PersonFitness {
        try await read { book in
            let subject = try book.subject(person, at: now)
            let permit = try book.permit(caller, to: ReadFitness.self, on: subject)
            let mayOpen = book.permits(caller, to: ReadSealedEntry.self, on: try book.health(of: person, at: now))
            let all = try book.fitness.all(of: person)
            let unit = try subject.units.min() ?? book.root()
            let today = try book.directory().date(in: unit, at: now)
            return PersonFitness(
                name: try book.name(of: person), fitness: try all.first?.shown(to: permit).on(today) ?? .fit,
                mayDecide: book.permits(caller, to: DecideFitness.self, on: subject),
                decisions: mayOpen ? try all.map { StoredFitness($0, by: try book.name(of: $0.decidedBy)) } : nil)
        }
    }

    /// Why that was decided. The reading is logged.
    ///
    /// - Throws: `Refusal.hidden`; `SealingError` if it cannot be opened: then it is not logged either.
    package func fitnessReason(
        _ id: EntryID, of person: PersonID, for caller: Caller, at now: Instant
    ) async throws -> Confidential<String> {
        try await write { book in
            let permit = try book.permit(caller, to: ReadSealedEntry.self, on: try book.health(of: person, at: now))
            guard let decision = try book.fitness.find(id), decision.person == person else { throw Refusal.hidden }
            return try decision.open(
                try book.fitness.reason(of: decision), for: try book.enter(id, by: permit, at: now),
                with: try book.ring())
        }
    }
}
