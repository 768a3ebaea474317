import CrewChannels
import RotaModel

extension Sample {
    static func mailbox(_ address: String, name: String? = nil) throws -> Mailbox {
        try Mailbox(MailAddress(address), name: name)
    }

    static func message(
        to receiver: String = "ines@ward.example", subject: String = "A shift is open",
        text: String = "Night, Monday.\n"
    ) throws -> MailMessage {
        let from = try mailbox("watchbill@crew.example", name: "Watchbill")
        return try MailMessage(
            from: from, to: mailbox(receiver), subject: subject, date: now,
            id: MessageID(DeliveryID("delivery-1"), of: from.address), text: text)
    }
}
