import RotaModel
import RotaRules
import WatchbillStore
import RotaFormats

/// What a unit's page of its set-up shows.
struct SetupPageRequest: Sendable {
    var loaded: LoadedSetup
    /// The newest first.
    var periods: [StoredProblem]
    /// Until when requests are taken, the newest first.
    var calls: [StoredRequestCall]
    /// Those the visitor plans for.
    var units: [CrewUnit]
    var refusal: String?
    var form: String?
}

extension PageRenderer {
    func setupPage(_ request: SetupPageRequest) -> String {
        struct Choice: Sendable {
            let value: String
            let name: String
        }
        struct Link: Sendable {
            let address: String
            let name: String
            var isHere = false
        }
        struct Starters: Sendable {
            let starters: [Choice]
        }
        struct Step: Sendable {
            let name: String
            let words: String?
            let lines: [String]
            let address: String
            let verb: String
            let isDone: Bool
            let isNext: Bool
        }
        struct Model: Sendable {
            let title: String
            let refusal: String?
            let address: String
            let starters: Starters?
            let steps: [Step]
            let periods: [Link]
            let hasPeriods: Bool
            let units: [Link]
            let hasUnits: Bool
        }
        let (loaded, setup) = (request.loaded, request.loaded.setup)
        let probe = setup.probe(in: loaded.known)
        let sets = RuleSet.all.filter { setup.ruleSets.contains($0.id) }.map(\.name)
        typealias Draft = (name: Phrase, words: String, lines: [String], address: String, verb: Phrase, isDone: Bool)
        let people = loaded.known.people.count
        let drafts: [Draft] = [
            (
                .people, people == 0 ? language[.setupNobody] : language.text(.setupPeople, ["count": "\(people)"]), [],
                "/crew?unit=\(LocalAddress.inQuery(loaded.unit.id.rawValue))", .setupToCrew, people > 0
            ),
            (
                .setupShifts, setup.shiftTypes.isEmpty ? language[.setupShiftsNone] : "",
                setup.shiftTypes.map { type in
                    let end = type.start.adding(type.length)
                    return "\(type.id) \(type.name), \(type.start)–\(end)"
                }, "\(loaded.address)/shifts", .setupChange, !setup.shiftTypes.isEmpty
            ),
            (
                .demand, setup.demand.isEmpty ? language[.setupDemandNone] : "",
                setup.demand.map { words(for: $0, probe) },
                "\(loaded.address)/demand", .setupChange, !setup.demand.isEmpty
            ),
            (
                .rules, sets.isEmpty && setup.rules.isEmpty ? language[.setupRulesNone] : "",
                sets + setup.rules.map { $0.sentence(in: probe) }, "\(loaded.address)/rules", .setupChange,
                !sets.isEmpty || !setup.rules.isEmpty
            ),
            (
                .setupHolidays,
                setup.holidayRegion.flatMap { id in HolidayTable.regions.first { $0.id == id }?.name }
                    ?? language[.setupNoRegion],
                setup.holidays.map { "\(language.day($0.date)) \($0.name)" }, "\(loaded.address)/holidays",
                .setupChange,
                setup.holidayRegion != nil || !setup.holidays.isEmpty
            ),
            (
                .setupExchanges, language[setup.hasFreeExchanges ? .setupExchangesFree : .setupExchangesAsk], [],
                "\(loaded.address)/exchanges", .setupChange, loaded.number > 0
            ),
            (
                .setupRequests, request.calls.isEmpty ? language[.setupRequestsNone] : "",
                request.calls.prefix(3).map(line), "\(loaded.address)/requests", .setupChange, !request.calls.isEmpty
            ),
        ]
        let isReady = people > 0 && !setup.shiftTypes.isEmpty && !setup.demand.isEmpty
        let last: Draft = (
            .periodNew, language[isReady ? .periodReady : .periodNotReady], [], "\(loaded.address)/period", .periodNew,
            false
        )
        let next = isReady ? drafts.count : drafts.prefix(3).firstIndex { !$0.isDone } ?? drafts.count
        let steps = (drafts + [last]).enumerated().map { number, draft in
            Step(
                name: language[draft.name], words: draft.words.isEmpty ? nil : draft.words, lines: draft.lines,
                address: draft.address,
                verb: language[draft.verb], isDone: draft.isDone, isNext: number == next)
        }
        let starters =
            SetupStarter.allCases.map { Choice(value: $0.rawValue, name: language[$0.phrase]) }
            + (request.periods.isEmpty ? [] : [Choice(value: "last", name: language[.starterLast])])
        let title = language.text(.setupOf, ["unit": loaded.unit.name])
        var frame = frame(.setup, title: title, problem: nil, style: "text")
        frame.form = request.form
        return render(
            "setup",
            Model(
                title: title, refusal: request.refusal, address: loaded.address,
                starters: loaded.number == 0 ? Starters(starters: starters) : nil, steps: steps,
                periods: request.periods.map { Link(address: "/?of=\($0.id)", name: $0.name) },
                hasPeriods: !request.periods.isEmpty,
                units: request.units.map {
                    Link(
                        address: "/setup/\(LocalAddress.inQuery($0.id.rawValue))", name: $0.name,
                        isHere: $0.id == loaded.unit.id)
                }, hasUnits: request.units.count > 1), frame: frame)
    }

