package import CrewRecords
package import RotaModel

/// The version that an exchange was judged on, and the rota that it would make of it. The store does not judge: it sees to it
/// that the version is still the one in force, and that nothing else changes.
package struct JudgedExchange: Sendable {
    package var version: Int
    package var rota: Rota

    package init(version: Int, rota: Rota) {
        self.version = version
        self.rota = rota
    }
}

/// What whoever has to do with an exchange is told of it, as its state is now.
package typealias ExchangeWords = @Sendable (_ exchange: NamedExchange, _ reader: PersonID) -> String

/// Exchanges of published shifts. Where they are given words, whoever else has to do with an exchange is told of each step, in
/// its transaction.
extension Store {
    /// Asks for an exchange of one's own shift, or for an open one. An open one is the caller's at once where the unit has free
    /// exchanges.
    ///
    /// - Parameter judged: legal.
    /// - Throws: `Refusal`. `StoreError`: `changedMeanwhile` if another version is in force by now, `tooMany`.
    @discardableResult
    package func ask(
        for proposal: ExchangeProposal, in unit: UnitID, judged: JudgedExchange, telling words: ExchangeWords? = nil,
        for caller: Caller, at now: Instant
    ) async throws -> ExchangeID {
        try await write { book in
            let person = try book.permit(caller, to: AskShifts.self, on: try book.subject(caller)).subject.person
            guard proposal.asker == person else { throw Refusal.forbidden }
            try book.permit(caller, to: ReadRota.self, on: unit)
            let open = try book.asking.exchanges(of: person, limit: 200).filter {
                $0.proposal.asker == person && $0.state.isOpen
            }
            guard open.count < StoredExchange.mostOpen else {
                throw StoreError(
                    .tooMany,
                    "\(StoredExchange.mostOpen) exchanges of yours are open already. Maybe withdraw one first.")
            }
            guard !open.contains(where: { $0.unit == unit && $0.proposal == proposal }) else {
                throw StoreError(.tooMany, "You have asked for that already. Wait for the answer, or withdraw it.")
            }
            let version = try book.inForce(judged, of: proposal, in: unit)
            if proposal.other != nil {
                let id = try book.asking.insert(proposal, in: unit, as: .asked, at: now)
                try book.tell(of: id, by: person, words, at: now)
                return id
            }
            let id = try book.asking.insert(proposal, in: unit, as: .agreed, at: now)
            if try book.hasFreeExchanges(unit) {
                try book.finish(id, judged, amending: version, by: person, at: now)
            }
            try book.tell(of: id, by: person, words, at: now)
            return id
        }
    }

    /// The answer of whoever was asked. With a yes it is published where the unit has free exchanges.
    ///
    /// - Parameter judged: legal; nil for a no.
    /// - Throws: `Refusal` if the caller was not asked. `StoreError`: `changedMeanwhile` if it was answered or withdrawn, or
    ///   another version is in force by now.
    package func answer(
        _ id: ExchangeID, with judged: JudgedExchange?, telling words: ExchangeWords? = nil, for caller: Caller,
        at now: Instant
    ) async throws {
        try await write { book in
            let person = try book.permit(caller, to: AskShifts.self, on: try book.subject(caller)).subject.person
            let exchange = try book.open(id, .asked) { $0.proposal.other == person }
            guard let judged else {
                try book.asking.note(.declined, of: id, by: person, at: now)
                return try book.tell(of: id, by: person, words, at: now)
            }
            let version = try book.inForce(judged, of: exchange.proposal, in: exchange.unit)
            try book.asking.note(.agreed, of: id, by: person, at: now)
            if try book.hasFreeExchanges(exchange.unit) {
                try book.finish(id, judged, amending: version, by: person, at: now)
            }
            try book.tell(of: id, by: person, words, at: now)
        }
    }

    /// Takes back what the caller has asked for, as long as it is open.
    package func withdrawExchange(
        _ id: ExchangeID, telling words: ExchangeWords? = nil, for caller: Caller, at now: Instant
    ) async throws {
        try await write { book in
            let person = try book.permit(caller, to: AskShifts.self, on: try book.subject(caller)).subject.person
            _ = try book.open(id) { $0.proposal.asker == person }
            try book.asking.note(.withdrawn, of: id, by: person, at: now)
            try book.tell(of: id, by: person, words, at: now)
        }
    }

    /// Publishes what two have agreed on, or refuses it.
    ///
    /// - Parameter judged: legal; nil: it is refused.
    package func decide(
        _ id: ExchangeID, with judged: JudgedExchange?, telling words: ExchangeWords? = nil, for caller: Caller,
        at now: Instant
    ) async throws {
        try await write { book in
            guard let found = try book.asking.exchange(id) else { throw Refusal.hidden }
            try book.permit(caller, to: PublishRota.self, on: found.unit)
            guard let person = caller.person else { throw Refusal.forbidden }
            let exchange = try book.open(id, .agreed) { _ in true }
            guard let judged else {
                try book.asking.note(.refused, of: id, by: person, at: now)
                return try book.tell(of: id, by: person, words, at: now)
            }
            let version = try book.inForce(judged, of: exchange.proposal, in: exchange.unit)
            try book.finish(id, judged, amending: version, by: person, at: now)
            try book.tell(of: id, by: person, words, at: now)
        }
    }

