internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

/// Coming in by a sign-in provider.
extension Door {
    /// Where the browser comes back to, from the provider.
    static let providerReturn = "/sign-in/provider/back"

    /// Begins a sign-in.
    ///
    /// - Returns: where the browser goes on to, and the cookie it is to keep meanwhile.
    /// - Throws: `AccountError`: the provider cannot be reached or used; `ServerProblem`: there is none.
    func beginAtProvider(
        _ purpose: ProviderSignIn.Purpose, _ request: Request
    ) async throws -> (address: Secret, cookie: String) {
        let provider = try checkedProvider()
        let (transport, redirect) = (try transport(of: request), try providerReturn(of: request))
        var random = surroundings.random
        let pending = ProviderSignIn.begin(purpose, at: surroundings.now(), using: &random)
        let address = try await provider.address(for: pending, backTo: redirect)
        let cookie = CrewRecords.Cookie(
            .provider, pending.sealed(keys: keys, using: &random), lifetime: ProviderSignIn.lifetime)
        return (address, cookie.header(over: transport))
    }

    /// The sign-in that was begun in the request's browser, if there is one.
    func signInBegun(_ request: Request) throws -> ProviderSignIn? {
        _ = try checkedProvider()
        let transport = try transport(of: request)
        return try cookies(of: request)[.provider, over: transport].flatMap { ProviderSignIn(sealed: $0, keys: keys) }
    }

    /// What takes away what the browser has kept: a sign-in is over when it has come back, however it went.
    func endOfSignIn(_ request: Request) throws -> String {
        CrewRecords.Cookie.removing(.provider).header(over: try transport(of: request))
    }

    /// Who it is that comes back.
    func subject(_ pending: ProviderSignIn, _ request: Request) async throws -> OpenIDSubject {
        let query = request.uri.queryParameters
        func field(_ name: String) -> String? { query.get(name) }
        return try await checkedProvider().subject(
            of: ProviderSignIn.Answer(
                state: field("state"), code: field("code"), issuer: field("iss"), error: field("error")),
            to: pending, backTo: try providerReturn(of: request))
    }

    /// Signs in whoever has connected their account with that subject.
    ///
    /// - Throws: `AccountError` with one and the same refusal where nobody has and where the account is disabled.
    func signIn(as subject: OpenIDSubject, _ request: Request) async throws -> [String] {
        let account = try SignIn.byProvider(try await entrance.account(of: subject), subject)
        return try await begin(account, by: .provider, request, knowing: nil)
    }

    /// Makes the account that an invitation is for, without a password, and signs in.
    func accept(
        _ invitation: Token<OneTimeLink>, as subject: OpenIDSubject, _ request: Request
    ) async throws -> [String] {
        let account = try await entrance.acceptInvitation(invitation, as: subject, at: surroundings.now())
        return try await begin(account, by: .provider, request, knowing: nil)
    }

    private func checkedProvider() throws(ServerProblem) -> ProviderDesk {
        guard let provider else { throw .noSuchPage }
        return provider
    }

    /// Under the name by which the browser has come: it is there that it keeps its cookie.
    private func providerReturn(of request: Request) throws -> WebAddress {
        guard let address = WebAddress(ownAddress(of: request) + Self.providerReturn) else {
            throw ServerProblem.unknownHost
        }
        return address
    }
}
