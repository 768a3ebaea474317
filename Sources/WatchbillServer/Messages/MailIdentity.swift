internal import CrewChannels
internal import CrewMessages
internal import CrewRecords
internal import RotaModel
internal import WatchbillStore

/// What a mail of ours is known by, as the left half of its `Message-ID`: the message's number as its recipient knows it,
/// the way, and a code that only this server can make. A mail server's report is believed for that code: nobody but who
/// had the mail in hand can name it.
struct MailIdentity: Hashable {
    let message: CrewMessages.MessageID
    let way: WayID
    let isReminder: Bool

    init(of message: CrewMessages.MessageID, by way: WayID, isReminder: Bool = false) {
        self.message = message
        self.way = way
        self.isReminder = isReminder
    }

    private var name: String { "m\(message)-w\(way)\(isReminder ? "r" : "")" }

    /// At most 62 letters.
    func text(_ keys: PushKeys) -> String { "\(name)-\(Self.code(name, keys))" }

    private static func code(_ name: String, _ keys: PushKeys) -> String {
        String(keys.topic(of: "mail \(name)").text.prefix(20))
    }

    /// - Returns: nil unless it was made with these keys.
    init?(_ text: String, _ keys: PushKeys) {
        guard let match = text.wholeMatch(of: /(m(\d{1,18})-w(\d{1,18})(r?))-([A-Za-z0-9_-]{20})/),
            let message = Int64(match.2), let way = Int64(match.3)
        else { return nil }
        let made = Confidential(Self.code(String(match.1), keys))
        guard made == Confidential(String(match.5)) else { return nil }
        self.init(of: CrewMessages.MessageID(message), by: WayID(way), isReminder: !match.4.isEmpty)
    }
}
