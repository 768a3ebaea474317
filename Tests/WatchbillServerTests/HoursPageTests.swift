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

/// Hours that were worked, by pages and API. The small ward's week is published, with 11 hours of rest between shifts. On Wed
/// 7 and Thu 8 Jan 2026 B. Lindqvist (b) has an early shift (07:00 to 15:00); on Thursday, one more is open.
@Suite("The pages of hours and rest")
struct HoursPageTests {
    /// Wed 7 Jan 2026, 23:00 on the ward's clock.
    private static let wednesday = Instant(seconds: 1_767_823_200)
    /// Mon 2 Feb 2026, 12:00 on the ward's clock.
    private static let february = Instant(seconds: 1_770_030_000)

    private func run(
        at moment: Instant,
        _ body:
            @escaping @Sendable (
                _ installation: Installation, _ as: @Sendable (PersonID) async throws -> SignedIn
            ) async throws -> Void
    ) async throws {
        let fixture = try ServerFixture(at: moment)
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: 20, as: .finished)
        try await fixture.opened { installation in
            let application = buildApplication(installation, logger: ServerFixture.logger, announce: { _, _ in })
            try await application.test { server in
                let planner = try await SignedIn(server, as: ServerFixture.person(.planner))
                #expect(try await planner.api(.post, "/builds/1/publish", "{}").status == 201)
                try await body(installation) { try await SignedIn(server, as: $0) }
            }
        }
    }

    /// The lead writes down when somebody was on watch, in UTC.
    private func enter(_ on: String, _ off: String?, of person: String, _ lead: SignedIn) async throws {
        let told: [(kind: String, at: String?)] = [("on", on), ("off", off)]
        for (kind, at) in told {
            guard let at else { continue }
            let answer = try await lead.api(
                .post, "/people/\(person)/attendance", #"{"unit":"w3","kind":"\#(kind)","at":"\#(at)"}"#)
            #expect(answer.status == 201, "\(answer.text)")
        }
    }

    @Test("say who will not be rested, to the person and to the lead, and tell each once")
    func foreseen() async throws {
        try await run(at: Self.wednesday) { installation, client in
            let (lead, b, a) = (
                try await client(ServerFixture.person(.lead)), try await client("b"), try await client("a")
            )
            let quiet = try await installation.tellOfRest()
            #expect(quiet.isEmpty)
            #expect(!(try await b.page("/today").contains("rest before")))
            // Off at 22:50 instead of 15:00.
            try await enter("2026-01-07T06:00:00Z", "2026-01-07T21:50:00Z", of: "b", lead)
            let words = "rest before E Early on Thu 8 Jan would be 8 h 10 min; the rule asks for 11 h"
            #expect(try await b.page("/today").contains("Your \(words)"))
            #expect(!(try await a.page("/today").contains("rest before")))
            let page = try await lead.page("/attendance?unit=w3&date=2026-01-07")
            #expect(page.contains("B. Lindqvist: the \(words)"))
            #expect(page.contains("/cover/new?unit=w3&amp;date=2026-01-08&amp;shift=E&amp;leaver=b"))
            let list = try await lead.api(.get, "/units/w3/unrested-shifts").json["items"]?.elements ?? []
            #expect(list.count == 1 && list.first?["minutes"]?.whole == 490 && list.first?["limit"]?.whole == 660)
            #expect(try await b.api(.get, "/me/unrested-shifts").json["items"]?.elements == list)
            #expect(try await a.api(.get, "/me/unrested-shifts").json["items"]?.elements == [])
            #expect(try await a.ask(.get, "/api/v1/units/w3/unrested-shifts").status == 403)
            // Once, however often it is looked at.
            let told = try await installation.tellOfRest()
            #expect(told == ["b", ServerFixture.person(.lead)])
            let again = try await installation.tellOfRest()
            #expect(again.isEmpty)
            #expect(try await b.page("/messages").contains("Your \(words)"))
        }
    }

    @Test("say it also where nothing was ever told, of whoever was on watch in another of their units")
    func elsewhere() async throws {
        try await run(at: Self.wednesday) { installation, client in
            let administrator = try await client(ServerFixture.person(.administrator))
            let document = try await administrator.api(.get, "/directory").text
            var directory = try #require(DirectoryFile.read(Array(document.utf8)).directory)
            let zone = try #require(directory.units.first).unit.zone
            directory.units.append(UnitEntry(CrewUnit(id: "w9", name: "Ward 9", zone: zone), parent: "w3"))
            let place = try #require(directory.people.firstIndex { $0.id == "b" })
            directory.people[place].memberships.append(Held("w9"))
            let changed = try await administrator.api(
                .put, "/directory", DirectoryFile.write(directory), headers: [.ifMatch: "*"])
            #expect(changed.status == 204, "\(changed.text)")
            let (lead, b) = (try await client(ServerFixture.person(.lead)), try await client("b"))
            for (kind, at) in [("on", "2026-01-07T06:00:00Z"), ("off", "2026-01-07T21:50:00Z")] {
                let told = try await lead.api(
                    .post, "/people/b/attendance", #"{"unit":"w9","kind":"\#(kind)","at":"\#(at)"}"#)
                #expect(told.status == 201, "\(told.text)")
            }
            let told = try await installation.tellOfRest()
            #expect(told == ["b", ServerFixture.person(.lead)])
            #expect(try await b.page("/messages").contains("Your rest before E Early on Thu 8 Jan would be 8 h 10 min"))
        }
    }

    @Test("forbid exchanges and cover for whoever has rest to take, and say no more of it")
    func judged() async throws {
        try await run(at: Self.wednesday) { _, client in
            let (lead, a) = (try await client(ServerFixture.person(.lead)), try await client("a"))
            func offers() async throws -> [String] {
                try await a.api(.get, "/units/w3/exchanges").json["items"]?.elements.compactMap {
                    $0["date"]?.text
                } ?? []
            }
            func candidates() async throws -> Bool {
                try await lead.page("/cover/new?unit=w3&date=2026-01-08&shift=E&leaver=b").contains("A. Ortega")
            }
            #expect(try await offers().contains("2026-01-08"))
            let isAsked = try await candidates()
            #expect(isAsked)
            // On watch besides the rota until 22:30: rest until 09:30.
            try await enter("2026-01-07T11:00:00Z", "2026-01-07T21:30:00Z", of: "a", lead)
            #expect(!(try await offers().contains("2026-01-08")))
            let isAskedThen = try await candidates()
            #expect(!isAskedThen)
            let refused = try await a.api(.post, "/units/w3/exchanges", #"{"date":"2026-01-08","shift":"E"}"#)
            #expect(refused.status == 409 && !refused.text.contains("rest until"), "\(refused.text)")
        }
    }

    @Test("are signed by the person and then by a lead, and a correction shows")
    func signed() async throws {
        try await run(at: Self.february) { _, client in
            let (lead, a) = (try await client(ServerFixture.person(.lead)), try await client("a"))
            try await enter("2026-01-05T06:04:00Z", "2026-01-05T14:10:00Z", of: "a", lead)
            let own = "/me/hours/sheet?unit=w3&month=2026-01"
            let leads = "/crew/a/hours?unit=w3&month=2026-01"
            let sheet = try await a.page(own)
            #expect(
                sheet.contains("07:04 – 15:10") && sheet.contains("+6 min") && sheet.contains("Not signed by a lead."))
            #expect(!(try await lead.page(leads)).contains("Sign as lead"), "a lead signs after the person")
            func form(_ page: String) throws -> String {
                let print = try #require(page.firstMatch(of: /name="fingerprint" value="([^"]+)"/)?.1)
                return "unit=w3&month=2026-01&fingerprint=\(print)"
            }
            let (first, stale) = (try form(sheet), "unit=w3&month=2026-01&fingerprint=x")
            let wrong = try await a.send(stale, to: "/me/hours/sign", from: own)
            #expect(wrong.status == .conflict && wrong.refusal?.contains("were changed since") == true)
            #expect(try await a.send(first, to: "/me/hours/sign", from: own).status == .seeOther)
            #expect(try await a.page(own).contains("Signed by A. Ortega"))
            let toSign = try await lead.page(leads)
            #expect(toSign.contains("Sign as lead"))
            #expect(try await lead.send(try form(toSign), to: "/crew/a/hours", from: leads).status == .seeOther)
            let month = "/attendance/month?unit=w3&month=2026-01"
            #expect(try await lead.page(month).contains("signed by both"))
            // A correction leaves the signatures and shows that they are older.
            let corrected = try await lead.api(
                .post, "/people/a/attendance",
                #"{"unit":"w3","kind":"off","at":"2026-01-05T14:20:00Z","replaces":2,"note":"The clock"}"#)
            #expect(corrected.status == 201)
            #expect(try await a.page(own).components(separatedBy: "Changed since it was signed").count == 3)
            #expect(try await lead.page(month).contains("changed since it was signed"))
            let late = try await lead.send(
                try form(toSign), to: "/crew/a/hours", from: month.replacing("/month", with: ""))
            #expect(late.status == .conflict)
            let hours = try await a.api(.get, "/me/month-hours?unit=w3&month=2026-01-15").json
            #expect(hours["signatures"]?.elements.count == 2 && hours["workedMinutes"]?.whole == 496)
            // Signed anew; by the API, too, and not before the month is over.
            let print = try #require(hours["fingerprint"]?.text)
            for (date, status) in [("2026-01-31", 201), ("2026-02-01", 409)] {
                let answer = try await a.api(
                    .post, "/me/month-hours/signatures",
                    #"{"unit":"w3","month":"\#(date)","fingerprint":"\#(print)"}"#)
                #expect(answer.status == status, "\(date): \(answer.text)")
            }
            let body = #"{"unit":"w3","month":"2026-01-01","fingerprint":"\#(print)"}"#
            #expect(try await lead.api(.post, "/people/a/month-hours/signatures", body).status == 201)
            #expect(try await a.api(.post, "/people/a/month-hours/signatures", body).status == 403)
            #expect(try await lead.api(.post, "/people/role-lead/month-hours/signatures", body).status == 403)
            let read = try await lead.api(.get, "/units/w3/month-hours/a?month=2026-01-01").json
            #expect(read["signatures"]?.elements.count == 4 && read["fingerprint"]?.text == print)
            #expect(try await a.ask(.get, "/api/v1/units/w3/month-hours/b?month=2026-01-01").status == 403)
        }
    }

    @Test("have the record of hours of rest, to be printed")
    func restRecord() async throws {
        try await run(at: Self.february) { _, client in
            let (lead, a, b) = (
                try await client(ServerFixture.person(.lead)), try await client("a"), try await client("b")
            )
            // 15 hours at a stretch on Monday.
            try await enter("2026-01-05T05:00:00Z", "2026-01-05T20:00:00Z", of: "a", lead)
            for page in [
                try await a.page("/me/rest?unit=w3&month=2026-01"),
                try await lead.page("/crew/a/rest?unit=w3&month=2026-01"),
            ] {
                #expect(page.contains("Record of hours of rest of seafarers") && page.contains("A. Ortega"))
                #expect(page.components(separatedBy: ">■<").count == 31, "30 half hours of work")
                #expect(page.contains("<b>A D</b>") && page.contains("A: less than 10 h of rest in 24 h"))
                #expect(page.components(separatedBy: "<th scope=\"row\"").count == 32)
            }
            let days = try await a.api(.get, "/me/rest-record?unit=w3&month=2026-01-09").json["days"]?.elements ?? []
            #expect(days.count == 31 && days[4]["faults"]?.elements.compactMap(\.text) == ["A", "D"])
            #expect(days[4]["rest"]?.whole == 540)
            #expect(
                try await lead.api(.get, "/units/w3/rest-records/a?month=2026-01-09").json["days"]?.elements == days)
            #expect(try await b.ask(.get, "/crew/a/rest?unit=w3&month=2026-01").status == 403)
            #expect(try await b.ask(.get, "/me/rest?unit=nowhere&month=2026-01").status == 422)
        }
    }
}
