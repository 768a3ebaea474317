internal import CrewRecords
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// The page of a unit's people, and what leads, keepers and administrators do there.
    func addCrew(to routes: inout Routes) {
        routes.get("/crew", asks: [ReadUnit.self], also: [ReadCrew.self, ReadRoles.self, ReadPerson.self]) {
            visit, request, _ in
            .html(try await self.crewPage(visit, of: request.uri.queryParameters.get("unit")))
        }
        routes.post("/crew/invite", asks: [ReadPerson.self, InvitePeople.self], also: [GiveRole.self]) {
            visit, request, _ in
            try await self.changeCrew(visit, request) { form, random in
                let token = try await self.store.invite(
                    PersonID(form["person"] ?? ""), login: try LoginName(form["login"] ?? ""), for: visit.caller,
                    at: self.surroundings.now(), using: &random)
                return token
            }
        }
        routes.post("/crew/reset", asks: [ResetSignIn.self], also: [GiveRole.self]) { visit, request, _ in
            try await self.changeCrew(visit, request) { form, random in
                try await self.store.resetLink(
                    of: PersonID(form["person"] ?? ""), for: visit.caller, at: self.surroundings.now(), using: &random)
            }
        }
        routes.post("/crew/roles", asks: [GiveRole.self]) { visit, request, _ in
            try await self.changeCrew(visit, request) { form, _ in
                guard let role = Role(rawValue: form["role"] ?? "") else {
                    throw ServerProblem.badValue("role", form["role"] ?? "", expected: "the name of a role")
                }
                try await self.store.give(
                    role, in: UnitID(form["unit"] ?? ""), to: PersonID(form["person"] ?? ""),
                    term: Term(from: self.surroundings.now()), for: visit.caller)
                return nil
            }
        }
        routes.post("/crew/roles/end", asks: [GiveRole.self]) { visit, request, _ in
            try await self.changeCrew(visit, request) { form, _ in
                guard let number = Int64(form["grant"] ?? "") else { throw Refusal.hidden }
                try await self.store.takeAway(GrantID(number), for: visit.caller, at: self.surroundings.now())
                return nil
            }
        }
    }

    /// Does what a form asks for and shows the page again: with the link that came of it, or why it was not done.
    private func changeCrew(
        _ visit: Visit, _ request: Request,
        _ change: (FormBody, inout Surroundings.Random) async throws -> Token<OneTimeLink>?
    ) async throws -> Response {
        let form = try await FormBody(request)
        try door.check(form, of: visit)
        var random = surroundings.random
        do {
            guard let token = try await change(form, &random) else {
                return .see("/crew?unit=\(LocalAddress.inQuery(form["unit"] ?? ""))")
            }
            let person = try await store.person(
                PersonID(form["person"] ?? ""), on: today(in: .utc), for: visit.caller)
            let link = CrewPageRequest.MadeLink(address: address(of: token, request), name: person.name)
            return .html(try await crewPage(visit, of: form["unit"], link: link))
        } catch let error as AccountError {
            return .html(
                try await crewPage(visit, of: form["unit"], refusal: error.message), status: ServerProblem(error).status
            )
        } catch let error as AppointmentError {
            return .html(
                try await crewPage(visit, of: form["unit"], refusal: "\(error)"), status: ServerProblem(error).status)
        }
    }

    private func crewPage(
        _ visit: Visit, of unit: String?, refusal: String? = nil, link: CrewPageRequest.MadeLink? = nil
    ) async throws -> String {
        let caller = visit.caller
        let tree = try await store.unitTree(for: caller)
        let all = tree.root.map { [$0] + tree.units(below: $0) } ?? []
        let units = all.filter { (try? caller.permit(ReadCrew.self, on: $0)) != nil }.compactMap { tree[$0] }
        // Where somebody belongs comes first, then whatever they may see.
        let own = visit.person.memberships.map(\.id)
        let wished = unit.map { UnitID($0) } ?? units.first { own.contains($0.id) }?.id ?? units.first?.id
        if let unit, !units.contains(where: { $0.id == UnitID(unit) }) { throw Refusal.hidden }
        var chosen: CrewPageRequest.Unit?
        if let wished, let unit = tree[wished] {
            let date = today(in: unit.zone)
            let grants = try await store.roles(in: wished, for: caller)
            let names = try await names(of: Set(grants.map(\.grant.person)), on: date, for: caller)
            let crew = try await store.crew(of: wished, on: date, for: caller)
            chosen = CrewPageRequest.Unit(
                unit: unit, crew: crew, grants: grants, names: names,
                // Their own account is on their own page.
                manageable: try await store.manageable(crew.map(\.id), for: caller).subtracting([visit.person.id]))
        }
        return pages.crewPage(
            CrewPageRequest(
                caller: caller, units: units, tree: tree, chosen: chosen, form: door.formToken(for: visit),
                refusal: refusal, link: link))
    }

    /// The names of those whom the caller may know: of others, a role above shows none.
    func names(
        of people: Set<PersonID>, on date: CalendarDate, for caller: Caller
    ) async throws -> [PersonID: String] {
        var names: [PersonID: String] = [:]
        for person in people {
            do { names[person] = try await store.person(person, on: date, for: caller).name } catch is Refusal {}
        }
        return names
    }
}
