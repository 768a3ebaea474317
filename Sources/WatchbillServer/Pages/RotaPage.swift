internal import Hummingbird
import RotaModel
import RotaRules
import WatchbillStore

/// The planner's page: status, grid, explanation, findings.
struct RotaPage: Sendable {
    struct Choice: Sendable {
        var value: String
        var name: String
        var isChosen: Bool
    }

    struct Link: Sendable {
        var address: String
        var name: String
        var isHere: Bool
        /// A file, which a browser keeps instead of going there.
        var isFile = false
    }

    struct Legend: Sendable {
        var chip: String
        var letter: String
        var text: String
    }

    var status: StatusModel
    var curve: CurveModel
    var grid: GridModel
    var gridLabel: String
    var findings: FindingsModel?
    /// Stands in place of the findings where there are none to show.
    var findingsHint: String
    var explanation: ExplanationModel?
    /// Builds and drafts to look at, newest first.
    var drafts: [Link]
    /// Builds under way, other than the one shown.
    var others: [Link]
    var timeLimits: [Choice]
    var people: [Choice]
    var days: [Choice]
    var legend: [Legend]
    var hasRota: Bool
    var hasDrafts: Bool
    var hasOthers: Bool
    /// Nil: not for the visitor to change, or nothing that could be.
    var edit: EditModel?
    /// Where the rota is published; nil if there is none to publish, or not for the visitor.
    var publish: String?
    /// Where the rota is fetched as a file; none if there is no rota.
    var files: [Link]
    /// Where it is compared with others; nil: nothing to compare.
    var compare: String?
    /// Where the no-script form to explain a cell leads.
    var address: String
    /// The problem's number.
    var problem: String
}

/// What a request for the rota page comes down to.
struct RotaPageRequest {
    var loaded: LoadedProblem
    /// Nil: nothing has been built yet.
    var view: BuildView?
    var builds: [StoredBuild]
    var running: [BuildView]
    /// The cell to explain.
    var cell: (person: PersonIndex, day: DayIndex)?
    var today: CalendarDate
    /// What forms carry along; nil for whoever may look and not build.
    var form: String?
    /// What whoever looks may change by hand; nil: nothing.
    var editing: WorkedDraft?
    var canUndo: Bool
    var canRedo: Bool
    var mayPublish: Bool
}

/// What a page needs so that a draft can be changed by hand.
struct EditModel: Sendable {
    /// `/builds/3`.
    let address: String
    /// How repairs name it: `build:3`.
    let rota: String
    /// How many steps the page shows.
    let step: Int
    /// The letters of all shift types, as JSON.
    let shifts: String
    /// Where what has come since its period was opened is taken in.
    let renew: String
    /// The days that it is of.
    let first: String
    let last: String
    var canUndo = false
    var canRedo = false
    /// The cell that is explained, so that it stays so.
    var person: String?
    var date: String?

    init(_ worked: WorkedDraft) {
        address = "/builds/\(worked.stored.id)"
        rota = "build:\(worked.stored.id)"
        step = worked.draft.steps.count
        let problem = worked.loaded.problem
        renew = "/setup/\(LocalAddress.inQuery(problem.unit.id.rawValue))/period?from=\(worked.stored.id)"
        first = problem.start.description
        last = problem.date(of: DayIndex(problem.dayCount - 1)).description
        shifts = String(buffer: JSONBytes.of(problem.shiftTypes.map(\.id.rawValue)))
    }
}

extension PageRenderer {
    func rotaPage(_ request: RotaPageRequest) -> String {
        let page = rotaModel(request)
        var frame = frame(
            .plan, title: "\(page.status.name) · \(request.loaded.problem.unit.name)",
            problem: request.loaded.problem, of: request.loaded.id, style: "sheet")
        frame.isLive = page.status.isRunning
        frame.form = request.form
        return render("rota", page, frame: frame)
    }

