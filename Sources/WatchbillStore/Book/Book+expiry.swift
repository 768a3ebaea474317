internal import CrewRecords
internal import RotaModel

/// What runs out, as far as it is used without anybody reading it.
extension Book {
    var reminders: ReminderTable { ReminderTable(connection, organisation) }

    /// The clock by which somebody is told of days: that of their unit, of several the first.
    func zone(of person: PersonID, at now: Instant) throws -> Zone {
        let state = try directory()
        return state.person(person).flatMap { state.units(of: $0, at: now).min() }.map(state.zone) ?? .utc
    }

    /// The days of what an entry says; nil if it does not run out. Of a sealed one nothing else is looked at.
    func expiryDays(of entry: RecordEntry) throws -> ExpiryDays? {
        switch entry.content {
        case .open(let content): content.reveal().expiryDays
        case .sealed: try ring().expiryDays(of: entry)
        }
    }

    /// When something has run out, or not begun, that the person needs for any duty. Which, of which category and class, and how
    /// many there are, does not show.
    func notEligible(
        _ person: PersonID, over dates: ClosedRange<CalendarDate>
    ) throws -> [ClosedRange<CalendarDate>] {
        try records.running(of: person).flatMap { entry -> [ClosedRange<CalendarDate>] in
            guard let days = try expiryDays(of: entry), days.need == .duty else { return [] }
            return days.cover.gaps(in: dates)
        }.merged
    }

    /// The person with each qualification for as long as the papers hold that it needs.
    func qualified(_ person: Person, over dates: ClosedRange<CalendarDate>) throws -> Person {
        var person = person
        for entry in try records.running(of: person.id) {
            // What is sealed is needed for no single qualification.
            guard case .open(let content) = entry.content, let days = content.reveal().expiryDays,
                case .qualification(let needed) = days.need
            else { continue }
            person.qualifications = person.qualifications.flatMap { held in
                guard held.id == needed else { return [held] }
                return days.cover.compactMap { held.valid.intersection($0) }.filter {
                    $0.intersection(Validity(from: dates.lowerBound, until: dates.upperBound)) != nil
                }.map { Held(held.id, valid: $0) }
            }
        }
        return person
    }
}

/// On which days people were reminded of what runs out in one organisation, within one transaction.
struct ReminderTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    /// When it was reminded of an entry, or of one that it supersedes.
    func days(of entry: EntryID) throws(StoreError) -> [CalendarDate] {
        var days: [CalendarDate] = []
        for row in try connection.run(
            """
            WITH RECURSIVE line (id) AS (
                SELECT CAST(? AS TEXT)
                UNION
                SELECT r.otherID FROM recordReference r JOIN line ON r.entryID = line.id
                WHERE r.organisationID = ? AND r.kind = 'supersedes'
            )
            SELECT t.toldOn AS toldOn FROM expiryReminder t JOIN line ON t.entryID = line.id WHERE t.organisationID = ?
            """, entry, organisation, organisation)
        { days.append(try row["toldOn"]) }
        return days
    }

    func insert(_ entry: EntryID, on day: CalendarDate) throws(StoreError) {
        try connection.run(
            "INSERT INTO expiryReminder (organisationID, entryID, toldOn) VALUES (?, ?, ?)", organisation, entry, day)
    }
}
