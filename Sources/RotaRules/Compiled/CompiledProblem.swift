package import RotaModel

/// A problem in the form that searching and bounding work on: tables over plain numbers.
///
/// People, days and duties are positions; a duty is `Duty.rawValue`, 0 off. Every rule of the problem is in exactly one
/// of the parts, so that the sum of the parts' costs is what the judge would find; a property test keeps it so.
package struct CompiledProblem: Sendable {
    package let peopleCount: Int
    package let dayCount: Int
    /// Shift types and off.
    package let dutyCount: Int
    package let historyDayCount: Int
    /// Every penalty is a whole multiple of it.
    package let penaltyStep: Int
    /// (person x `historyDayCount` + day): duties of the known days before the period.
    package let history: [UInt8]
    /// ((history day + day) x `dutyCount` + duty): elapsed minutes.
    package let minutes: [Int32]
    /// (person x `dayCount` + day) x `dutyCount` + duty: requests, absences, pins, eligibility, days without work.
    package let cellSoft: [Int32]
    package let cellHard: [Int32]
    package let profiles: [RowProfile]
    /// By person.
    package let profileOf: [Int]
    /// By person, by counter of their profile: the sum of a row of days off.
    package let counterBases: [[Int]]
    package let cover: CompiledCover
    package let pairs: [CompiledPair]
    /// By person: the pairs they are in.
    package let pairsOf: [[Int]]

    /// `problem` has passed `validate()`.
    package init(_ problem: RotaProblem) {
        let times = ShiftTimes(problem)
        let scopes = RuleScopes(problem)
        let fairness = FairShares(problem, scopes: scopes)
        peopleCount = problem.people.count
        dayCount = problem.dayCount
        dutyCount = problem.shiftTypes.count + 1
        historyDayCount = problem.historyDayCount
        penaltyStep = problem.penaltyStep

        history = Self.history(of: problem, scopes: scopes)
        minutes = Self.minutes(of: problem, times: times)
        let cells = CellCosts(problem, times: times, scopes: scopes)
        cellSoft = cells.soft
        cellHard = cells.hard
        let rows = RowCompiler(
            problem, times: times, scopes: scopes, fairness: fairness, minutes: minutes, history: history)
        profiles = rows.profiles
        profileOf = rows.profileOf
        counterBases = rows.counterBases
        cover = CompiledCover(problem, scopes: scopes)
        pairs = CompiledPair.all(in: problem, scopes: scopes)
        var pairsOf = Array(repeating: [Int](), count: peopleCount)
        for (number, pair) in pairs.enumerated() {
            pairsOf[pair.first].append(number)
            pairsOf[pair.second].append(number)
        }
        self.pairsOf = pairsOf
    }

    /// (person x history days + day): duties of the known days before the period.
    static func history(of problem: RotaProblem, scopes: RuleScopes) -> [UInt8] {
        let days = problem.historyDayCount
        var history = Array(repeating: UInt8(0), count: problem.people.count * days)
        for entry in problem.history {
            guard let person = scopes.person[entry.person], let shift = scopes.shift[entry.shift] else { continue }
            let day = entry.date.dayNumber - problem.start.dayNumber + days
            guard (0..<days).contains(day) else { continue }
            history[person * days + day] = UInt8(shift + 1)
        }
        return history
    }

    /// ((history day + day) x duties + duty): elapsed minutes.
    static func minutes(of problem: RotaProblem, times: ShiftTimes) -> [Int32] {
        let (historyDays, dutyCount) = (problem.historyDayCount, problem.shiftTypes.count + 1)
        var minutes = Array(repeating: Int32(0), count: (historyDays + problem.dayCount) * dutyCount)
        for day in -historyDays..<problem.dayCount {
            for shift in problem.shiftIndices {
                minutes[(day + historyDays) * dutyCount + shift.value + 1] =
                    Int32(times.minutes(of: shift, on: DayIndex(day)).value)
            }
        }
        return minutes
    }
}

/// What people with the same rules share.
package struct RowProfile: Sendable {
    /// Rules on the order of days; one machine unless their product is too large.
    package var machines: [RowMachine]
    /// By machine, by lane: the counters it feeds.
    package var laneCounters: [[[Int]]]
    package var counters: [RowCounter]
    /// The kind of each day, as to counters.
    package var counterClassOfDay: [Int]
    /// By class x duties + duty: where its contributions begin; one more at the end.
    package var contributionStart: [Int]
    package var contributions: [Contribution]
    package var windows: [RowWindow]

    /// What one day with a duty adds to a counter.
    package struct Contribution: Hashable, BitwiseCopyable, Sendable {
        package var counter: Int
        package var amount: Int
    }
}
