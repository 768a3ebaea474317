internal import CrewRecords
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// The pages by which people come in, and the one about themselves.
    func addDoor(to routes: inout Routes) {
        routes.open(.get, "/sign-in") { request, _ in
            .html(try await self.signInPage(request, to: LocalAddress(request.uri.queryParameters.get("to"))))
        }
        routes.open(.post, "/sign-in") { request, context in
            let form = try await FormBody(request)
            let to = LocalAddress(form["to"])
            do {
                let cookies = try await self.door.signIn(
                    form["login"] ?? "", form["password"] ?? "", request,
                    from: self.door.sender(of: request, context))
                return .see(to.text, cookies: cookies)
            } catch let error as AccountError {
                return .html(
                    try await self.signInPage(request, to: to, refusal: error.message),
                    status: ServerProblem(error).status)
            }
        }
        routes.open(.post, "/sign-out") { request, _ in
            .see("/sign-in", cookies: try await self.door.signOut(request))
        }
        routes.open(.get, "/link/:token") { _, context in
            .html(try await self.linkPage(try Self.link(context)))
        }
        routes.open(.post, "/link/:token") { request, context in
            let token = try Self.link(context)
            let form = try await FormBody(request)
            do {
                if form["way"] == "provider" { return try await self.goToProvider(.invitation(token), request) }
                let cookies = try await self.door.follow(
                    token, name: form["name"] ?? "", login: form["login"] ?? "", password: form["password"] ?? "",
                    request)
                return .see("/me", cookies: cookies)
            } catch let error as AccountError where error.code != .linkUnusable {
                return .html(
                    try await self.linkPage(token, refusal: error.message), status: ServerProblem(error).status)
            }
        }
        addProvider(to: &routes)
        addPairing(to: &routes)
        addDemo(to: &routes)
        addMe(to: &routes)
    }

    /// - Parameter refusal: why the last try was refused.
    func signInPage(_ request: Request, to address: LocalAddress, refusal: String? = nil) async throws -> String {
        pages.signInPage(
            to: address, refusal: refusal, hasDemo: try await door.demoPeople(request) != nil,
            provider: settings.provider?.name)
    }

    /// - Throws: `AccountError`, `linkUnusable`.
    func linkPage(_ token: Token<OneTimeLink>, refusal: String? = nil) async throws -> String {
        pages.linkPage(try await door.use(of: token), refusal: refusal, provider: settings.provider?.name)
    }

    private static func link(_ context: WebContext) throws -> Token<OneTimeLink> {
        guard let token = Token<OneTimeLink>(context.parameters.get("token") ?? "") else { throw OneTimeLink.unusable }
        return token
    }

    private func addDemo(to routes: inout Routes) {
        routes.open(.get, "/demo") { request, _ in
            guard let people = try await self.door.demoPeople(request) else { throw ServerProblem.noSuchPage }
            return .html(self.pages.demoPage(people))
        }
        routes.open(.post, "/demo") { request, _ in
            let form = try await FormBody(request)
            let cookies = try await self.door.enterDemo(as: PersonID(form["person"] ?? ""), request)
            return .see("/", cookies: cookies)
        }
    }

    private func addMe(to routes: inout Routes) {
        routes.get("/me", asks: [ManageSessions.self, ReadPerson.self, ReadUnit.self]) { visit, _, _ in
            .html(try await self.mePage(visit))
        }
        routes.post("/me/sessions/end", asks: [ManageSessions.self]) { visit, request, _ in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            try await self.store.endSession(
                SessionID(form["session"] ?? ""), for: visit.caller, at: self.surroundings.now())
            return .see("/me")
        }
        routes.post("/me/password", asks: [ChangeSignIn.self]) { visit, request, context in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            return try await self.onOwnPage(visit) {
                let hash = try await self.door.changePassword(
                    of: visit, from: form["old"] ?? "", to: form["new"] ?? "",
                    address: self.door.sender(of: request, context))
                try await self.store.changePassword(
                    to: hash, keeping: visit.session?.id, for: visit.caller, at: self.surroundings.now())
                return .see("/me")
            }
        }
        routes.post("/me/tokens", asks: [IssueToken.self]) { visit, request, _ in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            let rights = Set(TokenRight.allCases.filter { form[$0.rawValue] != nil })
            let now = self.surroundings.now()
            return try await self.onOwnPage(visit) {
                var random = self.surroundings.random
                let token = try await self.store.issueToken(
                    name: form["name"] ?? "", rights: rights, until: Instant(seconds: now.seconds + 90 * 86_400),
                    for: visit.caller, at: now, using: &random)
                return .html(try await self.mePage(visit, token: token.revealedText()))
            }
        }
        routes.post("/me/tokens/revoke", asks: [ManageSessions.self]) { visit, request, _ in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            try await self.store.revokeToken(
                APITokenID(form["token"] ?? ""), for: visit.caller, at: self.surroundings.now())
            return .see("/me")
        }
    }

    /// - Parameters:
    ///   - refusal: why what was just tried was not done.
    ///   - token: one just issued, which is shown this once.
    ///   - code: one just made for another device, which is shown this once.
    func mePage(
        _ visit: Visit, refusal: String? = nil, token: String? = nil, code: MePageRequest.Code? = nil
    ) async throws -> String {
        pages.mePage(
            MePageRequest(
                visit: visit, sessions: try await store.sessions(for: visit.caller),
                tokens: try await store.tokens(for: visit.caller), roles: try await store.ownRoles(for: visit.caller),
                unseen: try await store.unseenNotices(for: visit.caller),
                units: try await store.unitTree(for: visit.caller), now: surroundings.now(),
                form: door.formToken(for: visit) ?? "", provider: settings.provider, refusal: refusal, token: token,
                code: code))
    }
}

/// Where to go on after signing in: a place of ours. Whatever somebody else has put into a link to the sign-in page leads
/// to the first page.
struct LocalAddress: Hashable, Sendable {
    let text: String

    init(_ typed: String?) {
        let typed = typed ?? ""
        let isLocal =
            typed.hasPrefix("/") && !typed.hasPrefix("//") && typed.utf8.count <= 1000
            && typed.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
        text = isLocal ? typed : "/"
    }

    /// As the value of a query.
    var inQuery: String { Self.inQuery(text) }

    static func inQuery(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
