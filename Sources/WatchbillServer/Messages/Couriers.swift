package import CrewChannels
internal import CrewMessages
import CrewRecords
internal import Foundation
internal import RotaFormats
import RotaModel
import WatchbillStore

/// How messages leave the building.
package struct ChannelSettings: Sendable {
    /// Nil: nothing goes by e-mail.
    package var mail: MailServer?
    /// Whom push services may ask about us.
    package var contact: String
    /// Where browsers reach the pages, for links in mail; nil: mail has none.
    package var address: String?
    /// How far webhooks and push services may be asked over plain http.
    package var reach: OutboundAddress.Reach

    package init(
        mail: MailServer? = nil, contact: String = "mailto:watchbill@localhost.localdomain", address: String? = nil,
        reach: OutboundAddress.Reach = .httpsAlone
    ) {
        self.mail = mail
        self.contact = contact
        self.address = address
        self.reach = reach
    }
}

/// Hands to a channel what goes out, in words that tell no more than may leave the building.
struct Couriers: Sendable {
    let settings: ChannelSettings
    let push: WebPush
    private let (pushes, webhooks): (OutboundSender, OutboundSender)
    private let mail: MailSender?
    private let now: @Sendable () -> Instant

    /// - Parameter pushKey: 32 bytes, always the same: browsers tie their subscriptions to it.
    /// - Throws: `ChannelError`.
    init(_ settings: ChannelSettings, pushKey: Secret, now: @escaping @Sendable () -> Instant) throws(ChannelError) {
        self.settings = settings
        self.now = now
        push = WebPush(keys: try PushKeys(pushKey), contact: try PushContact(settings.contact))
        pushes = OutboundSender(atOnce: Self.places(of: .push), now: now)
        webhooks = OutboundSender(atOnce: Self.places(of: .webhook), now: now)
        mail = settings.mail.map {
            MailSender($0, atOnce: Self.places(of: .mail), mostWaiting: Self.places(of: .mail))
        }
    }

    /// How much a channel is handed at a time. A mail server gets one connection for each.
    static func places(of channel: Channel) -> Int { channel == .mail ? 8 : 32 }

    /// What a notification says.
    struct Told: Hashable, Sendable {
        let title: String
        let text: String
        /// On our pages, from the slash on.
        let link: String
    }

    /// - Parameter outgoing: what its sender wants kept in confidence says only that it is there.
    static func told(_ outgoing: Outgoing, _ language: Language) -> Told {
        let stored = outgoing.stored
        let link = "/messages/\(stored.message.id)"
        if !outgoing.others.isEmpty {
            let count = "\(outgoing.others.count + 1)"
            return Told(title: language.text(.toldMessages, ["count": count]), text: "", link: "/messages")
        }
        let name = stored.senderName ?? "Watchbill"
        var title = language.text(outgoing.isReminder ? .toldReminder : .toldMessage, ["name": name])
        if stored.senderName == nil { title = name }
        if stored.message.isUrgent { title = language.text(.toldUrgent, ["title": title]) }
        let text = stored.message.isConfidential ? language[.toldConfidential] : stored.message.text
        return Told(title: title, text: text, link: link)
    }

    /// Hands it over.
    func deliver(_ outgoing: Outgoing, _ language: Language) async -> DeliveryOutcome {
        let told = Self.told(outgoing, language)
        do throws(ChannelError) {
            switch outgoing.way.channel {
            case .push: return outcome(await pushes.send(try pushed(outgoing, told)), outgoing)
            case .webhook: return outcome(await webhooks.send(try hooked(outgoing, told)), outgoing)
            case .mail: return try await mailed(outgoing, told, language)
            case .page: return .failed(.unconfigured)
            }
        } catch {
            // It can be sent never, however often it is tried.
            return .failed(.refused)
        }
    }

    private func outcome(_ outcome: OutboundOutcome, _ outgoing: Outgoing) -> DeliveryOutcome {
        switch outcome {
        case .taken: .taken
        case .gone: .failed(.gone)
        case .refused: .failed(.refused)
        case .later(let pause): again(outgoing, after: pause)
        }
    }