    private func rotaModel(_ request: RotaPageRequest) -> RotaPage {
        let (loaded, view) = (request.loaded, request.view)
        let problem = loaded.problem
        let assessment = view?.rota.map { loaded.judge.assess($0) }
        let status = StatusModel(view, language: language, hardFindings: assessment?.hardFindings.count)
        let explanation = request.cell.flatMap { cell in
            view?.rota.map {
                ExplanationModel(loaded.judge.explain($0, person: cell.person, day: cell.day), loaded, language)
            }
        }
        let others = request.running.filter { $0.id != view?.id }
        let builder = GridBuilder(loaded, language: language, today: request.today)
        return RotaPage(
            status: status, curve: CurveModel(view?.curve ?? []), grid: builder.build(view?.rota, assessment),
            gridLabel: language.text(.gridLabel, ["unit": problem.unit.name, "period": language.period(problem)]),
            // While the rota changes by the second, a list of what it misses would be wrong before it is read.
            findings: view?.state == .running ? nil : assessment.map { FindingsModel($0, loaded, language) },
            findingsHint: view?.state == .running ? language[.findingsLater] : status.words, explanation: explanation,
            drafts: request.builds.map { link($0, here: view?.id) },
            others: others.map {
                RotaPage.Link(
                    address: "/builds/\($0.id)", name: language.text(.watchBuild, ["number": "\($0.id)"]), isHere: false
                )
            },
            timeLimits: [(30, Phrase.seconds30), (60, .minute1), (300, .minutes5)].map {
                RotaPage.Choice(value: "\($0.0)", name: language[$0.1], isChosen: $0.0 == 30)
            },
            people: people(problem, chosen: request.cell?.person), days: days(problem, chosen: request.cell?.day),
            legend: legend(problem), hasRota: view?.rota != nil, hasDrafts: !request.builds.isEmpty,
            hasOthers: !others.isEmpty,
            edit: request.editing.map { worked in
                var edit = EditModel(worked)
                (edit.canUndo, edit.canRedo) = (request.canUndo, request.canRedo)
                (edit.person, edit.date) = (explanation?.personID, explanation?.date)
                return edit
            },
            publish: view.flatMap { view in
                request.mayPublish && view.state != .running && view.rota != nil ? "/builds/\(view.id)/publish" : nil
            }, files: view.flatMap { view in view.rota.map { _ in rotaFiles("/builds/\(view.id)") } } ?? [],
            compare: view.flatMap { $0.rota == nil || $0.state == .running ? nil : "/compare?a=build:\($0.id)" },
            address: view.map { "/builds/\($0.id)" } ?? "/", problem: "\(loaded.id)")
    }

    func people(_ problem: RotaProblem, chosen: PersonIndex?) -> [RotaPage.Choice] {
        problem.personIndices.map {
            RotaPage.Choice(value: problem[$0].id.rawValue, name: problem[$0].name, isChosen: $0 == chosen)
        }
    }

    private func days(_ problem: RotaProblem, chosen: DayIndex?) -> [RotaPage.Choice] {
        problem.days.map {
            let date = problem.date(of: $0)
            return RotaPage.Choice(value: date.description, name: language.day(date), isChosen: $0 == chosen)
        }
    }

    func legend(_ problem: RotaProblem) -> [RotaPage.Legend] {
        problem.shiftTypes.map {
            RotaPage.Legend(
                chip: "s\($0.colour)", letter: $0.id.rawValue,
                text: "\($0.name) \(language.times(of: $0, on: problem.start, in: problem.unit.zone))")
        }
    }

    private func link(_ build: StoredBuild, here: BuildID?) -> RotaPage.Link {
        let penalty = build.outcome.map { "\($0.penalty)" } ?? language[.noFigure]
        let name =
            switch build.state {
            case .running: language.text(.runningLine, ["number": "\(build.id)"])
            case .interrupted: language.text(.interruptedLine, ["number": "\(build.id)"])
            case .finished, .stopped:
                build.draft.map { draft in
                    let line = language.text(.draftLine, ["number": "\(draft)", "penalty": penalty])
                    let notes = [
                        build.trunk.map { language.text(.branchOf, ["number": "\($0)"]) },
                        build.steps.isEmpty ? nil : language[.byHand],
                    ].compactMap(\.self)
                    return ([line] + notes).joined(separator: ", ")
                } ?? language.text(.buildNumber, ["number": "\(build.id)"])
            }
        return RotaPage.Link(address: "/builds/\(build.id)", name: name, isHere: build.id == here)
    }

    /// The explanation alone, as the grid's script asks for it.
    ///
    /// - Parameter editing: what whoever looks may change by hand; nil: nothing.
    func explanation(
        _ explanation: CellExplanation, _ loaded: LoadedProblem, editing: WorkedDraft?, form: String?
    ) -> String {
        struct Model: Sendable {
            let explanation: ExplanationModel
            let edit: EditModel?
        }
        var frame = frame(nil, title: "", problem: nil, style: "")
        frame.form = form
        return render(
            "explanation",
            Model(
                explanation: ExplanationModel(explanation, loaded, language), edit: editing.map { EditModel($0) }),
            frame: frame)
    }
}
