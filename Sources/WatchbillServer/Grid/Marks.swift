import RotaModel
import RotaRules

/// Which cells and rows an assessment points at.
///
/// A finding about a few days marks their cells. One about the whole period marks the person's row, since marking every
/// cell would say nothing, and only if it is hard: of wishes on totals almost everybody misses one.
struct Marks: Sendable {
    enum Mark: Int, Sendable {
        case none, soft, hard

        var style: String { ["", "ms", "mh"][rawValue] }
    }

    /// Days of a finding beyond which it is one of the row.
    static let longest = 10

    private let dayCount: Int
    private var cells: [Mark]
    private var rows: [Mark]

    init(_ assessment: Assessment?, in problem: RotaProblem) {
        dayCount = problem.dayCount
        cells = Array(repeating: .none, count: problem.people.count * problem.dayCount)
        rows = Array(repeating: .none, count: problem.people.count)
        for finding in assessment?.findings ?? [] {
            guard let person = finding.person else { continue }
            let mark: Mark = finding.isHard ? .hard : .soft
            if Self.isOfRow(finding) {
                if finding.isHard { rows[person.value] = mark }
            } else {
                for day in finding.days where problem.days.contains(day) {
                    let index = person.value * dayCount + day.value
                    cells[index] = Self.stronger(cells[index], mark)
                }
            }
        }
    }

    static func isOfRow(_ finding: Finding) -> Bool { finding.days.count > longest }

    private static func stronger(_ left: Mark, _ right: Mark) -> Mark { left.rawValue >= right.rawValue ? left : right }

    func cell(_ person: PersonIndex, _ day: DayIndex) -> Mark { cells[person.value * dayCount + day.value] }

    func row(_ person: PersonIndex) -> Mark { rows[person.value] }
}