    private func again(_ outgoing: Outgoing, after pause: Duration? = nil) -> DeliveryOutcome {
        var random = SystemRandomNumberGenerator()
        let task = DeliveryTask(
            channel: outgoing.way.channel, attempts: outgoing.attempts, queuedAt: outgoing.stored.message.sentAt)
        return .later(
            Delivery.retry(
                task, isUrgent: outgoing.stored.message.isUrgent, asked: pause, at: now(), using: &random))
    }

    /// By which a channel knows again what comes twice.
    private func identity(_ outgoing: Outgoing) throws(ChannelError) -> CrewChannels.DeliveryID {
        try CrewChannels.DeliveryID(
            "m\(outgoing.stored.message.id)-w\(outgoing.way.id)\(outgoing.isReminder ? "-r" : "")")
    }

    // MARK: Channels

    private func pushed(_ outgoing: Outgoing, _ told: Told) throws(ChannelError) -> OutboundRequest {
        let subscription = try PushSubscription(
            endpoint: outgoing.way.address, publicKey: outgoing.way.publicKey ?? [],
            auth: outgoing.way.secret ?? Secret([]), reach: settings.reach)
        let payload: JSONContent = [
            "title": .text(told.title), "text": .text(String(told.text.prefix(600))), "link": .text(told.link),
            "message": .whole(Int(outgoing.stored.message.id.value)),
            "urgent": .truth(outgoing.stored.message.isUrgent),
        ]
        var random = SystemRandomNumberGenerator()
        let identity = try identity(outgoing)
        return try push.request(
            JSONBytes.array(of: payload), to: subscription, lifetime: Delivery.longest,
            isUrgent: outgoing.stored.message.isUrgent, topic: push.keys.topic(of: identity.text), at: now(),
            using: &random)
    }

    private func hooked(_ outgoing: Outgoing, _ told: Told) throws(ChannelError) -> OutboundRequest {
        let hook = try Webhook(
            address: outgoing.way.address, secret: outgoing.way.secret ?? Secret([]), reach: settings.reach)
        let body: JSONContent = [
            "message": .whole(Int(outgoing.stored.message.id.value)), "title": .text(told.title),
            "text": .text(told.text), "link": .text((settings.address ?? "") + told.link),
            "sentAt": .text(outgoing.stored.message.sentAt.rfc3339), "urgent": .truth(outgoing.stored.message.isUrgent),
        ]
        return try hook.request(
            json: JSONBytes.array(of: body), delivery: try identity(outgoing), at: now())
    }

    private func mailed(
        _ outgoing: Outgoing, _ told: Told, _ language: Language
    ) async throws(ChannelError) -> DeliveryOutcome {
        guard let mail, let server = settings.mail else { return .failed(.unconfigured) }
        let from = server.sender
        func id(_ identity: MailIdentity) throws(ChannelError) -> CrewChannels.MessageID {
            CrewChannels.MessageID(try CrewChannels.DeliveryID(identity.text(push.keys)), of: from.address)
        }
        var text = told.text.isEmpty ? told.title : told.text
        var link: OutboundAddress?
        if let address = settings.address {
            text += "\n\n" + language.text(.toldLook, ["address": address + told.link])
            link = try? OutboundAddress(address + told.link, reach: .plainToo)
        }
        // What was said before in the same conversation went under the conversation's own identity.
        var root: CrewChannels.MessageID?
        if let first = outgoing.stored.root {
            root = try id(MailIdentity(of: first, by: outgoing.way.id))
        }
        let excerpt =
            outgoing.stored.message.isConfidential || told.text.isEmpty
            ? "" : String(told.text.prefix { !$0.isNewline }.prefix(80))
        let subject =
            excerpt.isEmpty
            ? told.title : language.text(.reachTitleOfMail, ["name": told.title, "text": excerpt])
        let message = MailMessage(
            from: from, to: Mailbox(try MailAddress(outgoing.way.address)), subject: subject,
            date: outgoing.stored.message.sentAt,
            id: try id(
                MailIdentity(of: outgoing.stored.message.id, by: outgoing.way.id, isReminder: outgoing.isReminder)),
            inReplyTo: root, references: root.map { [$0] } ?? [],
            link: link, text: text)
        switch try await mail.send(message, from: from.address) {
        case .taken: return .taken
        case .refused(let refusal):
            return .failed(refusal.status?.isOfTheAddress ?? (refusal.code == 550) ? .gone : .refused)
        case .later: return again(outgoing)
        }
    }
}
