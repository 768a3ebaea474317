package import CrewMessages
package import CrewRecords
package import RotaModel

/// Messages between people, as their senders and recipients see them.
extension Store {
    // MARK: Sending

    /// Sends a message, to whomever the caller may write to; an answer within a conversation goes to whoever is in it.
    ///
    /// - Throws: `Refusal` if one of the recipients is not for the caller to write to. `StoreError`: `notReady` if there is
    ///   nobody to send it to.
    ///
    /// - Returns: the message's number, as the caller knows it, and whom it concerns.
    @discardableResult
    package func send(_ new: NewMessage, for caller: Caller, at now: Instant) async throws -> MessageChange {
        try await write { book in
            let sender = try book.permit(caller, to: KeepMessages.self, on: try book.subject(caller)).subject.person
            try new.checkUsable()
            var root: MessageID?
            var recipients = new.recipients
            if let replyTo = new.replyTo {
                let (thread, others) = try book.thread(of: try book.known(replyTo, to: sender), for: sender)
                root = thread
                if recipients.isEmpty { recipients = others }
                for person in recipients where !others.contains(person) {
                    try book.permit(caller, to: WriteTo.self, on: try book.subject(person, at: now))
                }
            } else {
                for person in recipients {
                    try book.permit(caller, to: WriteTo.self, on: try book.subject(person, at: now))
                }
            }
            recipients.removeAll { $0 == sender }
            guard !recipients.isEmpty else {
                throw StoreError(.notReady, "There is nobody to send it to besides yourself.")
            }
            for case .person(let person) in new.demand?.chain ?? [] {
                try book.permit(caller, to: WriteTo.self, on: try book.subject(person, at: now))
            }
            let id = try book.messages.insert(
                sender: sender, root: root, addressed: new.addressed, text: new.text, link: new.link, at: now,
                isUrgent: new.isUrgent, isConfidential: new.isConfidential, demand: new.demand,
                due: new.demand.map { min($0.reminder ?? $0.deadline, $0.deadline) })
            try book.messages.number(id, for: sender)
            for person in recipients { try book.deliver(id, to: person, link: 0, at: now) }
            return try book.change(of: id, by: sender)
        }
    }

    // MARK: Boxes

    /// What the caller has got and not deleted, the newest first.
    ///
    /// - Parameter last: those after this one in that order; nil: from the newest on.
    package func inbox(
        after last: MessageID? = nil, limit: Int, for caller: Caller
    ) async throws -> [ReceivedMessage] {
        try await read { book in
            let person = try book.permit(caller, to: ReadMessages.self, on: try book.subject(caller)).subject.person
            var found: [ReceivedMessage] = []
            var after = try last.map { try book.known($0, to: person) } ?? MessageID(.max)
            while found.count < limit {
                let ids = try book.messages.box(
                    of: person, isSent: false, before: after, isWhole: caller.seesWhole, limit: limit)
                guard let final = ids.last else { break }
                let copies = try ids.flatMap {
                    try book.messages.copies("messageID = ? AND personID = ?", $0, person)
                }
                found += try book.received(copies).filter { $0.state.deletedAt == nil && !$0.state.isCancelled }
                after = final
            }
            return Array(found.prefix(limit))
        }
    }

    /// Those of these messages that the caller has got and not deleted, in their order.
    package func received(_ messages: [MessageID], for caller: Caller) async throws -> [ReceivedMessage] {
        try await read { book in
            let person = try book.permit(caller, to: ReadMessages.self, on: try book.subject(caller)).subject.person
            let copies = try messages.filter { $0.value > 0 || caller.seesWhole }.flatMap { number in
                try book.messages.message(numbered: number, for: person).map {
                    try book.messages.copies("messageID = ? AND personID = ?", $0, person)
                } ?? []
            }
            return try book.received(copies).filter { $0.state.deletedAt == nil && !$0.state.isCancelled }
        }
    }