    /// `1 to 28 Feb 2026: until Thu 15 Jan`.
    func line(_ call: StoredRequestCall) -> String {
        language.text(
            .setupRequestsLine,
            ["days": language.days(call.dates.lowerBound, call.dates.upperBound), "last": language.day(call.until)])
    }

    /// `E Early: Mon–Fri 2–3, Sat 1, holidays 1`.
    private func words(for row: DemandRow, _ probe: RotaProblem) -> String {
        func shown(_ count: Headcount?) -> String? { count.map { $0.description.replacing("-", with: "–") } }
        let shifts = row.shiftTypes.map { id in
            probe.shiftTypes.first { $0.id == id }.map { "\($0.id) \($0.name)" } ?? id.rawValue
        }.joined(separator: ", ")
        let who = row.qualification.flatMap { id in probe.qualifications.first { $0.id == id }?.name }
        var runs: [(days: ClosedRange<Int>, count: String)] = []
        for (day, count) in row.week.enumerated() {
            guard let count = shown(count) else { continue }
            if let last = runs.last, last.count == count, last.days.upperBound == day - 1 {
                runs[runs.count - 1].days = last.days.lowerBound...day
            } else {
                runs.append((day...day, count))
            }
        }
        var parts = runs.map { run in
            let (first, last) = (language.weekdays[run.days.lowerBound], language.weekdays[run.days.upperBound])
            return run.days.count == 7
                ? "\(language[.setupEveryDay]) \(run.count)"
                : first == last ? "\(first) \(run.count)" : "\(first)–\(last) \(run.count)"
        }
        if let holidays = shown(row.holidays) { parts.append("\(language[.setupHolidaysShort]) \(holidays)") }
        parts += row.exceptions.map {
            "\(language.days($0.first, $0.last)) \(shown($0.headcount) ?? language[.setupNoneNeeded])"
        }
        return "\([shifts, who].compactMap(\.self).joined(separator: ", ")): \(parts.joined(separator: ", "))"
    }

    /// - Parameter editable: the rules that a form has fields for.
    func setupRulesPage(
        _ loaded: LoadedSetup, editable: [RuleID], refusal: String? = nil, form: String?
    ) -> String {
        struct Set: Sendable {
            let id: String
            let name: String
            let isOn: Bool
            let summary: String
            let rules: [String]
            let approximations: [String]
        }
        struct Own: Sendable {
            let id: String
            let sentence: String
            let change: String?
            let remove: String
        }
        struct Link: Sendable {
            let address: String
            let name: String
        }
        struct Model: Sendable {
            let title: String
            let title2: String
            let address: String
            let known: String
            let refusal: String?
            let sets: [Set]
            let own: [Own]
            let hasOwn: Bool
            let kinds: [Link]
        }
        let setup = loaded.setup
        // Over four weeks, as most periods are: some rules follow from the period's length.
        var sample = setup.probe(in: loaded.known)
        sample.dayCount = 28
        sample.demand = []
        let title = "\(language[.rules]) · \(loaded.unit.name)"
        var frame = frame(.setup, title: title, problem: nil, style: "text")
        frame.form = form
        return render(
            "setuprules",
            Model(
                title: title, title2: language.text(.setupOf, ["unit": loaded.unit.name]), address: loaded.address,
                known: "\(loaded.number)", refusal: refusal,
                sets: RuleSet.all.map { set in
                    let rules = set.rules(for: sample)
                    return Set(
                        id: set.id, name: set.name, isOn: setup.ruleSets.contains(set.id),
                        summary: language.text(.ruleSetSays, ["count": "\(rules.count)"]),
                        rules: rules.map { rule in
                            let sentence = rule.sentence(in: sample)
                            return rule.source.map { "\(sentence). \(language.text(.sourceIs, ["source": $0]))" }
                                ?? sentence
                        }, approximations: set.approximations)
                },
                own: setup.rules.map { rule in
                    let sentence = rule.sentence(in: sample)
                    let id = LocalAddress.inQuery(rule.id.rawValue)
                    return Own(
                        id: rule.id.rawValue, sentence: sentence,
                        change: editable.contains(rule.id) ? "\(loaded.address)/rules/own?rule=\(id)" : nil,
                        remove: language.text(.ruleRemoveOne, ["rule": sentence]))
                }, hasOwn: !setup.rules.isEmpty,
                kinds: RuleKindName.allCases.map {
                    Link(address: "\(loaded.address)/rules/own?kind=\($0.rawValue)", name: language[$0.phrase])
                }), frame: frame)
    }
}
