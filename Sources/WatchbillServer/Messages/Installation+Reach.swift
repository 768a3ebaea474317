internal import CrewChannels
internal import CrewMessages
internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// How somebody is told besides on the pages: browsers, e-mail, programs; and when not.
    func addReach(to routes: inout Routes) {
        routes.get("/me/reach", asks: [ReadMessages.self, ReadUnit.self]) { visit, _, _ in
            .html(try await self.reachPage(visit))
        }
        routes.post("/me/reach", asks: [ChooseWays.self], also: [ReadMessages.self]) { visit, request, _ in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            do {
                guard let channel = Channel(rawValue: form.text("channel")) else {
                    throw ServerProblem.badValue("channel", form.text("channel"), expected: "mail or webhook")
                }
                let secret = try await self.addWay(
                    channel, name: form.text("name"), address: form.text("address"), visit)
                return .html(try await self.reachPage(visit, secret: secret))
            } catch let error as ChannelError {
                return .html(try await self.reachPage(visit, refusal: error.message), status: .unprocessableContent)
            } catch let error as StoreError where error.code == .tooMany {
                return .html(try await self.reachPage(visit, refusal: error.message), status: .conflict)
            }
        }
        routes.post("/me/reach/remove", asks: [ChooseWays.self]) { visit, request, _ in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            guard let way: Int64 = try form.number("way") else {
                throw ServerProblem.badValue("way", "", expected: "the number of a way")
            }
            try await self.store.remove(WayID(way), for: visit.caller)
            return .see("/me/reach")
        }
        routes.post("/me/reach/quiet", asks: [ChooseWays.self]) { visit, request, _ in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            let (from, until) = (try form.time("from"), try form.time("until"))
            try await self.store.set(quiet: Self.quiet(from, until), for: visit.caller)
            return .see("/me/reach")
        }
    }

    /// The same time twice, and one alone, are none.
    private static func quiet(_ from: LocalTime?, _ until: LocalTime?) -> StoredQuiet? {
        guard let from, let until, from != until else { return nil }
        return StoredQuiet(from: from, until: until)
    }

    /// Adds an e-mail address or a program.
    ///
    /// - Returns: of a program the secret that its requests are signed with, told this once.
    /// - Throws: `ChannelError`, `StoreError`.
    func addWay(
        _ channel: Channel, name: String, address: String, _ visit: Visit
    ) async throws -> Secret? {
        let name = name.isEmpty ? String(address.prefix(60)) : String(name.prefix(60))
        let now = surroundings.now()
        switch channel {
        case .mail:
            let mailbox = try MailAddress(address)
            try await store.add(
                NewWay(channel: .mail, name: name, address: mailbox.text), for: visit.caller, at: now)
            return nil
        case .webhook:
            var random = surroundings.random
            let secret = Webhook.newSecret(using: &random)
            _ = try Webhook(address: address, secret: secret, reach: couriers.settings.reach)
            try await store.add(
                NewWay(channel: .webhook, name: name, address: address, secret: secret), for: visit.caller, at: now)
            return secret
        case .push, .page:
            throw ServerProblem.badValue("channel", channel.rawValue, expected: "mail or webhook")
        }
    }

    private func reachPage(
        _ visit: Visit, refusal: String? = nil, secret: Secret? = nil
    ) async throws -> String {
        struct Way: Sendable {
            let number: String
            let name: String
            let note: String
        }
        struct Model: Sendable {
            let refusal: String?
            let secret: String?
            let ways: [Way]
            let hasWays: Bool
            let hasMail: Bool
            let key: String
            let from: String
            let until: String
        }
        let language = pages.language
        let (ways, quiet) = try await store.ways(for: visit.caller)
        let tree = try await store.unitTree(for: visit.caller)
        let zone = visit.person.memberships.first.flatMap { tree[$0.id]?.zone } ?? .utc
        let model = Model(
            refusal: refusal,
            secret: secret.map { language.text(.reachSecret, ["secret": $0.revealedText()]) },
            ways: ways.map { way in
                let kind: String =
                    switch way.channel {
                    case .push: "push"
                    case .mail: "e-mail"
                    case .webhook, .page: "webhook"
                    }
                let gone = way.goneAt.map { language.text(.reachGone, ["time": language.moment($0, in: zone)]) }
                return Way(
                    number: "\(way.id)", name: way.name, note: [kind, gone].compactMap(\.self).joined(separator: ", "))
            }, hasWays: !ways.isEmpty, hasMail: couriers.settings.mail != nil, key: couriers.push.keys.publicKey,
            from: quiet?.from.description ?? "", until: quiet?.until.description ?? "")
        var frame = pages.frame(.me, title: language[.reachTitle], problem: nil, style: "text")
        frame.form = door.formToken(for: visit)
        return pages.render("reach", model, frame: frame)
    }

    // MARK: The API

    private static let way = APIParameter.path("way", .serial, "the way's number", example: 1)

    /// What goes out by each channel, in the text format of Prometheus (version 0.0.4): counts and an age, and nothing of anybody.
    private var metrics: APIOperation {
        APIOperation(
            method: .get, path: "/metrics", id: "readMetrics", group: "Messages",
            summary: "Tell how much goes out by each channel, for a monitor", asks: Asked(always: [ReadSystem.self]),
            answer: APIAnswer(
                status: .ok, words: "Queued, sent and ways gone, and the age of the oldest in seconds, by channel.",
                type: "text/plain", schema: .words)
        ) { call in
            let counts = try await self.store.outboxCounts(for: try call.caller)
            var lines: [String] = []
            func tell(_ name: String, _ kind: String, _ help: String, _ value: (OutboxCount) -> Int) {
                lines += ["# HELP watchbill_\(name) \(help)", "# TYPE watchbill_\(name) \(kind)"]
                lines += counts.map { "watchbill_\(name){channel=\"\($0.channel.rawValue)\"} \(value($0))" }
            }
            tell("outbox_queued", "gauge", "Messages that wait to be handed to a channel.", \.queued)
            tell("outbox_sent_total", "counter", "Messages that a channel has taken.", \.sent)
            tell("outbox_gone", "gauge", "Ways to people whose other side is gone.", \.failed)
            tell("outbox_oldest_seconds", "gauge", "For how long the oldest has waited.") { count in
                count.oldest.map { max(0, call.now.seconds - $0.seconds) } ?? 0
            }
            return .document(ByteBuffer(string: lines.joined(separator: "\n") + "\n"))
        }
    }

    /// Ways and quiet hours: a person's own, and no program's to change.
    var reachOperations: [APIOperation] {
        [
            metrics,
            APIOperation(
                method: .get, path: "/me/ways", id: "listWays", group: "Messages",
                summary: "Tell how you are told of messages besides on the pages, and when not",
                asks: Asked(always: [ReadMessages.self]), answer: .json(WaysAnswer.self, "All of it.")
            ) { call in
                let (ways, quiet) = try await self.store.ways(for: try call.caller)
                return .json(WaysAnswer(ways, quiet, key: self.couriers.push.keys.publicKey))
            },
            APIOperation(
                method: .put, path: "/me/ways/push", id: "addPush", group: "Messages",
                summary: "Be told in a browser: its push subscription", asks: Asked(always: [ChooseWays.self]),
                body: APIBody(
                    schema: .named(
                        "PushRequest",
                        .object([
                            .always("name", .name(upTo: 60), "what you call the browser"),
                            .always("endpoint", .text(1...2048, isShown: false), "the subscription's endpoint"),
                            .always("p256dh", .text(1...200, isShown: false), "its key, base64url"),
                            .always("auth", .text(1...100, isShown: false), "its secret, base64url"),
                        ])),
                    example: [
                        "name": "Firefox", "endpoint": "https://push.example/x", "p256dh": "BP…", "auth": "k8J…",
                    ]), answer: .nothing("You are told there from now on."), problems: [.conflict]
            ) { call in
                let caller = try call.caller
                try await self.store.checkOwn(ChooseWays.self, for: caller)
                let body = try await call.body()
                do {
                    let subscription = try PushSubscription(
                        endpoint: body.text("endpoint") ?? "", publicKey: body.text("p256dh") ?? "",
                        auth: body.text("auth") ?? "", reach: self.couriers.settings.reach)
                    try await self.store.add(
                        NewWay(
                            channel: .push, name: body.text("name") ?? "", address: body.text("endpoint") ?? "",
                            publicKey: subscription.publicKey, secret: subscription.auth), for: caller, at: call.now)
                } catch let error as ChannelError {
                    throw ServerProblem.refused(error.code.rawValue, error.message)
                }
                return .nothing
            },
            APIOperation(
                method: .delete, path: "/me/ways/{way}", id: "removeWay", group: "Messages",
                summary: "Be told by a way no more", asks: Asked(always: [ChooseWays.self]), parameters: [Self.way],
                answer: .nothing("Nothing goes there any more.")
            ) { call in
                try await self.store.remove(call.serial(Self.way), for: try call.caller)
                return .nothing
            },
            APIOperation(
                method: .put, path: "/me/quiet", id: "setQuiet", group: "Messages",
                summary: "Say when nothing is to leave for you unless it is urgent",
                asks: Asked(always: [ChooseWays.self]),
                body: APIBody(
                    schema: .named(
                        "QuietRequest",
                        .object([
                            .maybe(
                                "from", .text(JSONSchema.TextShape(format: .clock)), "when it begins, on your clock"),
                            .maybe(
                                "until", .text(JSONSchema.TextShape(format: .clock)),
                                "when it ends; without both: never"),
                        ])), example: ["from": "22:00", "until": "06:30"]),
                answer: .nothing("It is so.")
            ) { call in
                let caller = try call.caller
                try await self.store.checkOwn(ChooseWays.self, for: caller)
                let body = try await call.body()
                let (from, until) = (
                    body.text("from").flatMap { LocalTime($0) }, body.text("until").flatMap { LocalTime($0) }
                )
                try await self.store.set(quiet: Self.quiet(from, until), for: caller)
                return .nothing
            },
        ]
    }
}

