internal import CrewRecords
package import Logging
internal import RotaModel
internal import ServiceLifecycle
internal import WatchbillStore

/// Erases what may no longer be kept: when the server starts, and then once on each day by its clock.
struct RetentionService: Service {
    /// How often the clock is looked at.
    static let pause = Duration.seconds(600)

    let installation: Installation
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var last: CalendarDate?
            while !Task.isCancelled {
                let today = Zone.utc.date(at: installation.surroundings.now())
                if today != last, await eraseDue() { last = today }
                do { try await Task.sleep(for: Self.pause) } catch { return }
            }
        }
    }

    /// - Returns: whether it was done; if not, it is tried again after the pause.
    private func eraseDue() async -> Bool {
        do {
            try await installation.eraseDue(telling: logger)
            return true
        } catch is CancellationError {
            return false
        } catch {
            logger.error("Entries that are due could not be erased.", metadata: ["error": "\(error)"])
            return false
        }
    }
}

extension Installation {
    /// Erases the entries that may no longer be kept. The log is told that it was done, not how many there were, nor
    /// whether there was any: sealed ones would be counted along.
    package func eraseDue(telling logger: Logger) async throws {
        let now = surroundings.now()
        _ = try await store.eraseDue(at: now, for: try await store.entrance.admit(.retention, at: now))
        logger.info("What was due has been erased.")
    }
}
