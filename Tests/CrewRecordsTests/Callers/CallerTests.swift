import CrewRecords
import RotaModel
import Testing

@Suite("Callers and permits")
struct CallerTests {
    private enum Unheard: PersonOperation {}

    @Test("A planner of the deck reads the deck's rotas and the bridge's, and gets a permit that says so")
    func reach() throws {
        let planner = try House.caller("otto", (.planner, "deck"))
        let permit = try planner.permit(ReadRota.self, on: "bridge")
        #expect(permit.subject == "bridge")
        #expect(permit.ground == .role(.planner))
        #expect(throws: Refusal.forbidden) { try planner.permit(ReadRota.self, on: "ship") }
        #expect(throws: Refusal.hidden) { try planner.permit(ReadRota.self, on: "atlantis") }
    }

    @Test("What has no row is refused to everybody")
    func unheard() throws {
        let mighty = Admission.person("otto", try House.standing("otto", Role.allCases.map { ($0, "ship") }))
        #expect(throws: Refusal.hidden) { try mighty.permit(Unheard.self, on: House.ines) }
    }

    @Test("A sealed entry is read by the person concerned and by the category's keeper, and hidden from everybody else")
    func sealed() throws {
        let health = try House.health()
        #expect(try House.caller("ines").permit(ReadSealedEntry.self, on: health).ground == .ownership)
        #expect(try House.medic().permit(ReadSealedEntry.self, on: health).ground == .role(.medicalKeeper))
        for role in Role.allCases where role != .medicalKeeper {
            let other = try House.caller("otto", (role, "ship"))
            #expect(throws: Refusal.hidden) { try other.permit(ReadSealedEntry.self, on: health) }
        }
        let conduct = try #require(EntrySubject(House.ines, .conduct, .sealed))
        #expect(throws: Refusal.hidden) { try House.medic().permit(ReadSealedEntry.self, on: conduct) }
        // Sealed entries are no entries for the operation that logs nothing.
        #expect(throws: Refusal.hidden) { try House.medic().permit(ReadEntry.self, on: health) }
    }

    @Test("There are no entries on health that are not sealed")
    func healthIsSealed() {
        for recordClass in RecordClass.allCases {
            #expect((EntrySubject(House.ines, .health, recordClass) != nil) == (recordClass == .sealed))
        }
        for category in RecordCategory.allCases { #expect(category.classes.contains(category.defaultClass)) }
    }

    @Test("A role holds from its first instant until before its last")
    func terms() throws {
        let term = Term(from: Instant(seconds: 100), until: Instant(seconds: 200))
        for (second, holds) in [(99, false), (100, true), (199, true), (200, false)] {
            let standing = Standing(
                organisation: House.organisation, ancestry: try House.ancestry(),
                grants: [RoleGrant(person: "otto", unit: "deck", role: .planner, term: term)],
                now: Instant(seconds: second))
            let isAllowed = (try? Admission.person("otto", standing).permit(BuildRota.self, on: "deck")) != nil
            #expect(isAllowed == holds, "at \(second)")
            // Nobody has the grants of others.
            let other = Admission.person("ines", standing)
            #expect(throws: Refusal.forbidden) { try other.permit(BuildRota.self, on: "deck") }
        }
    }

    @Test("Somebody in no unit is in the hands of those whose role is held over everything")
    func unitless() throws {
        let lost = PersonSubject("lost", in: [])
        #expect(throws: Refusal.hidden) { try House.caller("otto", (.lead, "deck")).permit(ReadPerson.self, on: lost) }
        #expect(try House.caller("otto", (.lead, "ship")).permit(ReadPerson.self, on: lost).ground == .role(.lead))
        // With two trees side by side, over both.
        let two = try UnitAncestry([(unit: "ship", above: nil), (unit: "shore", above: nil)])
        let grants = ["ship", "shore"].map {
            RoleGrant(person: "otto", unit: UnitID($0), role: .administrator, term: House.noon)
        }
        for count in 1...2 {
            let standing = Standing(
                organisation: House.organisation, ancestry: two, grants: Array(grants.prefix(count)), now: House.now)
            let caller = Admission.person("otto", standing)
            #expect(((try? caller.permit(BackUp.self, on: WholeOrganisation())) != nil) == (count == 2))
        }
        // With no units at all, nothing is held over anything.
        let none = Standing(
            organisation: House.organisation, ancestry: try UnitAncestry([]), grants: grants, now: House.now)
        #expect(throws: Refusal.forbidden) {
            try Admission.person("otto", none).permit(BackUp.self, on: WholeOrganisation())
        }
    }

    @Test("Nobody gives roles to themselves, and nobody is both keeper and administrator")
    func appointments() throws {
        let administrator = try House.caller("otto", (.administrator, "ship"))
        #expect(throws: Refusal.forbidden) {
            try administrator.permit(GiveRole.self, on: RoleSubject(.medicalKeeper, in: "ship", for: "otto"))
        }
        let permit = try administrator.permit(GiveRole.self, on: RoleSubject(.medicalKeeper, in: "deck", for: "ines"))
        func held(_ role: Role, _ from: Int, _ until: Int?) -> RoleGrant {
            RoleGrant(
                person: "ines", unit: "engine", role: role,
                term: Term(from: Instant(seconds: from), until: until.map(Instant.init(seconds:))))
        }
        let term = Term(from: Instant(seconds: 1000), until: Instant(seconds: 2000))
        let grant = try RoleGrant.give(
            by: permit, for: term, beside: [held(.administrator, 0, 1000), held(.lead, 0, nil)])
        #expect(grant == RoleGrant(person: "ines", unit: "deck", role: .medicalKeeper, term: term))
        for clash in [held(.administrator, 0, 1001), held(.administrator, 1999, nil)] {
            #expect(throws: AppointmentError.keeperAndAdministrator) {
                try RoleGrant.give(by: permit, for: term, beside: [clash])
            }
        }
        let other = try administrator.permit(GiveRole.self, on: RoleSubject(.administrator, in: "deck", for: "ines"))
        #expect(throws: AppointmentError.keeperAndAdministrator) {
            try RoleGrant.give(by: other, for: term, beside: [held(.recordsKeeper, 0, nil)])
        }
        #expect(throws: AppointmentError.neverHolds) {
            try RoleGrant.give(by: other, for: Term(from: term.from, until: term.from), beside: [])
        }
    }

    @Test("Units that are no tree are refused")
    func trees() throws {
        #expect(throws: AncestryError.unitTwice("deck")) {
            try UnitAncestry([(unit: "deck", above: nil), (unit: "deck", above: nil)])
        }
        #expect(throws: AncestryError.noSuchUnit("ship", above: "deck")) {
            try UnitAncestry([(unit: "deck", above: "ship")])
        }
        #expect(throws: AncestryError.aboveItself("bridge")) {
            try UnitAncestry([
                (unit: "ship", above: nil), (unit: "deck", above: "bridge"), (unit: "bridge", above: "deck"),
            ])
        }
        #expect(throws: AncestryError.aboveItself("deck")) { try UnitAncestry([(unit: "deck", above: "deck")]) }
        #expect(try House.ancestry().lineage(of: "bridge") == ["bridge", "deck", "ship"])
        #expect(try House.ancestry().lineage(of: "atlantis") == [])
    }

    @Test("A refusal names nobody and nothing")
    func refusals() {
        for refusal in [Refusal.hidden, .forbidden] {
            #expect(!refusal.description.contains("ines"))
            #expect(!refusal.description.contains { $0.isNumber })
        }
    }
}
