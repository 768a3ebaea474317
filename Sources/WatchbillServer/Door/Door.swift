internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaModel
internal import Synchronization
internal import WatchbillStore

/// Where requests are let in: finds out who sends one, and signs people in and out.
final class Door: Sendable {
    let entrance: Entrance
    /// Nil where people sign in here alone.
    let provider: ProviderDesk?
    let hasher: PasswordHasher
    private let tries = Mutex(SignInGuard())
    let codes = Mutex(PairingGuard())
    let keys: SigningKeys
    let surroundings: Surroundings
    private let proxies: TrustedProxies
    private let isBehindTLS: Bool
    private let isDemo: Bool

    /// - Parameter isDemo: whether visitors of this machine may sign in as anybody.
    /// - Throws: `StoreError` if the database cannot be used.
    init(
        _ settings: ServerSettings, isDemo: Bool, entrance: Entrance, provider: ProviderDesk?,
        surroundings: Surroundings
    ) async throws {
        self.entrance = entrance
        self.provider = provider
        self.surroundings = surroundings
        proxies = settings.trustedProxies
        isBehindTLS = settings.isBehindTLS
        self.isDemo = isDemo
        // A hash takes a core: sign-ins wait for each other before they keep everything else waiting.
        hasher = PasswordHasher(atOnce: max(1, settings.cores / 2), mostWaiting: 200)
        var random = surroundings.random
        guard let keys = SigningKeys(secret: try await entrance.signingSecret(using: &random)) else {
            throw StoreError(.damaged, "The database's secret for signing is not 32 bytes long.")
        }
        self.keys = keys
    }

    // MARK: Who is there

    /// Whoever sends the request, with what they may do at this moment.
    ///
    /// - Throws: `ServerProblem`: nobody is signed in, or the token is none.
    func visit(_ request: Request) async throws -> Visit {
        let now = surroundings.now()
        if let authorization = request.headers[.authorization] {
            guard let token = Self.bearer(authorization), let visit = try await entrance.admit(token, at: now) else {
                throw ServerProblem.tokenRefused
            }
            return visit
        }
        guard let token = try session(of: request),
            let visit = try await entrance.admit(token, for: .usual, at: now)
        else { throw ServerProblem.signInNeeded(isProgram: request.isOfProgram) }
        return visit
    }

    /// RFC 6750, 2.1.
    private static func bearer(_ header: String) -> Token<APIToken>? {
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return Token(String(parts[1]))
    }

    private func session(of request: Request) throws -> Token<Session>? {
        guard let transport = try? transport(of: request) else { return nil }
        return try cookies(of: request)[.session, over: transport].flatMap { Token($0.revealedText()) }
    }

    func cookies(of request: Request) throws(AccountError) -> CookieHeader {
        // HTTP/2 may send them in several fields.
        try CookieHeader(request.headers[values: .cookie].joined(separator: "; "))
    }

    /// How the browser reaches the server.
    ///
    /// - Throws: `ServerProblem` where it is plain HTTP to another machine: a password would be open to everybody between.
    func transport(of request: Request) throws(ServerProblem) -> CrewRecords.Cookie.Transport {
        if isBehindTLS { return .tls }
        guard Authority(request).isLoopback else { throw .insecure }
        return .loopback
    }

    /// The address of this server as the browser has it, without a path.
    func ownAddress(of request: Request) -> String {
        "\(isBehindTLS ? "https" : "http")://\(request.head.authority ?? "localhost")"
    }

    /// Where the request comes from, for the limits on guessing.
    func sender(of request: Request, _ context: WebContext) -> ClientAddress {
        proxies.sender(
            peer: context.peer, forwardedFor: request.headers[values: .xForwardedFor],
            forwarded: request.headers[values: .forwarded])
    }

    func knownDevices(of request: Request) throws -> KnownDevices {
        KnownDevices(try cookies(of: request)[.device, over: try transport(of: request)]?.revealedText())
    }

    // MARK: In and out

    /// Signs somebody in by name and password.
    ///
    /// - Returns: what the browser is to keep.
    /// - Throws: `AccountError` with one and the same refusal for an unknown name, a wrong password and a disabled account.
    func signIn(_ login: String, _ password: String, _ request: Request, from address: ClientAddress) async throws
        -> [String]
    {
        let devices = try knownDevices(of: request)
        let now = surroundings.now()
        let password = try Password(password)
        guard let login = try? LoginName(login) else {
            // No account has such a name, which must not show in how long it takes to say so.
            _ = try await hasher.verify(password, against: nil)
            throw SignIn.refused
        }
        var random = surroundings.random
        let attempt = SignInGuard.Try(
            login: login, address: address, device: devices.device(for: login, keys: keys, at: now))
        try tries.withLock { tries throws(AccountError) in try tries.admit(attempt, at: now) }
        let found = try await entrance.account(of: login)
        let verdict = try await hasher.verify(password, against: found?.passwordHash)
        let account = try SignIn.byPassword(found, verdict)
        tries.withLock { $0.succeeded(attempt, at: now) }
        let rehashed =
            verdict == .right(isOutdated: true)
            ? try await hasher.hash(password, salt: PasswordSalt(using: &random)) : nil
        return try await begin(account, by: .password, request, knowing: devices, rehashed: rehashed)
    }

