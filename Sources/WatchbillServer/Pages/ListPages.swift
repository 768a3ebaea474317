import RotaModel
import RotaRules
import WatchbillStore

extension PageRenderer {
    // MARK: Demand

    func demandPage(_ loaded: LoadedProblem, today: CalendarDate) -> String {
        struct Column: Sendable {
            let chip: String
            let shift: String
            let name: String
            let qualification: String?
        }
        struct Cell: Sendable {
            let text: String
            let long: String
        }
        struct Row: Sendable {
            let day: String
            let note: String?
            let style: String
            let cells: [Cell]
        }
        struct Model: Sendable {
            let columns: [Column]
            let rows: [Row]
        }
        let problem = loaded.problem
        let lines = CoverLine.all(of: problem)
        let columns = lines.map { line in
            let type = problem.shiftTypes.first { line.key.shiftTypes == [$0.id] }
            return Column(
                chip: type.map { "s\($0.colour)" } ?? "s0", shift: line.shiftText, name: type?.name ?? "",
                qualification: line.qualificationName(in: problem))
        }
        let rows = problem.days.map { day in
            let date = problem.date(of: day)
            return Row(
                day: language.day(date), note: problem.holidays.first { $0.date == date }?.name,
                style: Self.dayStyle(date, problem, today: today),
                cells: lines.map { line in
                    guard let demand = line.demand[day.value] else { return Cell(text: "", long: "") }
                    return Cell(text: short(demand), long: long(demand))
                })
        }
        return render(
            "demand", Model(columns: columns, rows: rows),
            frame: frame(.demand, title: language[.demand], problem: problem, of: loaded.id, style: "text wide"))
    }

    static func dayStyle(_ date: CalendarDate, _ problem: RotaProblem, today: CalendarDate) -> String {
        var styles: [String] = []
        if problem.unit.weekend.contains(date.weekday) || problem.holidays.contains(where: { $0.date == date }) {
            styles.append("we")
        }
        if date.weekday == problem.unit.firstWeekday { styles.append("wk") }
        if date == today { styles.append("now") }
        return styles.joined(separator: " ")
    }

    /// `3`, `3–4`: from what must be to what is wanted.
    private func short(_ demand: Demand) -> String {
        demand.target == demand.minimum
            ? language.text(.demandExact, ["count": "\(demand.minimum)"])
            : language.text(.demandRange, ["low": "\(demand.minimum)", "high": "\(demand.target)"])
    }

    /// `at least 3, wanted 4, at most 6`.
    func long(_ demand: Demand) -> String {
        var parts = ["\(language[.atLeast]) \(demand.minimum)"]
        if let wanted = demand.wanted { parts.append("\(language[.wanted]) \(wanted)") }
        if let maximum = demand.maximum { parts.append("\(language[.atMost]) \(maximum)") }
        return parts.joined(separator: ", ")
    }

    // MARK: Requests

    /// - Parameter build: whose rota it is.
    func requestsPage(_ loaded: LoadedProblem, rota: Rota?, of build: BuildID?, mayBuild: Bool) -> String {
        struct Row: Sendable {
            let day: String
            let person: String
            let address: String
            let wish: String
            let weight: String
            let answer: String
            /// Where it is told what would have to give; nil: it is granted, or there is no rota.
            let why: String?
            let style: String
        }
        struct Model: Sendable {
            let rows: [Row]
            let isEmpty: Bool
        }
        let problem = loaded.problem
        let order = problem.requests.indices.sorted {
            (problem.requests[$0].date, $0) < (problem.requests[$1].date, $1)
        }
        let rows = order.compactMap { position -> Row? in
            let request = problem.requests[position]
            guard let person = problem.index(of: request.person), let day = problem.day(of: request.date) else {
                return nil
            }
            let isGranted = rota.map { request.isGranted(by: $0[person, day], in: problem) }
            return Row(
                day: language.day(request.date), person: problem[person].name,
                address: personAddress(problem[person].id), wish: words(request.wish, problem),
                weight: language.text(.weight, ["weight": "\(request.weight)"]),
                answer: isGranted.map { language[$0 ? .granted : .notGranted] } ?? language[.notYetKnown],
                why: isGranted == false
                    ? build.map { whyAddress(of: problem[person].id, on: request.date, in: $0, mayBuild) } : nil,
                style: isGranted.map { $0 ? "yes" : "no" } ?? "open")
        }
        return render(
            "requests", Model(rows: rows, isEmpty: rows.isEmpty),
            frame: frame(.requests, title: language[.requests], problem: problem, of: loaded.id, style: "text wide"))
    }

    /// Where it is told what would have to give for a wish: after the best repair of the rest for whoever may take one, and
    /// for whoever may not, all else as it is.
    private func whyAddress(of person: PersonID, on date: CalendarDate, in build: BuildID, _ mayBuild: Bool) -> String {
        let cell = "person=\(LocalAddress.inQuery(person.rawValue))&day=\(date)"
        return mayBuild ? "/wish?rota=build:\(build)&\(cell)" : "/builds/\(build)?\(cell)#explanation"
    }

    func words(_ wish: Request.Wish, _ problem: RotaProblem) -> String {
        func name(_ id: ShiftTypeID) -> String {
            problem.shiftTypes.first { $0.id == id }.map { "\(id) \($0.name)" } ?? id.rawValue
        }
        return switch wish {
        case .shiftOn(let type): language.text(.wishShiftOn, ["shift": name(type)])
        case .shiftOff(let type): language.text(.wishShiftOff, ["shift": name(type)])
        case .dayOff: language[.wishDayOff]
        case .dayOn: language[.wishDayOn]
        }
    }

    // MARK: Rules

    /// - Parameter draft: whose costs are told; nil: there is none yet.
    func rulesPage(_ loaded: LoadedProblem, draft: NamedRota?) -> String {
        struct Line: Sendable {
            let sentence: String
            let source: String?
            /// What it costs in the draft; nil: there is none.
            let cost: String?
            let style: String
        }
        struct Model: Sendable {
            let intro: String?
            let hard: [Line]
            let soft: [Line]
            let noHard: Bool
            let noSoft: Bool
        }
        let problem = loaded.problem
        let costs = draft.map { draft in
            Dictionary(draft.costs.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
        }
        func line(_ rule: Rule) -> Line {
            let cost = costs?[.rule(rule)]
            return Line(
                sentence: rule.sentence(in: problem),
                source: rule.source.map { language.text(.sourceIs, ["source": $0]) }, cost: cost.map { words(for: $0) },
                style: cost.map { $0.breaches > 0 ? "hard" : $0.findings > 0 ? "soft" : "kept" } ?? "")
        }
        let hard = problem.rules.filter { $0.severity == .hard }.map(line)
        let soft = problem.rules.filter { $0.severity != .hard }.map(line)
        return render(
            "rules",
            Model(
                intro: draft.map {
                    language.text(
                        .rulesPrices, ["name": name(of: $0), "penalty": "\($0.assessment.penalty)"])
                }, hard: hard, soft: soft, noHard: hard.isEmpty, noSoft: soft.isEmpty),
            frame: frame(.rules, title: language[.rules], problem: problem, of: loaded.id, style: "text"))
    }

    /// `Costs 30, in 2 places.`, `Kept.`
    private func words(for cost: SourceCost) -> String {
        if cost.findings == 0 { return language[.ruleKept] }
        let values: KeyValuePairs = ["penalty": "\(cost.penalty)", "count": "\(cost.findings)"]
        return language.text(cost.breaches > 0 ? .ruleBroken : .ruleCosts, values)
    }
}
