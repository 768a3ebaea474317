package import RotaModel
package import RotaRules

/// What it costs to grant a wish, after the rest of the rota has been repaired as well as was possible.
package struct WishCost: Sendable {
    package var wish: RefusedWish
    package var certainty: DutyCost.Certainty
    /// The best legal rota found that grants it; nil: none is legal.
    package var repair: Repair?
    /// The cheapest that changes little; nil: there is none, or it is `repair` itself.
    package var near: Repair?
    /// Where no legal rota grants it and one duty alone would: what cannot hold together with that, if it was found in
    /// the time.
    package var conflict: Conflict?
}

/// For each refused wish the best legal rota that grants it and is found in the time.
///
/// A wish is granted by one or more duties in its cell. Each is first pinned and the rota repaired around it; then the
/// duty that was the cheapest so is searched for further, and the others as long as they may be cheaper.
/// - Parameters:
///   - problem: one that has passed `validate()`.
///   - timeLimit: for all wishes together. Each has an even share of what is left when its turn comes.
package func costs(
    of wishes: [RefusedWish], in rota: Rota, of problem: RotaProblem, threads: Int, timeLimit: Duration,
    stop: StopSignal = StopSignal()
) -> [WishCost] {
    let clock = ContinuousClock()
    let end = clock.now + timeLimit
    return wishes.enumerated().map { number, wish in
        let share = max(.zero, (end - clock.now) / (wishes.count - number))
        let granting = Granting(problem, rota, wish, threads: threads, end: clock.now + share, stop: stop)
        return granting.cost()
    }
}

/// One wish from the question to what granting it costs.
private struct Granting {
    let problem: RotaProblem
    let rota: Rota
    let wish: RefusedWish
    let threads: Int
    let end: ContinuousClock.Instant
    let stop: StopSignal

    init(
        _ problem: RotaProblem, _ rota: Rota, _ wish: RefusedWish, threads: Int, end: ContinuousClock.Instant,
        stop: StopSignal
    ) {
        self.problem = problem
        self.rota = rota
        self.wish = wish
        self.threads = threads
        self.end = end
        self.stop = stop
    }

    private var left: Duration { max(.zero, end - ContinuousClock.now) }

    private func repairing(_ duty: Duty, _ limit: Duration) -> Repairing {
        Repairing(
            problem, rota, person: wish.person, day: wish.day, duty: duty, threads: threads, timeLimit: limit, stop)
    }

    func cost() -> WishCost {
        let half = left / 2 / max(1, wish.duties.count)
        var ways = wish.duties.map { ($0, repairing($0, half).cheapest(within: half)) }
        // Stable: among equals the order of duties stays.
        ways.sort { left, right in
            guard let first = left.1?.penalty else { return false }
            return right.1.map { first < $0.penalty } ?? true
        }
        let near = ways.first?.1
        var best = near
        var costs: [DutyCost] = []
        for (number, way) in ways.enumerated() {
            let share = left / (ways.count - number)
            let cost = repairing(way.0, share).cost(of: way.0, from: way.1, within: share, known: best?.penalty)
            costs.append(cost)
            if let repair = cost.repair, best.map({ repair.penalty < $0.penalty }) ?? true { best = repair }
            if best?.penalty == .zero { break }
        }
        let isImpossible = costs.count == ways.count && costs.allSatisfy { $0.certainty == .impossible }
        guard let best, !isImpossible else {
            return WishCost(
                wish: wish, certainty: isImpossible ? .impossible : .notFound, repair: nil, near: nil,
                conflict: costs.count == 1 ? costs.first?.conflict : nil)
        }
        let isExact =
            best.penalty == .zero
            || costs.allSatisfy { cost in
                cost.certainty == .impossible || cost.floor.map { $0 >= best.penalty } ?? false
            }
        return WishCost(
            wish: wish, certainty: isExact ? .exact : .atMost, repair: best, near: near == best ? nil : near)
    }
}
