import RotaModel
import RotaRules
import WatchbillStore

/// What can be compared in a unit, the newest first.
struct RotasToCompare: Sendable {
    struct Draft: Sendable {
        var build: StoredBuild
        var first: CalendarDate
        var last: CalendarDate
    }

    var drafts: [Draft]
    var versions: [StoredVersion]
}

/// What the page that compares shows.
struct ComparePageRequest: Sendable {
    var unit: UnitID
    var choices: RotasToCompare
    var a: RotaName?
    var b: RotaName?
    /// Nil: two have yet to be chosen.
    var comparison: RotaComparison?
}

extension PageRenderer {
    /// Two drafts or versions side by side: what each costs and by which rules, and whose days differ.
    func comparePage(_ request: ComparePageRequest) -> String {
        struct Row: Sendable {
            let what: String
            let before: String
            let after: String
            let difference: String
        }
        struct Group: Sendable {
            let people: [ChangesLine]
        }
        struct Result: Sendable {
            let before: String
            let after: String
            let words: String
            let caution: String?
            let totals: [Row]
            let sources: [Row]
            /// Nil: something is told.
            let noSources: String?
            let counts: String
            let byPerson: Group
            let byDay: Group
        }
        struct Model: Sendable {
            let unit: String
            let before: [RotaPage.Choice]
            let after: [RotaPage.Choice]
            /// Nil: there is something to choose.
            let empty: String?
            let result: Result?
        }
        func row(_ what: String, _ before: Int?, _ after: Int?) -> Row {
            Row(
                what: what, before: before.map { "\($0)" } ?? language[.noFigure],
                after: after.map { "\($0)" } ?? language[.noFigure],
                difference: before.flatMap { before in after.map { more($0 - before) } } ?? "")
        }
        let result = request.comparison.map { comparison in
            let (before, after) = (comparison.before, comparison.after)
            let asked = comparison.sources.filter { ($0.before?.findings ?? 0) + ($0.after?.findings ?? 0) > 0 }
            let sources = asked.map { difference in
                let problem = difference.after == nil ? before.loaded.problem : after.loaded.problem
                return Row(
                    what: words(for: difference.source, in: problem), before: cost(difference.before),
                    after: cost(difference.after), difference: words(for: difference))
            }
            let hard = [before, after].map { $0.assessment.hardFindings.count }
            return Result(
                before: name(of: before), after: name(of: after), words: words(for: comparison),
                caution: comparison.isOfSameProblem ? nil : language[.compareOthers],
                totals: [
                    row(language[.penalty], before.assessment.penalty.value, after.assessment.penalty.value),
                    row(language[.bound], before.bound?.value, after.bound?.value),
                    row(language[.compareHard], hard[0], hard[1]),
                ], sources: sources, noSources: sources.isEmpty ? language[.compareNothingMissed] : nil,
                counts: comparison.changes.count == 0
                    ? language[.compareSameShifts]
                    : language.text(
                        .compareCounts,
                        [
                            "shifts": "\(comparison.changes.count)", "people": "\(comparison.changes.people.count)",
                            "after": name(of: after), "before": name(of: before),
                        ]),
                byPerson: Group(people: lines(for: comparison.changes)),
                byDay: Group(people: linesByDay(for: comparison.changes)))
        }
        let (before, after) = (choices(request, chosen: request.a), choices(request, chosen: request.b))
        return render(
            "compare",
            Model(
                unit: request.unit.rawValue, before: before, after: after,
                empty: before.count < 2 ? language[.compareNone] : nil, result: result),
            frame: frame(
                .plan, title: language[.compare], problem: request.comparison?.after.loaded.problem, style: "text"))
    }

    /// `Draft 3`, `Build 4`, `Version 2`.
    func name(of rota: NamedRota) -> String {
        switch rota.name {
        case .version(let number): language.text(.publishedVersion, ["number": "\(number)"])
        case .build(let build):
            rota.draft.map { language.text(.draft, ["number": "\($0)"]) }
                ?? language.text(.buildNumber, ["number": "\(build)"])
        }
    }

