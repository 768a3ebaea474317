import RotaFormats
import CrewRecords
import Foundation
import HTTPTypes
import Hummingbird
import RouterTestKit
import RotaModel
import RotaRules
import Testing
import WatchbillServer
import WatchbillStore
import WatchbillTestKit

/// Requests, exchanges and accounts. The small ward's week is published; by the clock it is Tue 6 Jan 2026.
@Suite("What people ask for")
struct AskingPageTests {
    private func stable(_ page: String) -> String {
        page.replacing(/\/assets\/[0-9a-f]+\//, with: "/assets/HASH/")
            .replacing(/name="form" value="[^"]+"/, with: "name=\"form\" value=\"FORM\"")
    }

    /// Runs `body` with a client for each of some people, once the week is published.
    private func run(
        _ body: @escaping @Sendable (_ as: @Sendable (PersonID) async throws -> SignedIn) async throws -> Void
    ) async throws {
        let fixture = try ServerFixture()
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: 20, as: .finished)
        try await fixture.opened { installation in
            let application = buildApplication(installation, logger: ServerFixture.logger, announce: { _, _ in })
            try await application.test { server in
                let planner = try await SignedIn(server, as: ServerFixture.person(.planner))
                #expect(try await planner.api(.post, "/builds/1/publish", "{}").status == 201)
                try await body { try await SignedIn(server, as: $0) }
            }
        }
    }

    @Test("is on pages of one's own, as recorded")
    func golden() async throws {
        try await run { client in
            let (a, planner) = (try await client("a"), try await client(ServerFixture.person(.planner)))
            _ = try await a.send("date=2026-01-14&wish=dayOff", to: "/me/requests", from: "/me/requests")
            let pages = [
                "asking-today": try await a.page("/today"), "asking-requests": try await a.page("/me/requests"),
                "asking-exchanges": try await a.page("/me/exchanges"),
                "asking-new": try await a.page("/me/exchanges/new?unit=w3&date=2026-01-09"),
                "asking-year": try await a.page("/me/year?year=2026"),
                "asking-year-of": try await planner.page("/crew/a/year?year=2026"),
                "asking-decide": try await planner.page("/rota/exchanges"),
            ]
            for (name, page) in pages { #expect(Golden.difference(stable(page), "\(name).html") == nil) }
        }
    }

    @Test("an exchange is asked, answered and approved by the pages, and the two see it in their calendars")
    func exchange() async throws {
        try await run { client in
            // A. Ortega has E on Sat 10 Jan.
            let a = try await client("a")
            let offers = try await a.api(.get, "/units/w3/exchanges?date=2026-01-10").json["items"]?.elements ?? []
            #expect(!offers.isEmpty)
            let offer = try #require(offers.first)
            let other = try #require(offer["other"]?.text)
            var form = "unit=w3&date=2026-01-10&shift=E&other=\(other.replacing("&", with: "%26"))"
            if let date = offer["otherDate"]?.text, let shift = offer["otherShift"]?.text {
                form += "&otherDate=\(date)&otherShift=\(shift)"
            }
            let asked = try await a.send(form, to: "/me/exchanges", from: "/me/exchanges/new?unit=w3&date=2026-01-10")
            #expect(asked.status == .seeOther, "\(asked.refusal ?? "")")
            // What breaks a rule by then, is past or is no shift of theirs is refused, with the page.
            for wrong in [
                "unit=w3&date=2026-01-10&shift=N&other=b", "unit=w3&date=2026-01-05&shift=E&other=b",
                "unit=w3&date=2026-01-08&shift=E&otherDate=2026-01-09&otherShift=N",
                "unit=w3&date=2026-01-10&shift=E&other=a", "unit=w3&date=2026-01-10&shift=E&other=nobody",
            ] {
                let refused = try await a.send(
                    wrong, to: "/me/exchanges", from: "/me/exchanges/new?unit=w3&date=2026-01-10")
                #expect(
                    refused.status == .conflict && refused.refusal?.contains("Nothing was changed") == true, "\(wrong)")
            }
            let them = try await client(PersonID(other))
            #expect(try await them.page("/today").contains("Colleagues ask you for an exchange: 1"))
            let agreed = try await them.send("exchange=1&answer=yes", to: "/me/exchanges/answer", from: "/me/exchanges")
            #expect(agreed.status == .seeOther)
            let planner = try await client(ServerFixture.person(.planner))
            #expect(try await planner.page("/today").contains("Exchanges that wait for your approval: 1"))
            let done = try await planner.send("exchange=1&answer=yes", to: "/rota/exchanges", from: "/rota/exchanges")
            #expect(done.status == .seeOther)
            let again = try await a.send(
                "exchange=1", to: "/me/exchanges/withdraw", from: "/me/exchanges/new?unit=w3&date=2026-01-09")
            #expect(again.status == .conflict)
            #expect(try await a.api(.get, "/me/exchanges").json["items"]?.elements.first?["state"]?.text == "done")
            let version = try await a.page("/rota/versions/2?unit=w3")
            #expect(version.contains("Exchange 1") && version.contains("Sat 10 Jan: off instead of E"))
        }
    }

    @Test("by the API an exchange is asked for once with a key, declined, and withdrawn")
    func api() async throws {
        try await run { client in
            let a = try await client("a")
            let offer = try #require(
                try await a.api(.get, "/units/w3/exchanges?date=2026-01-10").json["items"]?.elements.first)
            let members = ["date", "shift", "other", "otherDate", "otherShift"].compactMap { name in
                offer[name]?.text.map { "\"\(name)\": \"\($0)\"" }
            }
            let body = "{\(members.joined(separator: ", "))}"
            let key: HTTPFields = [.idempotencyKey: "0123456789abcdef"]
            let asked = try await a.api(.post, "/units/w3/exchanges", body, headers: key)
            #expect(asked.status == 201 && asked.json["exchange"]?.whole == 1, "\(asked.text)")
            #expect(try await a.api(.post, "/units/w3/exchanges", body, headers: key).text == asked.text)
            #expect(try await a.api(.post, "/units/w3/exchanges", body).status == 409)
            let them = try await client(PersonID(offer["other"]?.text ?? ""))
            #expect(try await a.api(.put, "/me/exchanges/1/answer", #"{"yes": true}"#).status == 404)
            #expect(try await them.api(.put, "/me/exchanges/1/answer", #"{"yes": false}"#).status == 204)
            #expect(try await a.api(.delete, "/me/exchanges/1").status == 412)
            let second = try await a.api(.post, "/units/w3/exchanges", body)
            #expect(second.status == 201)
            #expect(try await a.api(.delete, "/me/exchanges/2").status == 204)
            #expect(try await a.api(.put, "/me/requests/2026-01-20", #"{"wish": "shiftOn"}"#).status == 422)
            #expect(try await a.api(.put, "/me/requests/2026-01-20", #"{"wish": "dayOff"}"#).status == 204)
            #expect(try await a.api(.put, "/me/requests/2020-01-20", #"{"wish": "dayOff"}"#).status == 422)
            #expect(try await a.api(.get, "/me/requests").json["items"]?.elements.count == 1)
            #expect(try await a.api(.delete, "/me/requests/2026-01-20").status == 204)
            let planner = try await client(ServerFixture.person(.planner))
            #expect(try await planner.api(.post, "/people/a/account", #"{"nights": 2, "note": "x"}"#).status == 201)
            let far = try await planner.send("year=99999&nights=1&note=x", to: "/crew/a/year", from: "/crew/a/year")
            #expect(far.status == .unprocessableContent)
            let account = try await a.api(.get, "/me/account?year=2026").json
            #expect(account["carried"]?["nights"]?.whole == 2 && account["entries"]?.elements.count == 1)
            #expect(try await a.api(.post, "/people/a/account", #"{"nights": 2, "note": "x"}"#).status == 403)
        }
    }
}
