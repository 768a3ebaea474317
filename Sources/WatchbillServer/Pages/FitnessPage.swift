import CrewRecords
import RotaModel
import WatchbillStore

/// What the page of somebody's fitness shows.
struct FitnessPageRequest: Sendable {
    var fitness: PersonFitness
    /// Of the page and its form.
    var address: String
    var zone: Zone
    var isOwn: Bool
    /// Nil for programs, which fill in no forms.
    var form: String?
    var refusal: String?
    /// What was typed before it was refused.
    var typed: FormBody?
}

extension PageRenderer {
    func fitnessPage(_ request: FitnessPageRequest) -> String {
        struct Line: Sendable {
            let id: String
            let fitness: String
            let note: String
        }
        struct Limit: Sendable {
            let value: String
            let name: String
            let isChosen: Bool
        }
        struct Model: Sendable {
            let title: String
            let fitness: String
            let address: String
            let isOwn: Bool
            let decisions: [Line]
            let hasDecisions: Bool
            let hasForm: Bool
            let isFit: Bool
            let hasLimits: Bool
            let isUnfit: Bool
            let limits: [Limit]
            let until: String
            let reason: String
            let refusal: String?
        }
        let (person, typed) = (request.fitness, request.typed)
        let title = language.text(.fitnessTitle, ["name": person.name])
        var frame = frame(.me, title: title, problem: nil, style: "text")
        frame.form = request.form
        let decisions = (person.decisions ?? []).map { decision in
            Line(
                id: decision.id.rawValue, fitness: words(for: decision.fitness),
                note: language.text(
                    .fitnessDecided,
                    ["name": decision.decidedBy, "time": language.moment(decision.decidedAt, in: request.zone)]))
        }
        return render(
            "fitness",
            Model(
                title: title, fitness: words(for: person.fitness), address: request.address, isOwn: request.isOwn,
                decisions: decisions, hasDecisions: !decisions.isEmpty,
                hasForm: person.mayDecide && request.form != nil, isFit: typed?["fitness"] == "fit",
                hasLimits: typed?["fitness"] == "limits", isUnfit: typed?["fitness"] == "unfit",
                limits: DutyLimit.allCases.map {
                    Limit(value: $0.rawValue, name: words(for: $0), isChosen: typed?[$0.rawValue] != nil)
                }, until: typed?["until"] ?? "", reason: typed?["reason"] ?? "", refusal: request.refusal),
            frame: frame)
    }

    /// Why something was decided of somebody's fitness: shown this once to whoever opened it.
    func reasonPage(_ reason: Confidential<String>, of name: String, isOwn: Bool, back: String) -> String {
        openedPage(title: language[.openedFitness], reason.reveal(), of: name, isOwn: isOwn, back: back)
    }

    func words(for fitness: Fitness) -> String {
        switch fitness {
        case .fit: language[.fitnessFit]
        case .fitWithLimits(let limits):
            language.text(.fitnessLimited, ["limits": limits.map { words(for: $0) }.joined(separator: ", ")])
        case .notFitUntil(let date): language.text(.fitnessUntil, ["date": language.long(date)])
        }
    }

    private func words(for limit: DutyLimit) -> String {
        switch limit {
        case .noNights: language[.limitNights]
        case .noWatchAlone: language[.limitAlone]
        case .noHeights: language[.limitHeights]
        case .noHeavyLifting: language[.limitLifting]
        case .noDriving: language[.limitDriving]
        case .shortShiftsOnly: language[.limitShort]
        }
    }
}
