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

/// What runs out, by pages and API. By the clock it is Tue 6 Jan 2026, 12:46.
@Suite("The pages of what runs out")
struct ExpiryPageTests {
    private typealias Visitor = RecordPageTests.Visitor

    private func run(
        at moment: Instant = ServerFixture.now,
        _ body:
            @escaping @Sendable (_ installation: Installation, _ as: @Sendable (PersonID) async throws -> Visitor)
            async throws -> Void
    ) async throws {
        let fixture = try ServerFixture(at: moment)
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: 20, as: .finished)
        try await fixture.opened { installation in
            let application = buildApplication(installation, logger: ServerFixture.logger, announce: { _, _ in })
            try await application.test { server in
                try await body(installation) { try await Visitor(server, as: $0) }
            }
        }
    }

    private static let records = ServerFixture.person(.recordsKeeper)
    private static let medic = ServerFixture.person(.medicalKeeper)

    private static func paper(
        _ title: String, until: String, need: String = "", category: String = "qualifications"
    ) -> [(String, String)] {
        [
            ("title", title), ("category", category), ("class", ""), ("need", need), ("body", ""), ("issuer", "Region"),
            ("number", "4711"), ("from", "2021-02-01"), ("until", until),
        ]
    }

    private static func supply(_ quantity: String, use: String, need: String = "duty") -> [(String, String)] {
        [
            ("title", "Insulin"), ("category", "health"), ("class", ""), ("need", need), ("body", ""),
            ("on", "2026-01-06"), ("quantity", quantity), ("measure", "pens"), ("use", use), ("least", ""),
            ("most", ""),
        ]
    }

    @Test("let keepers add, renew and count, and show each what they may see of it")
    func life() async throws {
        try await run { installation, visitor in
            let (rita, max) = (try await visitor(Self.records), try await visitor(Self.medic))
            let (a, lead, planner) = (
                try await visitor("a"), try await visitor(ServerFixture.person(.lead)),
                try await visitor(ServerFixture.person(.planner))
            )
            let page = "/crew/a/expiry"
            let added = try await rita.upload(
                Self.paper("Fire fighting", until: "2026-02-01", need: "duty"),
                files: [("scan.pdf", "application/pdf", RecordPageTests.pdf)], to: "\(page)/paper",
                from: "\(page)/paper")
            #expect(added.status == .seeOther, "\(added.text)")
            let supplied = try await max.upload(
                Self.supply("7.5", use: "0.5"), to: "\(page)/supply", from: "\(page)/supply")
            #expect(supplied.status == .seeOther, "\(supplied.text)")

            // The person sees the open one at once, and the sealed one once it is opened, which is logged.
            let own = try await a.client.page("/me/expiry")
            #expect(own.contains("Fire fighting, until 1 Feb 2026, in 26 days"))
            #expect(own.contains("needed for any duty · issued by Region · no. 4711"))
            #expect(!own.contains("Insulin") && own.contains("There are sealed entries"))
            let opened = try await a.client.send(to: "/me/expiry", from: "/me/expiry")
            #expect(opened.text.contains("Insulin, until 20 Jan 2026, in 14 days"), "\(opened.text)")
            #expect(try await a.client.page("/me/readings").lowercased().contains("health"))

            // Leads read what is open; planners see from when somebody is not eligible, and no more.
            let unit = "/expiry?unit=w3"
            #expect(try await lead.client.page(unit).contains("A. Ortega: Fire fighting, until 1 Feb 2026"))
            let plan = try await planner.client.page(unit)
            #expect(plan.contains("A. Ortega: not eligible from 21 Jan 2026"))
            for reader in [lead, planner, rita] {
                let seen = try await reader.client.page(unit) + reader.client.page("/expiry/calendar.csv?unit=w3")
                #expect(!seen.contains("Insulin") && !seen.contains("pens") && !seen.contains("There are sealed"))
            }
            #expect(try await max.client.page(unit).contains("There are sealed entries"))
            let all = try await max.client.send(to: unit, from: unit)
            #expect(all.text.contains("A. Ortega: Insulin, until 20 Jan 2026"))
            let table = try await planner.client.page("/expiry/calendar.csv?unit=w3")
            #expect(table.contains("a,A. Ortega,not eligible,,,2026-01-21,2026-01-21,"), "\(table)")

            // The keeper counts, and the day moves; the one in whose file it is may not.
            let change = try #require(
                all.text.firstMatch(of: /href="(\/crew\/a\/expiry\/[A-Za-z0-9%_-]{10,})"/).map { String($0.1) })
            let counted = try await max.upload(
                [
                    ("what", "counted"), ("on", "2026-01-06"), ("quantity", "30"), ("use", ""), ("least", ""),
                    ("most", ""),
                ],
                to: change, from: change)
            #expect(counted.status == .seeOther, "\(counted.text)")
            #expect(try await planner.client.page(unit).contains("A. Ortega: not eligible from 2 Feb 2026"))
            for reader in [a, lead, planner, rita] { #expect(try await reader.status(change) == 404) }
            let renew = try #require(
                try await rita.client.page(page).firstMatch(of: /href="(\/crew\/a\/expiry\/[A-Za-z0-9%_-]{10,})"/)
                    .map { String($0.1) })
            let renewed = try await rita.upload(
                [("what", "renewed"), ("number", "4712"), ("from", ""), ("until", "2031-02-01")], to: renew, from: renew
            )
            #expect(renewed.status == .seeOther, "\(renewed.text)")
            #expect(try await a.client.page("/me/expiry").contains("until 1 Feb 2031"))
            #expect(try await planner.client.page(unit).contains("A. Ortega: not eligible from 7 Mar 2026"))
            // What was there before is kept in the file.
            #expect(try await a.client.page("/me/file").contains("superseded"))
            #expect(try await a.client.page("/me/file/page").contains("pens"))
        }
    }

    @Test("are known to whoever publishes a rota from before")
    func publishing() async throws {
        try await run { _, visitor in
            let (rita, planner) = (
                try await visitor(Self.records), try await visitor(ServerFixture.person(.planner)).client
            )
            let page = "/builds/1/publish"
            #expect(try await planner.page(page).contains("Hard rules it breaks: 3"))
            let paper = Self.paper("Fire fighting", until: "2026-01-08", need: "duty")
            let added = try await rita.upload(paper, to: "/crew/a/expiry/paper", from: "/crew/a/expiry/paper")
            #expect(added.status == .seeOther, "\(added.text)")
            // Two shifts of theirs are later.
            let after = try await planner.page(page)
            #expect(after.contains("Hard rules it breaks: 5") && after.contains("not eligible"), "\(after)")
            #expect(!after.contains("Fire fighting"))
        }
    }

    @Test("say why something is not written down")
    func refusals() async throws {
        try await run { _, visitor in
            let (max, rita, b) = (
                try await visitor(Self.medic), try await visitor(Self.records), try await visitor("b")
            )
            for (fields, words) in [
                (Self.supply("much", use: "1"), "“much” is no amount"),
                (Self.supply("7", use: ""), "told from 3 counts on"),
                (Self.supply("7", use: "0"), "more than nothing"),
            ] {
                let refused = try await max.upload(fields, to: "/crew/a/expiry/supply", from: "/crew/a/expiry/supply")
                #expect(refused.status == .unprocessableContent && refused.text.contains(words), "\(refused.text)")
            }
            let swapped = try await rita.upload(
                Self.paper("Fire fighting", until: "2020-01-01"), to: "/crew/a/expiry/paper",
                from: "/crew/a/expiry/paper")
            #expect(swapped.text.contains("ends before it begins"), "\(swapped.text)")
            let sealed = try await max.upload(
                Self.paper("Eyes", until: "2026-03-01", need: "for lead", category: "health"),
                to: "/crew/a/expiry/paper", from: "/crew/a/expiry/paper")
            #expect(sealed.text.contains("needed for no single qualification"), "\(sealed.text)")
            for address in ["/crew/a/expiry/paper", "/crew/a/expiry/supply", "/crew/a/expiry/nothing"] {
                #expect(try await b.status(address) == 404)
            }
        }
    }

    @Test("show a paper as it is written down, and put right what was changed and nothing else")
    func correcting() async throws {
        try await run { _, visitor in
            let rita = try await visitor(Self.records)
            let page = "/crew/a/expiry"
            let added = try await rita.upload(
                Self.paper("Fire fighting", until: "2026-02-01", need: "duty"), to: "\(page)/paper",
                from: "\(page)/paper")
            #expect(added.status == .seeOther, "\(added.text)")
            /// Where the paper is changed that stands there by now.
            func address() async throws -> String {
                try #require(
                    try await rita.client.page(page).firstMatch(of: /href="(\/crew\/a\/expiry\/[A-Za-z0-9%_-]{10,})"/)
                        .map { String($0.1) })
            }
            func dates() async throws -> [String?] {
                let id = try await address().split(separator: "/").last ?? ""
                let entry = try await rita.client.api(.get, "/people/a/entries/\(id)").json
                return [entry["from"]?.text, entry["until"]?.text, entry["runsOut"]?["number"]?.text]
            }
            /// With what a browser has in the fields, but for what is typed.
            func send(_ typed: [String: String]) async throws -> TestResponse {
                let change = try await address()
                let form = try await rita.client.page(change)
                let names = ["issuer", "number", "from", "until", "fromBefore", "untilBefore"]
                let fields = try names.map { name in
                    let field = try Regex("name=\"\(name)\"[^>]* value=\"([^\"]*)\"", as: (Substring, Substring).self)
                    let value = try #require(form.firstMatch(of: field)?.1, "there is no \(name)")
                    return (name, typed[name] ?? String(value))
                }
                return try await rita.upload(
                    [("what", typed["what"] ?? "")] + fields, to: change, from: change)
            }
            // A last day that was taken out by mistake would make it hold for ever.
            let empty = try await send(["what": "corrected", "until": ""])
            #expect(
                empty.status == .unprocessableContent && empty.text.contains("Its last day is missing"), "\(empty.text)"
            )
            #expect(try await send(["what": "corrected", "until": "2026-03-01"]).status == .seeOther)
            #expect(try await dates() == ["2021-02-01", "2026-03-01", "4711"])
            #expect(try await send(["what": "corrected", "from": "", "number": "4712"]).status == .seeOther)
            #expect(try await dates() == [nil, "2026-03-01", "4712"])
            // A newer one has another last day, and follows on the one before if its first is left as it is.
            let same = try await send(["what": "renewed"])
            #expect(same.status == .unprocessableContent && same.text.contains("of the newer paper"), "\(same.text)")
            #expect(try await send(["what": "renewed", "until": "2031-02-01"]).status == .seeOther)
            #expect(try await dates() == ["2026-03-02", "2031-02-01", "4712"])
            let id = try await address().split(separator: "/").last ?? ""
            let moved = try await rita.client.api(
                .post, "/people/a/expiry/\(id)", #"{"what":"corrected","from":"2026-03-05"}"#)
            #expect(moved.status == 201, "\(moved.json)")
            #expect(try await dates() == ["2026-03-05", "2031-02-01", "4712"], "a field that is not sent stays")
        }
    }

    @Test("go by the clock of the person's unit, and count on no day to come")
    func clock() async throws {
        // Wed 7 Jan 2026, 00:30 in Stockholm.
        try await run(at: Instant(seconds: 1_767_742_200)) { _, visitor in
            let (rita, max) = (try await visitor(Self.records), try await visitor(Self.medic))
            let page = "/crew/a/expiry"
            #expect(try await max.client.page("\(page)/supply").contains(#"value="2026-01-07""#))
            let added = try await rita.client.api(
                .post, "/people/a/supplies",
                #"{"title":"Lenses","measure":"pairs","on":"2026-01-06","quantity":10000,"use":500}"#)
            let entry = try #require(added.json["id"]?.text, "\(added.json)")
            #expect(try await rita.client.page(page).contains("until 25 Jan 2026, in 18 days"))
            let change = "\(page)/\(Ask.inForm(entry))"
            #expect(try await rita.client.page(change).contains(#"value="2026-01-07""#))
            func count(_ day: String) async throws -> TestResponse {
                try await rita.upload(
                    [("what", "counted"), ("on", day), ("quantity", "9"), ("use", ""), ("least", ""), ("most", "")],
                    to: change, from: change)
            }
            let ahead = try await count("2026-01-08")
            #expect(ahead.status == .unprocessableContent && ahead.text.contains("on a day to come"), "\(ahead.text)")
            let counted = try await rita.client.api(
                .post, "/people/a/expiry/\(entry)", #"{"what":"counted","quantity":9000}"#)
            let new = try #require(counted.json["id"]?.text, "\(counted.json)")
            let read = try await rita.client.api(.get, "/people/a/entries/\(new)").json
            #expect(read["runsOut"]?["counts"]?.elements.last?["on"] == "2026-01-07", "\(read)")
        }
    }

    @Test("lose nothing that runs out by another entry in its place, and need no qualification that there is not")
    func keeping() async throws {
        try await run { _, visitor in
            let rita = try await visitor(Self.records)
            let added = try await rita.client.api(
                .post, "/people/a/papers", #"{"title":"Fire fighting","until":"2026-02-01","duty":true}"#)
            let entry = try #require(added.json["id"]?.text, "\(added.json)")
            let instead = try await rita.client.api(
                .post, "/people/a/entries",
                #"{"category":"qualifications","title":"Fire fighting","supersedes":"\#(entry)"}"#)
            #expect(instead.status == 422 && instead.text.contains("watchbill expiry"), "\(instead.text)")
            let written = try await rita.upload(
                [
                    ("category", "qualifications"), ("class", ""), ("title", "Fire fighting"), ("body", ""),
                    ("from", ""), ("until", ""), ("supersedes", entry),
                ], to: "/crew/a/file", from: "/crew/a/file")
            #expect(
                written.status == .unprocessableContent && written.text.contains("something that runs out"),
                "\(written.text)")
            for (fields, words) in [
                (#""qualification":"led""#, "that the directory has"),
                (#""qualification":"lead","duty":true"#, "leave out one of the two"),
            ] {
                let refused = try await rita.client.api(
                    .post, "/people/a/papers", "{\"title\":\"Licence\",\"until\":\"2026-02-01\",\(fields)}")
                #expect(refused.status == 422 && refused.text.contains(words), "\(refused.text)")
            }
            let page = "/crew/a/expiry/paper"
            let unknown = try await rita.upload(
                Self.paper("Licence", until: "2026-02-01", need: "for led"), to: page, from: page)
            #expect(unknown.status == .unprocessableContent, "\(unknown.text)")
            let known = try await rita.client.api(
                .post, "/people/a/papers", #"{"title":"Licence","until":"2026-02-01","qualification":"lead"}"#)
            #expect(known.status == 201, "\(known.text)")
        }
    }

    @Test("remind the person and the keepers, by page and with nothing of what is sealed")
    func reminders() async throws {
        try await run { installation, visitor in
            let (rita, max, a) = (
                try await visitor(Self.records), try await visitor(Self.medic), try await visitor("a")
            )
            for (who, fields, kind) in [
                (rita, Self.paper("Fire fighting", until: "2026-02-01"), "paper"),
                (max, Self.supply("7", use: "1"), "supply"),
            ] {
                let page = "/crew/a/expiry/\(kind)"
                #expect(try await who.upload(fields, to: page, from: page).status == .seeOther)
            }
            for _ in 0..<2 { try await installation.remindOfExpiry() }
            let own = try await a.client.page("/messages")
            #expect(own.contains("Fire fighting runs out: 1 Feb 2026 is the last day, in 26 days."))
            #expect(own.contains("Something sealed in your file runs out soon, or has."))
            #expect(try await a.client.api(.get, "/me/messages").json["items"]?.elements.count == 2)
            #expect(
                try await rita.client.page("/messages").contains("A. Ortega: Fire fighting runs out: 1 Feb 2026"))
            #expect(
                try await max.client.page("/messages").contains("Something sealed in the file of A. Ortega runs out"))
        }
    }

    @Test("are what programs get, but for what is sealed")
    func programs() async throws {
        try await run { _, visitor in
            let (rita, max, planner) = (
                try await visitor(Self.records).client, try await visitor(Self.medic).client,
                try await visitor(ServerFixture.person(.planner)).client
            )
            let added = try await rita.api(
                .post, "/people/a/papers",
                #"{"title":"Fire fighting","until":"2026-02-01","duty":true,"class":"leads","issuer":"Region"}"#)
            #expect(added.status == 201, "\(added.json)")
            let entry = try #require(added.json["id"]?.text)
            let supply = try await rita.api(
                .post, "/people/a/supplies",
                #"{"title":"Lenses","measure":"pairs","on":"2026-01-06","quantity":10000,"use":500,"most":1000}"#)
            #expect(supply.status == 201, "\(supply.json)")
            let list = try await rita.api(.get, "/people/a/expiry").json["items"]?.elements ?? []
            #expect(list.compactMap { $0["title"]?.text } == ["Lenses", "Fire fighting"])
            #expect(list.first?["earliest"] == "2026-01-15" && list.first?["expected"] == "2026-01-25")
            let renewed = try await rita.api(
                .post, "/people/a/expiry/\(entry)", #"{"what":"renewed","until":"2026-03-01"}"#)
            #expect(renewed.status == 201, "\(renewed.json)")
            let again = try await rita.api(.post, "/people/a/expiry/\(entry)", #"{"what":"ended"}"#)
            #expect(again.status == 422)
            let new = try #require(renewed.json["id"]?.text)
            let read = try await rita.api(.get, "/people/a/entries/\(new)").json
            #expect(read["until"] == "2026-03-01" && read["from"] == "2026-02-02" && read["supersedes"]?.text == entry)
            #expect(read["runsOut"]?["earlier"]?.elements.count == 1)
            let plan = try await planner.api(.get, "/units/w3/expiry?from=2026-01-01&to=2026-12-31").json
            let ineligible = plan["notEligible"]?.elements ?? []
            #expect(ineligible.count == 1 && ineligible.first?["first"] == "2026-03-02")
            // The supply is open to the unit, the paper to leads.
            #expect(plan["items"]?.elements.compactMap { $0["title"]?.text } == ["Lenses"])
            #expect(
                try await max.api(
                    .post, "/people/a/papers", #"{"title":"Eyes","category":"health","qualification":"lead"}"#
                ).status == 422)
            #expect(try await planner.api(.post, "/people/a/papers", #"{"title":"Eyes"}"#).status == 404)
        }
    }

    @Test("reach the rota: a new period knows who is not eligible, and until when a qualification counts")
    func periods() async throws {
        try await run { installation, visitor in
            let rita = try await visitor(Self.records)
            for (person, need) in [("c", "duty"), ("b", "for lead")] {
                let page = "/crew/\(person)/expiry/paper"
                let added = try await rita.upload(
                    Self.paper("Licence", until: "2026-01-20", need: need), to: page, from: page)
                #expect(added.status == .seeOther, "\(added.text)")
            }
            // Away on two dates before that, and on five of those.
            let away = #"{"first":"2026-01-19","last":"2026-01-25","kind":"holiday"}"#
            let lead = try await visitor(ServerFixture.person(.lead)).client
            #expect(try await lead.api(.post, "/people/c/absences", away).status == 201)
            let planner = try await visitor(ServerFixture.person(.planner)).client
            let started = try await planner.send("start=last", to: "/setup/w3/start", from: "/setup/w3")
            #expect(started.status == .seeOther, "\(started.text)")
            let opened = try await planner.api(
                .post, "/units/w3/periods", #"{"start":"2026-01-12","days":28}"#)
            #expect(opened.status == 201, "\(opened.json)")
            let number = try #require(opened.json["problem"]?.whole)
            let text = try await planner.api(.get, "/problems/\(number)").text
            let problem = try #require(CrewFile.read(Array(text.utf8)).file?.problem)
            let last = try #require(CalendarDate("2026-01-20"))
            let absences = problem.absences.filter { $0.word == .notEligible }
            #expect(absences.map(\.person) == ["c"] && absences.map(\.first) == [last.advanced(by: 1)])
            #expect(absences.map(\.last) == [problem.end])
            let credited = problem.absences.filter { $0.person == "c" && $0.creditPerDay > .zero }
            #expect(
                credited.flatMap { Array($0.first...$0.last) }.sorted() == Array(last.advanced(by: -1)...problem.end),
                "each date once")
            let held = problem.people.first { $0.id == "b" }?.qualifications
            #expect(held == [Held("lead", valid: Validity(from: CalendarDate("2021-02-01"), until: last))])
        }
    }
}
