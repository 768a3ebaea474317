import RotaModel
import RotaRules
import WatchbillStore

/// What changes for one person, in words.
struct ChangesLine: Sendable {
    let name: String
    /// How many changes there are.
    let count: String
    let lines: [String]
    /// Whether the lines are shown only when they are asked for.
    let isFolded: Bool
}

/// What the page before publishing shows.
struct PublishPageRequest: Sendable {
    var loaded: LoadedProblem
    /// As it is judged by what is known by now.
    var current: LoadedProblem
    var view: BuildView
    var rota: Rota
    /// What is in force for some of its dates; nil: nothing.
    var superseded: ShownVersion?
    var form: String?
}

extension PageRenderer {
    /// What publishing a build's rota would change, with one button that does it.
    func publishPage(_ request: PublishPageRequest) -> String {
        struct Model: Sendable {
            let title: String
            let unit: String
            let period: String
            let hardTitle: String?
            let hard: [String]
            let words: String
            /// Nil: there is nothing to publish.
            let counts: String?
            let people: [ChangesLine]
            let address: String
            /// How many steps by hand are in what is shown.
            let steps: Int
            let back: String
        }
        let (loaded, view, superseded) = (request.loaded, request.view, request.superseded)
        let hard = request.current.judge.assess(request.rota).hardFindings
        let changes = RotaChanges(from: superseded?.dated, to: DatedRota(request.rota, of: loaded.problem))
        let number = superseded.map { "\($0.version.number)" } ?? ""
        let isSame = superseded.map { $0.version.problem == loaded.id && $0.rota == request.rota } ?? false
        let words: Phrase = isSame ? .publishSame : superseded == nil ? .publishFirst : .publishAgainst
        let name =
            view.draft.map { language.text(.draft, ["number": "\($0)"]) }
            ?? language.text(.buildNumber, ["number": "\(view.id)"])
        let title = language.text(.publishTitle, ["name": name])
        var frame = frame(.plan, title: title, problem: loaded.problem, style: "text")
        frame.form = request.form
        return render(
            "publish",
            Model(
                title: title, unit: loaded.problem.unit.name, period: language.period(loaded.problem),
                hardTitle: hard.isEmpty ? nil : language.text(.publishHard, ["count": "\(hard.count)"]),
                hard: hard.map(\.sentence), words: language.text(words, ["number": number]),
                counts: isSame ? nil : counts(changes), people: lines(for: changes),
                address: "/builds/\(view.id)/publish", steps: view.stored?.steps.count ?? 0, back: "/builds/\(view.id)"),
            frame: frame)
    }

    func counts(_ changes: RotaChanges) -> String {
        language.text(.publishCounts, ["shifts": "\(changes.count)", "people": "\(changes.people.count)"])
    }

    /// The lines of a whole rota that is new are folded away, or nobody would find the end of the page.
    func lines(for changes: RotaChanges) -> [ChangesLine] {
        let isFolded = changes.count > 60
        return changes.people.map { person in
            ChangesLine(
                name: person.name, count: language.text(.changesCount, ["count": "\(person.changes.count)"]),
                lines: person.changes.map { change in
                    language.text(
                        .changeLine,
                        [
                            "day": language.day(change.date), "after": word(for: change.after),
                            "before": word(for: change.before),
                        ])
                }, isFolded: isFolded)
        }
    }

    func word(for type: ShiftType?) -> String { type?.id.rawValue ?? language[.off] }
}
