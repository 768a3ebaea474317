internal import CrewRecords
internal import HTTPTypes
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Who has which role.
    var roleOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/units/{unit}/roles", id: "listRoles", group: "Roles",
                summary: "List the roles that reach a unit",
                asks: Asked(always: [ReadRoles.self], also: [ReadPerson.self]),
                parameters: [.unit, .limit, .after],
                answer: .json(
                    ListAnswer<RoleAnswer>.self,
                    "A page of the roles given in the unit and above it, by their numbers. Belonging to a unit is none of"
                        + " them.")
            ) { call in
                let grants = try await self.store.roles(in: call.id(.unit), for: try call.caller)
                let last = try self.number(after: call, in: "roles")
                let rest = grants.filter { $0.id.value > last ?? 0 }.sorted { $0.id < $1.id }
                let page = Page(rest, of: "roles", limit: call.limit) { $0.id }
                let names = try await self.names(
                    of: Set(page.entries.map(\.grant.person)), on: self.today(in: .utc), for: try call.caller)
                let items = page.entries.map { RoleAnswer($0.grant, id: $0.id, name: names[$0.grant.person]) }
                return .json(ListAnswer(items: items, next: call.address(after: page.next)))
            },
            giveRole,
            APIOperation(
                method: .delete, path: "/roles/{role}", id: "endRole", group: "Roles", summary: "Take a role away",
                asks: Asked(always: [GiveRole.self]), parameters: [Self.role],
                answer: .nothing("It has ended, or had before.")
            ) { call in
                try await self.store.takeAway(call.serial(Self.role), for: try call.caller, at: call.now)
                return .nothing
            },
        ]
    }

    private static let role = APIParameter.path("role", .serial, "the role's number", example: 3)

    private static let roleRequest = JSONSchema.named(
        "RoleRequest",
        .object([
            .always("person", .id, "who is to have it"), .always("role", .choice(of: Role.self), "what it is"),
            .maybe("from", .instant, "from when on; at once unless it is said"),
            .maybe("until", .instant, "up to when; for good unless it is said"),
        ]))

    private var giveRole: APIOperation {
        APIOperation(
            method: .post, path: "/units/{unit}/roles", id: "giveRole", group: "Roles",
            summary: "Give a role in a unit to a person", asks: Asked(always: [GiveRole.self]), parameters: [.unit],
            body: APIBody(schema: Self.roleRequest, example: ["person": "okafor", "role": "planner"]),
            answer: .json(RoleAnswer.self, "The role as it was given.", status: .created, hasLocation: true),
            takesKey: true
        ) { call in
            let (caller, unit) = (try call.caller, call.id(.unit) as UnitID)
            try await self.store.checkMayAppoint(in: unit, for: caller)
            let body = try await call.body()
            let person = PersonID(body.text("person") ?? "")
            let role = Role(rawValue: body.text("role") ?? "") ?? .member
            let grant = RoleGrant(
                person: person, unit: unit, role: role,
                term: Term(from: body.instant("from") ?? call.now, until: body.instant("until")))
            let name = try await self.names(of: [person], on: self.today(in: .utc), for: caller)[person]
            let answer: @Sendable (GrantID) -> APIResult = { id in
                .created(RoleAnswer(grant, id: id, name: name), at: "/roles/\(id)")
            }
            let store = try call.store(self.store, for: body, answering: answer)
            return answer(try await store.give(role, in: unit, to: person, term: grant.term, for: caller))
        }
    }

    /// The number after which a page of a list begins.
    func number(after call: APICall, in list: String) throws(ServerProblem) -> Int64? {
        guard let key = try call.key(in: list) else { return nil }
        guard let number = Int64(key) else {
            throw .badParameter(APIParameter.after.name, "it is none that this list has given.")
        }
        return number
    }
}
