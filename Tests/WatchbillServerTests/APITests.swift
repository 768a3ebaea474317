import CrewRecords
import Foundation
import HTTPTypes
import Hummingbird
import RouterTestKit
import RotaFormats
import RotaModel
import Testing
import WatchbillServer
import WatchbillStore

@Suite("The API")
struct APITests {
    let fixture: ServerFixture

    init() throws {
        fixture = try ServerFixture()
    }

    @Test("tells a program who it is, what it may, and whom it may know")
    func looks() async throws {
        try await fixture.run(as: .lead) { client in
            let token = try await client.issueToken([.readPeople])
            let me = try await client.api(.get, "/me", token: token)
            #expect(me.status == 200)
            #expect(me.json["name"]?.text == "The lead")
            #expect(me.json["rights"]?.elements == ["people:read"])
            #expect(me.json["roles"]?.elements.first?["role"]?.text == "lead")
            let units = try await client.api(.get, "/units", token: token)
            #expect(units.json["items"]?.elements.map { $0["id"] } == ["w3"])
            let unit = try await client.api(.get, "/units/w3", token: token)
            #expect(unit.json["zone"]?.text == "Europe/Stockholm")
            #expect(try await client.api(.get, "/units/w4", token: token).status == 404)
            let people = try await client.api(.get, "/units/w3/people", token: token)
            #expect(people.json["items"]?.elements.compactMap { $0["id"]?.text } == ["a", "b", "c", "d&e", "f"])
            let person = try await client.api(.get, "/people/d%26e", token: token)
            #expect(person.json["name"]?.text == "D. & E. O’Neill")
            #expect(try await client.api(.get, "/people/nobody", token: token).status == 404)
            let roles = try await client.api(.get, "/units/w3/roles", token: token)
            #expect(roles.json["items"]?.elements.count == Role.allCases.count)
        }
    }

