internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaFormats
internal import RotaModel
internal import RotaRules
internal import WatchbillStore

extension Installation {
    /// Builds, and what comes of them.
    var buildOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/builds", id: "listBuilds", group: "Rotas",
                summary: "List the builds of the newest problem whose drafts you may see",
                asks: Asked(always: [ReadDrafts.self]), parameters: [.limit, .after],
                answer: .json(ListAnswer<BuildAnswer>.self, "A page of builds, the newest first.")
            ) { call in try await self.listBuilds(call) },
            APIOperation(
                method: .post, path: "/builds", id: "startBuild", group: "Rotas",
                summary: "Begin to build a rota for the newest problem whose drafts you may see",
                asks: Asked(always: [ReadDrafts.self, BuildRota.self]),
                body: APIBody(schema: BuildRequest.schema, isRequired: false, example: ["timeLimit": 1]),
                answer: .json(BuildAnswer.self, "The build, under way.", status: .created, hasLocation: true),
                takesKey: true
            ) { call in try await self.startBuild(call) },
            APIOperation(
                method: .get, path: "/builds/{build}", id: "readBuild", group: "Rotas", summary: "Tell of a build",
                asks: Asked(always: [ReadDrafts.self]), parameters: [.build],
                answer: .json(BuildAnswer.self, "The build as it is now.")
            ) { call in
                let view = try await self.build(call)
                let loaded = try await self.problem(view.order.problem, for: try call.visit)
                return .json(BuildAnswer(view.worked(of: loaded).view))
            },
            APIOperation(
                method: .post, path: "/builds/{build}/stop", id: "stopBuild", group: "Rotas",
                summary: "Stop a build with the best so far; one that has ended stays as it is",
                asks: Asked(always: [ReadDrafts.self, BuildRota.self]), parameters: [.build],
                answer: .json(BuildAnswer.self, "The build as it has ended.")
            ) { call in .json(BuildAnswer(try await self.stop(call.serial(.build), for: try call.visit))) },
            APIOperation(
                method: .get, path: "/builds/{build}/rota", id: "readRota", group: "Rotas",
                summary: "Tell a build's best rota, and all that it misses", asks: Asked(always: [ReadDrafts.self]),
                parameters: [.build], answer: .json(RotaAnswer.self, "The rota.")
            ) { call in
                let (view, loaded, rota) = try await self.built(call)
                return .json(RotaAnswer(rota, view, loaded))
            },
            explainCell, followBuild,
        ]
    }

    private func build(_ call: APICall) async throws -> BuildView {
        try await build(call.serial(.build), for: try call.visit)
    }

    /// A build that has a rota.
    private func built(_ call: APICall) async throws -> (view: BuildView, loaded: LoadedProblem, rota: Rota) {
        let build = try await build(call)
        guard let rota = build.rota else { throw ServerProblem.nothingBuilt }
        let (view, loaded, _) = build.worked(of: try await problem(build.order.problem, for: try call.visit))
        return (view, loaded, rota)
    }

    private func listBuilds(_ call: APICall) async throws -> APIResult {
        let visit = try call.visit
        let loaded = try await currentProblem(for: visit)
        let last = try number(after: call, in: "builds").map { BuildID($0) }
        let stored = try await store.builds(of: loaded.id, after: last, limit: call.limit + 1, for: visit.caller)
        let page = Page(stored, of: "builds", limit: call.limit) { $0.id }
        let running = await desk.allRunning
        let items = page.entries.map { build in
            BuildAnswer(
                running.first { $0.id == build.id }.map { BuildView($0) } ?? BuildView(build).worked(of: loaded).view)
        }
        return .json(ListAnswer(items: items, next: call.address(after: page.next)))
    }

    private func startBuild(_ call: APICall) async throws -> APIResult {
        let visit = try call.visit
        try await store.check(BuildRota.self, on: try await currentProblem(for: visit).id, for: visit.caller)
        let body = try await call.body()
        let (loaded, pins, part) = try await toBuild(BuildRequest(body), for: visit)
        try await store.check(BuildRota.self, on: loaded.id, for: visit.caller)
        let answer: @Sendable (BuildView) -> APIResult = { .created(BuildAnswer($0), at: "/builds/\($0.id)") }
        let build = try await desk.start(
            loaded, BuildRequest(body), leaving: pins, part: part, for: visit.caller,
            in: { order, began in
                try call.store(self.store, for: body) { (id: BuildID) in
                    answer(BuildView(LiveBuild(id: id, order: order, startedAt: began, isPart: part != nil)))
                }
            })
        return answer(BuildView(build))
    }

    private var explainCell: APIOperation {
        APIOperation(
            method: .get, path: "/builds/{build}/explanation", id: "explainCell", group: "Rotas",
            summary: "Explain one cell of a build's rota", asks: Asked(always: [ReadDrafts.self]),
            parameters: [
                .build, .query("person", .id, "whose cell", isRequired: true, example: "lindqvist"),
                .query("day", .date, "its day", isRequired: true, example: "2027-03-01"),
            ],
            answer: .json(ExplanationAnswer.self, "What the cell serves and misses, and what else could stand there.")
        ) { call in
            let (_, loaded, rota) = try await self.built(call)
            let cell = try self.cell(call.request, in: loaded.problem)
            return .json(
                ExplanationAnswer(loaded.judge.explain(rota, person: cell.person, day: cell.day), loaded.problem))
        }
    }

    private var followBuild: APIOperation {
        APIOperation(
            method: .get, path: "/builds/{build}/events", id: "followBuild", group: "Rotas",
            summary: "Follow a build live, as server-sent events: progress, rota, end",
            asks: Asked(always: [ReadDrafts.self]), parameters: [.build, .lastEventID],
            answer: APIAnswer(
                status: .ok, words: "Events until the build ends, or may no longer be seen by whoever asks.",
                type: APIAnswer.events, schema: BuildEvents.schema)
        ) { call in
            let view = try await self.build(call)
            let loaded = view.worked(of: try await self.problem(view.order.problem, for: try call.visit)).loaded
            let events = BuildEvents(
                loaded: loaded, language: self.pages.language, today: self.today(loaded.problem))
            guard let live = await self.desk.running(view.id) else { return events.ended(view) }
            return events.stream(live, from: EventCursor(lastEventID: call.request.headers[.lastEventID])) {
                // Session, token and role may have ended since.
                let visit = try await self.door.visit(call.request)
                try await self.store.check(ReadDrafts.self, on: live.order.problem, for: visit.caller)
            }
        }
    }
}
