internal import CrewMessages
package import CrewRecords
package import RotaModel

/// An alarm as it is kept.
package struct StoredAlarm: Hashable, Sendable {
    package var alarm: Alarm
    /// The cover call that was begun for it.
    package var cover: CoverCallID?
}

/// Somebody who is missing.
package struct NewAlarm: Hashable, Sendable {
    package var unit: UnitID
    package var person: PersonID
    package var date: CalendarDate
    package var shift: ShiftTypeID
    package var start: Instant
    package var end: Instant
    /// Whoever leads and is on watch.
    package var toldTo: [PersonID]
    /// What they are told.
    package var text: String

    package init(
        unit: UnitID, person: PersonID, date: CalendarDate, shift: ShiftTypeID, start: Instant, end: Instant,
        toldTo: [PersonID], text: String
    ) {
        self.unit = unit
        self.person = person
        self.date = date
        self.shift = shift
        self.start = start
        self.end = end
        self.toldTo = toldTo
        self.text = text
    }
}

/// Who has not come, and what became of it.
extension Store {
    /// How late somebody may be, by unit: those in which the lead is told.
    package func graces(for caller: Caller) async throws -> [UnitID: Minutes] {
        try await read { book in
            try book.stations.graces().filter { book.permits(caller, to: RaiseAlarms.self, on: $0.key) }
        }
    }

    /// What people of a unit are called, for telling that they are missing.
    package func missingNames(
        _ people: [PersonID], in unit: UnitID, for caller: Caller, at now: Instant
    ) async throws -> [PersonID: String] {
        try await read { book in
            try book.permit(caller, to: RaiseAlarms.self, on: unit)
            return Dictionary(uniqueKeysWithValues: try Set(people).map { ($0, try book.name(of: $0)) })
        }
    }

    /// Tells leads who is missing: of each shift of somebody once, whoever looks and however often.
    ///
    /// - Returns: those that were not told before.
    package func raise(_ new: [NewAlarm], for caller: Caller, at now: Instant) async throws -> [AlarmID] {
        try await write { book in
            try new.compactMap { new in
                try book.permit(caller, to: RaiseAlarms.self, on: new.unit)
                let known = try book.alarms.all(
                    "unitID = ? AND personID = ? AND startAt = ?", new.unit, new.person, new.start)
                guard known.isEmpty else { return nil }
                // Maybe they have come since it was looked, or are on watch in another unit.
                let told = try book.attendance("personID", new.person, over: new.start...max(now, new.start))
                guard !Attendance(told.filter { $0.at <= now }).covers(new.start, until: now) else { return nil }
                let id = try book.alarms.insert(new, at: now)
                try book.tell(
                    new.toldTo.map { Notice(to: $0, new.text, link: "/alarms/\(id)", isUrgent: true) }, at: now)
                return id
            }
        }
    }

    /// Settles alarms of shifts that have ended.
    package func endAlarms(for caller: Caller, at now: Instant) async throws {
        try await write { book in
            for stored in try book.alarms.all("state = 'open' AND endAt <= ?", now)
            where book.permits(caller, to: RaiseAlarms.self, on: stored.alarm.unit) {
                try book.alarms.settle(stored.alarm.id, as: .over, by: nil, at: now)
            }
        }
    }

    /// The alarms of a unit that are open or were raised since then, the newest first.
    package func alarms(in unit: UnitID, since: Instant, for caller: Caller) async throws -> [StoredAlarm] {
        try await read { book in
            try book.permit(caller, to: ReadAttendance.self, on: unit)
            return try book.alarms.all("unitID = ? AND (state = 'open' OR raisedAt >= ?)", unit, since).reversed()
        }
    }

    package func alarm(_ id: AlarmID, for caller: Caller) async throws -> StoredAlarm {
        try await read { book in
            guard let stored = try book.alarms.find(id) else { throw Refusal.hidden }
            try book.permit(caller, to: ReadAttendance.self, on: stored.alarm.unit)
            return stored
        }
    }

    /// Whoever publishes the unit's rota knows that somebody will not come. Does nothing to an alarm that is settled.
    package func settleAlarm(_ id: AlarmID, for caller: Caller, at now: Instant) async throws {
        try await write { book in
            guard let stored = try book.alarms.find(id) else { throw Refusal.hidden }
            try book.permit(caller, to: PublishRota.self, on: stored.alarm.unit)
            guard let person = caller.person else { throw Refusal.forbidden }
            try book.alarms.settle(id, as: .away, by: person, at: now)
        }
    }

    /// By which cover call somebody is looked for instead: when they come after all, it is withdrawn.
    package func noteCover(
        _ cover: CoverCallID, of id: AlarmID, for caller: Caller, at now: Instant
    ) async throws {
        try await write { book in
            guard let stored = try book.alarms.find(id) else { throw Refusal.hidden }
            try book.permit(caller, to: PublishRota.self, on: stored.alarm.unit)
            try book.alarms.note(cover: cover, of: id)
            if stored.alarm.state == .present { _ = try book.takeBack(cover, at: now) }
        }
    }
}

extension Book {
    /// Somebody has come on watch, as it stands now: what they were missed for is settled, and what can be taken back is.
    func settleAlarms(of person: PersonID, at now: Instant) throws {
        for stored in try alarms.all("personID = ? AND state IN ('open', 'away')", person) where stored.alarm.end > now
        {
            let alarm = stored.alarm
            let told = try attendance("personID", person, over: alarm.start.adding(.days(-1))...now)
            let attended = Attendance(told.filter { $0.at <= now })
            guard attended.covers(alarm.start, until: now), let stint = attended.stints.last else { continue }
            try alarms.settle(alarm.id, as: .present, by: nil, at: now)
            let since = try directory().zone(of: alarm.unit).wallTime(at: stint.start)
            let time = LocalTime.midnight.adding(Minutes(since.seconds / 60))
            var text = "\(try name(of: person)) is on watch since \(time)."
            // The one that was begun first may have ended with nobody, and another have been begun by hand.
            let open = try openCovers(of: person, alarm.date, alarm.shift, in: alarm.unit)
            let said = try (open.isEmpty ? [stored.cover].compactMap(\.self) : open).compactMap {
                try takeBack($0, at: now)
            }
            if let words = said.first { text += " \(words)" }
            try tell(
                alarm.toldTo.filter { $0 != person }.map {
                    Notice(to: $0, text, link: "/alarms/\(alarm.id)", isUrgent: true)
                }, at: now)
        }
    }
}
