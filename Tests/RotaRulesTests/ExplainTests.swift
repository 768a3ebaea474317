import RotaModel
import RotaRules
import Testing
import WatchbillTestKit

@Suite("Explanations of a cell")
struct ExplainTests {
    @Test("Each alternative's change in penalty is the difference of two whole assessments")
    func exactChange() {
        for seed: UInt64 in 1...250 {
            let problem = RandomProblem.make(seed: seed)
            let judge = Judge(problem)
            let rota = RandomProblem.rota(for: problem, seed: seed)
            var random = SeededGenerator(seed: seed)
            let before = judge.assess(rota)
            for _ in 0..<4 {
                let person = PersonIndex(random.below(problem.people.count))
                let day = DayIndex(random.below(problem.dayCount))
                let explanation = judge.explain(rota, person: person, day: day)
                #expect(explanation.alternatives.map(\.duty) == duties(of: problem).filter { $0 != rota[person, day] })
                for alternative in explanation.alternatives {
                    var changed = rota
                    changed[person, day] = alternative.duty
                    let after = judge.assess(changed)
                    let place = "seed \(seed), person \(person), day \(day), duty \(alternative.duty.rawValue)"
                    #expect(alternative.penaltyChange == (after.penalty - before.penalty).value, "\(place)")
                    check(alternative, from: before, to: after, place)
                }
            }
        }
    }

    private func duties(of problem: RotaProblem) -> [Duty] { [.off] + problem.shiftIndices.map { Duty($0) } }

