internal import CrewRecords
internal import HTTPTypes
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// People's files and their search. Attachments are sent and fetched on the pages alone.
    var entryOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/people/{person}/entries", id: "listEntries", group: "Files",
                summary: "List the entries of a person's file that you may see; sealed ones are not opened",
                asks: Asked(either: [ReadEntry.self, ReadSealedEntry.self]), parameters: [.person, .limit, .after],
                answer: .json(ListAnswer<EntryAnswer>.self, "A page of entries, by their ids.")
            ) { call in
                let file = try await self.store.file(of: call.id(.person), for: try call.caller, at: call.now)
                return try self.list("entries", file.entries, by: \.id, call) { EntryAnswer($0) }
            },
            writeEntry,
            APIOperation(
                method: .get, path: "/people/{person}/entries/{entry}", id: "readEntry", group: "Files",
                summary: "Read an entry; that a sealed one was read is logged, and the person sees it",
                asks: Asked(either: [ReadEntry.self, ReadSealedEntry.self]), parameters: [.person, Self.entry],
                answer: .json(EntryAnswer.self, "The entry with what it says.")
            ) { call in
                let caller = try call.caller
                let file = try await self.store.file(of: call.id(.person), for: caller, at: call.now)
                // What is not of this file is not read at this address.
                guard file.entries.contains(where: { $0.id == call.id(Self.entry) }) else { throw Refusal.hidden }
                return .json(
                    EntryAnswer(try await self.store.readEntry(call.id(Self.entry), for: caller, at: call.now)))
            },
            contestEntry, correctContact,
            APIOperation(
                method: .delete, path: "/people/{person}/file", id: "erasePerson", group: "Files",
                summary: "Erase a person's file and name for good; their shifts stay, without the name",
                asks: Asked(always: [ErasePerson.self]), parameters: [.person], answer: .nothing("It is erased.")
            ) { call in
                try await self.erase(call.id(.person), for: try call.visit)
                return .nothing
            },
            search,
        ]
    }

    private static let entry = APIParameter.path("entry", .id, "the entry's id", example: "Zk1hWgU3pYQhKcJmZ5v0Pw")

    private static let contentFields: [JSONSchema.Field] = [
        .always("title", .text(1...EntryContent.longestTitle, isShown: false), "in one line"),
        .maybe("text", .text(0...EntryContent.longestBody, isShown: false), "what it says"),
        .maybe("from", .date, "the first day on which it holds"),
        .maybe("until", .date, "the last day on which it holds"),
    ]

    private static let entryRequest = JSONSchema.named(
        "EntryRequest",
        .object(
            [
                .always("category", .choice(of: RecordCategory.self), "what it is about"),
                .maybe("class", .choice(of: RecordClass.self), "to whom it is open; as usual unless it is said"),
                .maybe("supersedes", .id, "the entry it stands for instead"),
            ] + contentFields))

    private static func content(_ body: ReadBody) throws -> Confidential<EntryContent> {
        let valid = Validity(
            from: body.text("from").flatMap { CalendarDate($0) }, until: body.text("until").flatMap { CalendarDate($0) }
        )
        return Confidential(
            try EntryContent(title: body.text("title") ?? "", body: body.text("text") ?? "", valid: valid))
    }

    /// In bytes: 20,000 characters, each of up to 12 bytes as an escape.
    private static let longestEntry = 256 << 10

    private var writeEntry: APIOperation {
        APIOperation(
            method: .post, path: "/people/{person}/entries", id: "writeEntry", group: "Files",
            summary: "Write an entry into a person's file, or one that supersedes another",
            asks: Asked(always: [WriteEntry.self], either: [ReadEntry.self, ReadSealedEntry.self]),
            parameters: [.person],
            body: APIBody(
                schema: Self.entryRequest, most: Self.longestEntry,
                example: ["category": "training", "title": "Fire drill", "text": "Led it."]),
            answer: .json(WrittenAnswer.self, "Its id.", status: .created, hasLocation: true), takesKey: true
        ) { call in
            let (caller, person) = (try call.caller, call.id(.person) as PersonID)
            let file = try await self.store.file(of: person, for: caller, at: call.now)
            guard !file.writable.isEmpty else { throw Refusal.hidden }
            let body = try await call.body()
            let category = RecordCategory(rawValue: body.text("category") ?? "") ?? .identity
            let recordClass = body.text("class").flatMap(RecordClass.init(rawValue:)) ?? category.defaultClass
            let answer = Self.written("/people/\(LocalAddress.inQuery(person.rawValue))/entries/")
            var random = self.surroundings.random
            let store = try call.store(self.store, for: body, answering: answer)
            return answer(
                try await store.writeEntry(
                    try Self.content(body), in: category, recordClass, of: person,
                    superseding: body.text("supersedes").map { EntryID($0) }, for: caller, at: call.now, using: &random)
            )
        }
    }

    private var contestEntry: APIOperation {
        APIOperation(
            method: .post, path: "/people/{person}/entries/{entry}/contest", id: "contestEntry", group: "Files",
            summary: "Say what is wrong with an entry of your own file", asks: Asked(always: [ContestEntry.self]),
            parameters: [.person, Self.entry],
            body: APIBody(
                schema: .named("Contest", .object(Self.contentFields)), most: Self.longestEntry,
                example: ["title": "I did not lead it"]),
            answer: .json(WrittenAnswer.self, "The contest's id.", status: .created, hasLocation: true), takesKey: true
        ) { call in
            let (caller, person) = (try call.caller, call.id(.person) as PersonID)
            try await self.store.check(ContestEntry.self, on: person, for: caller)
            let body = try await call.body()
            let answer = Self.written("/people/\(LocalAddress.inQuery(person.rawValue))/entries/")
            var random = self.surroundings.random
            let store = try call.store(self.store, for: body, answering: answer)
            return answer(
                try await store.contest(
                    call.id(Self.entry), try Self.content(body), for: caller, at: call.now, using: &random))
        }
    }

    private var correctContact: APIOperation {
        APIOperation(
            method: .post, path: "/me/contact", id: "correctContact", group: "Me",
            summary: "Say how you are reached, in an entry of your own file or one that supersedes another",
            asks: Asked(always: [CorrectContact.self]),
            body: APIBody(
                schema: .named(
                    "Contact",
                    .object(
                        [
                            .maybe(
                                "class", .choice(of: RecordClass.self),
                                "to whom it is open; to leads unless it is said"),
                            .maybe("supersedes", .id, "the entry it stands for instead"),
                        ] + Self.contentFields)), most: Self.longestEntry,
                example: ["title": "Telephone", "text": "+46 70 123 45 67"]),
            answer: .json(WrittenAnswer.self, "Its id.", status: .created, hasLocation: true), takesKey: true
        ) { call in
            let caller = try call.caller
            try await self.store.checkOwn(CorrectContact.self, for: caller)
            let body = try await call.body()
            let person = try call.visit.person.id.rawValue
            let answer = Self.written("/people/\(LocalAddress.inQuery(person))/entries/")
            var random = self.surroundings.random
            let store = try call.store(self.store, for: body, answering: answer)
            return answer(
                try await store.correctContact(
                    try Self.content(body),
                    body.text("class").flatMap(RecordClass.init(rawValue:)) ?? RecordCategory.contact.defaultClass,
                    superseding: body.text("supersedes").map { EntryID($0) }, for: caller, at: call.now,
                    using: &random))
        }
    }

    /// The answer to something that was written, below that address.
    static func written(_ place: String) -> @Sendable (EntryID) -> APIResult {
        { id in .created(WrittenAnswer(id: id.rawValue), at: "\(place)\(id)") }
    }

    /// The same of what has no address of its own.
    static let written: @Sendable (EntryID) -> APIResult = { .created(WrittenAnswer(id: $0.rawValue)) }

    private var search: APIOperation {
        APIOperation(
            method: .get, path: "/search", id: "search", group: "Files",
            summary: "Look for people by name, and for words in entries that you may read and that are not sealed",
            asks: Asked(always: [ReadUnit.self], also: [ReadPerson.self, ReadEntry.self]),
            parameters: [
                .query("q", .text(1...SearchQuery.longest), "the words", isRequired: true, example: "fire"), .limit,
                .after,
            ], answer: .json(SearchAnswer.self, "A page of what was found, the newest first.")
        ) { call in
            let caller = try call.caller
            try await self.store.check(ReadUnit.self, on: UnitID?.none, for: caller)
            let page = try await self.store.search(
                try SearchQuery(call.text("q") ?? ""), after: try call.key(in: "search").map { EntryID($0) },
                limit: call.limit, for: caller, at: call.now)
            return .json(
                SearchAnswer(
                    people: page.people.map(PersonAnswer.init), items: page.hits.map(HitAnswer.init),
                    next: call.address(after: page.next.map { PageCursor("search", after: $0) })))
        }
    }
}