    /// Messages that the caller owes an answer, deleted ones too, the oldest first.
    package func owed(for caller: Caller) async throws -> [ReceivedMessage] {
        try await read { book in
            let person = try book.permit(caller, to: ReadMessages.self, on: try book.subject(caller)).subject.person
            return try book.received(try book.messages.owed(by: person)).filter { $0.answering?.isOwed ?? false }
        }
    }

    /// What the caller has sent, the newest first.
    ///
    /// - Parameter last: those after this one in that order; nil: from the newest on.
    package func sent(
        after last: MessageID? = nil, limit: Int, for caller: Caller
    ) async throws -> [SentMessage] {
        try await read { book in
            let person = try book.permit(caller, to: ReadMessages.self, on: try book.subject(caller)).subject.person
            let after = try last.map { try book.known($0, to: person) } ?? MessageID(.max)
            let ids = try book.messages.box(of: person, isSent: true, before: after, isWhole: true, limit: limit)
            return try ids.compactMap { try book.messages.find($0) }.map { try book.sent($0, for: person) }
        }
    }

    /// The conversation that a message is of, as far as the caller is in it, the oldest first.
    ///
    /// - Throws: `Refusal.hidden` unless the caller has sent the message or got it.
    package func conversation(of message: MessageID, for caller: Caller) async throws -> Conversation {
        try await read { book in
            let person = try book.permit(caller, to: ReadMessages.self, on: try book.subject(caller)).subject.person
            guard message.value > 0 || caller.seesWhole else { throw Refusal.hidden }
            let (root, _) = try book.thread(of: try book.known(message, to: person), for: person)
            var items: [Conversation.Item] = []
            for row in try book.messages.thread(root) {
                if row.message.sender == person {
                    items.append(.sent(try book.sent(row, for: person)))
                } else if let copy = try book.messages.copies(
                    "messageID = ? AND personID = ?", row.message.id, person
                ).first, let received = try book.received([copy]).first, !received.state.isCancelled {
                    items.append(.received(received))
                }
            }
            return Conversation(items: items)
        }
    }

    /// How much is in the caller's box.
    package func boxCounts(for caller: Caller) async throws -> BoxCounts {
        try await read { book in
            let person = try book.permit(caller, to: ReadMessages.self, on: try book.subject(caller)).subject.person
            let owed = try book.messages.owed(by: person)
            return BoxCounts(
                unread: try book.messages.unread(of: person, isWhole: caller.seesWhole), owed: owed.count)
        }
    }

    /// What has happened after that to the caller's copies and to those of messages that they have sent, in its order.
    package func messageNews(after last: NewsID, limit: Int, for caller: Caller) async throws -> [CopyNews] {
        try await read { book in
            let person = try book.permit(caller, to: ReadMessages.self, on: try book.subject(caller)).subject.person
            return try book.messages.news(of: person, after: last, limit: limit)
        }
    }

    /// The number of the caller's newest news, from which on there are more.
    package func newestNews(for caller: Caller) async throws -> NewsID {
        try await read { book in
            let person = try book.permit(caller, to: ReadMessages.self, on: try book.subject(caller)).subject.person
            return try book.messages.newestNews(of: person)
        }
    }

    // MARK: What recipients do

    /// Writes down that the caller's own device has fetched messages. Of numbers by which they have got none nothing is written.
    ///
    /// - Returns: who has sent those of which it was not known.
    @discardableResult
    package func note(
        received messages: [MessageID], for caller: Caller, at now: Instant
    ) async throws -> Set<PersonID> {
        try await write { book in
            let person = try book.permit(caller, to: KeepMessages.self, on: try book.subject(caller)).subject.person
            var senders: Set<PersonID> = []
            for number in messages where number.value > 0 || caller.seesWhole {
                guard let id = try book.messages.message(numbered: number, for: person),
                    let copy = try book.messages.copies("messageID = ? AND personID = ?", id, person).first
                else { continue }
                let state = try book.messages.state(of: copy.copy.id)
                guard state.receivedAt == nil, !state.isCancelled else { continue }
                try book.receive(copy.copy.id, state, at: now)
                if let sender = try book.messages.find(id)?.message.sender { senders.insert(sender) }
            }
            return senders
        }
    }

