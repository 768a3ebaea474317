internal import CrewRecords
internal import Mustache
import RotaModel
import WatchbillStore

/// Renders the templates that were built into the binary.
struct PageRenderer: Sendable {
    let assets: String
    let language: Language
    private let library: MustacheLibrary

    /// - Throws: if a template cannot be parsed: every one is, here and now.
    init(assets: String, language: Language) throws {
        self.assets = assets
        self.language = language
        let sources: [String: [UInt8]] = [
            "layout": PackageResources.layout_mustache,
            "rota": PackageResources.rota_mustache,
            "status": PackageResources.status_mustache,
            "grid": PackageResources.grid_mustache,
            "findings": PackageResources.findings_mustache,
            "explanation": PackageResources.explanation_mustache,
            "curve": PackageResources.curve_mustache,
            "demand": PackageResources.demand_mustache,
            "people": PackageResources.people_mustache,
            "person": PackageResources.person_mustache,
            "requests": PackageResources.requests_mustache,
            "rules": PackageResources.rules_mustache,
            "paper": PackageResources.paper_mustache,
            "problem": PackageResources.problem_mustache,
            "signin": PackageResources.signin_mustache,
            "link": PackageResources.link_mustache,
            "demo": PackageResources.demo_mustache,
            "me": PackageResources.me_mustache,
            "crew": PackageResources.crew_mustache,
            "away": PackageResources.away_mustache,
            "fitness": PackageResources.fitness_mustache,
            "glass": PackageResources.glass_mustache,
            "opened": PackageResources.opened_mustache,
            "readings": PackageResources.readings_mustache,
            "card": PackageResources.card_mustache,
            "details": PackageResources.details_mustache,
            "outline": PackageResources.outline_mustache,
            "file": PackageResources.file_mustache,
            "entry": PackageResources.entry_mustache,
            "entryline": PackageResources.entryline_mustache,
            "entryfields": PackageResources.entryfields_mustache,
            "ownfile": PackageResources.ownfile_mustache,
            "search": PackageResources.search_mustache,
            "settings": PackageResources.settings_mustache,
            "account": PackageResources.account_mustache,
            "onward": PackageResources.onward_mustache,
            "pair": PackageResources.pair_mustache,
            "published": PackageResources.published_mustache,
            "versions": PackageResources.versions_mustache,
            "publish": PackageResources.publish_mustache,
            "changes": PackageResources.changes_mustache,
            "wish": PackageResources.wish_mustache,
            "repairs": PackageResources.repairs_mustache,
            "repair": PackageResources.repair_mustache,
            "why": PackageResources.why_mustache,
            "compare": PackageResources.compare_mustache,
            "wall": PackageResources.wall_mustache,
            "wallsheet": PackageResources.wallsheet_mustache,
            "copyframe": PackageResources.copyframe_mustache,
            "copy": PackageResources.copy_mustache,
            "copies": PackageResources.copies_mustache,
            "today": PackageResources.today_mustache,
            "days": PackageResources.days_mustache,
            "calendar": PackageResources.calendar_mustache,
            "form": PackageResources.form_mustache,
            "offline": PackageResources.offline_mustache,
            "field": PackageResources.field_mustache,
            "exchanges": PackageResources.exchanges_mustache,
            "askinglines": PackageResources.askinglines_mustache,
            "ownrequests": PackageResources.ownrequests_mustache,
            "year": PackageResources.year_mustache,
            "attendance": PackageResources.attendance_mustache,
            "attended": PackageResources.attended_mustache,
            "station": PackageResources.station_mustache,
            "code": PackageResources.code_mustache,
            "watch": PackageResources.watch_mustache,
            "hourssheet": PackageResources.hourssheet_mustache,
            "restrecord": PackageResources.restrecord_mustache,
            "setup": PackageResources.setup_mustache,
            "messages": PackageResources.messages_mustache,
            "conversation": PackageResources.conversation_mustache,
            "compose": PackageResources.compose_mustache,
            "reach": PackageResources.reach_mustache,
            "setuprules": PackageResources.setuprules_mustache,
        ]
        library = MustacheLibrary(
            templates: try sources.mapValues { try MustacheTemplate(string: String(decoding: $0, as: UTF8.self)) })
    }

