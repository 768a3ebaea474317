internal import CrewRecords
internal import Logging
package import RotaModel
internal import RotaRules
internal import WatchbillStore

extension Installation {
    /// Tells people, and those who lead them, of shifts that they will not be rested for. Of several servers each does it; what
    /// was told is told no more, by whichever.
    func restJob(logger: Logger) -> RecurringJob<Void> {
        RecurringJob(
            "rest", every: .seconds(60), complaint: "It could not be looked after who will not be rested.",
            logger: logger
        ) {
            _ = try await self.tellOfRest()
        }
    }

    /// - Returns: whom anything was told.
    @discardableResult
    package func tellOfRest() async throws -> Set<PersonID> {
        let now = surroundings.now()
        let job = try await store.entrance.admit(.hours, at: now)
        // Longer ago it matters to no rule of a few weeks. In a unit nobody tells of attendance in, people may be planned who
        // were on watch elsewhere.
        let units = try await store.unitsConcernedByAttendance(since: now.adding(.zero - .days(35)), for: job)
        var told: Set<PersonID> = []
        var fault: (any Error)?
        for unit in units {
            let foreseen: [ForeseenShift]
            do {
                foreseen = try await self.foreseen(in: unit)
            } catch {
                // One unit's must not keep the others from being told.
                fault = fault ?? error
                continue
            }
            let shifts = foreseen.map { shift in
                UnrestedShift(
                    unit: unit, person: shift.breach.person, date: shift.breach.date, shift: shift.type.id,
                    words: pages.words(for: shift, isOwn: true), link: "/today",
                    leadWords: pages.words(for: shift, isOwn: false), leadLink: pages.coverAddress(shift))
            }
            guard !shifts.isEmpty else { continue }
            let messages = try await store.entrance.admit(.messages, at: now)
            told.formUnion(try await store.tell(of: shifts, for: messages, at: now))
        }
        for person in told { messageBell.ring(person) }
        if let fault { throw fault }
        return told
    }
}
