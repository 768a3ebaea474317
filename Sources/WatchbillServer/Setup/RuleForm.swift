import RotaFormats
import RotaModel

/// A rule of a unit's own as the fields of a form: which there are depends on its kind.
struct RuleForm {
    let language: Language
    let kind: RuleKindName
    let setup: UnitSetup
    /// Has the unit and its people, qualifications and contracts.
    let known: RotaProblem

    /// Days that a sequence can have in a form; in a file it can have more.
    private static let longestSequence = 5

    private var hasCounts: Bool {
        switch kind {
        case .shiftsInARow, .daysOffInARow, .shiftCount, .weekendsWorked, .weekendsInARow: true
        default: false
        }
    }

    private var hasShifts: Bool {
        switch kind {
        case .shiftsInARow, .shiftCount, .qualifiedOnShift, .qualificationNeeded: true
        default: false
        }
    }

    private var hasPair: Bool { kind == .together || kind == .apart }
    private var hasQualification: Bool { kind == .qualifiedOnShift || kind == .qualificationNeeded }
    private var hasWeekdays: Bool { kind == .noWork || kind == .alternatingWork }
    /// Whether one may say whom it is for.
    private var hasScope: Bool { !hasPair && kind != .qualifiedOnShift && kind != .fairness }

    // MARK: From a rule

    /// What is in the fields for a rule of the kind.
    func values(of rule: Rule) -> FormBody {
        var values: [String: String] = [:]
        func set(_ limits: Limits<Int>) {
            values["minimum"] = limits.minimum.map(String.init)
            values["maximum"] = limits.maximum.map(String.init)
        }
        func set(_ shifts: ShiftSet) {
            switch shifts {
            case .all: values["shifts"] = "all"
            case .nights: values["shifts"] = "nights"
            case .types(let types):
                values["shifts"] = "some"
                for type in types { values["shift:\(type)"] = "yes" }
            }
        }
        func set(_ sequence: [DutySet], _ field: String) {
            for (day, duty) in sequence.enumerated() { values["\(field):\(day)"] = Self.text(of: duty) }
        }
        func set(_ weekdays: Set<Weekday>) { for day in weekdays { values["on:\(day.name)"] = "yes" } }
        switch rule.kind {
        case .shiftsInARow(let shifts, let limits), .shiftCount(let shifts, let limits):
            set(shifts)
            set(limits)
        case .daysOffInARow(let limits), .weekendsWorked(let limits), .weekendsInARow(let limits): set(limits)
        case .totalMinutes(let limits):
            values["minimum"] = limits.minimum?.description
            values["maximum"] = limits.maximum?.description
        case .minutesInWindow(let days, let maximum):
            values["days"] = "\(days)"
            values["maximum"] = maximum.description
        case .rest(let minimum): values["minimum"] = minimum.description
        case .forbiddenSequence(let sequence, let weekdays):
            set(sequence, "day")
            set(weekdays ?? [])
        case .wishedSequence(let after, let then):
            set(after, "after")
            set(then, "then")
        case .completeWeekends, .sameShiftInWeekend: break
        case .noWork(let weekdays), .alternatingWork(let weekdays): set(weekdays)
        case .together(let one, let other), .apart(let one, let other):
            values["one"] = one.rawValue
            values["other"] = other.rawValue
        case .qualifiedOnShift(let qualification, let shifts), .qualificationNeeded(let qualification, let shifts):
            values["qualification"] = qualification.rawValue
            set(shifts)
        case .fairness(let measure, let tolerance):
            values["measure"] = measure.rawValue
            values["tolerance"] = "\(tolerance)"
        }
        switch rule.appliesTo {
        case .everyone: break
        case .contracts(let ids): values["for"] = ids.count == 1 ? "contract:\(ids[0])" : nil
        case .people(let ids): values["for"] = ids.count == 1 ? "person:\(ids[0])" : nil
        }
        switch rule.severity {
        case .hard: values["strict"] = "hard"
        case .soft(let weight):
            values["strict"] = "soft"
            values["weight"] = "\(weight)"
        }
        values["source"] = rule.source
        return FormBody(values)
    }

    private static func text(of duty: DutySet) -> String {
        switch duty {
        case .off: "off"
        case .work: "work"
        case .any: "any"
        case .shifts(let types): "on:" + types.map(\.rawValue).joined(separator: " ")
        case .not(let types): "not:" + types.map(\.rawValue).joined(separator: " ")
        }
    }

