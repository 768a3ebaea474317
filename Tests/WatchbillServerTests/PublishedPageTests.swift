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

@Suite("What is published")
struct PublishedPageTests {
    private func stable(_ page: String) -> String {
        page.replacing(/\/assets\/[0-9a-f]+\//, with: "/assets/HASH/")
            .replacing(/name="form" value="[^"]+"/, with: "name=\"form\" value=\"FORM\"")
    }

    /// A ward with two drafts, of which the first is published.
    private func fixture(_ problem: RotaProblem? = nil) async throws -> ServerFixture {
        let fixture = try ServerFixture(problem)
        var rota = SmallWard.rota(of: fixture.problem)
        try await fixture.keep(rota, bound: 20, as: .finished)
        let (early, night) = (Duty(ShiftIndex(0)), Duty(ShiftIndex(1)))
        rota[1, 2] = night
        rota[3, 2] = early
        rota[4, 6] = .off
        try await fixture.keep(rota, bound: 20, as: .finished)
        try await fixture.run {
            let answer = try await $0.send("note=First", to: "/builds/1/publish", from: "/builds/1/publish")
            #expect(answer.headers[.location] == "/rota/versions/1?unit=w3")
        }
        return fixture
    }

    @Test(
        "reads as recorded",
        arguments: [
            (Role?.some(.planner), PersonID(""), "/builds/2/publish", "publish.html"),
            (nil, "c", "/rota", "published.html"), (nil, "c", "/rota/versions/2?unit=w3", "published-changes.html"),
            (nil, "c", "/rota/versions", "versions.html"), (nil, "c", "/rota/print", "published-print.html"),
            (nil, "c", "/rota/print?version=1&week=2026-01-07&person=d%26e", "published-print-person.html"),
            (nil, "c", "/today", "today.html"), (nil, "b", "/me/shifts", "month.html"),
        ])
    func golden(role: Role?, person: PersonID, address: String, name: String) async throws {
        let fixture = try await fixture()
        let isPublishing = name == "publish.html"
        let page = try await fixture.run(as: role) { client in
            if isPublishing { return try await client.page(address) }
            let planner = try await SignedIn(client, as: ServerFixture.person(.planner))
            _ = try await planner.send("", to: "/builds/2/publish", from: "/builds/2/publish")
            return try await SignedIn(client, as: person).page(address)
        }
        #expect(Golden.difference(stable(page), name) == nil)
    }

    @Test("is in what somebody downloads of all that is kept about them, as far as it is theirs")
    func ownFile() async throws {
        let fixture = try await fixture()
        try await fixture.run(as: nil) { client in
            let own = try await SignedIn(client, as: "a")
            let json = try await own.api(.get, "/api/v1/me/file").json
            let shifts = try #require(json["shifts"]?.elements)
            #expect(shifts.map { $0["date"]?.text } == ["2026-01-05", "2026-01-06", "2026-01-09", "2026-01-10"])
            #expect(shifts.first?["start"]?.text == "2026-01-05T06:00:00Z" && shifts.first?["version"]?.whole == 1)
            let page = try await own.page("/me/file/page")
            #expect(page.contains("<b>Mon 5 Jan 2026</b><span>Early, 07:00 – 15:00 · Ward &lt;3&gt;</span>"))
        }
    }

