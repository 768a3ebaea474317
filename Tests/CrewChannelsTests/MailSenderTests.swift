import CrewChannels
import CrewRecords
import Foundation
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Mail, handed to real servers")
struct MailSenderTests {
    private struct Received: Decodable {
        struct Part: Decodable {
            var type: String
            var text: String
        }

        struct Names: Decodable, Equatable {
            var from: String
            var to: String
        }

        var from: String
        var to: [String]
        var greeting: String
        var isEncrypted: Bool
        var user: String?
        var fields: [String: String]
        var fieldCount: Int
        var names: Names
        var date: Double
        var type: String
        var parts: [Part]
        var defects: [String]
        var longestLine: Int
        var raw: Data
    }

    private let receiver: Receiver
    private let ports: [String: Int]
    private let envelope: MailAddress

    init() async throws {
        receiver = try await Receiver("mail_receiver")
        ports = try JSONDecoder().decode([String: Int].self, from: Data(receiver.ports.utf8))
        envelope = try MailAddress("bounces+delivery-1=x@crew.example")
    }

    private func server(
        _ name: String, protection: MailServer.Protection, host: String = "localhost", user: String? = nil,
        password: String? = nil, isTrusted: Bool = true, patience: Duration = .seconds(60)
    ) throws -> MailServer {
        try MailServer(
            address: "\(protection == .tls ? "smtps" : "smtp")://\(host):\(#require(ports[name]))",
            protection: protection, user: user, password: password.map { Secret(text: $0) },
            sender: Sample.mailbox("watchbill@crew.example", name: "Watchbill"),
            authorities: isTrusted ? receiver.folder.appending(path: "certificate.pem").path : nil, patience: patience)
    }

    private func send(
        _ message: MailMessage? = nil, by server: MailServer, from envelope: MailAddress? = nil
    ) async throws -> MailOutcome {
        try await MailSender(server).send(message ?? Sample.message(), from: envelope ?? self.envelope)
    }

    private func received() throws -> [Received] { try receiver.received(Received.self) }

    @Test("arrives once, with all that was written, as another mail program reads it")
    func arrives() async throws {
        let text = """
            Grüße an alle! 🚑 Wer übernimmt?
            .
            ..
            .leading
            From here on
            = equals =3D =
            trailing blank\u{20}
            trailing tab\t
            \(String(repeating: "long ", count: 400))
            \(String(repeating: "ü", count: 2000))
            <script>alert("x & y")</script> 'quoted'

            Open it: https://crew.example/rota/7?a=1&b=2.
            Not ours: https://elsewhere.example/

            .
            """
        let first = try MessageID(DeliveryID("delivery-0"), of: MailAddress("watchbill@crew.example"))
        let second = try MessageID(DeliveryID("delivery-00"), of: MailAddress("watchbill@crew.example"))
        let subject = "Offene Nacht am Öresund — bitte prüfen: 🧑‍⚕️👩🏽‍🚒 " + String(repeating: "äö ", count: 40) + "Ende"
        var message = try Sample.message(subject: subject, text: text)
        message.from = try Sample.mailbox("watchbill@crew.example", name: "Watchbill (Krankenhaus Süd)")
        message.to = try Sample.mailbox("ines@ward.example", name: "Inês \"Nês\" Núñez, RN")
        message.inReplyTo = second
        message.references = [first, second]
        message.unsubscribe = try OutboundAddress("https://crew.example/notices?stop=1", reach: .httpsAlone)
        message.link = try OutboundAddress("https://crew.example", reach: .httpsAlone)
        #expect(try await send(message, by: server("plain", protection: .none)) == .taken)

        let all = try received()
        try #require(all.count == 1)
        let found = all[0]
        #expect(found.from == "bounces+delivery-1=x@crew.example")
        #expect(found.to == ["ines@ward.example"])
        #expect(found.greeting == "crew.example")
        #expect(!found.isEncrypted)
        #expect(found.defects.isEmpty, "\(found.defects)")
        #expect(found.fields["subject"] == subject)
        #expect(found.names == .init(from: "Watchbill (Krankenhaus Süd)", to: "Inês \"Nês\" Núñez, RN"))
        #expect(found.fields["message-id"] == "<delivery-1@crew.example>")
        #expect(found.fields["in-reply-to"] == "<delivery-00@crew.example>")
        #expect(found.fields["references"] == "<delivery-0@crew.example> <delivery-00@crew.example>")
        #expect(found.fields["auto-submitted"] == "auto-generated")
        #expect(found.fields["list-unsubscribe"] == "<https://crew.example/notices?stop=1>")
        #expect(found.fields["mime-version"] == "1.0")
        #expect(found.date == Double(Sample.now.seconds))
        #expect(found.type == "multipart/alternative")
        #expect(found.parts.map(\.type) == ["text/plain", "text/html"])
        #expect(found.parts[0].text == text)
        #expect(found.parts[1].text == message.html)
        #expect(found.longestLine <= 78)
        // Byte for byte, with the dots of lines that begin with one taken off again.
        #expect(Array(found.raw) == (try message.composed()))
    }

