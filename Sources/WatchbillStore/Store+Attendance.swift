package import CrewRecords
package import RotaModel

/// Something to be told about when somebody was on watch.
package struct NewAttendance: Hashable, Sendable {
    package var unit: UnitID
    package var kind: AttendanceEvent.Kind
    package var at: Instant
    /// What it takes the place of.
    package var replaces: AttendanceID?
    /// Whether nothing takes the place of that.
    package var isTakenBack: Bool
    /// Why.
    package var note: String?

    package init(
        in unit: UnitID, _ kind: AttendanceEvent.Kind, at: Instant, replaces: AttendanceID? = nil,
        isTakenBack: Bool = false, note: String? = nil
    ) {
        self.unit = unit
        self.kind = kind
        self.at = at
        self.replaces = replaces
        self.isTakenBack = isTakenBack
        self.note = note
    }
}

/// When people were on watch.
extension Store {
    /// Writes down when somebody was on watch: all of it or nothing. What was told before stays.
    ///
    /// Whoever leads the unit whose watch it is may, also when the person has moved since.
    ///
    /// - Throws: `StoreError`, `unusableEntry`: a time that is still to come, a correction without a reason or of nothing of theirs.
    @discardableResult
    package func enterAttendance(
        _ new: [NewAttendance], of person: PersonID, for caller: Caller, at now: Instant
    ) async throws -> [AttendanceID] {
        try await write { book in
            let worker = try book.permit(caller, to: EnterAttendance.self, on: try book.worker(person, in: nil)).subject
            // Of a unit to which they never belonged the check tells below.
            for unit in Set(new.map(\.unit)).intersection(worker.units) {
                try book.permit(caller, to: EnterAttendance.self, on: try book.worker(person, in: unit))
            }
            guard let author = caller.person else {
                throw StoreError(
                    .unusableEntry, "When somebody was on watch is told by people, not by Watchbill itself.")
            }
            let ids = try new.map { new in
                try book.check(new, of: person, at: now)
                return try book.attendance.insert(new, of: person, by: author, at: now)
            }
            try book.settleAlarms(of: person, at: now)
            return ids
        }
    }

    /// What was told of when the people of a unit were on watch, in the order of telling: all about times of that interval and of
    /// a week to either side, so that what corrects it is there, too.
    package func attendance(
        in unit: UnitID, over interval: ClosedRange<Instant>, for caller: Caller
    ) async throws -> [AttendanceEvent] {
        try await read { book in
            try book.permit(caller, to: ReadAttendance.self, on: unit)
            return try book.attendance("unitID", unit, over: interval)
        }
    }

    /// What was told of when the caller was on watch, in the same way, in all units.
    package func ownAttendance(
        over interval: ClosedRange<Instant>, for caller: Caller
    ) async throws -> [AttendanceEvent] {
        try await read { book in
            let person = try book.permit(caller, to: ReadSchedule.self, on: try book.subject(caller)).subject.person
            return try book.attendance("personID", person, over: interval)
        }
    }
}

extension Book {
    var attendance: AttendanceTable { AttendanceTable(connection, organisation) }

    /// In seconds.
    private static var farthestCorrection: Int { 3 * 86_400 }

    fileprivate func check(_ new: NewAttendance, of person: PersonID, at now: Instant) throws {
        guard let unit = try directory().tree[new.unit] else {
            throw StoreError(.unusableEntry, "There is no unit \(new.unit).")
        }
        guard new.at <= now else {
            throw StoreError(
                .unusableEntry,
                "\(LocalTime.midnight.adding(Minutes(unit.zone.wallTime(at: new.at).seconds / 60))) on "
                    + "\(unit.zone.date(at: new.at)) is still to come. Tell it when it has happened.")
        }
        if let note = new.note, !AttendanceEvent.noteLength.contains(note.unicodeScalars.count) {
            throw StoreError(
                .unusableEntry,
                "The reason has \(note.unicodeScalars.count) characters; expected are \(AttendanceEvent.noteLength.lowerBound) "
                    + "to \(AttendanceEvent.noteLength.upperBound).")
        }
        // A night ends on the day after it began.
        let date = unit.zone.date(at: new.at)
        let isOfUnit = try directory().person(person)?.memberships.contains { held in
            held.id == new.unit && (held.valid.contains(date) || held.valid.contains(date.advanced(by: -1)))
        }
        guard isOfUnit ?? false else {
            throw StoreError(.unusableEntry, "\(person) did not belong to \(new.unit) on \(date).")
        }
        guard let replaced = new.replaces else { return }
        guard new.note != nil else {
            throw StoreError(.unusableEntry, "A correction needs a reason: what was told first stays beside it.")
        }
        guard let old = try attendance.find(replaced), old.person == person, old.unit == new.unit, old.kind == new.kind
        else {
            throw StoreError(
                .unusableEntry, "Nothing of that number is told of \(person) there that this could correct.")
        }
        // What is looked at is a week around: a correction that went further would be seen by nobody.
        var first = old
        while let earlier = first.replaces, let found = try attendance.find(earlier) { first = found }
        guard abs(new.at.seconds - first.at.seconds) <= Self.farthestCorrection else {
            throw StoreError(
                .unusableEntry, "A correction moves it by three days at most. Take it back, and tell it anew.")
        }
    }

    /// Corrections move things by hours, not by weeks.
    func attendance(
        _ column: String, _ value: any SQLStorable, over interval: ClosedRange<Instant>
    ) throws -> [AttendanceEvent] {
        let around = Self.around(interval)
        return try attendance.all(
            "\(column) = ? AND at BETWEEN ? AND ?", value, around.lowerBound, around.upperBound)
    }

    func attendance(of people: [PersonID], over interval: ClosedRange<Instant>) throws -> [AttendanceEvent] {
        try attendance.all(of: people, about: Self.around(interval))
    }

    private static func around(_ interval: ClosedRange<Instant>) -> ClosedRange<Instant> {
        let margin = Duration.days(7)
        return interval.lowerBound.adding(.zero - margin)...interval.upperBound.adding(margin)
    }
}
