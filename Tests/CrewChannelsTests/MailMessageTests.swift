import CrewChannels
import CrewRecords
import Foundation
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Mail as it is written")
struct MailMessageTests {
    private func composed(_ message: MailMessage) throws -> String {
        String(decoding: try message.composed(), as: UTF8.self)
    }

    @Test("is the same each time it is sent")
    func same() throws {
        #expect(try Sample.message().composed() == Sample.message().composed())
    }

    @Test(
        "tells its date as RFC 5322 has it",
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 +0000"), (1_793_000_000, "Mon, 26 Oct 2026 07:33:20 +0000"),
            (1_772_323_199, "Sat, 28 Feb 2026 23:59:59 +0000"),
        ])
    func date(seconds: Int, text: String) throws {
        var message = try Sample.message()
        message.date = Instant(seconds: seconds)
        #expect(try composed(message).hasPrefix("Date: \(text)\r\n"))
    }

    @Test("keeps what is plain as it is")
    func plain() throws {
        let text = try composed(Sample.message())
        #expect(text.contains("\r\nFrom: Watchbill <watchbill@crew.example>\r\n"))
        #expect(text.contains("\r\nTo: ines@ward.example\r\n"))
        #expect(text.contains("\r\nSubject: A shift is open\r\n"))
        #expect(text.contains("\r\n\r\nNight, Monday.\r\n"))
        #expect(!text.contains("References") && !text.contains("List-Unsubscribe"))
    }

    @Test(
        "lets nobody write fields of their own",
        arguments: [
            "a\r\nBcc: x@y.example", "a\nb", "a\rb", "\u{0}", "a\u{85}b", "a\u{2028}b", "a\u{2029}b", "a\u{B}b",
            "a\u{7F}",
            "\r\n", "a\n", "a\tb", "", String(repeating: "a", count: 2001),
        ])
    func injection(text: String) throws {
        var named = try Sample.message()
        named.to = try Sample.mailbox("ines@ward.example", name: text)
        var from = try Sample.message()
        from.from = try Sample.mailbox("watchbill@crew.example", name: text)
        // Nobody needs a name.
        let messages = text.isEmpty ? [] : [named, from]
        for message in try messages + [Sample.message(subject: text)] {
            let error = #expect(throws: ChannelError.self) { try message.composed() }
            #expect(error?.code == .mailHeaderUnusable)
        }
    }

    @Test("names the thread that it belongs to, the beginning and the end of it where that is long")
    func threads() throws {
        let sender = try MailAddress("watchbill@crew.example")
        let ids = try (0..<50).map { MessageID(try DeliveryID("d\($0)"), of: sender) }
        var message = try Sample.message()
        message.inReplyTo = ids[49]
        #expect(
            try composed(message).contains("\r\nIn-Reply-To: <d49@crew.example>\r\nReferences: <d49@crew.example>\r\n"))
        message.references = ids
        let text = try composed(message).replacing("\r\n ", with: " ")
        let kept = [ids[0]] + ids.suffix(19)
        #expect(text.contains("\r\nReferences: \(kept.map(\.text).joined(separator: " "))\r\n"))
    }

    @Test("is not endless")
    func length() throws {
        let long = try Sample.message(text: String(repeating: "a", count: 262_145))
        let error = #expect(throws: ChannelError.self) { try long.composed() }
        #expect(error?.code == .mailTooLong)
        var message = try Sample.message()
        message.unsubscribe = try OutboundAddress(
            "https://crew.example/" + String(repeating: "a", count: 900), reach: .httpsAlone)
        #expect(throws: ChannelError.self) { try message.composed() }
    }

    @Test("has HTML in which everything is escaped, and only our own addresses are links")
    func html() throws {
        let link = try OutboundAddress("https://crew.example", reach: .httpsAlone)
        let page = MailHTML.page(
            "One <b> & \"two\" 'three'\u{1}\r\nline\n\n\n \nNext: https://crew.example/a?b=1&c=\"x\".\n"
                + "(https://crew.example) https://crew.example.org/ https://crew.example, xhttps://crew.example/",
            linking: link)
        #expect(
            page == """
                <!DOCTYPE html>
                <html>
                <head><meta charset="utf-8"></head>
                <body>
                <p dir="auto">One &lt;b&gt; &amp; &quot;two&quot; &#39;three&#39;\u{FFFD}<br>
                line</p>
                <p dir="auto">Next: <a href="https://crew.example/a?b=1&amp;c=&quot;x&quot;">\
                https://crew.example/a?b=1&amp;c=&quot;x&quot;</a>.<br>
                (https://crew.example) https://crew.example.org/ \
                <a href="https://crew.example">https://crew.example</a>, xhttps://crew.example/</p>
                </body>
                </html>

                """)
        #expect(!MailHTML.page("https://crew.example/").contains("href"))
    }

    @Test(
        "goes to no address but one that every server takes",
        arguments: [
            "", "ines", "@ward.example", "ines@", "a@b@c", ".a@ward.example", "a.@ward.example", "a..b@ward.example",
            "a b@ward.example", "\"a\"@ward.example", "inês@ward.example", "ines@wärd.example", "ines@-ward.example",
            "ines@ward-.example", "ines@ward..example", "ines@[127.0.0.1]", "<ines@ward.example>",
            "ines@ward.example\r\nRCPT TO:<x@y>", "ines@ward.example>", "ines@ward.example,x@y", "a\u{0}@ward.example",
            String(repeating: "a", count: 65) + "@ward.example",
            "a@" + String(repeating: "a", count: 64) + ".example", "a@" + String(repeating: "a.", count: 126) + "aa",
        ])
    func addresses(text: String) {
        let error = #expect(throws: ChannelError.self) { try MailAddress(text) }
        #expect(error?.code == .mailAddressUnusable)
        #expect(error?.message.contains("ines") == false)
    }

    @Test("goes to all that are", arguments: ["a@b", "a.b+c=d_e-f@sub.ward.example", "!#$%&'*+-/=?^_`{|}~@x", "1@2.3"])
    func goodAddresses(text: String) throws {
        #expect(try MailAddress(text).text == text)
    }

    @Test("is known by what others send back")
    func messageIDs() throws {
        let id = try MessageID(DeliveryID("d_1-x"), of: MailAddress("watchbill@crew.example"))
        #expect(MessageID(id.text) == id)
        #expect(id.left == "d_1-x" && id.right == "crew.example")
        for bad in [
            "", "<>", "<a>", "<a@>", "a@b", "<a@b", "<a@b@c>", "<a b@c>", "<a@b>\r\n",
            "<\(String(repeating: "a", count: 512))@b>",
        ] {
            #expect(MessageID(bad) == nil, "\(bad)")
        }
    }

    @Test("shows its text nowhere")
    func secrecy() throws {
        #expect(!shows(try Sample.message(text: "told in confidence"), "told in confidence"))
    }
}

