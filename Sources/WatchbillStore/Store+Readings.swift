package import CrewRecords
internal import RotaModel

/// The log of readings: each person's own part, and the check of the whole.
extension Store {
    /// Who read the caller's sealed entries, the newest first.
    ///
    /// - Parameters:
    ///   - skipped: how many of the newest to leave out.
    ///   - limit: how many to answer with at most.
    package func readings(skipping skipped: Int, limit: Int, for caller: Caller) async throws -> [NamedReading] {
        try await read { book in
            let permit = try book.permitOwnReadings(caller)
            let entries = try book.readings.newest(of: permit.subject.person, skipping: skipped, limit: limit)
            return try ReadingsLog.shown(entries, to: permit).map { reading in
                NamedReading(reading: reading, reader: try book.name(of: reading.reader))
            }
        }
    }

    /// The glass that was broken over the caller's sealed entries, the newest first, with the reasons.
    ///
    /// - Throws: `SealingError` if one cannot be opened.
    package func brokenGlass(for caller: Caller) async throws -> [OwnGlass] {
        try await read { book in try book.brokenGlass(by: try book.permitOwnReadings(caller)) }
    }

    /// How far the log goes.
    package func readingsHead(for caller: Caller) async throws -> ReadingsLog {
        try await read { book in
            try book.permit(caller, to: VerifyReadings.self, on: WholeOrganisation())
            return try book.readings.log()
        }
    }

    /// Holds the log against its hashes, in batches, while a server goes on writing it or not.
    ///
    /// - Parameter heads: of the log at earlier times, kept elsewhere.
    /// - Returns: how far it is whole, and the first fault, if there is one.
    package func verifyReadings(
        knowing heads: [ReadingsLog], for caller: Caller
    ) async throws -> (log: ReadingsLog, fault: ReadingsFault?) {
        var check = ReadingsCheck(of: organisation.id, knowing: heads)
        var last: ReadingNumber?
        repeat {
            (check, last) = try await read { [check, last] book in
                try book.permit(caller, to: VerifyReadings.self, on: WholeOrganisation())
                return try book.check(check, after: last)
            }
        } while last != nil
        return (check.log, check.end())
    }
}

extension Book {
    /// The glass that was broken over somebody's sealed entries, the newest first, with the reasons.
    func brokenGlass(by permit: Permit<ReadReadings>) throws -> [OwnGlass] {
        try glass.all(of: permit.subject.person).reversed().map { grant in
            OwnGlass(
                grant: grant, reader: try name(of: grant.reader), reason: try ring().reason(for: grant, by: permit))
        }
    }

    /// Goes on with a check by one batch.
    ///
    /// - Parameter last: the number up to which the log has been taken; nil at the beginning.
    /// - Returns: also the number that it has come to; nil when there is no more.
    fileprivate func check(
        _ check: ReadingsCheck, after last: ReadingNumber?
    ) throws -> (check: ReadingsCheck, last: ReadingNumber?) {
        var check = check
        var reached: ReadingNumber?
        for row in try readings.batch(after: last, limit: 1000) {
            let number: ReadingNumber = try row["number"]
            reached = number
            // What throws is a row that is no reading.
            if let entry = try? readings.entry(row) { check.take(entry) } else { check.takeUnreadable(number) }
        }
        return (check, reached)
    }
}
