internal import Hummingbird
import RotaModel
import RotaRules
import WatchbillStore

extension Installation {
    /// Everything the pages do, as JSON.
    func addAPI(to routes: inout Routes) {
        routes.get("/api/problem") { _, _ in
            guard let stored = try await self.store.latestProblem() else { throw ServerProblem.noSuchPage }
            return Response(
                status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: stored.document)))
        }
        routes.get("/api/builds") { _, _ in
            let loaded = try await self.currentProblem()
            let builds = try await self.store.builds(of: loaded.id, limit: 100)
            let running = await self.desk.allRunning
            return .json(
                BuildsAnswer(
                    builds: builds.map { build in
                        BuildAnswer(running.first { $0.id == build.id }.map { BuildView($0) } ?? BuildView(build))
                    }))
        }
        routes.post("/api/builds") { request, _ in
            let build = try await self.start(try await BuildRequest.read(request))
            var response = Response.json(BuildAnswer(BuildView(build)), status: .created)
            response.headers[.location] = "/api/builds/\(build.id)"
            return response
        }
        routes.get("/api/builds/:build") { _, context in
            .json(BuildAnswer(try await self.build(context.parameters.get("build"))))
        }
        routes.post("/api/builds/:build/stop") { _, context in
            let view = try await self.build(context.parameters.get("build"))
            await self.desk.stop(view.id)
            return .json(BuildAnswer(try await self.build("\(view.id)")))
        }
        routes.get("/api/builds/:build/rota") { _, context in
            let view = try await self.build(context.parameters.get("build"))
            guard let rota = view.rota else { throw ServerProblem.nothingBuilt }
            return .json(RotaAnswer(rota, view, try await self.problem(view.order.problem)))
        }
        routes.get("/api/builds/:build/explanation") { request, context in
            let view = try await self.build(context.parameters.get("build"))
            let loaded = try await self.problem(view.order.problem)
            guard let rota = view.rota else { throw ServerProblem.nothingBuilt }
            let cell = try self.cell(request, in: loaded.problem)
            return .json(
                ExplanationAnswer(loaded.judge.explain(rota, person: cell.person, day: cell.day), loaded.problem))
        }
        routes.get("/api/builds/:build/events") { request, context in
            let view = try await self.build(context.parameters.get("build"))
            let loaded = try await self.problem(view.order.problem)
            let events = BuildEvents(
                loaded: loaded, language: self.pages.language, today: self.today(loaded.problem))
            guard let live = await self.desk.running(view.id) else { return events.ended(view) }
            return events.stream(live, from: EventCursor(lastEventID: request.headers[.lastEventID]))
        }
    }
}
