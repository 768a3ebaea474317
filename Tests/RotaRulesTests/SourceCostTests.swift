import RotaModel
import RotaRules
import Testing
import WatchbillTestKit

@Suite("Costs by source")
struct SourceCostTests {
    @Test("Penalties and findings by source add up to the whole, and differences to the difference", arguments: 0..<200)
    func sums(seed: Int) {
        let problem = RandomProblem.make(seed: UInt64(seed))
        let judge = Judge(problem)
        let rotas = [1, 2].map { RandomProblem.rota(for: problem, seed: UInt64(seed * 7 + $0), work: 30 * $0) }
        let assessments = rotas.map(judge.assess)
        let costs = assessments.map(judge.costs)
        for (assessment, costs) in zip(assessments, costs) {
            #expect(costs.reduce(Penalty.zero) { $0 + $1.penalty } == assessment.penalty)
            #expect(costs.reduce(0) { $0 + $1.findings } == assessment.findings.count)
            #expect(costs.reduce(0) { $0 + $1.breaches } == assessment.hardFindings.count)
            #expect(Set(costs.map(\.source)).count == costs.count)
            for rule in problem.rules { #expect(costs.contains { $0.source == .rule(rule) }) }
        }
        let differences = SourceDifference.all(from: costs[0], to: costs[1])
        let change = assessments[1].penalty.value - assessments[0].penalty.value
        #expect(differences.reduce(0) { $0 + $1.change } == change)
        #expect(Set(differences.map(\.source)).count == differences.count)
        let back = SourceDifference.all(from: costs[1], to: costs[0])
        #expect(back.reduce(0) { $0 + $1.change } == -change)
    }

    @Test("Of two problems, what both ask is told once, and what one asks alone on its side", arguments: 0..<40)
    func otherProblem(seed: Int) throws {
        let problem = RandomProblem.make(seed: UInt64(seed))
        let rota = RandomProblem.rota(for: problem, seed: UInt64(seed))
        var changed = problem
        let last = changed.rules.popLast()
        let dropped = try #require(last)
        let stays = changed.rules.contains(dropped)
        let (one, two) = (Judge(problem), Judge(changed))
        let (before, after) = (one.assess(rota), two.assess(rota))
        let differences = SourceDifference.all(from: one.costs(before), to: two.costs(after))
        #expect(differences.reduce(0) { $0 + $1.change } == after.penalty.value - before.penalty.value)
        let alone = differences.filter { $0.after == nil && $0.source == .rule(dropped) }
        #expect(alone.count == (stays ? 0 : 1))
        for difference in differences where difference.source != .rule(dropped) { #expect(difference.change == 0) }
    }

    @Test("Demand counts by shift types and qualification, and requests all together")
    func sources() throws {
        var problem = try Ward.problem(days: 3, [Rule(id: "r", .rest(minimum: .hours(11)))])
        problem.demand = (0..<3).map {
            Demand(
                date: problem.start.advanced(by: $0), shiftTypes: ["E"], minimum: 2, wanted: 3,
                belowMinimum: .soft(Penalty(7)), belowWanted: Penalty(2))
        }
        problem.requests = [
            Request(person: "ann", date: problem.start, wish: .dayOff, weight: Penalty(4)),
            Request(person: "bo", date: problem.start, wish: .dayOn, weight: Penalty(3)),
        ]
        var rota = Rota(for: problem)
        rota[0, 0] = Duty(ShiftIndex(0))
        let judge = Judge(problem)
        let costs = judge.costs(judge.assess(rota))
        // Monday is 1 short of 2 and 2 short of 3, the other days 2 and 3 short.
        #expect(costs.map(\.source) == [.demand(["E"], nil), .rule(problem.rules[0]), .requests])
        #expect(costs.map(\.penalty) == [Penalty(7 + 4 + 2 * (14 + 6)), .zero, Penalty(7)])
        #expect(costs.map(\.findings) == [6, 0, 2])
    }
}
