import CrewRecords
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Permissions, over random trees and grants")
struct PermissionPropertyTests {
    private static let seeds: ClosedRange<UInt64> = 1...400

    @Test("A role counts in the subject's units and below, within its term, and nowhere else")
    func reach() throws {
        for seed in Self.seeds {
            var house = try RandomHouse(seed: seed)
            for row in Permission.table {
                let facts = house.facts(for: row)
                for person in RandomHouse.people {
                    let ground = row.ground(for: house.caller(person), on: facts)
                    #expect(ground == expectation(row, person, facts, house), "seed \(seed): \(row.words), \(person)")
                }
            }
        }
    }

    /// The same decision, said another way: by looking from each grant down the tree.
    private func expectation(
        _ row: PermissionRow, _ person: PersonID, _ facts: SubjectFacts, _ house: RandomHouse
    ) -> Ground? {
        if facts.person == person, row.concerned != .asOthers { return row.concerned == .may ? .ownership : nil }
        if row.everyone { return .everyone }
        let grants = house.grants.filter {
            $0.person == person && $0.term.from <= House.now && ($0.term.until.map { House.now < $0 } ?? true)
        }
        for role in Role.allCases {
            let isKeeper = row.keeper && facts.category?.keeper == role
            guard row.roles.contains(role) || isKeeper else { continue }
            let places = grants.filter { $0.role == role }.map(\.unit)
            let below = places.reduce(into: Set<UnitID>()) { $0.formUnion(descendants(of: $1, house)) }
            if facts.units.isEmpty ? below.count == house.units.count : !below.isDisjoint(with: facts.units) {
                return .role(role)
            }
        }
        return nil
    }

    private func descendants(of unit: UnitID, _ house: RandomHouse) -> Set<UnitID> {
        var found: Set<UnitID> = [unit]
        var added = true
        while added {
            let next = Set(house.units.filter { house.above[$0].map(found.contains) ?? false })
            added = !next.isSubset(of: found)
            found.formUnion(next)
        }
        return found
    }

    @Test("One grant more never takes anything away")
    func monotone() throws {
        for seed in Self.seeds {
            var house = try RandomHouse(seed: seed)
            let more = (0..<2).map { _ in house.grant() }
            for row in Permission.table {
                let facts = house.facts(for: row)
                for person in RandomHouse.people {
                    if row.ground(for: house.caller(person), on: facts) != nil {
                        let ground = row.ground(for: house.caller(person, beside: more), on: facts)
                        #expect(ground != nil, "seed \(seed): \(row.words), \(person), \(more)")
                    }
                }
            }
        }
    }

    @Test("Nobody reads a sealed entry but the person concerned and the category's keeper")
    func sealed() throws {
        var read = 0
        for seed in Self.seeds {
            var house = try RandomHouse(seed: seed)
            for category in RecordCategory.allCases {
                let units = Set(house.generator.pickSome(house.units))
                let person = PersonSubject(house.generator.pick(RandomHouse.people), in: units)
                guard let entry = EntrySubject(person, category, .sealed) else { continue }
                for caller in RandomHouse.people {
                    let permit = try? house.caller(caller).permit(ReadSealedEntry.self, on: entry)
                    guard let permit else { continue }
                    read += 1
                    let isRight =
                        caller == person.person ? permit.ground == .ownership : permit.ground == .role(category.keeper)
                    #expect(isRight, "seed \(seed): \(category), \(caller), \(permit.ground)")
                }
            }
        }
        #expect(read > 500)
    }

    @Test("What a search may find is what may be read one by one")
    func search() throws {
        var found = 0
        for seed in Self.seeds {
            var house = try RandomHouse(seed: seed)
            let person = house.generator.pick(RandomHouse.people)
            let scope = house.generator.pickSome(TokenRight.allCases)
            let callers = [
                house.caller(person), Admission.token(of: person, scope: Set(scope), house.standing()),
                Admission.job(house.generator.pick(SystemJob.allCases), house.standing()),
            ]
            for caller in callers {
                let reach = caller.entryReach
                for category in RecordCategory.allCases {
                    for recordClass in category.classes {
                        let units = house.generator.chance(percent: 15) ? [] : house.generator.pickSome(house.units)
                        let of = PersonSubject(house.generator.pick(RandomHouse.people), in: Set(units))
                        let entry = try #require(EntrySubject(of, category, recordClass))
                        let isReadable = (try? caller.permit(ReadEntry.self, on: entry)) != nil
                        #expect(reach.contains(entry) == isReadable, "seed \(seed): \(caller.identity), \(entry)")
                        found += isReadable ? 1 : 0
                    }
                }
            }
        }
        #expect(found > 2000)
    }
}
