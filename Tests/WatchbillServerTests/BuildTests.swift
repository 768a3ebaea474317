import Foundation
import HTTPTypes
import Hummingbird
import RouterTestKit
import RotaModel
import RotaRules
import Testing
import WatchbillServer

/// A build as the API tells it.
struct BuildReport: Decodable {
    let id: Int
    let state: String
    let draft: Int?
    let threads: Int
    let seed: Int
    let penalty: Int?
    let feasible: Bool?
    let bound: Int?
}

/// One server-sent event.
struct ServerEvent {
    var name = ""
    var id: String?
    var data = ""

    static func all(in text: String) -> [ServerEvent] {
        text.components(separatedBy: "\n\n").compactMap { block in
            var event = ServerEvent()
            for line in block.split(separator: "\n") {
                if line.hasPrefix("event: ") { event.name = String(line.dropFirst(7)) }
                if line.hasPrefix("id: ") { event.id = String(line.dropFirst(4)) }
                if line.hasPrefix("data: ") { event.data = String(line.dropFirst(6)) }
            }
            return event.name.isEmpty ? nil : event
        }
    }
}

@Suite("Builds")
struct BuildTests {
    let fixture: ServerFixture

    init() throws {
        fixture = try ServerFixture()
    }

    static func start(_ client: any TestClient, seconds: Int, threads: Int? = nil) async throws -> BuildReport {
        let threads = threads.map { ",\"threads\":\($0)" } ?? ""
        return try await client.execute(
            uri: "/api/v1/builds", method: .post, headers: [.contentType: "application/json"],
            body: ByteBuffer(string: "{\"timeLimit\":\(seconds)\(threads)}")
        ) { response in
            guard response.status == .created else { throw Unexpected(status: response.status.code, address: "start") }
            return try JSONDecoder().decode(BuildReport.self, from: Data(String(buffer: response.body).utf8))
        }
    }

    static func stop(_ client: any TestClient, _ build: Int) async throws -> BuildReport {
        try await client.execute(uri: "/api/v1/builds/\(build)/stop", method: .post) { response in
            try JSONDecoder().decode(BuildReport.self, from: Data(String(buffer: response.body).utf8))
        }
    }

