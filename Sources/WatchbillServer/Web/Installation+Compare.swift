internal import CrewRecords
internal import Hummingbird
import RotaModel
internal import RotaRules
import WatchbillStore

extension Installation {
    /// Two of a unit's drafts and versions side by side.
    func addCompare(to routes: inout Routes) {
        routes.get("/compare", asks: [ReadDrafts.self]) { visit, request, _ in
            let query = request.uri.queryParameters
            let (a, b) = (try Self.rotaName(query, "a"), try Self.rotaName(query, "b"))
            let unit = try await self.comparedUnit(a, b, named: query.get("unit").map { UnitID($0) }, visit)
            var comparison: RotaComparison?
            if let a, let b { comparison = try await self.comparison(from: a, to: b, in: unit, for: visit) }
            return .html(
                self.pages.comparePage(
                    ComparePageRequest(
                        unit: unit, choices: try await self.rotasToCompare(in: unit, for: visit), a: a, b: b,
                        comparison: comparison)))
        }
    }

    /// - Throws: `Refusal` if the unit has no such rota that the visitor may see as a planner does; `ServerProblem` if a
    ///   build has come to none.
    func comparison(
        from a: RotaName, to b: RotaName, in unit: UnitID, for visit: Visit
    ) async throws -> RotaComparison {
        RotaComparison(
            from: try await rota(a, in: unit, for: visit), to: try await rota(b, in: unit, for: visit))
    }

    /// A unit's draft or version with all that it was built from, for whoever may see that.
    ///
    /// - Throws: as `comparison`.
    func rota(_ name: RotaName, in unit: UnitID, for visit: Visit) async throws -> NamedRota {
        // What a version was built from is not for all who may read it.
        try await store.check(ReadDrafts.self, on: unit, for: visit.caller)
        switch name {
        case .build(let id):
            let view = try await build(id, for: visit)
            guard try await store.unit(of: view.order.problem, for: visit.caller) == unit else { throw Refusal.hidden }
            let loaded = try await problem(view.order.problem, for: visit)
            guard let rota = NamedRota(view, of: loaded) else { throw ServerProblem.nothingBuilt }
            return rota
        case .version(let number):
            let published = try await store.version(number, of: unit, for: visit.caller)
            let view = try await build(published.version.build, for: visit)
            return NamedRota(published, of: try load(published.problem), builtIn: view)
        }
    }

    /// The unit that a comparison is about: the one that is named, or else that of a draft, or of the newest problem.
    func comparedUnit(_ a: RotaName?, _ b: RotaName?, named unit: UnitID?, _ visit: Visit) async throws -> UnitID {
        if let unit {
            try await store.check(ReadDrafts.self, on: unit, for: visit.caller)
            return unit
        }
        for case .build(let id) in [a, b].compactMap(\.self) {
            return try await store.unit(of: try await build(id, for: visit).order.problem, for: visit.caller)
        }
        return try await store.unit(of: try await currentProblem(for: visit).id, for: visit.caller)
    }

    /// The newest drafts and builds that have a rota, and the newest versions.
    private func rotasToCompare(in unit: UnitID, for visit: Visit) async throws -> RotasToCompare {
        var drafts: [RotasToCompare.Draft] = []
        for stored in try await store.problems(of: unit, limit: 6, for: visit.caller) {
            let problem = try load(stored).problem
            let builds = try await store.builds(of: stored.id, limit: 20, for: visit.caller)
            drafts += builds.filter { $0.outcome != nil && $0.state != .running }.map {
                RotasToCompare.Draft(build: $0, first: problem.start, last: problem.end)
            }
        }
        return RotasToCompare(
            drafts: drafts, versions: try await store.versions(of: unit, limit: 50, for: visit.caller))
    }

    /// - Throws: `ServerProblem` if what an address names a rota by is no such name; nil: it names none.
    private static func rotaName(_ query: Parameters, _ key: String) throws(ServerProblem) -> RotaName? {
        guard let text = query.get(key), !text.isEmpty else { return nil }
        return try rotaName(text, key)
    }

    static func rotaName(_ text: String, _ key: String) throws(ServerProblem) -> RotaName {
        guard let name = RotaName(text) else {
            throw .badValue(key, text, expected: "a rota such as build:3 or version:2")
        }
        return name
    }
}
