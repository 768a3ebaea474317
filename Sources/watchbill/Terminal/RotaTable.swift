import RotaModel
import RotaRules

/// A rota as a table of text: people by days, cover by days, totals by person.
///
/// A cell is a shift type's id or a point for a day off, `~` for a day away, and a mark after it: `!` for a broken hard
/// rule, `°` for a pinned cell.
struct RotaTable {
    private let problem: RotaProblem
    private let rota: Rota
    private let assessment: Assessment
    private let paint: Paint
    private let nameWidth: Int
    /// Of a day's column, with the mark and the space before the next.
    private let cellWidth: Int
    private let holidays: Set<CalendarDate>
    private let cover: [CoverRow]
    private let totals: [PersonTotals]
    /// Cells that a broken hard rule is about, row by row.
    private let broken: [Bool]

    init(_ problem: RotaProblem, _ rota: Rota, _ assessment: Assessment, paint: Paint) {
        self.problem = problem
        self.rota = rota
        self.assessment = assessment
        self.paint = paint
        holidays = Set(problem.holidays.map(\.date))
        cover = CoverRow.rows(problem, rota)
        totals = Judge(problem).totals(rota)
        let labels = problem.people.map(\.name.count) + cover.map { $0.name.count + CoverRow.suffixWidth } + [8]
        nameWidth = min(28, labels.max() ?? 0)
        cellWidth = max(2, problem.shiftTypes.map(\.id.rawValue.count).max() ?? 1) + 1
        var broken = Array(repeating: false, count: rota.duties.count)
        for finding in assessment.hardFindings {
            guard let person = finding.person else { continue }
            // A total is about no day more than another.
            guard finding.days.count < problem.dayCount || problem.dayCount == 1 else { continue }
            for day in finding.days where day >= 0 && day.value < problem.dayCount {
                broken[person.value * problem.dayCount + day.value] = true
            }
        }
        self.broken = broken
    }

    /// The whole table; wider than `width` it comes in parts, each of whole weeks.
    func text(width: Int?) -> String {
        var lines = [paint.bold(title), verdict]
        let parts = parts(width: width)
        for (number, days) in parts.enumerated() {
            lines.append("")
            lines += head(days, withTotals: number == parts.count - 1)
            lines += problem.personIndices.map { row($0, days, withTotals: number == parts.count - 1) }
            if !cover.isEmpty { lines.append(String(repeating: "─", count: lineWidth(days))) }
            lines += cover.flatMap { coverLines($0, days) }
        }
        lines += ["", legend]
        return lines.map { $0.trimmed() }.joined(separator: "\n") + "\n"
    }

    private var title: String {
        let start = problem.start
        return "\(problem.unit.name) · \(start.spoken) – \(problem.end.spoken) \(problem.end.components.year)"
    }

    private var verdict: String {
        let count = assessment.hardFindings.count
        if count == 0 { return "Legal, penalty \(assessment.penalty)." }
        return paint.alarm("Not legal: breaks hard rules in \(count) place\(count == 1 ? "" : "s").")
            + " Penalty \(assessment.penalty)."
    }

    private var legend: String {
        let types = problem.shiftTypes.filter { $0.name != $0.id.rawValue }.prefix(12).map { "\($0.id) \($0.name)" }
        let marks = [". off", "~ away", "! breaks a hard rule", "° pinned", "▼ short", "▲ over", "* holiday"]
        return paint.faint((types + marks).joined(separator: "   "))
    }

    // MARK: Days

    /// Whether a rule is drawn before the day: where a weekend begins or ends.
    private func hasRule(before day: DayIndex) -> Bool {
        day > 0 && isWeekend(day) != isWeekend(DayIndex(day.value - 1))
    }

    private func isWeekend(_ day: DayIndex) -> Bool { problem.unit.weekend.contains(problem.date(of: day).weekday) }

    private func lineWidth(_ days: Range<DayIndex>) -> Int {
        nameWidth + 1 + days.reduce(0) { $0 + cellWidth + (hasRule(before: $1) ? 1 : 0) }
    }

