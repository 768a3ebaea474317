import CrewChannels
import CrewRecords
import Foundation
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Reports of mail that was not delivered")
struct BounceReportTests {
    /// As a server writes one, with these parts.
    private static func report(
        status: String, returned: String = "text/rfc822-headers", type: String = "delivery-status",
        id: String = "Message-ID: <delivery-1@crew.example>", encoding: String = "7bit"
    ) -> String {
        """
        Return-Path: <>
        From: MAILER-DAEMON@receiver.example (Mail Delivery System)
        To: bounces+delivery-1@crew.example
        Subject: Undelivered
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=\(type);
        \tboundary="here/it.is"

        Nobody reads this.

        --here/it.is
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        It could not be delivered. <ines@ward.example>: there is nobody.

        --here/it.is
        Content-Type: message/delivery-status
        Content-Transfer-Encoding: \(encoding)

        \(status)

        --here/it.is
        Content-Type: \(returned)

        From: Watchbill <watchbill@crew.example>
        Subject: A shift is open
        \(id)
        To: ines@ward.example

        --here/it.is--
        """
    }

    private static let oneReceiver = """
        Reporting-MTA: dns; receiver.example
        Arrival-Date: Mon, 26 Oct 2026 07:33:20 +0000

        Final-Recipient: rfc822; ines@ward.example
        Original-Recipient: rfc822;nes@ward.example
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 there is nobody
            of that name
        """

    private static let severalReceivers = """
        Reporting-MTA: dns; receiver.example

        final-recipient : RFC822;<Ola@ward.example>
        action:Delayed (for now)
        status: 4.4.1 (no answer)

        Final-Recipient: x400; /G=Pia/C=SE
        Action: failed
        Status: whatever

        Final-Recipient: rfc822; pia@ward.example
        Action: invented
        Status: 5.0.0

        Final-Recipient: rfc822; kim@ward.example
        Action: delivered
        Status: 2.1.5
        """

    private static func read(_ text: String) -> (report: BounceReport?, diagnostics: [Diagnostic]) {
        BounceReport.read(Array(text.utf8), file: "bounce")
    }

    @Test("tell which message, to whom, and why, whatever ends their lines and however much came back of the message")
    func oneReceiver() throws {
        for returned in ["text/rfc822-headers", "message/rfc822", "message/rfc822-headers; charset=utf-8"] {
            for ending in ["\n", "\r\n"] {
                let text = Self.report(status: Self.oneReceiver, returned: returned).replacing("\n", with: ending)
                let (found, diagnostics) = Self.read(text)
                let report = try #require(found)
                #expect(diagnostics.isEmpty)
                #expect(report.messageID?.text == "<delivery-1@crew.example>")
                #expect(report.messageID?.left == "delivery-1")
                try #require(report.receivers.count == 1)
                let receiver = report.receivers[0]
                #expect(receiver.address?.text == "ines@ward.example")
                #expect(receiver.original?.text == "nes@ward.example")
                #expect(receiver.action == .failed && receiver.isLost)
                #expect(receiver.status == MailStatus("5.1.1"))
                #expect(receiver.status?.isOfTheAddress == true)
            }
        }
    }

    @Test("tell of several receivers, as far as they can be read, and what could not be")
    func severalReceivers() throws {
        let (found, diagnostics) = Self.read(Self.report(status: Self.severalReceivers))
        let report = try #require(found)
        #expect(report.receivers.map(\.address?.text) == ["Ola@ward.example", nil, "kim@ward.example"])
        #expect(report.receivers.map(\.action) == [.delayed, .failed, .delivered])
        #expect(report.receivers.map(\.status?.description) == ["4.4.1", nil, "2.1.5"])
        #expect(report.receivers.map(\.isLost) == [false, true, false])
        #expect(diagnostics.count == 2 && diagnostics.allSatisfy { $0.severity == .warning })
    }

