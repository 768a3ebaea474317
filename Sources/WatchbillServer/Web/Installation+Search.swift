internal import CrewRecords
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

extension Installation {
    private static let hitsOnPage = 20

    func addSearch(to routes: inout Routes) {
        routes.get("/search", asks: [ReadUnit.self], also: [ReadPerson.self, ReadEntry.self]) { visit, request, _ in
            // Forms send a space as a plus sign; as a sign of its own it means nothing in a search.
            let typed = (request.uri.queryParameters.get("q") ?? "").replacing("+", with: " ")
            let after = request.uri.queryParameters.get("after").map { EntryID($0) }
            let tree = try await self.store.unitTree(for: visit.caller)
            var answer = SearchPageRequest(typed: typed, zone: self.zone(of: visit, in: tree))
            if typed.isEmpty { return .html(self.pages.searchPage(answer)) }
            do {
                answer.page = try await self.store.search(
                    try SearchQuery(typed), after: after, limit: Self.hitsOnPage, for: visit.caller,
                    at: self.surroundings.now())
                return .html(self.pages.searchPage(answer))
            } catch let error as RecordError {
                answer.refusal = error.message
                return .html(self.pages.searchPage(answer), status: ServerProblem(error).status)
            }
        }
    }
}