    /// Writes down that the caller has read their copy of a message.
    @discardableResult
    package func note(read message: MessageID, for caller: Caller, at now: Instant) async throws -> MessageChange {
        try await onOwnCopy(of: message, for: caller, at: now) { book, copy, state, _ in
            if state.readAt == nil, state.wasRetractedAt == nil { try book.messages.note(.read, of: copy, at: now) }
        }
    }

    /// Deletes the caller's copy of a message, or brings it back.
    @discardableResult
    package func delete(
        _ message: MessageID, restoring: Bool = false, for caller: Caller, at now: Instant
    ) async throws -> MessageChange {
        try await onOwnCopy(of: message, for: caller, at: now) { book, copy, state, _ in
            guard (state.deletedAt == nil) != restoring else { return }
            try book.messages.note(restoring ? .restored : .deleted, of: copy, at: now)
        }
    }

    /// Answers a message that demands it.
    ///
    /// - Throws: `StoreError`: `alreadyEnded` if it was answered by the caller or settled by others, or is no longer wanted;
    ///   `notReady` if it demands none, or not that.
    @discardableResult
    package func answer(
        _ message: MessageID, with text: String, for caller: Caller, at now: Instant
    ) async throws -> MessageChange {
        try await onOwnCopy(of: message, for: caller, at: now) { book, copy, state, row in
            guard try book.cover.all("messageID = ?", row.message.id, naming: book.name).isEmpty else {
                throw StoreError(.notReady, "The message asks to take a shift. Answer the cover call.")
            }
            guard let demand = row.message.demand else {
                throw StoreError(.notReady, "The message demands no answer. Maybe write back.")
            }
            guard demand.takes(text) else {
                let choices = demand.choices.joined(separator: ", ")
                throw StoreError(
                    .notReady,
                    demand.choices.isEmpty
                        ? "The answer is empty, or longer than \(Message.longest) characters."
                        : "The answer is none of those that there are: \(choices).")
            }
            if let answer = state.answer {
                guard answer.text != text else { return }
                throw StoreError(.alreadyEnded, "You have answered already: \(answer.text).")
            }
            switch state.answering(demand.deadline) {
            case .superseded: throw StoreError(.alreadyEnded, "Others have answered meanwhile; no more is needed.")
            case .waived: throw StoreError(.alreadyEnded, "No answer is wanted any more.")
            case .awaiting, .overdue, .answered: break
            }
            if state.readAt == nil { try book.messages.note(.read, of: copy, at: now) }
            try book.messages.note(.answered(text), of: copy, at: now)
            // What follows from it for others is found out by whoever looks after answers.
            try book.messages.note(passed: row.passed, due: now, of: row.message.id)
        }
    }

    private func onOwnCopy(
        of number: MessageID, for caller: Caller, at now: Instant,
        _ body: @escaping @Sendable (Book, CopyID, CopyState, MessageTable.Row) throws -> Void
    ) async throws -> MessageChange {
        try await write { book in
            let person = try book.permit(caller, to: KeepMessages.self, on: try book.subject(caller)).subject.person
            guard number.value > 0 || caller.seesWhole else { throw Refusal.hidden }
            let message = try book.known(number, to: person)
            guard let row = try book.messages.find(message),
                let copy = try book.messages.copies("messageID = ? AND personID = ?", message, person).first
            else { throw Refusal.hidden }
            let state = try book.messages.state(of: copy.copy.id)
            guard !state.isCancelled else { throw Refusal.hidden }
            try book.receive(copy.copy.id, state, at: now)
            try body(book, copy.copy.id, state, row)
            return try book.change(of: message, by: person)
        }
    }

