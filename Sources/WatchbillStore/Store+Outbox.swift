package import CrewMessages
package import CrewRecords
package import RotaModel

/// How people want to be reached, and handing messages to channels.
extension Store {
    // MARK: Ways

    /// The caller's own ways and quiet hours.
    package func ways(for caller: Caller) async throws -> (ways: [StoredWay], quiet: StoredQuiet?) {
        try await read { book in
            let person = try book.permit(caller, to: ReadMessages.self, on: try book.subject(caller)).subject.person
            return (
                try book.outbox.ways("personID = ? ORDER BY id", person), try book.outbox.quiet(of: person)
            )
        }
    }

    /// Adds a way to the caller, in the place of one with the same address.
    ///
    /// - Throws: `StoreError`, `tooMany`.
    @discardableResult
    package func add(_ way: NewWay, for caller: Caller, at now: Instant) async throws -> WayID {
        try await write { book in
            let person = try book.permit(caller, to: ChooseWays.self, on: try book.subject(caller)).subject.person
            let others = try book.outbox.ways("personID = ? AND address <> ?", person, way.address)
            guard others.count < StoredWay.most else {
                throw StoreError(
                    .tooMany, "There are \(StoredWay.most) ways to you already. Maybe remove one first.")
            }
            return try book.outbox.insert(way, of: person, at: now)
        }
    }

    /// Does nothing if there is none of that number, or it is somebody else's.
    package func remove(_ way: WayID, for caller: Caller) async throws {
        try await write { book in
            let person = try book.permit(caller, to: ChooseWays.self, on: try book.subject(caller)).subject.person
            try book.outbox.delete(way, of: person)
        }
    }

    /// - Parameter quiet: nil: there are none.
    package func set(quiet: StoredQuiet?, for caller: Caller) async throws {
        try await write { book in
            let person = try book.permit(caller, to: ChooseWays.self, on: try book.subject(caller)).subject.person
            try book.outbox.set(quiet: quiet, of: person)
        }
    }

    // MARK: The outbox

    /// What is to be handed to a channel now, and is nobody else's for so long: whoever claims it tells what came of it, or
    /// it comes again.
    package func claim(
        by channel: Channel, at now: Instant, lease: Duration, limit: Int, for caller: Caller
    ) async throws -> Claim {
        try await write { [server] book in
            try book.permit(caller, to: DeliverMessages.self, on: WholeOrganisation())
            return try book.claim(channel, at: now, until: now.adding(lease), limit: limit, by: server)
        }
    }

    /// Makes due at once what servers had claimed that have ended. For start-up: else it would wait for its lease.
    package func releaseClaims(at now: Instant, for caller: Caller) async throws {
        let others = try await read { [server] book in
            try book.permit(caller, to: DeliverMessages.self, on: WholeOrganisation())
            return Set(try book.outbox.claimants()).subtracting([server])
        }
        let gone = try await database.gone(among: others.sorted())
        guard !gone.isEmpty else { return }
        try await write { book in
            try book.permit(caller, to: DeliverMessages.self, on: WholeOrganisation())
            for server in gone.sorted() { try book.outbox.release(of: server, at: now) }
        }
    }

    /// When there is next something in the outbox; nil: it is empty.
    package func nextDelivery(for caller: Caller) async throws -> Instant? {
        try await read { book in
            try book.permit(caller, to: DeliverMessages.self, on: WholeOrganisation())
            return try book.outbox.next()
        }
    }

    /// Writes down what a channel said to something that was claimed.
    package func finish(
        _ outgoing: Outgoing, as outcome: DeliveryOutcome, for caller: Caller, at now: Instant
    ) async throws {
        try await write { book in
            try book.permit(caller, to: DeliverMessages.self, on: WholeOrganisation())
            for id in [outgoing.id] + outgoing.others {
                guard let row = try book.outbox.find(id) else { continue }
                switch outcome {
                case .later(let again): try book.outbox.note(due: again, attempts: row.attempts, of: id)
                case .taken:
                    try book.messages.note(.sent(outgoing.way.channel), of: row.copy, at: now)
                    try book.outbox.delete(id)
                case .failed(let reason):
                    try book.outbox.delete(id)
                    try book.giveUp(row.copy, reason, at: now)
                }
            }
            if case .failed(.gone) = outcome { try book.close(outgoing.way, at: now) }
        }
    }

    /// Writes down that mail which its server had taken came back. Does nothing if there is no such way, no such message
    /// to it, or the mail did not go to one of these addresses.
    ///
    /// - Parameters:
    ///   - message: as its recipient knows it.
    ///   - isOfTheAddress: there is no such address: nothing goes there any more.
    /// - Returns: the message's sender, if it has failed with that.
    package func noteBounce(
        of message: MessageID, by way: WayID, to addresses: [String], isOfTheAddress: Bool, for caller: Caller,
        at now: Instant
    ) async throws -> PersonID? {
        try await write { book in
            try book.permit(caller, to: DeliverMessages.self, on: WholeOrganisation())
            guard let way = try book.outbox.ways("id = ?", way).first, way.channel == .mail,
                addresses.contains(where: { $0.lowercased() == way.address.lowercased() }),
                let message = try book.messages.message(numbered: message, for: way.person),
                let copy = try book.messages.copies("messageID = ? AND personID = ?", message, way.person).first?.copy
            else { return nil }
            let reason = isOfTheAddress ? FailureReason.gone : .refused
            if isOfTheAddress { try book.close(way, at: now) }
            let state = try book.messages.state(of: copy.id)
            // What another channel has taken may still get there, and so may what waits for one.
            guard state.channels == [.mail], state.receivedAt == nil, state.failure == nil, !state.isTakenBack,
                try book.outbox.rows("copyID = ?", copy.id).isEmpty
            else { return nil }
            try book.messages.note(.failed(reason), of: copy.id, at: now)
            return try book.messages.find(message)?.message.sender
        }
    }

