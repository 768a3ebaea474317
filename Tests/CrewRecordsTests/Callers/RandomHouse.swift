import CrewRecords
import RotaModel
import WatchbillTestKit

/// A tree of units, grants and callers at random: the same for the same seed.
struct RandomHouse {
    let seed: UInt64
    var generator: SeededGenerator
    let units: [UnitID]
    let above: [UnitID: UnitID]
    let ancestry: UnitAncestry
    let grants: [RoleGrant]

    static let people: [PersonID] = ["ann", "ben", "cid"]

    init(seed: UInt64) throws {
        self.seed = seed
        var generator = SeededGenerator(seed: seed)
        let units = (0..<generator.number(in: 1...9)).map { UnitID("u\($0)") }
        var above: [UnitID: UnitID] = [:]
        // One or, now and then, several trees.
        for (index, unit) in units.enumerated().dropFirst() where !generator.chance(percent: 5) {
            above[unit] = units[generator.below(index)]
        }
        self.units = units
        self.above = above
        ancestry = try UnitAncestry(units.map { (unit: $0, above: above[$0]) })
        grants = (0..<generator.below(7)).map { _ in Self.grant(units, &generator) }
        self.generator = generator
    }

    private static func grant(_ units: [UnitID], _ generator: inout SeededGenerator) -> RoleGrant {
        let from = House.now.seconds + generator.number(in: -3...1)
        let until = generator.chance(percent: 50) ? nil : from + generator.number(in: 0...4)
        return RoleGrant(
            person: generator.pick(people), unit: generator.pick(units), role: generator.pick(Role.allCases),
            term: Term(from: Instant(seconds: from), until: until.map(Instant.init(seconds:))))
    }

    mutating func grant() -> RoleGrant { Self.grant(units, &generator) }

    func caller(_ person: PersonID, beside more: [RoleGrant] = []) -> Caller {
        Admission.person(person, standing(more))
    }

    func standing(_ more: [RoleGrant] = []) -> Standing {
        Standing(organisation: House.organisation, ancestry: ancestry, grants: grants + more, now: House.now)
    }

    /// What some row may be asked about.
    mutating func facts(for row: PermissionRow) -> SubjectFacts {
        let isPersonal = row.kind == .person || row.kind == .entry
        let places = generator.chance(percent: 10) ? [] : generator.pickSome(units)
        return SubjectFacts(
            units: row.kind == .organisation ? [] : isPersonal ? Set(places) : [generator.pick(units)],
            person: isPersonal || row.kind == .role ? generator.pick(Self.people) : nil,
            category: row.kind == .entry ? generator.pick(RecordCategory.allCases) : nil, variant: row.variant)
    }
}
