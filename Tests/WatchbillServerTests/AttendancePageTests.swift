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
import WatchbillTestKit

/// Attendance by pages and API. The small ward's week is published; by the clock it is Tue 6 Jan 2026, 12:46. A. Ortega (a) has
/// an early shift (07:00 to 15:00) on Monday and Tuesday, C. Okafor (c) a night on Monday and an early shift on Tuesday.
@Suite("The pages of attendance")
struct AttendancePageTests {
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

    private static let monday = "/attendance?unit=w3&date=2026-01-05"

    /// What a lead types about Monday's early shift.
    private static func form(_ on: String, _ off: String, was: (String, String) = ("", ""), _ rest: String = "")
        -> String
    {
        func field(_ name: String, _ value: String) -> String {
            "&\(name)=\(value.replacing(":", with: "%3A"))"
        }
        return "date=2026-01-05" + field("on", on) + field("off", off) + field("onWas", was.0)
            + field("offWas", was.1) + rest
    }

    @Test("are written by leads, corrected with a reason beside what was told first, and come to hours")
    func life() async throws {
        try await run { client in
            let (lead, a, b) = (
                try await client(ServerFixture.person(.lead)), try await client("a"), try await client("b")
            )
            let told = try await lead.send(
                Self.form("2026-01-05T07:04", "2026-01-05T15:10"), to: "/crew/a/attendance?unit=w3", from: Self.monday)
            #expect(told.status == .seeOther, "\(told.refusal ?? "")")
            var page = try await lead.page(Self.monday)
            #expect(page.contains("07:04 – 15:10, 8 h 6 min"))
            #expect(page.contains("4 min late, 10 min overtime"))
            // A correction needs a reason, and what was told first stays.
            let was = ("2026-01-05T07:04", "2026-01-05T15:10")
            let bare = try await lead.send(
                Self.form("2026-01-05T07:00", was.1, was: was, "&onID=1&offID=2"), to: "/crew/a/attendance?unit=w3",
                from: Self.monday)
            #expect(bare.status == .unprocessableContent && bare.refusal?.contains("needs a reason") == true)
            let corrected = try await lead.send(
                Self.form("2026-01-05T07:00", was.1, was: was, "&onID=1&offID=2&note=The+clock+was+wrong"),
                to: "/crew/a/attendance?unit=w3", from: Self.monday)
            #expect(corrected.status == .seeOther, "\(corrected.refusal ?? "")")
            page = try await lead.page(Self.monday)
            #expect(page.contains("07:00 – 15:10, 8 h 10 min") && page.contains("The clock was wrong"))
            #expect(page.contains("Mon 5 Jan 2026 07:04"), "what was told first")
            // Nobody else sees it but whoever it is about.
            #expect(try await a.page("/me/hours?month=2026-01").contains("8 h 10 min"))
            #expect(!(try await b.page("/me/hours?month=2026-01").contains("8 h 10 min")))
            for path in [Self.monday, "/api/v1/units/w3/attendance?from=2026-01-05"] {
                #expect(try await b.ask(.get, path).status == 403, "\(path)")
            }
            // Hours for payroll: all for whoever leads, one's own for the others.
            func worked(_ client: SignedIn) async throws -> [String] {
                try await client.page("/rota/hours?unit=w3&version=1").split(whereSeparator: \.isNewline).dropFirst()
                    .map { line in
                        line.split(separator: ",", omittingEmptySubsequences: false).suffix(2).joined(separator: ",")
                    }
            }
            #expect(try await worked(lead) == ["1,490", "0,0", "0,0", "0,0", "0,0"])
            #expect(try await worked(a) == ["1,490", ",", ",", ",", ","])
            #expect(try await worked(b) == [",", "0,0", ",", ",", ","])
            let hours = try await a.api(.get, "/units/w3/versions/1/hours").json
            #expect(hours["people"]?.elements.first?["workedMinutes"]?.whole == 490)
            let own = try await a.api(.get, "/me/attendance?from=2026-01-05").json
            #expect(own["items"]?.elements.count == 3)
        }
    }

