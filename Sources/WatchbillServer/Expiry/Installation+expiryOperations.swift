internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// What runs out. No token opens a seal: of what is sealed programs learn nothing but, where they plan, who is not eligible.
    var expiryOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/me/expiry", id: "listOwnExpiry", group: Self.expiryGroup,
                summary: "List what runs out for you, the next first; sealed entries are not opened",
                asks: Asked(either: [ReadEntry.self, ReadSealedEntry.self]),
                answer: .json(ExpiryListAnswer.self, "All of it.")
            ) { call in
                let found = try await self.store.expiry(of: nil, for: try call.caller, at: call.now)
                return .json(ExpiryListAnswer(items: found.entries.map(ExpiryAnswer.init)))
            },
            APIOperation(
                method: .get, path: "/people/{person}/expiry", id: "listExpiry", group: Self.expiryGroup,
                summary: "List what runs out for a person as far as you may read it; sealed entries are not opened",
                asks: Asked(either: [ReadEntry.self, ReadSealedEntry.self]), parameters: [.person],
                answer: .json(ExpiryListAnswer.self, "All of it.")
            ) { call in
                let found = try await self.store.expiry(
                    of: call.id(.person) as PersonID, for: try call.caller, at: call.now)
                return .json(ExpiryListAnswer(items: found.entries.map(ExpiryAnswer.init)))
            },
            APIOperation(
                method: .get, path: "/units/{unit}/expiry", id: "listUnitExpiry", group: Self.expiryGroup,
                summary:
                    "List what runs out in a unit and those below it, and, if you plan there, who is not eligible when",
                asks: Asked(always: [ReadUnit.self], also: Self.asksOfUnit), parameters: [.unit] + Self.expiryDates,
                answer: .json(UnitExpiryAnswer.self, "All of it between those dates.")
            ) { call in .json(UnitExpiryAnswer(try await self.unitExpiry(call))) },
            APIOperation(
                method: .get, path: "/units/{unit}/expiry/table", id: "readUnitExpiryAsTable", group: Self.expiryGroup,
                summary: "Take what runs out in a unit out as a table",
                asks: Asked(always: [ReadUnit.self], also: Self.asksOfUnit), parameters: [.unit] + Self.expiryDates,
                answer: APIAnswer(
                    status: .ok, words: "What runs out as CSV, as docs/formats.md describes it.",
                    type: APIAnswer.table, schema: .words,
                    example: "person,name,kind,title,category,earliest,expected,latest\n")
            ) { call in
                .document(ByteBuffer(string: ExpiryTable.write(try await self.unitExpiry(call).lines)))
            },
            addPaper, addSupply, changeExpiry,
        ]
    }

    private static let expiryGroup = "What runs out"
    private static let asksOfUnit: [any Operation.Type] = [
        ReadPerson.self, ReadEntry.self, ReadSealedEntry.self, ReadDrafts.self, ReadSchedule.self, ReadFitness.self,
    ]
    private static let expiryDates = [
        APIParameter.query("from", .date, "the first date; a month ago unless it is said"),
        .query("to", .date, "the last date; half a year after the first unless it is said"),
    ]
    private static let expiringEntry = APIParameter.path(
        "entry", .id, "the entry's id", example: "Zk1hWgU3pYQhKcJmZ5v0Pw")

    private func unitExpiry(_ call: APICall) async throws -> UnitExpiry {
        let (unit, caller) = (call.id(.unit) as UnitID, try call.caller)
        try await store.check(ReadUnit.self, on: unit, for: caller)
        guard let place = try await store.unitTree(for: caller)[unit] else { throw Refusal.hidden }
        var dates = try expiryDates(from: call.text("from"), in: place)
        if let to = call.text("to").flatMap({ CalendarDate($0) }) {
            guard dates.lowerBound <= to, to <= dates.lowerBound.advanced(by: 2 * 366) else {
                throw ServerProblem.badParameter(
                    "to", "it is \(to); a date from \(dates.lowerBound) to two years later is expected.")
            }
            dates = dates.lowerBound...to
        }
        return try await store.expiry(in: unit, over: dates, for: caller, at: call.now)
    }

    // MARK: Writing

    private static let amount = JSONSchema.whole(least: 0, most: Supply.most)
    private static let useFields: [JSONSchema.Field] = [
        .maybe("use", amount, "what usually goes in a day, in thousandths; else it is told from counts"),
        .maybe("least", amount, "what goes on a day on which little goes; as usual unless it is said"),
        .maybe("most", amount, "what goes on a day on which much goes; as usual unless it is said"),
    ]
    private static let commonFields: [JSONSchema.Field] = [
        .always("title", .text(1...EntryContent.longestTitle, isShown: false), "in one line"),
        .maybe("text", .text(0...EntryContent.longestBody, isShown: false), "what else there is to say"),
        .maybe("category", .choice(of: RecordCategory.self), "what it is about; as usual unless it is said"),
        .maybe("class", .choice(of: RecordClass.self), "to whom it is open; as usual unless it is said"),
        .maybe("duty", .truth, "whether it is needed for any duty: whoever has run out of it is not eligible"),
    ]

    private var addPaper: APIOperation {
        adding(
            "papers", id: "addPaper", summary: "Write down a paper that runs out", usual: .qualifications,
            schema: .named(
                "PaperRequest",
                .object(
                    Self.commonFields + [
                        .maybe("qualification", .id, "the qualification that it is needed for"),
                        .maybe("issuer", .text(0...Paper.longest, isShown: false), "who has issued it"),
                        .maybe("number", .text(0...Paper.longest, isShown: false), "its number"),
                        .maybe("from", .date, "the first day on which it holds"),
                        .maybe("until", .date, "the last day on which it holds"),
                    ])), example: ["title": "Advanced fire fighting", "until": "2027-03-31"]
        ) { body in
            .paper(try Paper(issuer: body.text("issuer") ?? "", number: body.text("number") ?? ""))
        }
    }

    private var addSupply: APIOperation {
        adding(
            "supplies", id: "addSupply", summary: "Write down a supply of which some goes each day", usual: .supplies,
            schema: .named(
                "SupplyRequest",
                .object(
                    Self.commonFields + [
                        .always(
                            "measure", .text(1...Supply.longestMeasure, isShown: false), "in what it is counted"),
                        .always("on", .date, "when it was counted, in the morning"),
                        .always("quantity", Self.amount, "how much there was, in thousandths of the measure"),
                    ] + Self.useFields)),
            example: [
                "title": "Insulin", "measure": "pens", "on": "2026-01-05", "quantity": 12000, "use": 250,
            ]
        ) { body in
            .supply(
                try Supply(
                    measure: body.text("measure") ?? "", counts: [Self.stock(body)], use: try Self.use(body)))
        }
    }

    private func adding(
        _ path: String, id: String, summary: String, usual: RecordCategory, schema: JSONSchema, example: JSONContent,
        _ thing: @escaping @Sendable (ReadBody) throws -> ExpiryTerms.Thing
    ) -> APIOperation {
        APIOperation(
            method: .post, path: "/people/{person}/\(path)", id: id, group: Self.expiryGroup, summary: summary,
            asks: Asked(always: [WriteEntry.self], either: [ReadEntry.self, ReadSealedEntry.self]),
            parameters: [.person], body: APIBody(schema: schema, most: Self.longestExpiry, example: example),
            answer: .json(WrittenAnswer.self, "Its id.", status: .created, hasLocation: true), takesKey: true
        ) { call in
            let (caller, person) = (try call.caller, call.id(.person) as PersonID)
            let expiry = try await self.store.expiry(of: person, for: caller, at: call.now)
            guard !expiry.writable.isEmpty else { throw Refusal.hidden }
            let body = try await call.body()
            let category = body.text("category").flatMap(RecordCategory.init(rawValue:)) ?? usual
            let recordClass = body.text("class").flatMap(RecordClass.init(rawValue:)) ?? category.defaultClass
            let need = try Self.need(body, of: expiry.qualifications)
            let content = try EntryContent(
                title: body.text("title") ?? "", body: body.text("text") ?? "",
                valid: Validity(
                    from: body.text("from").flatMap { CalendarDate($0) },
                    until: body.text("until").flatMap { CalendarDate($0) }),
                terms: ExpiryTerms(try thing(body), neededFor: need))
            let answer = Self.written("/people/\(LocalAddress.inQuery(person.rawValue))/entries/")
            var random = self.surroundings.random
            let store = try call.store(self.store, for: body, answering: answer)
            return answer(
                try await store.writeEntry(
                    Confidential(content), in: category, recordClass, of: person, for: caller, at: call.now,
                    using: &random))
        }
    }

    /// - Parameter known: the qualifications that the directory has.
    private static func need(_ body: ReadBody, of known: [Qualification]) throws(ServerProblem) -> ExpiryTerms.Need {
        guard let text = body.text("qualification") else { return body.isTrue("duty") ? .duty : .nothing }
        guard !body.isTrue("duty") else {
            throw .badValue(
                "qualification", text, expected: "none, since duty is true: leave out one of the two")
        }
        guard let found = known.first(where: { $0.id.rawValue == text }) else {
            throw .badValue("qualification", text, expected: "the id of one that the directory has")
        }
        return .qualification(found.id)
    }

    /// In bytes: 20,000 characters, each of up to 12 bytes as an escape.
    private static let longestExpiry = 256 << 10

    private var changeExpiry: APIOperation {
        APIOperation(
            method: .post, path: "/people/{person}/expiry/{entry}", id: "changeExpiry", group: Self.expiryGroup,
            summary: "Renew a paper or correct its dates, count a supply or tell of a delivery, or end either",
            asks: Asked(always: [WriteEntry.self], either: [ReadEntry.self, ReadSealedEntry.self]),
            parameters: [.person, Self.expiringEntry],
            body: APIBody(
                schema: .named(
                    "ExpiryChange",
                    .object(
                        [
                            .always("what", .choice(of: ExpiryForm.What.self), "what has happened"),
                            .maybe(
                                "from", .date,
                                "of a paper: its first day; else the one after the last one's end, or if corrected as it was"
                            ),
                            .maybe(
                                "until", .date, "of a paper: its last day; one that is corrected may leave it as it was"
                            ),
                            .maybe(
                                "issuer", .text(0...Paper.longest, isShown: false),
                                "of a paper: who has issued it, if another"),
                            .maybe(
                                "number", .text(0...Paper.longest, isShown: false), "of a paper: its number, if another"
                            ),
                            .maybe(
                                "on", .date,
                                "of a supply: when; today, by the clock of the person's unit, unless it is said"),
                            .maybe("quantity", Self.amount, "of a supply: how much, in thousandths of its measure"),
                        ] + Self.useFields)), example: ["what": "renewed", "until": "2032-03-31"]),
            answer: .json(
                WrittenAnswer.self, "The id of the entry that now stands for it.", status: .created, hasLocation: true),
            takesKey: true
        ) { call in
            let (caller, person) = (try call.caller, call.id(.person) as PersonID)
            try await self.checkMayChange(call.id(Self.expiringEntry), of: person, caller)
            let body = try await call.body()
            let change = try Self.change(body, on: try await self.today(of: person, for: caller))
            let answer = Self.written("/people/\(LocalAddress.inQuery(person.rawValue))/entries/")
            var random = self.surroundings.random
            let store = try call.store(self.store, for: body, answering: answer)
            return answer(
                try await store.changeExpiry(
                    call.id(Self.expiringEntry), of: person, by: change, for: caller, at: call.now, using: &random))
        }
    }

    private static func change(_ body: ReadBody, on today: CalendarDate) throws -> ExpiryChange {
        let valid = Validity(
            from: body.text("from").flatMap { CalendarDate($0) }, until: body.text("until").flatMap { CalendarDate($0) }
        )
        let date = body.text("on").flatMap { CalendarDate($0) } ?? today
        let what = body.text("what").flatMap(ExpiryForm.What.init(rawValue:)) ?? .ended
        if [.counted, .delivered].contains(what), body.whole("quantity") == nil {
            throw ServerProblem.badValue("quantity", "", expected: "how much, in thousandths of its measure")
        }
        if what == .renewed, valid.until == nil {
            throw ServerProblem.badValue("until", "", expected: "its last day, a date such as 2026-01-31")
        }
        let stock = Stock(date, body.whole("quantity") ?? 0)
        return switch what {
        case .renewed: .renewal(valid, issuer: body.text("issuer"), number: body.text("number"))
        case .corrected:
            .correction(
                from: valid.from.map(ExpiryChange.FirstDay.on) ?? .asBefore, until: valid.until,
                issuer: body.text("issuer"),
                number: body.text("number"))
        case .counted: .count(stock, use: try use(body))
        case .delivered: .delivery(stock)
        case .ended: .end
        }
    }

    private static func stock(_ body: ReadBody) -> Stock {
        Stock(body.text("on").flatMap { CalendarDate($0) } ?? CalendarDate(dayNumber: 0), body.whole("quantity") ?? 0)
    }

    private static func use(_ body: ReadBody) throws -> DailyUse? {
        try body.whole("use").map { try DailyUse($0, from: body.whole("least"), to: body.whole("most")) }
    }
}
