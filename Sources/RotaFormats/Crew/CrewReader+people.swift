import RotaModel

/// The period, the people and the shifts they work.
///
/// What is missing or wrong is reported and has some value, so that reading goes on.
extension CrewReader {
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

    mutating func person(_ value: JSONValue) -> Person? {
        let fields = reader.fields(
            of: value, "a person", required: ["id", "name"], optional: ["rank", "qualifications", "contracts"])
        guard let fields else { return nil }
        return Person(
            id: PersonID(reader.text(fields["id"]) ?? ""), name: reader.text(fields["name"]) ?? "",
            rank: reader.text(fields["rank"]), qualifications: reader.held(fields["qualifications"], "qualification"),
            contracts: reader.held(fields["contracts"], "contract"))
    }

    /// A list of ids; nil if there is none.
    mutating func ids<Kind>(_ value: JSONValue?, of what: String) -> [Identifier<Kind>]? {
        guard let value else { return nil }
        return reader.list(value, of: what).compactMap { reader.text($0, "an id").map { Identifier($0) } }
    }
}
