package import CrewRecords
internal import Crypto
internal import Foundation
package import RotaModel

/// One message to one receiver, as text and as HTML made from it (RFC 5322, RFC 2045, RFC 2046, 5.1.4).
package struct MailMessage: Hashable, Sendable {
    /// In bytes of UTF-8.
    package static let longestText = 262_144
    /// How many earlier messages `References` names at most: the first and the last ones, as RFC 5537, 3.4.4, advises.
    package static let mostReferences = 20

    package var from: Mailbox
    package var to: Mailbox
    package var subject: String
    /// When it was first sent: the same in repeats.
    package var date: Instant
    /// The same in repeats.
    package var id: MessageID
    /// The message that this one follows on, and all before it, the first one first.
    package var inReplyTo: MessageID?
    package var references: [MessageID]
    /// Where its receiver can say that they want no more (RFC 2369).
    package var unsubscribe: OutboundAddress?
    /// What of the text becomes links in the HTML.
    package var link: OutboundAddress?
    package var text: Confidential<String>

    package init(
        from: Mailbox, to: Mailbox, subject: String, date: Instant, id: MessageID, inReplyTo: MessageID? = nil,
        references: [MessageID] = [], unsubscribe: OutboundAddress? = nil, link: OutboundAddress? = nil, text: String
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.date = date
        self.id = id
        self.inReplyTo = inReplyTo
        self.references = references
        self.unsubscribe = unsubscribe
        self.link = link
        self.text = Confidential(text)
    }

    /// The HTML that goes with the text.
    package var html: String { MailHTML.page(text.reveal(), linking: link) }

    /// The message as it goes to a server, the same each time: ASCII in lines of at most 78 bytes, but for long
    /// addresses, that end in CRLF.
    ///
    /// - Throws: `ChannelError`: `mailHeaderUnusable` for a subject or a name that is empty, too long or has control
    ///   characters; `mailTooLong`.
    package func composed() throws(ChannelError) -> [UInt8] {
        let text = text.reveal()
        guard text.utf8.count <= Self.longestText else {
            throw ChannelError(
                .mailTooLong,
                "The text of the message has \(text.utf8.count) bytes; at most \(Self.longestText) are sent. "
                    + "Shorten it, and say where to read the rest.")
        }
        // `=_` is found nowhere in quoted-printable text (RFC 2045, 6.7), so the boundary is not, either.
        let boundary = "=_" + Array(SHA256.hash(data: Data(id.text.utf8)).prefix(16)).hexadecimal
        var header = MailHeader()
        header.add("Date", [MailDate.text(date)])
        try header.add("From", from)
        try header.add("To", to)
        try header.add("Subject", text: subject)
        header.add("Message-ID", [id.text])
        if let inReplyTo { header.add("In-Reply-To", [inReplyTo.text]) }
        let references = references.isEmpty ? inReplyTo.map { [$0] } ?? [] : references
        if !references.isEmpty {
            let kept =
                references.count > Self.mostReferences
                ? [references[0]] + references.suffix(Self.mostReferences - 1) : references
            header.add("References", kept.map(\.text))
        }
        // RFC 3834, 5: so that no absence notice answers it.
        header.add("Auto-Submitted", ["auto-generated"])
        if let address = unsubscribe?.revealedText() {
            // A line has at most 998 bytes (RFC 5322, 2.1.1), and an address cannot be folded.
            guard address.utf8.count <= 900 else {
                throw ChannelError(
                    .mailHeaderUnusable,
                    "The address to unsubscribe at has \(address.utf8.count) bytes; at most 900 are taken. Give a "
                        + "shorter one.")
            }
            header.add("List-Unsubscribe", ["<\(address)>"])
        }
        header.add("MIME-Version", ["1.0"])
        header.add("Content-Type", ["multipart/alternative;", "boundary=\"\(boundary)\""])

        var message = Array(header.text.utf8)
        // The last one is what is preferred (RFC 2046, 5.1.4).
        for (type, content) in [("text/plain", text), ("text/html", html)] {
            message += "\r\n--\(boundary)\r\n".utf8
            message += "Content-Type: \(type); charset=utf-8\r\n".utf8
            message += "Content-Transfer-Encoding: quoted-printable\r\n\r\n".utf8
            message += QuotedPrintable.encode(content)
        }
        message += "\r\n--\(boundary)--\r\n".utf8
        return message
    }
}

/// Dates in a message's header (RFC 5322, 3.3): `Mon, 05 Jan 2026 07:00:00 +0000`.
enum MailDate {
    static func text(_ instant: Instant) -> String {
        let (date, seconds) = Zone.utc.wallTime(at: instant)
        let (year, month, day) = date.components
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map(two).joined(separator: ":")
        return "\(date.weekday.shortName), \(two(day)) \(HTTPDate.months[month - 1]) \(year) \(time) +0000"
    }
}
