internal import CrewRecords
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// The page of how somebody signs in, and what administrators do there.
    func addAccounts(to routes: inout Routes) {
        routes.get("/crew/account", asks: [ManageSessions.self]) { visit, request, _ in
            .html(try await self.accountPage(visit, of: PersonID(request.uri.queryParameters.get("person") ?? "")))
        }
        routes.post("/crew/account/disable", asks: [DisableAccount.self]) { visit, request, _ in
            try await self.changeAccount(visit, request) { form in
                try await self.store.disableAccount(
                    of: PersonID(form["person"] ?? ""), for: visit.caller, at: self.surroundings.now())
            }
        }
        routes.post("/crew/account/enable", asks: [DisableAccount.self]) { visit, request, _ in
            try await self.changeAccount(visit, request) { form in
                try await self.store.enableAccount(
                    of: PersonID(form["person"] ?? ""), for: visit.caller, at: self.surroundings.now())
            }
        }
        routes.post("/crew/account/sessions/end", asks: [ManageSessions.self]) { visit, request, _ in
            try await self.changeAccount(visit, request) { form in
                try await self.store.endSession(
                    SessionID(form["session"] ?? ""), for: visit.caller, at: self.surroundings.now())
            }
        }
        routes.post("/crew/account/calendars/revoke", asks: [ManageSessions.self]) { visit, request, _ in
            try await self.changeAccount(visit, request) { form in
                try await self.store.revokeCalendar(
                    CalendarFeedID(form["calendar"] ?? ""), for: visit.caller, at: self.surroundings.now())
            }
        }
        routes.post("/crew/account/tokens/revoke", asks: [ManageSessions.self]) { visit, request, _ in
            try await self.changeAccount(visit, request) { form in
                try await self.store.revokeToken(
                    APITokenID(form["token"] ?? ""), for: visit.caller, at: self.surroundings.now())
            }
        }
    }

    /// Does what a form asks for and shows the page again, with why it was not done if it was not.
    private func changeAccount(
        _ visit: Visit, _ request: Request, _ change: (FormBody) async throws -> Void
    ) async throws -> Response {
        let form = try await FormBody(request)
        try door.check(form, of: visit)
        let person = PersonID(form["person"] ?? "")
        do {
            try await change(form)
            return .see(pages.accountAddress(of: person))
        } catch let error as AccountError {
            return .html(
                try await accountPage(visit, of: person, refusal: error.message), status: ServerProblem(error).status)
        }
    }

    private func accountPage(_ visit: Visit, of person: PersonID, refusal: String? = nil) async throws -> String {
        let state = try await store.accountState(of: person, for: visit.caller)
        let member = try await store.person(
            person, on: Zone.utc.date(at: surroundings.now()), for: visit.caller)
        let tree = try await store.unitTree(for: visit.caller)
        return pages.accountPage(
            AccountPageRequest(
                person: member, state: state, zone: member.units.first.flatMap { tree[$0]?.zone } ?? .utc,
                form: door.formToken(for: visit), refusal: refusal))
    }
}
