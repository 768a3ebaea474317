import CrewRecords
import Foundation
import Hummingbird
import RouterTestKit
import RotaFormats
import RotaModel
import Testing
import WatchbillServer
import WatchbillStore
import WatchbillTestKit

/// Stations over the wire. The small ward's week is published: on Tue 6 Jan A. Ortega (a) and C. Okafor (c) have an early shift,
/// 07:00 to 15:00.
@Suite("A station")
struct StationTests {
    private static let seven = Instant(seconds: 1_767_679_200)  // Tue 6 Jan 2026 07:00 in Stockholm

    @Test("takes people on and off watch, and everybody in the unit sees who is there")
    func watch() async throws {
        try await StationHouse.run(at: Self.seven.adding(.minutes(4))) { house, paired in
            var station = paired
            #expect(try await house.press(.on, "a", at: &station) == "taken")
            #expect(try await house.press(.on, "a", at: &station) == "nothing")
            let b = try await house.client("b")
            let page = try await b.page("/watch?unit=w3")
            #expect(page.contains("Main door") && page.contains("A. Ortega") && page.contains("since 07:04"))
            #expect(page.contains("1 on watch, 1 missing."))
            let board = try await b.api(.get, "/units/w3/watch").json
            let entries = board["items"]?.elements ?? []
            let on = entries.filter { $0["state"]?.text == "on" }.compactMap { $0["person"]?.text }
            let missing = entries.filter { $0["missing"] == .truth(true) }.compactMap { $0["person"]?.text }
            #expect(on == ["a"] && missing == ["c"])
            house.fixture.set(clock: Self.seven.adding(.hours(8)))
            #expect(try await house.press(.off, "a", at: &station) == "taken")
            #expect(try await house.client("a").page("/me/hours?month=2026-01").contains("07:04 – 15:00, 7 h 56 min"))
            let lead = try await house.client(ServerFixture.person(.lead))
            let stations = try await lead.page("/stations?unit=w3")
            #expect(stations.contains("Main door") && stations.contains("last heard of Tue 6 Jan 2026 15:00"))
        }
    }

