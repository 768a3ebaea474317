import CrewRecords
import Foundation
import HTTPTypes
import Hummingbird
import RouterTestKit
import Logging
import RotaModel
import RotaRules
import Synchronization
import Testing
import WatchbillServer
import WatchbillStore

/// A server on a database of its own, reached without sockets, at a clock that stands still unless it is set.
final class ServerFixture: Sendable {
    static let now = Instant(seconds: 1_767_700_000)  // Tue 6 Jan 2026 12:46 in Stockholm

    let folder: URL
    let problem: RotaProblem
    let cores: Int
    let database: StoreLocation
    let limits: ConnectionLimits
    private let clock: Mutex<Instant>

    /// - Parameter database: nil for a file of its own.
    init(
        _ problem: RotaProblem? = nil, cores: Int = 2, database: StoreLocation? = nil,
        limits: ConnectionLimits = ConnectionLimits(), at moment: Instant = ServerFixture.now
    ) throws {
        self.limits = limits
        clock = Mutex(moment)
        folder = FileManager.default.temporaryDirectory.appending(path: "watchbill-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        self.problem = try problem ?? SmallWard.problem()
        self.cores = cores
        self.database = database ?? .sqlite(path: folder.appending(path: "watchbill.sqlite").path)
    }

    deinit {
        // Nothing depends on it: the system empties its temporary folder too.
        try? FileManager.default.removeItem(at: folder)
    }

    /// Runs `body` with an installation, which is closed when this returns: until then, the next would find its file in
    /// use.
    ///
    /// - Parameter paper: where it copies rotas to while it runs; nil: nowhere.
    func opened<Value: Sendable>(
        paper: PaperSettings? = nil, trusting proxies: TrustedProxies = TrustedProxies([]),
        _ body: (Installation) async throws -> Value
    ) async throws -> Value {
        var settings = ServerSettings(
            port: 0, database: database, masters: [try Self.master()], names: ["rota.example"], cores: cores)
        settings.limits = limits
        settings.paper = paper
        settings.trustedProxies = proxies
        let installation = try await Installation(
            settings, demo: demo, surroundings: surroundings, logger: Self.logger)
        do {
            let value = try await body(installation)
            try await installation.close()
            return value
        } catch {
            try await installation.close()
            throw error
        }
    }

    static func master() throws -> MasterKey { try MasterKey((0..<32).map { UInt8($0) }) }

    var surroundings: Surroundings {
        Surroundings(now: { [self] in clock.withLock { $0 } }, seed: { 7 }, draw: draw)
    }

    func set(clock now: Instant) { clock.withLock { $0 = now } }

    /// Numbers that are the same in each run, so that pages are; one fixture gives none twice.
    private let drawn = Atomic<UInt64>(0)
    private var draw: @Sendable () -> UInt64 {
        { [self] in
            var generator = SeededGenerator(seed: drawn.wrappingAdd(1, ordering: .relaxed).newValue)
            return generator.next()
        }
    }

    /// The problem's unit with its people, and somebody for each role.
    var demo: DemoOrganisation {
        let unit = problem.unit.id
        let staff = Role.allCases.map { role in
            PersonEntry(id: Self.person(role), name: "The \(role.words)")
        }
        let crew = problem.people.map { person in
            PersonEntry(
                id: person.id, name: person.name, qualifications: person.qualifications, contracts: person.contracts,
                memberships: [Held(unit)])
        }
        return DemoOrganisation(
            directory: Directory(
                organisation: "Test", units: [UnitEntry(problem.unit)], qualifications: problem.qualifications,
                contracts: problem.contracts, people: crew + staff),
            roles: Role.allCases.map { (Self.person($0), unit, $0) }, problem: problem)
    }

    static func person(_ role: Role) -> PersonID { PersonID("role-\(role.rawValue)") }

    static var logger: Logger {
        var logger = Logger(label: "test")
        logger.logLevel = .error
        return logger
    }

    /// Runs `body` against the server's routes, with somebody signed in who has that role; nil: nobody.
    func run<Value: Sendable>(
        as role: Role? = .planner, _ body: @escaping @Sendable (any TestClient) async throws -> Value
    ) async throws -> Value {
        try await opened { installation in
            let application = buildApplication(installation, logger: Self.logger, announce: { _, _ in })
            return try await application.test { client in
                guard let role else { return try await body(client) }
                return try await body(try await SignedIn(client, as: Self.person(role)))
            }
        }
    }

    /// Runs `body` while the server listens on a port of this machine, which it is given.
    func listen<Value: Sendable>(
        paper: PaperSettings? = nil, trusting proxies: TrustedProxies = TrustedProxies([]),
        logger: Logger = ServerFixture.logger, _ body: @escaping @Sendable (UInt16) async throws -> Value
    ) async throws -> Value {
        try await opened(paper: paper, trusting: proxies) { installation in
            let (ports, continuation) = AsyncStream<UInt16>.makeStream()
            let application = buildApplication(installation, logger: logger) { address, _ in
                continuation.yield(URL(string: address)?.port.flatMap { UInt16($0) } ?? 0)
            }
            return try await running([application], ready: ports, logger: Self.logger, body)
        }
    }

    /// Puts a build into the database as a server of an earlier day would have left it.
    func keep(_ rota: Rota, bound: Int?, as state: BuildState) async throws {
        let now = surroundings.now()
        try await opened { _ in }
        let store = try await Store.open(database, masters: [try Self.master()])
        var random = SeededGenerator(seed: draw())
        let token = try await store.entrance.enterDemo(
            as: Self.person(.planner), userAgent: UserAgent(nil), at: now, using: &random)
        guard let planner = try await store.entrance.admit(token, for: .usual, at: now)?.caller,
            let stored = try await store.latestProblem(for: planner)
        else { throw NoProblem() }
        let assessment = Judge(problem).assess(rota)
        let order = BuildOrder(problem: stored.id, seed: 7, threads: 2, timeLimit: 30)
        let began = Instant(seconds: now.seconds - 3600)
        let build = try await store.startBuild(order, at: began, for: planner)
        let curve = """
            [{"s":0.5,"p":900,"f":false},{"s":1,"p":90,"f":true,"b":10},{"s":12.4,"p":\(assessment.penalty),"f":true}]
            """
        let outcome = BuildOutcome(
            seconds: 12.4, penalty: assessment.penalty, isFeasible: assessment.isFeasible,
            bound: bound.map { Penalty($0) }, rota: rota, curve: Array(curve.utf8))
        if state == .running {
            try await store.keep(outcome, of: build, for: planner)
        } else {
            try await store.end(
                build, as: state, outcome: outcome, at: Instant(seconds: began.seconds + 12), for: planner)
        }
        try await store.close()
    }

    private struct NoProblem: Error {}
}

/// A client that is signed in.
struct SignedIn: TestClient {
    private let client: any TestClient
    /// As browsers send it.
    let cookie: String

