import CrewRecords
import Dispatch
import Foundation
import HTTPTypes
import Hummingbird
import RouterTestKit
import Logging
import RotaModel
import Synchronization
import WatchbillServer
import WatchbillStore

/// Answers requests from a database that a test has prepared, each a given number of times, so that the work can be
/// counted from outside: `mark()` is called before each round and after the last.
///
/// The master key is in `WATCHBILL_TWINS_KEY`. Arguments: the database, the time in seconds since 1970, how often, then each request as a cookie's header and a path.
@main
struct TwinAnswers {
    /// Waits on its own thread: callgrind does not bear that a program's first thread ends before the others.
    static func main() {
        let end = DispatchSemaphore(value: 0)
        Task.detached {
            do {
                try await answer()
            } catch {
                print(error)
                exit(1)
            }
            end.signal()
        }
        end.wait()
    }

    private static func answer() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 4, let time = Int(arguments[2]), let count = Int(arguments[3]) else { throw Misused() }
        let random = Mutex(SeededGenerator(seed: 1))
        let surroundings = Surroundings(
            now: { Instant(seconds: time) }, seed: { 7 }, draw: { random.withLock { $0.next() } })
        var logger = Logger(label: "twins")
        logger.logLevel = .critical
        let installation = try await Installation(
            ServerSettings(
                port: 0, database: try StoreLocation(arguments[1]),
                masters: [
                    try MasterKeySource.environment("WATCHBILL_TWINS_KEY")
                        .masterKey(environment: ProcessInfo.processInfo.environment)
                ], cores: 2), demo: nil, surroundings: surroundings, logger: logger)
        let application = buildApplication(installation, logger: logger, announce: { _, _ in })
        let requests = stride(from: 4, to: arguments.count - 1, by: 2).map { (arguments[$0], arguments[$0 + 1]) }
        try await application.test { client in
            // What is made once, and kept, is made before anything is counted.
            for (cookie, path) in requests {
                for _ in 0..<4 { try await ask(client, path, cookie) }
            }
            for (cookie, path) in requests + requests {
                mark()
                for _ in 0..<count { try await ask(client, path, cookie) }
            }
            mark()
        }
        print("rounds: \(marks.load(ordering: .relaxed))")
    }

    private static func ask(_ client: any TestClient, _ path: String, _ cookie: String) async throws {
        try await client.execute(uri: path, method: .get, headers: [.cookie: cookie]) { response in
            guard response.status == .ok else { throw Refused(path: path, status: response.status.code) }
        }
    }

    struct Misused: Error {}

    struct Refused: Error {
        let path: String
        let status: Int
    }
}

private let marks = Atomic<Int>(0)

/// Where callgrind parts the rounds.
@inline(never)
func mark() {
    marks.wrappingAdd(1, ordering: .relaxed)
}
