internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// What is kept about the visitor, for the visitor.
    func addOwnFile(to routes: inout Routes) {
        routes.get("/me/file", asks: [ReadUnit.self], either: [ReadEntry.self, ReadSealedEntry.self]) { visit, _, _ in
            .html(try await self.ownFilePage(visit))
        }
        routes.post("/me/contact", asks: [CorrectContact.self]) { visit, request, _ in
            try await self.store.checkOwn(CorrectContact.self, for: visit.caller)
            let upload = try await self.upload(request, of: visit)
            let (form, superseded) = (upload.form, Self.superseded(in: upload.form))
            do {
                var random = self.surroundings.random
                _ = try await self.store.correctContact(
                    Confidential(try Self.content(of: form)), attaching: upload.files,
                    try Self.recordClass(in: form) ?? RecordCategory.contact.defaultClass, superseding: superseded,
                    for: visit.caller, at: self.surroundings.now(), using: &random)
                return .see("/me/file")
            } catch let error as RecordError {
                let page =
                    if let superseded {
                        try await self.entryPage(
                            superseded, of: visit.person.id, visit, refusal: error.message, typed: form)
                    } else {
                        try await self.ownFilePage(visit, refusal: error.message, typed: form)
                    }
                return .html(page, status: ServerProblem(error).status)
            }
        }
        routes.get("/me/file.json", asks: [DownloadFile.self, ReadSchedule.self]) { visit, _, _ in
            let file = try await self.store.ownFile(for: visit.caller, at: self.surroundings.now())
            var response = Response.json(
                OwnFileAnswer(file, try await self.ownShifts(visit).shifts, at: self.surroundings.now()))
            response.headers[.contentDisposition] = "attachment; filename=\"file.json\""
            return response
        }
        routes.get("/me/file/page", asks: [ReadUnit.self, DownloadFile.self, ReadSchedule.self]) { visit, _, _ in
            let now = self.surroundings.now()
            let tree = try await self.store.unitTree(for: visit.caller)
            let file = try await self.store.ownFile(for: visit.caller, at: now)
            return .html(
                self.pages.ownFilePage(
                    file, try await self.ownShifts(visit).shifts, zone: self.zone(of: visit, in: tree), now: now))
        }
    }

    private func ownFilePage(_ visit: Visit, refusal: String? = nil, typed: FormBody? = nil) async throws -> String {
        let tree = try await store.unitTree(for: visit.caller)
        let file = try await store.file(of: visit.person.id, for: visit.caller, at: surroundings.now())
        return pages.filePage(
            FilePageRequest(
                file: file, isOwn: true, zone: zone(of: visit, in: tree), form: door.formToken(for: visit),
                refusal: refusal, typed: typed))
    }
}