    @Test("keeps what is pressed without a connection, in order, and is told the same again for the same again")
    func offline() async throws {
        try await StationHouse.run(at: Self.seven) { house, paired in
            var station = paired
            station.skew = 180
            try await house.send(&station)
            // From seven on there is no connection for nine hours.
            try station.press(.on, "a", code: house.code(of: "a"), at: Self.seven.adding(.minutes(-5)))
            try station.press(.on, "c", code: "999000", at: Self.seven)
            try station.press(.pause, "a", code: house.code(of: "a"), at: Self.seven.adding(.hours(4)))
            try station.press(.resume, "a", code: house.code(of: "a"), at: Self.seven.adding(.minutes(270)))
            try station.press(.off, "a", code: house.code(of: "a"), at: Self.seven.adding(.minutes(490)))
            house.fixture.set(clock: Self.seven.adding(.hours(9)))
            let kept = station.waiting
            let results = try await house.send(&station)
            #expect(results == [1: "taken", 2: "wrongCode", 3: "taken", 4: "taken", 5: "taken"])
            // The answer was lost: told again, nothing is done twice.
            let again = try await house.post("/station/presses", try station.envelope(at: house.now, of: kept))
            let told = try #require(JSONContent.read(Array(buffer: again.body)).content)
            #expect(
                told["results"]?.elements.compactMap { $0["verdict"]?.text } == [
                    "taken", "wrongCode", "taken", "taken", "taken",
                ])
            let hours = try await house.client("a").page("/me/hours?month=2026-01")
            #expect(hours.contains("06:55 – 15:10, 7 h 45 min, without 30 min of breaks"))
            let lead = try await house.client(ServerFixture.person(.lead))
            let page = try await lead.page("/attendance?unit=w3&date=2026-01-06")
            #expect(page.contains("C. Okafor: On watch Tue 6 Jan 2026 07:00: wrong code"))
        }
    }

    @Test("is believed nothing that it has not signed, and nothing once it is revoked")
    func forged() async throws {
        try await StationHouse.run(at: Self.seven) { house, paired in
            var station = paired
            try station.press(.on, "a", code: house.code(of: "a"), at: house.now)
            let press = try #require(station.waiting.first)
            // Somebody else's press, and one bent on the way.
            let bent = (press.sequence, press.text.replacing("\"on\"", with: "\"off\""), press.signature)
            let answer = try await house.post("/station/presses", try station.envelope(at: house.now, of: [bent]))
            let told = try #require(JSONContent.read(Array(buffer: answer.body)).content)
            #expect(told["results"]?.elements.first?["verdict"]?.text == "unsigned")
            // A press whose code was closed for another one.
            var other = station
            try other.press(.on, "c", code: house.code(of: "c"), at: house.now)
            let good = try station.envelope(at: house.now)
            for body in [
                "", "[]", "{}", "{\"station\":\"x\",\"envelope\":\"{}\",\"signature\":\"\"}",
                good.replacing(station.id.rawValue, with: "another"), good.replacing("sent", with: "sEnt"),
            ] {
                let status = try await house.post("/station/presses", body).status.code
                #expect([400, 401].contains(status), "\(body.prefix(60)): \(status)")
            }
            for envelope in ["{}", "[]", "{\"sent\":1,\"presses\":[{\"press\":\"{}\",\"signature\":\"x\"}]}", "no"] {
                let signature = TestStation.text(try station.sign(envelope, .envelope))
                let text = envelope.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
                let status = try await house.post(
                    "/station/presses",
                    "{\"station\":\"\(station.id)\",\"envelope\":\"\(text)\",\"signature\":\"\(signature)\"}"
                ).status.code
                #expect([400, 422].contains(status), "\(envelope): \(status)")
            }
            let lead = try await house.client(ServerFixture.person(.lead))
            #expect(try await lead.api(.delete, "/stations/\(station.id)").status == 204)
            #expect(try await house.post("/station/presses", good).status == .unauthorized)
            #expect(
                try await house.client("a").api(.get, "/me/attendance?from=2026-01-05").json["items"]?.elements == [])
        }
    }

    @Test("lets nobody guess a code: 5 tries at once and 30 an hour, and lets its owner in all the same")
    func guessing() async throws {
        try await StationHouse.run(at: Self.seven) { house, paired in
            var station = paired
            var looked = 0
            for second in stride(from: 0, to: 3600, by: 20) {
                house.fixture.set(clock: Self.seven.adding(.seconds(second)))
                let verdict = try await house.press(.on, "a", code: "\(500_000 + second)", at: &station)
                #expect(["wrongCode", "slowed"].contains(verdict))
                if verdict == "wrongCode" { looked += 1 }
            }
            #expect((30...35).contains(looked), "\(looked)")
            // A colleague is not kept waiting, and the owner for two minutes at most.
            #expect(try await house.press(.on, "c", at: &station) == "taken")
            house.fixture.set(clock: Self.seven.adding(.seconds(3600 + 120)))
            #expect(try await house.press(.on, "a", at: &station) == "taken")
            let box = try await house.client("a").page("/messages")
            #expect(box.contains("5 wrong entry codes were typed for you at Main door"))
        }
    }

    @Test("is paired by a code, which few can be tried of")
    func pairing() async throws {
        try await StationHouse.run(at: Self.seven) { house, _ in
            let key = TestStation.text(TestStation.Key().bytes)
            for (code, key, status) in [
                ("7K3QV-M2D8X", key, 410), ("", key, 410), ("7K3QV-M2D8X", "AAAA", 400),
            ] {
                #expect(
                    try await house.post("/station/pair", "{\"code\":\"\(code)\",\"key\":\"\(key)\"}").status.code
                        == status)
            }
            for _ in 0..<12 {
                _ = try await house.post("/station/pair", "{\"code\":\"7K3QV-M2D8X\",\"key\":\"\(key)\"}")
            }
            #expect(
                try await house.post("/station/pair", "{\"code\":\"7K3QV-M2D8X\",\"key\":\"\(key)\"}").status
                    == .tooManyRequests)
        }
    }

    @Test("has codes that their owners set, and pages on which leads set it up")
    func pages() async throws {
        try await StationHouse.run(at: Self.seven) { house, _ in
            let d = try await house.client("d&e")
            for (code, words) in [("123456", "the first that anybody tries"), ("12", "6 to 10 digits")] {
                let refused = try await d.send("code=\(code)", to: "/me/code", from: "/me/code")
                #expect(refused.status == .unprocessableContent && refused.refusal?.contains(words) == true)
            }
            #expect(try await d.send("code=739201", to: "/me/code", from: "/me/code").status == .ok)
            #expect(try await d.page("/me/code").contains("You have an entry code."))
            #expect(try await d.send("remove=yes", to: "/me/code", from: "/me/code").status == .ok)
            #expect(try await d.page("/me/code").contains("You have none yet."))
            let lead = try await house.client(ServerFixture.person(.lead))
            let made = try await lead.send("unit=w3&name=Back+door", to: "/stations", from: "/stations/new?unit=w3")
            #expect(made.status == .ok && String(buffer: made.body).contains("Back door is there."))
            let nameless = try await lead.send("unit=w3&name=", to: "/stations", from: "/stations/new?unit=w3")
            #expect(nameless.status == .unprocessableContent && nameless.refusal?.contains("needs a name") == true)
            let long = try await lead.send("unit=w3&grace=241", to: "/stations/grace", from: "/stations/grace?unit=w3")
            #expect(long.status == .unprocessableContent)
            let set = try await lead.send("unit=w3&grace=15", to: "/stations/grace", from: "/stations/grace?unit=w3")
            #expect(set.status == .seeOther)
            #expect(try await lead.page("/stations?unit=w3").contains("is told 15 min after a shift began"))
            // Whatever is in their ids, which are drawn.
            for number in 0..<6 {
                let more = try await lead.send(
                    "unit=w3&name=Door+\(number)", to: "/stations", from: "/stations/new?unit=w3")
                #expect(more.status == .ok)
            }
            let page = try await lead.page("/stations?unit=w3")
            let actions = page.matches(of: /action="(\/stations\/[^"\/]+\/(code|revoke))"/).map { String($0.1) }
            // A station without a device gets a new code, or goes: seven; one with a device goes.
            #expect(actions.count == 2 * 7 + 1 && actions.contains { $0.contains("%") })
            for action in actions {
                let answer = try await lead.send("unit=w3", to: action, from: "/stations?unit=w3")
                #expect(answer.status == (action.hasSuffix("code") ? .ok : .seeOther), "\(action)")
            }
            let rest = try await lead.page("/stations?unit=w3")
            #expect(!rest.contains("/revoke") && !rest.contains("/code\""))
            for path in ["/stations?unit=w3", "/stations/new?unit=w3", "/stations/grace?unit=w3"] {
                #expect(try await d.ask(.get, path).status == 403, "\(path)")
            }
        }
    }
}

