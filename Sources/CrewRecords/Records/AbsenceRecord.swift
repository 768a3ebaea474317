package import RotaModel

/// Why somebody is away.
package struct AbsenceGround: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case holiday, illness, family, training, duty, other
    }

    package let kind: Kind
    /// Up to 20,000 characters; may be empty.
    package let reason: String

    package init(_ kind: Kind, reason: String = "") throws(RecordError) {
        try FitnessDecision.check(Confidential(reason))
        self.kind = kind
        self.reason = reason
    }
}

extension AbsenceGround: SealedValue {
    package var sealedBytes: [UInt8] {
        var bytes = CanonicalBytes()
        bytes.add(kind.rawValue)
        bytes.add(reason)
        return bytes.bytes
    }

    package init?(sealedBytes: [UInt8]) {
        var reader = CanonicalReader(sealedBytes)
        guard let kind = reader.text().flatMap(Kind.init(rawValue:)), let reason = reader.text(), reader.isAtEnd
        else { return nil }
        do { self = try AbsenceGround(kind, reason: reason) } catch { return nil }
    }
}

/// When somebody is away. Why is sealed and kept beside it, so that nothing that tells of the dates reads it. Every kind is
/// kept alike, as an entry on health: if each had a keeper of its own, who keeps it would tell the kind.
package struct AbsenceRecord: Hashable, Sendable {
    package enum State: String, CaseIterable, Hashable, Sendable {
        case asked, granted, refused
    }

    package let id: EntryID
    package let person: PersonID
    /// What everybody who sees the person's days sees.
    package let away: Away
    package let state: State
    /// The person themselves if they asked, then whoever decided.
    package let by: PersonID
    package let at: Instant

    /// An absence as the store holds it.
    package init(id: EntryID, person: PersonID, away: Away, state: State, by: PersonID, at: Instant) {
        self.id = id
        self.person = person
        self.away = away
        self.state = state
        self.by = by
        self.at = at
    }

    /// How many requests of a person may wait to be decided.
    package static let mostAsked = 40

    /// - Throws: `RecordError` if no further request of the person is taken until some are decided.
    package static func checkRoom(asked: Int) throws(RecordError) {
        guard asked < mostAsked else {
            throw RecordError(
                .tooMany,
                "\(mostAsked) requests to be away wait already, and no more can. Maybe ask your lead to decide them.")
        }
    }

    /// The person concerned asks to be away.
    package static func ask(
        _ away: Away, because ground: Confidential<AbsenceGround>, as id: EntryID, by permit: Permit<AskAbsence>,
        at now: Instant, with ring: KeyRing, using generator: inout some RandomNumberGenerator
    ) throws(SealingError) -> (absence: AbsenceRecord, ground: SealedEnvelope) {
        let person = permit.subject.person
        return (
            AbsenceRecord(id: id, person: person, away: away, state: .asked, by: person, at: now),
            try seal(ground, person, id, permit.caller.organisation, ring, &generator)
        )
    }

    /// Somebody who may decide notes that a person is away, without having been asked.
    package static func note(
        _ away: Away, because ground: Confidential<AbsenceGround>, as id: EntryID, by permit: Permit<DecideAbsence>,
        at now: Instant, with ring: KeyRing, using generator: inout some RandomNumberGenerator
    ) throws -> (absence: AbsenceRecord, ground: SealedEnvelope) {
        guard let decider = permit.caller.person else { throw Refusal.forbidden }
        let person = permit.subject.person
        return (
            AbsenceRecord(id: id, person: person, away: away, state: .granted, by: decider, at: now),
            try seal(ground, person, id, permit.caller.organisation, ring, &generator)
        )
    }

    /// Grants or refuses what was asked, by its dates alone: the decision does not open the ground.
    ///
    /// - Throws: `Refusal.hidden` if the permit is for another person; `RecordError` if it has been decided already.
    package func decided(granted: Bool, by permit: Permit<DecideAbsence>, at now: Instant) throws -> AbsenceRecord {
        guard permit.subject.person == person else { throw Refusal.hidden }
        guard let decider = permit.caller.person else { throw Refusal.forbidden }
        guard state == .asked else {
            throw RecordError(.alreadyDecided, "Somebody has decided that meanwhile. Maybe load the page again.")
        }
        return AbsenceRecord(
            id: id, person: person, away: away, state: granted ? .granted : .refused, by: decider, at: now)
    }

    /// What the holder of a permit to see the person's days sees: nothing unless it is granted.
    package func shown(to permit: Permit<ReadSchedule>) throws(Refusal) -> Away? {
        guard permit.subject.person == person else { throw .hidden }
        return state == .granted ? away : nil
    }

    /// Why, of what is kept beside this one, its reading having been logged.
    package func open(
        _ ground: SealedEnvelope, for reading: LoggedReading, with ring: KeyRing
    ) throws -> Confidential<AbsenceGround> {
        try ring.open(ground, at: SealedPlace(ring.organisation, person, .health, id, .absenceGround), for: reading)
    }

    private static func seal(
        _ ground: Confidential<AbsenceGround>, _ person: PersonID, _ id: EntryID, _ organisation: OrganisationID,
        _ ring: KeyRing, _ generator: inout some RandomNumberGenerator
    ) throws(SealingError) -> SealedEnvelope {
        try ring.seal(ground, at: SealedPlace(organisation, person, .health, id, .absenceGround), using: &generator)
    }
}

/// That somebody is away: the one word, whatever the kind. The time credited for it is the unit's, the same for every
/// kind, or else the hours would tell.
package struct Away: Hashable, Sendable, CustomStringConvertible {
    package let first: CalendarDate
    /// Included.
    package let last: CalendarDate
    /// When on the first date it begins; nil: the whole date.
    package let from: LocalTime?
    /// When on the last date it ends; nil: the whole date.
    package let until: LocalTime?

    /// In days: three years.
    package static let longest = 1096

    /// - Throws: `RecordError` if it ends before it begins, or lasts too long.
    package init(
        first: CalendarDate, last: CalendarDate, from: LocalTime? = nil, until: LocalTime? = nil
    ) throws(RecordError) {
        let isEmpty = if first == last, let from, let until { until <= from } else { last < first }
        guard !isEmpty else {
            throw RecordError(.datesSwapped, "An absence ends before it begins. Maybe the two dates are swapped.")
        }
        guard last.dayNumber - first.dayNumber < Self.longest else {
            throw RecordError(
                .tooLasting, "An absence lasts at most \(Self.longest) days. Maybe the year is mistyped.")
        }
        self.first = first
        self.last = last
        self.from = from
        self.until = until
    }

    package var description: String { "away" }
}