/// How somebody is told. No address by which anybody else could tell them something is in it.
struct WaysAnswer: APIValue {
    struct Way: Encodable, Sendable {
        let way: Int64
        let channel: String
        let name: String
        let goneAt: String?

        static let schema = JSONSchema.named(
            "Way",
            .object([
                .always("way", .serial, "its number"),
                .always("channel", .choice(of: ["push", "mail", "webhook"]), "what it is"),
                .always("name", .words, "what you call it"),
                .maybe("goneAt", .instant, "when the other side said that there is no such address any more"),
            ]))
    }

    let ways: [Way]
    let quietFrom: String?
    let quietUntil: String?
    let pushKey: String

    init(_ ways: [StoredWay], _ quiet: StoredQuiet?, key: String) {
        self.ways = ways.map {
            Way(way: $0.id.value, channel: $0.channel.rawValue, name: $0.name, goneAt: $0.goneAt?.rfc3339)
        }
        quietFrom = quiet?.from.description
        quietUntil = quiet?.until.description
        pushKey = key
    }

    static let schema = JSONSchema.named(
        "Ways",
        .object([
            .always("ways", .list(of: Way.schema, most: nil), "by which you are told"),
            .maybe("quietFrom", .words, "when your quiet hours begin"), .maybe("quietUntil", .words, "when they end"),
            .always("pushKey", .words, "the key by which browsers know this server's notifications, base64url"),
        ]))

    static let example: JSONContent = [
        "ways": [["way": 1, "channel": "push", "name": "Firefox"]], "quietFrom": "22:00", "quietUntil": "06:30",
        "pushKey": "BP4z…",
    ]
}
