internal import CrewRecords
internal import Hummingbird
import RotaModel
import RotaRules
import WatchbillStore

extension Installation {
    /// The pages, and what their forms send.
    func addPages(to routes: inout Routes) {
        routes.get("/", asks: [ReadDrafts.self]) { visit, request, _ in
            // Whoever may not see drafts, or has none, begins with their own shifts; whoever plans, with setting up.
            guard let loaded = try await self.namedProblem(for: visit, request) else {
                return .see(visit.caller.maySomewhere(BuildRota.self) ? "/setup" : "/today")
            }
            let view = try await self.store.latestDraft(of: loaded.id, for: visit.caller).map(BuildView.init)
            return try await self.rotaPage(loaded, view, visit, request)
        }
        routes.get("/builds/:build", asks: [ReadDrafts.self]) { visit, request, context in
            let view = try await self.build(try Self.build(context), for: visit)
            return try await self.rotaPage(
                try await self.problem(view.order.problem, for: visit), view, visit, request)
        }
        routes.get("/builds/:build/explanation", asks: [ReadDrafts.self]) { visit, request, context in
            let view = try await self.build(try Self.build(context), for: visit)
            let (_, loaded, draft) = view.worked(of: try await self.problem(view.order.problem, for: visit))
            guard let rota = view.rota else { throw ServerProblem.nothingBuilt }
            let cell = try self.cell(request, in: loaded.problem)
            let mayEdit = try await self.store.mayBuild(view.order.problem, for: visit.caller)
            return .html(
                self.pages.explanation(
                    loaded.judge.explain(rota, person: cell.person, day: cell.day), loaded,
                    editing: mayEdit ? draft : nil, form: self.door.formToken(for: visit)))
        }
        routes.get("/builds/:build/print", asks: [ReadDrafts.self]) { visit, request, context in
            let build = try await self.build(try Self.build(context), for: visit)
            let (view, loaded, _) = build.worked(of: try await self.problem(build.order.problem, for: visit))
            let paper = request.uri.queryParameters.get("paper")
            return .html(self.pages.paperPage(loaded, view: view, paper: paper, now: self.surroundings.now()))
        }
        routes.post("/builds", asks: [ReadDrafts.self, BuildRota.self]) { visit, request, _ in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            let build = try await self.start(try BuildRequest(form), for: visit)
            return .see("/builds/\(build.id)")
        }
        routes.post("/builds/:build/stop", asks: [ReadDrafts.self, BuildRota.self]) { visit, request, context in
            try self.door.check(try await FormBody(request), of: visit)
            let view = try await self.stop(try Self.build(context), for: visit)
            return .see("/builds/\(view.id)")
        }
        addLists(to: &routes)
        routes.open(.get, "/assets/:hash/:name") { request, context in
            try self.assets.answer(
                request, hash: context.parameters.get("hash") ?? "", name: context.parameters.get("name") ?? "")
        }
    }

    private func addLists(to routes: inout Routes) {
        routes.get("/demand", asks: [ReadDrafts.self]) { visit, request, _ in
            let loaded = try await self.currentProblem(for: visit, request)
            return .html(self.pages.demandPage(loaded, today: self.today(loaded.problem)))
        }
        routes.get("/people", asks: [ReadDrafts.self]) { visit, request, _ in
            .html(self.pages.peoplePage(try await self.currentProblem(for: visit, request)))
        }
        routes.get("/requests", asks: [ReadDrafts.self]) { visit, request, _ in
            let loaded = try await self.currentProblem(for: visit, request)
            let draft = try await self.store.latestDraft(of: loaded.id, for: visit.caller)
            return .html(
                self.pages.requestsPage(
                    loaded, rota: draft?.outcome?.rota, of: draft?.id,
                    mayBuild: try await self.store.mayBuild(loaded.id, for: visit.caller)))
        }
        routes.get("/rules", asks: [ReadDrafts.self]) { visit, request, _ in
            let loaded = try await self.currentProblem(for: visit, request)
            let draft = try await self.store.latestDraft(of: loaded.id, for: visit.caller).map(BuildView.init)
            return .html(self.pages.rulesPage(loaded, draft: draft.flatMap { NamedRota($0, of: loaded) }))
        }
        routes.get("/person", asks: [ReadDrafts.self]) { visit, request, _ in
            let loaded = try await self.currentProblem(for: visit, request)
            let id = request.uri.queryParameters.get("id") ?? ""
            guard let person = loaded.problem.index(of: PersonID(id)) else {
                throw ServerProblem.notFound("There is no such person.")
            }
            let view = try await self.store.latestDraft(of: loaded.id, for: visit.caller).map(BuildView.init)
            return .html(self.pages.personPage(person, loaded, view: view, today: self.today(loaded.problem)))
        }
    }

