import RotaModel
import RotaRules
import Testing
import WatchbillTestKit

@Suite("Reasons for somebody's own eyes")
struct OwnReasonsTests {
    private static func reasons(_ problem: RotaProblem, _ rota: Rota, _ person: PersonIndex) -> [OwnReasons] {
        problem.days.map { problem.ownReasons(of: person, doing: Array(rota.row(of: person)), on: $0) }
    }

    @Test("Nothing of anybody else is in them, whatever they wish, have, did or are called", arguments: 0..<120)
    func othersDoNotShow(seed: Int) {
        var problem = RandomProblem.make(seed: UInt64(seed))
        let rota = RandomProblem.rota(for: problem, seed: UInt64(seed))
        let person = PersonIndex(seed % problem.people.count)
        let own = problem[person].id
        for index in problem.people.indices where index != person.value {
            problem.people[index].name = "Somebody else \(index)"
        }
        var other = problem
        other.demand = []
        other.pins = []
        other.requests.removeAll { $0.person != own }
        other.absences.removeAll { $0.person != own }
        other.history.removeAll { $0.person != own }
        other.ledger.removeAll { $0.person != own }
        for index in other.people.indices where index != person.value {
            other.people[index].name = "Another \(index)"
            other.people[index].qualifications = []
            other.people[index].contracts = []
        }
        for index in other.rules.indices {
            // How dear a rule is, and which others it is for, does not show either.
            if case .soft = other.rules[index].severity { other.rules[index].severity = .soft(Penalty(977)) }
            if case .people(let ids) = other.rules[index].appliesTo, ids.contains(own) {
                other.rules[index].appliesTo = .people([own])
            }
        }
        let (one, two) = (Self.reasons(problem, rota, person), Self.reasons(other, rota, person))
        #expect(one == two)
        for sentence in one.flatMap({ $0.serves + $0.misses }) {
            #expect(!sentence.contains("Somebody else") && !sentence.contains("weight"), "\(sentence)")
        }
    }

    @Test("What a day misses is what the judge finds of the person's row", arguments: 0..<60)
    func asTheJudge(seed: Int) {
        let problem = RandomProblem.make(seed: UInt64(seed))
        let rota = RandomProblem.rota(for: problem, seed: UInt64(seed))
        let judge = Judge(problem)
        for person in problem.personIndices {
            let row = Array(rota.row(of: person))
            for day in problem.days {
                let whole = judge.explain(rota, person: person, day: day)
                let own = problem.ownReasons(of: person, doing: row, on: day)
                let expected = whole.breaks.filter { finding in
                    switch finding.origin {
                    case .demand, .pin: false
                    case .rule(let rule):
                        if case .fairness = problem.rules[rule].kind {
                            false
                        } else {
                            !problem.rules[rule].kind.isAboutCompany
                        }
                    default: true
                    }
                }
                #expect(own.misses == expected.map(\.sentence))
            }
        }
    }

    @Test("They say what the day is good for, without weights")
    func words() throws {
        var problem = try Ward.problem(
            days: 3, [Rule(id: "r", .shiftsInARow(.all, Limits(maximum: 2)), severity: .soft(Penalty(9)))])
        problem.requests = [
            Request(person: "ann", date: problem.start.advanced(by: 2), wish: .dayOff, weight: Penalty(4))
        ]
        let rows = try problem.rota(["E E -", "- - -"])
        let free = problem.ownReasons(of: 0, doing: Array(rows.row(of: 0)), on: 2)
        #expect(free.serves == ["Grants the wish to be off.", "Keeps: At most 2 shifts in a row, for everyone."])
        #expect(free.misses.isEmpty)
        let worked = try problem.rota(["E E E", "- - -"])
        let third = problem.ownReasons(of: 0, doing: Array(worked.row(of: 0)), on: 2)
        #expect(
            third.misses == [
                "Ann works 3 shifts in a row from Mon 5 Jan to Wed 7 Jan; at most 2.",
                "Ann wished to be off on Wed 7 Jan, but works E.",
            ])
    }
}