    @Test("are read in base64, in quoted-printable, and in what they were wrapped in on the way")
    func encodings() throws {
        let base64 = Data(Self.oneReceiver.utf8).base64EncodedString(options: .lineLength76Characters)
        let quoted = Self.oneReceiver.replacing("=", with: "=3D").replacing("failed", with: "fai=\nled=20")
        let plain = try #require(Self.read(Self.report(status: Self.oneReceiver)).report)
        #expect(Self.read(Self.report(status: base64, encoding: "BASE64")).report == plain)
        #expect(Self.read(Self.report(status: quoted, encoding: "quoted-printable")).report == plain)
        #expect(Self.read(Self.nested(Self.report(status: Self.oneReceiver), levels: 3)).report == plain)
        // Cut off before its last delimiter.
        #expect(
            Self.read(Self.report(status: Self.oneReceiver).replacing("\n--here/it.is--", with: "")).report == plain)
    }

    private static func nested(_ report: String, levels: Int) -> String {
        (0..<levels).reduce(report) { inner, level in
            "Content-Type: multipart/mixed; boundary=level\(level)\n\n--level\(level)\n\(inner)\n--level\(level)--\n"
        }
    }

    @Test("without a message's id, or with one that is none of ours to write, are read all the same")
    func unnamed() throws {
        for id in ["X: y", "Message-ID: none", "Message-ID: <a b@c>", "Message-ID:"] {
            let (found, diagnostics) = Self.read(Self.report(status: Self.oneReceiver, id: id))
            let report = try #require(found)
            #expect(report.messageID == nil)
            #expect(diagnostics.map(\.severity) == [.warning])
        }
    }

    @Test("are told from mail that is none, with a reason")
    func none() {
        let cases = [
            ("", "text/plain"), ("Subject: Hello\n\nHow are you?", "text/plain"),
            ("Content-Type: multipart/mixed; boundary=a\n\n--a\n\nHello\n--a--\n", "multipart/mixed"),
            (Self.report(status: Self.oneReceiver, type: "disposition-notification"), "disposition-notification"),
            (Self.report(status: "Reporting-MTA: dns; x"), "Final-Recipient"),
            (Self.report(status: "Final-Recipient: rfc822; ines@ward.example"), "Final-Recipient"),
            (Self.report(status: Self.oneReceiver).replacing("message/delivery-status", with: "text/plain"), "no part"),
            (Self.report(status: Self.oneReceiver).replacing("boundary=", with: "x="), "no part"),
            (Self.nested(Self.report(status: Self.oneReceiver), levels: 4), "deeper than 4"),
            (Self.report(status: Self.oneReceiver) + String(repeating: "x", count: 1_048_576), "1048576"),
        ]
        for (text, reason) in cases {
            let (report, diagnostics) = Self.read(text)
            #expect(report == nil)
            #expect(diagnostics.contains { $0.severity == .error && $0.message.contains(reason) }, "\(diagnostics)")
            #expect(diagnostics.allSatisfy { !$0.message.contains("ines") })
        }
    }

    @Test(
        "have codes of three numbers",
        arguments: ["", "5", "5.1", "5.1.1.1", "6.1.1", "5.1.", "5.1.1000", "५.1.1", "5.-1.1"])
    func statuses(text: String) {
        #expect(MailStatus(text) == nil)
    }

    @Test(
        "that are as large as they may be are read in moments, however they are spoiled on purpose",
        arguments: [
            "\n", "a:\n", " \n", ":", "--here\n", "--here--\n", "Final-Recipient: rfc822; a@b\nAction: failed\n\n",
            "Content-Type: multipart/mixed; boundary=here\n\n--here\n", ";=\"", "=\n", "\u{0}",
        ])
    func large(piece: String) {
        let count = 1_000_000 / piece.utf8.count
        let head = "Content-Type: multipart/report; boundary=here; report-type=delivery-status\n\n--here\n"
        let clock = ContinuousClock()
        for front in ["", "Content-Type: ", head, head + "Content-Type: message/delivery-status\n\n"] {
            let bytes = Array((front + String(repeating: piece, count: count)).utf8)
            let took = clock.measure { _ = BounceReport.read(Array(bytes.prefix(BounceReport.longest))) }
            #expect(took < .seconds(20))
        }
    }

    /// What comes from anybody must neither stop the program nor be taken for more than it says.
    @Test("that are spoiled at random are read or refused, and never more", arguments: [UInt64(20_261_131)])
    func spoiled(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let samples = [
            Self.report(status: Self.oneReceiver),
            Self.report(status: Self.severalReceivers, returned: "message/rfc822"),
            Self.nested(Self.report(status: Self.oneReceiver), levels: 2).replacing("\n", with: "\r\n"),
            Self.report(
                status: Data(Self.oneReceiver.utf8).base64EncodedString(options: .lineLength76Characters),
                encoding: "base64"),
            Self.report(
                status: Self.oneReceiver.replacing("failed", with: "fai=\nled=20"), encoding: "quoted-printable"),
        ].map { Array($0.utf8) }
        var readCount = 0
        for round in 0..<4000 {
            var bytes = random.pick(samples)
            for _ in 0...random.below(6) { spoil(&bytes, samples, using: &random) }
            let (report, diagnostics) = BounceReport.read(bytes)
            let place = Comment(rawValue: "seed \(seed), round \(round)")
            if let report {
                readCount += 1
                #expect((1...BounceReport.mostReceivers).contains(report.receivers.count), place)
                #expect(diagnostics.allSatisfy { $0.severity == .warning }, place)
                #expect(report.messageID.map { MessageID($0.text) == $0 } ?? true, place)
            } else {
                #expect(diagnostics.contains { $0.severity == .error }, place)
            }
        }
        // Neither all nor none: what is spoiled is near enough to what is whole.
        #expect((400...3900).contains(readCount), "seed \(seed): \(readCount)")
    }

    private func spoil(_ bytes: inout [UInt8], _ samples: [[UInt8]], using random: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let place = random.below(bytes.count)
        let end = min(bytes.count, place + 1 + random.below(60))
        switch random.below(8) {
        case 0: bytes[place] = UInt8(random.below(256))
        case 1: bytes[place] = random.pick(Array("\r\n\0:;=\"\\-<>@ .".utf8))
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: bytes[place..<end], at: random.below(bytes.count))
        case 4: bytes.removeSubrange((bytes.count - random.below(bytes.count))...)
        case 5:
            let other = random.pick(samples)
            let start = random.below(other.count)
            bytes.replaceSubrange(place..<end, with: other[start..<min(other.count, start + 200)])
        case 6: bytes.insert(contentsOf: Array("\r\n\r\n".utf8).suffix(random.below(5)), at: place)
        default: bytes.insert(contentsOf: random.randomBytes(random.below(20)), at: place)
        }
    }
}
