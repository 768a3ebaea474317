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

/// A person's own calendar: the addresses they make for it, and what is fetched there.
@Suite("One's own calendar")
struct CalendarTests {
    /// A ward with two drafts, of which the first is published.
    private func fixture() async throws -> ServerFixture {
        let fixture = try ServerFixture()
        var rota = SmallWard.rota(of: fixture.problem)
        try await fixture.keep(rota, bound: 20, as: .finished)
        let (early, night) = (Duty(ShiftIndex(0)), Duty(ShiftIndex(1)))
        rota[1, 2] = night
        rota[3, 2] = early
        rota[4, 6] = .off
        try await fixture.keep(rota, bound: 20, as: .finished)
        try await fixture.run {
            _ = try await $0.send("", to: "/builds/1/publish", from: "/builds/1/publish")
        }
        return fixture
    }

    private func stable(_ page: String) -> String {
        page.replacing(/\/assets\/[0-9a-f]+\//, with: "/assets/HASH/")
            .replacing(/name="form" value="[^"]+"/, with: "name=\"form\" value=\"FORM\"")
    }

    /// Makes an address, and gives back what of it follows on the host.
    private func address(_ client: SignedIn) async throws -> String {
        let page = String(
            buffer: try await client.send("name=my+phone", to: "/me/calendar", from: "/me/calendar").body)
        let found = try #require(page.firstMatch(of: /<code>https?:\/\/[^\/]+(\/calendars\/[^<]+\.ics)<\/code>/)?.1)
        #expect(page.contains("href=\"webcal://"))
        return String(found)
    }

    private func fetch(
        _ address: String, _ client: any TestClient, knowing tag: String? = nil
    ) async throws -> TestResponse {
        let headers = tag.map { [.ifNoneMatch: $0] as HTTPFields } ?? [:]
        return try await client.execute(uri: address, method: .get, headers: headers) { $0 }
    }

    @Test("is fetched by nothing but its address, changes with what is published, and stops at once when revoked")
    func life() async throws {
        let fixture = try await fixture()
        try await fixture.run(as: nil) { client in
            let own = try await SignedIn(client, as: "f")
            #expect(try await own.page("/me/calendar").contains("You have made none."))
            let address = try await address(own)
            let first = try await fetch(address, client)
            #expect(first.status == .ok)
            #expect(first.headers[.contentType] == "text/calendar; charset=utf-8")
            #expect(first.headers[.cacheControl] == "private, no-cache")
            #expect(Golden.difference(first.text.replacing("\r\n", with: "\n"), "calendar-first.ics") == nil)
            // The same again is not sent again.
            let tag = try #require(first.headers[.eTag])
            let again = try await fetch(address, client, knowing: tag)
            #expect(again.status == .notModified && again.body.readableBytes == 0)
            #expect(try await own.page("/me/calendar").contains("last fetched"))

            // Somebody else's rota changes, and one's own by a shift that is taken back.
            let planner = try await SignedIn(client, as: ServerFixture.person(.planner))
            _ = try await planner.send("", to: "/builds/2/publish", from: "/builds/2/publish")
            let second = try await fetch(address, client, knowing: tag)
            #expect(second.status == .ok && second.headers[.eTag] != tag)
            #expect(Golden.difference(second.text.replacing("\r\n", with: "\n"), "calendar-second.ics") == nil)
            for name in fixture.problem.people.map(\.name) { #expect(!second.text.contains(name)) }

            let page = try await own.page("/me/calendar")
            #expect(Golden.difference(stable(page), "calendar.html") == nil)
            let id = try #require(page.firstMatch(of: /name="calendar" value="([^"]+)"/)?.1)
            _ = try await own.send("calendar=\(id)", to: "/me/calendar/revoke", from: "/me/calendar")
            let gone = try await fetch(address, client, knowing: second.headers[.eTag])
            let unknown = try await fetch("/calendars/x.ics", client)
            #expect(gone.status == .notFound && unknown.status == .notFound && gone.text == unknown.text)
        }
    }

    @Test("opens nothing else, and nobody else's page")
    func limits() async throws {
        let fixture = try await fixture()
        try await fixture.run(as: nil) { client in
            let own = try await SignedIn(client, as: "a")
            let address = try await address(own)
            let secret = try #require(address.firstMatch(of: /calendars\/(.+)\.ics/)?.1)
            // Not as a token of a program's, nor a session's; and a program's token is no address.
            for header in [HTTPField.Name.authorization, .cookie] {
                let value = header == .cookie ? "watchbill_session=\(secret)" : "Bearer \(secret)"
                let answer = try await client.execute(uri: "/api/v1/me/shifts", method: .get, headers: [header: value])
                {
                    $0
                }
                #expect(answer.status == .unauthorized)
            }
            let token = try await own.issueToken([.readRotas])
            #expect(try await fetch("/calendars/\(token).ics", client).status == .notFound)
            // Somebody else can neither see nor revoke it, but who looks after accounts can.
            let id = try #require(
                try await own.api(.get, "/calendars").json["items"]?.elements.first?["id"]?.text)
            let other = try await SignedIn(client, as: "b")
            #expect(try await other.api(.get, "/calendars").json["items"]?.elements.isEmpty == true)
            #expect(try await other.api(.delete, "/calendars/\(id)").status == 403)
            #expect(try await fetch(address, client).status == .ok)
            let administrator = try await SignedIn(client, as: ServerFixture.person(.administrator))
            let page = "/crew/account?person=a"
            #expect(try await administrator.page(page).contains("<b>my phone</b>"))
            _ = try await administrator.send(
                "person=a&calendar=\(id)", to: "/crew/account/calendars/revoke", from: page)
            #expect(try await fetch(address, client).status == .notFound)
        }
    }

    @Test("has addresses made, listed and revoked by the API too, and asks for a name")
    func programs() async throws {
        let fixture = try await fixture()
        try await fixture.run(as: nil) { client in
            let own = try await SignedIn(client, as: "a")
            let made = try await own.api(.post, "/calendars", #"{"name":"phone"}"#)
            #expect(made.status == 201)
            let path = try #require(made.json["address"]?.text?.firstMatch(of: /\/calendars\/.+/)).output
            #expect(try await fetch(String(path), client).text.contains("SUMMARY:Early (E)"))
            let listed = try #require(try await own.api(.get, "/calendars").json["items"]?.elements.first)
            #expect(listed["name"]?.text == "phone" && listed["lastFetchedAt"] != nil)
            #expect(try await own.api(.delete, "/calendars/\(listed["id"]?.text ?? "")").status == 204)
            #expect(try await fetch(String(path), client).status == .notFound)
            #expect(try await own.api(.post, "/calendars", #"{"name":" "}"#).status == 422)
            let refused = try await own.send("name=+", to: "/me/calendar", from: "/me/calendar")
            #expect(refused.status == .unprocessableContent && refused.text.contains("needs a name"))
        }
    }
}
