package import CrewRecords
package import RotaModel

/// An absence without what is sealed of it.
package struct StoredAbsence: Hashable, Sendable {
    package let id: EntryID
    package let away: Away
    package let state: AbsenceRecord.State
    /// When it was asked for or, after that, decided.
    package let at: Instant

    init(_ record: AbsenceRecord) {
        id = record.id
        away = record.away
        state = record.state
        at = record.at
    }
}

/// What a caller may know of a person's absences.
package struct PersonAbsences: Hashable, Sendable {
    package let name: String
    /// From today on, by date: the same whatever the kind.
    package let away: [Away]
    /// What waits to be decided; nil for whoever does not decide.
    package let requests: [StoredAbsence]?
    /// All of them, asked, granted and refused; nil for whoever may not open their grounds.
    package let records: [StoredAbsence]?
}
