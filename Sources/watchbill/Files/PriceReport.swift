import RotaModel
import RotaRules
import RotaSolver

/// Prices as text and as `--json` prints them.
struct PriceReport: Encodable {
    struct Item: Encodable {
        let sentence: String
        /// In units of penalty, about.
        let saving: Double
    }

    let penalty: Int
    let floor: Int
    /// One more person, one less wanted, one step more room.
    let people: [Item]
    let demands: [Item]
    let rules: [Item]
    /// One more person, summed by shift type and by weekday.
    let shiftTypes: [Item]
    let weekdays: [Item]
    /// Rules that there was no time for, and that the floor does not see.
    let rulesLeft: Int
    let rulesUnseen: Int

    init(_ list: PriceList, _ problem: RotaProblem, penalty: Penalty) {
        self.penalty = penalty.value
        floor = list.floor.value
        rulesLeft = list.rulesLeft
        rulesUnseen = list.rulesUnseen
        people = list.people.filter { $0.saving >= Self.least }.map { extra in
            let holding = extra.qualification.map { id in
                " with \(problem.qualifications.first { $0.id == id }?.name ?? id.rawValue)"
            }
            let place = "\(problem[extra.shift].id) on \(problem.date(of: extra.day).spoken)"
            return Self.item("One more person\(holding ?? "") on \(place)", extra.saving)
        }
        demands = list.demands.filter { $0.saving >= Self.least }.map {
            Self.item(Self.words(problem.demand[$0.line]), $0.saving)
        }
        rules = list.rules.filter { $0.saving >= Self.least }.map { Self.item(Self.words($0, problem), $0.saving) }
        let plain = list.people.filter { $0.qualification == nil }
        shiftTypes = Self.sums(
            problem.shiftIndices.map { shift in
                ("One more person on \(problem[shift].id) on every day", plain.filter { $0.shift == shift })
            })
        weekdays = Self.sums(
            Weekday.allCases.map { weekday in
                let name = "\(weekday.name.prefix(1).uppercased())\(weekday.name.dropFirst())"
                return (
                    "One more person on every shift on \(name)s",
                    plain.filter { problem.date(of: $0.day).weekday == weekday }
                )
            })
    }

    /// What rounds to less is noise of the multipliers.
    private static let least = 0.5

    private static func item(_ words: String, _ saving: Double) -> Item {
        let rounded = (saving * 10).rounded() / 10
        return Item(sentence: "\(words) would save about \(Int(saving.rounded())).", saving: rounded)
    }

    private static func sums(_ groups: [(String, [PriceList.ExtraPerson])]) -> [Item] {
        groups.map { name, extras in item(name, extras.reduce(0) { $0 + $1.saving }) }.filter { $0.saving >= least }
            .sorted { $0.saving > $1.saving }
    }

    /// `Wanting 2 instead of 3 on N on Sat 14 Mar`.
    private static func words(_ demand: Demand) -> String {
        let types = demand.shiftTypes.map(\.rawValue).joined(separator: " or ")
        let holding = demand.qualification.map { " with \($0)" } ?? ""
        let place = "on \(types)\(holding) on \(demand.date.spoken)"
        if let wanted = demand.wanted, let less = demand.less?.wanted, less != wanted {
            return "Wanting \(less) instead of \(wanted) \(place)"
        }
        return "Asking for at least \(demand.minimum - 1) instead of \(demand.minimum) \(place)"
    }

    /// `At most 5 shifts in a row, for everyone (hard): at most 6 (most for Ann, Bo)`.
    private static func words(_ price: PriceList.LooserRule, _ problem: RotaProblem) -> String {
        let rule = problem.rules[price.rule].sentence(in: problem)
        let people = price.shares.prefix(3).map { "\(problem[$0.person].name) \(Int($0.saving.rounded()))" }
        let most = people.isEmpty ? "" : " (\(people.joined(separator: ", "))\(price.shares.count > 3 ? ", …" : ""))"
        let step = price.loosening.step(of: price.rule, in: problem).map { "\($0) instead" } ?? "doing without it"
        return "\(rule): \(step)\(most)"
    }

    /// The dearest of each kind.
    func text(top: Int) -> String {
        var lines = [
            "Penalty \(penalty), floor \(floor). Estimates from the floor of what each by itself would save:"
        ]
        if penalty > 0, Double(penalty - floor) / Double(penalty) > 0.2 {
            lines.append("The floor is far below this rota; the estimates may be far off.")
        }
        let sections = [
            ("People", people), ("People by shift type", shiftTypes), ("People by weekday", weekdays),
            ("Demand", demands), ("Rules", rules),
        ]
        for (title, items) in sections where !items.isEmpty {
            lines += ["", "\(title):"] + items.prefix(top).map { "  \($0.sentence)" }
            if items.count > top { lines.append("  and \(items.count - top) more") }
        }
        if [people, demands, rules].allSatisfy(\.isEmpty) { lines.append("Nothing: no single step would save any.") }
        if rulesLeft > 0 { lines += ["", "There was no time for \(rulesLeft) of the rules."] }
        if rulesUnseen > 0 {
            lines += [
                "", "Windows of time, pairs and needed qualifications (\(rulesUnseen)) have no part in the floor.",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
