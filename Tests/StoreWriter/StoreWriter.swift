import Foundation
import RotaModel
import WatchbillStore

/// Writes builds into the store it is given for as long as it is let, several at a time, and tells each on standard
/// error once the store has confirmed it: `draft BUILD NUMBER PENALTY`. For tests that kill it.
@main
struct StoreWriter {
    let store: Store
    let problem: ProblemID
    static let now = Instant(seconds: 1_767_600_000)

    static func main() async throws {
        let store = try await Store.open(try StoreLocation(CommandLine.arguments[1]))
        let problem = try await store.add(problem: [1], name: "Ward 7", at: now)
        let writer = StoreWriter(store: store, problem: problem)
        await withTaskGroup { group in
            for worker in 0..<8 {
                group.addTask { await writer.work(from: worker) }
            }
        }
    }

    private func work(from first: Int) async {
        for penalty in stride(from: first, to: Int.max, by: 8) {
            do {
                try await write(penalty)
            } catch {
                // The database was taken away: the next ones are tried until it is there again.
            }
        }
    }

    private func write(_ penalty: Int) async throws {
        let order = BuildOrder(problem: problem, seed: UInt64(penalty), threads: 1, timeLimit: 30)
        let build = try await store.startBuild(order, at: Self.now)
        try await store.keep(outcome(penalty + 1), of: build)
        guard let draft = try await store.end(build, as: .finished, outcome: outcome(penalty), at: Self.now) else {
            return
        }
        try FileHandle.standardError.write(contentsOf: Data("draft \(build) \(draft) \(penalty)\n".utf8))
    }

    private func outcome(_ penalty: Int) -> BuildOutcome {
        BuildOutcome(
            seconds: 1, penalty: Penalty(penalty), isFeasible: true, bound: nil,
            rota: Rota(peopleCount: 20, dayCount: 28), curve: [UInt8](repeating: UInt8(penalty % 256), count: 500))
    }
}
