import CrewRecords
import Foundation
import RotaModel
import Testing

/// The document is the expectation here: each of its cells is tried out on callers with every role in every place.
@Suite("The table of who may do what")
struct RoleTableTests {
    /// What the rows of the code decide on, in the order of the document: about Ines of the deck, or about the deck.
    private static func cases() throws -> [(row: PermissionRow, line: RolesDocument.Line)] {
        let lines = RolesDocument.read(try House.text(of: "docs/roles.md"))
        #expect(lines.count == Permission.table.count)
        return try zip(Permission.table, lines).map { row, line in
            try #require(line["operation"] == "`\(row.name)`" && line["may"] == row.words)
            return (row, line)
        }
    }

    private static func facts(_ row: PermissionRow, about person: PersonID, category: RecordCategory) -> SubjectFacts {
        let isPersonal = row.kind == .person || row.kind == .entry || row.kind == .role
        return SubjectFacts(
            units: row.kind == .organisation ? [] : ["deck"], person: isPersonal ? person : nil,
            category: row.kind == .entry ? category : nil, variant: row.variant)
    }

    @Test("docs/roles.md holds the very tables of the code")
    func document() throws {
        let tables = RolesDocument.tables()
        // By itself, or a failure would print the whole document.
        let isThere = try House.text(of: "docs/roles.md").contains("\n" + tables)
        #expect(isThere, "docs/roles.md should have these tables:\n\(tables)")
    }

    @Test("Every operation there is has a row, and every row an operation")
    func complete() throws {
        let source = try House.text(of: "Sources/CrewRecords/Callers/Operation.swift")
        let declared = source.matches(of: #/package enum (\w+): /#).map { String($0.1) }
        #expect(Set(declared) == Set(Permission.table.map(\.name)))
        #expect(declared.count == Set(declared).count)
    }

    /// Where a role is held, seen from the deck.
    private enum Relation: String, CaseIterable {
        case own, above, below, sideways, none

        var unit: UnitID? {
            switch self {
            case .own: "deck"
            case .above: "ship"
            case .below: "bridge"
            case .sideways: "engine"
            case .none: nil
            }
        }
    }

    @Test("Each role may what its column says, in the unit and below it, and nothing anywhere else")
    func roles() throws {
        for (row, line) in try Self.cases() {
            for role in Role.allCases {
                for relation in Relation.allCases {
                    for category in RolesDocument.categories(of: row) {
                        let caller = Admission.person(
                            "otto", try House.standing("otto", relation.unit.map { [(role, $0)] } ?? []))
                        let cell = line[role.words]
                        let reaches =
                            row.kind == .organisation ? relation == .above : relation == .own || relation == .above
                        let isEverybodys = line["also"].contains("everybody")
                        let isKept = cell == "keeps" && category.keeper == role
                        let expected = isEverybodys || reaches && (cell == "yes" || isKept)
                        let facts = Self.facts(row, about: "ines", category: category)
                        let ground = row.ground(for: caller, on: facts)
                        #expect(
                            (ground != nil) == expected,
                            "\(row.words): \(role), \(relation), \(category) gives \(String(describing: ground))")
                    }
                }
            }
        }
    }

    @Test("The person concerned may what the column says, whatever their roles")
    func concerned() throws {
        for (row, line) in try Self.cases() where row.kind != .organisation && row.kind != .unit {
            for category in RolesDocument.categories(of: row) {
                let facts = Self.facts(row, about: "ines", category: category)
                let alone = row.ground(for: try House.caller("ines"), on: facts)
                let grants = Role.allCases.map { ($0, UnitID("ship")) }
                let mighty = row.ground(for: Admission.person("ines", try House.standing("ines", grants)), on: facts)
                switch line["the person"] {
                case "yes":
                    #expect(alone == .ownership, "\(row.words)")
                    #expect(mighty == .ownership, "\(row.words)")
                case "as others":
                    #expect(alone == nil, "\(row.words)")
                    #expect(mighty != nil, "\(row.words)")
                case "never":
                    #expect(alone == nil, "\(row.words)")
                    #expect(mighty == nil, "\(row.words)")
                case let other: Issue.record("\(row.words) says \(other) of the person concerned")
                }
            }
        }
    }