    @Test("arrives as it was written, whatever that was", arguments: [UInt64(20_261_130)])
    func random(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "a", " ", "  ", "\n", "\r\n", "\n\n", ".", "\n.", "\n.\n", "=", "\t", "ü", "🧑‍⚕️", "\u{FEFF}", "\u{0}",
            "\u{7F}",
            "--", "--=_", "?=", "=?UTF-8?B?", "<", "&amp;", "\u{2028}", "e\u{301}", "From ", "\\", "\"", "(", ",", ";",
        ]
        func text(_ most: Int) -> String { (0..<random.below(most)).map { _ in random.pick(pieces) }.joined() }
        func line(_ most: Int) -> String {
            let words = text(most).unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F && $0.value != 0x2028 }
            return String(String.UnicodeScalarView(words)) + "x"
        }
        let server = try server("plain", protection: .none)
        var messages: [MailMessage] = []
        for index in 0..<30 {
            var message = try Sample.message(subject: line(120), text: text(600))
            message.to = try Sample.mailbox("ines@ward.example", name: line(60))
            messages.append(message)
            #expect(try await send(message, by: server) == .taken, "seed \(seed), message \(index)")
        }
        let all = try received()
        try #require(all.count == messages.count)
        for (index, (found, message)) in zip(all, messages).enumerated() {
            let place = Comment(rawValue: "seed \(seed), message \(index)")
            #expect(found.fieldCount == 8, place)
            #expect(Array(found.raw) == (try message.composed()), place)
            #expect(found.longestLine <= 78, place)
            // White space at the end of a line may get lost on the way (RFC 2045, 6.7, rule 3).
            #expect(!found.raw.split(separator: 0x0D).contains { $0.last == 0x20 || $0.last == 0x09 }, place)
            // Python's decoder takes a BOM and white space at the ends of a header for its own; the rest is the same.
            #expect(
                found.fields["subject"]?.filter { $0 != "\u{FEFF}" } == message.subject.filter { $0 != "\u{FEFF}" },
                place)
            #expect(found.parts[0].text == message.text.reveal().replacing("\r\n", with: "\n"), place)
            #expect(found.parts[1].text == message.html, place)
        }
    }

    @Test("is encrypted before anything is said, by STARTTLS or from the start")
    func encrypted() async throws {
        #expect(try await send(by: server("starttls", protection: .startTLS)) == .taken)
        #expect(try await send(by: server("tls", protection: .tls)) == .taken)
        #expect(try received().map(\.isEncrypted) == [true, true])
    }

    @Test("goes nowhere where the certificate is another host's, or nobody's that is trusted")
    func certificates() async throws {
        for (name, protection) in [("starttls", MailServer.Protection.startTLS), ("tls", .tls)] {
            #expect(
                try await send(by: server(name, protection: protection, isTrusted: false))
                    == .later(.certificateUntrusted))
            #expect(
                try await send(by: server(name, protection: protection, host: "127.0.0.1"))
                    == .later(.certificateUntrusted))
        }
        let noFile = try MailServer(
            address: "smtps://localhost:\(#require(ports["tls"]))", sender: Sample.mailbox("watchbill@crew.example"),
            authorities: "/nowhere/certificate.pem")
        #expect(try await send(by: noFile) == .later(.authoritiesUnreadable))
        #expect(try received().isEmpty)
    }

    @Test("goes nowhere where encryption is wanted and the server has none")
    func unencrypted() async throws {
        #expect(try await send(by: server("plain", protection: .startTLS)) == .later(.encryptionMissing))
        #expect(try await send(by: server("plain", protection: .tls)) == .later(.encryptionFailed))
        #expect(try received().isEmpty)
    }

    @Test("goes by a server that wants a user and a password, with the right ones")
    func signIn() async throws {
        func outcome(_ user: String?, _ password: String?) async throws -> MailOutcome {
            try await send(by: server("locked", protection: .startTLS, user: user, password: password))
        }
        #expect(try await outcome("crew@example.org", "geheim ä:\"'") == .taken)
        #expect(try await outcome("crew@example.org", "geheim") == .later(.signInRefused))
        #expect(try await outcome(nil, nil) == .later(.signInRefused))
        #expect(try received().map(\.user) == ["crew@example.org"])
    }

    @Test(
        "that a server refuses for its receiver is not sent again; what it puts off is",
        arguments: [
            ("nobody", MailOutcome.refused(MailRefusal(code: 550, status: MailStatus("5.1.1")))),
            ("plain", .refused(MailRefusal(code: 550, status: nil))),
            ("elsewhere", .refused(MailRefusal(code: 554, status: MailStatus("5.7.1")))),
            ("strict", .refused(MailRefusal(code: 554, status: MailStatus("5.6.0")))),
            ("later", .later(.serverUnready)), ("full", .later(.serverUnready)), ("abrupt", .later(.noConnection)),
            ("vanishing", .later(.noConnection)),
        ])
    func outcomes(receiver: String, outcome: MailOutcome) async throws {
        let message = try Sample.message(to: "\(receiver)@ward.example")
        #expect(try await send(message, by: server("plain", protection: .none)) == outcome)
        #expect(try await send(message, by: server("tls", protection: .tls)) == outcome)
        #expect(try received().isEmpty)
    }

    @Test("is no worse for its receiver where the server refuses its sender, or everybody, or breaks off")
    func servers() async throws {
        let unwelcome = try MailAddress("unwelcome@crew.example")
        #expect(
            try await send(by: server("plain", protection: .none), from: unwelcome) == .later(.senderRefused))
        #expect(try await send(by: server("closed", protection: .none)) == .later(.serverUnready))
        #expect(try await send(by: server("abrupt", protection: .none)) == .later(.noConnection))
        let sender = try Sample.mailbox("watchbill@crew.example")
        // Port 1 is nobody's.
        let nobody = try MailServer(
            address: "smtp://localhost:1", protection: MailServer.Protection.none, sender: sender)
        #expect(try await send(by: nobody) == .later(.noConnection))
        let nowhere = try MailServer(address: "smtp://no.invalid", sender: sender)
        #expect(try await send(by: nowhere) == .later(.hostUnknown))
    }

    @Test("is given up where the server does not answer in time, at first or in the end")
    func late() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        #expect(try await send(by: server("silent", protection: .none, patience: .seconds(1))) == .later(.late))
        let slow = try Sample.message(to: "slow@ward.example")
        #expect(try await send(slow, by: server("plain", protection: .none, patience: .seconds(2))) == .later(.late))
        let took = clock.now - start
        #expect(took >= .seconds(3) && took < .seconds(60))
    }

    @Test("waits its turn, and goes back where too many wait")
    func turns() async throws {
        let sender = MailSender(
            try server("silent", protection: .none, patience: .seconds(2)), atOnce: 1, mostWaiting: 1)
        let (message, envelope) = (try Sample.message(), envelope)
        let outcomes = try await withThrowingTaskGroup(of: MailOutcome.self) { group in
            for _ in 0..<6 { group.addTask { try await sender.send(message, from: envelope) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == .later(.tooBusy) } >= 3)
        #expect(outcomes.allSatisfy { [.later(.tooBusy), .later(.late)].contains($0) })
    }
}
