package import RotaModel

/// How far an organisation's log of readings goes: what the next reading is chained to. Kept elsewhere, it proves later
/// that nothing up to it was cut off or written anew.
package struct ReadingsLog: Hashable, Sendable {
    package let organisation: OrganisationID
    /// How many readings there are.
    package private(set) var count: Int
    /// The last one's hash.
    package private(set) var head: ChainHash

    /// A log without a reading.
    package init(of organisation: OrganisationID) {
        self.organisation = organisation
        count = 0
        head = .beginning(of: organisation)
    }

    /// A log as the store holds it.
    package init(of organisation: OrganisationID, count: Int, head: ChainHash) {
        self.organisation = organisation
        self.count = count
        self.head = head
    }

    /// Enters a reading that is about to happen.
    ///
    /// - Throws: `Refusal.hidden` if the permit is of another organisation, or by glass that is whole again by now.
    package mutating func append(
        _ subject: EntryID, by permit: Permit<ReadSealedEntry>, at now: Instant
    ) throws(Refusal) -> LoggedReading {
        guard permit.caller.organisation == organisation, let reader = permit.caller.person else { throw .hidden }
        let reason: ReadingEntry.Reason
        switch permit.ground {
        case .ownership: reason = .own
        case .role(let role): reason = .role(role)
        case .glass(let grant):
            guard grant.term.contains(now) else { throw .hidden }
            reason = .glass(grant.id, reason: grant.reason)
        // The table has no such row; were there one, nothing would be opened by it.
        case .everyone, .job, .station: throw .hidden
        }
        let entry = ReadingEntry(
            number: ReadingNumber(count + 1), at: now, reader: reader, person: permit.subject.person.person,
            category: permit.subject.category, subject: subject, reason: reason, after: head, in: organisation)
        count += 1
        head = entry.hash
        return LoggedReading(organisation: organisation, entry: entry)
    }

    /// What the person concerned sees of a log, in its order.
    package static func shown(
        _ entries: some Sequence<ReadingEntry>, to permit: Permit<ReadReadings>
    ) -> [ShownReading] {
        entries.filter { $0.person == permit.subject.person }.map(ShownReading.init)
    }
}

/// A reading as the person concerned sees it: without its number and hashes, which would tell how often others were
/// looked at.
package struct ShownReading: Hashable, Sendable {
    package let at: Instant
    package let reader: PersonID
    package let category: RecordCategory
    package let subject: EntryID
    package let reason: ReadingEntry.Reason

    init(_ entry: ReadingEntry) {
        at = entry.at
        reader = entry.reader
        category = entry.category
        subject = entry.subject
        reason = entry.reason
    }
}
