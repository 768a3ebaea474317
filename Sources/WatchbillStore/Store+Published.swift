package import CrewRecords
package import RotaModel

/// Published versions of units' rotas.
extension Store {
    /// Publishes a build's rota as the next version of its unit's, whatever it breaks: that is the planner's choice.
    ///
    /// - Parameters:
    ///   - plan: of the build's problem.
    ///   - steps: how many steps by hand whoever publishes has seen; nil: whatever there are.
    ///   - note: what there is to say of it; nothing if it is empty.
    ///   - told: what people are told, and the number of the version against which that was found out.
    /// - Throws: `Refusal`, also if there is no such build. `StoreError`: `notReady` if the build is running or has no
    ///   rota, `changedMeanwhile` if somebody has changed the draft since, `alreadyPublished` if the version in force for those dates is the same.
    @discardableResult
    package func publish(
        _ build: BuildID, of plan: RotaPlan, after steps: Int? = nil, note: String? = nil,
        telling told: (notices: [Notice], against: Int?)? = nil, at now: Instant, for caller: Caller
    ) async throws -> StoredVersion {
        try await write { book in
            let problem = try book.builds.problem(of: build)
            let unit = try book.unit(of: problem)
            try book.permit(caller, to: PublishRota.self, on: unit)
            guard let publisher = caller.person else { throw Refusal.forbidden }
            let (rota, taken) = try book.rotaToPublish(build)
            guard steps == nil || steps == taken else {
                throw StoreError(
                    .changedMeanwhile, "The draft of build \(build) was changed since it was looked at.")
            }
            precondition(rota.peopleCount == plan.people.count, "The plan is another problem's.")
            let last = plan.last(of: rota)
            let superseded = try book.versions.newest(of: unit, from: plan.start, through: last)
            guard told == nil || told?.against == superseded?.number else {
                throw StoreError(.changedMeanwhile, "Another version of \(unit)'s rota was published meanwhile.")
            }
            if let superseded, superseded.problem == problem, try book.versions.rota(of: superseded) == rota {
                throw StoreError(
                    .alreadyPublished,
                    "Build \(build) has the same rota as version \(superseded.number), which is in force. "
                        + "Maybe publish another build.")
            }
            let version = StoredVersion(
                unit: unit, number: try book.versions.next(of: unit), problem: problem, build: build, first: plan.start,
                last: last, supersedes: superseded?.number, publishedAt: now, publishedBy: publisher,
                note: note.flatMap { $0.isEmpty ? nil : $0 })
            try book.versions.insert(version, rota, of: plan.people)
            try book.tell((told?.notices ?? []).filter { $0.recipient != publisher }, at: now)
            return version
        }
    }

    /// A unit's versions, the newest first.
    ///
    /// - Parameter last: those after this one in that order; nil: from the newest on.
    package func versions(
        of unit: UnitID, after last: Int? = nil, limit: Int, for caller: Caller
    ) async throws -> [StoredVersion] {
        try await read { book in
            try book.permit(caller, to: ReadRota.self, on: unit)
            return try book.versions.all(
                of: unit, "number < ? ORDER BY number DESC LIMIT ?", last.map(Int64.init) ?? .max, limit)
        }
    }

    /// - Throws: `Refusal`, also if there is none of that number.
    package func version(_ number: Int, of unit: UnitID, for caller: Caller) async throws -> PublishedRota {
        try await read { book in
            try book.permit(caller, to: ReadRota.self, on: unit)
            guard let version = try book.versions.all(of: unit, "number = ?", number).first else {
                throw Refusal.hidden
            }
            return try book.published(version)
        }
    }

    /// What was in force in a unit at a moment: the newest version of then.
    ///
    /// - Parameter date: the newest of those that have this date; nil: of all.
    /// - Returns: nil if there was none.
    package func published(
        in unit: UnitID, on date: CalendarDate? = nil, at moment: Instant, for caller: Caller
    ) async throws -> PublishedRota? {
        try await read { book in
            try book.permit(caller, to: ReadRota.self, on: unit)
            let newest = try book.versions.all(
                of: unit,
                """
                publishedAt <= ? AND firstDate <= coalesce(?, firstDate) AND lastDate >= coalesce(?, lastDate)
                ORDER BY number DESC LIMIT 1
                """, moment, date, date)
            return try newest.first.map(book.published)
        }
    }

    /// What is in force in a unit from a date on: versions with their dates, in the order of these.
    ///
    /// - Complexity: linear in the dates of the versions that end on the date or later.
    package func inForce(
        in unit: UnitID, from date: CalendarDate, for caller: Caller
    ) async throws -> [RotaInForce] {
        try await read { book in
            try book.permit(caller, to: ReadRota.self, on: unit)
            var told: Set<CalendarDate> = []
            var found: [RotaInForce] = []
            for version in try book.versions.all(of: unit, "lastDate >= ? ORDER BY number DESC", date) {
                let dates = (max(version.first, date)...version.last).filter { told.insert($0).inserted }
                guard !dates.isEmpty else { continue }
                let published = try book.published(version)
                found += dates.runs.map { RotaInForce(published: published, dates: $0) }
            }
            return found.sorted { $0.dates.lowerBound < $1.dates.lowerBound }
        }
    }

