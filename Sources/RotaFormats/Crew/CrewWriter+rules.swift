import RotaModel

extension CrewWriter {
    func rule(_ rule: Rule) -> JSONText {
        let severity: (String, JSONText) =
            switch rule.severity {
            case .hard: ("severity", .string("hard"))
            case .soft(let weight): ("weight", .whole(weight.value))
            }
        let head: [(String, JSONText?)] = [
            ("id", .string(rule.id.rawValue)), ("kind", .string(RuleKindName(rule.kind).rawValue)),
        ]
        let tail: [(String, JSONText?)] = [
            ("edges", rule.edges == .open ? nil : .string(rule.edges.rawValue)),
            ("weekend", rule.weekend.map { .strings($0.map(\.name)) }),
            ("appliesTo", appliesTo(rule.appliesTo)), severity, ("source", rule.source.map { .string($0) }),
        ]
        return .members(head + parameters(of: rule.kind) + tail)
    }

    private func parameters(of kind: Rule.Kind) -> [(String, JSONText?)] {
        switch kind {
        case .shiftsInARow(let set, let limits), .shiftCount(let set, let limits): [shifts(set)] + counts(limits)
        case .daysOffInARow(let limits), .weekendsWorked(let limits), .weekendsInARow(let limits): counts(limits)
        case .totalMinutes(let limits):
            [("minimum", limits.minimum.map(duration)), ("maximum", limits.maximum.map(duration))]
        case .minutesInWindow(let days, let maximum): [("days", .whole(days)), ("maximum", duration(maximum))]
        case .rest(let minimum): [("minimum", duration(minimum))]
        case .forbiddenSequence(let days, let weekdays):
            [("sequence", sequence(days)), ("startingOn", weekdays.map { .strings($0.sorted().map(\.name)) })]
        case .wishedSequence(let after, let then): [("after", sequence(after)), ("then", sequence(then))]
        case .completeWeekends, .sameShiftInWeekend: []
        case .noWork(let weekdays), .alternatingWork(let weekdays):
            [("weekdays", .strings(weekdays.sorted().map(\.name)))]
        case .together(let first, let second), .apart(let first, let second): [("people", .strings([first, second]))]
        case .qualifiedOnShift(let qualification, let set), .qualificationNeeded(let qualification, let set):
            [("qualification", .string(qualification.rawValue)), shifts(set)]
        case .fairness(let measure, let tolerance):
            [("measure", .string(measure.rawValue)), ("tolerance", .whole(tolerance))]
        }
    }

    private func duration(_ minutes: Minutes) -> JSONText { .string(minutes.description) }

    private func counts(_ limits: Limits<Int>) -> [(String, JSONText?)] {
        [("minimum", limits.minimum.map { .whole($0) }), ("maximum", limits.maximum.map { .whole($0) })]
    }

    private func shifts(_ set: ShiftSet) -> (String, JSONText?) {
        switch set {
        case .all: ("shifts", nil)
        case .nights: ("shifts", .string("nights"))
        case .types(let types): ("shifts", .strings(types))
        }
    }

    private func sequence(_ days: [DutySet]) -> JSONText {
        .array(
            days.map { day in
                switch day {
                case .off: .string("off")
                case .work: .string("work")
                case .any: .string("any")
                case .shifts(let types): .strings(types)
                case .not(let types): .object([("not", .strings(types))])
                }
            })
    }

    private func appliesTo(_ scope: AppliesTo) -> JSONText? {
        switch scope {
        case .everyone: nil
        case .contracts(let contracts): .object([("contracts", .strings(contracts))])
        case .people(let people): .object([("people", .strings(people))])
        }
    }
}
