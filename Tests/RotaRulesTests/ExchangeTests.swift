import RotaModel
import RotaRules
import Testing
import WatchbillTestKit

@Suite("Exchanges of shifts")
struct ExchangeJudgeTests {
    /// Hard findings that come of an exchange, but for pins, by the whole rota's assessment.
    private func broken(_ proposal: ExchangeProposal, _ rota: Rota, _ judge: Judge) -> Bool? {
        guard let changed = proposal.applied(to: rota, of: judge.problem) else { return nil }
        func hard(_ rota: Rota) -> [Finding] {
            judge.assess(rota).hardFindings.filter { if case .pin = $0.origin { false } else { true } }
        }
        return !FindingChanges(from: hard(rota), to: hard(changed)).added.isEmpty
    }

    @Test(
        "all that break nothing are offered, and no others, as the whole rota's assessment has it",
        arguments: 0..<150 as Range<UInt64>)
    func offers(seed: UInt64) {
        let problem = RandomProblem.make(seed: seed)
        let judge = Judge(problem)
        let rota = RandomProblem.rota(for: problem, seed: seed)
        let first = problem.start.advanced(by: Int(seed % 4))
        var offered = 0
        for asker in problem.personIndices {
            let me = problem[asker].id
            for day in problem.days {
                let date = problem.date(of: day)
                let found = judge.exchanges(of: me, on: date, in: rota, from: first)
                guard let shift = rota[asker, day].shift.map({ problem[$0].id }) else {
                    #expect(found == [])
                    continue
                }
                var expected: [ExchangeProposal] = []
                for other in problem.people where other.id != me {
                    expected.append(ExchangeProposal(asker: me, other: other.id, date: date, shift: shift))
                    for back in problem.days {
                        let index = problem.index(of: other.id) ?? asker
                        guard back == day || problem.date(of: back) >= first,
                            let given = rota[index, back].shift.map({ problem[$0].id }), back != day || given != shift
                        else { continue }
                        expected.append(
                            ExchangeProposal(
                                asker: me, other: other.id, date: date, shift: shift, otherDate: problem.date(of: back),
                                otherShift: given))
                    }
                }
                let legal = expected.filter { broken($0, rota, judge) == false }
                #expect(Set(found) == Set(legal) && found.count == legal.count, "seed \(seed), \(me) on \(date)")
                offered += found.count
            }
            for proposal in judge.takeable(by: me, in: rota, from: first) {
                #expect(broken(proposal, rota, judge) == false, "seed \(seed)")
                #expect(proposal.date >= first && proposal.other == nil)
            }
        }
        // Nothing is proven where a random problem leaves nothing to exchange.
        if seed == 0 { #expect(offered > 0) }
    }

    @Test("an exchange undone is the rota as it was", arguments: 0..<100 as Range<UInt64>)
    func undone(seed: UInt64) {
        let problem = RandomProblem.make(seed: seed)
        let rota = RandomProblem.rota(for: problem, seed: seed)
        let judge = Judge(problem)
        for asker in problem.people {
            for day in problem.days {
                for one in judge.exchanges(of: asker.id, on: problem.date(of: day), in: rota, from: problem.start) {
                    let changed = one.applied(to: rota, of: problem)
                    #expect(changed != nil && changed != rota)
                    #expect(changed.flatMap { one.applied(to: $0, of: problem) } == nil, "what stands there is gone")
                    guard let changed, let other = one.other else { continue }
                    let shifts = { (rota: Rota) in rota.duties.filter { $0.shift != nil }.count }
                    #expect(shifts(changed) == shifts(rota))
                    let back = ExchangeProposal(
                        asker: other, other: asker.id, date: one.date, shift: one.shift, otherDate: one.otherDate,
                        otherShift: one.otherShift)
                    if one.otherDate != one.date { #expect(back.applied(to: changed, of: problem) == rota) }
                }
            }
        }
    }
}
