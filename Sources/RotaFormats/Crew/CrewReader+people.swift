import RotaModel

/// The unit, the period, the people and what describes them.
///
/// What is missing or wrong is reported and has some value, so that reading goes on.
extension CrewReader {
    mutating func unit(_ value: JSONValue?) -> CrewUnit {
        let fields = value.flatMap {
            reader.fields(of: $0, "the unit", required: ["id", "name", "zone"], optional: ["firstWeekday", "weekend"])
        }
        var unit = CrewUnit(
            id: reader.text(fields?["id"]) ?? "", name: reader.text(fields?["name"]) ?? "",
            zone: zone(fields?["zone"]) ?? .utc)
        if let day = reader.weekday(fields?["firstWeekday"]) { unit.firstWeekday = day }
        if let weekend = fields?["weekend"] {
            unit.weekend = reader.list(weekend, of: "weekdays").compactMap { reader.weekday($0) }
        }
        return unit
    }

    private mutating func zone(_ value: JSONValue?) -> Zone? {
        guard let value, let name = reader.text(value) else { return nil }
        if name == Zone.utc.name { return .utc }
        if let zone = Zone(name: name) { return zone }
        reader.report(
            "\(value.shown) stands where the name of a time zone like \"Europe/Stockholm\" is expected.", at: value)
        return nil
    }

    /// The first date and the number of days; 0 days if it cannot be told.
    mutating func period(_ value: JSONValue?) -> (start: CalendarDate, days: Int) {
        let none = (CalendarDate(dayNumber: 0), 0)
        guard let value else { return none }
        guard let fields = reader.fields(of: value, "the period", required: ["start"], optional: ["days", "end"])
        else { return none }
        let start = reader.date(fields["start"])
        let end = reader.date(fields["end"])
        let days = reader.whole(fields["days"], "a number of days")
        if (fields["days"] == nil) == (fields["end"] == nil) {
            reader.report("The period has either \"days\" or \"end\", the last date.", at: value)
        }
        guard let start else { return none }
        if let end, fields["days"] == nil { return (start, end.dayNumber - start.dayNumber + 1) }
        return (start, fields["end"] == nil ? days ?? 0 : 0)
    }

    mutating func holiday(_ value: JSONValue) -> Holiday? {
        let fields = reader.fields(of: value, "a holiday", required: ["date", "name"])
        guard let date = reader.date(fields?["date"]), let name = reader.text(fields?["name"]) else { return nil }
        return Holiday(date: date, name: name)
    }

    mutating func shiftType(_ value: JSONValue) -> ShiftType? {
        let fields = reader.fields(
            of: value, "a shift type", required: ["id", "name", "start", "length"],
            optional: ["colour", "qualifications", "night", "unpopular"])
        guard let fields else { return nil }
        return ShiftType(
            id: ShiftTypeID(reader.text(fields["id"]) ?? ""), name: reader.text(fields["name"]) ?? "",
            start: reader.time(fields["start"]) ?? .midnight, length: reader.duration(fields["length"]) ?? .zero,
            colour: reader.whole(fields["colour"]) ?? 1,
            qualifications: ids(fields["qualifications"], of: "qualifications") ?? [],
            isNight: reader.flag(fields["night"]) ?? false, isUnpopular: reader.flag(fields["unpopular"]) ?? false)
    }

    mutating func qualification(_ value: JSONValue) -> Qualification? {
        let fields = reader.fields(of: value, "a qualification", required: ["id", "name"])
        guard let fields else { return nil }
        return Qualification(
            id: QualificationID(reader.text(fields["id"]) ?? ""), name: reader.text(fields["name"]) ?? "")
    }

    mutating func contract(_ value: JSONValue) -> Contract? {
        let fields = reader.fields(of: value, "a contract", required: ["id", "name"], optional: ["share"])
        guard let fields else { return nil }
        return Contract(
            id: ContractID(reader.text(fields["id"]) ?? ""), name: reader.text(fields["name"]) ?? "",
            share: reader.whole(fields["share"], "a share in percent") ?? 100)
    }

    mutating func person(_ value: JSONValue) -> Person? {
        let fields = reader.fields(
            of: value, "a person", required: ["id", "name"], optional: ["rank", "qualifications", "contracts"])
        guard let fields else { return nil }
        return Person(
            id: PersonID(reader.text(fields["id"]) ?? ""), name: reader.text(fields["name"]) ?? "",
            rank: reader.text(fields["rank"]), qualifications: held(fields["qualifications"], "qualification"),
            contracts: held(fields["contracts"], "contract"))
    }

    /// What somebody has: each by its id, or an object with the id and from when until when.
    private mutating func held<Kind>(_ value: JSONValue?, _ what: String) -> [Held<Identifier<Kind>>] {
        reader.list(value, of: "\(what)s").map { element in
            if let id = element.text { return Held(Identifier(id)) }
            guard element.kind == .object else {
                reader.report(
                    "\(element.shown) stands where the id of a \(what), or an object with it, is expected.", at: element
                )
                return Held(Identifier(""))
            }
            let fields = reader.fields(
                of: element, "the \(what) of a person", required: ["id"], optional: ["from", "until"])
            return Held(
                Identifier(reader.text(fields?["id"]) ?? ""),
                valid: Validity(from: reader.date(fields?["from"]), until: reader.date(fields?["until"])))
        }
    }

    /// A list of ids; nil if there is none.
    mutating func ids<Kind>(_ value: JSONValue?, of what: String) -> [Identifier<Kind>]? {
        guard let value else { return nil }
        return reader.list(value, of: what).compactMap { reader.text($0, "an id").map { Identifier($0) } }
    }
}
