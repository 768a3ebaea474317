internal import CrewMessages
internal import CrewRecords
internal import Logging
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Looks after demanded answers (reminders, deadlines, the chain) and cover calls. Of several servers each does it; what
    /// one has done the others find done.
    func chaseJob(logger: Logger) -> RecurringJob<Void> {
        RecurringJob("chase", every: .seconds(1), complaint: "Answers could not be looked after.", logger: logger) {
            let atOnce = 100
            while try await self.chaseAnswers(limit: atOnce) == atOnce {}
            while try await self.lookAfterCovers(limit: atOnce) == atOnce {}
            while try await self.remindOfRequests(limit: atOnce) == atOnce {}
        }
    }

    /// Does what is to be done of messages whose answers are due.
    ///
    /// - Returns: how many messages there were.
    @discardableResult
    package func chaseAnswers(limit: Int) async throws -> Int {
        let now = surroundings.now()
        let job = try await store.entrance.admit(.messages, at: now)
        let chases = try await store.chases(at: now, limit: limit, for: job)
        for (sent, actions) in chases {
            var people: [Int: [PersonID]] = [:]
            for case .pass(let number) in actions {
                guard let chain = sent.stored.message.demand?.chain, chain.indices.contains(number - 1) else {
                    continue
                }
                do {
                    people[number] = try await self.people(of: chain[number - 1], at: now, for: job)
                } catch is Refusal {
                    // The unit is gone: the link leads to nobody, and the next one has its turn.
                    people[number] = []
                }
            }
            let id = sent.stored.message.id
            try await store.chase(id, passingTo: people, for: job, at: now)
            ring(for: sent, and: people.values.joined())
        }
        return chases.count
    }

    /// Asks whoever is next in cover calls that are due.
    ///
    /// - Returns: how many there were.
    @discardableResult
    package func lookAfterCovers(limit: Int) async throws -> Int {
        let now = surroundings.now()
        return try await store.lookAfterCovers(
            at: now, limit: limit, for: try await store.entrance.admit(.messages, at: now))
    }

    /// Reminds of requests that are soon not taken any more.
    ///
    /// - Returns: how many calls for requests there were.
    @discardableResult
    package func remindOfRequests(limit: Int) async throws -> Int {
        let now = surroundings.now()
        return try await store.remindOfRequests(
            at: now, limit: limit, telling: requestWords,
            for: try await store.entrance.admit(.messages, at: now))
    }

    /// Wakes whoever has to do with a message.
    func ring(for sent: SentMessage, and others: some Sequence<PersonID> = [PersonID]()) {
        let people = Set(sent.recipients.map(\.copy.recipient) + [sent.stored.message.sender].compactMap(\.self))
        for person in people.union(others) { messageBell.ring(person) }
    }
}