/// What happens when somebody does not come.
@Suite("An alarm")
struct AlarmTests {
    private static let seven = Instant(seconds: 1_767_679_200)

    /// Without C. Okafor's night before, which would last until 07:15.
    private static func rota(_ problem: RotaProblem) -> Rota {
        var rota = SmallWard.rota(of: problem)
        rota[PersonIndex(2), DayIndex(0)] = .off
        return rota
    }

    @Test("is raised once after the unit's time, offers who can take the shift, and is taken back when somebody comes")
    func noShow() async throws {
        try await StationHouse.run(nil, Self.rota, at: Self.seven) { house, paired in
            var station = paired
            #expect(try await house.press(.on, "a", at: &station) == "taken")
            let lead = try await house.client(ServerFixture.person(.lead))
            house.fixture.set(clock: Self.seven.adding(.seconds(599)))
            #expect(try await house.installation.lookForMissing() == 0)
            house.fixture.set(clock: Self.seven.adding(.minutes(10)))
            #expect(try await house.installation.lookForMissing() == 1)
            #expect(try await house.installation.lookForMissing() == 0)
            let alarms = try await lead.api(.get, "/units/w3/alarms").json["items"]?.elements ?? []
            #expect(alarms.compactMap { $0["person"]?.text } == ["c"])
            #expect(try await lead.page("/attendance?unit=w3").contains("/alarms/1"))
            let page = try await lead.page("/alarms/1")
            #expect(page.contains("C. Okafor is missing"))
            // The message names the first of those whom the page ranks.
            let ranked = page.matches(of: /aria-label="Ask first: ([^"]+)"/).map { String($0.1) }
            #expect(!ranked.isEmpty)
            let list = try await lead.page("/messages")
            #expect(list.contains("C. Okafor has not come on watch: E in Ward &lt;3&gt; began at 07:00."))
            let message = try #require(list.firstMatch(of: /href="(\/messages\/[0-9]+)"/)?.1)
            #expect(
                try await lead.page(String(message)).contains(
                    "Could take it, the fairest first: \(ranked.prefix(3).joined(separator: ", "))."))
            #expect(try await house.client("b").ask(.get, "/alarms/1").status == 403)
            // One touch asks for cover; then C. Okafor comes after all.
            let first = try #require(page.firstMatch(of: /name="first" value="([^"]+)"/)?.1)
            let begun = try await lead.send("first=\(first)", to: "/alarms/1/cover", from: "/alarms/1")
            #expect(begun.status == .seeOther && begun.headers[.location] == "/cover/1")
            #expect(try await lead.page("/alarms/1").contains("People are asked to take it."))
            // One that came to nothing leaves room for another, which is taken back as well.
            #expect(try await lead.send("", to: "/cover/1/withdraw", from: "/cover/1").status == .seeOther)
            #expect(try await lead.page("/alarms/1").contains("Ask first"))
            let again = try await lead.send("first=\(first)", to: "/alarms/1/cover", from: "/alarms/1")
            #expect(again.headers[.location] == "/cover/2")
            house.fixture.set(clock: Self.seven.adding(.minutes(25)))
            #expect(try await house.press(.on, "c", at: &station) == "taken")
            let settled = try await lead.api(.get, "/units/w3/alarms").json["items"]?.elements.first
            #expect(settled?["state"]?.text == "present")
            #expect(
                try await lead.page("/messages").contains(
                    "C. Okafor is on watch since 07:25. Nobody else is asked any more."))
            let asked = try await house.client(PersonID(String(first)))
            #expect(try await asked.ask(.get, "/cover/2").status == 200)
            #expect(try await asked.page("/messages").contains("Nobody is needed for E on 2026-01-06 any more."))
            #expect(try await lead.page("/alarms/1").contains("They came"))
        }
    }

    @Test("is told to nobody who is missing themselves, also if that was told before")
    func missingLead() async throws {
        var problem = try SmallWard.problem()
        let nine = try #require(LocalTime("09:00"))
        problem.shiftTypes.append(ShiftType(id: "M", name: "Middle", start: nine, length: .hours(8), colour: 3))
        try await StationHouse.run(
            problem,
            { problem in
                var rota = Self.rota(problem)
                if let middle = problem.index(of: "M" as ShiftTypeID) {
                    rota[PersonIndex(2), DayIndex(1)] = Duty(middle)
                }
                return rota
            }, at: Self.seven
        ) { house, _ in
            let administrator = try await house.visit(ServerFixture.person(.administrator)).caller
            try await house.installation.store.give(
                .lead, in: house.unit, to: "a", term: Term(from: house.now), for: administrator)
            house.fixture.set(clock: Self.seven.adding(.minutes(10)))
            #expect(try await house.installation.lookForMissing() == 1)
            let lead = try await house.client(ServerFixture.person(.lead))
            #expect(try await lead.send("", to: "/alarms/1/away", from: "/alarms/1").status == .seeOther)
            // By the rota A. Ortega, who leads, is on watch now.
            house.fixture.set(clock: Self.seven.adding(.minutes(130)))
            #expect(try await house.installation.lookForMissing() == 1)
            #expect(try await lead.page("/messages").contains("C. Okafor has not come on watch"))
            #expect(!(try await house.client("a").page("/messages").contains("has not come on watch")))
        }
    }

    @Test("is not put off by what is published meanwhile for other reasons")
    func published() async throws {
        try await StationHouse.run(nil, Self.rota, at: Self.seven) { house, _ in
            let lead = try await house.client(ServerFixture.person(.lead))
            house.fixture.set(clock: Self.seven.adding(.minutes(5)))
            let vacancy = "unit=w3&date=2026-01-11&shift=E&leaver=f"
            let begun = try await lead.send(
                "\(vacancy)&patience=0&minutes=60", to: "/cover", from: "/cover/new?\(vacancy)")
            #expect(begun.headers[.location] == "/cover/1")
            let offers = try await lead.api(.get, "/cover-calls/1").json["offers"]?.elements ?? []
            let taker = try await house.client(PersonID(try #require(offers.first?["person"]?.text)))
            #expect(try await taker.send("answer=yes", to: "/cover/1/answer", from: "/cover/1").status == .seeOther)
            #expect(try await lead.api(.get, "/units/w3/versions/2").status == 200)
            house.fixture.set(clock: Self.seven.adding(.minutes(10)))
            #expect(try await house.installation.lookForMissing() == 2)
        }
    }

    @Test("is settled by a lead who knows, and when the shift is over; and is raised by nobody who has no station")
    func settled() async throws {
        try await StationHouse.run(nil, Self.rota, at: Self.seven) { house, _ in
            let lead = try await house.client(ServerFixture.person(.lead))
            house.fixture.set(clock: Self.seven.adding(.minutes(10)))
            #expect(try await house.installation.lookForMissing() == 2)
            #expect(try await lead.send("", to: "/alarms/1/away", from: "/alarms/1").status == .seeOther)
            #expect(try await lead.page("/alarms/1").contains("will not come is known since"))
            house.fixture.set(clock: Self.seven.adding(.hours(8)))
            #expect(try await house.installation.lookForMissing() == 0)
            let states = try await lead.api(.get, "/units/w3/alarms").json["items"]?.elements.compactMap {
                $0["state"]?.text
            }
            #expect(states == ["over", "away"])
        }
        try await StationHouse.run(grace: nil, at: Self.seven.adding(.hours(1))) { house, _ in
            let raised = try await house.installation.lookForMissing()
            #expect(raised == 0)
        }
    }
}
