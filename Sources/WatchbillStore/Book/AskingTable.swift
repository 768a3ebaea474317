internal import RotaModel

/// What the people of one organisation ask for themselves, and their accounts of the year, within one transaction.
struct AskingTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    // MARK: Requests

    /// All of a person, by their dates.
    func requests(of person: PersonID) throws(StoreError) -> [StoredRequest] {
        let rows = try connection.run(
            "SELECT * FROM shiftRequest WHERE organisationID = ? AND personID = ? ORDER BY date", organisation, person)
        var requests: [StoredRequest] = []
        for row in rows { requests.append(try StoredRequest(row)) }
        return requests
    }

    /// In place of what the person has asked for the date before.
    func insert(
        _ wish: Request.Wish, of person: PersonID, on date: CalendarDate, at now: Instant
    ) throws(StoreError) {
        try connection.run(
            "DELETE FROM shiftRequest WHERE organisationID = ? AND personID = ? AND date = ?", organisation, person,
            date)
        let (word, shift) = StoredRequest.columns(of: wish)
        try connection.run(
            "INSERT INTO shiftRequest (organisationID, personID, date, wish, shift, at) VALUES (?, ?, ?, ?, ?, ?)",
            organisation, person, date, word, shift, now)
    }

    func delete(requestOf person: PersonID, on date: CalendarDate) throws(StoreError) {
        try connection.run(
            "DELETE FROM shiftRequest WHERE organisationID = ? AND personID = ? AND date = ?", organisation, person,
            date)
    }

    // MARK: Calls for requests

    /// Those of which `condition` is true, in the order in which it ends.
    func calls(_ condition: String, _ values: any SQLStorable...) throws(StoreError) -> [StoredRequestCall] {
        var calls: [StoredRequestCall] = []
        for row in try connection.run(
            "SELECT * FROM requestCall WHERE organisationID = ? AND \(condition)", [organisation] + values)
        {
            let (first, last): (CalendarDate, CalendarDate) = try (row["firstDate"], row["lastDate"])
            calls.append(
                StoredRequestCall(
                    id: try row["id"], unit: try row["unitID"], dates: first...last, until: try row["until"],
                    madeAt: try row["madeAt"]))
        }
        return calls
    }

    /// - Parameter remindAt: nil: nobody is reminded.
    func insert(
        _ call: NewRequestCall, in unit: UnitID, by person: PersonID, remindAt: Instant?, at now: Instant
    ) throws(StoreError) -> RequestCallID {
        try connection.insert(
            """
            INSERT INTO requestCall (organisationID, unitID, firstDate, lastDate, until, madeBy, madeAt, remindAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """, organisation, unit, call.dates.lowerBound, call.dates.upperBound, call.until, person, now, remindAt)
    }

    func noteReminded(_ id: RequestCallID) throws(StoreError) {
        try connection.run(
            "UPDATE requestCall SET remindAt = NULL WHERE organisationID = ? AND id = ?", organisation, id)
    }

    // MARK: Exchanges

    func exchange(_ id: ExchangeID) throws(StoreError) -> StoredExchange? { try exchanges("id = ?", id).first }

    /// Those that somebody has asked for or was asked, the newest first.
    func exchanges(of person: PersonID, limit: Int) throws(StoreError) -> [StoredExchange] {
        try exchanges("(askerID = ? OR otherID = ?) ORDER BY id DESC LIMIT ?", person, person, limit)
    }

    /// Those that wait for whoever decides, the oldest first.
    func agreed() throws(StoreError) -> [StoredExchange] { try exchanges("state = 'agreed' ORDER BY id") }

    private func exchanges(
        _ condition: String, _ values: any SQLStorable...
    ) throws(StoreError) -> [StoredExchange] {
        let rows = try connection.run(
            "SELECT * FROM exchange WHERE organisationID = ? AND \(condition)", [organisation] + values)
        var exchanges: [StoredExchange] = []
        for row in rows { exchanges.append(try StoredExchange(row)) }
        return exchanges
    }

    func insert(
        _ proposal: ExchangeProposal, in unit: UnitID, as state: StoredExchange.State, at now: Instant
    ) throws(StoreError) -> ExchangeID {
        try connection.insert(
            """
            INSERT INTO exchange (organisationID, unitID, askerID, otherID, date, shift, otherDate, otherShift, askedAt,
                state, stateBy, stateAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """, organisation, unit, proposal.asker, proposal.other, proposal.date, proposal.shift, proposal.otherDate,
            proposal.otherShift, now, state, proposal.asker, now)
    }

    func note(
        _ state: StoredExchange.State, of id: ExchangeID, by person: PersonID, at now: Instant
    ) throws(StoreError) {
        try connection.run(
            "UPDATE exchange SET state = ?, stateBy = ?, stateAt = ? WHERE organisationID = ? AND id = ?", state,
            person,
            now, organisation, id)
    }

    // MARK: Accounts of the year

    /// The oldest first.
    ///
    /// - Parameter year: nil: of all years.
    func entries(of person: PersonID, in year: Int? = nil) throws(StoreError) -> [AccountEntry] {
        let rows = try connection.run(
            """
            SELECT * FROM accountEntry WHERE organisationID = ? AND personID = ? AND year = coalesce(?, year) ORDER BY id
            """, organisation, person, year)
        var entries: [AccountEntry] = []
        for row in rows { entries.append(try AccountEntry(row)) }
        return entries
    }

    func insert(_ entry: AccountEntry) throws(StoreError) {
        let change = entry.change
        try connection.run(
            """
            INSERT INTO accountEntry (organisationID, personID, year, nights, weekends, holidays, unpopular, requestsMade,
                requestsGranted, presence, leave, note, enteredBy, enteredAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, organisation, entry.person, entry.year, change.nights, change.weekends, change.holidays,
            change.unpopular, change.requestsMade, change.requestsGranted, change.presence, entry.leave,
            entry.note, entry.by, entry.at)
    }

    /// For erasing a person. Exchanges stay, as the versions do that came of them: they name nobody by name.
    func erase(of person: PersonID) throws(StoreError) {
        for table in ["shiftRequest", "accountEntry"] {
            try connection.run("DELETE FROM \(table) WHERE organisationID = ? AND personID = ?", organisation, person)
        }
    }
}

extension StoredExchange.State: SQLStorable {}

extension StoredRequest {
    fileprivate static func columns(of wish: Request.Wish) -> (word: String, shift: ShiftTypeID?) {
        switch wish {
        case .dayOff: ("dayOff", nil)
        case .dayOn: ("dayOn", nil)
        case .shiftOff(let shift): ("shiftOff", shift)
        case .shiftOn(let shift): ("shiftOn", shift)
        }
    }

    fileprivate init(_ row: SQLRow) throws(StoreError) {
        let word: String = try row["wish"]
        let shift: ShiftTypeID? = try row["shift"]
        let wish: Request.Wish? =
            switch word {
            case "dayOff": .dayOff
            case "dayOn": .dayOn
            case "shiftOff": shift.map { .shiftOff($0) }
            case "shiftOn": shift.map { .shiftOn($0) }
            default: nil
            }
        guard let wish else { throw StoreError(.damaged, "A request in the database asks for nothing that is known.") }
        self.init(
            person: try row["personID"], date: try row["date"], wish: wish, at: try row["at"])
    }
}

extension StoredExchange {
    fileprivate init(_ row: SQLRow) throws(StoreError) {
        self.init(
            id: try row["id"], unit: try row["unitID"],
            proposal: ExchangeProposal(
                asker: try row["askerID"], other: try row["otherID"], date: try row["date"], shift: try row["shift"],
                otherDate: try row["otherDate"], otherShift: try row["otherShift"]),
            askedAt: try row["askedAt"], state: try row["state"], by: try row["stateBy"], at: try row["stateAt"])
    }
}

extension AccountEntry {
    fileprivate init(_ row: SQLRow) throws(StoreError) {
        let person: PersonID = try row["personID"]
        self.init(
            person: person, year: try row["year"],
            change: LedgerEntry(
                person: person, nights: try row["nights"], weekends: try row["weekends"],
                holidays: try row["holidays"], unpopular: try row["unpopular"],
                requestsMade: try row["requestsMade"], requestsGranted: try row["requestsGranted"],
                presence: try row["presence"]),
            leave: try row["leave"], note: try row["note"], by: try row["enteredBy"], at: try row["enteredAt"])
    }
}
