internal import Foundation
import RotaModel
import RotaRules
import WatchbillStore

/// A build as the API tells it.
struct BuildAnswer: Encodable {
    let id: Int64
    let state: String
    let draft: Int?
    let seed: UInt64
    let threads: Int
    let timeLimit: Int
    let startedAt: String
    let endedAt: String?
    let seconds: Double?
    let penalty: Int?
    let feasible: Bool?
    let bound: Int?
    let gap: Double?

    init(_ view: BuildView) {
        id = view.id.value
        state = view.state.rawValue
        draft = view.draft
        seed = view.order.seed
        threads = view.order.threads
        timeLimit = view.order.timeLimit
        startedAt = Self.text(view.startedAt)
        endedAt = view.endedAt.map(Self.text)
        seconds = view.figures?.seconds
        penalty = view.figures?.penalty
        feasible = view.figures?.isFeasible
        bound = view.figures?.bound
        gap = view.figures?.gap
    }

    /// RFC 3339, UTC.
    private static func text(_ instant: Instant) -> String {
        Date(timeIntervalSince1970: Double(instant.seconds)).formatted(.iso8601)
    }
}

struct BuildsAnswer: Encodable {
    let builds: [BuildAnswer]
}

/// A finding as the API tells it.
struct FindingAnswer: Encodable {
    let sentence: String
    let hard: Bool
    let penalty: Int
    let amount: Int
    let person: String?
    let from: String
    let until: String

    init(_ finding: Finding, _ problem: RotaProblem) {
        sentence = finding.sentence
        hard = finding.isHard
        penalty = finding.penalty.value
        amount = finding.amount
        person = finding.person.map { problem[$0].id.rawValue }
        from = problem.date(of: finding.days.lowerBound).description
        until = problem.date(of: finding.days.upperBound).description
    }
}

/// A build's rota with all that it misses.
struct RotaAnswer: Encodable {
    struct Shift: Encodable {
        let person: String
        let date: String
        let shift: String
    }

    let build: Int64
    let draft: Int?
    let penalty: Int
    let feasible: Bool
    /// Every shift of the rota; whoever has none on a date is off.
    let shifts: [Shift]
    let findings: [FindingAnswer]

    init(_ rota: Rota, _ view: BuildView, _ loaded: LoadedProblem) {
        let problem = loaded.problem
        let assessment = loaded.judge.assess(rota)
        build = view.id.value
        draft = view.draft
        penalty = assessment.penalty.value
        feasible = assessment.isFeasible
        shifts = problem.personIndices.flatMap { person in
            problem.days.compactMap { day in
                rota[person, day].shift.map {
                    Shift(
                        person: problem[person].id.rawValue, date: problem.date(of: day).description,
                        shift: problem[$0].id.rawValue)
                }
            }
        }
        findings = assessment.findings.map { FindingAnswer($0, problem) }
    }
}

/// A cell's explanation as the API tells it.
struct ExplanationAnswer: Encodable {
    struct Alternative: Encodable {
        /// Nil: off.
        let shift: String?
        let penaltyChange: Int
        let allowed: Bool
        let breaks: [FindingAnswer]
        let mends: [FindingAnswer]
    }

    let person: String
    let date: String
    /// Nil: off.
    let shift: String?
    let pinned: Bool
    let serves: [String]
    let misses: [FindingAnswer]
    let alternatives: [Alternative]

    init(_ explanation: CellExplanation, _ problem: RotaProblem) {
        func name(_ duty: Duty) -> String? { duty.shift.map { problem[$0].id.rawValue } }
        person = problem[explanation.person].id.rawValue
        date = problem.date(of: explanation.day).description
        shift = name(explanation.duty)
        pinned = explanation.isPinned
        serves = explanation.serves
        misses = explanation.breaks.map { FindingAnswer($0, problem) }
        alternatives = explanation.alternatives.map { alternative in
            Alternative(
                shift: name(alternative.duty), penaltyChange: alternative.penaltyChange,
                allowed: alternative.hardAdded.isEmpty,
                breaks: (alternative.hardAdded + alternative.softAdded).map { FindingAnswer($0, problem) },
                mends: (alternative.hardRemoved + alternative.softRemoved).map { FindingAnswer($0, problem) })
        }
    }
}