    // MARK: What senders do

    /// Takes a message back: copies that have not left are cancelled, others are retracted; no answer is wanted any more.
    ///
    /// - Throws: `Refusal.hidden` unless the caller has sent it.
    @discardableResult
    package func retract(_ message: MessageID, for caller: Caller, at now: Instant) async throws -> MessageChange {
        try await onOwnMessage(message, for: caller) { book, row in
            let sent = try book.sent(row)
            for recipient in sent.recipients where !recipient.state.isTakenBack {
                let fact: CopyFact = recipient.state.sentAt == nil ? .cancelled : .retracted
                try book.messages.note(fact, of: recipient.copy.id, at: now)
            }
            try book.messages.note(passed: row.passed, due: nil, of: row.message.id)
        }
    }

    /// Wants no answer any more of those who have not given one.
    @discardableResult
    package func waive(_ message: MessageID, for caller: Caller, at now: Instant) async throws -> MessageChange {
        try await onOwnMessage(message, for: caller) { book, row in
            guard let demand = row.message.demand else { return }
            for recipient in try book.sent(row).recipients
            where recipient.state.answering(demand.deadline(of: recipient.copy.link)).isOwed {
                try book.messages.note(.waived, of: recipient.copy.id, at: now)
            }
            try book.messages.note(passed: row.passed, due: nil, of: row.message.id)
        }
    }

    private func onOwnMessage(
        _ number: MessageID, for caller: Caller,
        _ body: @escaping @Sendable (Book, MessageTable.Row) throws -> Void
    ) async throws -> MessageChange {
        try await write { book in
            let person = try book.permit(caller, to: KeepMessages.self, on: try book.subject(caller)).subject.person
            let message = try book.known(number, to: person)
            guard let row = try book.messages.find(message), row.message.sender == person else { throw Refusal.hidden }
            try body(book, row)
            return try book.change(of: message, by: person)
        }
    }

    // MARK: Looking after answers

    /// Messages whose answers are to be looked after by then, with what is to be done of each.
    package func chases(
        at now: Instant, limit: Int, for caller: Caller
    ) async throws -> [(sent: SentMessage, actions: [Chase.Action])] {
        try await read { book in
            try book.permit(caller, to: DeliverMessages.self, on: WholeOrganisation())
            return try book.messages.due(at: now, limit: limit).map { row in
                let sent = try book.sent(row)
                return (sent, book.chase(sent)?.actions(at: now) ?? [])
            }
        }
    }

    /// Does what is to be done of a message's answers, as it is by now.
    ///
    /// - Parameter people: to whom each link of the chain leads at that moment; of a link that is missing nothing is done
    ///   but that it has had its turn.
    package func chase(
        _ message: MessageID, passingTo people: [Int: [PersonID]], for caller: Caller, at now: Instant
    ) async throws {
        try await write { book in
            try book.permit(caller, to: DeliverMessages.self, on: WholeOrganisation())
            guard let row = try book.messages.find(message) else { return }
            var passed = row.passed
            let sent = try book.sent(row)
            for action in book.chase(sent)?.actions(at: now) ?? [] {
                switch action {
                case .remind(let copy):
                    try book.messages.note(.reminded, of: copy, at: now)
                    try book.outbox.queue(copy, isReminder: true, at: now)
                case .markOverdue(let copy): try book.messages.note(.overdue, of: copy, at: now)
                case .supersede(let copy): try book.messages.note(.superseded, of: copy, at: now)
                case .pass(let link):
                    passed = link
                    let known = Set(sent.recipients.map(\.copy.recipient))
                    for person in people[link] ?? [] where !known.contains(person) && person != row.message.sender {
                        guard try book.directory().person(person) != nil else { continue }
                        try book.deliver(message, to: person, link: link, at: now)
                    }
                }
            }
            var after = try book.sent(row)
            after.passed = passed
            let chase = book.chase(after)
            let isMore = !(chase?.actions(at: now).isEmpty ?? true)
            try book.messages.note(passed: passed, due: isMore ? now : chase?.next(after: now), of: message)
        }
    }
}

