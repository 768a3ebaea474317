import RotaModel

/// Demand for the same shift types and qualification, over the days of the period: a row under the grid.
struct CoverLine: Hashable, Sendable {
    struct Key: Hashable, Sendable {
        var shiftTypes: [ShiftTypeID]
        var qualification: QualificationID?
    }

    let key: Key
    /// By day; nil where nothing is asked.
    let demand: [Demand?]

    /// All of a problem's, in the order of shift types; those for everybody before those of a qualification.
    static func all(of problem: RotaProblem) -> [CoverLine] {
        var keys: [Key] = []
        var lines: [Key: [Demand?]] = [:]
        for demand in problem.demand {
            guard let day = problem.day(of: demand.date) else { continue }
            let key = Key(shiftTypes: demand.shiftTypes, qualification: demand.qualification)
            if lines[key] == nil { keys.append(key) }
            lines[key, default: Array(repeating: nil, count: problem.dayCount)][day.value] = demand
        }
        let ordered = keys.filter { $0.qualification == nil } + keys.filter { $0.qualification != nil }
        return ordered.map { CoverLine(key: $0, demand: lines[$0] ?? []) }
    }

    /// How many people count for it on a day.
    func have(on day: DayIndex, in rota: Rota, of problem: RotaProblem) -> Int {
        problem.personIndices.count { person in
            guard let shift = rota[person, day].shift, key.shiftTypes.contains(problem[shift].id) else { return false }
            return key.qualification.map { problem[person].holds($0, on: problem.date(of: day)) } ?? true
        }
    }

    /// `E`, `E+L`.
    var shiftText: String { key.shiftTypes.map(\.rawValue).joined(separator: "+") }

    func qualificationName(in problem: RotaProblem) -> String? {
        key.qualification.map { id in problem.qualifications.first { $0.id == id }?.name ?? id.rawValue }
    }
}

extension Demand {
    /// Below what is wanted: -1; above what is wanted or allowed, where that costs anything: 1; else 0.
    func state(of have: Int) -> Int {
        if have < target { return -1 }
        if let maximum, have > maximum { return 1 }
        if let wanted, have > wanted, aboveWanted > .zero { return 1 }
        return 0
    }
}
