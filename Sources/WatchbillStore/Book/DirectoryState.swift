internal import CrewRecords
internal import RotaModel

/// The directory at one version, with what is asked of it for every request.
struct DirectoryState: Sendable {
    let version: DirectoryVersion
    let directory: Directory
    let tree: UnitTree
    let ancestry: UnitAncestry
    private let positions: [PersonID: Int]
    private let zones: Set<Zone>
    private let places = PlaceMemory()
    /// Made for the first search.
    let names = NameMemory()

    /// - Throws: `StoreError` if its units are no tree.
    init(version: DirectoryVersion, directory: Directory) throws(StoreError) {
        self.version = version
        self.directory = directory
        tree = UnitTree(directory)
        do {
            ancestry = try UnitAncestry(directory.units.map { (unit: $0.unit.id, above: $0.parent) })
        } catch {
            throw StoreError(.damaged, "The database's directory is no tree of units. \(error)")
        }
        zones = Set(directory.units.map(\.unit.zone))
        positions = Dictionary(
            uniqueKeysWithValues: directory.people.enumerated().map { ($0.element.id, $0.offset) })
    }

    /// The unit that is the whole organisation; nil before there is one.
    var root: UnitID? { ancestry.roots.min() }

    func person(_ id: PersonID) -> PersonEntry? { positions[id].map { directory.people[$0] } }

    /// The date on the wall of a unit.
    func date(in unit: UnitID, at now: Instant) -> CalendarDate { zone(of: unit).date(at: now) }

    /// An instant in the middle of a date in a unit.
    func noon(of date: CalendarDate, in unit: UnitID) -> Instant {
        zone(of: unit).instant(of: date, minutes: 720, edge: .start)
    }

    func zone(of unit: UnitID) -> Zone { tree[unit]?.zone ?? .utc }

    /// The units that a person is in; of somebody who has left, those they were in last; of somebody who is yet to come,
    /// those they will be in first.
    func units(of person: PersonEntry, at now: Instant) -> Set<UnitID> {
        let dated = person.memberships.map { (unit: $0.id, valid: $0.valid, today: date(in: $0.id, at: now)) }
        let present = dated.filter { $0.valid.contains($0.today) }
        if !present.isEmpty { return Set(present.map(\.unit)) }
        let past = dated.filter { membership in membership.valid.until.map { $0 < membership.today } ?? false }
        let last = past.compactMap(\.valid.until).max()
        if !past.isEmpty { return Set(past.filter { $0.valid.until == last }.map(\.unit)) }
        let first = dated.compactMap(\.valid.from).min()
        return Set(dated.filter { $0.valid.from == first }.map(\.unit))
    }

    /// The people who are in one of the units, as `units(of:at:)` says.
    func people(in units: Set<UnitID>, at now: Instant) -> [PersonID] {
        let dates = Dictionary(uniqueKeysWithValues: zones.map { ($0, $0.date(at: now)) })
        let people = places.people(on: dates) {
            var people: [UnitID: [PersonID]] = [:]
            for person in directory.people {
                for unit in self.units(of: person, at: now) { people[unit, default: []].append(person.id) }
            }
            return people
        }
        return Set(units.flatMap { people[$0] ?? [] }).sorted()
    }

    /// The last day of somebody who belongs to no unit any more; nil for everybody else.
    func lastDay(of person: PersonEntry, at now: Instant) -> CalendarDate? {
        let ends = person.memberships.map { membership in
            membership.valid.until.flatMap { $0 < date(in: membership.id, at: now) ? $0 : nil }
        }
        return ends.contains(nil) ? nil : ends.compactMap(\.self).max()
    }

    /// That whoever belongs to a unit is its member.
    func memberRoles(of person: PersonEntry) -> [RoleGrant] {
        person.memberships.map { membership in
            let zone = zone(of: membership.id)
            let from = membership.valid.from.map { zone.instant(of: $0, minutes: 0, edge: .start) }
            let until = membership.valid.until.map { zone.instant(of: $0.advanced(by: 1), minutes: 0, edge: .start) }
            return RoleGrant(
                person: person.id, unit: membership.id, role: .member,
                term: Term(from: from ?? Instant(seconds: 0), until: until))
        }
    }
}
