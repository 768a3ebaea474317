import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import RotaModel
import RotaRules
import WatchbillServer
import WatchbillStore

/// A server on a database of its own, reached without sockets, at a clock that stands still.
final class ServerFixture: Sendable {
    static let now = Instant(seconds: 1_767_700_000)  // Tue 6 Jan 2026 12:46 in Stockholm

    let folder: URL
    let problem: RotaProblem
    let cores: Int
    let database: StoreLocation

    /// - Parameter database: nil for a file of its own.
    init(_ problem: RotaProblem? = nil, cores: Int = 2, database: StoreLocation? = nil) throws {
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

    func installation() async throws -> Installation {
        try await Installation(
            ServerSettings(port: 0, database: database, names: ["rota.example"], cores: cores),
            demo: problem,
            surroundings: Surroundings(now: { Self.now }, seed: { 7 }), logger: Self.logger)
    }

    static var logger: Logger {
        var logger = Logger(label: "test")
        logger.logLevel = .error
        return logger
    }

    /// Runs `body` against the server's routes.
    func run<Value: Sendable>(
        _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Value
    ) async throws -> Value {
        let application = buildApplication(try await installation(), logger: Self.logger, announce: { _ in })
        return try await application.test(.router, body)
    }

    /// Puts a build into the database as a server of an earlier day would have left it.
    func keep(_ rota: Rota, bound: Int?, as state: BuildState) async throws {
        _ = try await installation()
        let store = try await Store.open(database)
        guard let stored = try await store.latestProblem() else { throw NoProblem() }
        let assessment = Judge(problem).assess(rota)
        let order = BuildOrder(problem: stored.id, seed: 7, threads: 2, timeLimit: 30)
        let began = Instant(seconds: Self.now.seconds - 3600)
        let build = try await store.startBuild(order, at: began)
        let curve = """
            [{"s":0.5,"p":900,"f":false},{"s":1,"p":90,"f":true,"b":10},{"s":12.4,"p":\(assessment.penalty),"f":true}]
            """
        let outcome = BuildOutcome(
            seconds: 12.4, penalty: assessment.penalty, isFeasible: assessment.isFeasible,
            bound: bound.map { Penalty($0) }, rota: rota, curve: Array(curve.utf8))
        if state == .running {
            try await store.keep(outcome, of: build)
        } else {
            try await store.end(build, as: state, outcome: outcome, at: Instant(seconds: began.seconds + 12))
        }
    }

    private struct NoProblem: Error {}
}

extension TestClientProtocol {
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
