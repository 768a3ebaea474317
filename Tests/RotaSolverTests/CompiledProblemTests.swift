import RotaModel
import RotaRules
import Testing
import WatchbillTestKit

import RotaSolver

@Suite("What the search works on says what the judge says")
struct CompiledProblemTests {
    @Test("A whole rota costs what the judge finds, rule kind by rule kind", arguments: 0..<400)
    func wholeRota(seed: Int) {
        let problem = RandomProblem.make(seed: UInt64(seed))
        let judge = Judge(problem)
        let state = RotaState(ProblemTables(CompiledProblem(problem)))
        for (number, work) in [0, 40, 70, 100].enumerated() {
            let rota = RandomProblem.rota(for: problem, seed: UInt64(seed * 10 + number), work: work)
            state.load(rota.duties.map(\.rawValue))
            let assessment = judge.assess(rota)
            let cost = state.totalCost()
            #expect(cost.soft == assessment.penalty.value, "seed \(seed), \(work) % work")
            #expect(cost.hard == assessment.hardFindings.reduce(0) { $0 + $1.amount }, "seed \(seed), \(work) % work")
            // Floors are rounded up to it.
            #expect(assessment.penalty.value.isMultiple(of: problem.penaltyStep), "seed \(seed), \(work) % work")
        }
    }

    @Test("Every penalty is a multiple of what all weights are multiples of", arguments: 0..<100)
    func penaltySteps(seed: Int) {
        var problem = RandomProblem.make(seed: UInt64(seed))
        problem.multiplyWeights(by: 15)
        #expect(problem.penaltyStep.isMultiple(of: 15), "seed \(seed)")
        let rota = RandomProblem.rota(for: problem, seed: UInt64(seed))
        let penalty = Judge(problem).assess(rota).penalty.value
        #expect(penalty.isMultiple(of: problem.penaltyStep), "seed \(seed)")
    }

    @Test("Every change is priced as the difference of two whole rotas", arguments: 0..<150)
    func changes(seed: Int) {
        let problem = RandomProblem.make(seed: UInt64(seed))
        let state = RotaState(ProblemTables(CompiledProblem(problem)))
        state.load(RandomProblem.rota(for: problem, seed: UInt64(seed)).duties.map(\.rawValue))
        var random = SeededGenerator(seed: UInt64(seed))
        var editor = Editor(state, hardPrice: 50)
        let region = Region(
            people: Array(problem.people.indices), firstDay: 0, dayCount: problem.dayCount)
        let check = RotaState(state.tables)
        var before = state.totalCost()
        for step in 0..<200 {
            let rota = state.rota
            let isMade = editor.proposeMove(in: region, random: &random, threshold: step % 3 == 0 ? 1_000_000 : 20)
            check.load(state.rota)
            let after = check.totalCost()
            #expect(editor.changed == after - before, "seed \(seed), step \(step)")
            #expect(state.totalCost() == after, "seed \(seed), step \(step)")
            if !isMade { #expect(state.rota == rota, "seed \(seed), step \(step)") }
            before = after
            editor.changed = .zero
        }
    }
}

extension RotaProblem {
    fileprivate mutating func multiplyWeights(by factor: Int) {
        func multiplied(_ weight: Penalty) -> Penalty { Penalty(weight.value * factor) }
        func multiplied(_ severity: Severity) -> Severity {
            if case .soft(let weight) = severity { .soft(multiplied(weight)) } else { severity }
        }
        for line in demand.indices {
            demand[line].belowMinimum = multiplied(demand[line].belowMinimum)
            demand[line].belowWanted = multiplied(demand[line].belowWanted)
            demand[line].aboveWanted = multiplied(demand[line].aboveWanted)
            demand[line].aboveMaximum = multiplied(demand[line].aboveMaximum)
        }
        for request in requests.indices { requests[request].weight = multiplied(requests[request].weight) }
        for rule in rules.indices { rules[rule].severity = multiplied(rules[rule].severity) }
    }
}
