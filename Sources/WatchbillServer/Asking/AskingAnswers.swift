import RotaFormats
import RotaModel
import WatchbillStore

/// What somebody has asked for a date.
struct RequestAnswer: APIValue {
    let date: String
    let wish: String
    let shift: String?

    init(_ request: StoredRequest) {
        date = request.date.description
        wish = RequestWord(request.wish).rawValue
        shift = request.wish.shift?.rawValue
    }

    static let schema = JSONSchema.named(
        "Request",
        .object([
            .always("date", .date, "for which date"),
            .always("wish", .choice(of: RequestWord.self), "what for"), .maybe("shift", .id, "the shift type"),
        ]))

    static let example: JSONContent = ["date": "2027-05-01", "wish": "dayOff"]
}

struct RequestsAnswer: APIValue {
    let items: [RequestAnswer]

    static let schema = JSONSchema.named(
        "Requests", .object([.always("items", .list(of: RequestAnswer.schema, most: 10_000), "by dates")]))
    static let example: JSONContent = ["items": [RequestAnswer.example]]
}

/// Until when a unit takes requests for a period.
struct RequestCallAnswer: APIValue {
    let call: Int64
    let unit: String
    let first: String
    let last: String
    let until: String

    init(_ stored: StoredRequestCall) {
        call = stored.id.value
        unit = stored.unit.rawValue
        first = stored.dates.lowerBound.description
        last = stored.dates.upperBound.description
        until = stored.until.description
    }

    static let schema = JSONSchema.named(
        "RequestCall",
        .object([
            .always("call", .serial, "its number"), .always("unit", .id, "the unit"),
            .always("first", .date, "the first day of the period"), .always("last", .date, "its last day"),
            .always("until", .date, "the last day on which requests are taken"),
        ]))
    static let example: JSONContent = [
        "call": 1, "unit": "ward-7", "first": "2026-02-02", "last": "2026-03-01", "until": "2026-01-15",
    ]
}

struct RequestCallsAnswer: APIValue {
    let items: [RequestCallAnswer]

    static let schema = JSONSchema.named(
        "RequestCalls", .object([.always("items", .list(of: RequestCallAnswer.schema, most: 10_000), "the calls")]))
    static let example: JSONContent = ["items": [RequestCallAnswer.example]]
}

struct RequestCallNumber: APIValue {
    let call: Int64

    static let schema = JSONSchema.named(
        "RequestCallNumber", .object([.always("call", .serial, "the number by which it is known from now on")]))
    static let example: JSONContent = ["call": 1]
}

/// An exchange that somebody may ask for; whose shift it is goes without saying.
struct ProposalAnswer: APIValue {
    let date: String
    let shift: String
    let other: String?
    let otherDate: String?
    let otherShift: String?

    init(_ proposal: ExchangeProposal) {
        date = proposal.date.description
        shift = proposal.shift.rawValue
        other = proposal.other?.rawValue
        otherDate = proposal.otherDate?.description
        otherShift = proposal.otherShift?.rawValue
    }

    static let schema = JSONSchema.named(
        "Proposal",
        .object([
            .always("date", .date, "of your shift, or of the open one"),
            .always("shift", .id, "your shift, or the open one"),
            .maybe("other", .id, "with whom; missing: the shift is open"),
            .maybe(
                "otherDate", .date, "of the shift that they give for it; missing: they are off and give nothing back"),
            .maybe("otherShift", .id, "the shift that they give for it"),
        ]))

    static let example: JSONContent = [
        "date": "2027-03-09", "shift": "N", "other": "okafor", "otherDate": "2027-03-11", "otherShift": "E",
    ]
}

struct ProposalsAnswer: APIValue {
    let items: [ProposalAnswer]

    static let schema = JSONSchema.named(
        "Proposals",
        .object([.always("items", .list(of: ProposalAnswer.schema, most: 10_000), "what may be asked for")]))
    static let example: JSONContent = ["items": [ProposalAnswer.example]]
}

/// The number of an exchange that was just asked for.
struct ExchangeNumber: APIValue {
    let exchange: Int64

    static let schema = JSONSchema.named(
        "ExchangeNumber", .object([.always("exchange", .serial, "the number by which it is known from now on")]))
    static let example: JSONContent = ["exchange": 1]
}

/// An exchange and what has become of it.
struct ExchangeAnswer: APIValue {
    let exchange: Int64
    let unit: String
    let asker: String
    let proposal: ProposalAnswer
    let state: String

    init(_ named: NamedExchange) {
        exchange = named.exchange.id.value
        unit = named.exchange.unit.rawValue
        asker = named.exchange.proposal.asker.rawValue
        proposal = ProposalAnswer(named.exchange.proposal)
        state = named.exchange.state.rawValue
    }

    static let schema = JSONSchema.named(
        "Exchange",
        .object([
            .always("exchange", .serial, "its number"), .always("unit", .id, "in which unit"),
            .always("asker", .id, "who has asked"), .always("proposal", ProposalAnswer.schema, "what for"),
            .always("state", .choice(of: StoredExchange.State.self), "what has become of it"),
        ]))

