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

/// Setting a unit up without a file. The small ward has one problem, of the week from Mon 5 Jan 2026 on.
@Suite("Setting a unit up")
struct SetupPageTests {
    private func stable(_ page: String) -> String {
        page.replacing(/\/assets\/[0-9a-f]+\//, with: "/assets/HASH/")
            .replacing(/name="form" value="[^"]+"/, with: "name=\"form\" value=\"FORM\"")
    }

    /// With a draft of the small ward's week, and the unit set up from it.
    private func withDraft(_ body: @escaping @Sendable (any TestClient) async throws -> Void) async throws {
        let fixture = try ServerFixture()
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: 20, as: .finished)
        try await fixture.run { planner in
            _ = try await planner.send("start=last", to: "/setup/w3/start", from: "/setup/w3")
            try await body(planner)
        }
    }

    @Test("takes over what the last period had, and shows it in words and forms as recorded")
    func golden() async throws {
        try await ServerFixture().run { client in
            var pages = ["setup-new": try await client.page("/setup/w3")]
            let taken = try await client.send("start=last", to: "/setup/w3/start", from: "/setup/w3")
            #expect(taken.status == .seeOther)
            for page in [
                "shifts", "demand", "rules", "holidays", "exchanges", "period", "rules/own?kind=forbiddenSequence",
            ] {
                let name = "setup-\(page.lowercased().replacing(/[^a-z]+/, with: "-"))"
                pages[name] = try await client.page("/setup/w3/\(page)")
            }
            pages["setup"] = try await client.page("/setup/w3")
            // All regions there are would be another test's.
            pages["setup-holidays"] = pages["setup-holidays"]?.replacing(
                /<option value="[A-Z][^<]+<\/option>/, with: "")
            for (name, page) in pages { #expect(Golden.difference(stable(page), "\(name).html") == nil) }
        }
    }

    @Test("refuses what cannot be used with its place, keeps what was typed, and changes nothing")
    func refusals() async throws {
        try await ServerFixture().run { client in
            _ = try await client.send("start=threeShifts&known=0", to: "/setup/w3/start", from: "/setup/w3")
            let before = try await client.api(.get, "/units/w3/setup").text
            for (form, page, words) in [
                ("id:0=E&name:0=Early&start:0=7&end:0=15:00", "shifts", "Begins is “7”"),
                ("id:0=E&name:0=", "shifts", "it needs both"),
                (
                    "id:0=E&name:0=A&start:0=07:00&end:0=15:00&id:1=E&name:1=B&start:1=07:00&end:1=15:00", "shifts",
                    "Shift type E: The id"
                ),
                ("shift:0=E&day:0:0=two", "demand", "E, Mon: “two” is no number of people"),
                ("shift:0=Q&day:0:0=2", "demand", "There is no shift type"),
                ("shift:0=E&day:0:0=2&row:0=0&first:0=2026-02-02&last:0=2026-02-01", "demand", "ends before it"),
                ("region=XX", "holidays", "No public holidays are known of “XX”"),
                ("region=SE&date:0=2026-02-30&name:0=x", "holidays", "no date"),
                ("minimum=x", "rules/own?kind=rest", "no length of time"),
                ("minimum=&maximum=", "rules/own?kind=shiftsInARow", "one of the two is needed"),
                ("start=2026-02-30&weeks=4", "period", "is no date"), ("start=2026-02-02&weeks=0", "period", "1 to 26"),
            ] {
                let answer = try await client.send(
                    "known=1&" + form.replacing(":", with: "%3A"), to: "/setup/w3/\(page)", from: "/setup/w3/\(page)")
                #expect(answer.status == .unprocessableContent, "\(page) \(form)")
                #expect(answer.refusal?.contains(words) == true, "\(answer.refusal ?? "nothing") for \(form)")
            }
            // Somebody else was first.
            let late = try await client.send("known=0&how=free", to: "/setup/w3/exchanges", from: "/setup/w3/exchanges")
            #expect(late.status == .conflict && late.refusal?.contains("changed by somebody else") == true)
            #expect(try await client.api(.get, "/units/w3/setup").text == before)
        }
    }

    @Test("each kind of rule can be made by hand, is a sentence then, and is in its form again")
    func rules() async throws {
        try await ServerFixture().run { client in
            _ = try await client.send("start=last", to: "/setup/w3/start", from: "/setup/w3")
            let fields = [
                "shiftsInARow": "maximum=5&shifts=all", "daysOffInARow": "minimum=2", "totalMinutes": "maximum=160",
                "shiftCount": "maximum=6&shifts=some&shift:N=yes", "minutesInWindow": "maximum=48+h&days=7",
                "rest": "minimum=11", "forbiddenSequence": "day:0=on:N&day:1=on:E",
                "wishedSequence": "after:0=on:N&then:0=off", "weekendsWorked": "maximum=2",
                "weekendsInARow": "maximum=1",
                "completeWeekends": "", "sameShiftInWeekend": "", "noWork": "on:monday=yes",
                "alternatingWork": "on:friday=yes", "together": "one=a&other=b", "apart": "one=a&other=c",
                "qualifiedOnShift": "qualification=lead&shifts=all",
                "qualificationNeeded": "qualification=lead&shifts=nights",
                "fairness": "measure=nights&tolerance=1",
            ]
            #expect(Set(fields.keys) == Set(RuleKindName.allCases.map(\.rawValue)))
            var known = 1
            for (kind, form) in fields.sorted(by: { $0.key < $1.key }) {
                let address = "/setup/w3/rules/own?kind=\(kind)"
                let made = try await client.send(
                    "known=\(known)&strict=soft&weight=7&source=Us&" + form.replacing(":", with: "%3A"), to: address,
                    from: address)
                #expect(made.status == .seeOther, "\(kind): \(made.refusal ?? "")")
                known += 1
            }
            let page = try await client.page("/setup/w3/rules")
            let changes = page.matches(of: /href="(\/setup\/w3\/rules\/own\?rule=[^"]+)"/).map { String($0.1) }
            // The last period's own three, and these.
            #expect(changes.count == 3 + fields.count)
            let document = try await client.api(.get, "/units/w3/setup").text
            for address in changes {
                // Sent back as it is shown, it is the same rule.
                let form = try await client.page(address)
                var values = form.matches(of: /<input name="([^"]+)" type="[a-z]+" value="([^"]*)"/)
                    .map { "\($0.1)=\($0.2)" }
                values += form.matches(of: /<input type="checkbox" name="([^"]+)" value="yes" checked/).map {
                    "\($0.1)=yes"
                }
                values += form.matches(of: /<select name="([^"]+)">(.*?)<\/select>/).map { select in
                    let chosen = select.2.firstMatch(of: /<option value="([^"]*)" selected/)?.1 ?? ""
                    return "\(select.1)=\(chosen)"
                }
                let sent = try await client.send(
                    "known=\(known)&"
                        + values.joined(separator: "&").replacing(":", with: "%3A").replacing(" ", with: "+"),
                    to: address, from: address)
                #expect(sent.status == .seeOther, "\(address): \(sent.refusal ?? "")")
                known += 1
            }
            #expect(try await client.api(.get, "/units/w3/setup").text == document)
            let gone = try await client.send(
                "known=\(known)&rule=rest", to: "/setup/w3/rules/remove", from: "/setup/w3/rules")
            #expect(gone.status == .seeOther)
            #expect(!(try await client.api(.get, "/units/w3/setup").text).contains("\"id\": \"rest\""))
        }
    }

    @Test("a new period knows what was published before, what was carried, and what was asked for")
    func period() async throws {
        let fixture = try ServerFixture()
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: 20, as: .finished)
        try await fixture.opened { installation in
            let application = buildApplication(installation, logger: ServerFixture.logger, announce: { _, _ in })
            try await application.test { server in
                let planner = try await SignedIn(server, as: ServerFixture.person(.planner))
                let okafor = try await SignedIn(server, as: "c")
                #expect(try await planner.api(.post, "/builds/1/publish", "{}").status == 201)
                _ = try await planner.send("start=last", to: "/setup/w3/start", from: "/setup/w3")
                let asked = try await okafor.send(
                    "date=2026-01-14&wish=shiftOn%3AN", to: "/me/requests", from: "/me/requests")
                #expect(asked.status == .seeOther)
                let entered = try await planner.send(
                    "year=2026&nights=4&note=Before", to: "/crew/c/year", from: "/crew/c/year")
                #expect(entered.status == .seeOther)
                let opened = try await planner.send(
                    "start=2026-01-12&weeks=2", to: "/setup/w3/period", from: "/setup/w3/period")
                #expect(opened.status == .seeOther && opened.headers[.location] == "/?of=2")
                let text = try await planner.api(.get, "/problems/2").text
                let problem = try #require(CrewFile.read(Array(text.utf8)).file?.problem)
                #expect(problem.start == SmallWard.date(7) && problem.dayCount == 14)
                #expect(problem.rules == fixture.problem.rules && problem.shiftTypes == fixture.problem.shiftTypes)
                #expect(problem.historyStart == SmallWard.start)
                // C. Okafor: NE...NN.
                let history = problem.history.filter { $0.person == "c" }
                #expect(
                    history.map { "\($0.date.dayNumber - SmallWard.start.dayNumber)\($0.shift)" } == [
                        "0N", "1E", "5N", "6N",
                    ])
                let account = try #require(problem.ledger.first { $0.person == "c" })
                #expect(account.nights == 3 + 4 && account.weekends == 1 && account.holidays == 1)
                #expect(account.requestsMade == 1 && account.requestsGranted == 1 && account.presence == 700)
                #expect(
                    problem.requests == [
                        RotaModel.Request(
                            person: "c", date: SmallWard.date(9), wish: .shiftOn("N"), weight: StoredRequest.weight)
                    ])
                // Demand by weekday: the holiday's numbers were the weekday's.
                #expect(problem.demand.count == 14 * 3)
                let page = try await planner.page("/?of=1")
                #expect(page.contains("5 Jan – 11 Jan 2026") && page.contains("/demand?of=1"))
                #expect(try await planner.page("/").contains("12 Jan – 25 Jan 2026"))
            }
        }
    }

    @Test("a period opened anew takes in what has come since, and the draft's shifts and pins go along")
    func renewal() async throws {
        try await withDraft { planner in
            let pin = #"{"cells":[{"person":"b","date":"2026-01-07","shift":"E","pinned":true}]}"#
            #expect(try await planner.api(.post, "/builds/1/steps", pin).status == 200)
            let okafor = try await SignedIn(planner, as: "c")
            _ = try await okafor.send("date=2026-01-11&wish=dayOff", to: "/me/requests", from: "/me/requests")
            let page = try await planner.page("/setup/w3/period?from=1")
            #expect(page.contains("Other wishes: C. Okafor") && page.contains("name=\"from\" value=\"1\""))
            let opened = try await planner.send("from=1", to: "/setup/w3/period", from: "/setup/w3/period?from=1")
            #expect(opened.headers[.location] == "/?of=2", "\(opened.refusal ?? "")")
            let text = try await planner.api(.get, "/problems/2").text
            let problem = try #require(CrewFile.read(Array(text.utf8)).file?.problem)
            #expect(problem.start == SmallWard.start && problem.dayCount == 7)
            #expect(problem.requests.contains { $0.person == "c" && $0.date == SmallWard.date(6) })
            let (old, new) = (
                try await planner.api(.get, "/builds/1/rota").json, try await planner.api(.get, "/builds/2/rota").json
            )
            #expect(old["shifts"] == new["shifts"] && new["shifts"]?.elements.count == 17)
            // The draft is judged by the new problem; its pins are the old one's.
            #expect(try await planner.page("/builds/2?person=b&day=2026-01-07").contains(">Unpin</button>"))
            #expect(try await planner.page("/builds/1").contains("Draft 1"), "the old one stays as it is")
            // Another unit's draft, and none, are refused; by the API it is the same.
            #expect(try await planner.ask(.get, "/setup/w3/period?from=99").status == 404)
            let again = try await planner.api(
                .post, "/units/w3/periods", #"{"start":"2026-01-05","days":7,"from":1}"#)
            #expect(again.status == 201 && again.json["problem"]?.whole == 3, "\(again.text)")
        }
    }

    @Test("a period opened anew says whose qualifications have changed, and of nobody else that they have")
    func renewalQualified() async throws {
        try await withDraft { planner in
            let keeper = try await SignedIn(planner, as: ServerFixture.person(.recordsKeeper))
            func add(until: String) async throws -> String {
                let paper = #"{"title":"Course","from":"2025-01-01","until":"\#(until)","qualification":"lead"}"#
                let added = try await keeper.api(.post, "/people/b/papers", paper)
                #expect(added.status == 201, "\(added.text)")
                return try await planner.page("/setup/w3/period?from=1")
            }
            let words = "Other qualifications or contracts:"
            #expect(!(try await planner.page("/setup/w3/period?from=1")).contains(words))
            // It holds on all dates of the period.
            #expect(!(try await add(until: "2026-03-01")).contains(words))
            #expect(try await add(until: "2026-01-08").contains("\(words) B. Lindqvist."))
        }
    }

    @Test("a date on which somebody is away for two reasons is credited once")
    func creditedOnce() {
        func away(
            _ days: ClosedRange<Int>, _ person: PersonID = "a", credit: Int = 342, word: Absence.Word = .away
        ) -> Absence {
            Absence(
                person: person, first: SmallWard.date(days.lowerBound), last: SmallWard.date(days.upperBound),
                creditPerDay: Minutes(credit), word: word)
        }
        // One within another, someone else's on the same dates, and one beside them: all stay whole.
        #expect(
            [away(2...4), away(0...9, word: .notEligible), away(2...4, "b"), away(10...11)].creditedOnce == [
                away(2...4, credit: 0), away(0...9, word: .notEligible), away(2...4, "b"), away(10...11),
            ])
        // Of one that goes on beyond another, and of one around two others, the dates that are left.
        #expect(
            [away(0...4), away(3...8, word: .notEligible)].creditedOnce == [
                away(0...2), away(3...4, credit: 0), away(3...8, word: .notEligible),
            ])
        #expect(
            [away(0...3), away(2...8, word: .notEligible), away(6...10)].creditedOnce == [
                away(0...1), away(2...3, credit: 0), away(2...8, word: .notEligible), away(6...8, credit: 0),
                away(9...10),
            ])
        // The same twice. What is not credited takes nothing from what is.
        #expect([away(0...3), away(0...3)].creditedOnce == [away(0...3), away(0...3, credit: 0)])
        #expect([away(0...9, credit: 0), away(2...3)].creditedOnce == [away(0...9, credit: 0), away(2...3)])
        var part = away(0...9)
        part.from = .midnight
        #expect([part, away(2...3)].creditedOnce == [part, away(2...3)])
    }

    @Test("by the API is the same document both ways, and periods are opened once for a key")
    func api() async throws {
        try await ServerFixture().run { client in
            let empty = try await client.api(.get, "/units/w3/setup")
            #expect(empty.status == 200 && empty.text.contains("setup/1"))
            let text = """
                {"watchbill": "setup/1", "shiftTypes": [{"id": "E", "name": "Early", "start": "07:00", "length": "8 h"}],
                 "demand": [{"shifts": ["E"], "week": {"monday": "1"}}], "ruleSets": ["eu-working-time"], "holidayRegion": "SE"}
                """
            let headers: HTTPFields = [.ifMatch: "*"]
            #expect(try await client.api(.put, "/units/w3/setup", text, headers: headers).status == 204)
            let wrong = text.replacing("\"E\"]", with: "\"L\"]")
            let refused = try await client.api(.put, "/units/w3/setup", wrong, headers: headers)
            #expect(refused.status == 422 && refused.text.contains("There is no shift type"))
            let body = #"{"start": "2026-04-27", "days": 14}"#
            let period = try await client.api(.post, "/units/w3/periods", body)
            #expect(period.status == 201 && period.json["problem"]?.whole == 2)
            let problem = try await client.api(.get, "/problems/2").text
            #expect(problem.contains("May Day"))
            #expect(problem.contains("eu-working-time-daily-rest"))
        }
    }
}
