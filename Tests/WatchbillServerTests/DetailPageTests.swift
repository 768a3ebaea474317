import RotaFormats
import CrewRecords
import HTTPTypes
import Hummingbird
import RouterTestKit
import RotaModel
import Testing
import WatchbillServer

@Suite("The pages on which the directory is changed, and the API for it")
struct DetailPageTests {
    private func run(_ body: @escaping @Sendable (SignedIn) async throws -> Void) async throws {
        try await ServerFixture().run(as: nil) { client in
            try await body(try await SignedIn(client, as: ServerFixture.person(.recordsKeeper)))
        }
    }

    /// Sends the form of a page with what is in it, but for what is changed.
    private static func send(
        _ changes: [String: String], from page: String, _ client: SignedIn
    ) async throws -> (status: Int, location: String?, text: String) {
        let text = try await client.page(page)
        var fields: [String: String] = [:]
        for match in text.matches(of: /<input [^>]*name="([^"]+)"[^>]*>/) {
            fields[String(match.1)] = match.0.firstMatch(of: /value="([^"]*)"/).map { String($0.1) } ?? ""
        }
        for match in text.matches(of: /<select name="([^"]+)"[^>]*>(.*?)<\/select>/) {
            fields[String(match.1)] =
                match.2.firstMatch(of: /value="([^"]*)" selected/).map { String($0.1) } ?? ""
        }
        fields.merge(changes) { $1 }
        let body = fields.map {
            "\($0.key)=\($0.value.replacing("&quot;", with: "\"").replacing("&amp;", with: "&").formEscaped)"
        }
        return try await client.execute(
            uri: String(page.prefix { $0 != "?" }), method: .post,
            headers: [.contentType: "application/x-www-form-urlencoded"],
            body: ByteBuffer(string: body.joined(separator: "&"))
        ) { ($0.status.code, $0.headers[.location], String(buffer: $0.body)) }
    }

    @Test("take somebody in, who stands among the unit's people at once")
    func add() async throws {
        try await run { keeper in
            #expect(try await keeper.page("/crew?unit=w3").contains("href=\"/people/new?unit=w3\""))
            let answer = try await Self.send(
                ["name": " Nils <Ek> ", "contract-0": "full", "contract-0-from": "2026-01-01"],
                from: "/people/new?unit=w3", keeper)
            #expect(answer.status == 303)
            #expect(answer.location == "/crew/p1")
            #expect(try await keeper.page("/crew/p1").contains("Nils &lt;Ek&gt;"))
            #expect(try await keeper.page("/crew?unit=w3").contains("href=\"/crew/p1\""))
            let taken = try await Self.send(["name": "N", "id": "p1"], from: "/people/new?unit=w3", keeper)
            #expect(taken.status == 422)
            #expect(taken.text.contains("The id &quot;p1&quot; is that of an earlier person too"))
            // What was typed is still there.
            #expect(taken.text.contains("name=\"id\" maxlength=\"64\" value=\"p1\""))
        }
    }

    @Test("change somebody's details, refuse what contradicts itself, and lose nobody's change")
    func change() async throws {
        try await run { keeper in
            let page = "/crew/b/details"
            #expect(try await keeper.page("/crew/b").contains("href=\"\(page)\""))
            let etag = try #require(try await keeper.api(.get, "/people/b/details").headers[.eTag])
            let renamed = try await Self.send(
                [
                    "name": "B. Ek", "contract-0-until": "2026-03-31", "contract-1": "full",
                    "contract-1-from": "2026-04-01",
                ],
                from: page, keeper)
            #expect(renamed.status == 303, "\(renamed.text)")
            let details = try await keeper.api(.get, "/people/b/details").json
            #expect(details["name"]?.text == "B. Ek")
            #expect(details["contracts"]?.elements.count == 2)
            #expect(details["contracts"]?.elements.first?["until"]?.text == "2026-03-31")

            let twice = try await Self.send(["contract-1-from": "2026-03-01"], from: page, keeper)
            #expect(twice.status == 422)
            #expect(twice.text.contains("is held already"))
            #expect(twice.text.contains("value=\"2026-03-01\""))

            let late = try await Self.send(["known": etag, "name": "B. Late"], from: page, keeper)
            #expect(late.status == 409)
            #expect(late.text.contains("Somebody else has changed these details"))
            #expect(late.text.contains("value=\"B. Late\""))
            let body = #"{"name":"B.","ranks":[],"qualifications":[],"contracts":[],"memberships":[{"id":"w3"}]}"#
            let stale = try await keeper.api(.put, "/people/b/details", body, headers: [.ifMatch: etag])
            #expect(stale.status == 412)
            let fresh = try #require(try await keeper.api(.get, "/people/b/details").headers[.eTag])
            #expect(try await keeper.api(.put, "/people/b/details", body, headers: [.ifMatch: fresh]).status == 204)
            #expect(try await keeper.page("/crew/b").contains("<h1>B.</h1>"))
        }
    }

    @Test("make units, ranks, qualifications and contracts, and take out what nobody has")
    func outline() async throws {
        try await ServerFixture().run(as: nil) { client in
            let administrator = try await SignedIn(client, as: ServerFixture.person(.administrator))
            let page = "/settings/directory"
            #expect(try await administrator.page("/crew").contains("href=\"\(page)\""))
            let answer = try await Self.send(
                [
                    "name:unit:": "Ward 9", "zone:unit:": "Europe/Oslo", "name:rank:": "Head",
                    "name:contract:": "Half", "share:contract:": "50",
                ], from: page, administrator)
            #expect(answer.status == 303, "\(answer.text)")
            let text = try await administrator.page(page)
            for name in ["Ward 9", "Europe/Oslo", "Head", "Half"] { #expect(text.contains("value=\"\(name)\"")) }
            #expect(try await administrator.api(.get, "/units/ward-9").json["name"]?.text == "Ward 9")
            #expect(try await administrator.page("/people/new?unit=ward-9").contains("value=\"half\""))

            #expect(try await Self.send(["name:contract:half": ""], from: page, administrator).status == 303)
            #expect(!(try await administrator.page(page)).contains("value=\"Half\""))
            let needed = try await Self.send(
                ["name:contract:full": "", "name:rank:": "Junior"], from: page, administrator)
            #expect(needed.status == 409)
            #expect(needed.text.contains("“Full time” cannot be taken out: "), "\(needed.text)")
            // What was typed is still there.
            #expect(needed.text.contains("value=\"Junior\""))
            let nowhere = try await Self.send(
                ["name:unit:": "Ward 10", "zone:unit:": "Nowhere"], from: page, administrator)
            #expect(nowhere.status == 422)
            #expect(nowhere.text.contains("Europe/Stockholm"))

            // A records keeper changes all but units.
            let keeper = try await SignedIn(client, as: ServerFixture.person(.recordsKeeper))
            #expect(!(try await keeper.page(page)).contains("name=\"name:unit:"))
            #expect(try await Self.send(["name:rank:": "Junior"], from: page, keeper).status == 303)
            let forced = try await Self.send(
                ["name:unit:w3": "Other", "zone:unit:w3": "Europe/Oslo"], from: page, keeper)
            #expect(forced.status == 403)
        }
    }

    @Test("have their like in the API where an account is disabled and a file erased, for a session alone")
    func ends() async throws {
        try await ServerFixture().run(as: nil) { client in
            let administrator = try await SignedIn(client, as: ServerFixture.person(.administrator))
            let member = try await SignedIn(client, as: "a")
            let program = try await administrator.issueToken(TokenRight.allCases)
            let disabled = #"{"disabled":true}"#
            #expect(try await client.api(.put, "/people/a/account", disabled, token: program).status == 403)
            #expect(try await member.api(.get, "/me").status == 200)
            #expect(try await administrator.api(.put, "/people/a/account", disabled).status == 204)
            #expect(try await member.api(.get, "/me").status == 401)
            #expect(try await administrator.api(.put, "/people/a/account", #"{"disabled":false}"#).status == 204)
            let again = try await SignedIn(client, as: "a")
            #expect(try await again.api(.delete, "/people/b/file").status == 403)
            let keeper = try await SignedIn(client, as: ServerFixture.person(.recordsKeeper))
            #expect(try await keeper.api(.delete, "/people/b/file").status == 204)
            #expect(try await again.api(.get, "/people/b").json["name"]?.text == PersonEntry.erasedName)
        }
    }

    @Test("are for those who may, by the API too, where a key makes one person of two requests")
    func api() async throws {
        try await run { keeper in
            let body = #"{"name":"Nils","ranks":[],"qualifications":[],"contracts":[],"memberships":[{"id":"w3"}]}"#
            let key: HTTPFields = [.idempotencyKey: "0123456789abcdef"]
            let first = try await keeper.api(.post, "/people", body, headers: key)
            #expect(first.status == 201)
            #expect(first.headers[.location] == "/api/v1/people/p1")
            #expect(try await keeper.api(.post, "/people", body, headers: key).text == first.text)
            #expect(try await keeper.api(.get, "/people/p1").json["name"]?.text == "Nils")
            #expect(try await keeper.api(.get, "/people/p2").status == 404)
            let wrong = body.replacing("w3", with: "nowhere")
            #expect(try await keeper.api(.post, "/people", wrong).status == 422)
            let member = try await SignedIn(keeper, as: "a")
            #expect(try await member.api(.post, "/people", body).status == 403)
            #expect(try await member.api(.get, "/people/a/details").status == 403)
            #expect(!(try await member.page("/crew/a")).contains("/crew/a/details"))
        }
    }
}
