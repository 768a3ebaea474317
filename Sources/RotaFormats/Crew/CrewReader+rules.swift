import RotaModel

/// Rules: nil for one with a fault.
extension CrewReader {
    mutating func rule(_ value: JSONValue) -> Rule? {
        let kinds = RuleKindName.allCases.map { (word: $0.rawValue, meaning: $0) }
        let given = value.members.first { $0.key.text == "kind" }?.value
        guard value.kind != .object || given != nil, let name = given.flatMap({ reader.word($0, kinds) }) else {
            // Without its kind there is no telling which keys it may have.
            if value.kind != .object {
                _ = reader.fields(of: value, "a rule", required: [])
            } else if given == nil {
                reader.report("\"kind\" is missing in a rule.", at: value)
            }
            return nil
        }
        let fields = reader.fields(
            of: value, "a rule of kind \(name.rawValue)", required: ["id", "kind"] + name.required,
            optional: name.optional + ["appliesTo", "severity", "weight", "source"])
        guard let fields else { return nil }
        let id = reader.text(fields["id"])
        let kind = kind(name, fields)
        let scope = appliesTo(fields["appliesTo"])
        let source = reader.text(fields["source"])
        let weekend = fields["weekend"].map { reader.list($0, of: "weekdays").compactMap { reader.weekday($0) } }
        let edges = reader.word(fields["edges"], RunEdges.allCases.map { (word: $0.rawValue, meaning: $0) })
        guard let severity = ruleSeverity(fields, of: value), let id, let kind, let scope else { return nil }
        return Rule(
            id: RuleID(id), kind, appliesTo: scope, severity: severity, source: source, weekend: weekend,
            edges: edges ?? .open)
    }

    private mutating func ruleSeverity(_ fields: [String: JSONValue], of value: JSONValue) -> Severity? {
        let hard = reader.word(fields["severity"], [("hard", true)])
        let weight = reader.whole(fields["weight"], "a weight")
        if (fields["severity"] == nil) == (fields["weight"] == nil) {
            reader.report("A rule has either \"severity\": \"hard\" or a \"weight\".", at: value)
            return nil
        }
        return hard.map { _ in .hard } ?? weight.map { .soft(Penalty($0)) }
    }

    private mutating func appliesTo(_ value: JSONValue?) -> AppliesTo? {
        guard let value, value.text != "everyone" else { return .everyone }
        guard value.kind == .object else {
            reader.report(
                "\(value.shown) stands where \"everyone\", or an object with \"contracts\" or \"people\", is expected.",
                at: value)
            return nil
        }
        guard let fields = reader.fields(of: value, "appliesTo", required: [], optional: ["contracts", "people"])
        else { return nil }
        let contracts: [ContractID]? = ids(fields["contracts"], of: "contracts")
        let people: [PersonID]? = ids(fields["people"], of: "people")
        switch (contracts, people) {
        case (let contracts?, nil): return .contracts(contracts)
        case (nil, let people?): return .people(people)
        default:
            reader.report("A rule applies either to \"contracts\" or to \"people\".", at: value)
            return nil
        }
    }

