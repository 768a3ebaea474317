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

/// What planners do to drafts by hand. The small ward's draft has, in the order of its people: `EE..EE.`, `..EE..E`,
/// `NE...NN`, `..NNN..`, `..E.E.E`, from Mon 5 Jan on; A. Ortega's first E is pinned.
@Suite("Changing a draft by hand")
struct DraftTests {
    private func fixture() async throws -> ServerFixture {
        let fixture = try ServerFixture()
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: 20, as: .finished)
        return fixture
    }

    /// A body that changes cells: `b 6 E` puts an E on 6 Jan of B. Lindqvist, `b 6 -` takes it off.
    private func cells(_ lines: String..., after: Int? = nil) -> String {
        let cells = lines.map { line in
            let parts = line.split(separator: " ").map(String.init)
            let shift = parts[2] == "-" ? "" : parts[2]
            return
                #"{"person":"\#(parts[0])","date":"2026-01-\#(parts[1].count == 1 ? "0" : "")\#(parts[1])","shift":"\#(shift)"}"#
        }
        return #"{"cells":[\#(cells.joined(separator: ","))]\#(after.map { ",\"after\":\($0)" } ?? "")}"#
    }

    private func shift(_ client: any TestClient, _ person: String, _ day: Int) async throws -> String? {
        let rota = try await client.api(.get, "/builds/1/rota").json
        return rota["shifts"]?.elements.first {
            $0["person"]?.text == person && $0["date"]?.text == "2026-01-0\(day)"
        }?["shift"]?.text
    }

    @Test("tells what a change breaks and costs before it is kept, as the judge has it")
    func check() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            let judge = Judge(fixture.problem)
            let rota = SmallWard.rota(of: fixture.problem)
            for (person, day, letter) in [(1, 1, "E"), (4, 1, "N"), (2, 0, "-"), (3, 6, "N"), (0, 3, "E")] {
                let (index, date) = (PersonIndex(person), DayIndex(day))
                var changed = rota
                changed[index, date] = letter == "-" ? .off : Duty(ShiftIndex(letter == "E" ? 0 : 1))
                let id = fixture.problem[index].id.rawValue
                let found = try await client.api(
                    .post, "/builds/1/check", cells("\(id) \(5 + day) \(letter)"))
                #expect(found.status == 200, "\(found.text)")
                let expected = judge.assess(changed)
                #expect(found.json["penalty"]?.whole == expected.penalty.value)
                #expect(
                    found.json["penaltyChange"]?.whole == expected.penalty.value - judge.assess(rota).penalty.value)
                #expect(found.json["feasible"] == .truth(expected.isFeasible))
            }
            #expect(try await client.api(.get, "/builds/1/steps").json["items"]?.elements.isEmpty == true)
            let nothing = try await client.api(.post, "/builds/1/check", cells("a 5 E"))
            #expect(
                nothing.json["cells"]?.whole == 0 && nothing.json["summary"]?.text == "Nothing changes: costs nothing.")
        }
    }

    @Test("keeps what it is told, takes it back and does it again, and judges anew")
    func steps() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            let first = try await client.api(.get, "/builds/1").json
            let kept = try await client.api(.post, "/builds/1/steps", cells("b 6 E", "f 8 N", after: 0))
            #expect(
                kept.status == 200 && kept.json["step"]?.whole == 1 && kept.json["undo"]?.whole == 1, "\(kept.text)")
            #expect(try await shift(client, "b", 6) == "E")
            let again = try await client.api(.post, "/builds/1/steps", cells("b 6 E", "f 8 N"))
            #expect(again.json["changed"] == .truth(false) && again.json["step"]?.whole == 1)
            let rota = try await client.api(.get, "/builds/1/rota").json
            #expect(rota["penalty"] == kept.json["penalty"])
            #expect(try await client.api(.get, "/builds/1").json["penalty"] == kept.json["penalty"])

            let back = try await client.api(.post, "/builds/1/undo", #"{"step":1}"#)
            #expect(back.json["step"]?.whole == 2 && back.json["undo"] == nil && back.json["redo"]?.whole == 2)
            #expect(try await client.api(.get, "/builds/1").json["penalty"] == first["penalty"])
            // The same again does not take back something else.
            #expect(try await client.api(.post, "/builds/1/undo", #"{"step":1}"#).status == 409)
            #expect(try await shift(client, "b", 6) == nil)
            #expect(try await client.api(.post, "/builds/1/redo").json["step"]?.whole == 3)
            #expect(try await shift(client, "b", 6) == "E")
            #expect(try await client.api(.post, "/builds/1/redo").status == 409)
            let steps = try await client.api(.get, "/builds/1/steps?limit=2").json
            #expect(steps["items"]?.elements.map { $0["undoes"]?.whole } == [nil, 1])
            #expect(steps["items"]?.elements.first?["name"]?.text == "The planner")
            let next = try #require(steps["next"]?.text)
            #expect(try await client.api(.get, next).json["items"]?.elements.map { $0["undoes"]?.whole } == [2])
        }
    }

    @Test("shows somebody who was overtaken who has put what, and loses neither's change")
    func conflict() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            let administrator = try await SignedIn(client, as: ServerFixture.person(.administrator))
            #expect(
                try await administrator.api(.post, "/units/w3/roles", #"{"person":"a","role":"planner"}"#).status == 201
            )
            let other = try await SignedIn(client, as: "a")
            #expect(try await other.api(.post, "/builds/1/steps", cells("b 6 N", after: 0)).status == 200)
            // Another cell: nothing stands in the way, though a step came between.
            let beside = try await client.api(.post, "/builds/1/steps", cells("f 8 N", after: 0))
            #expect(beside.status == 200 && beside.json["step"]?.whole == 2)
            // The same cell: told, and nothing of it done.
            let refused = try await client.api(.post, "/builds/1/steps", cells("b 6 E", "f 9 N", after: 0))
            #expect(refused.status == 409)
            #expect(refused.text.contains("A. Ortega has put N for B. Lindqvist on Tue 6 Jan meanwhile."))
            #expect(try await shift(client, "b", 6) == "N")
            #expect(try await shift(client, "f", 9) == "E")
            #expect(try await client.api(.post, "/builds/1/steps", cells("b 6 E", "f 9 N", after: 2)).status == 200)
            // Nobody takes back what somebody else has changed since, or what is not theirs.
            let stuck = try await other.api(.post, "/builds/1/undo")
            #expect(stuck.status == 409 && stuck.text.contains("The planner has put E for B. Lindqvist"))
            #expect(try await client.api(.post, "/builds/1/undo").json["step"]?.whole == 4)
            #expect(try await other.api(.post, "/builds/1/undo").json["step"]?.whole == 5)
            #expect(try await shift(client, "b", 6) == nil)
            #expect(try await shift(client, "f", 8) == "N")
        }
    }

    @Test("takes steps of many at once, each once and in some order")
    func atOnce() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            let people = ["a", "b", "c", "f"]
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for person in people {
                    group.addTask { try await client.api(.post, "/builds/1/steps", cells("\(person) 8 N")).status }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses == [200, 200, 200, 200])
            for person in people { #expect(try await shift(client, person, 8) == "N") }
            #expect(try await client.api(.get, "/builds/1/steps").json["items"]?.elements.count == 4)
            let judged = try await client.api(.get, "/builds/1/rota").json["penalty"]
            #expect(try await client.api(.get, "/builds/1").json["penalty"] == judged)
        }
    }

    @Test("pins and unpins, builds from what is pinned, and takes no floor that does not hold")
    func pins() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            // What the problem pins may be changed by hand: it breaks no pin then.
            let pinned = #"{"cells":[{"person":"a","date":"2026-01-05","pinned":false,"shift":""}]}"#
            #expect(try await client.api(.post, "/builds/1/steps", pinned).status == 200)
            #expect(try await client.api(.get, "/builds/1").json["bound"] == nil)
            let rota = try await client.api(.get, "/builds/1/rota").json
            #expect(rota["findings"]?.elements.contains { $0["sentence"]?.text?.contains("pinned") ?? false } == false)
            let own = #"{"cells":[{"person":"d&e","date":"2026-01-06","pinned":true,"shift":"N"}]}"#
            #expect(try await client.api(.post, "/builds/1/steps", own).status == 200)
            let page = try await client.page("/builds/1?person=d%26e&day=2026-01-06")
            #expect(page.contains(">Unpin</button>"))
            let started = try await client.api(.post, "/builds", #"{"timeLimit":1,"seed":3,"threads":1,"from":1}"#)
            #expect(started.status == 201, "\(started.text)")
            _ = try await client.page("/api/v1/builds/2/events")
            let built = try await client.api(.get, "/builds/2/rota").json
            #expect(
                built["shifts"]?.elements.contains {
                    $0["person"]?.text == "d&e" && $0["date"]?.text == "2026-01-06" && $0["shift"]?.text == "N"
                } == true)
        }
    }

    @Test("builds a part alone: the rest stays, nothing gets worse, no floor is told, and no pin comes of it")
    func part() async throws {
        let fixture = try await fixture()
        let judge = Judge(fixture.problem)
        try await fixture.run { client in
            let first = try await client.api(.get, "/builds/1/rota").json
            let order = #""timeLimit":1,"seed":3,"threads":1,"from":1"#
            let started = try await client.api(
                .post, "/builds", "{\(order),\"first\":\"2026-01-07\",\"last\":\"2026-01-09\",\"people\":[\"b\",\"f\"]}"
            )
            #expect(started.status == 201, "\(started.text)")
            let events = try await client.page("/api/v1/builds/2/events")
            #expect(!events.contains("bound\":2"))
            let rota = try await client.api(.get, "/builds/2/rota").json
            func cells(_ rota: JSONContent) -> Set<String> {
                Set((rota["shifts"]?.elements ?? []).map { "\($0["person"]?.text ?? "") \($0["date"]?.text ?? "")" })
            }
            func isOutside(_ cell: String) -> Bool {
                !(cell.hasPrefix("b ") || cell.hasPrefix("f "))
                    || !("2026-01-07"..."2026-01-09").contains(cell.suffix(10))
            }
            #expect(cells(rota).filter(isOutside) == cells(first).filter(isOutside))
            let (old, new) = (first["penalty"]?.whole ?? 0, rota["penalty"]?.whole ?? .max)
            #expect(new <= old && old == judge.assess(SmallWard.rota(of: fixture.problem)).penalty.value)
            #expect(try await client.api(.get, "/builds/2").json["bound"] == nil)
            let page = try await client.page("/builds/2?person=c&day=2026-01-06")
            #expect(page.contains(">Pin</button>") && page.contains("id=\"part\""))

            for (part, status, words) in [
                (#""first":"2026-01-07""#, 201, "running"), (#""people":["nobody"]"#, 422, "somebody of the rota"),
                (#""first":"2026-02-07""#, 422, "one from 2026-01-05 to 2026-01-11"),
                (#""first":"2026-01-09","last":"2026-01-07""#, 422, "There is nothing to build"),
                (#""last":"2026-01-05","people":["a"]"#, 422, "There is nothing to build"),
            ] {
                let answer = try await client.api(.post, "/builds", "{\(order),\(part)}")
                #expect(answer.status == status && answer.text.contains(words), "\(answer.text)")
            }
        }
    }

    @Test("builds a part by a form: some days, and whoever is ticked")
    func partByForm() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            let sent = try await client.send(
                "from=1&first=2026-01-07&last=2026-01-09&who%3Ad%26e=yes&timeLimit=1", to: "/builds", from: "/builds/1")
            #expect(sent.headers[.location] == "/builds/2")
            _ = try await client.page("/api/v1/builds/2/events")
            let (old, new) = (
                try await client.api(.get, "/builds/1/rota").json, try await client.api(.get, "/builds/2/rota").json
            )
            func others(_ rota: JSONContent) -> [JSONContent] {
                (rota["shifts"]?.elements ?? []).filter { $0["person"]?.text != "d&e" }
            }
            #expect(others(old) == others(new))
        }
    }

    @Test("branches into a draft of its own, which goes on by itself")
    func branch() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            _ = try await client.api(.post, "/builds/1/steps", cells("b 6 E"))
            let made = try await client.api(.post, "/builds/1/branch")
            #expect(made.status == 201 && made.json["build"]?.whole == 2)
            _ = try await client.api(.post, "/builds/2/steps", cells("b 6 N"))
            #expect(try await shift(client, "b", 6) == "E")
            let branch = try await client.api(.get, "/builds/2/rota").json["shifts"]?.elements
            #expect(branch?.contains { $0["person"]?.text == "b" && $0["shift"]?.text == "N" } == true)
            let page = try await client.page("/builds/2")
            #expect(page.contains("branch of draft 1, changed by hand"))
        }
    }

    @Test("works by forms alone, and offers them to planners alone")
    func forms() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            let cell = "/builds/1?person=b&day=2026-01-06"
            let page = try await client.page(cell)
            #expect(page.contains("action=\"/builds/1/edit\"") && page.contains("action=\"/builds/1/undo\""))
            let set = try await client.send(
                "person=b&day=2026-01-06&shift=E&after=0", to: "/builds/1/edit", from: cell)
            #expect(set.status == .seeOther && set.headers[.location]?.hasPrefix("/builds/1?person=b&day=") == true)
            #expect(try await shift(client, "b", 6) == "E")
            // Of one's own step one knows, though the page is older.
            let own = try await client.send("person=b&day=2026-01-06&shift=N&after=0", to: "/builds/1/edit", from: cell)
            #expect(own.status == .seeOther)
            _ = try await client.send("", to: "/builds/1/undo", from: cell)
            let bad = try await client.send("person=b&day=2026-01-06&shift=X", to: "/builds/1/edit", from: cell)
            #expect(bad.status == .unprocessableContent && bad.text.contains("one of E, N"))
            _ = try await client.send("", to: "/builds/1/undo", from: cell)
            #expect(try await shift(client, "b", 6) == nil)
            let branched = try await client.send("", to: "/builds/1/branch", from: cell)
            #expect(branched.headers[.location] == "/builds/2")

            let lead = try await SignedIn(client, as: ServerFixture.person(.lead))
            let seen = try await lead.page(cell)
            #expect(!seen.contains("/builds/1/edit") && !seen.contains("data-shifts"))
            #expect(try await lead.api(.post, "/builds/1/steps", cells("b 6 E")).status == 403)
            #expect(try await lead.api(.post, "/builds/1/check", cells("b 6 E")).status == 200)
        }
    }

    @Test("publishes what was looked at, and not what somebody has made of it since")
    func publishing() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            let page = try await client.page("/builds/1/publish")
            #expect(page.contains("name=\"after\" value=\"0\""))
            _ = try await client.api(.post, "/builds/1/steps", cells("b 6 E"))
            let stale = try await client.send("after=0", to: "/builds/1/publish", from: "/builds/1/publish")
            #expect(stale.status == .preconditionFailed || stale.status == .conflict)
            let fresh = try await client.send("after=1", to: "/builds/1/publish", from: "/builds/1/publish")
            #expect(fresh.status == .seeOther)
            let version = try await client.api(.get, "/units/w3/versions/1").json
            #expect(
                version["shifts"]?.elements.contains {
                    $0["person"]?.text == "b" && $0["date"]?.text == "2026-01-06" && $0["shift"]?.text == "E"
                } == true)
        }
    }

    @Test("tells the draft as it is now as an event, for whoever does not wait for more")
    func events() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            _ = try await client.api(.post, "/builds/1/steps", cells("b 6 E"))
            let events = ServerEvent.all(in: try await client.page("/api/v1/builds/1/steps/events"))
            #expect(events.map(\.name) == ["step"] && events.first?.id == "1")
            let lead = try await SignedIn(client, as: ServerFixture.person(.lead))
            #expect(
                try await lead.page("/api/v1/builds/1/steps/events").contains(
                    "The planner: E for B. Lindqvist on Tue 6 Jan"))
        }
    }

    @Test(
        "refuses what it cannot read, and says what and why",
        arguments: [
            (#"{}"#, 422), (#"{"cells":[]}"#, 422),
            (#"{"cells":[{"person":"x","date":"2026-01-05","shift":"E"}]}"#, 422),
            (#"{"cells":[{"person":"a","date":"2027-01-05","shift":"E"}]}"#, 422),
            (#"{"cells":[{"person":"a","date":"2026-01-05","shift":"Q"}]}"#, 422),
            (
                #"{"cells":[{"person":"a","date":"2026-01-05","shift":"N"},{"person":"a","date":"2026-01-05","shift":"E"}]}"#,
                422
            ),
        ])
    func bad(body: String, status: Int) async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            for address in ["/builds/1/check", "/builds/1/steps"] {
                let answer = try await client.api(.post, address, body)
                #expect(answer.status == status, "\(answer.text)")
            }
            #expect(try await client.api(.get, "/builds/1/steps").json["items"]?.elements.isEmpty == true)
        }
    }
}
