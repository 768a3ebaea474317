internal import Mustache
import RotaModel
import RotaRules

/// What a rota misses, in words, each leading to its place in the grid.
struct FindingsModel: Sendable {
    struct Line: Sendable, MustacheParent {
        var sentence: String
        /// `+30`; nil for a hard one.
        var penalty: String?
        var tag: String?
        /// The element the line leads to; nil if it is about nothing in particular.
        var target: String?
        var style: String

        init(_ finding: Finding, _ problem: RotaProblem, _ language: Language, coverLines: [CoverLine] = []) {
            sentence = finding.sentence
            penalty = finding.isHard ? nil : "+\(finding.penalty)"
            tag = finding.isHard ? language[.breachTag] : nil
            style = finding.isHard ? "hard" : "soft"
            target = Self.target(finding, problem, coverLines)
        }

        func child(named: String) -> Any? {
            switch named {
            case "sentence": sentence
            case "penalty": penalty
            case "tag": tag
            case "target": target
            case "style": style
            default: nil
            }
        }

        private static func target(_ finding: Finding, _ problem: RotaProblem, _ lines: [CoverLine]) -> String? {
            let day = min(max(finding.days.lowerBound.value, 0), problem.dayCount - 1)
            if let person = finding.person {
                return Marks.isOfRow(finding) ? "r\(person)" : "c\(person)-\(day)"
            }
            guard case .demand(let index) = finding.origin, problem.demand.indices.contains(index) else {
                return "d\(day)"
            }
            let demand = problem.demand[index]
            let key = CoverLine.Key(shiftTypes: demand.shiftTypes, qualification: demand.qualification)
            return lines.firstIndex { $0.key == key }.map { "v\($0)-\(day)" }
        }
    }

    var lines: [Line]
    var isEmpty: Bool
    /// `2 hard rules broken`; nil if none is.
    var breaches: String?
    /// `14 misses, 412 in all`; nil if there are none.
    var missed: String?

    init(_ assessment: Assessment, _ loaded: LoadedProblem, _ language: Language) {
        let coverLines = CoverLine.all(of: loaded.problem)
        let hard = assessment.hardFindings
        // The dearest first, since that is where a planner looks; equals in the judge's order.
        let soft = assessment.findings.filter { !$0.isHard }.enumerated().sorted {
            ($1.element.penalty, $0.offset) < ($0.element.penalty, $1.offset)
        }.map(\.element)
        lines = (hard + soft).map { Line($0, loaded.problem, language, coverLines: coverLines) }
        isEmpty = lines.isEmpty
        breaches = hard.isEmpty ? nil : language.text(.breaches, ["count": "\(hard.count)"])
        missed =
            soft.isEmpty
            ? nil : language.text(.missed, ["count": "\(soft.count)", "penalty": "\(assessment.penalty)"])
    }
}
