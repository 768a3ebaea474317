import CrewRecords
import Foundation
import HTTPTypes
import Hummingbird
import RouterTestKit
import Logging
import RotaModel
import Testing
import WatchbillServer
import WatchbillStore
import WatchbillTestKit

/// Copies of what is in force, for the day the server is down.
@Suite("Copies for paper")
struct PaperTests {
    /// A ward with two drafts, which differ.
    private func fixture() async throws -> ServerFixture {
        let fixture = try ServerFixture()
        var rota = SmallWard.rota(of: fixture.problem)
        try await fixture.keep(rota, bound: 20, as: .finished)
        rota[1, 2] = Duty(ShiftIndex(1))
        try await fixture.keep(rota, bound: 20, as: .finished)
        return fixture
    }

    private func folder(_ fixture: ServerFixture) throws -> URL {
        let folder = fixture.folder.appending(path: "paper")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    private func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    private func text(_ name: String, in folder: URL) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    private func publish(_ build: Int, of fixture: ServerFixture) async throws {
        try await fixture.run { client in
            let page = "/builds/\(build)/publish"
            let answer = try await client.send("", to: page, from: page)
            #expect(answer.status == .seeOther)
        }
    }

    /// What the style sheet does not say.
    private func withoutStyle(_ page: String) -> String {
        page.replacing(/<style>[\s\S]*<\/style>/, with: "<style></style>")
    }

    @Test("hold what is in force, by themselves, and nothing of drafts; and are read as recorded")
    func copies() async throws {
        let fixture = try await fixture()
        let folder = try folder(fixture)
        let settings = PaperSettings(folder: folder.path)
        let first = try await fixture.opened { try await $0.copyPaper(into: settings, since: nil) }
        #expect(try names(in: folder) == ["index.html"])
        #expect(try text("index.html", in: folder).contains("Nothing has been published yet."))

        try await publish(1, of: fixture)
        let second = try await fixture.opened { try await $0.copyPaper(into: settings, since: first) }
        #expect(first.versions == 0 && second.versions == 1)
        #expect(try names(in: folder) == ["index.html", "rota-w3.html"])
        let page = try text("rota-w3.html", in: folder)
        #expect(Golden.difference(withoutStyle(page), "copy.html") == nil)
        #expect(Golden.difference(withoutStyle(try text("index.html", in: folder)), "copies.html") == nil)
        #expect(page.contains("@page { size: A4 landscape"))
        // From yesterday on: Monday the 5th to the 11th.
        let rows = page.matches(of: /<tr><th scope="row">([^<]+)<\/th>(.*)<\/tr>/).map { row in
            row.2.matches(of: /<span>([^<]*)</).map { $0.1 == "off" || $0.1 == "away" ? "." : String($0.1) }.joined()
        }
        #expect(rows == ["EE..EE.", "..EE..E", "NE...NN", "..NNN..", "..E.E.E"])
        for address in page.matches(of: /(?:href|src|action)="([^"]*)"|url\(|@import/) {
            #expect(address.1 == "index.html", "\(address.0)")
        }
        for word in ["enalty", "wish", "pinned", "raft", "<script", "<form"] {
            #expect(!withoutStyle(page).contains(word), "\(word)")
        }
        for name in try names(in: folder) {
            let file = folder.appending(path: name).path
            #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o640)
        }
    }

    @Test("are made anew when something is published, and each night by the organisation's clock, and not else")
    func when() async throws {
        let fixture = try await fixture()
        let folder = try folder(fixture)
        try await publish(1, of: fixture)
        let mark = folder.appending(path: "rota-w3.html")
        func isCopied(since last: PaperCopy?, at time: String = "02:00") async throws -> (PaperCopy, Bool) {
            try Data("old".utf8).write(to: mark)
            let settings = PaperSettings(folder: folder.path, at: try #require(LocalTime(time)))
            let copy = try await fixture.opened { try await $0.copyPaper(into: settings, since: last) }
            return (copy, try text("rota-w3.html", in: folder) != "old")
        }
        let (first, isFirst) = try await isCopied(since: nil)
        #expect(isFirst && first.at == ServerFixture.now)
        #expect(try await isCopied(since: first) == (first, false))
        // The clock stands at 12:46, so that the night's copy was due then, and the next one is not yet.
        func ago(_ seconds: Int) -> PaperCopy {
            PaperCopy(at: Instant(seconds: ServerFixture.now.seconds - seconds), versions: 1)
        }
        #expect(try await isCopied(since: ago(60), at: "12:46").1 == true)
        #expect(try await isCopied(since: ago(60), at: "12:47").1 == false)
        #expect(try await isCopied(since: ago(10 * 3600)).1 == false)
        #expect(try await isCopied(since: ago(11 * 3600)).1 == true)
        #expect(try await isCopied(since: ago(86_400), at: "12:47").1 == true)
        try await publish(2, of: fixture)
        let (second, isSecond) = try await isCopied(since: first)
        #expect(isSecond && second.versions == 2)
        let page = try text("rota-w3.html", in: folder)
        #expect(page.contains("Version 2") && page.contains("Supersedes version 1.") && !page.contains("Version 1"))
    }

    @Test("take the place of older ones; those of units that are gone go, and what is others' stays")
    func others() async throws {
        let fixture = try await fixture()
        let folder = try folder(fixture)
        for name in ["rota-gone.html", ".rota-w3.html.new", ".rota-gone.html.new", "rota-plan.pdf", "notes.html"] {
            try Data("x".utf8).write(to: folder.appending(path: name))
        }
        try await publish(1, of: fixture)
        _ = try await fixture.opened { try await $0.copyPaper(into: PaperSettings(folder: folder.path), since: nil) }
        #expect(try names(in: folder) == ["index.html", "notes.html", "rota-plan.pdf", "rota-w3.html"])
    }

    @Test("are of no unit whose rota is over, which the list says")
    func over() async throws {
        var problem = try SmallWard.problem()
        problem.start = SmallWard.date(-14)
        problem.demand = []
        problem.requests = []
        problem.absences = []
        problem.pins = []
        problem.holidays = []
        let fixture = try ServerFixture(problem)
        try await fixture.keep(SmallWard.rota(of: problem), bound: nil, as: .finished)
        try await publish(1, of: fixture)
        let folder = try folder(fixture)
        try Data("x".utf8).write(to: folder.appending(path: "rota-w3.html"))
        _ = try await fixture.opened { try await $0.copyPaper(into: PaperSettings(folder: folder.path), since: nil) }
        #expect(try names(in: folder) == ["index.html"])
        let index = try text("index.html", in: folder)
        #expect(index.contains("<b>Ward &lt;3&gt;</b><span>Nothing is published from Mon 5 Jan on.</span>"))
        #expect(!index.contains("<a "))
    }

    @Test("are told in the log where they cannot be written, with path and reason, and are tried again")
    func unwritable() async throws {
        let fixture = try await fixture()
        try await publish(1, of: fixture)
        let missing = fixture.folder.appending(path: "missing")
        await #expect {
            try await fixture.opened {
                try await $0.copyPaper(into: PaperSettings(folder: missing.path), since: nil)
            }
        } throws: {
            "\($0)"
                == "\(missing.path)/rota-w3.html: No such file or directory. Maybe the folder is missing, or belongs to"
                + " somebody else."
        }
        // Where a folder is in the way nothing else is left behind.
        let folder = try folder(fixture)
        try FileManager.default.createDirectory(
            at: folder.appending(path: "rota-w3.html/x"), withIntermediateDirectories: true)
        await #expect {
            try await fixture.opened {
                try await $0.copyPaper(into: PaperSettings(folder: folder.path), since: nil)
            }
        } throws: {
            "\($0)".contains("/rota-w3.html: ")
        }
        #expect(try names(in: folder) == ["rota-w3.html"])
    }

    @Test("go on beside a running server, which is none the worse for a folder that is not there")
    func service() async throws {
        let fixture = try await fixture()
        let tape = LogTape()
        let folder = fixture.folder.appending(path: "paper")
        try await fixture.listen(
            paper: PaperSettings(folder: folder.path), logger: tape.logger("installation")
        ) { port in
            var told: [String] = []
            try await Self.until("the failure is told") {
                told += tape.take().filter { $0.contains("could not be copied") }
                return !told.isEmpty
            }
            #expect(told.first?.contains("\(folder.path)/index.html: No such file or directory") == true, "\(told)")
            #expect(told.first?.contains("folder=\(folder.path)") == true && told.count == 1)
            let connection = try RawConnection(to: port)
            connection.send("GET /demo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            #expect(await connection.receive(until: "\r\n")?.hasPrefix("HTTP/1.1 200") == true)
        }
        // Another server, which finds the folder there.
        let made = try self.folder(fixture)
        try await fixture.listen(paper: PaperSettings(folder: made.path), logger: tape.logger("installation")) { _ in
            try await Self.until("the list is there") { try names(in: made) == ["index.html"] }
        }
    }

    private static func until(_ what: String, _ isSo: () throws -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(30)
        while try !isSo() {
            try #require(ContinuousClock.now < end, "\(what): not within 30 s")
            try await Task.sleep(for: .milliseconds(50))
        }
    }
}
