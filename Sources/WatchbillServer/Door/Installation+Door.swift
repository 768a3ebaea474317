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
            .html(
                self.pages.signInPage(
                    to: LocalAddress(request.uri.queryParameters.get("to")), refusal: nil,
                    hasDemo: try await self.door.demoPeople(request) != nil))
        }
        routes.open(.post, "/sign-in") { request, context in
            let form = try await FormBody(request)
            let to = LocalAddress(form["to"])
            do {
                let cookies = try await self.door.signIn(
                    form["login"] ?? "", form["password"] ?? "", request, from: context.address)
                return .see(to.text, cookies: cookies)
            } catch let error as AccountError {
                let page = self.pages.signInPage(
                    to: to, refusal: error.message, hasDemo: try await self.door.demoPeople(request) != nil)
                return .html(page, status: ServerProblem(error).status)
            }
        }
        routes.open(.post, "/sign-out") { request, _ in
            .see("/sign-in", cookies: try await self.door.signOut(request))
        }
        routes.open(.get, "/link/:token") { _, context in
            .html(self.pages.linkPage(try await self.door.use(of: try Self.link(context)), refusal: nil))
        }
        routes.open(.post, "/link/:token") { request, context in
            let token = try Self.link(context)
            let form = try await FormBody(request)
            do {
                let cookies = try await self.door.follow(
                    token, name: form["name"] ?? "", login: form["login"] ?? "", password: form["password"] ?? "",
                    request)
                return .see("/me", cookies: cookies)
            } catch let error as AccountError where error.code != .linkUnusable {
                return .html(
                    self.pages.linkPage(try await self.door.use(of: token), refusal: error.message),
                    status: ServerProblem(error).status)
            }
        }
        addDemo(to: &routes)
        addMe(to: &routes)
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
        routes.get("/me") { visit, _, _ in .html(try await self.mePage(visit)) }
        routes.post("/me/sessions/end") { visit, request, _ in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            try await self.store.endSession(
                SessionID(form["session"] ?? ""), for: visit.caller, at: self.surroundings.now())
            return .see("/me")
        }
        routes.post("/me/password") { visit, request, context in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            do {
                let hash = try await self.door.changePassword(
                    of: visit, from: form["old"] ?? "", to: form["new"] ?? "", address: context.address)
                try await self.store.changePassword(
                    to: hash, keeping: visit.session?.id, for: visit.caller, at: self.surroundings.now())
                return .see("/me")
            } catch let error as AccountError {
                return .html(
                    try await self.mePage(visit, refusal: error.message), status: ServerProblem(error).status)
            } catch let problem as ServerProblem where problem == .wrongPassword {
                return .html(try await self.mePage(visit, refusal: problem.detail), status: problem.status)
            }
        }
        routes.post("/me/tokens") { visit, request, _ in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            let rights = Set(TokenRight.allCases.filter { form[$0.rawValue] != nil })
            let now = self.surroundings.now()
            var random = self.surroundings.random
            do {
                let token = try await self.store.issueToken(
                    name: form["name"] ?? "", rights: rights, until: Instant(seconds: now.seconds + 90 * 86_400),
                    for: visit.caller, at: now, using: &random)
                return .html(try await self.mePage(visit, token: token.revealedText()))
            } catch let error as AccountError {
                return .html(
                    try await self.mePage(visit, refusal: error.message), status: ServerProblem(error).status)
            }
        }
        routes.post("/me/tokens/revoke") { visit, request, _ in
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
    private func mePage(_ visit: Visit, refusal: String? = nil, token: String? = nil) async throws -> String {
        pages.mePage(
            MePageRequest(
                visit: visit, sessions: try await store.sessions(for: visit.caller),
                tokens: try await store.tokens(for: visit.caller), roles: try await store.ownRoles(for: visit.caller),
                units: try await store.unitTree(for: visit.caller), now: surroundings.now(),
                form: door.formToken(for: visit) ?? "", refusal: refusal, token: token))
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