    private mutating func kind(_ name: RuleKindName, _ fields: [String: JSONValue]) -> Rule.Kind? {
        switch name {
        case .shiftsInARow: return shiftSet(fields["shifts"]).map { .shiftsInARow($0, counts(fields)) }
        case .daysOffInARow: return .daysOffInARow(counts(fields))
        case .totalMinutes:
            return .totalMinutes(
                Limits(minimum: reader.duration(fields["minimum"]), maximum: reader.duration(fields["maximum"])))
        case .shiftCount: return shiftSet(fields["shifts"]).map { .shiftCount($0, counts(fields)) }
        case .minutesInWindow:
            let days = reader.whole(fields["days"], "a number of days")
            guard let maximum = reader.duration(fields["maximum"]), let days else { return nil }
            return .minutesInWindow(days: days, maximum: maximum)
        case .rest: return reader.duration(fields["minimum"]).map { .rest(minimum: $0) }
        case .forbiddenSequence:
            let starts = weekdays(fields["startingOn"])
            return sequence(fields["sequence"]).map { .forbiddenSequence($0, startingOn: starts) }
        case .wishedSequence:
            let after = sequence(fields["after"])
            guard let then = sequence(fields["then"]), let after else { return nil }
            return .wishedSequence(after: after, then: then)
        case .weekendsWorked: return .weekendsWorked(counts(fields))
        case .weekendsInARow: return .weekendsInARow(counts(fields))
        case .completeWeekends: return .completeWeekends
        case .sameShiftInWeekend: return .sameShiftInWeekend
        case .noWork: return weekdays(fields["weekdays"]).map { .noWork(on: $0) }
        case .alternatingWork: return weekdays(fields["weekdays"]).map { .alternatingWork(on: $0) }
        case .together: return pair(fields["people"]).map { .together($0, with: $1) }
        case .apart: return pair(fields["people"]).map { .apart($0, $1) }
        case .qualifiedOnShift, .qualificationNeeded:
            let set = shiftSet(fields["shifts"])
            guard let qualification = reader.text(fields["qualification"], "an id"), let set else { return nil }
            let id = QualificationID(qualification)
            return name == .qualifiedOnShift ? .qualifiedOnShift(id, set) : .qualificationNeeded(id, set)
        case .fairness:
            let measures = FairnessMeasure.allCases.map { (word: $0.rawValue, meaning: $0) }
            let tolerance = reader.whole(fields["tolerance"])
            guard let measure = reader.word(fields["measure"], measures), let tolerance else { return nil }
            return .fairness(measure, tolerance: tolerance)
        }
    }

    private mutating func counts(_ fields: [String: JSONValue]) -> Limits<Int> {
        Limits(minimum: reader.whole(fields["minimum"]), maximum: reader.whole(fields["maximum"]))
    }

    /// `"all"`, `"nights"` or a list of shift types; all if it is not there.
    private mutating func shiftSet(_ value: JSONValue?) -> ShiftSet? {
        guard let value else { return .all }
        if value.kind == .array { return ids(value, of: "shift types").map { .types($0) } }
        if value.text == "all" { return .all }
        if value.text == "nights" { return .nights }
        reader.report(
            "\(value.shown) stands where \"all\", \"nights\" or a list of shift types is expected.", at: value)
        return nil
    }

    /// A list of days, each `"off"`, `"work"`, `"any"`, a list of shift types or `{"not": …}` such a list.
    private mutating func sequence(_ value: JSONValue?) -> [DutySet]? {
        guard let value else { return nil }
        return reader.list(value, of: "days").compactMap { element in
            switch element.kind {
            case .array: return ids(element, of: "shift types").map { .shifts($0) }
            case .object:
                let fields = reader.fields(of: element, "a day of a sequence", required: ["not"])
                return ids(fields?["not"], of: "shift types").map { .not($0) }
            default:
                let words: [(word: String, meaning: DutySet)] = [("off", .off), ("work", .work), ("any", .any)]
                if let found = words.first(where: { $0.word == element.text }) { return found.meaning }
                reader.report(
                    "\(element.shown) stands where \"off\", \"work\", \"any\", a list of shift types or {\"not\": a list"
                        + " of shift types} is expected.", at: element)
                return nil
            }
        }
    }

    private mutating func weekdays(_ value: JSONValue?) -> Set<Weekday>? {
        guard let value else { return nil }
        return Set(reader.list(value, of: "weekdays").compactMap { reader.weekday($0) })
    }

    private mutating func pair(_ value: JSONValue?) -> (PersonID, PersonID)? {
        guard let value, let people: [PersonID] = ids(value, of: "people") else { return nil }
        if people.count == 2 { return (people[0], people[1]) }
        if value.kind == .array, value.elements.count != 2 {
            reader.report("The number of people is \(value.elements.count); 2 are expected.", at: value)
        }
        return nil
    }
}
