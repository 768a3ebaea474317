import CrewRecords
import Foundation
import HTTPTypes
import Hummingbird
import RouterTestKit
import RotaFormats
import RotaModel
import RotaRules
import Testing
import WatchbillServer
import WatchbillStore
import WatchbillTestKit

/// The small ward's draft has, in the order of its people: `EE..EE.`, `..EE..E`, `NE...NN`, `..NNN..`, `..E.E.E`, from
/// Mon 5 Jan on.
@Suite("Repairing")
struct RepairPageTests {
    private func fixture() async throws -> ServerFixture {
        let fixture = try ServerFixture()
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: 20, as: .finished)
        return fixture
    }

    private func shifts(_ client: any TestClient, _ build: Int) async throws -> [String: String] {
        let rota = try await client.api(.get, "/builds/\(build)/rota").json
        return Dictionary(
            (rota["shifts"]?.elements ?? []).map {
                ("\($0["person"]?.text ?? "") \($0["date"]?.text ?? "")", $0["shift"]?.text ?? "")
            }, uniquingKeysWith: { first, _ in first })
    }

    private func away(_ person: String, _ from: String, _ to: String) -> String {
        #"{"away":[{"person":"\#(person)","from":"\#(from)","to":"\#(to)"}]}"#
    }

    @Test(
        "gives repairs that are true diffs and ranked, and taking one makes the draft as it says, to be undone whole",
        arguments: [
            ("a", "2026-01-09", "2026-01-10"), ("b", "2026-01-07", "2026-01-08"), ("c", "2026-01-11", "2026-01-11"),
        ])
    func api(person: String, from: String, to: String) async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            let before = try await shifts(client, 1)
            let reply = try await client.api(.post, "/builds/1/repairs", away(person, from, to))
            #expect(reply.status == 200, "\(reply.text)")
            let repairs = reply.json["repairs"]?.elements ?? []
            #expect(!repairs.isEmpty && repairs.count <= 5)
            #expect(repairs.allSatisfy { $0["legal"] == .truth(reply.json["outcome"]?.text == "legal") })
            let ranks = repairs.map { $0["disturbed"]?.elements.count ?? 0 }
            if reply.json["outcome"]?.text == "legal" { #expect(ranks == ranks.sorted()) }
            #expect(try await shifts(client, 1) == before, "asking changes nothing")
            for repair in repairs {
                var expected = before
                for change in repair["changes"]?.elements ?? [] {
                    let cell = "\(change["person"]?.text ?? "") \(change["date"]?.text ?? "")"
                    #expect(expected[cell] == change["before"]?.text, "\(cell)")
                    expected[cell] = change["after"]?.text
                }
                let step = String(decoding: try JSONEncoder().encode(repair["step"]), as: UTF8.self)
                let known = try #require(repair["step"]?["after"]?.whole)
                let now = try await client.api(.get, "/builds/1/steps").json["items"]?.elements.count
                #expect(known <= now ?? 0)
                let taken = try await client.api(.post, "/builds/1/steps", step)
                #expect(taken.status == 200, "\(taken.text)")
                #expect(try await shifts(client, 1) == expected)
                #expect(
                    !expected.keys.contains {
                        $0.hasPrefix("\(person) ") && $0 >= "\(person) \(from)" && $0 <= "\(person) \(to)"
                    })
                #expect(try await client.api(.post, "/builds/1/undo").status == 200)
                #expect(try await shifts(client, 1) == before)
            }
        }
    }

    @Test("pins whoever is away as off, so that a build leaves it so")
    func pinned() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            let found = try await client.api(.post, "/builds/1/repairs", away("b", "2026-01-06", "2026-01-07")).json
            let step = try #require(found["repairs"]?.elements.first?["step"])
            let pinned = (step["cells"]?.elements ?? []).filter { $0["pinned"] == .truth(true) }
            #expect(pinned.map { $0["date"]?.text } == ["2026-01-06", "2026-01-07"])
            #expect(pinned.allSatisfy { $0["person"]?.text == "b" && $0["shift"]?.text == "" })
            let body = String(decoding: try JSONEncoder().encode(step), as: UTF8.self)
            #expect(try await client.api(.post, "/builds/1/steps", body).status == 200)
            let page = try await client.page("/builds/1/explanation?person=b&day=2026-01-06")
            #expect(page.contains("pinned"))
        }
    }

    @Test("of a draft is taken on the page with one button")
    func draftPage() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            #expect(try await client.page("/builds/1").contains("href=\"/repair?rota=build:1\""))
            let address = "/repair?rota=build:1&person=b&from=2026-01-07&to=2026-01-08"
            let page = try await client.page(address)
            #expect(page.contains("B. Lindqvist: off instead of E"))
            let step = try Self.step(page)
            let answer = try await client.send("rota=build:1&step=\(step)", to: "/repair", from: address)
            #expect(answer.status == .seeOther && answer.headers[.location] == "/builds/1")
            let shifts = try await shifts(client, 1)
            #expect(shifts["b 2026-01-07"] == nil && shifts["b 2026-01-08"] == nil)
            #expect(try await client.api(.get, "/builds/1/steps").json["items"]?.elements.count == 1)
        }
    }

    @Test("of a published version makes a branch that is as it was published, with the repair, to be published again")
    func version() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            _ = try await client.send("", to: "/builds/1/publish", from: "/builds/1/publish")
            let published = try await shifts(client, 1)
            // The draft has gone on since.
            let step = #"{"cells":[{"person":"f","date":"2026-01-08","shift":"E"}]}"#
            #expect(try await client.api(.post, "/builds/1/steps", step).status == 200)
            let address = "/repair?unit=w3&rota=version:1&person=b&from=2026-01-07&to=2026-01-08"
            #expect(try await client.page("/rota").contains("href=\"/repair?unit=w3&amp;rota=version:1\""))
            let page = try await client.page(address)
            let form = "rota=version:1&unit=w3&step=\(try Self.step(page))"
            let answer = try await client.send(form, to: "/repair", from: address)
            #expect(answer.headers[.location] == "/builds/2")
            let (draft, branch) = (try await shifts(client, 1), try await shifts(client, 2))
            #expect(draft["f 2026-01-08"] == "E", "the draft stays as it was")
            #expect(branch["f 2026-01-08"] == published["f 2026-01-08"])
            #expect(branch["b 2026-01-07"] == nil && branch["b 2026-01-08"] == nil)
            _ = try await client.send("", to: "/builds/2/publish", from: "/builds/2/publish")
            let changes = try await client.api(.get, "/units/w3/versions/2/changes").json
            #expect(changes["since"]?.whole == 1)
            #expect((changes["changes"]?.elements ?? []).contains { $0["person"]?.text == "b" })
        }
    }

    @Test("tells what would have to give for a wish that is refused, and takes it")
    func wish() async throws {
        var problem = try SmallWard.problem()
        problem.requests = [
            RotaModel.Request(person: "d&e", date: SmallWard.date(2), wish: .dayOff, weight: Penalty(50))
        ]
        let fixture = try ServerFixture(problem)
        try await fixture.keep(SmallWard.rota(of: problem), bound: nil, as: .finished)
        try await fixture.run { client in
            let address = "/wish?rota=build:1&person=d%26e&day=2026-01-07"
            let escaped = address.replacing("&", with: "&amp;")
            #expect(try await client.page("/requests").contains("href=\"\(escaped)\""))
            let page = try await client.page(address)
            #expect(page.contains("D. &amp; E. O’Neill wished to be off on Wed 7 Jan, but works N."))
            #expect(page.contains("Granting it costs"))
            let form = "rota=build:1&unit=w3&step=\(try Self.step(page))"
            let answer = try await client.send(form, to: "/repair", from: address)
            #expect(answer.headers[.location] == "/builds/1")
            #expect(try await shifts(client, 1)["d&e 2026-01-07"] == nil)
            #expect(try await client.page(address).contains("Nothing that is wished for this day is refused."))
        }
    }

    @Test("says what cannot be asked, and is for whoever may build alone")
    func refusals() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            for body in [
                away("nobody", "2026-01-06", "2026-01-06"), away("b", "2026-02-06", "2026-02-06"),
                away("b", "2026-01-08", "2026-01-06"), #"{"away":[]}"#, "{}",
            ] {
                #expect(try await client.api(.post, "/builds/1/repairs", body).status == 422, "\(body)")
            }
            for query in ["", "?rota=x", "?rota=build:1&person=nobody&from=2026-01-06"] {
                let status = try await client.execute(uri: "/repair\(query)", method: .get) { $0.status }
                #expect(status == .unprocessableContent, "\(query)")
            }
            for step in ["", "x", "%7B%22cells%22%3A%5B%5D%7D"] {
                let answer = try await client.send(
                    "rota=build:1&step=\(step)", to: "/repair", from: "/builds/1")
                #expect([.badRequest, .unprocessableContent].contains(answer.status), "\(step)")
            }
            #expect(try await client.api(.get, "/builds/1/steps").json["items"]?.elements.isEmpty == true)
            let lead = try await SignedIn(client, as: ServerFixture.person(.lead))
            #expect(try await lead.api(.post, "/builds/1/repairs", away("b", "2026-01-07", "2026-01-07")).status == 403)
            #expect(!(try await lead.page("/builds/1").contains("/repair")))
            #expect(try await lead.execute(uri: "/repair?rota=build:1", method: .get) { $0.status } == .forbidden)
        }
    }

    /// What the first repair's button sends.
    private static func step(_ page: String) throws -> String {
        let found = try #require(page.firstMatch(of: /name="step" value="([^"]*)"/)?.1)
        let text = found.replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
        return try #require(text.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
    }
}