    private func parts(width: Int?) -> [Range<DayIndex>] {
        guard let width, lineWidth(problem.days) + PersonTotals.width > width else { return [problem.days] }
        // A week is at most seven columns and three rules wide; the last part has the totals beside it.
        let room = width - nameWidth - 1 - PersonTotals.width
        let days = max(1, room / (7 * cellWidth + 3)) * 7
        var parts: [Range<DayIndex>] = []
        var first = 0
        while first < problem.dayCount {
            // The first part ends with its week.
            let weekday = problem.start.advanced(by: first).weekday.rawValue
            let lead = (weekday - problem.unit.firstWeekday.rawValue + 7) % 7
            let next = min(problem.dayCount, first + days - lead)
            parts.append(DayIndex(first)..<DayIndex(next))
            first = next
        }
        return parts
    }

    private func cells(_ days: Range<DayIndex>, _ cell: (DayIndex) -> String) -> String {
        days.map { (hasRule(before: $0) ? paint.faint("│") : "") + cell($0) }.joined()
    }

    // MARK: Lines

    private func head(_ days: Range<DayIndex>, withTotals: Bool) -> [String] {
        let weekdays = cells(days) {
            String(problem.date(of: $0).weekday.shortName.prefix(2)).padded(to: cellWidth)
        }
        let dates = cells(days) { String(problem.date(of: $0).components.day).padded(to: cellWidth) }
        let marks = cells(days) { (holidays.contains(problem.date(of: $0)) ? "*" : "").padded(to: cellWidth) }
        let month = String(problem.date(of: days.lowerBound).spoken.suffix(3))
        let hasHoliday = days.contains { holidays.contains(problem.date(of: $0)) }
        return [
            "".padded(to: nameWidth + 1) + weekdays,
            month.padded(to: nameWidth + 1) + dates + (withTotals ? PersonTotals.head : ""),
            hasHoliday ? "holidays".padded(to: nameWidth + 1) + marks : nil,
        ].compactMap { $0 }.map(paint.bold)
    }

    private func row(_ person: PersonIndex, _ days: Range<DayIndex>, withTotals: Bool) -> String {
        String(problem[person].name.prefix(nameWidth)).padded(to: nameWidth + 1)
            + cells(days) { cell(person, $0) } + (withTotals ? totals[person.value].text : "")
    }

    private func cell(_ person: PersonIndex, _ day: DayIndex) -> String {
        let isBroken = broken[person.value * problem.dayCount + day.value]
        let mark = isBroken ? "!" : isPinned(person, day) ? "°" : ""
        guard let shift = rota[person, day].shift else {
            let text = ((isAway(person, day) ? "~" : ".") + mark).padded(to: cellWidth)
            return isBroken ? paint.alarm(text) : paint.faint(text)
        }
        let text = (problem[shift].id.rawValue + mark).padded(to: cellWidth)
        return isBroken ? paint.alarm(text) : paint.shift(text, colour: problem[shift].colour)
    }

    private func isPinned(_ person: PersonIndex, _ day: DayIndex) -> Bool {
        problem.pins.contains { $0.person == problem[person].id && $0.date == problem.date(of: day) }
    }

    private func isAway(_ person: PersonIndex, _ day: DayIndex) -> Bool {
        problem.absences.contains {
            $0.person == problem[person].id && ($0.first...$0.last).contains(problem.date(of: day))
        }
    }

    private func coverLines(_ row: CoverRow, _ days: Range<DayIndex>) -> [String] {
        [
            "\(row.name) have".padded(to: nameWidth + 1)
                + cells(days) { day in
                    guard let count = row.days[day.value] else { return "".padded(to: cellWidth) }
                    let text = "\(count.have)\(count.mark)".padded(to: cellWidth)
                    return count.mark.isEmpty ? text : paint.alarm(text)
                },
            paint.faint(
                "\(row.name) \(row.isLeast ? "min" : "want")".padded(to: nameWidth + 1)
                    + cells(days) { (row.days[$0.value].map { String($0.wanted) } ?? "").padded(to: cellWidth) }),
        ]
    }
}

extension String {
    /// Without the spaces at its end.
    fileprivate func trimmed() -> String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
