internal import RotaFormats
import RotaModel
import RotaSolver

/// Days on which somebody will not come, as the solver has them: the records know another `Away`.
typealias DaysAway = Away

/// Who is away and when, as a planner asks about it. Why is not asked.
struct AwayRequest: Sendable {
    let away: [DaysAway]

    /// - Parameter body: as `schema` says.
    /// - Throws: `ServerProblem` if the problem has no such person or days.
    init(_ body: ReadBody, in problem: RotaProblem) throws(ServerProblem) {
        guard case .list(let elements)? = body["away"] else { throw .badBody("who is away") }
        var away: [DaysAway] = []
        for element in elements {
            let entry = ReadBody(bytes: [], content: element)
            away.append(
                try Self.away(
                    entry.text("person") ?? "", from: entry.text("from") ?? "", to: entry.text("to") ?? "", problem))
        }
        self.away = away
    }

    /// Of one person.
    ///
    /// - Parameter to: empty: the one day.
    /// - Throws: `ServerProblem`, as above.
    init(person: String, from: String, to: String, in problem: RotaProblem) throws(ServerProblem) {
        away = [try Self.away(person, from: from, to: to.isEmpty ? from : to, problem)]
    }

    private static func away(
        _ person: String, from: String, to: String, _ problem: RotaProblem
    ) throws(ServerProblem) -> DaysAway {
        guard let index = problem.index(of: PersonID(person)) else {
            throw .badValue("person", person, expected: "the id of somebody in \(problem.unit.name)")
        }
        let (first, last) = (try day("from", from, problem), try day("to", to, problem))
        guard first <= last else { throw .badValue("to", to, expected: "a date from \(from) on") }
        return DaysAway(person: index, days: first...last)
    }

    private static func day(_ name: String, _ text: String, _ problem: RotaProblem) throws(ServerProblem) -> DayIndex {
        guard let date = CalendarDate(text), let day = problem.day(of: date) else {
            throw .badValue(name, text, expected: "a date from \(problem.start) to \(problem.end)")
        }
        return day
    }

    static let schema = JSONSchema.named(
        "AwayRequest",
        .object([
            .always(
                "away",
                .list(
                    of: .object([
                        .always("person", .id, "who will not come"), .always("from", .date, "the first day away"),
                        .always("to", .date, "the last day away"),
                    ]), least: 1, most: 20), "who is away and when")
        ]))

    static let example: JSONContent = ["away": [["person": "lindqvist", "from": "2027-03-02", "to": "2027-03-03"]]]
}

/// Repairs of a draft or a version, and what taking each would be.
struct RepairOffer: Sendable {
    let name: RotaName
    let loaded: LoadedProblem
    let away: [DaysAway]
    let result: RepairResult
    /// How many steps by hand the draft had; 0 for a version.
    let steps: Int

    /// What taking a repair does to cells: those that it changes, and whoever is away is pinned as off on those days, so that
    /// builds leave it so.
    func cells(of repair: Repair) -> [EditedCell] {
        let problem = loaded.problem
        func isAway(_ person: PersonIndex, _ day: DayIndex) -> Bool {
            away.contains { $0.person == person && $0.days.contains(day) }
        }
        let changed = repair.changes.filter { !isAway($0.person, $0.day) }.map { EditedCell($0, problem) }
        var free: [EditedCell] = []
        for absence in away {
            for day in absence.days.lowerBound.value...absence.days.upperBound.value where day >= result.now.value {
                let cell = EditedCell(absence.person, DayIndex(day), .off, pinned: true, problem)
                if !free.contains(cell) { free.append(cell) }
            }
        }
        return free + changed
    }
}

/// One cell of what a planner may send to change a draft.
struct EditedCell: APIValue, Hashable {
    let person: String
    let date: String
    /// Empty: off.
    let shift: String
    let pinned: Bool?

    init(_ person: PersonIndex, _ day: DayIndex, _ duty: Duty, pinned: Bool?, _ problem: RotaProblem) {
        self.person = problem[person].id.rawValue
        date = problem.date(of: day).description
        shift = duty.shift.map { problem[$0].id.rawValue } ?? ""
        self.pinned = pinned
    }

    /// What a repair changes.
    init(_ change: DutyChange, _ problem: RotaProblem) {
        self.init(change.person, change.day, change.new, pinned: nil, problem)
    }

    static let schema = JSONSchema.named(
        "EditedCell",
        .object([
            .always("person", .id, "whose cell"), .always("date", .date, "its day"),
            .always("shift", .text(0...64), "the shift type that is to stand there; empty: off"),
            .maybe("pinned", .truth, "whether builds are to leave it as it is; missing: as it is"),
        ]))

    static let example: JSONContent = ["person": "okafor", "date": "2027-03-02", "shift": "E"]
}
