internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

/// Somebody's account of a year beside what would be fair.
struct YearAccount: Sendable {
    var year: Int
    var own: LedgerEntry
    /// Of everybody in the unit together; nil: there is none to compare with.
    var unit: LedgerEntry?
    var entries: [AccountEntry]
}

extension Installation {
    /// Accounts of the year: one's own, and for planners and leads everybody's.
    func addYear(to routes: inout Routes) {
        routes.get("/me/year", asks: [ReadSchedule.self], also: [ReadRota.self]) { visit, request, _ in
            let year = try self.year(request.uri.queryParameters.get("year"))
            let entries = try await self.store.ownAccountEntries(in: year, for: visit.caller)
            let account = try await self.account(of: visit.person.id, year, entries, visit)
            return .html(
                self.pages.yearPage(
                    YearPageRequest(account: account, title: self.pages.language[.yearTitle], address: "/me/year")))
        }
        routes.get(
            "/crew/:person/year", asks: [ReadPerson.self, ReadSchedule.self, CorrectAccount.self], also: [ReadRota.self]
        ) {
            visit, request, context in
            .html(
                try await self.yearPage(
                    try Self.person(in: context), try self.year(request.uri.queryParameters.get("year")), visit))
        }
        routes.post(
            "/crew/:person/year", asks: [ReadPerson.self, ReadSchedule.self, CorrectAccount.self], also: [ReadRota.self]
        ) {
            visit, request, context in
            let person = try Self.person(in: context)
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            let year = try self.year(form["year"])
            do {
                try await self.store.enter(try self.entry(form, of: person, in: year, visit), for: visit.caller)
                return .see("\(self.pages.cardAddress(person))/year?year=\(year)")
            } catch let fault as FormFault {
                return .html(
                    try await self.yearPage(person, year, visit, typed: form, refusal: fault.message),
                    status: .unprocessableContent)
            }
        }
    }

    var thisYear: Int { today(in: .utc).components.year }

    private func year(_ text: String?) throws -> Int {
        guard let text else { return thisYear }
        guard let year = Int(text), ProblemLimits.years.contains(year) else {
            throw ServerProblem.badValue("year", text, expected: "a year such as 2026")
        }
        return year
    }

    private func entry(_ form: FormBody, of person: PersonID, in year: Int, _ visit: Visit) throws -> AccountEntry {
        let language = pages.language
        var change = LedgerEntry(person: person)
        for (field, path) in Self.fields {
            let text = form.text(field.name)
            if text.isEmpty { continue }
            guard let number = Int(text), abs(number) <= AccountEntry.most else {
                throw FormFault(language.text(.ruleNoNumber, ["field": language[field.label], "value": text]))
            }
            change[keyPath: path] = number
        }
        let note = form.text("note")
        let leave = form.text("leave")
        guard let days = leave.isEmpty ? 0 : Int(leave), abs(days) <= AccountEntry.most else {
            throw FormFault(language.text(.ruleNoNumber, ["field": language[.yearLeave], "value": leave]))
        }
        guard change != LedgerEntry(person: person) || days != 0 else { throw FormFault(language[.yearNothing]) }
        guard AccountEntry.noteLength.contains(note.unicodeScalars.count) else {
            throw FormFault(language[.yearNoNote])
        }
        return AccountEntry(
            person: person, year: year, change: change, leave: days, note: note, by: visit.person.id,
            at: surroundings.now())
    }

    /// What an account has, in the order of pages.
    static let fields: [((name: String, label: Phrase), any WritableKeyPath<LedgerEntry, Int> & Sendable)] = [
        (("nights", .nightsLong), \.nights), (("weekends", .weekendsLong), \.weekends),
        (("holidays", .setupHolidays), \.holidays), (("unpopular", .yearUnpopular), \.unpopular),
        (("requestsMade", .yearMade), \.requestsMade), (("requestsGranted", .yearGranted), \.requestsGranted),
        (("presence", .yearPresence), \.presence),
    ]

    private func yearPage(
        _ person: PersonID, _ year: Int, _ visit: Visit, typed: FormBody? = nil, refusal: String? = nil
    ) async throws -> String {
        let entries = try await store.accountEntries(of: person, in: year, for: visit.caller, at: surroundings.now())
        let member = try await store.person(person, on: today(in: .utc), for: visit.caller)
        let account = try await account(of: person, year, entries, visit)
        let address = "\(pages.cardAddress(person))/year"
        return pages.yearPage(
            YearPageRequest(
                account: account, title: pages.language.text(.yearOf, ["name": member.name]), address: address,
                typed: typed ?? FormBody([:]), refusal: refusal, form: door.formToken(for: visit)))
    }

