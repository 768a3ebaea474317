internal import CrewMessages
internal import RotaModel

/// The messages of one organisation, their copies, and what became of these, within one transaction.
struct MessageTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    // MARK: Messages

    /// A message as it is kept.
    struct Row {
        var message: Message
        var root: MessageID?
        var addressed: String?
        var link: String?
        var passed: Int
    }

    /// - Parameter due: when its answers are to be looked after first; nil: it demands none.
    func insert(
        sender: PersonID?, root: MessageID?, addressed: String?, text: String, link: String?, at now: Instant,
        isUrgent: Bool, isConfidential: Bool, isSealed: Bool = false, demand: AnswerDemand?, due: Instant?
    ) throws(StoreError) -> MessageID {
        let need: Int? = demand.map { if case .answers(let count) = $0.need { count } else { 0 } }
        let id: MessageID = try connection.insert(
            """
            INSERT INTO message (organisationID, senderID, rootID, addressed, text, link, sentAt, isUrgent,
                isConfidential, isSealed, choices, need, deadline, reminder, patience, dueAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """, organisation, sender, root, addressed, text, link, now, isUrgent, isConfidential, isSealed,
            demand?.choices.joined(separator: "\n"), need, demand?.deadline, demand?.reminder, demand?.patience.value,
            due)
        for (number, link) in (demand?.chain ?? []).enumerated() {
            let (kind, target) = link.columns
            try connection.run(
                "INSERT INTO messageLink (organisationID, messageID, number, kind, target) VALUES (?, ?, ?, ?, ?)",
                organisation, id, number + 1, kind, target)
        }
        return id
    }

    func find(_ id: MessageID) throws(StoreError) -> Row? { try all("message.id = ?", id).first }

    /// Those of one conversation, by number.
    func thread(_ root: MessageID) throws(StoreError) -> [Row] {
        // One after the other and put in order here, for the same reason as copies.
        (try all("id = ?", root) + all("rootID = ?", root)).sorted { $0.message.id < $1.message.id }
    }

    /// Those of which `condition` is true, in the order in which it ends.
    func all(_ condition: String, _ values: any SQLStorable...) throws(StoreError) -> [Row] {
        let rows = try connection.run(
            "SELECT * FROM message WHERE organisationID = ? AND \(condition)", [organisation] + values)
        var messages: [Row] = []
        for row in rows { messages.append(try message(row)) }
        return messages
    }

    private func message(_ row: SQLRow) throws(StoreError) -> Row {
        let id: MessageID = try row["id"]
        var demand: AnswerDemand?
        if let need: Int = try row["need"] {
            let choices: String = try row["choices"]
            let (deadline, reminder): (Instant, Instant?) = try (row["deadline"], row["reminder"])
            demand = AnswerDemand(
                choices: choices.isEmpty ? [] : choices.split(separator: "\n").map(String.init),
                need: need == 0 ? .everybody : .answers(need), deadline: deadline, reminder: reminder,
                chain: try chain(of: id), patience: Minutes(try row["patience"]))
        }
        return Row(
            message: Message(
                id: id, sender: try row["senderID"], text: try row["text"], sentAt: try row["sentAt"],
                isUrgent: try row["isUrgent"], isConfidential: try row["isConfidential"], demand: demand),
            root: try row["rootID"], addressed: try row["addressed"], link: try row["link"], passed: try row["passed"])
    }

    private func chain(of message: MessageID) throws(StoreError) -> [ChainLink] {
        var chain: [ChainLink] = []
        for row in try connection.run(
            "SELECT kind, target FROM messageLink WHERE organisationID = ? AND messageID = ? ORDER BY number",
            organisation, message)
        {
            let (kind, target): (String, String) = try (row["kind"], row["target"])
            guard let link = ChainLink(kind: kind, target: target) else {
                throw StoreError(.damaged, "Message \(message) is passed on to nobody that is known.")
            }
            chain.append(link)
        }
        return chain
    }

    /// Those whose answers are to be looked after by then, the longest waiting first.
    func due(at now: Instant, limit: Int) throws(StoreError) -> [Row] {
        try all("dueAt <= ? ORDER BY dueAt, id LIMIT ?", now, limit)
    }

    /// - Parameter due: nil: never again.
    func note(passed: Int, due: Instant?, of id: MessageID) throws(StoreError) {
        try connection.run(
            "UPDATE message SET passed = ?, dueAt = ? WHERE organisationID = ? AND id = ?", passed, due, organisation,
            id)
    }

    /// When a channel took notices of Watchbill's own for a person since then, among their last hundred messages; each moment
    /// once, in order.
    func noticeTimes(of person: PersonID, by channel: Channel, since: Instant) throws(StoreError) -> [Instant] {
        var times: [Instant] = []
        for row in try connection.run(
            """
            SELECT DISTINCT copyEvent.at AS at FROM (
                SELECT id, messageID FROM messageCopy WHERE organisationID = ? AND personID = ?
                ORDER BY id DESC LIMIT 100
            ) AS recent
            JOIN message ON message.organisationID = ? AND message.id = recent.messageID AND message.senderID IS NULL
            JOIN copyEvent ON copyEvent.organisationID = ? AND copyEvent.copyID = recent.id
                AND copyEvent.fact = 'sent' AND copyEvent.detail = ? AND copyEvent.at > ?
            ORDER BY at
            """, organisation, person, organisation, organisation, channel, since)
        { times.append(try row["at"]) }
        return times
    }

    // MARK: Copies

    func insertCopy(of message: MessageID, for person: PersonID, link: Int) throws(StoreError) -> CopyID {
        let id: CopyID = try connection.insert(
            """
            INSERT INTO messageCopy (organisationID, messageID, personID, link, isDemanded)
            SELECT organisationID, id, ?, ?, CASE WHEN need IS NULL THEN 0 ELSE 1 END FROM message
            WHERE organisationID = ? AND id = ? RETURNING id
            """, person, link, organisation, message)
        try connection.run(
            """
            INSERT INTO unreadCopy (organisationID, personID, copyID, isSealed)
            SELECT organisationID, ?, ?, isSealed FROM message WHERE organisationID = ? AND id = ?
            """, person, id, organisation, message)
        return id
    }

    /// A copy with the message that it is of.
    struct CopyRow {
        var copy: MessageCopy
        var message: MessageID
    }

    func copy(_ id: CopyID) throws(StoreError) -> CopyRow? { try copies("id = ?", id).first }

    /// Those of which `condition` is true, by number. They are put in order here: asked for it, SQLite would go through all copies
    /// that there are by number, for the few of one message.
    func copies(_ condition: String, _ values: any SQLStorable...) throws(StoreError) -> [CopyRow] {
        var copies: [CopyRow] = []
        for row in try connection.run(
            "SELECT * FROM messageCopy WHERE organisationID = ? AND \(condition)", [organisation] + values)
        {
            copies.append(
                CopyRow(
                    copy: MessageCopy(id: try row["id"], recipient: try row["personID"], link: try row["link"]),
                    message: try row["messageID"]))
        }
        return copies.sorted { $0.copy.id < $1.copy.id }
    }

    /// What is known of copies.
    func states(of copies: [CopyID]) throws(StoreError) -> [CopyID: CopyState] {
        var states = Dictionary(copies.map { ($0, CopyState()) }, uniquingKeysWith: { first, _ in first })
        // Hundreds at a time. Statements are kept prepared by their text, so there are few texts: the list is filled up to a
        // power of two with what is in it already.
        var rest = copies[...]
        while let last = rest.last {
            let part = rest.prefix(512)
            rest = rest.dropFirst(512)
            var width = 1
            while width < part.count { width *= 2 }
            let places = Array(repeating: "?", count: width).joined(separator: ", ")
            let list: [any SQLStorable] = part + Array(repeating: last, count: width - part.count)
            for row in try connection.run(
                "SELECT * FROM copyEvent WHERE organisationID = ? AND copyID IN (\(places))", [organisation] + list)
            {
                let copy: CopyID = try row["copyID"]
                states[copy, default: CopyState()].take(try CopyEvent(row))
            }
        }
        return states
    }

    func state(of copy: CopyID) throws(StoreError) -> CopyState { try states(of: [copy])[copy] ?? CopyState() }

    /// Writes down what has happened to a copy, and that it is news for its recipient and its sender.
    func note(_ fact: CopyFact, of copy: CopyID, at now: Instant) throws(StoreError) {
        let (word, detail) = fact.columns
        try connection.run(
            "INSERT INTO copyEvent (organisationID, copyID, at, fact, detail) VALUES (?, ?, ?, ?, ?)", organisation,
            copy, now, word, detail)
        if [.read, .deleted, .retracted, .cancelled].contains(fact) || fact.isAnswer {
            try connection.run("DELETE FROM unreadCopy WHERE organisationID = ? AND copyID = ?", organisation, copy)
        }
        // Each person's news are counted by themselves: a number tells nothing of anybody else's. What is sealed from a person's
        // own programs is no news, or their numbers would tell it.
        try connection.run(
            """
            INSERT INTO copyNews (organisationID, personID, number, copyID)
            SELECT people.organisationID, people.personID, 1 + coalesce(
                (SELECT max(number) FROM copyNews WHERE copyNews.organisationID = people.organisationID
                    AND copyNews.personID = people.personID), 0), people.copyID
            FROM (
                SELECT messageCopy.organisationID AS organisationID, messageCopy.personID AS personID,
                    messageCopy.id AS copyID
                FROM messageCopy JOIN message ON message.organisationID = messageCopy.organisationID
                    AND message.id = messageCopy.messageID
                WHERE messageCopy.organisationID = ? AND messageCopy.id = ? AND message.isSealed = 0
                UNION
                SELECT message.organisationID, message.senderID, messageCopy.id
                FROM messageCopy JOIN message ON message.organisationID = messageCopy.organisationID
                    AND message.id = messageCopy.messageID
                WHERE messageCopy.organisationID = ? AND messageCopy.id = ? AND message.senderID IS NOT NULL
            ) AS people
            """, organisation, copy, organisation, copy)
    }

    // MARK: Numbers

    /// Gives a message a number in somebody's boxes, counted there from 1; the one it has, if it has one.
    ///
    /// - Parameter isSealed: from the person's own programs: it is counted downwards from -1, so that no other number tells of it.
    func number(_ message: MessageID, for person: PersonID, isSealed: Bool = false) throws(StoreError) {
        let next =
            isSealed
            ? "coalesce((SELECT min(number) FROM messageNumber WHERE organisationID = ? AND personID = ? AND number < 0), 0) - 1"
            : "coalesce((SELECT max(number) FROM messageNumber WHERE organisationID = ? AND personID = ? AND number > 0), 0) + 1"
        try connection.run(
            """
            INSERT INTO messageNumber (organisationID, personID, number, messageID)
            SELECT ?, ?, \(next), ?
            WHERE NOT EXISTS (
                SELECT 1 FROM messageNumber WHERE organisationID = ? AND personID = ? AND messageID = ?)
            """, organisation, person, organisation, person, message, organisation, person, message)
    }

    /// By which somebody knows a message; nil: they have nothing to do with it.
    func number(of message: MessageID, for person: PersonID) throws(StoreError) -> MessageID? {
        try connection.run(
            "SELECT number FROM messageNumber WHERE organisationID = ? AND personID = ? AND messageID = ?",
            organisation, person, message
        ).first?["number"]
    }

    /// The message that somebody knows by a number; nil: they know none by it.
    func message(numbered number: MessageID, for person: PersonID) throws(StoreError) -> MessageID? {
        try connection.run(
            "SELECT messageID FROM messageNumber WHERE organisationID = ? AND personID = ? AND number = ?",
            organisation, person, number
        ).first?["messageID"]
    }

    /// Of somebody's messages the newest that come before one: those they have got, or those they have sent.
    ///
    /// - Parameters:
    ///   - last: the store's own number.
    ///   - isWhole: with what is sealed from their programs.
    func box(
        of person: PersonID, isSent: Bool, before last: MessageID, isWhole: Bool, limit: Int
    ) throws(StoreError) -> [MessageID] {
        var found: [MessageID] = []
        for row in try connection.run(
            """
            SELECT messageNumber.messageID AS messageID FROM messageNumber
            JOIN message ON message.organisationID = messageNumber.organisationID
                AND message.id = messageNumber.messageID
            WHERE messageNumber.organisationID = ? AND messageNumber.personID = ? AND messageNumber.messageID < ?
                AND \(isSent ? "message.senderID = ?" : "(message.senderID IS NULL OR message.senderID <> ?)")
                AND message.isSealed <= ?
            ORDER BY messageNumber.messageID DESC LIMIT ?
            """, organisation, person, last, person, isWhole, limit)
        { found.append(try row["messageID"]) }
        return found
    }

    // MARK: Boxes

    /// How many copies somebody has neither read nor deleted, nor lost to their sender.
    ///
    /// - Parameter isWhole: with what is sealed from their programs.
    func unread(of person: PersonID, isWhole: Bool) throws(StoreError) -> Int {
        let row = try connection.run(
            """
            SELECT count(*) AS unread FROM unreadCopy
            WHERE organisationID = ? AND personID = ? AND isSealed <= ?
            """, organisation, person, isWhole
        ).first
        return try row?["unread"] ?? 0
    }

    /// Copies of messages that demand an answer and have got none of that person.
    func owed(by person: PersonID) throws(StoreError) -> [CopyRow] {
        try copies(
            """
            personID = ? AND isDemanded = 1
            AND NOT EXISTS (SELECT 1 FROM copyEvent WHERE copyEvent.organisationID = messageCopy.organisationID
                AND copyEvent.copyID = messageCopy.id
                AND copyEvent.fact IN ('answered', 'superseded', 'waived', 'retracted', 'cancelled'))
            """, person)
    }

    /// What has happened after that to copies of somebody's, or of messages that they have sent, in its order.
    func news(of person: PersonID, after last: NewsID, limit: Int) throws(StoreError) -> [CopyNews] {
        let rows = try connection.run(
            """
            SELECT copyNews.number AS number, messageNumber.number AS message, messageCopy.personID AS personID
            FROM copyNews
            JOIN messageCopy ON messageCopy.organisationID = copyNews.organisationID
                AND messageCopy.id = copyNews.copyID
            JOIN messageNumber ON messageNumber.organisationID = copyNews.organisationID
                AND messageNumber.personID = copyNews.personID AND messageNumber.messageID = messageCopy.messageID
            WHERE copyNews.organisationID = ? AND copyNews.personID = ? AND copyNews.number > ?
            ORDER BY copyNews.number LIMIT ?
            """, organisation, person, last, limit)
        var news: [CopyNews] = []
        for row in rows {
            let recipient: PersonID = try row["personID"]
            news.append(
                CopyNews(id: try row["number"], message: try row["message"], isOwn: recipient == person))
        }
        return news
    }

    /// The number of somebody's newest news; 0: there are none.
    func newestNews(of person: PersonID) throws(StoreError) -> NewsID {
        let row = try connection.run(
            "SELECT coalesce(max(number), 0) AS newest FROM copyNews WHERE organisationID = ? AND personID = ?",
            organisation, person
        ).first
        return try row?["newest"] ?? NewsID(0)
    }
}

