import RotaModel
import RotaRules
import RotaSolver
import Testing
import WatchbillTestKit

@Suite("What cannot hold together")
struct ConflictTests {
    /// By rota, of all there are: what it misses; nil where somebody works two shifts at once.
    private static func misses(_ problem: RotaProblem) -> [Set<Requirement>] {
        let judge = Judge(problem)
        var rota = Rota(for: problem)
        let dutyCount = problem.shiftTypes.count + 1
        var found: Set<Set<Requirement>> = []
        while true {
            let hard = judge.assess(rota).hardFindings
            let requirements = hard.map { $0.requirement(in: problem) }
            if !requirements.contains(nil) { found.insert(Set(requirements.compactMap { $0 })) }
            guard let position = rota.duties.firstIndex(where: { Int($0.rawValue) < dutyCount - 1 }) else {
                return Array(found)
            }
            for before in 0..<position { rota.duties[before] = .off }
            rota.duties[position] = Duty(rawValue: rota.duties[position].rawValue + 1)
        }
    }

    private static func canHold(_ kept: Set<Requirement>, _ misses: [Set<Requirement>]) -> Bool {
        misses.contains { $0.isDisjoint(with: kept) }
    }

    /// Its demand and its rules are hard more often than those of other random problems.
    private static func strict(seed: Int) -> RotaProblem {
        var problem = RandomProblem.make(seed: UInt64(seed), size: SolveTests.tiny)
        var random = SeededGenerator(seed: UInt64(seed))
        for line in problem.demand.indices where random.chance(percent: 30) {
            problem.demand[line].belowMinimum = .hard
        }
        for rule in problem.rules.indices where random.chance(percent: 50) { problem.rules[rule].severity = .hard }
        return problem
    }

    @Test(
        "Of tiny problems of all rule kinds it is found where there is no legal rota and only there; no member can be left out, and what is said to do does",
        arguments: 0..<8)
    func exhaustive(part: Int) {
        var count = 0
        for seed in part * 40..<(part + 1) * 40 {
            let problem = Self.strict(seed: seed)
            let misses = Self.misses(problem)
            let isPossible = misses.contains([])
            let conflict = ConflictSearch(problem, stop: StopSignal()).run()
            #expect((conflict == nil) == isPossible, "seed \(seed)")
            guard let conflict else { continue }
            count += 1
            let kept = Set(conflict.members.flatMap(\.requirements))
            #expect(!Self.canHold(kept, misses), "seed \(seed)")
            #expect(conflict.isIrreducible, "seed \(seed)")
            for requirement in kept {
                #expect(Self.canHold(kept.subtracting([requirement]), misses), "seed \(seed), \(requirement)")
            }
            for member in conflict.members {
                #expect(member.loosening != nil, "seed \(seed), \(member.sentence)")
                guard let loosening = member.loosening,
                    let loosened = loosening.applied(to: member.requirements[0], of: problem)
                else { continue }
                #expect(loosened.validate().filter { $0.severity == .error }.map(\.description) == [], "seed \(seed)")
                #expect(Self.canHold(kept, Self.misses(loosened)), "seed \(seed), \(member.sentence)")
                let less: Loosening? =
                    switch loosening {
                    case .least(let amount) where amount > 1: .least(by: amount - 1)
                    case .most(let amount) where amount > 1: .most(by: amount - 1)
                    default: nil
                    }
                if let smaller = less?.applied(to: member.requirements[0], of: problem) {
                    #expect(!Self.canHold(kept, Self.misses(smaller)), "seed \(seed), \(member.sentence)")
                }
            }
        }
        #expect(count > 5)
    }
}
