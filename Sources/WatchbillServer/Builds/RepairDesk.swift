internal import CrewRecords
import RotaModel
import RotaRules
import RotaSolver

/// Works out repairs on threads that no request waits for, a few at a time.
struct RepairDesk: Sendable {
    /// How long one is looked for.
    static let timeLimit = Duration.seconds(1)
    /// How long it is looked for what granting wishes costs.
    static let wishTimeLimit = Duration.seconds(2)

    private let queue = WorkQueue(atOnce: 2, mostWaiting: 20)
    private let threads: Int

    init(cores: Int) {
        threads = max(1, cores)
    }

    /// - Parameter now: the first day that may still be changed.
    /// - Throws: `ServerProblem` if too many others wait.
    func repairs(
        of loaded: LoadedProblem, _ rota: Rota, away: [DaysAway], now: DayIndex
    ) async throws(ServerProblem) -> RepairResult {
        let settings = RepairSettings(now: now, threads: threads, timeLimit: Self.timeLimit)
        do {
            return try await queue.run { repair(loaded.problem, rota, away: away, settings: settings) }
        } catch {
            throw .tooManyRepairs
        }
    }

    /// What it costs to grant wishes that a rota refuses, after the best repair of the rest that is found.
    ///
    /// - Throws: `ServerProblem` if too many others wait.
    func costs(
        of wishes: [RefusedWish], in rota: Rota, of loaded: LoadedProblem
    ) async throws(ServerProblem) -> [WishCost] {
        do {
            return try await queue.run { [threads] in
                RotaSolver.costs(
                    of: wishes, in: rota, of: loaded.problem, threads: threads, timeLimit: Self.wishTimeLimit)
            }
        } catch {
            throw .tooManyRepairs
        }
    }
}
