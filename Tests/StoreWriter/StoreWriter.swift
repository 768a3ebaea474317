import CrewRecords
import Foundation
import RotaModel
import WatchbillStore

/// Writes builds into the store it is given for as long as it is let, several at a time, and tells each on standard
/// error once the store has confirmed it: `draft BUILD NUMBER PENALTY`. For tests that kill it.
@main
struct StoreWriter {
    let store: Store
    let problem: ProblemID
    /// Pia, the planner of the demo that it puts there.
    let planner: Caller
    static let now = Instant(seconds: 1_767_600_000)

    static func main() async throws {
        let store = try await Store.open(try StoreLocation(CommandLine.arguments[1]))
        let ward = CrewUnit(id: "ward-7", name: "Ward 7", zone: .utc)
        try await store.entrance.makeDemo(
            Directory(organisation: "Ward 7", units: [UnitEntry(ward)], people: [PersonEntry(id: "pia", name: "Pia")]),
            roles: [(person: "pia", unit: ward.id, role: .planner)], problem: [1], of: ward.id, name: "Ward 7", at: now)
        var random = SystemRandomNumberGenerator()
        let token = try await store.entrance.enterDemo(
            as: "pia", userAgent: UserAgent(nil), at: now, using: &random)
        guard let planner = try await store.entrance.admit(token, for: .usual, at: now)?.caller,
            let problem = try await store.latestProblem(for: planner)?.id
        else { throw Refusal.hidden }
        let writer = StoreWriter(store: store, problem: problem, planner: planner)
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
        let build = try await store.startBuild(order, at: Self.now, for: planner)
        try await store.keep(outcome(penalty + 1), of: build, for: planner)
        let last = outcome(penalty)
        guard let draft = try await store.end(build, as: .finished, outcome: last, at: Self.now, for: planner) else {
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
