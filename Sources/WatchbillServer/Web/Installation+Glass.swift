internal import CrewRecords
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Breaking the glass.
    func addGlass(to routes: inout Routes) {
        routes.get("/crew/:person/glass", asks: [ReadPerson.self, BreakGlass.self]) { visit, _, context in
            .html(try await self.glassPage(try Self.person(in: context), visit))
        }
        routes.post("/crew/:person/glass", asks: [BreakGlass.self]) { visit, request, context in
            let person = try Self.person(in: context)
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            guard let category = RecordCategory(rawValue: form["category"] ?? "") else {
                throw ServerProblem.badValue("category", "", expected: "one of those on the page")
            }
            var random = self.surroundings.random
            do {
                try await self.store.breakGlass(
                    over: category, of: person, because: Confidential(form.lines("reason")),
                    lasting: Minutes(try form.number("minutes") ?? 0), for: visit.caller, at: self.surroundings.now(),
                    using: &random)
                return .see("\(self.pages.cardAddress(person))/file")
            } catch let error as RecordError {
                let page = try await self.glassPage(person, visit, refusal: error.message, typed: form)
                return .html(page, status: ServerProblem(error).status)
            }
        }
    }

    private func glassPage(
        _ person: PersonID, _ visit: Visit, refusal: String? = nil, typed: FormBody? = nil
    ) async throws -> String {
        let card = try await store.card(of: person, for: visit.caller, at: surroundings.now())
        guard card.mayBreakGlass else { throw Refusal.forbidden }
        return pages.glassPage(card.member, form: door.formToken(for: visit), refusal: refusal, typed: typed)
    }
}