extension Caller {
    /// Whether they are there themselves: a program of theirs learns nothing of what is sealed, not even that it was read.
    fileprivate var seesWhole: Bool { if case .person = identity { true } else { false } }
}

extension NewMessage {
    /// - Throws: `StoreError`, `unusableText`, if something is longer or more than it may be.
    fileprivate func checkUsable() throws(StoreError) {
        func refuse(_ what: String, _ expected: String) -> StoreError {
            StoreError(.unusableText, "\(what); expected is \(expected).")
        }
        guard (1...Message.longest).contains(text.count) else {
            throw refuse("The text has \(text.count) characters", "1 to \(Message.longest)")
        }
        guard recipients.count <= Message.mostRecipients else {
            throw refuse("\(recipients.count) people would get it", "at most \(Message.mostRecipients)")
        }
        guard let demand else { return }
        guard demand.choices.count <= AnswerDemand.mostChoices, demand.chain.count <= AnswerDemand.mostLinks else {
            throw refuse(
                "There are \(demand.choices.count) answers and \(demand.chain.count) to pass it on to",
                "at most \(AnswerDemand.mostChoices) and \(AnswerDemand.mostLinks)")
        }
        guard demand.choices.allSatisfy({ (1...100).contains($0.count) && !$0.contains(where: \.isNewline) }) else {
            throw refuse("An answer to choose is empty or long", "1 to 100 characters in one line")
        }
        if case .answers(let count) = demand.need, demand.chain.isEmpty, !recipients.isEmpty, count > recipients.count {
            throw refuse(
                "\(count) answers would settle it, of \(recipients.count) people", "at most as many as there are")
        }
        guard Set(demand.choices).count == demand.choices.count else {
            throw refuse("An answer to choose is there twice", "each once")
        }
    }
}

extension Book {
    var messages: MessageTable { MessageTable(connection, organisation) }
    var outbox: OutboxTable { OutboxTable(connection, organisation) }

    /// Tells people something of Watchbill's own, in this transaction.
    func tell(_ notices: [Notice], at now: Instant) throws {
        for notice in notices {
            let id = try messages.insert(
                sender: nil, root: nil, addressed: nil, text: notice.text, link: notice.link, at: now,
                isUrgent: notice.isUrgent, isConfidential: notice.isConfidential || notice.isSealed,
                isSealed: notice.isSealed, demand: nil, due: nil)
            try messages.number(id, for: notice.recipient, isSealed: notice.isSealed)
            try deliver(id, to: notice.recipient, link: 0, isSealed: notice.isSealed, at: now)
        }
    }

    /// Whoever leads a unit at a moment, by a role given there or above.
    func leads(of unit: UnitID, at now: Instant) throws -> [PersonID] {
        let line = try directory().ancestry.lineage(of: unit)
        let held = try line.flatMap { try grants.all(in: $0) }.map(\.grant)
        return Set(held.filter { $0.role == .lead && $0.term.contains(now) }.map(\.person)).sorted()
    }

    /// Gives somebody a copy of a message, and puts it into the outbox by all ways that they have chosen.
    ///
    /// - Parameter isSealed: it is on the pages alone: whatever left would tell a channel that there is something sealed.
    func deliver(
        _ message: MessageID, to person: PersonID, link: Int, isSealed: Bool = false, at now: Instant
    ) throws {
        try messages.number(message, for: person)
        let copy = try messages.insertCopy(of: message, for: person, link: link)
        try messages.note(.queued, of: copy, at: now)
        if !isSealed { try outbox.queue(copy, at: now) }
    }

