package import CrewRecords
package import RotaModel

/// Stations of a unit, entry codes, and what is pressed.
extension Store {
    // MARK: Setting up

    /// The stations of a unit, revoked ones too, the oldest first.
    package func stations(in unit: UnitID, for caller: Caller) async throws -> [Station] {
        try await read { book in
            try book.permit(caller, to: ManageStations.self, on: unit)
            return try book.stations.all(in: unit)
        }
    }

    /// After how many minutes the lead is told that somebody is missing; nil: never.
    package func grace(in unit: UnitID, for caller: Caller) async throws -> Minutes? {
        try await read { book in
            try book.permit(caller, to: ManageStations.self, on: unit)
            return try book.stations.grace(in: unit)
        }
    }

    /// Longest time that somebody may be late before anybody is told.
    package static let longestGrace = Minutes(240)

    /// - Throws: `StoreError`, `unusableEntry`, for a time that is too long.
    package func setGrace(_ grace: Minutes?, in unit: UnitID, for caller: Caller, at now: Instant) async throws {
        try await write { book in
            try book.permit(caller, to: ManageStations.self, on: unit)
            guard let person = caller.person else { throw Refusal.forbidden }
            if let grace, !(0...Self.longestGrace.value).contains(grace.value) {
                throw StoreError(
                    .unusableEntry,
                    "Somebody may be late by 0 to \(Self.longestGrace.value) minutes; \(grace.value) are too many.")
            }
            try book.stations.set(grace: grace, in: unit, by: person, at: now)
        }
    }

    /// A new station, which a device is paired with by a code.
    ///
    /// - Throws: `StoreError`, `unusableEntry`: no name, or too many of them.
    package func makeStation(
        _ name: String, in unit: UnitID, code: Token<Station>, for caller: Caller, at now: Instant,
        using random: inout some RandomNumberGenerator
    ) async throws -> Station {
        let id = StationID(random: &random)
        return try await write { book in
            try book.permit(caller, to: ManageStations.self, on: unit)
            guard let person = caller.person else { throw Refusal.forbidden }
            guard Station.nameLength.contains(name.unicodeScalars.count), !name.contains(where: \.isNewline) else {
                throw StoreError(
                    .unusableEntry,
                    "A station needs a name of \(Station.nameLength.lowerBound) to \(Station.nameLength.upperBound) "
                        + "characters, such as Main door.")
            }
            let others = try book.stations.all(in: unit).filter { $0.revoked == nil }
            guard others.count < Station.most else {
                throw StoreError(
                    .unusableEntry, "There are \(Station.most) stations already. Revoke one that is not used any more.")
            }
            let station = Station(id: id, unit: unit, name: name, madeBy: person, made: now)
            try book.stations.insert(station)
            try book.stations.note(code: code, until: now.adding(Station.pairingTime), of: id)
            return station
        }
    }

    /// A new code, where none has paired a device yet.
    package func renewCode(
        of id: StationID, code: Token<Station>, for caller: Caller, at now: Instant
    ) async throws -> Station {
        try await write { book in
            let station = try book.station(id, for: caller)
            guard station.key == nil, station.revoked == nil else {
                throw StoreError(
                    .unusableEntry, "\(station.name) has a device already. Make another station for another device.")
            }
            try book.stations.note(code: code, until: now.adding(Station.pairingTime), of: id)
            return station
        }
    }

    /// From then on nothing is taken from that device. Does nothing if it was revoked before.
    package func revokeStation(_ id: StationID, for caller: Caller, at now: Instant) async throws {
        try await write { book in
            _ = try book.station(id, for: caller)
            try book.stations.revoke(id, at: now)
        }
    }

    // MARK: Codes

    /// Whether the caller has an entry code.
    package func hasEntryCode(for caller: Caller) async throws -> Bool {
        try await read { book in
            let own = try book.permit(caller, to: ChangeSignIn.self, on: try book.subject(caller)).subject.person
            return try book.stations.code(of: own) != nil
        }
    }

    /// A new entry code of the caller's, in place of the one before; nil: none.
    package func setEntryCode(_ hash: PasswordHash?, for caller: Caller, at now: Instant) async throws {
        try await write { book in
            let own = try book.permit(caller, to: ChangeSignIn.self, on: try book.subject(caller)).subject.person
            guard let hash else { return try book.stations.eraseCode(of: own) }
            try book.stations.set(hash, of: own, at: now)
        }
    }

    // MARK: At a station

    /// Whoever goes on watch at the caller's station, with whether they have a code.
    package func stationCrew(for caller: Caller, at now: Instant) async throws -> [StationMember] {
        try await read { book in
            let (_, unit) = try book.station(of: caller)
            try book.permit(caller, to: ReadWatch.self, on: unit)
            let withCode = try book.stations.peopleWithCode()
            return try book.people(below: unit, at: now).map { person, units in
                StationMember(
                    person: person.id, name: person.name, units: units, hasCode: withCode.contains(person.id))
            }
        }
    }

