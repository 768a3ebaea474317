import RotaModel

/// Have and want of one kind of demand on each day.
struct CoverRow {
    struct Count {
        var have: Int
        var wanted: Int
        /// More than this is too many; nil: never.
        var most: Int?

        /// `▼` where people are missing, `▲` where there are too many.
        var mark: String { have < wanted ? "▼" : have > most ?? .max ? "▲" : "" }
    }

    /// Columns of ` have`, ` want` and ` min`.
    static let suffixWidth = 5

    /// What distinguishes one row from another.
    private struct Key: Hashable {
        var shiftTypes: [ShiftTypeID]
        var qualification: QualificationID?
    }

    /// `E`, `E+L charge`.
    let name: String
    /// By day of the period; nil where nothing is asked.
    private(set) var days: [Count?]
    /// Whether a least is asked and nothing more.
    private(set) var isLeast = true

    /// One row for each set of shift types and qualification, in the order in which the demand names them. Of several
    /// lines about the same day the one that wants most counts.
    static func rows(_ problem: RotaProblem, _ rota: Rota) -> [CoverRow] {
        var order: [Key] = []
        var rows: [Key: CoverRow] = [:]
        for line in problem.demand {
            guard let day = problem.day(of: line.date) else { continue }
            let key = Key(shiftTypes: line.shiftTypes, qualification: line.qualification)
            if rows[key] == nil {
                order.append(key)
                let types = line.shiftTypes.map(\.rawValue).joined(separator: "+")
                rows[key] = CoverRow(
                    name: ([types, line.qualification?.rawValue].compactMap { $0 }).joined(separator: " "),
                    days: Array(repeating: nil, count: problem.dayCount))
            }
            let wanted = line.wanted ?? line.minimum
            if line.wanted != nil { rows[key]?.isLeast = false }
            if let other = rows[key]?.days[day.value], other.wanted >= wanted { continue }
            let have = count(line, on: day, problem, rota)
            let most = line.aboveWanted > .zero ? line.wanted : line.maximum
            rows[key]?.days[day.value] = Count(have: have, wanted: wanted, most: most)
        }
        return order.compactMap { rows[$0] }
    }

    private static func count(_ line: Demand, on day: DayIndex, _ problem: RotaProblem, _ rota: Rota) -> Int {
        problem.personIndices.count { person in
            guard let shift = rota[person, day].shift, line.shiftTypes.contains(problem[shift].id) else { return false }
            return line.qualification.map { problem[person].holds($0, on: line.date) } ?? true
        }
    }
}
