import CrewRecords
import Foundation
import Hummingbird
import RouterTestKit
import Logging
import RotaModel
import Synchronization
import Testing
import WatchbillServer
import WatchbillStore
import WatchbillTestKit

/// A house with a sign-in provider: Ada, who is administrator and has a password, and Ben and Eve, whom she has invited.
/// Reached without sockets; the provider by real ones.
final class ProviderHouse: Sendable {
    static let password = "night boat to Cairo"
    static let start = ServerFixture.now

    let provider: TestProvider
    /// By person.
    let invitations: [String: String]
    private let scratch: ScratchStore
    private let clock = Mutex(start)
    private let fetch: ProviderFetch
    private let settings: ProviderSettings

    /// - Parameters:
    ///   - patience: with the provider.
    ///   - secret: that the server proves itself to the provider with.
    init(_ kind: StoreKind = .sqlite, patience: Duration = .seconds(10), secret: String = "s3cr%t") async throws {
        provider = try await TestProvider(clock: Self.start)
        settings = provider.settings(secret: secret)
        scratch = try await ScratchStore(kind)
        fetch = WebFetch(patience: patience).fetch
        let store = try await Store.open(try StoreLocation(scratch.location))
        invitations = try await Self.settle(store)
        try await store.close()
    }

    private static func settle(_ store: Store) async throws -> [String: String] {
        var random = SystemRandomNumberGenerator()
        let hasher = PasswordHasher(atOnce: 1, mostWaiting: 1)
        let hash = try await hasher.hash(try Password(password), salt: PasswordSalt(using: &random))
        let entrance = store.entrance
        let link = try #require(try await entrance.firstLink(at: start, using: &random))
        let account = try await entrance.makeFirstAdministrator(
            link, name: "Ada Byron", login: try LoginName("ada"), password: hash, at: start)
        func ada() async throws -> Caller {
            var random = SystemRandomNumberGenerator()
            let (session, token) = try Session.start(
                for: account, way: .link, userAgent: UserAgent(nil), at: start, using: &random)
            try await entrance.begin(session, of: account)
            return try #require(try await entrance.admit(token, for: .usual, at: start)).caller
        }
        let unit = UnitEntry(CrewUnit(id: "ward", name: "Ward", zone: .utc))
        let people = ["ben", "eve"].map { id in
            PersonEntry(id: PersonID(id), name: id.capitalized, memberships: [Held("ward")])
        }
        try await store.importDirectory(
            Directory(organisation: "House", units: [unit], people: people), for: try await ada(), at: start)
        var invitations: [String: String] = [:]
        for person in people {
            let invitation = try await store.invite(
                person.id, login: try LoginName(person.id.rawValue), for: try await ada(), at: start, using: &random)
            invitations[person.id.rawValue] = "/link/" + invitation.revealedText()
        }
        return invitations
    }

    /// Lets time pass, here and at the provider.
    func wait(_ seconds: Int) async throws {
        let now = clock.withLock { clock in
            clock = Instant(seconds: clock.seconds + seconds)
            return clock
        }
        try await provider.set(clock: now)
    }

    /// Runs `body` against the server's routes.
    func run(_ body: @escaping @Sendable (any TestClient) async throws -> Void) async throws {
        let surroundings = Surroundings(
            now: { self.clock.withLock { $0 } }, seed: { 7 }, draw: { UInt64.random(in: .min ... .max) }, fetch: fetch)
        let installation = try await Installation(
            ServerSettings(port: 0, database: try StoreLocation(scratch.location), provider: settings), demo: nil,
            surroundings: surroundings, logger: Self.logger)
        let application = buildApplication(installation, logger: Self.logger, announce: { _, _ in })
        try await application.test { try await body($0) }
    }

    private static var logger: Logger {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return logger
    }

    /// Signs Ada in by her password.
    func signedIn(_ client: any TestClient) async throws -> Browser {
        var browser = Browser(client)
        let response = try await browser.post("/sign-in", "login=ada&password=\(Self.password.formEscaped)")
        try #require(response.status == .seeOther)
        return browser
    }

    /// Goes to the provider from a page that leads there, chooses who one is there, and comes back.
    func back(_ browser: inout Browser, from page: TestResponse, as person: String) async throws -> TestResponse {
        try await browser.get(try await provider.decide(try #require(page.onward), as: person))
    }

    /// Presses the provider's button on the sign-in page.
    func signIn(_ browser: inout Browser, as person: String) async throws -> TestResponse {
        let page = try await browser.post("/sign-in/provider", "to=%2Fme")
        return try await back(&browser, from: page, as: person)
    }

    /// Connects the account that the browser is signed in to.
    func connect(_ browser: inout Browser, as person: String) async throws -> TestResponse {
        let page = try await browser.send("password=\(Self.password.formEscaped)", to: "/me/provider", from: "/me")
        return try await back(&browser, from: page, as: person)
    }
}
