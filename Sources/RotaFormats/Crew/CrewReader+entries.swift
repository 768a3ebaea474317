import RotaModel

/// Requests, absences, pins, history and ledger.
extension CrewReader {
    mutating func request(_ value: JSONValue) -> Request? {
        let fields = reader.fields(
            of: value, "a request", required: ["person", "date", "weight"], optional: ["on", "off", "day"])
        guard let fields else { return nil }
        let person = reader.text(fields["person"], "an id")
        let date = reader.date(fields["date"])
        let weight = reader.whole(fields["weight"], "a weight")
        let wishes: [Request.Wish?] = [
            reader.text(fields["on"], "the id of a shift type").map { .shiftOn(ShiftTypeID($0)) },
            reader.text(fields["off"], "the id of a shift type").map { .shiftOff(ShiftTypeID($0)) },
            reader.word(fields["day"], [("off", Request.Wish.dayOff), ("on", .dayOn)]),
        ]
        if ["on", "off", "day"].count(where: { fields[$0] != nil }) != 1 {
            reader.report(
                "A request has one of \"on\" (a shift type), \"off\" (a shift type) and \"day\" (\"off\" or \"on\").",
                at: value)
        }
        guard let person, let date, let weight, let wish = wishes.compactMap(\.self).first else { return nil }
        return Request(person: PersonID(person), date: date, wish: wish, weight: Penalty(weight))
    }

    mutating func absence(_ value: JSONValue) -> Absence? {
        let fields = reader.fields(
            of: value, "an absence", required: ["person", "first", "last"],
            optional: ["from", "until", "creditPerDay", "as"])
        guard let fields else { return nil }
        let person = reader.text(fields["person"], "an id")
        let first = reader.date(fields["first"])
        let last = reader.date(fields["last"])
        let from = reader.time(fields["from"])
        let until = reader.time(fields["until"])
        let credit = reader.duration(fields["creditPerDay"])
        let word = reader.word(fields["as"], Absence.Word.allCases.map { ($0.rawValue, $0) })
        guard let person, let first, let last else { return nil }
        return Absence(
            person: PersonID(person), first: first, last: last, from: from, until: until, creditPerDay: credit ?? .zero,
            word: word ?? .away)
    }

    mutating func pin(_ value: JSONValue) -> Pin? {
        let fields = reader.fields(of: value, "a pin", required: ["person", "date", "shift"])
        guard let fields else { return nil }
        let person = reader.text(fields["person"], "an id")
        let date = reader.date(fields["date"])
        let isOff = fields["shift"]?.kind == .null
        let shift = isOff ? nil : reader.text(fields["shift"], "the id of a shift type, or null for off,")
        guard let person, let date, isOff || shift != nil else { return nil }
        return Pin(person: PersonID(person), date: date, shift: shift.map { ShiftTypeID($0) })
    }

    mutating func historyEntry(_ value: JSONValue) -> HistoryEntry? {
        let fields = reader.fields(of: value, "a shift of the history", required: ["person", "date", "shift"])
        guard let fields else { return nil }
        let person = reader.text(fields["person"], "an id")
        let date = reader.date(fields["date"])
        let shift = reader.text(fields["shift"], "the id of a shift type")
        guard let person, let date, let shift else { return nil }
        return HistoryEntry(person: PersonID(person), date: date, shift: ShiftTypeID(shift))
    }

    mutating func ledgerEntry(_ value: JSONValue) -> LedgerEntry? {
        let fields = reader.fields(
            of: value, "an account", required: ["person"],
            optional: ["nights", "weekends", "holidays", "unpopular", "requestsMade", "requestsGranted", "presence"])
        guard let fields, let person = reader.text(fields["person"], "an id") else { return nil }
        return LedgerEntry(
            person: PersonID(person), nights: reader.whole(fields["nights"]) ?? 0,
            weekends: reader.whole(fields["weekends"]) ?? 0, holidays: reader.whole(fields["holidays"]) ?? 0,
            unpopular: reader.whole(fields["unpopular"]) ?? 0,
            requestsMade: reader.whole(fields["requestsMade"]) ?? 0,
            requestsGranted: reader.whole(fields["requestsGranted"]) ?? 0,
            presence: reader.whole(fields["presence"]) ?? 0)
    }
}
