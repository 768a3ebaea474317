internal import CrewRecords
internal import RotaModel

extension Book {
    /// The keys that seal and open fields. Data keys that another server has made meanwhile are among them.
    ///
    /// - Throws: `StoreError`, `noMasterKey`, if the store was opened without one; `SealingError` if a key made meanwhile
    ///   cannot be unwrapped.
    func ring() throws -> KeyRing {
        guard !keys.masters.isEmpty, let newest = try dataKeys.newest() else { throw StoreError.noMasterKey }
        if let known = keys.ring(upTo: newest) { return known }
        let ring = try KeyRing(try dataKeys.all(), of: organisation.id, under: keys.masters)
        keys.keep(ring, upTo: newest)
        return ring
    }

    /// For start-up: makes the first data key, if there is a master key for it, and unwraps all there are.
    ///
    /// - Throws: `StoreError`, `noMasterKey`, or `SealingError`, if one cannot be unwrapped: no server starts that could
    ///   not open what it holds.
    func openKeys(place: String) throws {
        guard let master = keys.masters.first else {
            if try dataKeys.newest() == nil { return }
            throw StoreError(
                .noMasterKey,
                "The database \(place) holds sealed fields, and no master key was given to open them. "
                    + StoreError.givingMasterKey)
        }
        if try dataKeys.newest() == nil {
            // Keys must be unforeseeable, whatever a test foresees.
            var random = SystemRandomNumberGenerator()
            try dataKeys.insert(
                WrappedDataKey.make(DataKeyNumber(1), of: organisation.id, under: master, using: &random))
        }
        _ = try ring()
    }

    /// Enters a reading in the log, in the transaction that reads what it is about.
    ///
    /// Writes of one organisation come one after the other; were they not, the log's keys would refuse a second reading of
    /// the same number.
    ///
    /// - Throws: `Refusal.hidden` if the permit is by glass that is whole again by now.
    func enter(_ subject: EntryID, by permit: Permit<ReadSealedEntry>, at now: Instant) throws -> LoggedReading {
        var log = try readings.log()
        let reading = try log.append(subject, by: permit, at: now)
        try readings.insert(reading.entry)
        let (reader, person) = (permit.caller.person, permit.subject.person.person)
        if let reader, reader != person {
            let text = "\(try name(of: reader)) has opened something sealed in your file."
            try tell([Notice(to: person, text, link: "/me/readings", isSealed: true)], at: now)
        }
        return reading
    }
}

extension StoreError {
    static let noMasterKey = StoreError(
        .noMasterKey, "Nothing can be sealed or opened: Watchbill was started without a master key. \(givingMasterKey)")

    fileprivate static let givingMasterKey =
        "Start it with --master-key-file, --master-key-variable or --master-key-command."
}
