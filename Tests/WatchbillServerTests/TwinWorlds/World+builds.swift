import CrewRecords
import RotaModel
import RotaRules
import Testing
import WatchbillServer
import WatchbillStore

extension World {
    /// Puts two builds that are over into the store, as a server of an earlier day would have left them: one that runs tells
    /// the time it takes, which is not the same in both worlds. The first is published.
    func keepBuilds() async throws {
        let planner = TwinHospital.holder(.planner, in: TwinHospital.ward)
        try await enter(planner, seed: 1)
        let caller = try #require(try await caller(Asker(planner)))
        let store = installation.store
        let problem = try SmallWard.problem()
        let rota = SmallWard.rota(of: problem)
        let assessment = Judge(problem).assess(rota)
        let stored = try #require(try await store.latestProblem(for: caller))
        let outcome = BuildOutcome(
            seconds: 12.4, penalty: assessment.penalty, isFeasible: assessment.isFeasible, bound: nil, rota: rota,
            curve: [])
        for seed in [UInt64(7), 8] {
            let order = BuildOrder(problem: stored.id, seed: seed, threads: 2, timeLimit: 30)
            let build = try await store.startBuild(order, at: now, for: caller)
            try await store.end(build, as: .finished, outcome: outcome, at: now, for: caller)
            if seed == 7 { try await store.publish(build, of: RotaPlan(problem), at: now, for: caller) }
        }
    }

    /// Has the people concerned make addresses of their calendars, which are the same in both worlds.
    func makeCalendars() async throws {
        for (number, person) in TwinHospital.concerned.enumerated() {
            let seed = UInt64(number) << 8 | 1 << 39
            try await enter(person, seed: seed)
            let answer = try await submit("/me/calendar", [("name", "phone")], by: person, seed: seed + 1)
            let secret = try #require(
                answer.text.firstMatch(of: /\/calendars\/([^<]+)<\/code>/)?.1, "\(person) got no address.")
            note(secret: String(secret))
        }
    }
}
