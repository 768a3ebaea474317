internal import CrewRecords
internal import Hummingbird
internal import WatchbillStore

extension Installation {
    /// Signing one more device in, by a code that is made on one that is.
    func addPairing(to routes: inout Routes) {
        routes.open(.get, "/pair") { _, _ in .html(self.pages.pairPage(refusal: nil)) }
        routes.open(.post, "/pair") { request, context in
            let form = try await FormBody(request)
            do {
                let cookies = try await self.door.pair(
                    form["code"] ?? "", request, from: self.door.sender(of: request, context))
                return .see("/", cookies: cookies)
            } catch let error as AccountError {
                return .html(self.pages.pairPage(refusal: error.message), status: ServerProblem(error).status)
            }
        }
        routes.post("/me/pairing", asks: [ChangeSignIn.self]) { visit, request, _ in
            try self.door.check(try await FormBody(request), of: visit)
            let (code, token) = self.door.pairingCode()
            var random = self.surroundings.random
            try await self.store.allowPairing(
                by: token, for: visit.caller, at: self.surroundings.now(), using: &random)
            let shown = MePageRequest.Code(
                address: self.door.ownAddress(of: request) + "/pair", text: code.revealedText())
            return .html(try await self.mePage(visit, code: shown))
        }
    }
}
