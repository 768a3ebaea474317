internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import WatchbillStore

extension Installation {
    /// The way to the sign-in provider and back.
    func addProvider(to routes: inout Routes) {
        routes.open(.post, "/sign-in/provider") { request, _ in
            let to = LocalAddress(try await FormBody(request)["to"])
            do {
                return try await self.goToProvider(.signIn(to: to.text), request)
            } catch let error as AccountError {
                return .html(
                    try await self.signInPage(request, to: to, refusal: error.message),
                    status: ServerProblem(error).status)
            }
        }
        routes.open(.get, Door.providerReturn) { request, context in
            let pending = try self.door.signInBegun(request)
            var response: Response
            do {
                response = try await self.come(back: pending, request, context)
            } catch let problem as ServerProblem where problem == .signInNeeded(isProgram: false) {
                // Not with the address that has brought them here: what the provider tells in it stays out of others.
                response = .see("/sign-in?to=" + LocalAddress("/me").inQuery)
            }
            response.headers.append(HTTPField(name: .setCookie, value: try self.door.endOfSignIn(request)))
            return response
        }
        routes.post("/me/provider", asks: [ChangeSignIn.self]) { visit, request, context in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            guard let session = visit.session else { throw ServerProblem.signInNeeded(isProgram: false) }
            return try await self.onOwnPage(visit) {
                if visit.account.passwordHash != nil {
                    try await self.door.check(
                        form["password"] ?? "", of: visit, from: self.door.sender(of: request, context))
                }
                return try await self.goToProvider(.connect(session.id), request)
            }
        }
        routes.post("/me/provider/end", asks: [ChangeSignIn.self]) { visit, request, _ in
            try self.door.check(try await FormBody(request), of: visit)
            return try await self.onOwnPage(visit) {
                try await self.store.disconnect(
                    keeping: visit.session?.id, for: visit.caller, at: self.surroundings.now())
                return .see("/me")
            }
        }
    }

    /// A page that leads on to the provider by itself. A form's answer that led there would be stopped by the content
    /// security policy, which knows of no address but ours; and the provider may lead on to further ones.
    func goToProvider(_ purpose: ProviderSignIn.Purpose, _ request: Request) async throws -> Response {
        let (address, cookie) = try await door.beginAtProvider(purpose, request)
        var response = Response.html(
            pages.onwardPage(to: address.revealedText(), provider: settings.provider?.name ?? ""))
        response.headers.append(HTTPField(name: .setCookie, value: cookie))
        return response
    }

    /// Does what somebody was sent to the provider for, or shows the page they were sent from with why it was not done.
    private func come(
        back pending: ProviderSignIn?, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        do {
            guard let pending else { throw ProviderSignIn.notBegun }
            return try await finish(pending, request)
        } catch let error as AccountError {
            context.logger.notice("A sign-in by the provider failed.", metadata: ["code": "\(error.code)"])
            return try await refuse(pending, request, error)
        }
    }

    private func finish(_ pending: ProviderSignIn, _ request: Request) async throws -> Response {
        switch pending.purpose {
        case .signIn(let to):
            let subject = try await door.subject(pending, request)
            return .see(to, cookies: try await door.signIn(as: subject, request))
        case .invitation(let token):
            let subject = try await door.subject(pending, request)
            return .see("/me", cookies: try await door.accept(token, as: subject, request))
        case .connect(let session):
            let visit = try await door.visit(request)
            guard visit.session?.id == session else { throw ProviderSignIn.notBegun }
            try await store.connect(try await door.subject(pending, request), for: visit.caller)
            return .see("/me")
        }
    }

    /// The page from which somebody was sent to the provider, with why nothing came of it.
    private func refuse(
        _ pending: ProviderSignIn?, _ request: Request, _ error: AccountError
    ) async throws -> Response {
        let status = ServerProblem(error).status
        switch pending?.purpose {
        case .invitation(let token):
            return .html(try await linkPage(token, refusal: error.message), status: status)
        case .connect:
            return .html(try await mePage(try await door.visit(request), refusal: error.message), status: status)
        case .signIn(let to):
            return .html(
                try await signInPage(request, to: LocalAddress(to), refusal: error.message), status: status)
        case nil:
            return .html(
                try await signInPage(request, to: LocalAddress(nil), refusal: error.message), status: status)
        }
    }

    /// What `body` answers, or the visitor's own page with why it was not done.
    func onOwnPage(_ visit: Visit, _ body: () async throws -> Response) async throws -> Response {
        do {
            return try await body()
        } catch let error as AccountError {
            return .html(try await mePage(visit, refusal: error.message), status: ServerProblem(error).status)
        } catch let problem as ServerProblem where problem == .wrongPassword {
            return .html(try await mePage(visit, refusal: problem.detail), status: problem.status)
        }
    }
}