@Suite("A mail server's settings")
struct MailServerTests {
    private func server(
        _ address: String, _ protection: MailServer.Protection? = nil, isPlainAllowed: Bool = false,
        user: String? = nil, password: String? = nil, authorities: String? = nil, patience: Duration = .seconds(60)
    ) throws -> MailServer {
        try MailServer(
            address: address, protection: protection, isPlainAllowed: isPlainAllowed, user: user,
            password: password.map { Secret(text: $0) }, sender: Sample.mailbox("watchbill@crew.example"),
            authorities: authorities, patience: patience)
    }

    @Test(
        "are encrypted unless the server is on this machine, or it is said otherwise",
        arguments: [
            ("smtp://mail.crew.example", nil, false, "mail.crew.example", 587, .startTLS),
            ("SMTP://Mail.crew.example:2525/", .startTLS, false, "mail.crew.example", 2525, .startTLS),
            ("smtps://mail.crew.example", nil, false, "mail.crew.example", 465, .tls),
            ("smtps://[2001:db8::1]:4650", .tls, false, "2001:db8::1", 4650, .tls),
            ("smtp://localhost", nil, false, "localhost", 587, .startTLS),
            ("smtp://localhost", .some(.none), false, "localhost", 25, .none),
            ("smtp://[::1]:1025", .some(.none), false, "::1", 1025, .none),
            ("smtp://10.0.0.7", .some(.none), true, "10.0.0.7", 25, .none),
        ] as [(String, MailServer.Protection?, Bool, String, Int, MailServer.Protection)])
    func usable(
        address: String, wanted: MailServer.Protection?, isPlainAllowed: Bool, host: String, port: Int,
        protection: MailServer.Protection
    ) throws {
        let server = try server(address, wanted, isPlainAllowed: isPlainAllowed)
        #expect(server.host == host && server.port == port && server.protection == protection)
    }

    @Test("are refused where they contradict each other, or are none")
    func unusable() {
        let attempts: [() throws -> MailServer] = [
            { try server("") }, { try server("mail.crew.example") }, { try server("https://mail.crew.example") },
            { try server("smtp://") }, { try server("smtp://mail.crew.example/x") },
            { try server("smtp://mail.crew.example?x") }, { try server("smtp://mail.crew.example#x") },
            { try server("smtp://u:geheim@mail.crew.example") }, { try server("smtp://mail.crew.example:0") },
            { try server("smtp://mail.crew.example:99999") }, { try server("smtp://mäil.crew.example") },
            { try server("smtp://mail crew") }, { try server("smtp://ma%0Ail") },
            { try server("smtp://mail.crew.example", MailServer.Protection.none) },
            { try server("smtp://localhost.crew.example", MailServer.Protection.none) },
            { try server("smtp://mail.crew.example", .tls) }, { try server("smtps://mail.crew.example", .startTLS) },
            { try server("smtps://localhost", MailServer.Protection.none) },
            { try server("smtp://mail.crew.example", user: "a") },
            { try server("smtp://mail.crew.example", password: "geheim") },
            { try server("smtp://mail.crew.example", user: "", password: "geheim") },
            { try server("smtp://mail.crew.example", user: "a", password: "") },
            { try server("smtp://mail.crew.example", user: "a\u{0}", password: "geheim") },
            { try server("smtp://mail.crew.example", user: "a", password: "geheim\u{0}") },
            { try server("smtp://mail.crew.example", authorities: "") },
            { try server("smtp://mail.crew.example", patience: .milliseconds(999)) },
            { try server("smtp://mail.crew.example", patience: .seconds(601)) },
        ]
        for (index, attempt) in attempts.enumerated() {
            let error = #expect(throws: ChannelError.self, "\(index)") { try attempt() }
            #expect(error?.code == .mailServerUnusable, "\(index)")
            #expect(error?.message.contains("geheim") == false, "\(index)")
        }
    }

    @Test("show no password")
    func secrecy() throws {
        let server = try server("smtp://mail.crew.example", user: "crew", password: "geheim")
        #expect(!shows(server, "geheim") && !shows(MailSender(server), "geheim"))
    }
}
