internal import CrewChannels
internal import CrewMessages
internal import CrewRecords
package import Logging
internal import RotaModel
internal import ServiceLifecycle
internal import WatchbillStore

/// Hands what is in the outbox to channels. Of several servers each claims its own; what one had when it was cut off
/// comes again when its lease is over.
struct DeliveryService: Service {
    static let pause = Duration.milliseconds(500)
    /// Longer than any channel takes.
    static let lease = Duration.seconds(120)
    static let atOnce = 16

    let installation: Installation
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var told: String?
            while !Task.isCancelled {
                do {
                    while try await installation.deliverMessages(limit: Self.atOnce, logger) > 0 {}
                    told = nil
                } catch is CancellationError {
                    return
                } catch {
                    // Once for each reason.
                    let reason = "\(error)"
                    if reason != told {
                        logger.error(
                            "Messages could not be delivered. It is tried again.", metadata: ["error": "\(reason)"])
                    }
                    told = reason
                }
                do { try await Task.sleep(for: Self.pause) } catch { return }
            }
        }
    }
}

extension Installation {
    /// Hands over what is due.
    ///
    /// - Returns: how much there was.
    @discardableResult
    package func deliverMessages(limit: Int, _ logger: Logger) async throws -> Int {
        let job = try await store.entrance.admit(.messages, at: surroundings.now())
        let claimed = try await store.claim(
            at: surroundings.now(), lease: DeliveryService.lease, limit: limit, for: job)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for outgoing in claimed {
                group.addTask {
                    let outcome = await self.couriers.deliver(outgoing, self.pages.language)
                    if case .failed(let reason) = outcome {
                        logger.notice(
                            "A message cannot be delivered by one of its ways.",
                            metadata: [
                                "channel": "\(outgoing.way.channel.rawValue)", "reason": "\(reason.rawValue)",
                            ])
                    }
                    let now = self.surroundings.now()
                    try await self.store.finish(outgoing, as: outcome, for: job, at: now)
                    if let sender = outgoing.stored.message.sender { self.messageBell.ring(sender) }
                }
            }
            try await group.waitForAll()
        }
        return claimed.count
    }
}
