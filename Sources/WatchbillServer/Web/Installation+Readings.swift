internal import CrewRecords
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Who looked: readings of one's own sealed entries, and notices of broken glass.
    func addReadings(to routes: inout Routes) {
        routes.get("/me/readings", asks: [ReadReadings.self, ReadUnit.self]) { visit, request, _ in
            let skipped = request.uri.queryParameters.get("skip").flatMap { Int($0) } ?? 0
            let tree = try await self.store.unitTree(for: visit.caller)
            let most = ReadingsPageRequest.most
            let readings = try await self.store.readings(
                skipping: min(max(0, skipped), 1_000_000), limit: most + 1, for: visit.caller)
            return .html(
                self.pages.readingsPage(
                    ReadingsPageRequest(
                        visit: visit, readings: Array(readings.prefix(most)),
                        next: readings.count > most ? skipped + most : nil,
                        glass: try await self.store.brokenGlass(for: visit.caller),
                        notices: try await self.store.notices(for: visit.caller), now: self.surroundings.now(),
                        zone: self.zone(of: visit, in: tree), form: self.door.formToken(for: visit))))
        }
        routes.post("/me/readings/seen", asks: [ReadReadings.self]) { visit, request, _ in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            try await self.store.noteSeen(
                GlassID(form["glass"] ?? ""), for: visit.caller, at: self.surroundings.now())
            return .see("/me/readings")
        }
    }
}