    /// An exchange that the caller has asked for, was asked, or may decide.
    package func exchange(_ id: ExchangeID, for caller: Caller) async throws -> NamedExchange {
        try await read { book in
            guard let exchange = try book.asking.exchange(id) else { throw Refusal.hidden }
            let isOwn = [exchange.proposal.asker, exchange.proposal.other].contains(caller.person)
            if isOwn {
                try book.permit(caller, to: AskShifts.self, on: try book.subject(caller))
            } else {
                try book.permit(caller, to: PublishRota.self, on: exchange.unit)
            }
            return try book.named(exchange)
        }
    }

    /// Those that the caller has asked for or was asked, the newest first.
    package func ownExchanges(limit: Int, for caller: Caller) async throws -> [NamedExchange] {
        try await read { book in
            let person = try book.permit(caller, to: AskShifts.self, on: try book.subject(caller)).subject.person
            return try book.asking.exchanges(of: person, limit: limit).map(book.named)
        }
    }

    /// Those that wait for somebody to decide and that the caller may decide, the oldest first.
    package func exchangesToDecide(for caller: Caller) async throws -> [NamedExchange] {
        try await read { book in
            try book.asking.agreed().filter { book.permits(caller, to: PublishRota.self, on: $0.unit) }.map(book.named)
        }
    }
}

extension Book {
    /// Tells the other one of an exchange, and, if it waits to be decided, those who lead the unit.
    fileprivate func tell(of id: ExchangeID, by actor: PersonID, _ words: ExchangeWords?, at now: Instant) throws {
        guard let words, let exchange = try asking.exchange(id) else { return }
        let (named, proposal) = (try named(exchange), exchange.proposal)
        let involved = [proposal.asker, proposal.other].compactMap(\.self)
        var notices = involved.filter { $0 != actor }.map {
            Notice(to: $0, words(named, $0), link: "/me/exchanges")
        }
        if exchange.state == .agreed {
            notices += try leads(of: exchange.unit, at: now).filter { !involved.contains($0) && $0 != actor }.map {
                Notice(to: $0, words(named, $0), link: "/rota/exchanges")
            }
        }
        try tell(notices, at: now)
    }

    func named(_ exchange: StoredExchange) throws -> NamedExchange {
        NamedExchange(
            exchange: exchange, asker: try name(of: exchange.proposal.asker),
            other: try exchange.proposal.other.map { try name(of: $0) })
    }

    /// - Throws: `Refusal.hidden` if there is none, or not for whoever asks; `StoreError`, `changedMeanwhile`, if it is not in
    ///   that state any more; without one, not open.
    fileprivate func open(
        _ id: ExchangeID, _ state: StoredExchange.State? = nil, _ isFor: (StoredExchange) -> Bool
    ) throws -> StoredExchange {
        guard let exchange = try asking.exchange(id), isFor(exchange) else { throw Refusal.hidden }
        guard exchange.state.isOpen, state == nil || exchange.state == state else {
            throw StoreError(.changedMeanwhile, "That was answered, decided or withdrawn meanwhile. Look at it again.")
        }
        return exchange
    }

    fileprivate func hasFreeExchanges(_ unit: UnitID) throws -> Bool {
        try setups.newest(of: unit)?.hasFreeExchanges ?? false
    }

    /// The version that was judged, if it is in force on all of its dates, and if nothing but the exchange's cells changes.
    func inForce(
        _ judged: JudgedExchange, of proposal: ExchangeProposal, in unit: UnitID
    ) throws -> StoredVersion {
        func changed() -> StoreError {
            StoreError(.changedMeanwhile, "Another rota is in force by now. Look at it again.")
        }
        guard let version = try versions.all(of: unit, "number = ?", judged.version).first,
            try versions.newest(of: unit, from: version.first, through: version.last)?.number == version.number
        else { throw changed() }
        let (rota, people) = (try versions.rota(of: version), try versions.people(of: version))
        guard rota.peopleCount == judged.rota.peopleCount, rota.dayCount == judged.rota.dayCount else {
            throw changed()
        }
        let cells = Set(proposal.cells.map { [$0.person.rawValue, "\($0.date.dayNumber)"] })
        for (row, person) in people.enumerated() {
            for day in 0..<rota.dayCount {
                let (index, place) = (PersonIndex(row), DayIndex(day))
                guard rota[index, place] != judged.rota[index, place] else { continue }
                let cell = [person.rawValue, "\(version.first.dayNumber + day)"]
                guard cells.contains(cell) else { throw changed() }
            }
        }
        return version
    }

    /// Publishes the rota as a version that amends another.
    fileprivate func finish(
        _ id: ExchangeID, _ judged: JudgedExchange, amending version: StoredVersion, by person: PersonID,
        at now: Instant
    ) throws {
        try asking.note(.done, of: id, by: person, at: now)
        _ = try amend(version, judged.rota, by: person, note: "Exchange \(id)", at: now)
    }

    /// Publishes a rota of the same people as the version that supersedes another.
    ///
    /// - Returns: its number.
    func amend(
        _ version: StoredVersion, _ rota: Rota, by person: PersonID, note: String, at now: Instant
    ) throws -> Int {
        let number = try versions.next(of: version.unit)
        let amended = StoredVersion(
            unit: version.unit, number: number, problem: version.problem, build: version.build, first: version.first,
            last: version.last, supersedes: version.number, publishedAt: now, publishedBy: person, note: note)
        try versions.insert(amended, rota, of: try versions.people(of: version))
        return number
    }
}
