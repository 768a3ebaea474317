import RotaModel
import RotaRules
import RotaSolver

/// What the page of a wish that is not granted shows.
struct WishPageRequest: Sendable {
    var rota: Installation.RotaToRepair
    var person: PersonIndex
    var day: DayIndex
    /// None: nothing that is wished for the day is refused.
    var costs: [WishCost]
    var form: String?
}

extension PageRenderer {
    /// What would have to give for a wish: the best legal rotas that grant it and what they cost, each with a button that
    /// takes it.
    func wishPage(_ request: WishPageRequest) -> String {
        struct Wish: Sendable {
            let sentence: String
            let verdict: String
            let conflict: [String]
            let items: [RepairItem]
        }
        struct Model: Sendable {
            let title: String
            let rota: String
            let unit: String
            let wishes: [Wish]
            let isEmpty: Bool
            let taken: String
            let back: String
        }
        let (rota, problem) = (request.rota, request.rota.loaded.problem)
        let before = rota.loaded.judge.assess(rota.rota).penalty
        // What changes little first. Numbered through, so that each has a name of its own on the page.
        var number = 0
        let wishes = request.costs.map { cost in
            Wish(
                sentence: cost.wish.sentence, verdict: verdict(cost, before), conflict: words(for: cost.conflict),
                items: [cost.near, cost.repair].compactMap(\.self).map { repair in
                    number += 1
                    return item(
                        number, repair, before: before, taking: repair.changes.map { EditedCell($0, problem) },
                        of: rota)
                })
        }
        let day = problem.date(of: request.day)
        let title = language.text(
            .wishTitle, ["name": problem[request.person].name, "day": language.day(day)])
        var frame = frame(.requests, title: title, problem: problem, of: rota.loaded.id, style: "text")
        frame.form = request.form
        let person = LocalAddress.inQuery(problem[request.person].id.rawValue)
        return render(
            "wish",
            Model(
                title: title, rota: rota.name.description, unit: rota.unit.rawValue, wishes: wishes,
                isEmpty: wishes.isEmpty, taken: wordsForTaking(rota),
                back: "/builds/\(rota.build)?person=\(person)&day=\(day)#explanation"), frame: frame)
    }

    /// `Granting it costs 12 more, exactly.`
    private func verdict(_ cost: WishCost, _ before: Penalty) -> String {
        guard let repair = cost.repair else {
            return language[cost.certainty == .impossible ? .wishImpossible : .wishNotFound]
        }
        let change = (repair.penalty - before).value
        let isExact = cost.certainty == .exact
        if change == 0 { return language[.wishFree] }
        let phrase: Phrase =
            change > 0 ? (isExact ? .wishCosts : .wishCostsAtMost) : (isExact ? .wishSaves : .wishSavesAtLeast)
        return language.text(phrase, ["amount": "\(abs(change))"])
    }

    /// What cannot hold together with the wish, in sentences.
    private func words(for conflict: Conflict?) -> [String] {
        conflict?.members.map { "\($0.sentence)." } ?? []
    }
}