    @Test("say why something is not written down")
    func refusals() async throws {
        try await run { client in
            let lead = try await client(ServerFixture.person(.lead))
            for (form, words) in [
                (Self.form("", ""), "nothing is written down"),
                (Self.form("", "2026-01-05T15:00"), "begin or end nothing"),
                (Self.form("2026-01-05T15:00", "2026-01-05T07:00"), "begin or end nothing"),
                (Self.form("soon", ""), "is no time to be on watch"),
                (Self.form("2026-01-06T13:00", ""), "is still to come"),
                (
                    Self.form("2026-01-05T07:00", "", "&note=" + String(repeating: "x", count: 201)),
                    "has 201 characters"
                ),
            ] {
                let refused = try await lead.send(form, to: "/crew/a/attendance?unit=w3", from: Self.monday)
                #expect(
                    refused.status == .unprocessableContent && refused.refusal?.contains(words) == true,
                    "\(form): \(refused.refusal ?? "")")
            }
            // By the API, too; a lead's own hours are for another one to write down.
            for (person, body, status) in [
                ("a", #"{"unit":"w3","kind":"on","at":"2026-01-06T07:00:00Z"}"#, 201),
                ("a", #"{"unit":"w3","kind":"on","at":"2026-01-07T07:00:00Z"}"#, 422),
                ("a", #"{"unit":"w3","kind":"on","at":"2026-01-06T08:00:00Z","replaces":1}"#, 422),
                ("a", #"{"unit":"w3","kind":"on","at":"2026-01-06T08:00:00Z","replaces":1,"note":"Later"}"#, 201),
                ("a", #"{"unit":"w9","kind":"on","at":"2026-01-06T07:00:00Z"}"#, 422),
                ("role-lead", #"{"unit":"w3","kind":"on","at":"2026-01-06T07:00:00Z"}"#, 403),
            ] {
                #expect(
                    try await lead.api(.post, "/people/\(person)/attendance", body).status == status,
                    "\(person) \(body)")
            }
            let own = #"{"unit":"w3","kind":"on","at":"2026-01-06T07:00:00Z"}"#
            #expect(try await client("b").api(.post, "/people/a/attendance", own).status == 403)
        }
    }

    @Test("tell until when requests are taken, on the pages of whoever plans and whoever asks")
    func requestCalls() async throws {
        try await run { client in
            let (planner, a) = (try await client(ServerFixture.person(.planner)), try await client("a"))
            let page = "/setup/w3/requests"
            for (form, words) in [
                ("first=2026-02-02&last=2026-03-01&until=2026-02-02", "before the first of the period"),
                ("first=2026-02-02&last=2026-03-01&until=2026-01-05", "from today on"),
                ("first=2026-02-02&last=2026-01-01&until=2026-01-20", "Three dates are expected"),
                ("first=2026-02-02&last=2026-03-01", "Three dates are expected"),
            ] {
                let refused = try await planner.send(form, to: page, from: page)
                #expect(
                    refused.status == .unprocessableContent && refused.refusal?.contains(words) == true,
                    "\(form): \(refused.refusal ?? "")")
            }
            let called = try await planner.send(
                "first=2026-02-02&last=2026-03-01&until=2026-01-20", to: page, from: page)
            #expect(called.status == .seeOther)
            #expect(try await planner.page(page).contains("2 Feb – 1 Mar: until Tue 20 Jan"))
            #expect(try await planner.page("/setup/w3").contains("until Tue 20 Jan"))
            #expect(try await a.page("/me/requests").contains("are taken until Tue 20 Jan."))
            #expect(try await a.page("/messages").contains("Ask for shifts and days off until Tue 20 Jan."))
            #expect(try await a.api(.get, "/me/request-calls").json["items"]?.elements.count == 1)
            #expect(try await a.api(.get, "/units/w3/request-calls").status == 403)
            #expect(
                try await planner.api(
                    .post, "/units/w3/request-calls",
                    #"{"first":"2026-03-02","last":"2026-03-29","until":"2026-02-10"}"#
                ).status == 201)
        }
    }

    @Test("take reports of mail that came back, and nothing else there")
    func bounces() async throws {
        try await run { client in
            let somebody = try await client("a")
            for body in ["", "Subject: Hello\r\n\r\nHow are you?\r\n"] {
                let answer = try await somebody.ask(.post, "/bounces", body)
                #expect(answer.status == 422)
            }
        }
    }
}
