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

/// Messages and cover calls by pages and API. The small ward's week is published; by the clock it is Tue 6 Jan 2026, 12:47.
@Suite("The pages of messages")
struct MessagePageTests {
    private func stable(_ page: String) -> String {
        page.replacing(/\/assets\/[0-9a-f]+\//, with: "/assets/HASH/")
            .replacing(/name="form" value="[^"]+"/, with: "name=\"form\" value=\"FORM\"")
            .replacing(/data-key="[^"]+"/, with: "data-key=\"KEY\"")
    }

    /// Runs `body` with a client for each of some people, once the week is published.
    private func run(
        _ body:
            @escaping @Sendable (
                _ as: @Sendable (PersonID) async throws -> SignedIn, _ installation: Installation
            ) async throws -> Void
    ) async throws {
        let fixture = try ServerFixture()
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: 20, as: .finished)
        try await fixture.opened { installation in
            let application = buildApplication(installation, logger: ServerFixture.logger, announce: { _, _ in })
            try await application.test { server in
                let planner = try await SignedIn(server, as: ServerFixture.person(.planner))
                #expect(try await planner.api(.post, "/builds/1/publish", "{}").status == 201)
                try await body({ try await SignedIn(server, as: $0) }, installation)
            }
        }
    }

    @Test("read as recorded")
    func golden() async throws {
        try await run { client, _ in
            let (a, b) = (try await client("a"), try await client("b"))
            let sent = try await a.send(
                "unit=w3&group=&who%3Ab=yes&text=How+long+do+you+have%3F&urgent=yes&wants=yes&within=30&need="
                    + "&choices=10+minutes%0D%0Aan+hour&chain=lead&remind=yes", to: "/messages",
                from: "/messages/new")
            #expect(sent.status == .seeOther, "\(sent.refusal ?? "")")
            let own = try #require(sent.headers[.location])
            _ = try await b.send(
                "unit=w3&group=all&text=Fire+drill+on+Thursday.", to: "/messages", from: "/messages/new")
            let pages = [
                "messages-new": try await a.page("/messages/new?to=d%26e"),
                "messages-inbox": try await b.page("/messages"),
                "messages-owed": try await b.page("/messages?box=owed"),
                "messages-got": try await b.page(own), "messages-own": try await a.page(own),
                "messages-sent": try await b.page("/messages?box=sent"),
                "messages-reach": try await a.page("/me/reach"),
            ]
            for (name, page) in pages { #expect(Golden.difference(stable(page), "\(name).html") == nil) }
        }
    }

    @Test("send, answer, delete and take back by forms alone, and say why something is not done")
    func forms() async throws {
        try await run { client, _ in
            let (a, b) = (try await client("a"), try await client("b"))
            for (form, words) in [
                ("unit=w3&group=&text=x", "There is nobody to send it to."), ("unit=w3&group=all&text=+", "no text"),
                ("unit=w3&group=all&text=x&link=javascript%3Aalert(1)", "is no page here"),
                ("unit=w3&group=all&text=x&link=%2F%2Fexample.org", "is no page here"),
                ("unit=w3&group=all&text=x&link=http%3A%2F%2Fexample.org%2Fme", "is no page here"),
                ("unit=w3&group=all&text=x&wants=yes&within=soon", "How long there is for an answer"),
                ("unit=w3&group=all&text=x&wants=yes&within=30&choices=a%0D%0Aa", "is there twice"),
                ("unit=w3&group=all&text=x&wants=yes&within=30&need=0", "answers cannot settle it"),
            ] {
                let refused = try await a.send(form, to: "/messages", from: "/messages/new")
                #expect(refused.status == .unprocessableContent && refused.refusal?.contains(words) == true, "\(form)")
            }
            let about = try await a.api(.post, "/messages", #"{"text":"See","to":["b"],"link":"/crew/a/file"}"#)
            #expect(about.status == 201)
            #expect(try await b.page("/messages").contains("See"))
            #expect(
                try await a.api(.post, "/messages", #"{"text":"x","to":["b"],"link":"https://x/me"}"#).status == 422)
            let sent = try await a.send(
                "unit=w3&group=&who%3Ab=yes&text=Keys%3F&wants=yes&within=15", to: "/messages", from: "/messages/new")
            let address = try #require(sent.headers[.location])
            #expect(try await b.page(address).contains("Your answer"))
            let answered = try await b.send("answer=I+have+them", to: "\(address)/answer", from: address)
            #expect(answered.status == .seeOther)
            let again = try await b.send("answer=No", to: "\(address)/answer", from: address)
            #expect(again.status == .conflict && again.refusal == "You have answered already: I have them.")
            #expect(try await a.page(address).contains("I have them"))
            _ = try await b.send("", to: "\(address)/delete", from: address)
            #expect(try await b.page(address).contains("You have deleted this."))
            #expect(!(try await b.page("/messages").contains("Keys?")))
            _ = try await b.send("", to: "\(address)/restore", from: address)
            let reply = try await b.send("text=Here+you+are.", to: "\(address)/reply", from: address)
            #expect(try await a.page(try #require(reply.headers[.location])).contains("Here you are."))
            _ = try await a.send("", to: "\(address)/retract", from: address)
            #expect(try await b.page(address).contains("Its sender has taken this message back."))
            // Nobody else sees that there is anything.
            let c = try await client("c")
            #expect(try await c.ask(.get, address).status == 404)
            #expect(try await c.ask(.get, "/messages/999").status == 404)
        }
    }

    @Test("go to those on watch, and to a rank, as the rota and the directory have them")
    func groups() async throws {
        try await run { client, _ in
            // On Tue 6 Jan from 07:00 to 15:00 A. Ortega is on E; C. Okafor's and D. & E. O'Neill's shifts are others.
            let b = try await client("b")
            let sent = try await b.api(
                .post, "/messages", #"{"text":"All well?","unit":"w3","group":"watch"}"#)
            #expect(sent.status == 201, "\(sent.text)")
            let message = try #require(sent.json["message"]?.whole)
            let told = try await b.api(.get, "/messages/\(message)").json["items"]?.elements.first?["sent"]
            #expect(told?["addressed"]?.text == "on watch now, Ward <3>")
            let people = Set(told?["recipients"]?.elements.compactMap { $0["person"]?.text } ?? [])
            #expect(people == ["a", "c"], "\(people)")
            for body in [
                #"{"text":"x","unit":"w3","group":"nobody"}"#, #"{"text":"x","to":["a","a"]}"#,
                #"{"text":"x","to":["a"],"demand":{"minutes":5,"chain":[{}]}}"#,
            ] {
                #expect(try await b.api(.post, "/messages", body).status == 422, "\(body)")
            }
            #expect(try await b.api(.post, "/messages", #"{"text":"x","unit":"w3","group":"rank:none"}"#).status == 409)
            #expect(try await b.api(.post, "/messages", #"{"text":"x","to":["nobody"]}"#).status == 404)
            // Done once with the same key.
            let key: HTTPFields = [.idempotencyKey: "0123456789abcdef0123"]
            let body = #"{"text":"Once","to":["a"]}"#
            let first = try await b.api(.post, "/messages", body, headers: key)
            #expect(try await b.api(.post, "/messages", body, headers: key).text == first.text)
        }
    }

    @Test("tell what is new live, from where a viewer has got to")
    func live() async throws {
        try await run { client, _ in
            let (a, b) = (try await client("a"), try await client("b"))
            let before = ServerEvent.all(in: try await b.page("/api/v1/me/messages/events"))
            #expect(before.count == 1 && before[0].name == "news")
            _ = try await a.api(.post, "/messages", #"{"text":"Hello","to":["b"]}"#)
            let now = ServerEvent.all(in: try await b.page("/api/v1/me/messages/events"))
            let data = try #require(JSONContent.read(Array(now[0].data.utf8)).content)
            // That the rota is out was told before.
            #expect(data["unread"]?.whole == 2 && data["owed"]?.whole == 0)
            let arrived = try #require(data["arrived"]?.elements.first)
            #expect(arrived["text"]?.text == "Hello" && arrived["from"]?.text == "A. Ortega")
            let message = try #require(arrived["message"]?.whole)
            #expect(try await b.api(.put, "/me/messages/received", "{\"messages\":[\(message)]}").status == 204)
            let status = try await a.api(.get, "/me/messages/sent").json["items"]?.elements.first?["recipients"]
            #expect(status?.elements.first?["status"]?.text == "received")
            #expect(try #require(Int(now[0].id ?? "")) > (try #require(Int(before[0].id ?? ""))))
        }
    }

    // MARK: Cover calls

    @Test("find cover: who may, in which order, and the first yes has it")
    func cover() async throws {
        try await run { client, installation in
            let lead = try await client(ServerFixture.person(.planner))
            // B. Lindqvist has E on Thu 8 Jan.
            let shifts = try await lead.api(.get, "/units/w3/versions/1").json["shifts"]?.elements ?? []
            #expect(shifts.contains { $0["person"]?.text == "b" && $0["date"]?.text == "2026-01-08" })
            let new = "/cover/new?unit=w3&date=2026-01-08&shift=E&leaver=b"
            let pages = [
                "cover-day": try await lead.page("/cover?unit=w3&date=2026-01-08"),
                "cover-new": try await lead.page(new),
            ]
            let started = try await lead.send(
                "unit=w3&date=2026-01-08&shift=E&leaver=b&patience=0&minutes=240", to: "/cover", from: new)
            #expect(started.headers[.location] == "/cover/1", "\(started.refusal ?? "")")
            let twice = try await lead.send(
                "unit=w3&date=2026-01-08&shift=E&leaver=b&patience=0&minutes=240", to: "/cover", from: new)
            #expect(twice.status == .conflict)
            let offers = try await lead.api(.get, "/cover-calls/1").json["offers"]?.elements ?? []
            let people = offers.compactMap { $0["person"]?.text }
            // Nobody who is on that day, nor whoever drops out.
            #expect(!people.isEmpty && !people.contains("b"))
            let winner = try await client(PersonID(try #require(people.first)))
            let open = try await winner.page("/cover/1")
            #expect(open.contains("Yes, I take it"))
            for (name, page) in pages.merging(["cover-own": open], uniquingKeysWith: { $1 }) {
                #expect(Golden.difference(stable(page), "\(name).html") == nil)
            }
            let yes = try await winner.send("answer=yes", to: "/cover/1/answer", from: "/cover/1")
            #expect(yes.status == .seeOther, "\(yes.refusal ?? "")")
            for person in people.dropFirst() {
                let late = try await client(PersonID(person)).api(
                    .put, "/cover-calls/1/answer", #"{"agreed":true}"#)
                #expect(late.status == 409 && late.text.contains("Somebody else was first"))
            }
            #expect(try await winner.page("/cover/1").contains("The shift is yours."))
            let amended = try await lead.api(.get, "/units/w3/versions/2").json["shifts"]?.elements ?? []
            #expect(amended.count == shifts.count)
            #expect(amended.contains { $0["person"]?.text == people[0] && $0["date"]?.text == "2026-01-08" })
            #expect(try await lead.page("/cover/1").contains("takes it"))
            // Who was not asked learns nothing; who may not publish starts nothing.
            let b = try await client("b")
            #expect(try await b.ask(.get, "/cover/1").status == 404)
            #expect(
                try await b.api(.post, "/units/w3/cover-calls", #"{"date":"2026-01-09","shift":"E"}"#).status == 403)
            for body in [
                #"{"date":"2026-01-08","shift":"X"}"#, #"{"date":"2026-03-08","shift":"E"}"#,
                #"{"date":"2026-01-05","shift":"E"}"#, #"{"date":"2026-01-09","shift":"E","leaver":"nobody"}"#,
            ] {
                #expect(try await lead.api(.post, "/units/w3/cover-calls", body).status == 422, "\(body)")
            }
        }
    }

    @Test("say how somebody is told, and take nothing that cannot be one")
    func reach() async throws {
        try await run { client, _ in
            let a = try await client("a")
            for (form, words) in [
                ("channel=mail&address=nobody", "address"),
                ("channel=webhook&address=http%3A%2F%2F127.0.0.1%2Fx", "plain http"),
                ("channel=webhook&address=https%3A%2F%2Fu%3Ap%40example.org", "a user or a password"),
            ] {
                let refused = try await a.send(form, to: "/me/reach", from: "/me/reach")
                #expect(refused.status == .unprocessableContent && refused.refusal?.contains(words) == true, "\(form)")
            }
            let added = try await a.send(
                "channel=webhook&name=pager&address=https%3A%2F%2Fexample.org%2Fx", to: "/me/reach", from: "/me/reach")
            #expect(added.text.contains("watchbill_webhook_"))
            #expect(!(try await a.page("/me/reach").contains("watchbill_webhook_")), "it is shown once")
            let ways = try await a.api(.get, "/me/ways")
            #expect(ways.json["ways"]?.elements.first?["name"]?.text == "pager" && !ways.text.contains("example.org"))
            let refused = try await a.api(
                .put, "/me/ways/push",
                #"{"name":"x","endpoint":"https://push.example/x","p256dh":"AAAA","auth":"AAAA"}"#)
            #expect(refused.status == 422 && refused.text.contains("p256dh"))
            _ = try await a.send("from=22%3A00&until=06%3A30", to: "/me/reach/quiet", from: "/me/reach")
            #expect(try await a.api(.get, "/me/ways").json["quietFrom"]?.text == "22:00")
            _ = try await a.send("way=1", to: "/me/reach/remove", from: "/me/reach")
            #expect(try await a.api(.get, "/me/ways").json["ways"]?.elements.isEmpty == true)
            #expect(try await a.api(.get, "/me/ways", token: try await a.issueToken([.readMessages])).status == 200)
            let system = try await client(ServerFixture.person(.administrator)).issueToken([.readSystem])
            let metrics = try await a.api(.get, "/metrics", token: system)
            #expect(metrics.text.contains("watchbill_outbox_queued{channel=\"mail\"} 0"))
        }
    }
}