    private func choices(_ request: ComparePageRequest, chosen: RotaName?) -> [RotaPage.Choice] {
        func choice(_ name: RotaName, _ words: [String]) -> RotaPage.Choice {
            RotaPage.Choice(
                value: name.description, name: words.joined(separator: " · "), isChosen: name == chosen)
        }
        let versions = request.choices.versions.map { version in
            choice(
                .version(version.number),
                [
                    language.text(.publishedVersion, ["number": "\(version.number)"]),
                    language.days(version.first, version.last),
                ])
        }
        let drafts = request.choices.drafts.map { draft in
            let build = draft.build
            let name =
                build.draft.map { language.text(.draft, ["number": "\($0)"]) }
                ?? language.text(.buildNumber, ["number": "\(build.id)"])
            let penalty = build.outcome.map { language.text(.comparePenalty, ["penalty": "\($0.penalty)"]) }
            return choice(
                .build(build.id), [name, language.days(draft.first, draft.last)] + [penalty].compactMap(\.self))
        }
        return versions + drafts
    }

    // MARK: Costs in words

    /// `E, May lead`, a rule's sentence, `Wishes`.
    func words(for source: CostSource, in problem: RotaProblem) -> String {
        switch source {
        case .demand(let types, let qualification):
            let line = CoverLine(
                key: CoverLine.Key(shiftTypes: types, qualification: qualification), demand: [])
            let names = line.key.shiftTypes.map { id in problem.shiftTypes.first { $0.id == id }?.name ?? id.rawValue }
            let what = line.qualificationName(in: problem).map { [$0] } ?? []
            return language.text(.compareDemand, ["shift": (names + what).joined(separator: ", ")])
        case .rule(let rule): return rule.sentence(in: problem)
        case .requests: return language[.requests]
        case .absences: return language[.compareAbsences]
        case .pins: return language[.comparePins]
        case .eligibility: return language[.compareEligibility]
        case .employment: return language[.compareEmployment]
        case .overlaps: return language[.compareOverlaps]
        }
    }

    /// `12`, `breaches: 2`, `12, breaches: 2`; a dash where nothing of the kind is asked.
    private func cost(_ cost: SourceCost?) -> String {
        guard let cost else { return language[.noFigure] }
        let broken = language.text(.compareBroken, ["count": "\(cost.breaches)"])
        if cost.breaches == 0 { return "\(cost.penalty)" }
        return cost.penalty == .zero ? broken : "\(cost.penalty), \(broken)"
    }

    private func words(for difference: SourceDifference) -> String {
        let breaches = (difference.after?.breaches ?? 0) - (difference.before?.breaches ?? 0)
        guard breaches != 0 else { return more(difference.change) }
        let broken = language.text(
            breaches > 0 ? .compareMoreBroken : .compareFewerBroken, ["count": "\(abs(breaches))"])
        return difference.change == 0 ? broken : "\(more(difference.change)), \(broken)"
    }

    /// `12 more`, `4 less`, `the same`.
    private func more(_ change: Int) -> String {
        if change == 0 { return language[.compareSame] }
        return language.text(change > 0 ? .compareMore : .compareLess, ["amount": "\(abs(change))"])
    }

    /// Which of the two is better, and by what.
    private func words(for comparison: RotaComparison) -> String {
        let names: KeyValuePairs = ["before": name(of: comparison.before), "after": name(of: comparison.after)]
        let hard = comparison.after.assessment.hardFindings.count - comparison.before.assessment.hardFindings.count
        if hard != 0 {
            return language.text(
                hard > 0 ? .compareBreaksMore : .compareBreaksFewer,
                [
                    "before": names[0].value, "after": names[1].value, "count": "\(abs(hard))",
                    "cost": more(comparison.change),
                ])
        }
        if comparison.change == 0 { return language.text(.compareEqual, names) }
        return language.text(
            comparison.change > 0 ? .compareDearer : .compareCheaper,
            ["before": names[0].value, "after": names[1].value, "amount": "\(abs(comparison.change))"])
    }

    // MARK: Changes by day

    /// A line for each day on which somebody's duty is another.
    private func linesByDay(for changes: RotaChanges) -> [ChangesLine] {
        let all = changes.people.flatMap { person in person.changes.map { (name: person.name, change: $0) } }
        let days = Dictionary(grouping: all) { $0.change.date }
        return days.keys.sorted().map { date in
            let here = days[date] ?? []
            return ChangesLine(
                name: language.day(date), count: language.text(.changesCount, ["count": "\(here.count)"]),
                lines: here.map { entry in
                    language.text(
                        .changeOfPerson,
                        [
                            "after": word(for: entry.change.after), "before": word(for: entry.change.before),
                            "name": entry.name,
                        ])
                }, isFolded: changes.count > 60)
        }
    }
}
