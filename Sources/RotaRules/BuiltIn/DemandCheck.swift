internal import RotaModel

/// Built in: how many people the demand lines ask for.
struct DemandCheck: Sendable {
    /// A demand line with its shift types looked up.
    private struct Line: Sendable {
        let day: Int
        let shifts: [ShiftIndex]
        let demand: Demand
    }

    private let lines: [Line]

    init(_ facts: Facts) {
        lines = facts.problem.demand.map { demand in
            Line(
                day: demand.date.dayNumber - facts.problem.start.dayNumber,
                shifts: Set(demand.shiftTypes.compactMap(facts.index)).sorted(), demand: demand)
        }
    }

    /// How many people each demand line has, in the problem's order; 0 for a date outside the period.
    func counts(in rota: Rota, _ facts: Facts) -> [Int] {
        let tally = Tally(rota, days: 0..<facts.dayCount, shiftTypes: facts.problem.shiftTypes.count)
        return lines.map { count($0, in: rota, tally, facts) }
    }

    /// How many people one line has.
    func count(of line: Int, in rota: Rota, _ facts: Facts) -> Int {
        let day = lines[line].day
        let days = (0..<facts.dayCount).contains(day) ? day..<day + 1 : 0..<0
        return count(lines[line], in: rota, Tally(rota, days: days, shiftTypes: facts.problem.shiftTypes.count), facts)
    }

    /// Which demand lines of a day count a person on that shift.
    func lines(on day: Int, counting person: PersonIndex, on shift: ShiftIndex, _ facts: Facts) -> [Int] {
        lines.indices.filter { index in
            let line = lines[index]
            guard line.day == day, line.shifts.contains(shift) else { return false }
            return line.demand.qualification.map { facts.holds($0, person: person, on: day) } ?? true
        }
    }

    /// - Parameter day: only the lines of this day; nil: all.
    func findings(in rota: Rota, on day: Int?, _ facts: Facts) -> [Finding] {
        let days = day.map { $0..<$0 + 1 } ?? 0..<facts.dayCount
        let tally = Tally(rota, days: days, shiftTypes: facts.problem.shiftTypes.count)
        var found: [Finding] = []
        for (index, line) in lines.enumerated() where days.contains(line.day) {
            let count = count(line, in: rota, tally, facts)
            func add(_ part: Finding.Part, _ amount: Int, _ severity: Severity, _ limit: @autoclosure () -> String) {
                guard amount > 0, severity != .soft(.zero) else { return }
                let breach = Breach(
                    days: line.day...line.day, amount: amount, part: part,
                    sentence: "\(facts.date(line.day)) has \(count) \(Self.words(line.demand, facts)); \(limit()).")
                found.append(Finding(breach, origin: .demand(index), person: nil, severity))
            }
            let demand = line.demand
            let minimum = demand.minimum
            add(.belowMinimum, minimum - count, demand.belowMinimum, "at least \(minimum)")
            if let wanted = demand.wanted {
                add(.belowWanted, wanted - count, .soft(demand.belowWanted), "\(wanted) wanted")
                add(.aboveWanted, count - wanted, .soft(demand.aboveWanted), "\(wanted) wanted")
            }
            if let maximum = demand.maximum {
                add(.aboveMaximum, count - maximum, demand.aboveMaximum, "at most \(maximum)")
            }
        }
        return found
    }

    private func count(_ line: Line, in rota: Rota, _ tally: Tally, _ facts: Facts) -> Int {
        guard tally.days.contains(line.day) else { return 0 }
        guard let qualification = line.demand.qualification else {
            return line.shifts.reduce(0) { $0 + tally[line.day, $1] }
        }
        return facts.problem.personIndices.count { person in
            guard let shift = rota[person, DayIndex(line.day)].shift, line.shifts.contains(shift) else { return false }
            return facts.holds(qualification, person: person, on: line.day)
        }
    }

    /// `on E or L`, `on N with IV`.
    static func words(_ demand: Demand, _ facts: Facts) -> String {
        let types = "on \(Words.list(demand.shiftTypes.map(\.rawValue), "or"))"
        return demand.qualification.map { "\(types) with \(facts.name(of: $0))" } ?? types
    }
}

/// How many people work each shift type on each day.
private struct Tally {
    let days: Range<Int>
    private let width: Int
    private var counts: [Int]

    init(_ rota: Rota, days: Range<Int>, shiftTypes: Int) {
        self.days = days
        width = shiftTypes + 1
        counts = Array(repeating: 0, count: days.count * width)
        for person in 0..<rota.peopleCount {
            for day in days {
                let duty = rota.duties[person * rota.dayCount + day]
                counts[(day - days.lowerBound) * width + Int(duty.rawValue)] += 1
            }
        }
    }

    subscript(day: Int, shift: ShiftIndex) -> Int { counts[(day - days.lowerBound) * width + shift.value + 1] }
}