    /// A model's template filled in, with `frame` round it where it is a whole page.
    func render(_ template: String, _ model: some Sendable, frame: Frame) -> String {
        guard let text = library.render(Filled(frame: frame, model: model, t: language), withTemplate: template) else {
            preconditionFailure("There is no template \(template).")
        }
        return text
    }

    /// What templates see: `frame`, `model`, and the language's phrases as `t`.
    private struct Filled<Model> {
        let frame: Frame
        let model: Model
        let t: Language
    }

    /// What stands round every page.
    struct Frame: Sendable {
        struct Place: Sendable {
            var address: String
            var name: String
            var icon: String
            var isHere: Bool
        }

        var title: String
        var assets: String
        var unit: String?
        var period: String?
        var places: [Place]
        /// Those about the plan, on its pages.
        var tabs: [Place] = []
        var style: String
        /// Whether the page shows a running build, and so loads anew without scripts.
        var isLive = false
        /// Where the page leads on to by itself, at once.
        var onward: String?
        /// What the page's forms carry along, so that they are taken for the visitor's own; nil where there are none.
        var form: String?
    }

    /// The places in the bar, in its order.
    enum Place: String, CaseIterable {
        case today, messages, rota, plan, demand, people, requests, rules, setup, me

        var address: String { self == .plan ? "/" : "/\(rawValue)" }

        /// Whether it is about the plan: these stand together, and the bar has the first of them.
        var isOfPlan: Bool { [.plan, .demand, .people, .requests, .rules, .setup].contains(self) }

        /// Whether somebody finds something there.
        func isOpen(to caller: Caller) -> Bool {
            switch self {
            case .today, .messages, .me: true
            case .rota: caller.maySomewhere(ReadRota.self)
            case .plan, .demand, .people, .requests, .rules: caller.maySomewhere(ReadDrafts.self)
            case .setup: caller.maySomewhere(BuildRota.self)
            }
        }

        var phrase: Phrase {
            switch self {
            case .today: .placeToday
            case .messages: .messages
            case .rota: .rota
            case .plan: .plan
            case .demand: .demand
            case .people: .people
            case .requests: .requests
            case .rules: .rules
            case .setup: .setup
            case .me: .me
            }
        }
    }

    /// Those that are open to whoever the page is for, set round each answer by its route; none for whoever is outside.
    @TaskLocal static var places: [Place] = []

    /// - Parameter of: the number of the problem, so that the places about plans go on with it.
    func frame(
        _ here: Place?, title: String, problem: RotaProblem?, of number: ProblemID? = nil, style: String
    ) -> Frame {
        let isOfPlan = here?.isOfPlan ?? false
        func place(_ place: Place, _ phrase: Phrase, isHere: Bool) -> Frame.Place {
            let query = place.isOfPlan && place != .setup ? number.map { "?of=\($0)" } ?? "" : ""
            return Frame.Place(
                address: place.address + query, name: language[phrase], icon: place.rawValue, isHere: isHere)
        }
        return Frame(
            title: title, assets: assets, unit: problem?.unit.name, period: problem.map(language.period),
            places: Self.places.filter { $0 == .plan || !$0.isOfPlan }.map {
                place($0, $0.phrase, isHere: $0 == here || ($0 == .plan && isOfPlan))
            },
            tabs: isOfPlan
                ? Self.places.filter(\.isOfPlan).map {
                    place($0, $0 == .plan ? .planDrafts : $0.phrase, isHere: $0 == here)
                } : [], style: style)
    }

    /// The page of an error: what, why and the way out.
    func problem(_ problem: ServerProblem) -> String {
        struct Model: Sendable {
            let title: String
            let detail: String
        }
        return render(
            "problem", Model(title: problem.title, detail: problem.detail),
            frame: frame(nil, title: problem.title, problem: nil, style: "text"))
    }
}
