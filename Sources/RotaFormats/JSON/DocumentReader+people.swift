import RotaModel

/// What documents for crews and for directories share.
///
/// What is missing or wrong is reported and has some value, so that reading goes on.
extension DocumentReader {
    /// The unit, and the values of the keys it has besides.
    mutating func unit(
        _ value: JSONValue?, _ what: String, besides: [String] = []
    ) -> (unit: CrewUnit, besides: [String: JSONValue]) {
        let fields =
            value.flatMap {
                self.fields(
                    of: $0, what, required: ["id", "name", "zone"], optional: ["firstWeekday", "weekend"] + besides)
            } ?? [:]
        var unit = CrewUnit(
            id: UnitID(text(fields["id"]) ?? ""), name: text(fields["name"]) ?? "", zone: zone(fields["zone"]) ?? .utc)
        if let day = weekday(fields["firstWeekday"]) { unit.firstWeekday = day }
        if let weekend = fields["weekend"] {
            unit.weekend = list(weekend, of: "weekdays").compactMap { weekday($0) }
        }
        return (unit, fields.filter { besides.contains($0.key) })
    }

    private mutating func zone(_ value: JSONValue?) -> Zone? {
        guard let value, let name = text(value) else { return nil }
        if let zone = Zone(inFile: name) { return zone }
        report("\(value.shown) stands where the name of a time zone like \"Europe/Stockholm\" is expected.", at: value)
        return nil
    }

    mutating func qualification(_ value: JSONValue) -> Qualification? {
        let fields = fields(of: value, "a qualification", required: ["id", "name"])
        guard let fields else { return nil }
        return Qualification(id: QualificationID(text(fields["id"]) ?? ""), name: text(fields["name"]) ?? "")
    }

    mutating func contract(_ value: JSONValue) -> Contract? {
        let fields = fields(of: value, "a contract", required: ["id", "name"], optional: ["share"])
        guard let fields else { return nil }
        return Contract(
            id: ContractID(text(fields["id"]) ?? ""), name: text(fields["name"]) ?? "",
            share: whole(fields["share"], "a share in percent") ?? 100)
    }

    /// What somebody has: each by its id, or an object with the id and from when until when.
    mutating func held<Kind>(_ value: JSONValue?, _ what: String) -> [Held<Identifier<Kind>>] {
        list(value, of: "\(what)s").map { element in
            if let id = element.text { return Held(Identifier(id)) }
            guard element.kind == .object else {
                report(
                    "\(element.shown) stands where the id of a \(what), or an object with it, is expected.", at: element
                )
                return Held(Identifier(""))
            }
            let fields = fields(
                of: element, "the \(what) of a person", required: ["id"], optional: ["from", "until"])
            let before = faultCount
            var valid = Validity(from: date(fields?["from"]), until: date(fields?["until"]))
            if faultCount > before {
                valid = .unread
                distrust(element)
            }
            return Held(Identifier(text(fields?["id"]) ?? ""), valid: valid)
        }
    }
}

extension Validity {
    /// What stands for dates of which one could not be read: no date at all, so that it overlaps nothing.
    static let unread = Validity(from: ProblemLimits.dates.upperBound, until: ProblemLimits.dates.lowerBound)
}

extension Zone {
    /// The zone that files call by this name; nil if there is none.
    init?(inFile name: String) {
        if name == Zone.utc.name {
            self = .utc
        } else {
            self.init(name: name)
        }
    }
}
