internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// What is kept about the visitor, for the visitor.
    func addOwnFile(to routes: inout Routes) {
        routes.get("/me/file", asks: [ReadUnit.self], either: [ReadEntry.self, ReadSealedEntry.self]) { visit, _, _ in
            let tree = try await self.store.unitTree(for: visit.caller)
            let file = try await self.store.file(of: visit.person.id, for: visit.caller, at: self.surroundings.now())
            return .html(
                self.pages.filePage(
                    FilePageRequest(file: file, isOwn: true, zone: self.zone(of: visit, in: tree), form: nil)))
        }
        routes.get("/me/file.json", asks: [DownloadFile.self]) { visit, _, _ in
            let file = try await self.store.ownFile(for: visit.caller, at: self.surroundings.now())
            var response = Response.json(OwnFileAnswer(file, at: self.surroundings.now()))
            response.headers[.contentDisposition] = "attachment; filename=\"file.json\""
            return response
        }
        routes.get("/me/file/page", asks: [ReadUnit.self, DownloadFile.self]) { visit, _, _ in
            let now = self.surroundings.now()
            let tree = try await self.store.unitTree(for: visit.caller)
            let file = try await self.store.ownFile(for: visit.caller, at: now)
            return .html(self.pages.ownFilePage(file, zone: self.zone(of: visit, in: tree), now: now))
        }
    }
}
