package import CrewRecords

/// Everything that is kept about somebody, for that person: what is sealed is open.
package struct OwnFile: Sendable {
    /// As the directory has them.
    package let person: PersonEntry
    /// Of the person's units, ranks, qualifications and contracts.
    package let directory: Directory
    package let account: Account?
    /// Ended ones, too, as long as they are kept; the oldest first.
    package let sessions: [Session]
    /// Revoked and run-out ones, too; the oldest first.
    package let tokens: [APIToken]
    /// The addresses of their calendar, revoked ones, too; the oldest first.
    package let calendars: [CalendarFeed]
    /// All that were ever given, the first first.
    package let roles: [RoleGrant]
    /// What the person has asked for, by dates.
    package let requests: [StoredRequest]
    /// That the person has asked for or was asked, the newest first.
    package let exchanges: [NamedExchange]
    /// What was added by hand to their accounts of all years.
    package let accountEntries: [AccountEntry]
    /// What was told of when they were on watch, in the order of telling.
    package let attendance: [AttendanceEvent]
    /// Under their hours, their own and those of leads.
    package let signatures: [HoursSignature]
    /// In the order of writing.
    package let entries: [OwnEntry]
    /// By their dates.
    package let absences: [OwnAbsence]
    /// What was decided, the newest first.
    package let fitness: [OwnFitness]
    /// The newest first.
    package let glass: [OwnGlass]
    /// Who has read sealed entries, the first first; with this reading of them all.
    package let readings: [NamedReading]
}

/// An entry of one's own file, with what goes with it.
package struct OwnEntry: Sendable {
    package let entry: FiledEntry
    package let files: [AttachedFile]
}

/// An absence of one's own, with why.
package struct OwnAbsence: Sendable {
    package let absence: StoredAbsence
    package let ground: Confidential<AbsenceGround>
}

/// A decision on one's own fitness, with why.
package struct OwnFitness: Sendable {
    package let decision: StoredFitness
    package let reason: Confidential<String>
}

/// A reading with the reader's name.
package struct NamedReading: Sendable {
    package let reading: ShownReading
    package let reader: String
}
