/// The number of people on some lines of demand together, or a part of it: whole in every rota, often not in the linear
/// program.
struct DemandSum {
    /// Which people count.
    enum Part: CaseIterable {
        /// On each line those up to its cheapest number: what is missing is the rest.
        case wanted
        case all
        /// On each line those beyond its cheapest number.
        case beyond
    }

    struct Limits {
        var least: Int?
        var most: Int?

        /// Whether there is room for more on both sides of a number that is not whole.
        func hold(_ value: Double) -> Bool {
            (least.map { Double($0) < value } ?? true) && (most.map { value < Double($0) } ?? true)
        }
    }

    var lines: [Int]
    var part: Part
    /// How few sums there are of its kind, 0 the whole period.
    var level: Int

    /// How much of so many people on one line counts, where `cheapest` people cost least.
    static func amount(_ part: Part, of count: Int, cheapest: Int) -> Int {
        switch part {
        case .wanted: min(count, cheapest)
        case .all: count
        case .beyond: max(0, count - cheapest)
        }
    }

    /// Sums over the whole period, weeks, kinds of shift, days, kinds of shift in a week, and single lines; each set of
    /// lines once.
    static func all(_ tables: ProblemTables, lines: [Int]) -> [DemandSum] {
        var dayOf = Array(repeating: 0, count: tables.lineCount)
        // By line: the duties that count for it.
        var duties = Array(repeating: Array(repeating: false, count: tables.dutyCount), count: tables.lineCount)
        for cell in 0..<tables.peopleCount * tables.dayCount {
            let group = Int(tables.groupOf[cell]) * tables.dutyCount
            for duty in 0..<tables.dutyCount {
                for entry in Int(tables.lineStart[group + duty])..<Int(tables.lineStart[group + duty + 1]) {
                    dayOf[Int(tables.lines[entry])] = cell % tables.dayCount
                    duties[Int(tables.lines[entry])][duty] = true
                }
            }
        }
        var kinds: [[Bool]] = []
        var kindOf = Array(repeating: 0, count: tables.lineCount)
        for line in lines {
            if let kind = kinds.firstIndex(of: duties[line]) {
                kindOf[line] = kind
            } else {
                kindOf[line] = kinds.count
                kinds.append(duties[line])
            }
        }
        let weeks = (tables.dayCount + 6) / 7
        var sets: [(lines: [Int], level: Int)] = [(lines, 0)]
        func add(_ level: Int, _ count: Int, _ key: (Int) -> Int) {
            for number in 0..<count { sets.append((lines.filter { key($0) == number }, level)) }
        }
        add(1, weeks) { dayOf[$0] / 7 }
        add(2, kinds.count) { kindOf[$0] }
        add(3, tables.dayCount) { dayOf[$0] }
        add(4, weeks * kinds.count) { dayOf[$0] / 7 * kinds.count + kindOf[$0] }
        add(5, tables.lineCount) { $0 }
        var sums: [DemandSum] = []
        for (number, set) in sets.enumerated() where !set.lines.isEmpty {
            if sets[..<number].contains(where: { $0.lines == set.lines }) { continue }
            for part in Part.allCases { sums.append(DemandSum(lines: set.lines, part: part, level: set.level)) }
        }
        return sums
    }
}
