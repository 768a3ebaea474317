internal import CrewRecords
package import Logging
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Erases what may no longer be kept: when the server starts, and then once on each day by its clock, which is looked
    /// at every ten minutes.
    func retentionJob(logger: Logger) -> RecurringJob<CalendarDate?> {
        RecurringJob(
            name: "retention", pause: .seconds(600), complaint: "Entries that are due could not be erased.",
            logger: logger, memory: nil
        ) { last in
            let today = Zone.utc.date(at: self.surroundings.now())
            if today != last { try await self.eraseDue(telling: logger) }
            return today
        }
    }

    /// Erases the entries that may no longer be kept. The log is told that it was done, not how many there were, nor
    /// whether there was any: sealed ones would be counted along.
    package func eraseDue(telling logger: Logger) async throws {
        let now = surroundings.now()
        _ = try await store.eraseDue(at: now, for: try await store.entrance.admit(.retention, at: now))
        logger.info("What was due has been erased.")
    }
}
