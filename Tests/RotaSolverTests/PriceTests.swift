import RotaModel
import RotaRules
import RotaSolver
import Testing
import WatchbillTestKit

@Suite("Prices of rules and demands")
struct PriceTests {
    @Test(
        "Of tiny problems of all rule kinds, none that gives way one step has a better rota than the floor less the saving",
        arguments: 0..<2)
    func areFloors(part: Int) throws {
        var count = 0
        for seed in part * 30..<(part + 1) * 30 {
            let problem = RandomProblem.make(seed: UInt64(seed), size: SolveTests.tiny)
            let start = solve(problem, settings: SolveSettings(seed: 1, threads: 1, stepLimit: 100_000))
            guard start.isFeasible else { continue }
            let list = try #require(
                PriceSearch.run(problem, rota: start.rota, stop: StopSignal()) { 0 }, "seed \(seed)")
            #expect(list.rulesLeft == 0, "seed \(seed)")
            func expect(_ loosened: RotaProblem, saving: Double, _ what: String) {
                guard let best = SolveTests.best(of: loosened) else { return }
                count += 1
                #expect(
                    Double(list.floor.value) - saving <= Double(best.value) + 1, "seed \(seed), \(what)")
            }
            for price in list.rules {
                var loosened =
                    price.loosening.applied(to: .rule(price.rule, person: 0), of: problem) ?? problem
                if price.loosening == .without { loosened.rules.remove(at: price.rule) }
                expect(loosened, saving: price.saving, problem.rules[price.rule].sentence(in: problem))
            }
            // What demand is expected to bring is part of fair shares; the price is of the line alone.
            let isShared = problem.rules.contains { if case .fairness = $0.kind { true } else { false } }
            for price in list.demands.prefix(3) where !isShared {
                var loosened = problem
                loosened.demand[price.line] = try #require(problem.demand[price.line].less)
                expect(loosened, saving: price.saving, "line \(price.line)")
            }
        }
        #expect(count > 0)
    }

    @Test("One more person on a shift that is one short saves what it costs to be short")
    func extraPerson() throws {
        let start = try #require(CalendarDate("2026-01-05"))
        let problem = RotaProblem(
            unit: CrewUnit(id: "ward", name: "Ward", zone: .utc), start: start, dayCount: 2,
            shiftTypes: [
                ShiftType(id: "E", name: "Early", start: .midnight.adding(.hours(7)), length: .hours(8))
            ],
            people: [Person(id: "ann", name: "Ann"), Person(id: "bo", name: "Bo")],
            demand: [
                Demand(date: start, shiftTypes: ["E"], wanted: 2, belowWanted: Penalty(93)),
                Demand(date: start.advanced(by: 1), shiftTypes: ["E"], wanted: 1, belowWanted: Penalty(40)),
            ],
            rules: [
                Rule(id: "most", .shiftCount(.all, Limits(maximum: 1)), appliesTo: .people(["ann"])),
                Rule(id: "none", .noWork(on: [.monday, .tuesday]), appliesTo: .people(["bo"])),
            ])
        var rota = Rota(for: problem)
        rota[PersonIndex(0), DayIndex(0)] = Duty(ShiftIndex(0))
        #expect(Judge(problem).assess(rota).penalty == Penalty(133))
        let list = try #require(PriceSearch.run(problem, rota: rota, stop: StopSignal()) { 0 })
        #expect(list.floor == Penalty(133))
        #expect(list.people.map(\.day) == [DayIndex(0), DayIndex(1)])
        #expect(list.people.map(\.saving) == [93, 40])
        #expect(list.demands.map(\.line) == [0, 1])
        #expect(list.demands.map(\.saving) == [93, 40])
        // With two shifts Ann could work the second day too.
        let rule = try #require(list.rules.first { $0.rule == 0 })
        #expect(rule.loosening == .most(by: 1))
        #expect(rule.saving == 40)
        #expect(rule.shares.map(\.person) == [PersonIndex(0)])
    }
}
