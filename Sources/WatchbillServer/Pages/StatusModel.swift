import RotaModel
import WatchbillStore

/// The band above the grid: how good the rota is, how the build fares, and what can be done.
struct StatusModel: Sendable, Encodable {
    var build: String?
    var isRunning: Bool
    /// `Draft 3`, `Build 4`.
    var name: String
    var state: String
    var penalty: String
    var bound: String
    var gap: String
    /// What the figures mean, in a sentence.
    var words: String
    /// `legal`, `illegal` or `none`, for the mark beside the words.
    var mood: String
    var time: String
    /// Seconds gone and to go, for the bar; 0 and 1 where nothing runs.
    var seconds: Int
    var limit: Int

    /// - Parameter hardFindings: how many the judge has, where it was asked.
    init(_ view: BuildView?, language: Language, hardFindings: Int? = nil) {
        build = view?.id.description
        isRunning = view?.state == .running
        let figures = view?.figures
        penalty = figures.map { "\($0.penalty)" } ?? language[.noFigure]
        bound = figures?.bound.map { "\($0)" } ?? language[.noFigure]
        gap = figures?.gap.map { "\(language.percent($0)) %" } ?? language[.noFigure]
        mood = figures.map { $0.isFeasible ? "legal" : "illegal" } ?? "none"
        words = Self.words(view, hardFindings, language)
        limit = view?.order.timeLimit ?? 1
        seconds = min(Int(figures?.seconds ?? 0), limit)
        guard let view else {
            (name, state, time) = (language[.noDraft], "", "")
            return
        }
        name =
            view.draft.map { language.text(.draft, ["number": "\($0)"]) }
            ?? language.text(.buildNumber, ["number": "\(view.id)"])
        state =
            switch view.state {
            case .running: language[figures == nil ? .stateWaiting : .stateRunning]
            case _ where !(view.stored?.steps.isEmpty ?? true): language[.stateByHand]
            case .finished: language[.stateFinished]
            case .stopped: language[.stateStopped]
            case .interrupted: language[.stateInterrupted]
            }
        time =
            view.state == .running
            ? language.text(.elapsed, ["seconds": "\(seconds)", "limit": "\(limit)"])
            : figures.map { language.text(.ranFor, ["seconds": "\(Int($0.seconds.rounded()))"]) } ?? ""
    }

    private static func words(_ view: BuildView?, _ hardFindings: Int?, _ language: Language) -> String {
        guard let view else { return language[.firstSteps] }
        guard let figures = view.figures else {
            return language[view.state == .running ? .stateWaiting : .noRotaKept]
        }
        guard figures.isFeasible else {
            guard view.state != .running, let hardFindings else { return language[.notLegal] }
            return language.text(.notLegalCount, ["count": "\(hardFindings)"])
        }
        guard figures.penalty > 0 else { return language[.perfect] }
        guard let gap = figures.gap else { return language[.noBound] }
        return gap <= 0 ? language[.provenBest] : language.text(.provenGap, ["percent": language.percent(gap)])
    }
}