    /// A new session, and the device known from now on.
    ///
    /// - Parameter devices: nil leaves alone what the browser keeps: it does not send it along on the way back from a
    ///   provider.
    func begin(
        _ account: Account, by way: Session.Way, _ request: Request, knowing devices: KnownDevices?,
        rehashed: PasswordHash? = nil
    ) async throws -> [String] {
        let transport = try transport(of: request)
        let now = surroundings.now()
        var random = surroundings.random
        let (session, token) = try Session.start(
            for: account, way: way, userAgent: UserAgent(request.headers[.userAgent]), at: now, using: &random)
        try await entrance.begin(session, of: account, rehashed: rehashed)
        var cookies = [
            CrewRecords.Cookie(.session, Secret(text: token.revealedText()), lifetime: Session.Lifetime.usual.absolute)
        ]
        if let known = devices?.adding(account.login, keys: keys, at: now, using: &random) {
            cookies.append(
                CrewRecords.Cookie(.device, Secret(text: known.text), lifetime: KnownDevices.lifetime))
        }
        return cookies.map { $0.header(over: transport) }
    }

    /// Does what a one-time link is for, and signs in whoever followed it.
    ///
    /// - Parameters:
    ///   - name: of the first administrator; of no matter to other links.
    ///   - login: the same.
    /// - Throws: `AccountError`: the link cannot be used, or the password is not good enough.
    func follow(_ token: Token<OneTimeLink>, name: String, login: String, password: String, _ request: Request)
        async throws -> [String]
    {
        let devices = try knownDevices(of: request)
        let now = surroundings.now()
        let use = try await entrance.use(of: token, at: now)
        let password = try Password(password)
        var random = surroundings.random
        let isFirst = use.purpose == .firstAdministrator
        guard let login = isFirst ? try LoginName(login) : use.login else { throw OneTimeLink.unusable }
        try password.checkAsNew(name: isFirst ? name : use.person?.name ?? "", login: login)
        let hash = try await hasher.hash(password, salt: PasswordSalt(using: &random))
        let account: Account =
            switch use.purpose {
            case .firstAdministrator:
                try await entrance.makeFirstAdministrator(token, name: name, login: login, password: hash, at: now)
            case .invitation: try await entrance.acceptInvitation(token, password: hash, at: now)
            case .passwordReset: try await entrance.resetPassword(token, to: hash, at: now)
            case .pairing: throw OneTimeLink.unusable
            }
        return try await begin(account, by: .link, request, knowing: devices)
    }

    /// What a link is for, and for whom.
    func use(of token: Token<OneTimeLink>) async throws -> LinkUse {
        try await entrance.use(of: token, at: surroundings.now())
    }

    /// Signs a visitor in as one of the demo's people; the machine itself only.
    func enterDemo(as person: PersonID, _ request: Request) async throws -> [String] {
        guard isOpenToVisitors(request) else { throw ServerProblem.noSuchPage }
        var random = surroundings.random
        let token = try await entrance.enterDemo(
            as: person, userAgent: UserAgent(request.headers[.userAgent]), at: surroundings.now(), using: &random)
        return [
            CrewRecords.Cookie(.session, Secret(text: token.revealedText()), lifetime: Session.Lifetime.usual.absolute)
                .header(over: .loopback)
        ]
    }

    /// The people whom a visitor may try; nil where this is no demo, or the visitor comes from elsewhere.
    func demoPeople(_ request: Request) async throws -> [(person: PersonEntry, roles: [RoleGrant])]? {
        guard isOpenToVisitors(request) else { return nil }
        return try await entrance.demoPeople()
    }

    private func isOpenToVisitors(_ request: Request) -> Bool {
        isDemo && !isBehindTLS && Authority(request).isLoopback
    }

    /// Ends the request's session, if there is one.
    func signOut(_ request: Request) async throws -> [String] {
        if let token = try session(of: request) { try await entrance.end(token, at: surroundings.now()) }
        return [CrewRecords.Cookie.removing(.session).header(over: isBehindTLS ? .tls : .loopback)]
    }

    /// With a new password for the visitor's own account, if the old one is right.
    func changePassword(of visit: Visit, from old: String, to new: String, address: ClientAddress) async throws
        -> PasswordHash
    {
        try await check(old, of: visit, from: address)
        let password = try Password(new)
        try password.checkAsNew(name: visit.person.name, login: visit.account.login)
        var random = surroundings.random
        return try await hasher.hash(password, salt: PasswordSalt(using: &random))
    }

    /// That the visitor knows their password, before what would let somebody else in for good.
    ///
    /// - Throws: `ServerProblem.wrongPassword`, or `AccountError` after too many tries.
    func check(_ typed: String, of visit: Visit, from address: ClientAddress) async throws {
        // Whoever finds a browser left open must not guess here what the sign-in page would not let them guess.
        let now = surroundings.now()
        let attempt = SignInGuard.Try(login: visit.account.login, address: address, device: nil)
        try tries.withLock { tries throws(AccountError) in try tries.admit(attempt, at: now) }
        guard try await hasher.verify(try Password(typed), against: visit.account.passwordHash) != .wrong else {
            throw ServerProblem.wrongPassword
        }
        tries.withLock { $0.succeeded(attempt, at: now) }
    }

    // MARK: Forms

    /// What a form of a page for that session carries along; nil for a program's token, which fills in no forms.
    func formToken(for visit: Visit) -> String? {
        var random = surroundings.random
        return visit.session.map { FormToken.make(for: $0.id, keys: keys, using: &random).revealedText() }
    }

    /// - Throws: `AccountError`: the form was not made for the visitor's session.
    func check(_ form: FormBody, of visit: Visit) throws {
        guard let session = visit.session else { throw ServerProblem.signInNeeded(isProgram: false) }
        try FormToken.check(form["form"] ?? "", for: session.id, keys: keys)
    }
}