    /// From published versions, as far as whoever asks may read them, and from what was added by hand.
    func account(
        of person: PersonID, _ year: Int, _ entries: [AccountEntry], _ visit: Visit
    ) async throws -> YearAccount {
        guard let first = CalendarDate(year: year, month: 1, day: 1),
            let last = CalendarDate(year: year, month: 12, day: 31)
        else { throw ServerProblem.badValue("year", "\(year)", expected: "a year") }
        let dates = first..<last.advanced(by: 1)
        let history = try await store.publishedHistory(
            of: person == visit.person.id ? nil : person, endingFrom: first, for: visit.caller)
        let units = Dictionary(grouping: history, by: \.version.unit)
        var own = LedgerEntry(person: person)
        for unit in units.keys.sorted() {
            let rows = try (units[unit] ?? []).map { row in try self.alone(row, person) }
            own = own + PastRotas(rows).account(of: person, over: dates)
        }
        for entry in entries { own = own + entry.change }
        var together: LedgerEntry?
        if let unit = history.last?.version.unit, (try? visit.caller.permit(ReadRota.self, on: unit)) != nil {
            let versions = try await store.published(in: unit, over: first...last, for: visit.caller)
            let rotas = try versions.map { DatedRota($0.rota, of: try self.load($0.problem).problem) }
            let past = PastRotas(rotas)
            let people = Set(rotas.flatMap { $0.problem.people.map(\.id) })
            together = people.sorted().reduce(LedgerEntry(person: person)) { $0 + past.account(of: $1, over: dates) }
        }
        return YearAccount(year: year, own: own, unit: together, entries: entries)
    }

    /// What a version says of one person, as a rota of that person alone.
    private func alone(_ row: PublishedRow, _ person: PersonID) throws -> DatedRota {
        var problem = try load(row.problem).problem
        problem.people = problem.people.filter { $0.id == person && row.duties != nil }
        var rota = Rota(for: problem)
        if let duties = row.duties, !problem.people.isEmpty { rota.duties = duties }
        return DatedRota(rota, of: problem)
    }
}

/// What a page of an account shows.
struct YearPageRequest: Sendable {
    var account: YearAccount
    var title: String
    var address: String
    /// Nil: nothing can be entered.
    var typed: FormBody?
    var refusal: String?
    var form: String?
}

extension PageRenderer {
    func yearPage(_ request: YearPageRequest) -> String {
        struct Row: Sendable {
            let name: String
            let own: String
            let fair: String
        }
        struct Entry: Sendable {
            let what: String
            let note: String
            let when: String
        }
        struct Form: Sendable {
            let action: String
            let fields: [FormField]
        }
        struct Model: Sendable {
            let title: String
            let refusal: String?
            let intro: String
            let rows: [Row]
            let entries: [Entry]
            let noEntries: Bool
            let form: Form?
            let links: [RotaPage.Link]
        }
        let account = request.account
        let rows = Installation.fields.map { field, path -> Row in
            let own = account.own[keyPath: path]
            let isShared = path != \.requestsMade && path != \.presence
            return Row(
                name: language[field.label], own: path == \.presence ? presence(own) : "\(own)",
                fair: isShared ? fair(path, account) : "")
        }
        let entries = account.entries.map { entry in
            let numbers =
                Installation.fields.map { ($0.label, entry.change[keyPath: $1]) } + [(.yearLeave, entry.leave)]
            let parts = numbers.filter { $0.1 != 0 }.map { label, number in
                "\(language[label]) \(number > 0 ? "+" : "−")\(abs(number))"
            }
            return Entry(
                what: parts.joined(separator: ", "), note: entry.note, when: language.moment(entry.at, in: .utc))
        }
        func link(_ year: Int) -> RotaPage.Link {
            RotaPage.Link(address: "\(request.address)?year=\(year)", name: "\(year)", isHere: false)
        }
        let title = "\(request.title) \(account.year)"
        var frame = frame(request.typed == nil ? .today : .me, title: title, problem: nil, style: "text")
        frame.form = request.form
        return render(
            "year",
            Model(
                title: title, refusal: request.refusal, intro: language[.yearIntro], rows: rows, entries: entries,
                noEntries: entries.isEmpty,
                form: request.typed.map { typed in
                    Form(
                        action: request.address,
                        fields: [
                            .input(
                                "year", language[.yearYear], typed.setting("year", to: "\(account.year)"),
                                type: "number")
                        ]
                            + Installation.fields.map { field, _ in
                                .input(field.name, language[field.label], typed, type: "number")
                            } + [
                                .input("leave", language[.yearLeave], typed, type: "number"),
                                .input("note", language[.yearNote], typed),
                            ])
                },
                links: [link(account.year - 1), link(account.year + 1)]), frame: frame)
    }

    /// `212 days at full time`.
    private func presence(_ share: Int) -> String { language.text(.yearDays, ["days": "\(share / 100)"]) }

    /// What a person who was there as long would carry if all were alike: `11 to 12`.
    private func fair(_ path: KeyPath<LedgerEntry, Int>, _ account: YearAccount) -> String {
        guard let unit = account.unit, unit.presence > 0 else { return "" }
        let (weight, whole): (Int, Int) =
            path == \.requestsGranted
            ? (account.own.requestsMade, unit.requestsMade) : (account.own.presence, unit.presence)
        guard whole > 0 else { return "" }
        let (least, rest) = (unit[keyPath: path] * weight).quotientAndRemainder(dividingBy: whole)
        return rest == 0 ? "\(least)" : language.text(.yearRange, ["least": "\(least)", "most": "\(least + 1)"])
    }
}
