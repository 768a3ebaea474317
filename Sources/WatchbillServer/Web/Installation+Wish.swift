internal import CrewRecords
internal import Hummingbird
import RotaModel
internal import RotaRules
internal import RotaSolver
import WatchbillStore

/// A wish that is not granted: what would have to give.
extension Installation {
    func addWish(to routes: inout Routes) {
        routes.get("/wish", asks: [ReadDrafts.self, BuildRota.self]) { visit, request, _ in
            let query = request.uri.queryParameters
            let rota = try await self.rotaToRepair(query.get("rota") ?? "", in: query.get("unit"), for: visit)
            let cell = try self.cell(request, in: rota.loaded.problem)
            let wishes = rota.loaded.judge.refusedWishes(in: rota.rota, of: cell.person).filter { $0.day == cell.day }
            let costs = try await self.repairDesk.costs(of: wishes, in: rota.rota, of: rota.loaded)
            return .html(
                self.pages.wishPage(
                    WishPageRequest(
                        rota: rota, person: cell.person, day: cell.day, costs: costs,
                        form: self.door.formToken(for: visit))))
        }
    }
}