    static let example: JSONContent = [
        "exchange": 1, "unit": "ward-7", "asker": "lindqvist", "proposal": ProposalAnswer.example, "state": "asked",
    ]
}

struct ExchangesAnswer: APIValue {
    let items: [ExchangeAnswer]

    static let schema = JSONSchema.named(
        "Exchanges", .object([.always("items", .list(of: ExchangeAnswer.schema, most: 10_000), "the exchanges")]))
    static let example: JSONContent = ["items": [ExchangeAnswer.example]]
}

/// The numbers of an account of a year.
struct AccountNumbers: APIValue {
    let nights: Int
    let weekends: Int
    let holidays: Int
    let unpopular: Int
    let requestsMade: Int
    let requestsGranted: Int
    let presence: Int

    init(_ entry: LedgerEntry) {
        nights = entry.nights
        weekends = entry.weekends
        holidays = entry.holidays
        unpopular = entry.unpopular
        requestsMade = entry.requestsMade
        requestsGranted = entry.requestsGranted
        presence = entry.presence
    }

    static let schema = JSONSchema.named(
        "AccountNumbers",
        .object([
            .always("nights", .number, "night shifts"), .always("weekends", .number, "weekends with any work"),
            .always("holidays", .number, "shifts on public holidays"),
            .always("unpopular", .number, "shifts of types that are marked unpopular"),
            .always("requestsMade", .number, "requests for dates that are published"),
            .always("requestsGranted", .number, "those of them that were granted"),
            .always("presence", .number, "percent of full time, summed over the days of presence"),
        ]))

    static let example: JSONContent = [
        "nights": 5, "weekends": 3, "holidays": 1, "unpopular": 8, "requestsMade": 4, "requestsGranted": 3,
        "presence": 2100,
    ]
}

/// What was added to an account by hand.
struct AccountEntryAnswer: APIValue {
    let change: AccountNumbers
    let leave: Int
    let note: String
    let by: String
    let at: String

    init(_ entry: AccountEntry) {
        change = AccountNumbers(entry.change)
        leave = entry.leave
        note = entry.note
        by = entry.by.rawValue
        at = entry.at.rfc3339
    }

    static let schema = JSONSchema.named(
        "AccountEntry",
        .object([
            .always("change", AccountNumbers.schema, "what was added; negative numbers were taken away"),
            .always("leave", .number, "days of leave that are due"),
            .always("note", .text(AccountEntry.noteLength), "why"), .always("by", .id, "who"),
            .always("at", .instant, "when"),
        ]))

    static let example: JSONContent = [
        "change": AccountNumbers.example, "leave": 25, "note": "From Ward 3", "by": "lindqvist",
        "at": "2027-01-04T08:00:00Z",
    ]

    static let body = JSONSchema.named(
        "NewAccountEntry",
        .object([
            .maybe(
                "year", .whole(least: ProblemLimits.years.lowerBound, most: ProblemLimits.years.upperBound),
                "of which year; this one unless it is said"),
            .maybe("nights", .number, "night shifts"), .maybe("weekends", .number, "weekends with any work"),
            .maybe("holidays", .number, "shifts on public holidays"), .maybe("unpopular", .number, "unpopular shifts"),
            .maybe("requestsMade", .number, "requests"), .maybe("requestsGranted", .number, "those granted"),
            .maybe("presence", .number, "100 for each day at full time"),
            .maybe("leave", .number, "days of leave that are due"),
            .always("note", .text(AccountEntry.noteLength), "why; the person reads it"),
        ]))
    static let bodyExample: JSONContent = ["year": 2027, "nights": 5, "note": "From Ward 3"]
}

/// Somebody's account of a year.
struct AccountAnswer: APIValue {
    let year: Int
    let carried: AccountNumbers
    let unit: AccountNumbers?
    let entries: [AccountEntryAnswer]

    init(_ account: YearAccount) {
        year = account.year
        carried = AccountNumbers(account.own)
        unit = account.unit.map { AccountNumbers($0) }
        entries = account.entries.map { AccountEntryAnswer($0) }
    }

    static let schema = JSONSchema.named(
        "Account",
        .object([
            .always("year", .number, "the year"),
            .always("carried", AccountNumbers.schema, "by published rotas, with what was added by hand"),
            .maybe(
                "unit", AccountNumbers.schema,
                "of everybody in the unit together, by published rotas; fair is it by presence"),
            .always("entries", .list(of: AccountEntryAnswer.schema, most: 10_000), "what was added by hand"),
        ]))

    static let example: JSONContent = [
        "year": 2027, "carried": AccountNumbers.example, "unit": AccountNumbers.example,
        "entries": [AccountEntryAnswer.example],
    ]
}

extension JSONSchema {
    /// A number of an account.
    fileprivate static let number = JSONSchema.whole(least: -1_000_000, most: 1_000_000)
}
