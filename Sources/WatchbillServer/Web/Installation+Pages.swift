internal import Hummingbird
import RotaModel
import RotaRules
import WatchbillStore

extension Installation {
    /// The pages, and what their forms send.
    func addPages(to routes: inout Routes) {
        routes.get("/") { request, _ in
            let loaded = try await self.currentProblem()
            let view = try await self.store.latestDraft(of: loaded.id).map(BuildView.init)
            return try await self.rotaPage(loaded, view, request)
        }
        routes.get("/builds/:build") { request, context in
            let view = try await self.build(context.parameters.get("build"))
            return try await self.rotaPage(try await self.problem(view.order.problem), view, request)
        }
        routes.get("/builds/:build/explanation") { request, context in
            let view = try await self.build(context.parameters.get("build"))
            let loaded = try await self.problem(view.order.problem)
            guard let rota = view.rota else { throw ServerProblem.nothingBuilt }
            let cell = try self.cell(request, in: loaded.problem)
            let explanation = loaded.judge.explain(rota, person: cell.person, day: cell.day)
            return .html(self.pages.explanation(explanation, loaded))
        }
        routes.get("/builds/:build/print") { request, context in
            let view = try await self.build(context.parameters.get("build"))
            let loaded = try await self.problem(view.order.problem)
            let paper = request.uri.queryParameters.get("paper")
            return .html(self.pages.paperPage(loaded, view: view, paper: paper, now: self.surroundings.now()))
        }
        routes.post("/builds") { request, _ in
            let order = try await BuildRequest.read(request)
            let build = try await self.start(order)
            return .see("/builds/\(build.id)")
        }
        routes.post("/builds/:build/stop") { _, context in
            let view = try await self.build(context.parameters.get("build"))
            await self.desk.stop(view.id)
            return .see("/builds/\(view.id)")
        }
        addLists(to: &routes)
        routes.get("/assets/:hash/:name") { request, context in
            try self.assets.answer(
                request, hash: context.parameters.get("hash") ?? "", name: context.parameters.get("name") ?? "")
        }
    }

    private func addLists(to routes: inout Routes) {
        routes.get("/demand") { _, _ in
            let loaded = try await self.currentProblem()
            return .html(self.pages.demandPage(loaded, today: self.today(loaded.problem)))
        }
        routes.get("/people") { _, _ in .html(self.pages.peoplePage(try await self.currentProblem())) }
        routes.get("/requests") { _, _ in
            let loaded = try await self.currentProblem()
            let rota = try await self.store.latestDraft(of: loaded.id)?.outcome?.rota
            return .html(self.pages.requestsPage(loaded, rota: rota))
        }
        routes.get("/rules") { _, _ in .html(self.pages.rulesPage(try await self.currentProblem())) }
        routes.get("/person") { request, _ in
            let loaded = try await self.currentProblem()
            let id = request.uri.queryParameters.get("id") ?? ""
            guard let person = loaded.problem.index(of: PersonID(id)) else {
                throw ServerProblem.notFound("There is no such person.")
            }
            let view = try await self.store.latestDraft(of: loaded.id).map(BuildView.init)
            return .html(self.pages.personPage(person, loaded, view: view, today: self.today(loaded.problem)))
        }
    }

    /// Begins a build of the current problem.
    func start(_ order: BuildRequest) async throws -> LiveBuild {
        try await desk.start(
            try await currentProblem(), timeLimit: order.timeLimit ?? BuildRequest.defaultTimeLimit, seed: order.seed,
            threads: order.threads)
    }

    func today(_ problem: RotaProblem) -> CalendarDate { problem.unit.zone.date(at: surroundings.now()) }

    private func rotaPage(_ loaded: LoadedProblem, _ view: BuildView?, _ request: Request) async throws -> Response {
        let hasCell = request.uri.queryParameters.get("person") != nil
        let page = RotaPageRequest(
            loaded: loaded, view: view, builds: try await store.builds(of: loaded.id, limit: 20),
            running: await desk.allRunning.map { BuildView($0) },
            cell: hasCell ? try cell(request, in: loaded.problem) : nil, today: today(loaded.problem))
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