    /// Writes down that a station was heard from.
    package func noteSeen(skew: Int, for caller: Caller, at now: Instant) async throws {
        try await write { book in
            let (station, unit) = try book.station(of: caller)
            try book.permit(caller, to: ReadWatch.self, on: unit)
            try book.stations.noteSeen(station, skew: skew, at: now)
        }
    }

    /// Takes in a press: it is kept from here on. What was told before is found again, with what came of it.
    ///
    /// - Parameter skew: by how many seconds the station's clock is behind now.
    /// - Returns: the press, and the hash that its code is to be checked against: nil if there is none. Only of one that is
    ///   `pending` the code matters.
    package func begin(
        _ press: StationPress, skew: Int, for caller: Caller, at now: Instant
    ) async throws -> (press: StoredPress, hash: PasswordHash?) {
        try await write { book in
            let (id, unit) = try book.station(of: caller)
            try book.permit(caller, to: ReadWatch.self, on: unit)
            guard let station = try book.stations.find(id), station.isInUse else { throw Refusal.hidden }
            if let known = try book.stations.press(press.sequence, at: id) {
                return (known, try book.stations.code(of: known.press.person))
            }
            // Never in the future, and in the order in which it was pressed, whatever the clock there was set to.
            let last = try book.stations.lastPress(at: id)
            let told = Instant(seconds: min(now.seconds, press.pressed.seconds + skew))
            var stored = StoredPress(
                press: press, station: id, skew: skew, at: max(told, min(now, last?.at ?? told)), received: now,
                verdict: .pending, attendance: nil)
            let hash = try book.stations.code(of: press.person)
            let oldest = max(
                now.adding(.zero - StationPress.longestDelay), station.paired?.adding(.seconds(-300)) ?? now)
            let isMember = try book.may(press.kind, press.person, caller, at: stored.at)
            if !isMember || hash == nil {
                stored.verdict = .unknown
            } else if stored.at < oldest {
                stored.verdict = .tooOld
            } else {
                // What was pressed elsewhere a little later counts as if it had been pressed now: of several stations without
                // a connection each would let as many through.
                let misses = try book.stations.misses(
                    of: press.person, since: stored.at.adding(.zero - EntryGuard.memory),
                    through: stored.at.adding(EntryGuard.atOnce)
                ).map { (at: min($0.at, stored.at), isHere: $0.station == id) }
                if EntryGuard.wait(after: misses, at: stored.at) > 0 { stored.verdict = .slowed }
            }
            try book.stations.insert(stored)
            return (stored, hash)
        }
    }

    /// Writes down what came of the code of a press. With a right one it stands in the attendance, also if it begins or ends
    /// nothing as far as is known.
    ///
    /// - Parameters:
    ///   - home: the unit that going on counts for; what follows counts for the same.
    ///   - words: what the owner of a code is told of several wrong ones.
    package func settle(
        _ sequence: Int, isRight: Bool, in home: UnitID, telling words: @Sendable @escaping (StoredPress) -> String,
        for caller: Caller, at now: Instant
    ) async throws -> StoredPress {
        try await write { book in
            let (id, _) = try book.station(of: caller)
            guard var stored = try book.stations.press(sequence, at: id) else { throw Refusal.hidden }
            let person = stored.press.person
            guard stored.verdict == .pending else { return stored }
            guard let station = try book.stations.find(id), station.isInUse else { throw Refusal.hidden }
            // Whoever has left meanwhile must not keep all others waiting behind them.
            guard try book.may(stored.press.kind, person, caller, at: stored.at) else {
                stored.verdict = .unknown
                try book.stations.settle(stored)
                return stored
            }
            guard isRight else {
                stored.verdict = .wrongCode
                try book.stations.settle(stored)
                if try book.stations.missCount(of: person, since: now.adding(.days(-1))) == EntryGuard.told {
                    let notice = Notice(to: person, words(stored), link: "/me/code", isUrgent: true)
                    try book.tell([notice], at: now)
                }
                return stored
            }
            let around = stored.at.adding(.days(-2))...max(now, stored.at)
            let told = try book.attendance("personID", person, over: around)
            let before = Attendance(told.filter { $0.at <= stored.at })
            let place = stored.press.kind == .on ? home : before.current?.on.unit ?? home
            let new = NewAttendance(in: place, stored.press.kind, at: stored.at)
            let probe = AttendanceEvent(
                id: AttendanceID((told.last?.id.value ?? 0) + 1), person: person, unit: place, kind: new.kind,
                at: new.at, enteredBy: person, enteredAt: now, station: id)
            // It stands there in any case: what was pressed before it at another station may still be on its way.
            let isLoose = Attendance(told + [probe]).loose.count > Attendance(told).loose.count
            stored.attendance = try book.attendance.insert(new, of: person, by: person, at: now, station: id)
            stored.verdict = isLoose ? .nothing : .taken
            try book.settleAlarms(of: person, at: now)
            try book.stations.settle(stored)
            return stored
        }
    }