    /// How the outbox stands.
    package func outboxCounts(for caller: Caller) async throws -> [OutboxCount] {
        try await read { book in
            try book.permit(caller, to: ReadSystem.self, on: WholeOrganisation())
            return try book.outbox.counts()
        }
    }
}

extension Book {
    /// Of so many notices of Watchbill's own that wait for one way, the first tells of all.
    private static let floodFrom = 4
    /// So often at most one person is told of them by one channel in an hour; what comes after that waits, and comes
    /// together.
    private static let mostNoticesAnHour = 6

    fileprivate func claim(
        _ channel: Channel, at now: Instant, until lease: Instant, limit: Int, by server: ServerID
    ) throws -> Claim {
        var claimed: [Outgoing] = []
        let due = try outbox.due(by: channel, at: now, limit: limit)
        var quiet: [PersonID: QuietHours?] = [:]
        for row in due {
            guard let way = try outbox.ways("id = ?", row.way).first, let copy = try messages.copy(row.copy),
                let message = try messages.find(copy.message)
            else { continue }
            let state = try messages.state(of: row.copy)
            if quiet[way.person] == nil { quiet[way.person] = .some(try quietHours(of: way.person, at: now)) }
            let task = DeliveryTask(
                channel: way.channel, attempts: row.attempts, queuedAt: row.queuedAt, isReminder: row.isReminder)
            switch Delivery.decide(
                task, of: state, isUrgent: message.message.isUrgent, quiet: quiet[way.person] ?? nil, at: now)
            {
            case .needless: try outbox.delete(row.id)
            case .wait(let until): try outbox.note(due: until, attempts: row.attempts, of: row.id)
            case .expired:
                try outbox.delete(row.id)
                if try outbox.rows("copyID = ?", row.copy).isEmpty, state.sentAt == nil, state.expiredAt == nil {
                    try messages.note(.expired, of: row.copy, at: now)
                }
            case .attempt:
                if message.message.sender == nil, !message.message.isUrgent, !row.isReminder {
                    let hour = Duration.hours(1)
                    let told = try messages.noticeTimes(of: way.person, by: channel, since: now.adding(.zero - hour))
                    if told.count >= Self.mostNoticesAnHour, let first = told.first {
                        try outbox.note(due: first.adding(hour), attempts: row.attempts, of: row.id)
                        continue
                    }
                }
                try outbox.note(due: lease, attempts: row.attempts + 1, of: row.id, claimedBy: server)
                let stored = try stored(message, for: way.person)
                claimed.append(
                    Outgoing(
                        id: row.id, way: way, stored: stored, attempts: row.attempts + 1,
                        isReminder: row.isReminder, others: []))
            }
        }
        return Claim(outgoing: claimed.gathered(from: Self.floodFrom), isMoreDue: due.count == limit)
    }

    /// Nothing goes by that way any more, nor what waits for it.
    fileprivate func close(_ way: StoredWay, at now: Instant) throws {
        try outbox.note(gone: way.id, at: now)
        for row in try outbox.rows("wayID = ?", way.id) {
            try outbox.delete(row.id)
            try giveUp(row.copy, .gone, at: now)
        }
    }

    /// Nobody's failure is told as long as another way may still come through.
    fileprivate func giveUp(_ copy: CopyID, _ reason: FailureReason, at now: Instant) throws {
        guard try outbox.rows("copyID = ?", copy).isEmpty else { return }
        let state = try messages.state(of: copy)
        guard state.sentAt == nil, state.failure == nil, !state.isTakenBack else { return }
        try messages.note(.failed(reason), of: copy, at: now)
    }

    /// On the clock of the first of the units that the person is in.
    private func quietHours(of person: PersonID, at now: Instant) throws -> QuietHours? {
        guard let quiet = try outbox.quiet(of: person) else { return nil }
        let state = try directory()
        let unit = try subject(person, at: now).units.min().flatMap { state.tree[$0] }
        return QuietHours(from: quiet.from, until: quiet.until, zone: unit?.zone ?? .utc)
    }
}

extension [Outgoing] {
    /// Notices that would be a flood become one, which stands for all.
    fileprivate func gathered(from least: Int) -> [Outgoing] {
        func isPlain(_ one: Outgoing) -> Bool {
            one.stored.message.sender == nil && !one.stored.message.isUrgent && !one.isReminder
        }
        let floods = Dictionary(grouping: filter(isPlain), by: \.way.id).filter { $0.value.count >= least }
        return compactMap { one in
            guard isPlain(one), let flood = floods[one.way.id] else { return one }
            guard one.id == flood[0].id else { return nil }
            var first = one
            first.others = flood.dropFirst().map(\.id)
            return first
        }
    }
}
