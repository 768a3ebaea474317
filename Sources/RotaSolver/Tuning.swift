/// The numbers that steer the search; how they were chosen is told in `docs/algorithm.md`.
enum Tuning {
    /// Temperatures as shares of the dear and of the cheap weights of a problem.
    static let hottest = 0.1
    static let coldest = 0.25
    /// Noise on the costs of a row solve, as a share of the temperature.
    static let noise = 0.3
    /// Days of a row solve; the longest in haste, see below, is shorter in proportion, so that every row gets its turn, but not
    /// shorter than the last.
    static let shortestWindow = 7
    static let longestWindow = 56
    static let longestInHaste = 21
    /// A solve is in haste where a rota has more than so many cells for each of its seconds. Then annealing begins less hot in
    /// proportion, too: from the hottest there would be no time to cool down.
    static let leisurelyPace = 150.0
    /// Cheap moves for each unit of work of a row solve, and at most for one solve.
    static let movesPerWork = 0.05
    /// As many where rules are left that row solves do not see.
    static let movesPerBlindWork = 1.0
    static let mostMoves = 10_000
    /// From so many cells on, all threads anneal one rota, if it has days enough for each of them.
    static let sharedFrom = 1000
    /// Such a rota is annealed for this share of the time, then columns take over; longer where there are more cells for
    /// each second, by one part in so many, up to all of the time.
    static let columnsFrom = 0.5
    static let hurry = 1500.0
    /// Every second round of annealing begins from the best rota, so much less hot.
    static let lastHeat = 0.4
    /// A first annealing, for a good rota soon: a share of the time, or seconds where there is no limit.
    static let firstShare = 0.03
    static let firstSeconds = 1.0
    /// Annealing ends when column generation has come to its end, and here at the latest.
    static let annealShare = 0.2
    /// The same where it is known from the start that column generation cannot come to its end.
    static let vainAnnealShare = 0.5
    /// The most that the proof of a floor may take, and what it may take if it would not come to its end in that: it has so
    /// many steps, about.
    static let proofShare = 0.3
    static let vainProofShare = 0.04
    static let proofSteps = 60
    /// Numbers in everybody's whole rows for each second of the solve, so that a proof comes to its end in its share.
    static let proofRoom = 4e6
    /// Steps of a search for each second, about, and the seconds that a search without a limit is laid out for.
    static let stepsPerSecond = 5e6
    static let endless = 100.0
    /// How long a single thread works with columns before it anneals again: a share of the whole, or seconds without a limit.
    static let turn = 0.15
    static let turnSeconds = 10.0
    /// Rounds over everybody in which prices follow each person's row, before all else; and what a price moves in a round for
    /// each person missing, as a share of the dearest weight: in the first, and how much less in the last.
    static let sweeps = 40
    static let sweepPace = 0.2
    static let sweepCooling = 0.02
    /// Rounds between looks at the floor.
    static let sweepsPerLook = 4
    /// Rounds over which prices are averaged for that.
    static let sweepMemory = 3.0
    /// Steps of the subgradient between that and column generation.
    static let boundSteps = 5
    /// As many where sums have soft limits that only the subgradient prices.
    static let softBoundSteps = 250
    /// Numbers that work with columns looks at, for one step of a limit of steps.
    static let workPerStep = 1000
    /// Without a legal rota for so long, a share of the time but at most so many seconds, a proof is looked for that there
    /// is none.
    static let doubtShare = 0.1
    static let doubtSeconds = 5
    /// How often new rows are looked for at most before a dive settles the first.
    static let firstRounds = 15
    /// As often at each later step, divided by the number of people who are left.
    static let lateRounds = 60
    /// Branching has half of a thread for so much work, and for as much again as it took for the floor to rise last, if
    /// the best rota costs at most such a share more than the floor.
    static let branchingWork = 4_000_000_000
    static let branchingGap = 0.1
    /// Else a share, and half again when so many neighbourhoods have gained nothing.
    static let branchingShare = 0.06
    static let branchingPatience = 200
}
