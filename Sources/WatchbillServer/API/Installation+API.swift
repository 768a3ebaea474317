internal import Hummingbird
import RotaModel
import RotaRules
import WatchbillStore

extension Installation {
    /// Everything the pages do, as JSON.
    func addAPI(to routes: inout Routes) {
        routes.get("/api/problem") { visit, _, _ in
            guard let stored = try await self.store.latestProblem(for: visit.caller) else { throw ServerProblem.noRota }
            return Response(
                status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: stored.document)))
        }
        routes.get("/api/builds") { visit, _, _ in
            let loaded = try await self.currentProblem(for: visit)
            let builds = try await self.store.builds(of: loaded.id, limit: 100, for: visit.caller)
            let running = await self.desk.allRunning
            return .json(
                BuildsAnswer(
                    builds: builds.map { build in
                        BuildAnswer(running.first { $0.id == build.id }.map { BuildView($0) } ?? BuildView(build))
                    }))
        }
        routes.post("/api/builds") { visit, request, _ in
            let build = try await self.start(try await BuildRequest.read(request), for: visit)
            var response = Response.json(BuildAnswer(BuildView(build)), status: .created)
            response.headers[.location] = "/api/builds/\(build.id)"
            return response
        }
        routes.get("/api/builds/:build") { visit, _, context in
            .json(BuildAnswer(try await self.build(context.parameters.get("build"), for: visit)))
        }
        routes.post("/api/builds/:build/stop") { visit, _, context in
            .json(BuildAnswer(try await self.stop(context.parameters.get("build"), for: visit)))
        }
        routes.get("/api/builds/:build/rota") { visit, _, context in
            let view = try await self.build(context.parameters.get("build"), for: visit)
            guard let rota = view.rota else { throw ServerProblem.nothingBuilt }
            return .json(RotaAnswer(rota, view, try await self.problem(view.order.problem, for: visit)))
        }
        routes.get("/api/builds/:build/explanation") { visit, request, context in
            let view = try await self.build(context.parameters.get("build"), for: visit)
            let loaded = try await self.problem(view.order.problem, for: visit)
            guard let rota = view.rota else { throw ServerProblem.nothingBuilt }
            let cell = try self.cell(request, in: loaded.problem)
            return .json(
                ExplanationAnswer(loaded.judge.explain(rota, person: cell.person, day: cell.day), loaded.problem))
        }
        routes.get("/api/builds/:build/events") { visit, request, context in
            let view = try await self.build(context.parameters.get("build"), for: visit)
            let loaded = try await self.problem(view.order.problem, for: visit)
            let events = BuildEvents(
                loaded: loaded, language: self.pages.language, today: self.today(loaded.problem))
            guard let live = await self.desk.running(view.id) else { return events.ended(view) }
            return events.stream(live, from: EventCursor(lastEventID: request.headers[.lastEventID]))
        }
    }
}