extension ChainLink {
    fileprivate var columns: (kind: String, target: String) {
        switch self {
        case .person(let person): ("person", person.rawValue)
        case .leadOnWatch(let unit): ("lead", unit.rawValue)
        case .onWatch(let unit): ("watch", unit.rawValue)
        }
    }

    fileprivate init?(kind: String, target: String) {
        switch kind {
        case "person": self = .person(PersonID(target))
        case "lead": self = .leadOnWatch(UnitID(target))
        case "watch": self = .onWatch(UnitID(target))
        default: return nil
        }
    }
}

extension CopyFact {
    fileprivate var columns: (word: String, detail: String?) {
        switch self {
        case .queued: ("queued", nil)
        case .sent(let channel): ("sent", channel.rawValue)
        case .received: ("received", nil)
        case .failed(let reason): ("failed", reason.rawValue)
        case .expired: ("expired", nil)
        case .read: ("read", nil)
        case .answered(let text): ("answered", text)
        case .reminded: ("reminded", nil)
        case .overdue: ("overdue", nil)
        case .superseded: ("superseded", nil)
        case .waived: ("waived", nil)
        case .deleted: ("deleted", nil)
        case .restored: ("restored", nil)
        case .retracted: ("retracted", nil)
        case .cancelled: ("cancelled", nil)
        }
    }

    fileprivate init?(word: String, detail: String?) {
        switch word {
        case "queued": self = .queued
        case "sent":
            guard let channel = detail.flatMap(Channel.init(rawValue:)) else { return nil }
            self = .sent(channel)
        case "received": self = .received
        case "failed":
            guard let reason = detail.flatMap(FailureReason.init(rawValue:)) else { return nil }
            self = .failed(reason)
        case "expired": self = .expired
        case "read": self = .read
        case "answered":
            guard let detail else { return nil }
            self = .answered(detail)
        case "reminded": self = .reminded
        case "overdue": self = .overdue
        case "superseded": self = .superseded
        case "waived": self = .waived
        case "deleted": self = .deleted
        case "restored": self = .restored
        case "retracted": self = .retracted
        case "cancelled": self = .cancelled
        default: return nil
        }
    }
}

extension CopyEvent {
    fileprivate init(_ row: SQLRow) throws(StoreError) {
        let (word, detail): (String, String?) = try (row["fact"], row["detail"])
        guard let fact = CopyFact(word: word, detail: detail) else {
            throw StoreError(.damaged, "Something has happened to a copy that is not known: \(word).")
        }
        self.init(number: try row["id"], at: try row["at"], fact: fact)
    }
}
