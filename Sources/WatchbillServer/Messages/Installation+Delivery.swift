internal import CrewMessages
internal import CrewRecords
internal import Logging
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Hand what is in the outbox to channels. Each has a job and places of its own, so that one that is slow or down keeps
    /// up none of the others. Of several servers each claims its own; what one had when it was cut off comes again when its
    /// lease is over.
    func deliveryJobs(logger: Logger) -> [RecurringJob<Void>] {
        Channel.allCases.filter { $0 != .page }.map { channel in
            RecurringJob(
                "delivery by \(channel.rawValue)", every: .milliseconds(500),
                complaint: "Messages could not be delivered.", logger: logger
            ) {
                try await self.deliverMessages(by: channel, atOnce: Couriers.places(of: channel), logger)
            }
        }
    }

    /// Hands over what is due, so many at a time, until nothing is on its way. Whatever is slow keeps only its own place:
    /// more is claimed when half of the places are free, and every half a second.
    private func deliverMessages(by channel: Channel, atOnce: Int, _ logger: Logger) async throws {
        let job = try await store.entrance.admit(.messages, at: surroundings.now())
        // Longer than any channel takes.
        let lease = Duration.seconds(120)
        try await withThrowingTaskGroup(of: Event.self) { group in
            var (running, isMoreDue) = (0, false)
            repeat {
                let claim = try await store.claim(
                    by: channel, at: surroundings.now(), lease: lease, limit: atOnce - running, for: job)
                for outgoing in claim.outgoing {
                    group.addTask {
                        try await self.deliver(outgoing, logger, for: job)
                        return .finished
                    }
                }
                running += claim.outgoing.count
                isMoreDue = claim.isMoreDue
                if running == 0 || isMoreDue && running <= atOnce / 2 { continue }
                group.addTask {
                    try await Task.sleep(for: .milliseconds(500))
                    return .waited
                }
                var hasWaited = false
                while running > 0, !hasWaited, !isMoreDue || running > atOnce / 2 {
                    switch try await group.next() {
                    case .finished: running -= 1
                    case .waited, nil: hasWaited = true
                    }
                }
            } while running > 0 || isMoreDue
            group.cancelAll()
        }
    }

    private enum Event { case finished, waited }

    private func deliver(_ outgoing: Outgoing, _ logger: Logger, for job: Caller) async throws {
        let outcome = await couriers.deliver(outgoing, pages.language)
        if case .failed(let reason) = outcome {
            logger.notice(
                "A message cannot be delivered by one of its ways.",
                metadata: ["channel": "\(outgoing.way.channel.rawValue)", "reason": "\(reason.rawValue)"])
        }
        try await store.finish(outgoing, as: outcome, for: job, at: surroundings.now())
        if let sender = outgoing.stored.message.sender { messageBell.ring(sender) }
    }
}
