internal import CrewRecords
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Whether people are fit: seeing it, deciding it, and opening why.
    func addFitness(to routes: inout Routes) {
        routes.get("/crew/:person/fitness", asks: [ReadFitness.self, ReadUnit.self], also: [ReadSealedEntry.self]) {
            visit, _, context in
            .html(try await self.fitnessPage(try Self.person(in: context), visit))
        }
        routes.post("/crew/:person/fitness", asks: [DecideFitness.self]) { visit, request, context in
            let person = try Self.person(in: context)
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            var random = self.surroundings.random
            do {
                try await self.store.decideFitness(
                    try Fitness(form), of: person, because: Confidential(form.lines("reason")), for: visit.caller,
                    at: self.surroundings.now(), using: &random)
                return .see("\(self.pages.cardAddress(person))/fitness")
            } catch let error as RecordError {
                let page = try await self.fitnessPage(person, visit, refusal: error.message, typed: form)
                return .html(page, status: ServerProblem(error).status)
            }
        }
        routes.post("/crew/:person/fitness/reason", asks: [ReadFitness.self, ReadSealedEntry.self]) {
            visit, request, context in
            let person = try Self.person(in: context)
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            let now = self.surroundings.now()
            let name = try await self.store.fitness(of: person, for: visit.caller, at: now).name
            let reason = try await self.store.fitnessReason(
                EntryID(form["decision"] ?? ""), of: person, for: visit.caller, at: now)
            return .html(
                self.pages.reasonPage(
                    reason, of: name, isOwn: person == visit.person.id,
                    back: "\(self.pages.cardAddress(person))/fitness"))
        }
    }

    private func fitnessPage(
        _ person: PersonID, _ visit: Visit, refusal: String? = nil, typed: FormBody? = nil
    ) async throws -> String {
        let tree = try await store.unitTree(for: visit.caller)
        return pages.fitnessPage(
            FitnessPageRequest(
                fitness: try await store.fitness(of: person, for: visit.caller, at: surroundings.now()),
                address: "\(pages.cardAddress(person))/fitness", zone: zone(of: visit, in: tree),
                isOwn: person == visit.person.id, form: door.formToken(for: visit), refusal: refusal, typed: typed))
    }
}

extension Fitness {
    /// What a form says of it.
    fileprivate init(_ form: FormBody) throws {
        switch form["fitness"] {
        case "fit": self = .fit
        case "limits": self = .fitWithLimits(DutyLimit.allCases.filter { form[$0.rawValue] != nil })
        case "unfit":
            guard let again = try form.date("until") else {
                throw ServerProblem.badValue("until", "", expected: "the first day on which the person is fit again")
            }
            self = .notFitUntil(again)
        default: throw ServerProblem.badValue("fitness", "", expected: "one of those on the page")
        }
    }
}
