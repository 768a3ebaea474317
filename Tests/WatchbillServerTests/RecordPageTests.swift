import RotaFormats
import CrewRecords
import Foundation
import HTTPTypes
import Hummingbird
import RouterTestKit
import RotaModel
import Testing
import WatchbillServer
import WatchbillStore
import WatchbillTestKit

@Suite("The pages of people's files")
struct RecordPageTests {
    let fixture: ServerFixture

    init() throws {
        fixture = try ServerFixture()
    }

    static let pdf = Array("%PDF-1.7 a certificate".utf8)

    /// Somebody who is signed in at one server.
    struct Visitor: Sendable {
        let client: SignedIn

        init(_ client: any TestClient, as person: PersonID) async throws {
            self.client = try await SignedIn(client, as: person)
        }

        func status(_ address: String) async throws -> Int {
            try await client.execute(uri: address, method: .get) { $0.status.code }
        }

        /// Sends a form with files, with what the page's forms carry along.
        func upload(
            _ fields: [(String, String)], files: [(name: String, type: String, bytes: [UInt8])] = [],
            to address: String, from page: String
        ) async throws -> TestResponse {
            let text = try await client.page(page)
            let token = try #require(text.firstMatch(of: /name="form" value="([^"]+)"/)?.1, "\(page) has no form")
            var body = ByteBuffer()
            for (name, value) in [("form", String(token))] + fields {
                body.writeString("--B\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n")
            }
            for file in files {
                body.writeString(
                    "--B\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(file.name)\"\r\n"
                        + "Content-Type: \(file.type)\r\n\r\n")
                body.writeBytes(file.bytes)
                body.writeString("\r\n")
            }
            body.writeString("--B--\r\n")
            return try await client.execute(
                uri: address, method: .post, headers: [.contentType: "multipart/form-data; boundary=B"], body: body
            ) { $0 }
        }

        func write(
            _ title: String, _ category: RecordCategory, _ recordClass: RecordClass? = nil, of person: String = "a",
            files: [(name: String, type: String, bytes: [UInt8])] = []
        ) async throws -> TestResponse {
            try await upload(
                [
                    ("category", category.rawValue), ("title", title), ("body", "line one\r\nline <two>"),
                    ("class", recordClass?.rawValue ?? ""), ("from", "2026-01-01"), ("until", ""),
                ], files: files, to: "/crew/\(person)/file", from: "/crew/\(person)/file")
        }

        /// Where the entry of that title is.
        func address(of title: String, in file: String = "/crew/a/file") async throws -> String {
            let page = try await client.page(file)
            let links = page.matches(of: /href="(\/crew\/[^"\/]+\/file\/[^"\/]+)"><b>([^<]+)</)
            return try #require(links.first { $0.2 == title }.map { String($0.1) }, "no \(title)")
        }
    }

    private func run(_ body: @escaping @Sendable (any TestClient) async throws -> Void) async throws {
        try await fixture.run(as: nil, body)
    }

    private static func visitor(_ client: any TestClient, _ role: Role) async throws -> Visitor {
        try await Visitor(client, as: ServerFixture.person(role))
    }