    @Test("A token may what its person may, and only as far as its column says")
    func tokens() throws {
        let all = Role.allCases.map { ($0, UnitID("ship")) }
        for (row, line) in try Self.cases() {
            let facts = Self.facts(row, about: "ines", category: .training)
            let rights = Set(line["tokens with"].split(separator: ", ").compactMap { TokenRight(rawValue: String($0)) })
            for right in TokenRight.allCases {
                for (person, roles) in [("ines", []), ("otto", []), ("otto", all)] as [(PersonID, [(Role, UnitID)])] {
                    let standing = try House.standing(person, roles)
                    let itself = row.ground(for: Admission.person(person, standing), on: facts)
                    let token = Admission.token(of: person, scope: [right], standing)
                    let expected = rights.contains(right) ? itself : nil
                    #expect(row.ground(for: token, on: facts) == expected, "\(row.words): \(person), \(right)")
                }
            }
        }
    }

    @Test("A calendar shows what is its person's own, as far as the column says, and nothing of anybody else")
    func calendars() throws {
        var shown = 0
        for (row, line) in try Self.cases() {
            let facts = Self.facts(row, about: "ines", category: .training)
            // Even with every role: a calendar has none.
            let standing = try House.standing("ines", Role.allCases.map { ($0, UnitID("ship")) })
            let isTold = line["also"].contains("their calendar")
            shown += isTold ? 1 : 0
            let own = row.ground(for: Admission.calendar(of: "ines", standing), on: facts)
            #expect(own == (isTold ? .ownership : nil), "\(row.words)")
            let others = row.ground(for: Admission.calendar(of: "otto", try House.standing("otto", [])), on: facts)
            #expect(others == nil, "\(row.words)")
        }
        #expect(shown == 1, "shifts, and nothing else")
    }

    @Test("A station does what its column says, in its unit and below, and nothing else")
    func stations() throws {
        let standing = try House.standing("ines", [])
        var told = 0
        for (row, line) in try Self.cases() {
            let facts = Self.facts(row, about: "ines", category: .training)
            let isTold = line["also"].contains("a station")
            told += isTold ? 1 : 0
            let above = row.ground(for: Admission.station("door", in: "ship", standing), on: facts)
            #expect((above != nil) == isTold, "\(row.words)")
            // Elsewhere it knows that there are units, as everybody does.
            let elsewhere = row.ground(for: Admission.station("door", in: "nowhere", standing), on: facts)
            #expect((elsewhere != nil) == (isTold && row.everyone), "\(row.words)")
        }
        #expect(told == 4, "units, rotas, who is on watch, and going on watch")
    }

    @Test("Watchbill's own jobs may what their column says, and nothing else")
    func jobs() throws {
        for (row, line) in try Self.cases() {
            for job in SystemJob.allCases {
                let caller = Admission.job(job, try House.standing("nobody", []))
                let ground = row.ground(for: caller, on: Self.facts(row, about: "ines", category: .training))
                let isTold = line["also"].contains("job: \(job.rawValue)")
                #expect((ground == .job(job)) == isTold, "\(row.words): \(job)")
                #expect((ground != nil) == isTold, "\(row.words): \(job)")
            }
        }
    }

    @Test("Whoever may not is answered as the column says, and hidden wherever they could not know")
    func refusals() throws {
        for (row, line) in try Self.cases() {
            let facts = Self.facts(row, about: "ines", category: .health)
            // Of the deck, of the engine room, and of nothing.
            let (near, far) = (try House.caller("otto", (.member, "deck")), try House.caller("otto", (.lead, "engine")))
            let isOpen = line["refused"] == "openly"
            #expect(row.refusal(for: near, on: facts) == (isOpen ? .forbidden : .hidden), "\(row.words)")
            let isOfPerson = row.kind == .person || row.kind == .entry
            #expect(row.refusal(for: far, on: facts) == (isOpen && !isOfPerson ? .forbidden : .hidden), "\(row.words)")
            var elsewhere = facts
            elsewhere.units = row.kind == .organisation ? [] : ["atlantis"]
            let isWhole = row.kind == .organisation
            #expect(row.refusal(for: near, on: elsewhere) == (isOpen && isWhole ? .forbidden : .hidden), "\(row.words)")
        }
    }

    @Test("A row decides on its own class or role, and on no other")
    func variants() throws {
        let mighty = Admission.person("otto", try House.standing("otto", Role.allCases.map { ($0, "ship") }))
        for row in Permission.table {
            for other in Permission.table where other.variant != row.variant {
                var facts = Self.facts(row, about: "ines", category: .conduct)
                facts.variant = other.variant
                #expect(row.ground(for: mighty, on: facts) == nil, "\(row.words), asked about \(other.variant)")
            }
        }
    }
}
