import RotaModel
import RotaRules
import RotaSolver
import Testing
import WatchbillTestKit

@Suite("What refused wishes cost")
struct WishTests {
    /// The least penalty of any legal rota that has one of the duties in the wish's cell; nil: none is legal.
    private static func best(_ wish: RefusedWish, _ problem: RotaProblem) -> Penalty? {
        wish.duties.compactMap { duty in
            var pinned = problem
            let id = problem[wish.person].id
            let date = problem.date(of: wish.day)
            pinned.pins.removeAll { $0.person == id && $0.date == date }
            pinned.pins.append(Pin(person: id, date: date, shift: duty.shift.map { problem[$0].id }))
            return SolveTests.best(of: pinned)
        }.min()
    }

    /// Wishes against what the rota has: one for each of the first two people, of all kinds over the seeds.
    private static func wish(against rota: Rota, of problem: inout RotaProblem, seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) &+ 9)
        for person in problem.personIndices.prefix(2) {
            let day = DayIndex(random.below(problem.dayCount))
            let wish: Request.Wish =
                if let shift = rota[person, day].shift {
                    random.chance(percent: 50) ? .dayOff : .shiftOff(problem[shift].id)
                } else {
                    random.chance(percent: 50)
                        ? .dayOn : .shiftOn(problem.shiftTypes[random.below(problem.shiftTypes.count)].id)
                }
            problem.requests.append(
                Request(
                    person: problem[person].id, date: problem.date(of: day), wish: wish,
                    weight: Penalty(1 + random.below(5))))
        }
    }

    @Test(
        "Of tiny problems, what is told as exact is the least there is, at most is no less, and impossible is so",
        arguments: 0..<4)
    func exhaustive(part: Int) {
        var proven = 0
        var count = 0
        for seed in part * 10..<(part + 1) * 10 {
            var problem = RandomProblem.make(seed: UInt64(seed), size: SolveTests.tiny)
            let rota = solve(problem, settings: SolveSettings(seed: 1, threads: 1, stepLimit: 100_000)).rota
            Self.wish(against: rota, of: &problem, seed: seed)
            let judge = Judge(problem)
            guard judge.assess(rota).isFeasible else { continue }
            let refused = Array(judge.refusedWishes(in: rota).prefix(3))
            let costs = costs(
                of: refused, in: rota, of: problem, threads: 1, timeLimit: .milliseconds(500 * refused.count))
            #expect(costs.map(\.wish) == refused)
            for cost in costs {
                let told: Comment = "seed \(seed), \(cost.wish.sentence)"
                let best = Self.best(cost.wish, problem)
                count += 1
                if let repair = cost.repair {
                    #expect(repair.isLegal, told)
                    #expect(cost.wish.duties.contains(repair.rota[cost.wish.person, cost.wish.day]), told)
                }
                switch cost.certainty {
                case .exact:
                    proven += 1
                    #expect(cost.repair?.penalty == best, told)
                case .atMost:
                    if let found = cost.repair?.penalty { #expect(best.map { $0 <= found } == true, told) }
                case .impossible:
                    proven += 1
                    #expect(best == nil && cost.repair == nil, told)
                case .notFound: #expect(cost.repair == nil, told)
                }
            }
        }
        #expect(proven > 0 && count > proven / 2)
    }

    /// Ann and Bo, two days, one early shift and one late shift on each.
    private static func ward(_ change: (inout RotaProblem) -> Void = { _ in }) throws -> (RotaProblem, Rota) {
        let start = try #require(CalendarDate("2026-01-05"))
        func shift(_ id: ShiftTypeID, _ hour: Int) -> ShiftType {
            ShiftType(id: id, name: id.rawValue, start: .midnight.adding(.hours(hour)), length: .hours(8))
        }
        var problem = RotaProblem(
            unit: CrewUnit(id: "ward", name: "Ward", zone: .utc), start: start, dayCount: 2,
            shiftTypes: [shift("E", 7), shift("L", 15)],
            people: [Person(id: "ann", name: "Ann"), Person(id: "bo", name: "Bo")],
            demand: (0..<2).flatMap { day in
                ["E", "L"].map {
                    Demand(
                        date: start.advanced(by: day), shiftTypes: [$0], minimum: 0, wanted: 1, belowWanted: Penalty(7))
                }
            })
        change(&problem)
        var rota = Rota(for: problem)
        for day in problem.days {
            rota[0, day] = Duty(0)
            rota[1, day] = Duty(1)
        }
        return (problem, rota)
    }

    private static func cost(_ problem: RotaProblem, _ rota: Rota) throws -> WishCost {
        let refused = Judge(problem).refusedWishes(in: rota)
        return try #require(
            costs(of: refused, in: rota, of: problem, threads: 1, timeLimit: .seconds(2)).first)
    }

    @Test("A wish to be off costs the shift that nobody else can take, less the wish's own weight")
    func off() throws {
        let (problem, rota) = try Self.ward { problem in
            problem.requests = [Request(person: "ann", date: problem.start, wish: .dayOff, weight: Penalty(3))]
        }
        let cost = try Self.cost(problem, rota)
        #expect(cost.certainty == .exact)
        #expect(cost.repair?.penalty == Penalty(7))
        #expect(cost.repair?.missed.map(\.sentence) == ["Mon 5 Jan has 0 on E; 1 wanted."])
        #expect(cost.repair?.mended.map(\.origin) == [.request(0)])
    }

    @Test("A wish not to work a shift is granted by any other duty: here by changing places, at no cost")
    func changePlaces() throws {
        let (problem, rota) = try Self.ward { problem in
            problem.requests = [
                Request(person: "ann", date: problem.start, wish: .shiftOff("E"), weight: Penalty(3))
            ]
        }
        let cost = try Self.cost(problem, rota)
        #expect(cost.wish.duties == [.off, Duty(1)])
        #expect(cost.certainty == .exact)
        #expect(cost.repair?.penalty == .zero)
        #expect(cost.repair?.disturbed == [PersonIndex(1)])
    }

    @Test("A wish that a hard rule forbids is told as impossible, with what is in the way")
    func impossible() throws {
        let (problem, rota) = try Self.ward { problem in
            problem.requests = [
                Request(person: "ann", date: problem.start, wish: .shiftOn("L"), weight: Penalty(3))
            ]
            problem.rules = [
                Rule(id: "early", .shiftCount(.types(["L"]), Limits(maximum: 0)), appliesTo: .people(["ann"]))
            ]
        }
        let cost = try Self.cost(problem, rota)
        #expect(cost.certainty == .impossible)
        #expect(cost.repair == nil)
        let members = cost.conflict?.members.map(\.sentence)
        #expect(members == ["At most 0 L shifts in all, for Ann"])
    }
}