    /// What people pressed at a unit's stations that did not come to stand in the attendance, or of which the time is doubtful,
    /// for whoever sees that; and what its own people pressed at stations of the units that it is in.
    package func notablePresses(
        in unit: UnitID, over interval: ClosedRange<Instant>, for caller: Caller
    ) async throws -> [StoredPress] {
        try await read { book in
            try book.permit(caller, to: ReadAttendance.self, on: unit)
            let state = try book.directory()
            return try state.ancestry.lineage(of: unit).flatMap { place in
                try book.stations.notable(in: place, since: interval.lowerBound, through: interval.upperBound).filter {
                    stored in
                    place == unit
                        || state.person(stored.press.person).map {
                            state.units(of: $0, at: stored.at).contains(unit)
                        } ?? false
                }
            }.sorted { ($0.at, $0.press.sequence) < ($1.at, $1.press.sequence) }
        }
    }

    // MARK: Who is on watch

    /// When the people of a unit and of those below it were on watch in the last two days, with the names of stations: what
    /// tells who is on watch at that moment.
    package func watch(in unit: UnitID, for caller: Caller, at now: Instant) async throws -> WatchRecord {
        try await read { book in
            try book.permit(caller, to: ReadWatch.self, on: unit)
            var record = WatchRecord()
            var events: [PersonID: [AttendanceEvent]] = [:]
            for (place, _) in try book.directory().below(unit) {
                for station in try book.stations.all(in: place) { record.stations[station.id] = station.name }
                for event in try book.attendance("unitID", place, over: now.adding(.days(-2))...now) {
                    events[event.person, default: []].append(event)
                }
            }
            record.people = try book.people(below: unit, at: now).map { person, units in
                WatchRecord.Member(
                    person: person.id, name: person.name, units: units, attendance: Attendance(events[person.id] ?? []))
            }
            return record
        }
    }
}

/// Somebody who goes on watch at a station.
package struct StationMember: Hashable, Sendable {
    package let person: PersonID
    package let name: String
    /// Those of the station's that they belong to.
    package let units: [UnitID]
    package let hasCode: Bool
}

/// What tells who is on watch.
package struct WatchRecord: Sendable {
    package struct Member: Sendable {
        package let person: PersonID
        package let name: String
        package let units: [UnitID]
        package let attendance: Attendance
    }

    /// By name.
    package fileprivate(set) var people: [Member] = []
    package fileprivate(set) var stations: [StationID: String] = [:]
}

extension Book {
    /// - Throws: `Refusal.hidden`: there is none that the caller may set up.
    fileprivate func station(_ id: StationID, for caller: Caller) throws -> Station {
        guard let station = try stations.find(id) else { throw Refusal.hidden }
        try permit(caller, to: ManageStations.self, on: station.unit)
        return station
    }

    /// - Throws: `Refusal.hidden` unless the caller is a station.
    fileprivate func station(of caller: Caller) throws(Refusal) -> (id: StationID, unit: UnitID) {
        guard case .station(let id, let unit) = caller.identity else { throw .hidden }
        return (id, unit)
    }

    /// The people of a unit and of those below it on the date that it is there, by name, with which of those units they are in;
    /// and whoever belonged to it until midnight and is still on watch.
    fileprivate func people(below unit: UnitID, at now: Instant) throws -> [(person: PersonEntry, units: [UnitID])] {
        let state = try directory()
        var units: [PersonID: [UnitID]] = [:]
        var people: [PersonEntry] = []
        for (place, zone) in state.below(unit) {
            let today = zone.date(at: now)
            let here = state.directory.members(of: place, on: today)
            let ids = Set(here.map(\.id))
            let staying = try state.directory.members(of: place, on: today.advanced(by: -1)).filter {
                try !ids.contains($0.id) && isOnWatch($0.id, in: place, at: now)
            }
            for person in here + staying {
                if units[person.id] == nil { people.append(person) }
                units[person.id, default: []].append(place)
            }
        }
        return people.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { ($0, units[$0.id] ?? []) }
    }

    private func isOnWatch(_ person: PersonID, in unit: UnitID, at now: Instant) throws -> Bool {
        let told = try attendance("personID", person, over: now.adding(.days(-2))...now)
        return Attendance(told.filter { $0.at <= now }).current(at: now)?.on.unit == unit
    }

    /// Whether somebody may press that there: whoever belongs there. A night ends on another day than it began, so whoever
    /// belonged there the day before may do all but go on.
    fileprivate func may(
        _ kind: AttendanceEvent.Kind, _ person: PersonID, _ caller: Caller, at moment: Instant
    ) throws -> Bool {
        guard try directory().person(person) != nil else { return false }
        return try [moment, kind == .on ? moment : moment.adding(.days(-1))].contains {
            permits(caller, to: GoOnWatch.self, on: try subject(person, at: $0))
        }
    }
}

extension DirectoryState {
    /// A unit and those below it, with their zones.
    func below(_ unit: UnitID) -> [(unit: UnitID, zone: Zone)] {
        ([unit] + tree.units(below: unit)).map { ($0, zone(of: $0)) }
    }
}