    /// How many versions have ever been published, whatever their units: more once there is something new.
    package func publishedCount(for caller: Caller) async throws -> Int {
        try await read { book in
            try book.permit(caller, to: ReadRota.self, on: try book.root())
            return try book.versions.count()
        }
    }

    /// All that published versions have told of a person's shifts, unit by unit, the oldest first: each unit's versions
    /// from the first that has the person on, as far as they end on a date or later. A version that the person is not in
    /// says so, since it takes back what was told before.
    ///
    /// - Parameter person: nil: whoever asks.
    /// - Throws: `Refusal`, also if there is no such person.
    package func publishedHistory(
        of person: PersonID? = nil, endingFrom date: CalendarDate, for caller: Caller
    ) async throws -> [PublishedRow] {
        try await read { book in
            let subject = try book.subject(person ?? caller.person, at: caller.admittedAt)
            let person = try book.permit(caller, to: ReadSchedule.self, on: subject).subject.person
            var problems: [ProblemID: StoredProblem] = [:]
            return try book.versions.units(of: person).flatMap { unit in
                let versions = try book.versions.all(of: unit, "lastDate >= ? ORDER BY number", date)
                return try versions.map { version in
                    let problem = try problems[version.problem] ?? book.problem(of: version)
                    problems[version.problem] = problem
                    return PublishedRow(
                        version: version, problem: problem,
                        duties: try book.versions.duties(of: person, in: version))
                }.drop { $0.duties == nil }
            }
        }
    }

    /// The version that a build's rota would supersede.
    ///
    /// - Parameter plan: of the build's problem.
    /// - Returns: nil if nothing is in force for any of its dates.
    /// - Throws: `Refusal`, also if there is no such build. `StoreError`, `notReady`.
    package func superseded(
        by build: BuildID, of plan: RotaPlan, for caller: Caller
    ) async throws -> PublishedRota? {
        try await read { book in
            let unit = try book.unit(of: try book.builds.problem(of: build))
            try book.permit(caller, to: PublishRota.self, on: unit)
            let rota = try book.rotaToPublish(build).rota
            return try book.versions.newest(of: unit, from: plan.start, through: plan.last(of: rota))
                .map(book.published)
        }
    }

    /// Whether the caller may publish the rotas that are built of a problem.
    package func mayPublish(_ problem: ProblemID, for caller: Caller) async throws -> Bool {
        try await read { book in
            guard let unit = try book.problems.unit(of: problem) else { return false }
            return book.permits(caller, to: PublishRota.self, on: try unit ?? book.root())
        }
    }
}

extension RotaPlan {
    fileprivate func last(of rota: Rota) -> CalendarDate { start.advanced(by: rota.dayCount - 1) }
}

extension [CalendarDate] {
    /// Of dates in their order: those that follow on each other.
    fileprivate var runs: [ClosedRange<CalendarDate>] {
        reduce(into: []) { runs, date in
            if let last = runs.last, last.upperBound.advanced(by: 1) == date {
                runs[runs.count - 1] = last.lowerBound...date
            } else {
                runs.append(date...date)
            }
        }
    }
}

extension Book {
    /// - Throws: `StoreError` if there is none yet.
    fileprivate func rotaToPublish(_ id: BuildID) throws -> (rota: Rota, steps: Int) {
        guard let build = try builds.all("build.id = ?", id).first else { throw Refusal.hidden }
        guard build.state != .running else {
            throw StoreError(.notReady, "Build \(id) is still running. Maybe stop it first, or wait for its end.")
        }
        guard let outcome = build.outcome else {
            throw StoreError(.notReady, "Build \(id) ended without a rota. Maybe publish another one.")
        }
        return (outcome.rota, build.steps.count)
    }

    fileprivate func problem(of version: StoredVersion) throws -> StoredProblem {
        guard let problem = try problems.find(version.problem) else { throw Refusal.hidden }
        return problem
    }

    /// Of a unit's versions those that decide about a date of some: on which no newer one does.
    func deciding(over dates: ClosedRange<CalendarDate>, in unit: UnitID) throws -> [StoredVersion] {
        var told: Set<CalendarDate> = []
        let versions = try versions.all(
            of: unit, "lastDate >= ? AND firstDate <= ? ORDER BY number DESC", dates.lowerBound, dates.upperBound)
        return versions.filter { version in
            let own = max(version.first, dates.lowerBound)...min(version.last, dates.upperBound)
            return own.reduce(false) { told.insert($1).inserted || $0 }
        }.reversed()
    }

    func published(_ version: StoredVersion) throws -> PublishedRota {
        PublishedRota(
            version: version, publisher: try name(of: version.publishedBy), problem: try problem(of: version),
            rota: try versions.rota(of: version))
    }
}