    /// The message that somebody knows by a number.
    ///
    /// - Throws: `Refusal.hidden` if they know none by it.
    func known(_ number: MessageID, to person: PersonID) throws -> MessageID {
        guard let message = try messages.message(numbered: number, for: person) else { throw Refusal.hidden }
        return message
    }

    /// Writes down that a copy was fetched, by the pages if nothing else had it before; nothing if it was.
    fileprivate func receive(_ copy: CopyID, _ state: CopyState, at now: Instant) throws {
        guard state.receivedAt == nil else { return }
        if state.sentAt == nil { try messages.note(.sent(.page), of: copy, at: now) }
        try messages.note(.received, of: copy, at: now)
    }

    fileprivate func change(of message: MessageID, by person: PersonID) throws -> MessageChange {
        let copies = try messages.copies("messageID = ?", message)
        let states = try messages.states(of: copies.map(\.copy.id))
        let sender = try messages.find(message)?.message.sender
        return MessageChange(
            message: try messages.number(of: message, for: person) ?? message,
            people: Set(copies.map(\.copy.recipient) + [sender].compactMap(\.self)),
            read: states.values.filter { $0.readAt != nil }.count)
    }

    /// The conversation that a message is of, and who else is in it with that message.
    ///
    /// - Throws: `Refusal.hidden` unless the person has sent it or got it.
    fileprivate func thread(
        of message: MessageID, for person: PersonID
    ) throws -> (root: MessageID, others: [PersonID]) {
        guard let row = try messages.find(message) else { throw Refusal.hidden }
        let copies = try messages.copies("messageID = ?", message)
        let root = row.root ?? message
        if row.message.sender == person { return (root, copies.map(\.copy.recipient)) }
        guard let own = copies.first(where: { $0.copy.recipient == person }),
            try !messages.state(of: own.copy.id).isCancelled
        else { throw Refusal.hidden }
        return (root, row.message.sender.map { [$0] } ?? [])
    }

    /// - Parameter person: by whose numbers it is known; nil: by the store's own.
    func stored(_ row: MessageTable.Row, for person: PersonID?) throws -> StoredMessage {
        var (message, root) = (row.message, row.root)
        if let person {
            message.id = try messages.number(of: row.message.id, for: person) ?? row.message.id
            // A conversation that began before they came into it is known by nothing of theirs.
            root = try row.root.flatMap { try messages.number(of: $0, for: person) }
        }
        return StoredMessage(
            message: message, senderName: try row.message.sender.map { try name(of: $0) }, root: root,
            addressed: row.addressed, link: row.link)
    }

    fileprivate func received(_ rows: [MessageTable.CopyRow]) throws -> [ReceivedMessage] {
        let states = try messages.states(of: rows.map(\.copy.id))
        return try rows.compactMap { row in
            guard let message = try messages.find(row.message) else { return nil }
            return ReceivedMessage(
                copy: row.copy, state: states[row.copy.id] ?? CopyState(),
                stored: try stored(message, for: row.copy.recipient))
        }
    }

    /// - Parameter person: by whose numbers it is known; nil: by the store's own.
    fileprivate func sent(_ row: MessageTable.Row, for person: PersonID? = nil) throws -> SentMessage {
        let copies = try messages.copies("messageID = ?", row.message.id)
        let states = try messages.states(of: copies.map(\.copy.id))
        return SentMessage(
            stored: try stored(row, for: person),
            recipients: try copies.map { copy in
                SentMessage.Recipient(
                    copy: copy.copy, name: try name(of: copy.copy.recipient), state: states[copy.copy.id] ?? CopyState()
                )
            }, passed: row.passed)
    }

    fileprivate func chase(_ sent: SentMessage) -> Chase? {
        sent.stored.message.demand.map { demand in
            Chase(demand, sent.recipients.map { ($0.copy, $0.state) }, passed: sent.passed)
        }
    }
}
