import CrewRecords
import Foundation
import RotaModel
import WatchbillStore
import WatchbillTestKit

/// Writes all kinds of things into the store it is given, several at a time, for as long as it is let, and tells each on
/// standard error once the store has confirmed it. For tests that kill it:
///
///     StoreWriter LOCATION SEED [deeds:N | microseconds:N | changes:N]
///
/// It kills itself, as `kill -9` would, after so many deeds or so long a time, or at that change of SQLite's files. A store
/// with nothing in it is given an organisation first; one that has it is gone on with.
@main
struct StoreWriter {
    static func main() async throws {
        let words = CommandLine.arguments
        guard words.count >= 3, let seed = UInt64(words[2]) else { throw Misuse() }
        if words.count > 3 { try Death.arrange(words[3]) }
        let store = try await Store.open(try StoreLocation(words[1]))
        let entrance = store.entrance
        try await entrance.makeDemo(
            Written.directory(version: 0),
            roles: [
                (Written.planner, Written.ward, .planner), (Written.administrator, "hospital", .administrator),
            ], problem: Written.document(seed: 0), of: Written.ward, name: "0", at: Written.now)
        // As a server does when it starts.
        let job = try await entrance.admit(.builds, at: Written.now)
        _ = try await store.interruptRunningBuilds(at: Written.now, for: job)
        let planner = try await caller(Written.planner, of: store)
        let administrator = try await caller(Written.administrator, of: store)
        let problem = try await store.add(
            problem: Written.document(seed: 1), name: "1", unit: Written.ward, at: Written.now, for: planner)
        let pen = Pen(store: store, planner: planner, administrator: administrator, problem: problem)
        await withTaskGroup { group in
            for number in 0..<8 {
                group.addTask { await work(with: pen, number, seed: seed) }
            }
        }
    }

    struct Misuse: Error {}

    private static func caller(_ person: PersonID, of store: Store) async throws -> Caller {
        var random = SystemRandomNumberGenerator()
        let token = try await store.entrance.enterDemo(
            as: person, userAgent: UserAgent(nil), at: Written.now, using: &random)
        guard let visit = try await store.entrance.admit(token, for: .usual, at: Written.now) else {
            throw Refusal.hidden
        }
        return visit.caller
    }

    /// Each of them does some of everything, but the first alone changes the directory and the second alone lets people in.
    private static func work(with pen: Pen, _ number: Int, seed: UInt64) async {
        var random = SeededGenerator(seed: seed &* 8 &+ UInt64(number))
        while true {
            do {
                switch (random.below(6), number) {
                case (0, 0): tell(try await pen.importDirectory())
                case (0, 1): tell(try await pen.letIn(resetting: random.chance(percent: 50)))
                case (0...1, _): tell(try await pen.addProblem(seed: random.next()))
                case (2, _):
                    tell(try await pen.build(penalty: random.below(1_000_000), ending: random.chance(percent: 90)))
                case (3, _): tell(try await pen.giveRole(to: random.below(30), ending: random.chance(percent: 50)))
                case (4, _): tell(try await pen.signIn(ending: random.chance(percent: 50)))
                default: tell(try await pen.issueToken(revoking: random.chance(percent: 25)))
                }
            } catch {
                await pen.tell(error)
            }
        }
    }

    private static func tell(_ deed: Deed?) {
        guard let deed else { return }
        do {
            try FileHandle.standardError.write(contentsOf: Data(try deed.line.utf8))
        } catch {
            // Nobody listens any more.
            exit(1)
        }
        Death.count()
    }
}
