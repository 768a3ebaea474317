internal import CrewMessages
internal import CrewRecords
internal import Logging
internal import RotaModel
internal import ServiceLifecycle
internal import WatchbillStore

/// Looks after demanded answers: reminders, deadlines, the chain. Of several servers each does it; what one has done the
/// others find done.
struct ChaseService: Service {
    static let pause = Duration.seconds(1)
    private static let atOnce = 100

    let installation: Installation
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var told: String?
            while !Task.isCancelled {
                do {
                    while try await installation.chaseAnswers(limit: Self.atOnce) == Self.atOnce {}
                    while try await installation.lookAfterCovers(limit: Self.atOnce) == Self.atOnce {}
                    told = nil
                } catch is CancellationError {
                    return
                } catch {
                    // Once for each reason.
                    let reason = "\(error)"
                    if reason != told {
                        logger.error(
                            "Answers could not be looked after. It is tried again.", metadata: ["error": "\(reason)"])
                    }
                    told = reason
                }
                do { try await Task.sleep(for: Self.pause) } catch { return }
            }
        }
    }
}

extension Installation {
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

    /// Wakes whoever has to do with a message.
    func ring(for sent: SentMessage, and others: some Sequence<PersonID> = [PersonID]()) {
        let people = Set(sent.recipients.map(\.copy.recipient) + [sent.stored.message.sender].compactMap(\.self))
        for person in people.union(others) { messageBell.ring(person) }
    }
}