    /// As one of the demo's people.
    init(_ client: any TestClient, as person: PersonID) async throws {
        self.client = client
        cookie = try await client.execute(
            uri: "/demo", method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
            body: ByteBuffer(string: "person=\(Ask.inForm(person.rawValue))")
        ) { response in
            let header = try #require(response.headers[.setCookie], "\(person) was not let in: \(response.status)")
            return String(header.prefix { $0 != ";" })
        }
    }

    func executeRequest(
        uri: String, method: HTTPRequest.Method, headers: HTTPFields, body: ByteBuffer?
    ) async throws -> TestResponse {
        var headers = headers
        if headers[.cookie] == nil { headers[.cookie] = cookie }
        return try await client.executeRequest(uri: uri, method: method, headers: headers, body: body)
    }
}

extension TestClient {
    /// Sends a page's form, with what that page's forms carry along.
    func send(_ form: String = "", to address: String, from page: String) async throws -> TestResponse {
        let text = try await self.page(page)
        let token = try #require(text.firstMatch(of: /name="form" value="([^"]+)"/)?.1, "\(page) has no form")
        return try await execute(
            uri: address, method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
            body: ByteBuffer(string: "form=\(token)&\(form)")
        ) { $0 }
    }

    /// The answer's body as text, after its status has been seen to be 200.
    func page(_ address: String) async throws -> String {
        try await execute(uri: address, method: .get) { response in
            guard response.status == .ok else { throw Unexpected(status: response.status.code, address: address) }
            return String(buffer: response.body)
        }
    }
}

struct Unexpected: Error {
    let status: Int
    let address: String
}
