internal import CrewRecords
internal import Hummingbird
internal import RotaFormats
import RotaModel
internal import RotaSolver
import WatchbillStore

/// Somebody drops out: ways to do without them.
extension Installation {
    func addRepair(to routes: inout Routes) {
        routes.get("/repair", asks: [ReadDrafts.self, BuildRota.self]) { visit, request, _ in
            let query = request.uri.queryParameters
            let rota = try await self.rotaToRepair(query.get("rota") ?? "", in: query.get("unit"), for: visit)
            let (person, from, to) = (query.get("person") ?? "", query.get("from") ?? "", query.get("to") ?? "")
            var offer: RepairOffer?
            if !person.isEmpty, !from.isEmpty {
                let asked = try AwayRequest(person: person, from: from, to: to, in: rota.loaded.problem)
                offer = try await self.repairs(of: rota, asked)
            }
            return .html(
                self.pages.repairPage(
                    RepairPageRequest(
                        rota: rota, person: person, from: from, to: to, offer: offer,
                        form: self.door.formToken(for: visit))))
        }
        routes.post("/repair", asks: [ReadDrafts.self, BuildRota.self]) { visit, request, _ in
            let form = try await FormBody(request, upTo: 256 << 10)
            try self.door.check(form, of: visit)
            let rota = try await self.rotaToRepair(form["rota"] ?? "", in: form["unit"], for: visit)
            let build = try await self.take(
                try Self.edit(form, for: rota.loaded.problem), of: rota, for: visit)
            return .see("/builds/\(build)")
        }
    }

    /// What can be repaired: a draft, or a published version with the draft that it came of.
    struct RotaToRepair: Sendable {
        let name: RotaName
        let unit: UnitID
        let build: BuildID
        /// The draft's number; nil: it is a version.
        let draft: Int?
        let loaded: LoadedProblem
        let rota: Rota
        /// How many steps by hand the draft has.
        let steps: Int
        /// The first day that may be changed; nil: any.
        let now: DayIndex?

        var isVersion: Bool { if case .version = name { true } else { false } }
    }

    /// - Throws: `Refusal` if there is no such rota that the visitor may repair; `ServerProblem` if it is no name of one, or
    ///   its build has come to no draft.
    func rotaToRepair(_ text: String, in unit: String?, for visit: Visit) async throws -> RotaToRepair {
        try await store.checkSomewhere(BuildRota.self, for: visit.caller)
        let name = try Self.rotaName(text, "rota")
        let unit = try await comparedUnit(name, nil, named: unit.map { UnitID($0) }, visit)
        try await store.check(BuildRota.self, on: unit, for: visit.caller)
        let named = try await rota(name, in: unit, for: visit)
        let worked = try await draft(named.build, for: visit)
        guard case .version = name else {
            return RotaToRepair(
                name: name, unit: unit, build: named.build, draft: worked.stored.draft, loaded: worked.loaded,
                rota: worked.draft.rota,
                steps: worked.draft.steps.count, now: nil)
        }
        // What was pinned in the draft stays as it was published; the past stays whatever comes.
        let pins = worked.draft.pinned.filter { named.rota[$0.person, $0.day] == $0.duty }
        let problem = named.loaded.problem
        let today = today(problem).dayNumber - problem.start.dayNumber
        let loaded = try await current(named.loaded, named.rota)
        return RotaToRepair(
            name: name, unit: unit, build: named.build, draft: nil, loaded: loaded.pinning(pins),
            rota: named.rota, steps: 0,
            now: DayIndex(max(0, today)))
    }

    /// - Throws: `ServerProblem` if all of the days are over, or too many others wait.
    func repairs(of rota: RotaToRepair, _ asked: AwayRequest) async throws -> RepairOffer {
        let problem = rota.loaded.problem
        let away = try asked.away.map { absence -> DaysAway in
            guard let now = rota.now, absence.days.lowerBound < now else { return absence }
            guard absence.days.upperBound >= now else {
                throw ServerProblem.badValue(
                    "to", problem.date(of: absence.days.upperBound).description,
                    expected: "a date from \(problem.start.advanced(by: now.value)) on: the past stays as it was")
            }
            return DaysAway(person: absence.person, days: now...absence.days.upperBound)
        }
        let now = away.map(\.days.lowerBound).min() ?? 0
        let result = try await repairDesk.repairs(of: rota.loaded, rota.rota, away: away, now: now)
        return RepairOffer(name: rota.name, loaded: rota.loaded, away: away, result: result, steps: rota.steps)
    }

    /// The draft as it is repaired from.
    func draftToRepair(_ build: BuildID, for visit: Visit) async throws -> RotaToRepair {
        let worked = try await draft(build, for: visit)
        try await store.check(BuildRota.self, on: worked.stored.order.problem, for: visit.caller)
        return RotaToRepair(
            name: .build(build), unit: worked.loaded.problem.unit.id, build: build, draft: worked.stored.draft,
            loaded: worked.loaded,
            rota: worked.draft.rota, steps: worked.draft.steps.count, now: nil)
    }

    /// Makes a repair a step: of the draft itself, or, of a published version, of a branch that is as it was published.
    ///
    /// - Returns: the build whose draft has the repair.
    private func take(_ edit: EditRequest, of rota: RotaToRepair, for visit: Visit) async throws -> BuildID {
        guard case .version = rota.name else {
            try await self.edit(rota.build, edit, for: visit)
            return rota.build
        }
        let branch = try await branch(rota.build, for: visit, in: store)
        let drafted = try await draft(branch, for: visit).draft.rota
        let problem = rota.loaded.problem
        var cells = edit.cells
        for person in problem.personIndices {
            for day in problem.days where drafted[person, day] != rota.rota[person, day] {
                if cells.contains(where: { $0.person == person && $0.day == day }) { continue }
                cells.append(EditRequest.Cell(person: person, day: day, duty: rota.rota[person, day]))
            }
        }
        var whole = edit
        (whole.cells, whole.known) = (cells, nil)
        try await self.edit(branch, whole, for: visit)
        return branch
    }

    /// What a form's button takes, as JSON in one field of it.
    private static func edit(_ form: FormBody, for problem: RotaProblem) throws -> EditRequest {
        let bytes = Array((form["step"] ?? "").utf8)
        let (content, diagnostics) = JSONContent.read(bytes)
        guard let content else { throw ServerProblem.noJSON(diagnostics) }
        let faults = EditRequest.schema.faults(in: content)
        guard faults.isEmpty else { throw ServerProblem.badBody(faults) }
        return try EditRequest(ReadBody(bytes: bytes, content: content), for: problem)
    }
}
