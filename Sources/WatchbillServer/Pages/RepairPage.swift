internal import Hummingbird
import RotaModel
import RotaRules
import RotaSolver

/// A repair as pages show it.
struct RepairItem: Sendable {
    let number: Int
    let title: String
    /// Of the penalty.
    let cost: String
    let style: String
    /// How many cells change.
    let count: String
    /// Whether the lines are shown only when they are asked for.
    let isFolded: Bool
    let changes: [String]
    let broken: [String]
    let missed: [FindingsModel.Line]
    let mended: [String]
    /// What its button sends, as JSON.
    let step: String
}

/// What the page of repairs shows.
struct RepairPageRequest: Sendable {
    var rota: Installation.RotaToRepair
    /// As they were sent; empty: not yet chosen.
    var person: String
    var from: String
    var to: String
    /// Nil: nothing was asked yet.
    var offer: RepairOffer?
    var form: String?
}

extension PageRenderer {
    /// Who is away and when, and ways to do without them, each with a button that takes it.
    func repairPage(_ request: RepairPageRequest) -> String {
        struct Model: Sendable {
            let title: String
            let rota: String
            let unit: String
            let intro: String
            let people: [RotaPage.Choice]
            let from: String
            let to: String
            let first: String
            let last: String
            let outcome: String?
            let items: [RepairItem]
            let taken: String
            /// Where cover is found for the shift of the first date; nil: the rota is no published one.
            let cover: String?
            let back: String
        }
        let (rota, problem) = (request.rota, request.rota.loaded.problem)
        let items = request.offer.map { offer in
            offer.result.repairs.enumerated().map { number, repair in
                item(
                    number + 1, repair, before: offer.result.before, taking: offer.cells(of: repair), of: rota)
            }
        }
        let unit = LocalAddress.inQuery(rota.unit.rawValue)
        let title: String
        let back: String
        switch rota.name {
        case .version(let number):
            title = language.text(.publishedVersion, ["number": "\(number)"])
            back = "/rota/versions/\(number)?unit=\(unit)"
        case .build(let build):
            title =
                rota.draft.map { language.text(.draft, ["number": "\($0)"]) }
                ?? language.text(.buildNumber, ["number": "\(build)"])
            back = "/builds/\(build)"
        }
        let first = rota.now.map { problem.date(of: min($0, DayIndex(problem.dayCount - 1))) } ?? problem.start
        var frame = frame(.plan, title: language[.repair], problem: problem, of: rota.loaded.id, style: "text")
        frame.form = request.form
        let chosen = problem.index(of: PersonID(request.person))
        return render(
            "repair",
            Model(
                title: title, rota: rota.name.description, unit: rota.unit.rawValue,
                intro: language[rota.isVersion ? .repairVersionIntro : .repairIntro],
                people: people(problem, chosen: chosen),
                from: request.from.isEmpty ? first.description : request.from, to: request.to,
                first: first.description, last: problem.end.description,
                outcome: request.offer.map { outcome($0.result) }, items: items ?? [],
                taken: wordsForTaking(rota),
                cover: rota.isVersion
                    ? "/cover?unit=\(unit)&date=\(request.from.isEmpty ? first.description : request.from)" : nil,
                back: back),
            frame: frame)
    }

    /// - Parameter cells: what taking it changes.
    func item(
        _ number: Int, _ repair: Repair, before: Penalty, taking cells: [EditedCell], of rota: Installation.RotaToRepair
    ) -> RepairItem {
        struct Step: Encodable {
            let cells: [EditedCell]
            let after: Int?
        }
        let problem = rota.loaded.problem
        let step = Step(cells: cells, after: rota.isVersion ? nil : rota.steps)
        return RepairItem(
            number: number, title: disturbance(of: repair, problem),
            cost: ExplanationModel.change((repair.penalty - before).value, language),
            style: repair.isLegal ? "legal" : "illegal",
            count: language.text(.changesCount, ["count": "\(repair.changes.count)"]),
            isFolded: repair.changes.count > 20, changes: lines(repair.changes, problem),
            broken: repair.broken.map(\.sentence),
            missed: repair.missed.map { FindingsModel.Line($0, problem, language) },
            mended: repair.mended.map(\.sentence), step: String(buffer: JSONBytes.of(step)))
    }

    func wordsForTaking(_ rota: Installation.RotaToRepair) -> String {
        language[rota.isVersion ? .repairTakeVersion : .repairTake]
    }

    private func outcome(_ result: RepairResult) -> String {
        switch result.outcome {
        case .legal: language.text(.repairLegal, ["count": "\(result.repairs.count)"])
        case .noneExists: language[.repairNoneExists]
        case .noneFound: language[.repairNoneFound]
        }
    }

    private func disturbance(of repair: Repair, _ problem: RotaProblem) -> String {
        let who = repair.disturbed.map { problem[$0].name }
        // A rota that was built anew disturbs nearly everybody: names would tell nothing.
        if who.count > 6 { return language.text(.repairDisturbsMany, ["count": "\(who.count)"]) }
        return who.isEmpty
            ? language[.repairNobody] : language.text(.repairDisturbs, ["names": who.joined(separator: ", ")])
    }

    /// By day, then by person.
    private func lines(_ changes: [DutyChange], _ problem: RotaProblem) -> [String] {
        changes.sorted { ($0.day, $0.person) < ($1.day, $1.person) }.map { change in
            language.text(
                .repairLine,
                [
                    "day": language.day(problem.date(of: change.day)),
                    "after": word(for: change.new.shift.map { problem[$0] }),
                    "before": word(for: change.old.shift.map { problem[$0] }), "name": problem[change.person].name,
                ])
        }
    }
}
