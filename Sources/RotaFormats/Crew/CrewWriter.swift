import RotaModel

/// Writes Watchbill's own document for a problem. Read again it is the same problem; the same problem is always the same
/// text. What is as it would be without being said is left out.
struct CrewWriter {
    let problem: RotaProblem

    static func write(_ problem: RotaProblem) -> String { CrewWriter(problem: problem).document.text }

    private var document: JSONText {
        let demand = DemandEntries(problem)
        return .members([
            ("watchbill", .string(DocumentKind.crew.rawValue)),
            ("unit", .object(JSONText.members(of: problem.unit))),
            ("period", .object([("start", date(problem.start)), ("days", .whole(problem.dayCount))])),
            ("holidays", JSONText.entries(problem.holidays, holiday)),
            ("qualifications", JSONText.entries(problem.qualifications, JSONText.qualification)),
            ("contracts", JSONText.entries(problem.contracts, JSONText.contract)),
            ("shiftTypes", .lines(problem.shiftTypes.map(shiftType))),
            ("people", .lines(problem.people.map(person))),
            ("demandOrder", demand.isByDate ? nil : .string(CrewReader.orderAsListed)),
            ("demand", JSONText.entries(demand.entries, entry)),
            ("rules", JSONText.entries(problem.rules, rule)),
            ("requests", JSONText.entries(problem.requests, request)),
            ("absences", JSONText.entries(problem.absences, absence)),
            ("pins", JSONText.entries(problem.pins, pin)),
            ("history", history),
            ("ledger", JSONText.entries(problem.ledger, account)),
        ])
    }

    // Nil for what need not be said.

    private func number(_ value: Int, unless standard: Int = 0) -> JSONText? {
        value == standard ? nil : .whole(value)
    }

    private func date(_ date: CalendarDate) -> JSONText { .string(date.description) }
    private func time(_ time: LocalTime) -> JSONText { .string(time.description) }
    private func duration(_ minutes: Minutes) -> JSONText { .string(minutes.description) }
    private func id<Kind>(_ id: Identifier<Kind>) -> JSONText { .string(id.rawValue) }
    private func ids<Kind>(_ ids: [Identifier<Kind>]) -> JSONText { .strings(ids) }

    func holiday(_ holiday: Holiday) -> JSONText {
        .object([("date", date(holiday.date)), ("name", .string(holiday.name))])
    }

    func shiftType(_ type: ShiftType) -> JSONText {
        .members([
            ("id", id(type.id)), ("name", .string(type.name)), ("start", time(type.start)),
            ("length", duration(type.length)), ("colour", number(type.colour, unless: 1)),
            ("qualifications", type.qualifications.isEmpty ? nil : ids(type.qualifications)),
            ("night", type.isNight ? .flag(true) : nil), ("unpopular", type.isUnpopular ? .flag(true) : nil),
        ])
    }

    private func person(_ person: Person) -> JSONText {
        .members([
            ("id", id(person.id)), ("name", .string(person.name)), ("rank", person.rank.map { .string($0) }),
            ("qualifications", JSONText.held(person.qualifications)), ("contracts", JSONText.held(person.contracts)),
        ])
    }

    private func entry(_ entry: DemandEntries.Entry) -> JSONText {
        let line = entry.line
        return .members([
            ("on", days(entry.on)), ("except", entry.except.map(days)), ("shifts", ids(line.shiftTypes)),
            ("qualification", line.qualification.map { id($0) }), ("minimum", number(line.minimum)),
            ("wanted", line.wanted.map { .whole($0) }), ("maximum", line.maximum.map { .whole($0) }),
            ("belowMinimum", severity(line.belowMinimum)), ("belowWanted", number(line.belowWanted.value)),
            ("aboveWanted", number(line.aboveWanted.value)), ("aboveMaximum", severity(line.aboveMaximum)),
        ])
    }

    private func days(_ choice: DateChoice) -> JSONText {
        if choice.weekdays.count == Weekday.allCases.count { return .string(CrewReader.everyDay) }
        return .strings(
            choice.weekdays.sorted().map(\.name) + (choice.holidays ? [CrewReader.onHolidays] : [])
                + choice.dates.sorted().map(\.description))
    }

    /// Nil if hard.
    private func severity(_ severity: Severity) -> JSONText? {
        if case .soft(let weight) = severity { .whole(weight.value) } else { nil }
    }

    private func request(_ request: Request) -> JSONText {
        let wish: (String, JSONText) =
            switch request.wish {
            case .shiftOn(let shift): ("on", id(shift))
            case .shiftOff(let shift): ("off", id(shift))
            case .dayOff: ("day", .string("off"))
            case .dayOn: ("day", .string("on"))
            }
        return .object([
            ("person", id(request.person)), ("date", date(request.date)), wish,
            ("weight", .whole(request.weight.value)),
        ])
    }

    private func absence(_ absence: Absence) -> JSONText {
        .members([
            ("person", id(absence.person)), ("first", date(absence.first)), ("last", date(absence.last)),
            ("from", absence.from.map(time)), ("until", absence.until.map(time)),
            ("creditPerDay", absence.creditPerDay == .zero ? nil : duration(absence.creditPerDay)),
            ("as", absence.word == .away ? nil : .string(absence.word.rawValue)),
        ])
    }

    private func pin(_ pin: Pin) -> JSONText {
        .object([("person", id(pin.person)), ("date", date(pin.date)), ("shift", pin.shift.map { id($0) } ?? .null)])
    }

    private var history: JSONText? {
        problem.historyStart.map { from in
            .members([
                ("from", date(from)),
                (
                    "shifts",
                    JSONText.entries(problem.history) { entry in
                        .object([("person", id(entry.person)), ("date", date(entry.date)), ("shift", id(entry.shift))])
                    }
                ),
            ])
        }
    }

    private func account(_ entry: LedgerEntry) -> JSONText {
        .members([
            ("person", id(entry.person)), ("nights", number(entry.nights)), ("weekends", number(entry.weekends)),
            ("holidays", number(entry.holidays)), ("unpopular", number(entry.unpopular, unless: 0)),
            ("requestsMade", number(entry.requestsMade)),
            ("requestsGranted", number(entry.requestsGranted)), ("presence", number(entry.presence)),
        ])
    }
}