    private static func duty(_ text: String) -> DutySet? {
        func types(_ prefix: String) -> [ShiftTypeID]? {
            guard text.hasPrefix(prefix) else { return nil }
            return text.dropFirst(prefix.count).split(separator: " ").map { ShiftTypeID(String($0)) }
        }
        return switch text {
        case "off": .off
        case "work": .work
        case "any": .any
        default: types("on:").map { .shifts($0) } ?? types("not:").map { .not($0) }
        }
    }

    // MARK: To a rule

    /// The rule that is typed.
    ///
    /// - Throws: `FormFault`.
    func read(_ values: FormBody, id: RuleID) throws(FormFault) -> Rule {
        let source = values.text("source")
        return Rule(
            id: id, try kind(values), appliesTo: scope(values), severity: try severity(values),
            source: source.isEmpty ? nil : source)
    }

    private func kind(_ values: FormBody) throws(FormFault) -> Rule.Kind {
        switch kind {
        case .shiftsInARow: .shiftsInARow(try shifts(values), try counts(values))
        case .shiftCount: .shiftCount(try shifts(values), try counts(values))
        case .daysOffInARow: .daysOffInARow(try counts(values))
        case .weekendsWorked: .weekendsWorked(try counts(values))
        case .weekendsInARow: .weekendsInARow(try counts(values))
        case .totalMinutes: .totalMinutes(try hourLimits(values))
        case .minutesInWindow:
            .minutesInWindow(
                days: try number(values, "days", .ruleDays),
                maximum: try needed(hours(values, "maximum", .atMost), .atMost))
        case .rest: .rest(minimum: try needed(hours(values, "minimum", .atLeast), .atLeast))
        case .forbiddenSequence:
            .forbiddenSequence(
                try needed(sequence(values, "day"), .ruleSequence),
                startingOn: weekdays(values).isEmpty ? nil : weekdays(values))
        case .wishedSequence:
            .wishedSequence(
                after: try needed(sequence(values, "after"), .ruleAfter),
                then: try needed(sequence(values, "then"), .ruleThen))
        case .completeWeekends: .completeWeekends
        case .sameShiftInWeekend: .sameShiftInWeekend
        case .noWork: .noWork(on: try needed(weekdays(values), .ruleWeekdays))
        case .alternatingWork: .alternatingWork(on: try needed(weekdays(values), .ruleWeekdays))
        case .together: .together(PersonID(values["one"] ?? ""), with: PersonID(values["other"] ?? ""))
        case .apart: .apart(PersonID(values["one"] ?? ""), PersonID(values["other"] ?? ""))
        case .qualifiedOnShift: .qualifiedOnShift(QualificationID(values["qualification"] ?? ""), try shifts(values))
        case .qualificationNeeded:
            .qualificationNeeded(QualificationID(values["qualification"] ?? ""), try shifts(values))
        case .fairness:
            .fairness(
                FairnessMeasure(rawValue: values["measure"] ?? "") ?? .nights,
                tolerance: try number(values, "tolerance", .ruleTolerance))
        }
    }

    private func number(_ values: FormBody, _ field: String, _ label: Phrase) throws(FormFault) -> Int {
        try needed(try count(values, field, label), label)
    }

    private func count(_ values: FormBody, _ field: String, _ label: Phrase) throws(FormFault) -> Int? {
        let text = values.text(field)
        if text.isEmpty { return nil }
        guard let number = Int(text) else {
            throw FormFault(language.text(.ruleNoNumber, ["field": language[label], "value": text]))
        }
        return number
    }

    private func counts(_ values: FormBody) throws(FormFault) -> Limits<Int> {
        let limits = Limits(
            minimum: try count(values, "minimum", .atLeast), maximum: try count(values, "maximum", .atMost))
        if limits == Limits() { throw FormFault(language[.ruleNoLimit]) }
        return limits
    }

    private func hourLimits(_ values: FormBody) throws(FormFault) -> Limits<Minutes> {
        let limits = Limits(
            minimum: try hours(values, "minimum", .atLeast), maximum: try hours(values, "maximum", .atMost))
        if limits == Limits() { throw FormFault(language[.ruleNoLimit]) }
        return limits
    }

    /// `11`, `11 h`, `7 h 30 min`.
    private func hours(_ values: FormBody, _ field: String, _ label: Phrase) throws(FormFault) -> Minutes? {
        let text = values.text(field)
        if text.isEmpty { return nil }
        guard let minutes = DurationText.read(text) ?? DurationText.read("\(text) h") else {
            throw FormFault(language.text(.ruleNoHours, ["field": language[label], "value": text]))
        }
        return minutes
    }

