internal import CrewMessages
internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Messages: boxes, sending, answering, live news.
    var messageOperations: [APIOperation] { boxOperations + [sendMessage] + copyOperations + ownMessageOperations }

    private static let message = APIParameter.path("message", .serial, "the message's number", example: 1)
    private static let group = "Messages"

    private var boxOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/me/messages", id: "listMessages", group: Self.group,
                summary: "List the messages that you have got and not deleted, the newest first",
                asks: Asked(always: [ReadMessages.self]), parameters: [.limit, .after],
                answer: .json(ListAnswer<ReceivedAnswer>.self, "A page of them.")
            ) { call in
                let last = try self.number(after: call, in: "messages").map { MessageID($0) }
                let found = try await self.store.inbox(after: last, limit: call.limit + 1, for: try call.caller)
                let name = try call.visit.person.name
                let page = Page(found, of: "messages", limit: call.limit) { $0.stored.message.id }
                return .json(
                    ListAnswer(
                        items: page.entries.map { ReceivedAnswer($0, to: name) }, next: call.address(after: page.next)))
            },
            APIOperation(
                method: .get, path: "/me/messages/owed", id: "listOwedAnswers", group: Self.group,
                summary: "List the messages that you owe an answer, deleted ones too, the oldest first",
                asks: Asked(always: [ReadMessages.self]),
                answer: .json(ListAnswer<ReceivedAnswer>.self, "All of them.")
            ) { call in
                let owed = try await self.store.owed(for: try call.caller)
                let name = try call.visit.person.name
                return .json(ListAnswer(items: owed.map { ReceivedAnswer($0, to: name) }, next: nil))
            },
            APIOperation(
                method: .get, path: "/me/messages/sent", id: "listSentMessages", group: Self.group,
                summary: "List the messages that you have sent, with how far each has come, the newest first",
                asks: Asked(always: [ReadMessages.self]), parameters: [.limit, .after],
                answer: .json(ListAnswer<SentAnswer>.self, "A page of them.")
            ) { call in
                let last = try self.number(after: call, in: "sent").map { MessageID($0) }
                let found = try await self.store.sent(after: last, limit: call.limit + 1, for: try call.caller)
                let page = Page(found, of: "sent", limit: call.limit) { $0.stored.message.id }
                return .json(
                    ListAnswer(items: page.entries.map(SentAnswer.init), next: call.address(after: page.next)))
            },
            APIOperation(
                method: .get, path: "/messages/{message}", id: "readMessage", group: Self.group,
                summary: "Tell the conversation that a message is of, as far as you are in it",
                asks: Asked(always: [ReadMessages.self]), parameters: [Self.message],
                answer: .json(ConversationAnswer.self, "The conversation.")
            ) { call in
                .json(
                    ConversationAnswer(
                        try await self.store.conversation(of: call.serial(Self.message), for: try call.caller),
                        of: try call.visit.person.name))
            },
            APIOperation(
                method: .get, path: "/me/messages/events", id: "followMessages", group: Self.group,
                summary: "Follow live what comes for you and what becomes of what you have sent, as server-sent events",
                asks: Asked(always: [ReadMessages.self]),
                parameters: [
                    .query(
                        "seen", .count,
                        "the last event seen, or 0 to be told what is new from now on; your box as it is now, and no waiting, unless it is said"
                    ), .lastEventID,
                ],
                answer: APIAnswer(
                    status: .ok, words: "Events until you may no longer read them.", type: APIAnswer.events,
                    schema: MessageEvents.schema)
            ) { call in
                let seen = call.request.headers[.lastEventID].flatMap { Int($0) } ?? call.whole("seen")
                return APIResult(content: .events(try await self.newsStream(try call.visit, call.request, seen: seen)))
            },
        ]
    }

    // MARK: Sending

    private static let link = JSONSchema.named(
        "ChainLink",
        .object([
            .maybe("person", .id, "to a person"),
            .maybe("leadOnWatch", .id, "to whoever leads that unit's watch then"),
            .maybe("onWatch", .id, "to everybody on that unit's watch then"),
        ]))

    private static let sending = JSONSchema.named(
        "MessageRequest",
        .object([
            .always("text", .text(1...Message.longest), "the text"),
            .maybe("to", .list(of: .id, least: 1, most: Message.mostRecipients), "the people who are to get it"),
            .maybe("unit", .id, "a unit of which a group is to get it"),
            .maybe(
                "group", .text(1...80),
                "which: all, watch (on watch now), or rank: and a rank's id; all unless it is said"),
            .maybe("replyTo", .serial, "the message that it answers; to its sender unless somebody is named"),
            .maybe("link", .text(1...1000), "where on the pages there is what it is about, from the slash on"),
            .maybe("urgent", .truth, "whether it goes through in quiet hours"),
            .maybe(
                "confidential", .truth, "whether what leaves the building says no more than that there is a message"),
            .maybe(
                "demand",
                .named(
                    "DemandRequest",
                    .object([
                        .maybe(
                            "choices", .list(of: .text(1...100), most: AnswerDemand.mostChoices),
                            "what may be answered; any text unless it is said"),
                        .maybe(
                            "answers", .whole(least: 1, most: 2000), "how many settle it; everybody's unless it is said"
                        ),
                        .always("minutes", .whole(least: 1, most: 60 * 24 * 60), "how long there is"),
                        .maybe("remind", .whole(least: 1, most: 60 * 24 * 60), "after how many minutes to remind"),
                        .maybe(
                            "chain", .list(of: link, most: AnswerDemand.mostLinks), "to whom it passes if none comes"),
                        .maybe("patience", .whole(least: 1, most: 60 * 24), "how many minutes each of those has; 15"),
                    ])), "what answer it wants"),
        ]))

    private var sendMessage: APIOperation {
        APIOperation(
            method: .post, path: "/messages", id: "sendMessage", group: Self.group, summary: "Send a message",
            asks: Asked(
                always: [KeepMessages.self], also: [WriteTo.self, ReadUnit.self, ReadCrew.self, ReadRota.self]),
            body: APIBody(
                schema: Self.sending, most: 256 << 10,
                example: ["to": ["lindqvist"], "text": "How long do you have?"]),
            answer: .json(MessageNumber.self, "Its number.", status: .created, hasLocation: true), takesKey: true,
            problems: [.conflict]
        ) { call in
            let visit = try call.visit
            try await self.store.checkOwn(KeepMessages.self, for: visit.caller)
            let body = try await call.body()
            var new = NewMessage(
                text: body.text("text") ?? "", recipients: body.texts("to").map { PersonID($0) },
                replyTo: body.whole("replyTo").map { MessageID(Int64($0)) },
                link: try self.link(body.text("link"), at: self.door.ownAddress(of: call.request)),
                isUrgent: body.isTrue("urgent"),
                isConfidential: body.isTrue("confidential"), demand: try self.demand(body["demand"], at: call.now))
            if let unit = body.text("unit").map({ UnitID($0) }) {
                guard let group = ComposeForm.Group(body.text("group") ?? "all"), group != .chosen else {
                    throw ServerProblem.badValue(
                        "group", body.text("group") ?? "", expected: "all, watch, or rank: and a rank's id")
                }
                try await self.store.check(ReadUnit.self, on: unit, for: visit.caller)
                let (people, words) = try await self.recipients(group, in: unit, chosen: [], visit)
                new.recipients += people.filter { !new.recipients.contains($0) }
                new.addressed = words
            }
            guard Set(new.recipients).count == new.recipients.count else {
                throw ServerProblem.badValue("to", "", expected: "each person once")
            }
            let answer: @Sendable (MessageChange) -> APIResult = { sent in
                .created(MessageNumber(message: sent.message.value), at: "/messages/\(sent.message)")
            }
            let store = try call.store(self.store, for: body, answering: answer)
            return answer(try await self.send(new, in: store, visit))
        }
    }

    private func link(_ text: String?, at server: String) throws(ServerProblem) -> String? {
        do throws(FormFault) {
            return try LocalAddress.link(text ?? "", at: server, pages.language)
        } catch {
            throw .badValue("link", text ?? "", expected: "an address of a page here, from the slash on")
        }
    }

    private func demand(_ content: JSONContent?, at now: Instant) throws(ServerProblem) -> AnswerDemand? {
        guard let content, let minutes = content["minutes"]?.whole else { return nil }
        var chain: [ChainLink] = []
        for link in content["chain"]?.elements ?? [] {
            switch (link["person"]?.text, link["leadOnWatch"]?.text, link["onWatch"]?.text) {
            case (let person?, nil, nil): chain.append(.person(PersonID(person)))
            case (nil, let unit?, nil): chain.append(.leadOnWatch(UnitID(unit)))
            case (nil, nil, let unit?): chain.append(.onWatch(UnitID(unit)))
            default: throw .badValue("chain", "", expected: "one of person, leadOnWatch and onWatch in each link")
            }
        }
        return AnswerDemand(
            choices: (content["choices"]?.elements ?? []).compactMap(\.text),
            need: content["answers"]?.whole.map { .answers($0) } ?? .everybody,
            deadline: now.adding(.minutes(minutes)),
            reminder: content["remind"]?.whole.map { now.adding(.minutes($0)) }, chain: chain,
            patience: Minutes(content["patience"]?.whole ?? 15))
    }

    // MARK: What recipients do

    private var copyOperations: [APIOperation] {
        [
            APIOperation(
                method: .put, path: "/me/messages/received", id: "noteReceived", group: Self.group,
                summary: "Say that your device has fetched messages", asks: Asked(always: [KeepMessages.self]),
                body: APIBody(
                    schema: .named(
                        "ReceivedRequest",
                        .object([.always("messages", .list(of: .serial, least: 1, most: 200), "their numbers")])),
                    example: ["messages": [1]]), answer: .nothing("Their senders see it.")
            ) { call in
                let visit = try call.visit
                try await self.store.checkOwn(KeepMessages.self, for: visit.caller)
                let body = try await call.body()
                let messages = (body["messages"]?.elements ?? []).compactMap(\.whole).map { MessageID(Int64($0)) }
                try await self.note(received: messages, visit)
                return .nothing
            },
            APIOperation(
                method: .put, path: "/messages/{message}/read", id: "noteRead", group: Self.group,
                summary: "Say that you have read a message", asks: Asked(always: [KeepMessages.self]),
                parameters: [Self.message], answer: .nothing("Its sender sees it.")
            ) { call in
                try await self.note(read: call.serial(Self.message), try call.visit)
                return .nothing
            },
            APIOperation(
                method: .put, path: "/messages/{message}/answer", id: "answerMessage", group: Self.group,
                summary: "Answer a message that wants it",
                asks: Asked(always: [KeepMessages.self, ReadMessages.self], also: [AskShifts.self, ReadRota.self]),
                parameters: [Self.message],
                body: APIBody(
                    schema: .named(
                        "AnswerRequest", .object([.always("answer", .text(1...Message.longest), "the answer")])),
                    example: ["answer": "20 minutes"]), answer: .nothing("It is answered."), problems: [.conflict]
            ) { call in
                let visit = try call.visit
                try await self.store.checkOwn(KeepMessages.self, for: visit.caller)
                let body = try await call.body()
                try await self.answer(call.serial(Self.message), with: body.text("answer") ?? "", visit)
                return .nothing
            },
            APIOperation(
                method: .put, path: "/messages/{message}/deleted", id: "deleteMessage", group: Self.group,
                summary: "Delete your copy of a message, or bring it back", asks: Asked(always: [KeepMessages.self]),
                parameters: [Self.message],
                body: APIBody(
                    schema: .named(
                        "DeletedRequest", .object([.always("deleted", .truth, "whether it is to be deleted")])),
                    example: ["deleted": true]), answer: .nothing("It is.")
            ) { call in
                let visit = try call.visit
                try await self.store.checkOwn(KeepMessages.self, for: visit.caller)
                let body = try await call.body()
                try await self.delete(call.serial(Self.message), restoring: !body.isTrue("deleted"), visit)
                return .nothing
            },
        ]
    }

    // MARK: What senders do

    private var ownMessageOperations: [APIOperation] {
        [
            APIOperation(
                method: .put, path: "/messages/{message}/retracted", id: "retractMessage", group: Self.group,
                summary: "Take a message back that you have sent", asks: Asked(always: [KeepMessages.self]),
                parameters: [Self.message], answer: .json(RetractedAnswer.self, "How many had read it.")
            ) { call in
                .json(RetractedAnswer(read: try await self.retract(call.serial(Self.message), try call.visit)))
            },
            APIOperation(
                method: .put, path: "/messages/{message}/waived", id: "waiveAnswers", group: Self.group,
                summary: "Want no answer any more to a message that you have sent",
                asks: Asked(always: [KeepMessages.self]), parameters: [Self.message],
                answer: .nothing("None is wanted.")
            ) { call in
                try await self.waive(call.serial(Self.message), try call.visit)
                return .nothing
            },
        ]
    }
}