    /// Begins a build of the newest problem, or with a draft's pins of that draft's.
    func start(_ order: BuildRequest, for visit: Visit) async throws -> LiveBuild {
        let (loaded, pins, part) = try await toBuild(order, for: visit)
        return try await desk.start(loaded, order, leaving: pins, part: part, for: visit.caller) { _, _ in self.store }
    }

    /// What is to be built, which cells of it are to be left as they are instead of those that the problem pins, and which part.
    func toBuild(
        _ order: BuildRequest, for visit: Visit
    ) async throws -> (loaded: LoadedProblem, pins: [PinnedCell]?, part: BuiltPart?) {
        guard let from = order.from else {
            guard !order.isPart else { throw ServerProblem.partOfNothing }
            if let named = order.problem { return (try await problem(named, for: visit), nil, nil) }
            return (try await currentProblem(for: visit), nil, nil)
        }
        let worked = try await draft(from, for: visit)
        let loaded = try await problem(worked.stored.order.problem, for: visit)
        let isAsPinned = Set(worked.loaded.problem.pins) == Set(loaded.problem.pins)
        return (loaded, isAsPinned ? nil : worked.draft.pinned, try BuiltPart(order, of: worked))
    }

    /// Ends a build with its best so far.
    func stop(_ id: BuildID, for visit: Visit) async throws -> BuildView {
        let view = try await build(id, for: visit)
        try await store.check(BuildRota.self, on: view.order.problem, for: visit.caller)
        await desk.stop(view.id)
        return try await build(id, for: visit)
    }

    /// The number of the build that an address names.
    static func build(_ context: WebContext) throws -> BuildID {
        guard let number = Int64(context.parameters.get("build") ?? "") else { throw Refusal.hidden }
        return BuildID(number)
    }

    func today(_ problem: RotaProblem) -> CalendarDate { problem.unit.zone.date(at: surroundings.now()) }

    private func rotaPage(_ loaded: LoadedProblem, _ view: BuildView?, _ visit: Visit, _ request: Request)
        async throws -> Response
    {
        let hasCell = request.uri.queryParameters.get("person") != nil
        let mayBuild = try await store.mayBuild(loaded.id, for: visit.caller)
        let shown = view?.worked(of: loaded)
        let turns = shown?.draft?.draft.turns(of: visit.person.id)
        let page = RotaPageRequest(
            loaded: shown?.loaded ?? loaded, view: shown?.view,
            builds: try await store.builds(of: loaded.id, limit: 20, for: visit.caller),
            running: await desk.allRunning.filter { $0.order.problem == loaded.id }.map { BuildView($0) },
            cell: hasCell ? try cell(request, in: loaded.problem) : nil, today: today(loaded.problem),
            form: mayBuild ? door.formToken(for: visit) : nil,
            editing: mayBuild ? shown?.draft : nil, canUndo: turns?.undo != nil, canRedo: turns?.redo != nil,
            mayPublish: try await store.mayPublish(loaded.id, for: visit.caller))
        return .html(pages.rotaPage(page))
    }

    /// The cell a request names by `person` and `day`.
    ///
    /// - Throws: `ServerProblem` if the unit has no such person or the period no such day.
    func cell(_ request: Request, in problem: RotaProblem) throws(ServerProblem) -> (person: PersonIndex, day: DayIndex)
    {
        let (person, day) = (request.uri.queryParameters.get("person"), request.uri.queryParameters.get("day"))
        guard let index = problem.index(of: PersonID(person ?? "")) else {
            throw .badValue("person", person ?? "", expected: "the id of somebody in \(problem.unit.name)")
        }
        guard let date = CalendarDate(day ?? ""), let found = problem.day(of: date) else {
            throw .badValue("day", day ?? "", expected: "a date from \(problem.start) to \(problem.end)")
        }
        return (index, found)
    }
}