    private func shifts(_ values: FormBody) throws(FormFault) -> ShiftSet {
        switch values["shifts"] {
        case "nights": return .nights
        case "some":
            let types = setup.shiftTypes.map(\.id).filter { values["shift:\($0)"] == "yes" }
            return .types(try needed(types, .ruleSome))
        default: return .all
        }
    }

    private func sequence(_ values: FormBody, _ field: String) -> [DutySet] {
        (0..<Self.longestSequence).compactMap { values["\(field):\($0)"].flatMap(Self.duty) }
    }

    private func weekdays(_ values: FormBody) -> Set<Weekday> {
        Set(Weekday.allCases.filter { values["on:\($0.name)"] == "yes" })
    }

    private func scope(_ values: FormBody) -> AppliesTo {
        guard hasScope, let text = values["for"] else { return .everyone }
        if text.hasPrefix("contract:") { return .contracts([ContractID(String(text.dropFirst(9)))]) }
        if text.hasPrefix("person:") { return .people([PersonID(String(text.dropFirst(7)))]) }
        return .everyone
    }

    private func severity(_ values: FormBody) throws(FormFault) -> Severity {
        guard values["strict"] == "soft" else { return .hard }
        return .soft(Penalty(try number(values, "weight", .ruleWeight)))
    }

    private func needed<Value>(_ value: Value?, _ label: Phrase) throws(FormFault) -> Value {
        guard let value else { throw FormFault(language.text(.ruleMissing, ["field": language[label]])) }
        return value
    }

    private func needed<Values: Collection>(_ values: Values, _ label: Phrase) throws(FormFault) -> Values {
        if values.isEmpty { throw FormFault(language.text(.ruleMissing, ["field": language[label]])) }
        return values
    }

    // MARK: The form

    func groups(_ values: FormBody) -> [FormPage.Group] {
        var groups: [FormPage.Group] = []
        if hasCounts || kind == .totalMinutes {
            groups.append(
                FormPage.Group(
                    legend: language[.ruleHowMany], hint: kind == .totalMinutes ? language[.ruleHoursHint] : nil,
                    fields: [
                        .input("minimum", language[.atLeast], values), .input("maximum", language[.atMost], values),
                    ]))
        }
        if kind == .rest {
            groups.append(
                FormPage.Group(
                    legend: language[.ruleHowLong], hint: language[.ruleHoursHint],
                    fields: [.input("minimum", language[.atLeast], values)]))
        }
        if kind == .minutesInWindow {
            groups.append(
                FormPage.Group(
                    legend: language[.ruleHowLong], hint: language[.ruleHoursHint],
                    fields: [
                        .input("maximum", language[.atMost], values),
                        .input("days", language[.ruleDays], values, type: "number"),
                    ]))
        }
        if hasShifts {
            groups.append(
                FormPage.Group(
                    legend: language[.ruleShifts],
                    fields: [
                        .select(
                            "shifts", language[.ruleWhich], values,
                            [
                                ("all", language[.ruleAllShifts]), ("nights", language[.ruleNights]),
                                ("some", language[.ruleSome]),
                            ])
                    ]
                        + setup.shiftTypes.map { .check("shift:\($0.id)", "\($0.id) \($0.name)", values) }))
        }
        groups += sequences(values)
        if hasWeekdays || kind == .forbiddenSequence {
            groups.append(
                FormPage.Group(
                    legend: language[.ruleWeekdays],
                    hint: kind == .forbiddenSequence ? language[.ruleStartingHint] : nil,
                    fields: Weekday.allCases.map {
                        .check("on:\($0.name)", language.weekdays[$0.rawValue], values)
                    }))
        }
        if hasPair {
            let people = known.people.map { (value: $0.id.rawValue, name: $0.name) }
            groups.append(
                FormPage.Group(
                    legend: language[.people],
                    fields: [
                        .select("one", language[.ruleOne], values, people),
                        .select("other", language[.ruleOther], values, people),
                    ]))
        }
        if hasQualification {
            groups.append(
                FormPage.Group(
                    legend: language[.detailsQualification],
                    fields: [
                        .select(
                            "qualification", language[.detailsQualification], values,
                            known.qualifications.map { ($0.id.rawValue, $0.name) })
                    ]))
        }
        if kind == .fairness {
            groups.append(
                FormPage.Group(
                    legend: language[.ruleFair],
                    fields: [
                        .select(
                            "measure", language[.ruleMeasure], values,
                            FairnessMeasure.allCases.map { ($0.rawValue, words(for: $0)) }),
                        .input("tolerance", language[.ruleTolerance], values, type: "number"),
                    ]))
        }
        if hasScope {
            groups.append(
                FormPage.Group(
                    legend: language[.ruleFor],
                    fields: [
                        .select(
                            "for", language[.ruleFor], values,
                            [("", language[.ruleEveryone])]
                                + known.contracts.map { ("contract:\($0.id)", $0.name) }
                                + known.people.map { ("person:\($0.id)", $0.name) })
                    ]))
        }
        groups.append(
            FormPage.Group(
                legend: language[.ruleStrict], hint: language[.ruleStrictHint],
                fields: [
                    .select(
                        "strict", language[.ruleStrict], values,
                        [("hard", language[.ruleHard]), ("soft", language[.ruleSoft])]),
                    .input("weight", language[.ruleWeight], values, type: "number"),
                    .input("source", language[.ruleSource], values),
                ]))
        return groups
    }