    @Test("comes to hours by person, as CSV and by the API, in elapsed time")
    func hours() async throws {
        // The week in which the clock goes forward: a night from Saturday on is an hour shorter.
        var problem = try SmallWard.problem()
        let start = try #require(CalendarDate("2026-03-23"))
        problem.demand = []
        problem.requests = []
        problem.absences = []
        problem.pins = []
        problem.holidays = []
        problem.start = start
        let fixture = try ServerFixture(problem)
        var rota = Rota(for: problem)
        rota[0, 0] = Duty(ShiftIndex(0))
        rota[0, 1] = Duty(ShiftIndex(1))
        rota[1, 5] = Duty(ShiftIndex(1))
        try await fixture.keep(rota, bound: nil, as: .finished)
        try await fixture.run {
            _ = try await $0.send("", to: "/builds/1/publish", from: "/builds/1/publish")
            let member = try await SignedIn($0, as: "c")
            let link = "/rota/hours?unit=w3&amp;version=1"
            #expect(try await member.page("/rota/versions/1?unit=w3").contains("href=\"\(link)\" download"))
            let file = try await member.execute(uri: "/rota/hours?unit=w3&version=1", method: .get) { $0 }
            #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(
                file.text == """
                    \u{FEFF}person,name,from,until,shifts,nights,planned_minutes,worked_shifts,worked_minutes
                    a,A. Ortega,2026-03-23,2026-03-29,2,1,1095,,
                    b,B. Lindqvist,2026-03-23,2026-03-29,1,1,555,,
                    c,C. Okafor,2026-03-23,2026-03-29,0,0,0,0,0
                    d&e,D. & E. O’Neill,2026-03-23,2026-03-29,0,0,0,,
                    f,F. Sato,2026-03-23,2026-03-29,0,0,0,,

                    """)
            let reply = try await member.api(.get, "/units/w3/versions/1/hours").json
            #expect(reply["people"]?.elements.map { $0["plannedMinutes"]?.whole } == [1095, 555, 0, 0, 0])
            #expect(
                try await member.execute(uri: "/rota/hours?unit=w3&version=9", method: .get) { $0.status.code } == 404)
            // On the Monday, 16:00: when the early shift was over is not known before it is told.
            fixture.set(clock: Instant(seconds: 1_774_278_000))
            let lead = try await SignedIn($0, as: ServerFixture.person(.lead))
            for (kind, time, worked) in [("on", "06:00", "0,0"), ("off", "14:00", "1,480")] {
                let told = try await lead.api(
                    .post, "/people/a/attendance", #"{"unit":"w3","kind":"\#(kind)","at":"2026-03-23T\#(time):00Z"}"#)
                #expect(told.status == 201, "\(told.text)")
                let table = try await lead.page("/rota/hours?unit=w3&version=1")
                #expect(table.contains("a,A. Ortega,2026-03-23,2026-03-29,2,1,1095,\(worked)\n"), "\(table)")
            }
        }
    }

    @Test("is the same to the crew whatever wishes, pins, demand and rules it was built from")
    func nothingOfDrafts() async throws {
        var other = try SmallWard.problem()
        other.requests = [RotaModel.Request(person: "b", date: SmallWard.date(4), wish: .dayOff, weight: Penalty(99))]
        other.pins = [Pin(person: "c", date: SmallWard.date(0), shift: "N")]
        other.demand = other.demand.map { demand in
            var demand = demand
            demand.minimum = 0
            demand.wanted = 5
            demand.maximum = 9
            return demand
        }
        other.rules = []
        let addresses = [
            "/rota", "/rota/print", "/rota/versions", "/rota/versions/1", "/today", "/me/shifts",
            "/api/v1/units/w3/versions", "/api/v1/units/w3/versions/1", "/api/v1/units/w3/versions/1/changes",
            "/api/v1/me/shifts",
        ]
        var answers: [[String]] = []
        for problem in [try SmallWard.problem(), other] {
            let fixture = try await fixture(problem)
            answers.append(
                try await fixture.run(as: nil) { client in
                    let member = try await SignedIn(client, as: "a")
                    var pages: [String] = []
                    for address in addresses { pages.append(try await member.page(address)) }
                    return pages
                })
        }
        for (address, (one, two)) in zip(addresses, zip(answers[0], answers[1])) { #expect(one == two, "\(address)") }
        for word in ["enalty", "wish", "pinned", "want", "class=\"cover", "mh", "ms"] {
            #expect(!answers[0][0].contains(word), "\(word)")
        }
        #expect(answers[0][0].contains("away"))
    }

    @Test("is printed week by week, and for one person, by whoever may read it")
    func printed() async throws {
        var problem = try SmallWard.long()
        // From a Thursday on, so that the first week is a short one.
        problem.start = SmallWard.date(3)
        problem.demand = []
        problem.requests = []
        problem.absences = []
        problem.pins = []
        problem.holidays = []
        let fixture = try ServerFixture(problem)
        var rota = Rota(for: problem)
        rota[1, 3] = Duty(ShiftIndex(0))
        rota[1, 4] = Duty(ShiftIndex(1))
        try await fixture.keep(rota, bound: nil, as: .finished)
        try await fixture.run { client in
            _ = try await client.send("", to: "/builds/1/publish", from: "/builds/1/publish")
            let member = try await SignedIn(client, as: "c")
            func page(_ query: String) async throws -> (dates: [String], names: [String], text: String) {
                let text = try await member.page("/rota/print?unit=w3\(query)")
                return (
                    text.matches(of: /<span class="number">(\d+)</).map { String($0.1) },
                    text.matches(of: /<th scope="row">([^<]+)</).map { String($0.1) }, text
                )
            }
            let first = try await page("&week=2026-01-08&paper=a3")
            #expect(first.dates == ["8", "9", "10", "11"] && first.names.count == 5)
            #expect(first.text.contains("<span>8 Jan – 11 Jan 2026</span>") && first.text.contains("<span>E</span>"))
            #expect(first.text.contains("<option value=\"2026-01-08\" selected>8 Jan – 11 Jan</option>"))
            #expect(first.text.contains("href=\"/rota/print?unit=w3&amp;version=1&amp;week=2026-01-08&amp;paper=a4\""))
            let second = try await page("&week=2026-01-14&person=b")
            #expect(second.dates == ["12", "13", "14", "15", "16", "17", "18"] && second.names == ["B. Lindqvist"])
            #expect(second.text.contains("<h1>B. Lindqvist, Ward &lt;3&gt;") && second.text.contains("<span>N</span>"))
            let whole = try await page("&week=&person=b")
            #expect(whole.dates.count == 28 && whole.names == ["B. Lindqvist"])
            for query in ["&week=2026-01-07", "&week=2026-02-05", "&week=next", "&person=x"] {
                let status = try await member.execute(uri: "/rota/print?unit=w3\(query)", method: .get) { $0.status }
                #expect(status == .unprocessableContent, "\(query)")
            }
            let own = try await SignedIn(client, as: "b").page("/me/shifts?month=2026-01")
            #expect(own.contains("href=\"/rota/print?unit=w3&amp;version=1&amp;person=b\""))
            #expect(own.contains("Print version 1 of Ward &lt;3&gt;"))
            #expect(try await !member.page("/me/shifts?month=2026-01").contains("/rota/print"))
        }
    }

    @Test("tells what anybody saw at a past moment")
    func past() async throws {
        let fixture = try await fixture()
        let pages = try await fixture.run(as: .member) { client in
            [
                try await client.page("/rota"), try await client.page("/rota?at=2026-01-06T12:46"),
                try await client.page("/rota?at=2026-01-06T12:45"),
            ]
        }
        #expect(pages[0].contains("Version 1") && pages[1].contains("Version 1"))
        #expect(pages[2].contains("Nothing has been published") && !pages[2].contains("Ortega"))
        let refusals = try await fixture.run(as: .member) { client in
            var statuses: [Int] = []
            for address in [
                "/rota?at=noon", "/rota?unit=x", "/rota/versions/9", "/rota/versions/x", "/builds/1/publish",
            ] {
                statuses.append(try await client.execute(uri: address, method: .get) { $0.status.code })
            }
            return statuses
        }
        #expect(refusals == [422, 404, 404, 404, 403])
    }

    @Test("is refused where it is in force already, and says so before")
    func same() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            let page = try await client.page("/builds/1/publish")
            #expect(page.contains("Nothing changes: version 1") && !page.contains("name=\"note\""))
            let answer = try await client.send("", to: "/builds/1/publish", from: "/builds/2/publish")
            #expect(answer.status == .conflict)
            #expect(String(buffer: answer.body).contains("which is in force"))
        }
    }

    @Test("is told of one's own shifts in words, over midnight and while one is on watch")
    func own() async throws {
        let fixture = try await fixture()
        let pages = try await fixture.run(as: nil) { client in
            var pages: [String] = []
            for person in ["b", "c", "d&e", "f"] as [PersonID] {
                pages.append(try await SignedIn(client, as: person).page("/today"))
            }
            return pages
        }
        #expect(pages[0].contains("Tomorrow 07:00 – 15:00") && pages[0].contains("in 18 h 13 min"))
        #expect(pages[0].contains("with F. Sato"))
        #expect(pages[1].contains("On watch now") && pages[1].contains("ends in 2 h 13 min"))
        #expect(pages[2].contains("Tomorrow 21:00 – 07:15") && pages[2].contains("in 32 h 13 min"))
        #expect(pages[3].contains("<b>Today, Tue 6 Jan</b><span class=\"none\">away</span>"))
        #expect(pages[3].contains("not published yet"))
    }

    @Test("has a place in the bar for whoever may see it, and nobody is led to what is not for them")
    func bar() async throws {
        let fixture = try await fixture()
        let drafts = ["/", "/demand", "/people", "/requests", "/rules"]
        let expected: [Role: [String]] = [
            .planner: ["/today", "/messages", "/rota", "/", "/me"],
            .lead: ["/today", "/messages", "/rota", "/", "/me"], .member: ["/today", "/messages", "/rota", "/me"],
            .recordsKeeper: ["/today", "/messages", "/rota", "/me"],
            .medicalKeeper: ["/today", "/messages", "/rota", "/me"], .administrator: ["/today", "/messages", "/me"],
        ]
        for role in Role.allCases {
            try await fixture.run(as: role) { client in
                let page = try await client.page("/me")
                let places = page.matches(of: /class="place" href="([^"]+)"/).map { String($0.1) }
                #expect(places == expected[role], "\(role)")
                if places.contains("/") {
                    // About the plan there is more beside it.
                    let tabs = try await client.page("/rules").firstMatch(
                        of: /<nav class="tabs".*?<\/nav>/.dotMatchesNewlines())
                    let beside = String(try #require(tabs).0).matches(of: /href="([^"]+)"/).map { String($0.1) }
                    #expect(beside == drafts.map { "\($0)?of=1" } + (role == .planner ? ["/setup"] : []), "\(role)")
                }
                for place in places {
                    try await client.execute(uri: place, method: .get) { #expect($0.status == .ok, "\(role) \(place)") }
                }
                try await client.execute(uri: "/", method: .get) { response in
                    let begins = response.status == .ok ? "/" : response.headers[.location]
                    #expect(begins == (places.contains("/") ? "/" : "/today"))
                }
            }
        }
    }

    @Test("is published and read by programs")
    func programs() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            let key: HTTPFields = [.idempotencyKey: "5d2c9a52e1d04b68"]
            let made = try await client.api(.post, "/builds/2/publish", #"{"note":"Swap"}"#, headers: key)
            #expect(made.status == 201 && made.json["number"]?.whole == 2 && made.json["supersedes"]?.whole == 1)
            let again = try await client.api(.post, "/builds/2/publish", #"{"note":"Swap"}"#, headers: key)
            #expect(again.status == 201 && again.text == made.text)
            #expect(try await client.api(.post, "/builds/2/publish").status == 409)
            let versions = try await client.api(.get, "/units/w3/versions?limit=1")
            #expect(versions.json["items"]?.elements.first?["note"]?.text == "Swap")
            let next = try #require(versions.json["next"]?.text)
            #expect(try await client.page(next).contains("First"))
            let changes = try await client.api(.get, "/units/w3/versions/2/changes")
            #expect(changes.json["since"]?.whole == 1 && changes.json["changes"]?.elements.count == 3)
            let none = try await client.api(.get, "/units/w3/versions/2/changes?since=2")
            #expect(none.json["changes"]?.elements.isEmpty == true)
            let first = try await client.api(.get, "/units/w3/versions/1/changes")
            #expect(first.json["changes"]?.elements.count == first.text.components(separatedBy: "\"after\"").count - 1)
            #expect(try await client.api(.get, "/units/w3/versions/3").status == 404)
            let b = try await SignedIn(client, as: "b")
            let shifts = try await b.api(.get, "/me/shifts?from=2026-01-07&to=2026-01-08")
            let told = shifts.json["shifts"]?.elements
            #expect(told?.map { $0["shift"]?.text } == ["N", "E"])
            #expect(told?.first?["start"]?.text == "2026-01-07T20:00:00Z")
        }
    }
}
