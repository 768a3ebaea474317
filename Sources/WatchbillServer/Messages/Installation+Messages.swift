internal import CrewMessages
internal import CrewRecords
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Messages: boxes, conversations, writing, and live news.
    func addMessages(to routes: inout Routes) {
        routes.get("/messages", asks: [ReadMessages.self, KeepMessages.self]) { visit, request, _ in
            try await self.store.checkOwn(KeepMessages.self, for: visit.caller)
            return .html(try await self.boxPage(visit, request))
        }
        routes.get(
            "/messages/new", asks: [KeepMessages.self, ReadUnit.self],
            also: [ReadCrew.self, WriteTo.self, ReadRota.self]
        ) { visit, request, _ in
            let query = request.uri.queryParameters
            var values = ["unit": query.get("unit") ?? ""]
            if let person = query.get("to") { values["\(ComposeForm.personField)\(person)"] = "yes" }
            if let link = query.get("about") { values["link"] = LocalAddress(link).text }
            return .html(try await self.composePage(FormBody(values), visit))
        }
        routes.post(
            "/messages", asks: [KeepMessages.self, ReadUnit.self], also: [ReadCrew.self, WriteTo.self, ReadRota.self]
        ) { visit, request, _ in
            try await self.store.checkOwn(KeepMessages.self, for: visit.caller)
            let form = try await FormBody(request, upTo: 128 << 10)
            try self.door.check(form, of: visit)
            do {
                let sent = try await self.send(form, visit, at: self.door.ownAddress(of: request))
                return .see("/messages/\(sent.message)")
            } catch let fault as FormFault {
                return .html(
                    try await self.composePage(form, visit, refusal: fault.message), status: .unprocessableContent)
            } catch let error as StoreError where [.notReady, .unusableText].contains(error.code) {
                return .html(
                    try await self.composePage(form, visit, refusal: error.message), status: .unprocessableContent)
            }
        }
        addConversations(to: &routes)
    }

    private func addConversations(to routes: inout Routes) {
        routes.get("/messages/:message", asks: [ReadMessages.self, KeepMessages.self]) { visit, _, context in
            let message = try Self.message(context)
            try await self.store.checkOwn(KeepMessages.self, for: visit.caller)
            try await self.noteShown(message, visit)
            return .html(try await self.conversationPage(message, visit))
        }
        routes.post("/messages/:message/reply", asks: [KeepMessages.self], also: [WriteTo.self]) {
            visit, request, context in
            try await self.act(visit, request, context) { message, form in
                let new = NewMessage(
                    text: form.lines("text").trimmingCharacters(in: .whitespacesAndNewlines), replyTo: message)
                try await self.send(new, visit)
            }
        }
        routes.post(
            "/messages/:message/answer", asks: [KeepMessages.self, ReadMessages.self],
            also: [AskShifts.self, ReadRota.self]
        ) { visit, request, context in
            try await self.act(visit, request, context) { message, form in
                let text = form.lines("answer").trimmingCharacters(in: .whitespacesAndNewlines)
                try await self.answer(message, with: text, visit)
            }
        }
        routes.post("/messages/:message/delete", asks: [KeepMessages.self]) { visit, request, context in
            try await self.act(visit, request, context) { message, _ in try await self.delete(message, visit) }
        }
        routes.post("/messages/:message/restore", asks: [KeepMessages.self]) { visit, request, context in
            try await self.act(visit, request, context) { message, _ in
                try await self.delete(message, restoring: true, visit)
            }
        }
        routes.post("/messages/:message/retract", asks: [KeepMessages.self]) { visit, request, context in
            try await self.act(visit, request, context) { message, _ in try await self.retract(message, visit) }
        }
        routes.post("/messages/:message/waive", asks: [KeepMessages.self]) { visit, request, context in
            try await self.act(visit, request, context) { message, _ in try await self.waive(message, visit) }
        }
    }

    private static func message(_ context: WebContext) throws -> MessageID {
        guard let number = Int64(context.parameters.get("message") ?? "") else { throw Refusal.hidden }
        return MessageID(number)
    }

    /// Does something about a message and shows its conversation again, with why it was not done if it was not.
    private func act(
        _ visit: Visit, _ request: Request, _ context: WebContext, _ act: (MessageID, FormBody) async throws -> Void
    ) async throws -> Response {
        let (form, message) = (try await FormBody(request), try Self.message(context))
        try door.check(form, of: visit)
        do {
            try await act(message, form)
            return .see("/messages/\(message)")
        } catch let error as StoreError where [.notReady, .alreadyEnded, .unusableText].contains(error.code) {
            return .html(
                try await conversationPage(message, visit, refusal: error.message, draft: form.lines("text")),
                status: .conflict)
        }
    }

    // MARK: Doing, and waking whoever it concerns

    /// - Returns: with its number, as the visitor knows it.
    @discardableResult
    func send(_ new: NewMessage, in store: Store? = nil, _ visit: Visit) async throws -> MessageChange {
        let sent = try await (store ?? self.store).send(new, for: visit.caller, at: surroundings.now())
        ring(sent)
        return sent
    }

    private func ring(_ change: MessageChange) {
        for person in change.people { messageBell.ring(person) }
    }

    func note(received messages: [MessageID], _ visit: Visit) async throws {
        let senders = try await store.note(received: messages, for: visit.caller, at: surroundings.now())
        for sender in senders.union([visit.person.id]) { messageBell.ring(sender) }
    }

    func note(read message: MessageID, _ visit: Visit) async throws {
        ring(try await store.note(read: message, for: visit.caller, at: surroundings.now()))
    }

    /// Writes down that the visitor has read a message, if they have got it.
    private func noteShown(_ message: MessageID, _ visit: Visit) async throws {
        do {
            try await note(read: message, visit)
        } catch is Refusal {
            // They have sent it, or have nothing to do with it: whoever shows it next says so.
        }
    }

    /// An answer to a cover call's question is one to the call.
    func answer(_ message: MessageID, with text: String, _ visit: Visit) async throws {
        if let cover = try await store.cover(of: message, for: visit.caller) {
            let reply = try await answer(cover, isYes: text == pages.language[.coverYes], visit)
            if let words = words(for: reply, of: cover) { throw StoreError(.alreadyEnded, words) }
            return
        }
        ring(try await store.answer(message, with: text, for: visit.caller, at: surroundings.now()))
    }

    func delete(_ message: MessageID, restoring: Bool = false, _ visit: Visit) async throws {
        ring(try await store.delete(message, restoring: restoring, for: visit.caller, at: surroundings.now()))
    }

    /// - Returns: how many had read it.
    @discardableResult
    func retract(_ message: MessageID, _ visit: Visit) async throws -> Int {
        let change = try await store.retract(message, for: visit.caller, at: surroundings.now())
        ring(change)
        return change.read
    }

    func waive(_ message: MessageID, _ visit: Visit) async throws {
        ring(try await store.waive(message, for: visit.caller, at: surroundings.now()))
    }

    // MARK: Writing

    /// Sends what a form says.
    ///
    /// - Throws: `FormFault`, `StoreError`, `Refusal`.
    private func send(_ form: FormBody, _ visit: Visit, at server: String) async throws -> MessageChange {
        let language = pages.language
        let text = form.lines("text").trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else { throw FormFault(language[.composeNoText]) }
        guard let group = ComposeForm.Group(form.text("group")) else {
            throw ServerProblem.badValue("group", form.text("group"), expected: "one of those on the page")
        }
        let unit = UnitID(form.text("unit"))
        let (people, words) = try await recipients(
            group, in: unit, chosen: form.names(after: ComposeForm.personField).map { PersonID($0) }, visit)
        guard !people.isEmpty else { throw FormFault(language[.composeNobody]) }
        return try await send(
            NewMessage(
                text: text, recipients: people, addressed: words,
                link: try LocalAddress.link(form.text("link"), at: server, language), isUrgent: form["urgent"] == "yes",
                isConfidential: form["confidential"] == "yes",
                demand: try form.demand(in: unit, at: surroundings.now(), language)), visit)
    }

    /// Who is meant, and in which words where they were not named one by one. The visitor is never among them.
    func recipients(
        _ group: ComposeForm.Group, in unit: UnitID, chosen: [PersonID], _ visit: Visit
    ) async throws -> (people: [PersonID], words: String?) {
        let language = pages.language
        func words(_ phrase: Phrase, _ rank: String = "") async throws -> String {
            let name = try await store.unitTree(for: visit.caller)[unit]?.name ?? unit.rawValue
            return language.text(phrase, ["unit": name, "rank": rank])
        }
        func crew() async throws -> [CrewMember] {
            let zone = try await store.unitTree(for: visit.caller)[unit]?.zone ?? .utc
            return try await store.crew(of: unit, on: today(in: zone), for: visit.caller)
                .filter { $0.id != visit.person.id }
        }
        switch group {
        case .chosen: return (chosen.filter { $0 != visit.person.id }, nil)
        case .everybody: return (try await crew().map(\.id), try await words(.toEverybody))
        case .onWatch:
            let people = try await onWatch(of: unit, at: surroundings.now(), for: visit.caller)
            return (people.filter { $0 != visit.person.id }, try await words(.toWatch))
        case .rank(let rank):
            let people = try await crew().filter { $0.rank?.id.rawValue == rank }
            return (people.map(\.id), try await words(.toRank, people.first?.rank?.name ?? rank))
        }
    }

    private func composePage(_ form: FormBody, _ visit: Visit, refusal: String? = nil) async throws -> String {
        try await store.checkOwn(KeepMessages.self, for: visit.caller)
        let language = pages.language
        let tree = try await store.unitTree(for: visit.caller)
        let units = (tree.root.map { [$0] + tree.units(below: $0) } ?? []).filter { unit in
            (try? visit.caller.permit(ReadCrew.self, on: unit)) != nil
        }
        let asked = UnitID(form.text("unit"))
        let own = visit.person.memberships.map(\.id)
        guard let unit = units.first(where: { $0 == asked }) ?? units.first(where: own.contains) ?? units.first else {
            throw Refusal.forbidden
        }
        let zone = tree[unit]?.zone ?? .utc
        var crew = try await store.crew(of: unit, on: today(in: zone), for: visit.caller)
            .filter { $0.id != visit.person.id }
        let chosen = form.names(after: ComposeForm.personField).map { PersonID($0) }
        // Somebody named by a link may be of another unit.
        for person in chosen where !crew.contains(where: { $0.id == person }) {
            if let member = try? await store.person(person, on: today(in: zone), for: visit.caller) {
                crew.insert(member, at: 0)
            }
        }
        let ranks = crew.compactMap(\.rank).reduce(into: [Rank]()) { if !$0.contains($1) { $0.append($1) } }
        let group = form.text("group")
        func option(_ value: String, _ name: String, _ chosen: String) -> FormField.Option {
            FormField.Option(value: value, name: name, isChosen: value == chosen)
        }
        let mayReadRota = (try? visit.caller.permit(ReadRota.self, on: unit)) != nil
        let groups =
            [option("", language[.composeChosen], group), option("all", language[.composeEverybody], group)]
            + (mayReadRota ? [option("watch", language[.composeWatch], group)] : [])
            + ranks.sorted { $0.name < $1.name }.map { option("rank:\($0.id)", $0.name, group) }
        let within = form["within"] ?? "60"
        let deadlines = zip(
            ComposeForm.deadlines,
            [Phrase.within15, .within30, .within60, .within240, .within1440, .within4320]
        ).map { option("\($0)", language[$1], within) }
        let page = ComposeForm(
            title: language[.composeTitle], refusal: refusal,
            units: units.map { option($0.rawValue, tree[$0]?.name ?? $0.rawValue, unit.rawValue) },
            unit: unit.rawValue, groups: groups,
            people: crew.map { member in
                ComposeForm.Person(
                    id: member.id.rawValue, name: member.name, rank: member.rank?.name,
                    isChosen: chosen.contains(member.id))
            }, text: form.lines("text"),
            link: form.text("link"), isUrgent: form["urgent"] == "yes",
            isConfidential: form["confidential"] == "yes", wantsAnswer: form["wants"] == "yes",
            choices: form.lines("choices"), deadlines: deadlines,
            need: form.text("need"),
            chain: [option("", language[.chainNobody], form["chain"] ?? "")]
                + (mayReadRota
                    ? [
                        option("lead", language[.chainLead], form["chain"] ?? ""),
                        option("watch", language[.chainWatch], form["chain"] ?? ""),
                    ] : [])
                + crew.map { option($0.id.rawValue, $0.name, form["chain"] ?? "") },
            remind: form["wants"] != "yes" || form["remind"] == "yes")
        var frame = pages.frame(.messages, title: language[.composeTitle], problem: nil, style: "text")
        frame.form = door.formToken(for: visit)
        return pages.render("compose", page, frame: frame)
    }

    // MARK: Pages

    /// On whose clock times are told.
    private func zone(of visit: Visit) async throws -> Zone {
        let tree = try await store.unitTree(for: visit.caller)
        return visit.person.memberships.first.flatMap { tree[$0.id]?.zone } ?? tree.root.flatMap { tree[$0]?.zone }
            ?? .utc
    }

    private static let pageLength = 30

    private func boxPage(_ visit: Visit, _ request: Request) async throws -> String {
        let query = request.uri.queryParameters
        guard let box = Box(rawValue: query.get("box") ?? "inbox") else {
            throw ServerProblem.badValue("box", query.get("box") ?? "", expected: "inbox, owed or sent")
        }
        let last = query.get("after").flatMap { Int64($0) }
        let zone = try await zone(of: visit)
        var lines: [BoxPage.Line]
        var next: Int64?
        switch box {
        case .inbox:
            let found = try await store.inbox(
                after: last.map { MessageID($0) }, limit: Self.pageLength + 1, for: visit.caller)
            let shown = Array(found.prefix(Self.pageLength))
            next = found.count > shown.count ? shown.last?.stored.message.id.value : nil
            lines = shown.map { pages.line($0, in: zone) }
            // The visitor's own device has them now.
            let fresh = shown.filter { $0.state.receivedAt == nil }.map(\.stored.message.id)
            if !fresh.isEmpty { try await note(received: fresh, visit) }
        case .owed: lines = try await store.owed(for: visit.caller).map { pages.line($0, in: zone) }
        case .sent:
            let found = try await store.sent(
                after: last.map { MessageID($0) }, limit: Self.pageLength + 1, for: visit.caller)
            let shown = found.prefix(Self.pageLength)
            next = found.count > shown.count ? shown.last?.stored.message.id.value : nil
            lines = shown.map { pages.line($0, in: zone) }
        }
        let separator = box == .inbox ? "?" : "&"
        return pages.boxPage(
            box, lines, counts: try await store.boxCounts(for: visit.caller),
            next: next.map { "\(box.address)\(separator)after=\($0)" }, form: door.formToken(for: visit))
    }

    private func conversationPage(
        _ message: MessageID, _ visit: Visit, refusal: String? = nil, draft: String = ""
    ) async throws -> String {
        let conversation = try await store.conversation(of: message, for: visit.caller)
        guard let first = conversation.items.first, let last = conversation.items.last else { throw Refusal.hidden }
        let zone = try await zone(of: visit)
        let title =
            switch first {
            case .received(let received): received.stored.senderName ?? "Watchbill"
            case .sent(let sent): pages.names(of: sent)
            }
        let mayWriteBack =
            if case .received(let received) = last { received.stored.message.sender != nil } else { true }
        return pages.conversationPage(
            ConversationPage(
                title: title, refusal: refusal, message: "\(last.stored.message.id)",
                items: conversation.items.map { pages.item($0, in: zone) }, mayWriteBack: mayWriteBack, draft: draft),
            form: door.formToken(for: visit))
    }

    // MARK: Live

    /// News for whoever is signed in.
    ///
    /// - Parameter seen: the number of the last event that they know; 0: from now on; nil: how it is now, and no more.
    func newsStream(_ visit: Visit, _ request: Request, seen: Int?) async throws -> ResponseBody {
        let newest = try await store.newestNews(for: visit.caller)
        let events = MessageEvents(store: store)
        guard let seen else { return try await events.now(newest, for: visit.caller) }
        let first = seen == 0 ? newest : NewsID(Int64(seen))
        return events.stream(messageBell.wakings(for: visit.person.id, every: .seconds(2)), from: first) {
            // Session, token and role may have ended since.
            try await self.door.visit(request)
        }
    }
}