    /// A page's text without what differs from one run or version to the next.
    private static func stable(_ page: String) -> String {
        page.replacing(/\/assets\/[0-9a-f]+\//, with: "/assets/HASH/")
            .replacing(/name="form" value="[^"]+"/, with: "name=\"form\" value=\"FORM\"")
            .replacing(/\/file\/[A-Za-z0-9%]{20,}/, with: "/file/ENTRY")
            .replacing(/\/attachments\/[A-Za-z0-9%]{20,}/, with: "/attachments/FILE")
            .replacing(/name="supersedes" value="[^"]+"/, with: "name=\"supersedes\" value=\"ENTRY\"")
    }

    @Test("let people say themselves how they are reached, and nothing else")
    func contact() async throws {
        try await run { client in
            let ortega = try await Visitor(client, as: "a")
            func send(_ fields: [(String, String)], from page: String) async throws -> TestResponse {
                try await ortega.upload(fields, to: "/me/contact", from: page)
            }
            let first = try await send(
                [("title", "Telephone"), ("body", "070-1"), ("class", "unit")], from: "/me/file")
            #expect(first.status == .seeOther)
            let address = try await ortega.address(of: "Telephone", in: "/me/file")
            let id = try #require(address.split(separator: "/").last.map(String.init))
            let second = try await send(
                [("title", "Telephone"), ("body", "070-2"), ("class", "leads"), ("supersedes", id)], from: address)
            #expect(second.status == .seeOther)
            let again = try await send([("title", "Telephone"), ("supersedes", id)], from: "/me/file")
            #expect(again.refusal?.contains("superseded meanwhile") == true, "\(again.text)")
            let sealed = try await send([("title", "Telephone"), ("class", "sealed")], from: "/me/file")
            #expect(sealed.refusal?.contains("is not sealed") == true)

            // Whoever is in the unit sees the open one alone, the lead both.
            let member = try await Visitor(client, as: "b")
            #expect(!(try await member.client.page("/crew/a/file")).contains("superseded"))
            let lead = try await Visitor(client, as: ServerFixture.person(.lead))
            #expect(try await lead.client.page("/crew/a/file").contains("supersedes"))
            // What is of another category is not theirs to supersede.
            let keeper = try await Visitor(client, as: ServerFixture.person(.recordsKeeper))
            _ = try await keeper.write("Drill", .training, .unit)
            let drill = try #require(try await keeper.address(of: "Drill").split(separator: "/").last.map(String.init))
            #expect(try await send([("title", "No"), ("supersedes", drill)], from: "/me/file").status == .notFound)
            let reply = try await ortega.client.api(
                .post, "/me/contact", #"{"title":"E-mail","text":"a@example.org"}"#)
            #expect(reply.status == 201)
            #expect(
                try await ortega.client.api(.get, reply.headers[.location] ?? "").json["category"]?.text == "contact")
        }
    }

    @Test("read as recorded")
    func golden() async throws {
        try await run { client in
            let keeper = try await Self.visitor(client, .recordsKeeper)
            let medic = try await Self.visitor(client, .medicalKeeper)
            let file = (name: "drill.pdf", type: "application/pdf", bytes: Self.pdf)
            #expect(try await keeper.write("Fire drill", .training, files: [file]).status == .seeOther)
            #expect(try await keeper.write("Rank", .rank).status == .seeOther)
            #expect(try await medic.write("Migraine", .health).status == .seeOther)
            let own = try await Visitor(client, as: "a")
            let pages = [
                ("card.html", try await keeper.client.page("/crew/a")),
                ("file-keeper.html", try await keeper.client.page("/crew/a/file")),
                ("file-medic.html", try await medic.client.page("/crew/a/file")),
                ("file-own.html", try await own.client.page("/me/file")),
                ("own-page.html", try await own.client.page("/me/file/page")),
                ("entry.html", try await keeper.client.page(try await keeper.address(of: "Fire drill"))),
                ("entry-own.html", try await own.client.page(try await own.address(of: "Sealed entry"))),
                ("search.html", try await keeper.client.page("/search?q=line+dri")),
                (
                    "settings.html",
                    try await Self.visitor(client, .administrator).client.page("/settings")
                ),
            ]
            for (name, page) in pages { #expect(Golden.difference(Self.stable(page), name) == nil) }
        }
    }

    @Test("are open to whom the table of roles says")
    func roles() async throws {
        try await run { client in
            let keeper = try await Self.visitor(client, .recordsKeeper)
            let medic = try await Self.visitor(client, .medicalKeeper)
            for recordClass in [RecordClass.unit, .leads, .keepers] {
                #expect(try await keeper.write(recordClass.rawValue, .training, recordClass).status == .seeOther)
            }
            #expect(try await medic.write("Migraine", .health).status == .seeOther)
            let addresses = [
                try await keeper.address(of: "unit"), try await keeper.address(of: "leads"),
                try await keeper.address(of: "keepers"), try await medic.address(of: "Sealed entry"),
            ]
            let expected: [(Role, file: Int, entries: [Int])] = [
                (.member, 200, [200, 404, 404, 404]), (.planner, 200, [200, 404, 404, 404]),
                (.lead, 200, [200, 200, 404, 404]), (.recordsKeeper, 200, [200, 200, 200, 404]),
                (.medicalKeeper, 200, [404, 404, 404, 200]), (.administrator, 404, [404, 404, 404, 404]),
            ]
            for (role, file, entries) in expected {
                let visitor = try await Self.visitor(client, role)
                #expect(try await visitor.status("/crew/a") == 200, "\(role)")
                #expect(try await visitor.status("/crew/a/file") == file, "\(role)")
                for (address, status) in zip(addresses, entries) {
                    #expect(try await visitor.status(address) == status, "\(role) \(address)")
                }
                // What is in one file is at no other's address.
                #expect(try await visitor.status(addresses[0].replacing("/crew/a/", with: "/crew/b/")) == 404)
                #expect(try await visitor.status("/settings") == (role == .administrator ? 200 : 403), "\(role)")
                #expect(try await visitor.status("/search?q=unit") == 200, "\(role)")
            }
            #expect(try await keeper.status("/crew/nobody") == 404)
            #expect(try await keeper.status("/crew/nobody/file") == 404)
            #expect(try await keeper.status("/crew/%ff/file") == 404)
            #expect(try await keeper.status("/crew/d%26e/file") == 200)
        }
    }

    @Test("are the same, byte for byte, whether something is sealed or not, to whoever may not know")
    func nothingShows() async throws {
        try await run { client in
            let medic = try await Self.visitor(client, .medicalKeeper)
            let keeper = try await Self.visitor(client, .recordsKeeper)
            #expect(try await keeper.write("Drill", .training, .unit).status == .seeOther)
            func seen() async throws -> [String] {
                var pages: [String] = []
                for role in Role.allCases where role != .medicalKeeper {
                    let visitor = try await Self.visitor(client, role)
                    for address in ["/crew/a", "/crew/a/file", "/search?q=migraine", "/search?q=drill", "/crew"] {
                        pages.append(
                            try await visitor.client.execute(uri: address, method: .get) {
                                "\($0.status) " + Self.stable(String(buffer: $0.body))
                            })
                    }
                }
                return pages
            }
            let before = try await seen()
            let file = (name: "scan.pdf", type: "application/pdf", bytes: Self.pdf)
            #expect(try await medic.write("Migraine", .health, files: [file]).status == .seeOther)
            #expect(try await seen() == before)
        }
    }

    @Test("serve attachments as downloads alone")
    func attachments() async throws {
        try await run { client in
            let keeper = try await Self.visitor(client, .recordsKeeper)
            let page = (name: "../<b>å.txt", type: "text/plain", bytes: Array("<script>alert(1)</script>".utf8))
            #expect(try await keeper.write("Drill", .training, files: [page]).status == .seeOther)
            let entry = try await keeper.client.page(try await keeper.address(of: "Drill"))
            let address = try #require(entry.firstMatch(of: /href="([^"]+\/attachments\/[^"]+)"/)?.1)
            try await keeper.client.execute(uri: String(address), method: .get) { response in
                #expect(response.status == .ok)
                #expect(Array(response.body.readableBytesView) == page.bytes)
                #expect(response.headers[.contentType] == "text/plain; charset=utf-8")
                #expect(
                    response.headers[.contentDisposition]
                        == "attachment; filename=\"_b__.txt\"; filename*=UTF-8''%5Fb%5F%C3%A5%2Etxt")
                #expect(response.headers[.contentSecurityPolicy]?.hasPrefix("sandbox;") == true)
                #expect(response.headers[.xContentTypeOptions] == "nosniff")
                #expect(response.headers[.cacheControl] == "no-store")
            }
            let planner = try await Self.visitor(client, .planner)
            #expect(try await planner.status(String(address)) == 404)
        }
    }

    @Test("refuse what cannot be taken, say why, and keep what was typed")
    func refusals() async throws {
        try await run { client in
            let keeper = try await Self.visitor(client, .recordsKeeper)
            let program = (name: "x.exe", type: "application/octet-stream", bytes: [0x4D, 0x5A, 0, 1] as [UInt8])
            let refused = try await keeper.write("Drill", .training, .sealed)
            #expect(refused.status == .unprocessableContent)
            let text = String(buffer: refused.body)
            #expect(text.contains("value=\"Drill\"") && text.contains("line &lt;two&gt;"))
            #expect(try await keeper.write("", .training).status == .unprocessableContent)
            #expect(try await keeper.write("Drill", .training, files: [program]).status == .unprocessableContent)
            // A records keeper writes nothing about health, and is told what is told of what there is not.
            #expect(try await keeper.write("Migraine", .health).status == .notFound)
            for (field, value) in [("category", "gossip"), ("class", "open"), ("from", "soon")] {
                let response = try await keeper.upload(
                    [("category", "training"), ("title", "Drill"), ("class", ""), ("from", "")]
                        .map { $0.0 == field ? (field, value) : $0 }, to: "/crew/a/file", from: "/crew/a/file")
                #expect(response.status == .unprocessableContent, "\(field)")
            }
            let forged = try await keeper.client.execute(
                uri: "/crew/a/file", method: .post, headers: [.contentType: "multipart/form-data; boundary=B"],
                body: ByteBuffer(string: "--B\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\nx\r\n--B--\r\n")
            ) { $0.status }
            #expect(forged == .forbidden)
            let member = try await Self.visitor(client, .member)
            let outsider = try await member.client.execute(
                uri: "/crew/a/file", method: .post, headers: [.contentType: "multipart/form-data; boundary=B"],
                body: ByteBuffer(string: "--B--")
            ) { $0.status }
            #expect(outsider == .notFound)
            #expect(try await !keeper.client.page("/crew/a/file").contains("Drill"))
        }
    }

    @Test("let a keeper supersede an entry and the person concerned contest one")
    func supersedesAndContests() async throws {
        try await run { client in
            let keeper = try await Self.visitor(client, .recordsKeeper)
            let own = try await Visitor(client, as: "a")
            #expect(try await keeper.write("Late twice", .conduct, .sealed).status == .seeOther)
            let address = try await keeper.address(of: "Sealed entry")
            let contested = try await own.upload(
                [("title", "It was once"), ("body", "")], to: "\(address)/contest", from: address)
            #expect(contested.status == .seeOther)
            #expect(try await keeper.client.page("/crew/a/file").contains("contested"))
            let entry = try #require(address.split(separator: "/").last?.removingPercentEncoding)
            let superseded = try await keeper.upload(
                [("category", "conduct"), ("class", "sealed"), ("title", "Late once"), ("supersedes", entry)],
                to: "/crew/a/file", from: address)
            #expect(superseded.status == .seeOther)
            let again = try await keeper.upload(
                [("category", "conduct"), ("class", "sealed"), ("title", "Late once"), ("supersedes", entry)],
                to: "/crew/a/file", from: "/crew/a/file")
            #expect(again.status == .unprocessableContent)
            let lead = try await Self.visitor(client, .lead)
            #expect(try await !lead.client.page("/crew/a/file").contains("contest"))
        }
    }

    @Test("give the person concerned everything, as JSON too")
    func ownFile() async throws {
        try await run { client in
            let keeper = try await Self.visitor(client, .recordsKeeper)
            let file = (name: "drill.pdf", type: "application/pdf", bytes: Self.pdf)
            #expect(try await keeper.write("Late twice", .conduct, .sealed, files: [file]).status == .seeOther)
            let own = try await Visitor(client, as: "a")
            let json = try await own.client.page("/me/file.json")
            let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
            #expect(object["watchbill"] as? String == "own file 1")
            let entries = try #require(object["entries"] as? [[String: Any]])
            #expect(entries.map { $0["title"] as? String } == ["Late twice"])
            let attachments = try #require(entries[0]["attachments"] as? [[String: Any]])
            #expect(attachments[0]["content"] as? String == Data(Self.pdf).base64EncodedString())
            let readings = try #require(object["readings"] as? [[String: Any]])
            #expect(readings.count == 1)
            for secret in ["digest", "hash", "$argon2"] { #expect(!json.lowercased().contains(secret)) }
        }
    }

    @Test("erase a person, and rotas keep their shifts without the name")
    func erases() async throws {
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: nil, as: .finished)
        let name = try #require(fixture.problem.people.first { $0.id == "a" }?.name)
        try await run { client in
            let keeper = try await Self.visitor(client, .recordsKeeper)
            let planner = try await Self.visitor(client, .planner)
            #expect(try await planner.client.page("/").contains(name))
            let unsure = try await keeper.client.send("", to: "/crew/a/erase", from: "/crew/a/file")
            #expect(unsure.status == .unprocessableContent)
            let member = try await Self.visitor(client, .member)
            let refused = try await member.client.send("sure=on", to: "/crew/a/erase", from: "/me")
            #expect(refused.status == .forbidden)
            #expect(
                try await keeper.client.send("sure=on", to: "/crew/a/erase", from: "/crew/a/file").status == .seeOther)
            let rota = try await planner.client.page("/")
            #expect(!rota.contains(name) && rota.contains(PersonEntry.erasedName))
            #expect(try await keeper.client.page("/crew/a").contains(PersonEntry.erasedName))
        }
    }

    @Test("set how long entries are kept")
    func settings() async throws {
        try await run { client in
            let administrator = try await Self.visitor(client, .administrator).client
            let set = try await administrator.send(
                "years-training=5&start-training=leaving&years-health=", to: "/settings/retention", from: "/settings")
            #expect(set.status == .seeOther)
            let page = try await administrator.page("/settings")
            #expect(page.contains("name=\"years-training\" type=\"number\" min=\"0\" max=\"100\" value=\"5\""))
            for wrong in ["years-training=101&start-training=leaving", "years-training=x", "years-training=1"] {
                let response = try await administrator.send(wrong, to: "/settings/retention", from: "/settings")
                #expect(response.status == .unprocessableContent, "\(wrong)")
            }
            #expect(try await administrator.page("/settings").contains("value=\"5\""))
            let keeper = try await Self.visitor(client, .recordsKeeper)
            let refused = try await keeper.client.send(
                "years-training=1&start-training=writing", to: "/settings/retention", from: "/me")
            #expect(refused.status == .forbidden)
        }
    }

    @Test("search a page at a time and say what is wrong with a search")
    func search() async throws {
        try await run { client in
            let keeper = try await Self.visitor(client, .recordsKeeper)
            for number in 1...22 {
                #expect(try await keeper.write("Drill \(number)", .training).status == .seeOther)
            }
            let first = try await keeper.client.page("/search?q=drill")
            #expect(first.contains(">Drill 22<") && first.contains(">Drill 3<") && !first.contains(">Drill 2<"))
            let next = try #require(first.firstMatch(of: /href="(\/search\?q=drill&amp;after=[^"]+)"/)?.1)
            let second = try await keeper.client.page(String(next).replacing("&amp;", with: "&"))
            #expect(second.contains(">Drill 2<") && !second.contains(">Drill 3<"))
            #expect(try await keeper.client.page("/search").contains("name=\"q\""))
            #expect(try await keeper.status("/search?q=%21%21") == 422)
            #expect(try await keeper.status("/search?q=" + String(repeating: "a", count: 300)) == 422)
            #expect(try await keeper.status("/search?q=drill&after=nothing") == 404)
        }
    }
}