    /// What an alternative lists is in the assessments, and what it leaves out is as bad in both.
    private func check(
        _ alternative: CellExplanation.Alternative, from before: Assessment, to after: Assessment, _ place: String
    ) {
        let added = alternative.hardAdded + alternative.softAdded
        let removed = alternative.hardRemoved + alternative.softRemoved
        #expect(Set(added).isSubset(of: after.findings), "\(place)")
        #expect(Set(removed).isSubset(of: before.findings), "\(place)")
        let hard = alternative.hardAdded + alternative.hardRemoved
        #expect(hard.count(where: \.isHard) == hard.count, "\(place)")
        let soft = alternative.softAdded + alternative.softRemoved
        #expect(soft.count(where: \.isHard) == 0, "\(place)")
        if before.isFeasible { #expect(after.isFeasible == alternative.hardAdded.isEmpty, "\(place)") }
        if after.isFeasible { #expect(before.isFeasible == alternative.hardRemoved.isEmpty, "\(place)") }
        if alternative.penaltyChange > 0 { #expect(!alternative.softAdded.isEmpty, "\(place)") }
        if alternative.penaltyChange < 0 { #expect(!alternative.softRemoved.isEmpty, "\(place)") }
        for origin in Set((before.findings + after.findings).map(\.origin))
        where !added.contains(where: { $0.origin == origin }) {
            func amount(_ findings: [Finding]) -> Int {
                findings.reduce(0) { $0 + ($1.origin == origin ? $1.amount : 0) }
            }
            #expect(amount(after.findings) <= amount(before.findings), "\(place): \(origin)")
        }
    }

    /// Ann works nights on days 1 and 2, Bo early shifts; the first night is wanted twice, and Ann wished for it.
    private func night() throws -> (RotaProblem, Rota) {
        var problem = try Ward.problem(
            days: 5,
            [
                Rule(id: "run", .shiftsInARow(.nights, Limits(minimum: 2)), severity: .soft(Penalty(30))),
                Rule(id: "rest", .rest(minimum: .hours(11)), severity: .hard),
                Rule(
                    id: "count", .shiftCount(.all, Limits(maximum: 1)), appliesTo: .people(["ann"]),
                    severity: .soft(Penalty(5))),
            ])
        problem.demand = [
            Demand(date: problem.date(of: 1), shiftTypes: ["N"], minimum: 1, wanted: 2, belowWanted: Penalty(10)),
            Demand(date: problem.date(of: 1), shiftTypes: ["E"], maximum: 0, aboveMaximum: .soft(Penalty(4))),
        ]
        problem.requests = [
            Request(person: "ann", date: problem.date(of: 1), wish: .shiftOn("N"), weight: Penalty(3)),
            Request(person: "bo", date: problem.date(of: 1), wish: .dayOff, weight: Penalty(2)),
        ]
        problem.pins = [Pin(person: "bo", date: problem.date(of: 1), shift: "E")]
        return (problem, try problem.rota(["- N N - -", "- E E - -"]))
    }

    @Test("A cell serves the cover that would be short without it, the wishes it grants and the rules it keeps")
    func serves() throws {
        let (problem, rota) = try night()
        let explanation = Judge(problem).explain(rota, person: 0, day: 1)
        #expect(
            explanation.serves == [
                "Fills the cover on N: 1 of at least 1.", "Grants the wish to work N (weight 3).",
                "Keeps: At least 2 nights in a row, for everyone (weight 30).",
            ])
        #expect(!explanation.isPinned)
        // Two shifts are one more than Ann should have, and either could go; one more is wanted on the night.
        #expect(
            explanation.breaks.map(\.sentence) == [
                "Ann works 2 shifts from Mon 5 Jan to Fri 9 Jan; at most 1."
            ])
        let bo = Judge(problem).explain(rota, person: 1, day: 1)
        #expect(bo.isPinned)
        #expect(bo.serves == ["Is as pinned."])
        #expect(
            bo.breaks.map(\.sentence) == [
                "Tue 6 Jan has 1 on E; at most 0.", "Bo wished to be off on Tue 6 Jan, but works E.",
            ])
    }

    @Test("Each alternative tells what it would add and take away, in sums to be verified by hand")
    func alternatives() throws {
        let (problem, rota) = try night()
        let alternatives = Judge(problem).explain(rota, person: 0, day: 1).alternatives
        #expect(alternatives.map(\.duty) == [.off, Duty(0), Duty(1)])
        // Off: one more short of the two wanted 10, wish 3, a night alone 30; a shift less -5. The night is uncovered.
        #expect(alternatives[0].penaltyChange == 38)
        #expect(alternatives[0].hardAdded.map(\.sentence) == ["Tue 6 Jan has 0 on N; at least 1."])
        #expect(
            alternatives[0].softAdded.map(\.sentence) == [
                "Tue 6 Jan has 0 on N; 2 wanted.", "Ann works only 1 night in a row on Wed 7 Jan; at least 2.",
                "Ann wished to work N on Tue 6 Jan, but is off.",
            ])
        #expect(
            alternatives[0].softRemoved.map(\.sentence) == [
                "Ann works 2 shifts from Mon 5 Jan to Fri 9 Jan; at most 1."
            ])
        // E: as off, but still two shifts, and a second one on E beyond the maximum of none: 10 + 3 + 30 + 4.
        #expect(alternatives[1].penaltyChange == 47)
        #expect(alternatives[1].softRemoved == [])
        // Bo in Ann's place would add the second night, but rest for none before E: 11 h short.
        let bo = Judge(problem).explain(rota, person: 1, day: 1).alternatives
        let toNight = try #require(bo.first { $0.duty == Duty(2) })
        // One more of the two wanted -10, none too many on E -4, a night alone +30; the wish for a day off is missed still.
        #expect(toNight.penaltyChange == 16)
        #expect(
            toNight.hardAdded.map(\.sentence) == [
                "Bo rests 0 min between N on Tue 6 Jan and E on Wed 7 Jan; at least 11 h.",
                "Bo works N on Tue 6 Jan, where E is pinned.",
            ])
    }

    @Test("A day off may be there because any shift would break something")
    func dayOff() throws {
        var problem = try Ward.problem(
            days: 5, [Rule(id: "r", .shiftsInARow(.all, Limits(maximum: 2)), appliesTo: .people(["ann"]))])
        problem.absences = [Absence(person: "bo", first: problem.date(of: 2), last: problem.date(of: 2))]
        let rota = try problem.rota(["E E - E E", "- - - - -"])
        #expect(
            Judge(problem).explain(rota, person: 0, day: 2).serves == [
                "Keeps: At most 2 shifts in a row, for Ann (hard)."
            ])
        #expect(Judge(problem).explain(rota, person: 1, day: 2).serves == ["Bo is away and has no shift."])
    }

    @Test("Explaining is instant for a ward, and quick for 100 people over a year")
    func speed() {
        let clock = ContinuousClock()
        let sizes: [(RandomProblem.Size, Duration)] = [
            (.init(people: 36...36, days: 35...35, shiftTypes: 4...4, rules: 20...20), .milliseconds(200)),
            (.init(people: 100...100, days: 364...364, shiftTypes: 8...8, rules: 20...20), .seconds(2)),
        ]
        for (size, limit) in sizes {
            let problem = RandomProblem.make(seed: 5, size: size)
            let judge = Judge(problem)
            let rota = RandomProblem.rota(for: problem, seed: 5)
            let elapsed = (0..<3).map { _ in clock.measure { _ = judge.explain(rota, person: 1, day: 1) } }.min()
            #expect(elapsed ?? .zero < limit)
        }
    }
}