    @Test("gives and ends roles, invites, and says where what it made is")
    func changes() async throws {
        try await fixture.run(as: .administrator) { client in
            let given = try await client.api(
                .post, "/units/w3/roles", #"{"person":"a","role":"planner","until":"2027-01-01T00:00:00+01:00"}"#)
            #expect(given.status == 201)
            #expect(given.json["until"]?.text == "2026-12-31T23:00:00Z")
            let place = try #require(given.headers[.location])
            #expect(place == "/api/v1/roles/\(try #require(given.json["id"]?.whole))")
            #expect(try await client.api(.delete, place).status == 204)
            #expect(try await client.api(.delete, place).status == 204)
            #expect(try await client.api(.delete, "/roles/999").status == 404)

            let invitation = try await client.api(.post, "/people/a/invitation", #"{"login":"a@example.org"}"#)
            #expect(invitation.status == 201)
            let address = try #require(invitation.json["address"]?.text?.split(separator: "/link/").last)
            #expect(try await client.page("/link/\(address)").contains("a@example.org"))
            #expect(invitation.json["expiresAt"]?.text == "2026-01-13T11:46:40Z")
            let none = try await client.api(.post, "/people/b/password-link")
            #expect(none.status == 409)
            #expect(none.json["type"]?.text == "urn:watchbill:problem:noAccount")
        }
    }

    @Test("keeps files, absences and fitness as the pages do, and tells of sealed facts to whom they are told")
    func files() async throws {
        try await fixture.run(as: .medicalKeeper) { client in
            let a = try await SignedIn(client, as: "a")
            let planner = try await SignedIn(client, as: ServerFixture.person(.planner))
            let entry = #"{"category":"health","title":"Back pain","text":"No lifting."}"#
            let written = try await client.api(
                .post, "/people/a/entries", entry, headers: [.idempotencyKey: "7f3c9a52e1d04b68"])
            #expect(written.status == 201)
            let place = try #require(written.headers[.location])
            #expect(try await client.api(.get, place).json["title"]?.text == "Back pain")
            #expect(try await planner.api(.get, place).status == 404)
            let listed = try await a.api(.get, "/people/a/entries").json["items"]?.elements
            #expect(listed?.count == 1 && listed?.first?["title"] == nil)
            #expect(try await planner.api(.get, "/people/a/entries").json["items"]?.elements.isEmpty == true)
            let contest = try await a.api(.post, "\(place)/contest", #"{"title":"It is my knee"}"#)
            #expect(contest.status == 201)

            let asked = try await a.api(
                .post, "/me/absences", #"{"first":"2026-02-02","last":"2026-02-03","kind":"illness","reason":"Back"}"#)
            let absence = try #require(asked.json["id"]?.text)
            let decision = try await client.api(.put, "/people/a/absences/\(absence)/decision", #"{"granted":true}"#)
            #expect(decision.status == 204)
            let seen = try await planner.api(.get, "/people/a/absences")
            #expect(seen.text == #"{"away":[{"first":"2026-02-02","last":"2026-02-03"}]}"#)
            #expect(try await planner.api(.post, "/people/a/absences/\(absence)/ground").status == 404)
            let ground = try await client.api(.post, "/people/a/absences/\(absence)/ground")
            #expect(ground.json["kind"]?.text == "illness")

            let body = #"{"state":"limits","limits":["noHeavyLifting"],"reason":"Back"}"#
            #expect(try await client.api(.post, "/people/a/fitness", body).status == 201)
            let fit = try await planner.api(.get, "/people/a/fitness")
            #expect(fit.text == #"{"fitness":{"limits":["noHeavyLifting"],"state":"limits"}}"#)
            // A value that is to be sealed is told by no error.
            let wrong = try await a.api(
                .post, "/me/absences", #"{"first":"2026-02-02","last":"2026-02-03","kind":"ilness"}"#)
            #expect(wrong.status == 422 && !wrong.text.contains("ilness"))

            let readings = try await a.api(.get, "/me/readings").json["items"]?.elements ?? []
            #expect(readings.count == 2)
            #expect(readings.first?["reader"]?.text == "The medical keeper")
            #expect(try await a.api(.get, "/me/file").text.contains("Back pain"))
        }
    }

    @Test("ends sessions and revokes tokens")
    func ends() async throws {
        try await fixture.run(as: .member) { client in
            let other = try await SignedIn(client, as: ServerFixture.person(.member))
            let token = try await client.issueToken([.readPeople])
            let sessions = try await client.api(.get, "/sessions").json["items"]?.elements ?? []
            #expect(sessions.count == 2)
            let id = try #require(sessions.first { $0["current"] == false }?["id"]?.text)
            #expect(try await other.api(.get, "/me").status == 200)
            #expect(try await client.api(.delete, "/sessions/\(id)").status == 204)
            #expect(try await other.api(.get, "/me").status == 401)
            let issued = try await client.api(.get, "/tokens").json["items"]?.elements.first
            #expect(try await client.api(.get, "/me", token: token).status == 200)
            #expect(try await client.api(.delete, "/tokens/\(issued?["id"]?.text ?? "")").status == 204)
            let gone = try await client.api(.get, "/me", token: token)
            #expect(gone.status == 401)
            #expect(gone.headers[.wwwAuthenticate] == "Bearer error=\"invalid_token\"")
            // No token lists sessions, or issues another token.
            let all = try await client.issueToken(TokenRight.allCases)
            #expect(try await client.api(.get, "/sessions", token: all).status == 403)
            let more = #"{"name":"x","rights":["rotas:read"]}"#
            #expect(try await client.api(.post, "/tokens", more, token: all).status == 403)
        }
    }

    @Test("leads through a list page by page, whatever comes in between")
    func pages() async throws {
        for _ in 1...5 { try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: nil, as: .finished) }
        let fixture = fixture
        try await fixture.run { client in
            var (seen, address): ([Int], String?) = ([], "/builds?limit=2")
            var pages = 0
            while let next = address {
                let reply = try await client.api(.get, next)
                #expect(reply.status == 200, "\(next)")
                seen += reply.json["items"]?.elements.compactMap { $0["id"]?.whole } ?? []
                address = reply.json["next"]?.text
                pages += 1
                // A newer build is none of what is still to come.
                if pages == 1 { _ = try await client.api(.post, "/builds", #"{"timeLimit":1}"#) }
            }
            #expect(seen == [5, 4, 3, 2, 1])
            #expect(pages == 3)
            let people = try await client.api(.get, "/units/w3/people?limit=3&date=2026-01-05").json
            #expect(people["items"]?.elements.count == 3)
            let rest = try await client.api(.get, try #require(people["next"]?.text)).json
            #expect(rest["items"]?.elements.compactMap { $0["id"]?.text } == ["d&e", "f"])
            #expect(rest["next"] == nil)
            let cursor = try #require(people["next"]?.text?.split(separator: "after=").last)
            for address in [
                "/builds?after=\(cursor)", "/builds?after=x", "/builds?after=YnVpbGRzOng", "/builds?limit=0",
                "/builds?limit=201", "/builds?limit=1.5", "/builds?limit=01", "/builds?limit=1&limit=2",
                "/builds?limits=1", "/units/w3/people?date=today", "/builds?after=",
            ] {
                let reply = try await client.api(.get, address)
                #expect(reply.status == 422, "\(address)")
                let fault = reply.json["errors"]?.elements.first
                #expect(fault?["parameter"]?.text?.isEmpty == false, "\(address)")
            }
        }
    }

    @Test("answers a look with an ETag of what is shown, and 304 while that is so")
    func tags() async throws {
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: nil, as: .finished)
        try await fixture.run { client in
            for address in ["/builds/1", "/builds/1/rota", "/problem", "/problems/1", "/units", "/me"] {
                let first = try await client.api(.get, address)
                let tag = try #require(first.headers[.eTag], "\(address)")
                for known in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
                    let again = try await client.api(.get, address, headers: [.ifNoneMatch: known])
                    #expect(again.status == 304 && again.text.isEmpty, "\(address) \(known)")
                    #expect(again.headers[.eTag] == tag)
                }
                let other = try await client.api(.get, address, headers: [.ifNoneMatch: "\"x\""])
                #expect(other.status == 200 && other.text == first.text)
                let head = try await client.api(.head, address)
                #expect(head.status == 200 && head.headers[.eTag] == tag && head.text.isEmpty, "\(address)")
            }
        }
    }

    @Test("replaces a directory for whoever knows what is there")
    func conditions() async throws {
        try await fixture.run(as: .administrator) { client in
            let first = try await client.api(.get, "/directory")
            let tag = try #require(first.headers[.eTag])
            let wider = first.text.replacing("\"organisation\": \"Test\"", with: "\"organisation\": \"Tested\"")
            #expect(try await client.api(.put, "/directory", wider).status == 428)
            for wrong in ["\"x\"", "W/\(tag)", "x"] {
                let reply = try await client.api(.put, "/directory", wider, headers: [.ifMatch: wrong])
                #expect(reply.status == 412, "\(wrong)")
                #expect(reply.json["type"]?.text == "urn:watchbill:problem:changed-meanwhile")
            }
            #expect(try await client.api(.get, "/directory").text == first.text)
            #expect(try await client.api(.put, "/directory", wider, headers: [.ifMatch: tag]).status == 204)
            // What was known is no longer so.
            #expect(try await client.api(.put, "/directory", wider, headers: [.ifMatch: tag]).status == 412)
            #expect(try await client.api(.put, "/directory", first.text, headers: [.ifMatch: "*"]).status == 204)
            // The same is the same again.
            #expect(try await client.api(.get, "/directory").headers[.eTag] == tag)
        }
    }

    @Test("does a request with a key once")
    func keys() async throws {
        let wide = try ServerFixture(SmallWard.long())
        try await wide.run { client in
            let key: HTTPFields = [.idempotencyKey: "7f3c9a52e1d04b68"]
            let first = try await client.api(.post, "/builds", #"{"timeLimit":600}"#, headers: key)
            #expect(first.status == 201)
            let again = try await client.api(.post, "/builds", #"{"timeLimit":600}"#, headers: key)
            #expect(again.status == 201 && again.text == first.text)
            #expect(again.headers[.location] == first.headers[.location])
            #expect(try await client.api(.get, "/builds").json["items"]?.elements.count == 1)
            let other = try await client.api(.post, "/builds", #"{"timeLimit":60}"#, headers: key)
            #expect(other.status == 422)
            #expect(other.json["type"]?.text == "urn:watchbill:problem:key-reused")
            #expect(try await client.api(.post, "/builds/1/stop").status == 200)

            let token = #"{"name":"x","rights":["rotas:read"]}"#
            let secret = try await client.api(.post, "/tokens", token, headers: [.idempotencyKey: "0b1e5d97a2c64f83"])
            #expect(secret.status == 201)
            let lost = try await client.api(.post, "/tokens", token, headers: [.idempotencyKey: "0b1e5d97a2c64f83"])
            #expect(lost.status == 409)
            #expect(lost.json["type"]?.text == "urn:watchbill:problem:done-already")
            #expect(try await client.api(.get, "/tokens").json["items"]?.elements.count == 1)
            for key in [String(repeating: "k", count: 201), "short"] {
                let refused = try await client.api(.post, "/tokens", token, headers: [.idempotencyKey: key])
                #expect(refused.status == 422)
            }
        }
    }

    @Test(
        "names the place, the value and the way out of what is wrong in a body",
        arguments: [
            (#"{"person":"a","role":"planer"}"#, "/role", "“planer”", "Maybe you mean \"planner\"."),
            (#"{"person":7,"role":"planner"}"#, "/person", "7", "a text of 1 to 64 characters"),
            (#"{"person":"a","role":"planner","form":"x"}"#, "/form", "no such member", "Maybe you mean \"from\"."),
            (#"{"person":"a","role":"planner","from":"soon"}"#, "/from", "“soon”", "2026-01-05T07:00:00Z"),
            (#"{"role":"planner"}"#, "", "person is missing", "who is to have it"),
            (#"{"person":"a\u0000","role":"planner"}"#, "/person", "stands where", "a text of 1 to 64"),
            ("[]", "", "an empty list", "an object"),
        ])
    func faults(body: String, pointer: String, value: String, wayOut: String) async throws {
        try await fixture.run(as: .administrator) { client in
            let reply = try await client.api(.post, "/units/w3/roles", body)
            #expect(reply.status == 422)
            #expect(reply.headers[.contentType] == "application/problem+json")
            let fault = try #require(reply.json["errors"]?.elements.first)
            #expect(fault["pointer"]?.text == pointer)
            let detail = try #require(fault["detail"]?.text)
            #expect(detail.contains(value) && detail.contains(wayOut), "\(detail)")
        }
    }

    @Test("refuses what is no JSON, nested too deep, too large, of another type, or not to be read")
    func bodies() async throws {
        try await fixture.run(as: .administrator) { client in
            let deep = String(repeating: "[", count: 5000)
            let large = String(repeating: " ", count: 17 << 10)
            for (body, type, status) in [
                ("{", "application/json", 400), (deep, "application/json", 400), ("", "application/json", 400),
                ("{}x", "application/json", 400), (#"{"person":"a","person":"b"}"#, "application/json", 400),
                (large, "application/json", 413), ("{}", "text/plain", 415), ("{}", "application/jsonx", 415),
                ("{}", "APPLICATION/JSON; charset=utf-8", 422),
            ] {
                let reply = try await client.api(.post, "/units/w3/roles", body, headers: [.contentType: type])
                #expect(reply.status == status, "\(body.prefix(40)) \(type): \(reply.text)")
            }
            for (accept, status) in [
                ("application/json", 200), ("*/*", 200), ("application/*;q=0.1", 200), ("text/html", 406),
                ("text/html, */*;q=0.1", 200), ("application/json;q=0", 406), ("*/*, application/json;q=0", 406),
            ] {
                let reply = try await client.api(.get, "/units", headers: [.accept: accept])
                #expect(reply.status == status, "\(accept)")
            }
            for address in ["/api", "/api/v1", "/api/builds", "/api/v1/nowhere"] {
                let reply = try await client.execute(uri: address, method: .get) { $0 }
                #expect(reply.status == .notFound, "\(address)")
                #expect(reply.headers[.contentType] == "application/problem+json", "\(address)")
            }
        }
    }

    @Test("tells of a live build no more once its viewer's session has ended")
    func endsWithSession() async throws {
        let wide = try ServerFixture(SmallWard.long())
        try await wide.run { client in
            let other = try await SignedIn(client, as: ServerFixture.person(.planner))
            let build = try await BuildTests.start(client, seconds: 600)
            async let stream = other.page("/api/v1/builds/\(build.id)/events")
            // It is on its way by the time a first rota is there, and some more is asked.
            while try await client.api(.get, "/builds/\(build.id)").json["penalty"] == nil {}
            for _ in 0..<50 { _ = try await other.api(.get, "/me") }
            let sessions = try await client.api(.get, "/sessions").json["items"]?.elements ?? []
            let id = try #require(sessions.first { $0["current"] == false }?["id"]?.text)
            #expect(try await client.api(.delete, "/sessions/\(id)").status == 204)
            // It ends by itself, with the build still running.
            let events = ServerEvent.all(in: try await stream)
            #expect(!events.isEmpty && events.last?.name != "end")
            let state = try await client.api(.get, "/builds/\(build.id)").json["state"]?.text
            #expect(state == "running")
            _ = try await BuildTests.stop(client, build.id)
        }
    }
}
