import RotaModel
import RotaRules

/// A cell's explanation in words.
struct ExplanationModel: Sendable {
    struct Alternative: Sendable {
        var chip: String
        /// Also what a form that puts it there sends; empty: off.
        var letter: String
        var name: String
        /// `+18`, `−4`, `±0`; nil where it is not allowed.
        var change: String?
        var style: String
        var notAllowed: String?
        var reasons: [String]
    }

    var person: String
    /// As forms name the cell.
    var personID: String
    var date: String
    var day: String
    var chip: String
    var letter: String
    var duty: String
    var isPinned: Bool
    var note: String?
    var serves: [String]
    var misses: [FindingsModel.Line]
    var alternatives: [Alternative]
    var servesNothing: Bool
    var missesNothing: Bool

    init(_ explanation: CellExplanation, _ loaded: LoadedProblem, _ language: Language) {
        let problem = loaded.problem
        let date = problem.date(of: explanation.day)
        person = problem[explanation.person].name
        personID = problem[explanation.person].id.rawValue
        self.date = date.description
        day = language.day(date)
        let shift = explanation.duty.shift.map { problem[$0] }
        chip = shift.map { "s\($0.colour)" } ?? "of"
        letter = shift?.id.rawValue ?? ""
        duty =
            shift.map { "\($0.name), \(language.times(of: $0, on: date, in: problem.unit.zone))" }
            ?? language[.offDuty]
        isPinned = explanation.isPinned
        note = problem.holidays.first { $0.date == date }?.name
        serves = explanation.serves
        servesNothing = serves.isEmpty
        misses = explanation.breaks.map { FindingsModel.Line($0, problem, language) }
        missesNothing = misses.isEmpty
        // Allowed ones first, the cheapest at the top; the rest in the problem's order.
        alternatives = explanation.alternatives.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            if a.hardAdded.isEmpty != b.hardAdded.isEmpty { return a.hardAdded.isEmpty }
            if a.hardAdded.isEmpty, a.penaltyChange != b.penaltyChange { return a.penaltyChange < b.penaltyChange }
            return left.offset < right.offset
        }.map { Self.alternative($0.element, problem, language) }
    }

    private static func alternative(
        _ alternative: CellExplanation.Alternative, _ problem: RotaProblem, _ language: Language
    ) -> Alternative {
        let shift = alternative.duty.shift.map { problem[$0] }
        let isAllowed = alternative.hardAdded.isEmpty
        let mended = (alternative.hardRemoved + alternative.softRemoved).map {
            language.text(.alsoFixes, ["sentence": $0.sentence])
        }
        let broken = (isAllowed ? alternative.softAdded : alternative.hardAdded).map(\.sentence)
        let reasons = isAllowed ? broken + mended : broken
        return Alternative(
            chip: shift.map { "s\($0.colour)" } ?? "of", letter: shift?.id.rawValue ?? "",
            name: shift?.name ?? language[.offDuty],
            change: isAllowed ? change(alternative.penaltyChange, language) : nil,
            style: !isAllowed ? "refused" : alternative.penaltyChange < 0 ? "better" : "worse",
            notAllowed: isAllowed ? nil : language[.notAllowed],
            reasons: reasons.isEmpty ? [language[.costsNothing]] : reasons)
    }

    static func change(_ penalty: Int, _ language: Language) -> String {
        if penalty == 0 { return language[.noChange] }
        return language.text(penalty < 0 ? .cheaper : .dearer, ["amount": "\(abs(penalty))"])
    }
}
