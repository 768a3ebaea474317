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
        }
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
