package import RotaModel

/// What a mail server tells of a message that it had taken: that it could not be delivered, or not yet, or was
/// (a delivery status notification, RFC 3464).
///
/// Anybody can send one. It is to be believed only if it came to the address that the message was sent from, and names
/// a message that was sent to that receiver.
package struct BounceReport: Hashable, Sendable {
    /// In bytes.
    package static let longest = 1_048_576
    /// How deep parts may lie in parts.
    package static let deepest = 4
    package static let mostReceivers = 100

    /// What the server did (RFC 3464, 2.3.3).
    package enum Action: String, Sendable, CaseIterable {
        case failed, delayed, delivered, relayed, expanded
    }

    /// What is told of one receiver.
    package struct Receiver: Hashable, Sendable {
        /// Where it was going at last; nil where that is none that we would write to.
        package let address: MailAddress?
        /// Whom it was sent to, where the server tells.
        package let original: MailAddress?
        package let action: Action
        /// Nil where there is none that can be read.
        package let status: MailStatus?

        /// Whether it is for good that nothing gets there.
        package var isLost: Bool { action == .failed && status.map { $0.kind == 5 } ?? true }
    }

    /// Of the message that it is about; nil where the report does not have it, or it is none that we would write.
    package let messageID: MessageID?
    /// At least one.
    package let receivers: [Receiver]

    /// - Returns: the report, or nil if there is none, and what is wrong; of the values nothing is repeated but types.
    package static func read(
        _ bytes: [UInt8], file: String? = nil
    ) -> (report: BounceReport?, diagnostics: [Diagnostic]) {
        var reader = Reader(file: file)
        let report = reader.read(bytes)
        return (report, reader.collector.diagnostics)
    }

    private struct Reader {
        var collector: DiagnosticCollector

        init(file: String?) {
            collector = DiagnosticCollector(file: file)
        }

        mutating func read(_ bytes: [UInt8]) -> BounceReport? {
            guard bytes.count <= longest else {
                return fault(
                    "The message has \(bytes.count) bytes; at most \(longest) are read. Look at it by hand.")
            }
            guard let parts = reportParts(MIMEEntity(bytes[...])) else { return nil }
            let statuses = ["message/delivery-status", "message/global-delivery-status"]
            guard let status = parts.first(where: { statuses.contains($0.contentType.type) }) else {
                return fault("The report has no part message/delivery-status. Look at it by hand.")
            }
            let receivers = receivers(status)
            guard !receivers.isEmpty else {
                return fault(
                    "The report tells of no receiver what was done: a Final-Recipient and an Action are expected. "
                        + "Look at it by hand.")
            }
            return BounceReport(messageID: messageID(parts), receivers: receivers)
        }

        private mutating func fault(_ message: String) -> BounceReport? {
            collector.report(message, at: .whole)
            return nil
        }

        /// Those of the first report that is found, in the message itself or in what it was wrapped in on the way.
        private mutating func reportParts(_ message: MIMEEntity) -> [MIMEEntity]? {
            var waiting = [(entity: message, depth: 1)][...]
            var isTooDeep = false
            while let (entity, depth) = waiting.popFirst() {
                let type = entity.contentType
                guard type.type.hasPrefix("multipart/") else { continue }
                guard depth <= deepest else {
                    isTooDeep = true
                    continue
                }
                if type.type == "multipart/report" {
                    let kind = type.parameters["report-type"]?.lowercased() ?? "delivery-status"
                    if kind == "delivery-status" { return entity.parts }
                    collector.report(
                        "The report is of the type \(Self.shown(kind)), not delivery-status. Look at it by hand.",
                        at: .whole)
                    return nil
                }
                // So many in all, however they lie in each other.
                waiting += entity.parts.prefix(MIMEEntity.mostParts - min(waiting.count, MIMEEntity.mostParts))
                    .map { ($0, depth + 1) }
            }
            collector.report(
                isTooDeep
                    ? "Parts lie in parts deeper than \(deepest). Look at the message by hand."
                    : "The message is of the type \(Self.shown(message.contentType.type)) and has no multipart/report "
                        + "in it: it is no delivery status notification. Look at it by hand.",
                at: .whole)
            return nil
        }

        /// A group of fields for the message and one for each receiver, with empty lines between (RFC 3464, 2.1).
        private mutating func receivers(_ status: MIMEEntity) -> [Receiver] {
            var lines = MIMEEntity.Lines(status.decodedBody[...])
            var receivers: [Receiver] = []
            while !lines.remaining.isEmpty {
                let fields = MIMEEntity.fields(&lines)
                func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }
                guard let final = value("final-recipient") ?? value("original-recipient") else { continue }
                guard receivers.count < mostReceivers else {
                    collector.report(
                        "The report tells of more than \(mostReceivers) receivers; the others are left out.",
                        at: .whole, severity: .warning)
                    break
                }
                // A comment may follow, and servers write them in either case.
                let word = value("action")?.prefix { $0.isLetter }.lowercased()
                guard let action = word.flatMap({ Action(rawValue: $0) }) else {
                    collector.report(
                        "A receiver's Action is none of failed, delayed, delivered, relayed and expanded; the receiver "
                            + "is left out.", at: .whole, severity: .warning)
                    continue
                }
                let code = value("status").flatMap { MailStatus($0.prefix { $0 == "." || $0.isNumber }) }
                if code == nil {
                    collector.report(
                        "A receiver's Status is no code such as 5.1.1; it is taken as unknown.", at: .whole,
                        severity: .warning)
                }
                receivers.append(
                    Receiver(
                        address: address(final), original: value("original-recipient").flatMap(address),
                        action: action, status: code))
            }
            return receivers
        }

        /// Reads `rfc822; name@example.org`.
        private func address(_ value: String) -> MailAddress? {
            let parts = value.split(separator: ";", maxSplits: 1)
            guard parts.count == 2, ["rfc822", "utf-8"].contains(Self.trimmed(parts[0]).lowercased()) else {
                return nil
            }
            var text = Self.trimmed(parts[1])
            if text.hasPrefix("<"), text.hasSuffix(">") { text = String(text.dropFirst().dropLast()) }
            return try? MailAddress(text)
        }

        /// Of the message that came back, or of its header alone (RFC 6522, 3 and 4; RFC 6533).
        private mutating func messageID(_ parts: [MIMEEntity]) -> MessageID? {
            let types = [
                "message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global",
                "message/global-headers",
            ]
            let returned = parts.last { types.contains($0.contentType.type) }
            let value = returned.flatMap { MIMEEntity($0.decodedBody[...]).value("message-id") }
            let id = value.flatMap { MessageID(Self.trimmed($0[...])) }
            if id == nil {
                collector.report(
                    "The report does not name the message that it is about by a Message-ID that can be read.",
                    at: .whole, severity: .warning)
            }
            return id
        }

        private static func trimmed(_ text: Substring) -> String {
            String(text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
        }

        /// As much of a type as is no surprise in a log.
        private static func shown(_ type: String) -> String {
            let letters = type.unicodeScalars.filter {
                $0.isASCII && ($0.properties.isAlphabetic || "0123456789/-+.".unicodeScalars.contains($0))
            }
            return String(String.UnicodeScalarView(letters.prefix(64)))
        }
    }
}