    private func sequences(_ values: FormBody) -> [FormPage.Group] {
        func group(_ field: String, _ legend: Phrase) -> FormPage.Group {
            FormPage.Group(
                legend: language[legend],
                fields: (0..<Self.longestSequence).map { day in
                    .select(
                        "\(field):\(day)", language.text(.ruleDay, ["number": "\(day + 1)"]), values,
                        duties(values, "\(field):\(day)"))
                })
        }
        return switch kind {
        case .forbiddenSequence: [group("day", .ruleSequence)]
        case .wishedSequence: [group("after", .ruleAfter), group("then", .ruleThen)]
        default: []
        }
    }

    /// What a day of a sequence may be: anything there is a word for, and whatever is in the field already.
    private func duties(_ values: FormBody, _ field: String) -> [(value: String, name: String)] {
        let types = setup.shiftTypes
        let nights = types.filter(\.isNight).map(\.id)
        let days = types.filter { !$0.isNight }.map(\.id)
        var choices: [(value: String, name: String)] = [
            ("", language[.ruleNoDay]), ("off", language[.off]), ("work", language[.ruleWork]),
            ("any", language[.ruleAny]),
        ]
        choices += types.map { (Self.text(of: .shifts([$0.id])), "\($0.id) \($0.name)") }
        if nights.count > 1 { choices.append((Self.text(of: .shifts(nights)), language[.ruleANight])) }
        if !nights.isEmpty, days.count > 1 { choices.append((Self.text(of: .shifts(days)), language[.ruleNoNight])) }
        choices += types.map {
            (Self.text(of: .not([$0.id])), language.text(.ruleNot, ["shift": "\($0.id) \($0.name)"]))
        }
        if let there = values[field], !choices.contains(where: { $0.value == there }) { choices.append((there, there)) }
        return choices
    }

    private func words(for measure: FairnessMeasure) -> String {
        switch measure {
        case .nights: language[.nightsLong]
        case .weekends: language[.weekendsLong]
        case .holidays: language[.setupHolidays]
        case .unpopular: language[.setupUnpopular]
        case .requests: language[.requests]
        }
    }
}

extension RuleKindName {
    /// What the list of kinds calls it.
    var phrase: Phrase {
        switch self {
        case .shiftsInARow: .kindShiftsInARow
        case .daysOffInARow: .kindDaysOffInARow
        case .totalMinutes: .kindTotalMinutes
        case .shiftCount: .kindShiftCount
        case .minutesInWindow: .kindMinutesInWindow
        case .rest: .kindRest
        case .forbiddenSequence: .kindForbiddenSequence
        case .wishedSequence: .kindWishedSequence
        case .weekendsWorked: .kindWeekendsWorked
        case .weekendsInARow: .kindWeekendsInARow
        case .completeWeekends: .kindCompleteWeekends
        case .sameShiftInWeekend: .kindSameShiftInWeekend
        case .noWork: .kindNoWork
        case .alternatingWork: .kindAlternatingWork
        case .together: .kindTogether
        case .apart: .kindApart
        case .qualifiedOnShift: .kindQualifiedOnShift
        case .qualificationNeeded: .kindQualificationNeeded
        case .fairness: .kindFairness
        }
    }
}