    @Test("run to their end, tell it as events, and leave a draft whose penalty is the judge's")
    func runsToItsEnd() async throws {
        let problem = fixture.problem
        try await fixture.run { client in
            let build = try await Self.start(client, seconds: 1)
            #expect(build.state == "running")
            #expect(build.seed == 7)
            let events = ServerEvent.all(in: try await client.page("/api/v1/builds/\(build.id)/events"))
            #expect(events.first?.name == "progress")
            #expect(events.contains { $0.name == "rota" })
            let end = try #require(events.last)
            #expect(end.name == "end")
            #expect(end.data == #"{"address":"/builds/1","draft":1,"state":"finished"}"#)
            let data = Data(try await client.page("/api/v1/builds/1/rota").utf8)
            let answer = try JSONDecoder().decode(RotaReport.self, from: data)
            var rota = Rota(for: problem)
            for shift in answer.shifts {
                let person = try #require(problem.index(of: PersonID(shift.person)))
                let day = try #require(CalendarDate(shift.date).flatMap(problem.day(of:)))
                rota[person, day] = Duty(try #require(problem.index(of: ShiftTypeID(shift.shift))))
            }
            let assessment = Judge(problem).assess(rota)
            #expect(assessment.penalty.value == answer.penalty)
            #expect(assessment.isFeasible == answer.feasible)
            #expect(assessment.findings.map(\.sentence) == answer.findings.map(\.sentence))
        }
    }

    private struct RotaReport: Decodable {
        struct Shift: Decodable {
            let person: String
            let date: String
            let shift: String
        }
        struct Finding: Decodable {
            let sentence: String
        }
        let penalty: Int
        let feasible: Bool
        let shifts: [Shift]
        let findings: [Finding]
    }

    @Test("tell a viewer who comes back only what they have missed")
    func resumes() async throws {
        let wide = try ServerFixture(SmallWard.long())
        try await wide.run { client in
            let build = try await Self.start(client, seconds: 2)
            async let first = client.page("/api/v1/builds/\(build.id)/events")
            async let second = client.page("/api/v1/builds/\(build.id)/events")
            let whole = ServerEvent.all(in: try await first)
            // Two viewers of the same build both see its end.
            #expect(ServerEvent.all(in: try await second).last?.data == whole.last?.data)
            let ids = whole.compactMap(\.id)
            #expect(!ids.isEmpty)
            let numbers = ids.map { $0.split(separator: "-").compactMap { Int($0) } }
            for (earlier, later) in zip(numbers, numbers.dropFirst()) {
                #expect(earlier.count == 2 && earlier[0] <= later[0] && earlier[1] <= later[1])
            }
            // Over now: whoever comes back is told the end, and nothing twice.
            let late = try await client.execute(
                uri: "/api/v1/builds/\(build.id)/events", method: .get,
                headers: [try #require(HTTPField.Name("Last-Event-ID")): ids[0]]
            ) { ServerEvent.all(in: String(buffer: $0.body)) }
            #expect(late.map(\.name) == ["end"])
        }
    }

    @Test("can be stopped, with the best so far as a draft")
    func stops() async throws {
        let wide = try ServerFixture(SmallWard.long())
        try await wide.run { client in
            let build = try await Self.start(client, seconds: 600)
            let stopped = try await Self.stop(client, build.id)
            #expect(stopped.state == "stopped")
            #expect(stopped.draft == 1)
            #expect(stopped.penalty != nil)
            // Stopping what has ended changes nothing.
            #expect(try await Self.stop(client, build.id).draft == 1)
        }
    }

    @Test("run beside each other, share the cores, and are limited in number")
    func several() async throws {
        let wide = try ServerFixture(SmallWard.long())
        try await wide.run { client in
            let first = try await Self.start(client, seconds: 600)
            let second = try await Self.start(client, seconds: 600)
            #expect(first.threads == 2)
            #expect(second.threads == 1)
            try await client.execute(uri: "/api/v1/builds", method: .post) { response in
                #expect(response.status == .conflict)
                #expect(String(buffer: response.body).contains("2 builds are running"))
            }
            let stopped = try await Self.stop(client, first.id)
            #expect(stopped.state == "stopped")
            let page = try await client.page("/builds/\(second.id)")
            #expect(page.contains("data-running=\"true\""))
            let third = try await Self.start(client, seconds: 600)
            #expect(third.threads == 1)
            #expect(try await Self.stop(client, second.id).draft == 2)
            #expect(try await Self.stop(client, third.id).draft == 3)
        }
    }

    @Test("are kept as interrupted when the server goes down under them")
    func interrupted() async throws {
        let wide = try ServerFixture(SmallWard.long())
        try await wide.run { client in _ = try await Self.start(client, seconds: 600) }
        try await wide.run { client in
            let data = Data(try await client.page("/api/v1/builds/1").utf8)
            let build = try JSONDecoder().decode(BuildReport.self, from: data)
            #expect(build.state == "interrupted")
            #expect(build.draft == nil)
        }
    }

    @Test("are started and stopped by the page's forms, without scripts")
    func forms() async throws {
        let wide = try ServerFixture(SmallWard.long())
        try await wide.run { client in
            let started = try await client.send("timeLimit=60", to: "/builds", from: "/")
            #expect(started.status == .seeOther)
            #expect(started.headers[.location] == "/builds/1")
            let page = try await client.page("/builds/1")
            #expect(page.contains("<noscript><meta http-equiv=\"refresh\""))
            #expect(page.contains("action=\"/builds/1/stop\""))
            #expect(try await client.send(to: "/builds/1/stop", from: "/builds/1").status == .seeOther)
            #expect(try await client.page("/builds/1").contains("Stopped by hand"))
        }
    }
}
