internal import CrewRecords
internal import HTTPTypes
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Units and the people in them.
    var unitOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/units", id: "listUnits", group: "Units and people", summary: "List all units",
                asks: Asked(always: [ReadUnit.self]), parameters: [.limit, .after],
                answer: .json(ListAnswer<UnitAnswer>.self, "A page of units, by their ids.")
            ) { call in
                let tree = try await self.store.unitTree(for: try call.caller)
                let all = tree.root.map { [$0] + tree.units(below: $0) } ?? []
                return try self.list("units", all.compactMap { tree[$0] }, by: \.id, call) {
                    UnitAnswer($0, parent: tree.path(of: $0.id).dropLast().last)
                }
            },
            APIOperation(
                method: .get, path: "/units/{unit}", id: "readUnit", group: "Units and people",
                summary: "Tell of a unit",
                asks: Asked(always: [ReadUnit.self]), parameters: [.unit], answer: .json(UnitAnswer.self, "The unit.")
            ) { call in
                let (unit, parent) = try await self.unit(call)
                return .json(UnitAnswer(unit, parent: parent))
            },
            APIOperation(
                method: .get, path: "/units/{unit}/people", id: "listPeople", group: "Units and people",
                summary: "List the people of a unit", asks: Asked(always: [ReadUnit.self, ReadCrew.self]),
                parameters: [.unit, Self.date, .limit, .after],
                answer: .json(
                    ListAnswer<PersonAnswer>.self,
                    "A page of those who belong to the unit itself, not to one below it, by their ids.")
            ) { call in
                let unit = try await self.unit(call).unit
                let crew = try await self.store.crew(
                    of: unit.id, on: self.date(call, in: unit.zone), for: try call.caller)
                return try self.list("people", crew, by: \.id, call) { PersonAnswer($0) }
            },
            APIOperation(
                method: .get, path: "/people/{person}", id: "readPerson", group: "Units and people",
                summary: "Tell of a person", asks: Asked(always: [ReadPerson.self]), parameters: [.person, Self.date],
                answer: .json(PersonAnswer.self, "The person.")
            ) { call in
                let member = try await self.store.person(
                    call.id(.person), on: self.date(call, in: .utc), for: try call.caller)
                return .json(PersonAnswer(member))
            },
        ]
    }

    private static let date = APIParameter.query(
        "date", .date, "as it is on that day; today unless it is said", example: "2027-03-01")

    private func date(_ call: APICall, in zone: Zone) -> CalendarDate {
        call.text("date").flatMap { CalendarDate($0) } ?? today(in: zone)
    }

    /// The unit that the address names.
    ///
    /// - Throws: `Refusal.hidden` if there is none.
    private func unit(_ call: APICall) async throws -> (unit: CrewUnit, parent: UnitID?) {
        let tree = try await store.unitTree(for: try call.caller)
        let id: UnitID = call.id(.unit)
        guard let unit = tree[id] else { throw Refusal.hidden }
        return (unit, tree.path(of: id).dropLast().last)
    }

    /// A page of what has ids, in the order of those.
    func list<Thing: Sendable, Kind, Answer: APIValue>(
        _ name: String, _ things: [Thing], by id: (Thing) -> Identifier<Kind>, _ call: APICall,
        answer: (Thing) -> Answer
    ) throws -> APIResult {
        let last = try call.key(in: name).map { Identifier<Kind>($0) }
        let rest = things.filter { thing in last.map { $0 < id(thing) } ?? true }.sorted { id($0) < id($1) }
        let page = Page(rest, of: name, limit: call.limit, key: id)
        return .json(ListAnswer(items: page.entries.map(answer), next: call.address(after: page.next)))
    }
}
