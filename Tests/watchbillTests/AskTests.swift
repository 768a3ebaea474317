import Foundation
import Testing
import WatchbillTestKit

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The command against the running program with its demo, in the name of Ward 7's planner.
@Suite("watchbill ask")
struct AskTests {
    /// Serves the demo while it is asked, with a token of somebody's in a file.
    private func serve(
        as person: String = "lindqvist", _ body: (_ server: [String], _ folder: URL) async throws -> Void
    ) async throws {
        let folder = try Python.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let server = try RunningProgram(
            try Program.url,
            ["serve", "--demo", "--port", "0", "--database", folder.appending(path: "crew.sqlite").path],
            environment: ["LOG_LEVEL": "info"])
        do {
            await server.wait(for: "listening on 127.0.0.1:")
            let told = try #require(server.errorsSoFar.firstMatch(of: #/listening on (127\.0\.0\.1:[0-9]+)/#))
            let address = "http://\(told.1)"
            let file = folder.appending(path: "token")
            try await Self.keepToken(of: person, at: address, in: file)
            try await body(["--server", address, "--token-file", file.path], folder)
        } catch {
            server.kill()
            throw error
        }
        server.interrupt()
        #expect(try await server.outcome().status == 0)
    }

    /// Keeps a token of somebody's in a file that its owner alone may read.
    private static func keepToken(of person: String, at address: String, in file: URL) async throws {
        try Data(try await token(of: person, at: address).utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    }

    /// Enters the demo, as a browser does, and issues a token.
    private static func token(of person: String, at address: String) async throws -> String {
        let session = URLSession(configuration: .ephemeral)
        defer { session.finishTasksAndInvalidate() }
        func post(_ path: String, _ type: String, _ body: String) async throws -> Data {
            var request = URLRequest(url: try #require(URL(string: address + path)))
            request.httpMethod = "POST"
            request.setValue(type, forHTTPHeaderField: "Content-Type")
            request.httpBody = Data(body.utf8)
            return try await session.data(for: request).0
        }
        _ = try await post("/demo", "application/x-www-form-urlencoded", "person=\(person)")
        let rights =
            #"{"name":"command line","rights":["rotas:read","rotas:change","people:read","messages:read","messages:change","records:read","records:change"]}"#
        let answer = try await post("/api/v1/tokens", "application/json", rights)
        struct Issued: Decodable { let token: String }
        return try JSONDecoder().decode(Issued.self, from: answer).token
    }

    private func ask(_ words: String..., at server: [String]) async throws -> Program.Outcome {
        try await Program.start(["ask"] + words + server).outcome()
    }

    @Test("lists and describes what the server does, by itself")
    func lists() async throws {
        try await serve { server, _ in
            let list = try await ask(at: server)
            #expect(list.status == 0)
            for line in [
                #/  publish-rota +Publish /#, #/  ask-exchange +Ask for /#, #/  open-period +/#, #/\n\nDrafts\n/#,
            ] {
                #expect(list.output.firstMatch(of: line) != nil, "\(list.output)")
            }
            let told = try await ask("start-build", "--describe", at: server)
            #expect(told.output.hasPrefix("start-build: ") && told.output.contains("\n  first "))
            let unknown = try await ask("publish", at: server)
            #expect(unknown.status == 64 && unknown.errors.contains("Maybe: publish-rota."), "\(unknown.errors)")
        }
    }

    @Test("has a command of its own for what runs out: add, count, renew, list, end")
    func expiry() async throws {
        try await serve(as: "adeyemi") { server, _ in
            func expiry(_ words: String...) async throws -> Program.Outcome {
                try await Program.start(["expiry"] + words + server).outcome()
            }
            let paper = try await expiry(
                "add-paper", "okafor", "Fire fighting", "--until", "2027-03-31", "--duty", "--issuer", "Region")
            #expect(paper.status == 0, "\(paper.errors)")
            let supply = try await expiry(
                "add-supply", "okafor", "Lenses", "--measure", "pairs", "--on", "2026-01-01", "--quantity", "10",
                "--use", "0.5", "--most", "1")
            #expect(supply.status == 0, "\(supply.errors)")
            let (first, second) = (
                paper.output.trimmingCharacters(in: .newlines), supply.output.trimmingCharacters(in: .newlines)
            )
            let listed = try await expiry("list", "--person", "okafor")
            #expect(
                listed.output.matches(of: /(?m)^(\S+) .*: (.+?)[ ,]*(between .*)?\(/).map { "\($0.1) \($0.2)" }
                    == ["2026-01-20 Lenses", "2027-03-31 Fire fighting"], "\(listed.output)")
            let ahead = try await expiry("count", "okafor", second, "--on", "2999-01-10", "--quantity", "20")
            #expect(ahead.status == 1 && ahead.errors.contains("on a day to come"), "\(ahead.errors)")
            let counted = try await expiry("count", "okafor", second, "--on", "2026-01-10", "--quantity", "20")
            let renewed = try await expiry("renew", "okafor", first, "--until", "2032-03-31")
            #expect(counted.status == 0 && renewed.status == 0, "\(counted.errors)\(renewed.errors)")
            let again = try await expiry("renew", "okafor", first, "--until", "2032-03-31")
            #expect(again.status == 1 && again.errors.contains("superseded meanwhile"), "\(again.errors)")
            let table = try await expiry(
                "list", "--unit", "ward-7", "--from", "2026-01-01", "--to", "2027-01-01", "--csv")
            #expect(table.output.contains("Lenses,supplies,2026-01-29,2026-02-18,2026-02-18"), "\(table.output)")
            let ended = try await expiry("end", "okafor", counted.output.trimmingCharacters(in: .newlines))
            #expect(ended.status == 0)
            #expect(try await !expiry("list", "--person", "okafor").output.contains("Lenses"))
            let both = try await expiry("add-paper", "okafor", "Licence", "--duty", "--qualification", "infusion")
            #expect(both.status == 64 && both.errors.contains("leave out --duty or --qualification"))
            let wrong = try await expiry("count", "okafor", first, "--quantity", "many")
            #expect(wrong.status == 64 && wrong.errors.contains("such as 12 or 12.5"))
        }
    }

    @Test("builds a rota, changes it, builds a part of it, publishes it and reads it back")
    func journey() async throws {
        try await serve { server, folder in
            let started = try await ask("start-build", "timeLimit=2", "seed=4", at: server)
            #expect(started.status == 0 && started.output.contains(#""id":1"#), "\(started.errors)")
            let events = try await ask("follow-build", "build=1", at: server)
            #expect(events.output.contains("event: progress") && events.output.contains("event: end"))

            let cells = #"cells=[{"person":"okafor","date":"2027-03-08","shift":"","pinned":true}]"#
            let changed = try await ask("edit-draft", "build=1", cells, at: server)
            #expect(changed.status == 0 && changed.output.contains(#""step":1"#), "\(changed.errors)")
            let before = try await ask("read-rota-as-table", "build=1", at: server)

            let part = try await ask(
                "start-build", "from=1", "first=2027-03-08", "last=2027-03-14", "timeLimit=2", at: server)
            #expect(part.status == 0, "\(part.errors)")
            _ = try await ask("follow-build", "build=2", at: server)
            let after = try await ask("read-rota-as-table", "build=2", at: server)
            let (old, new) = (Self.rows(before.output), Self.rows(after.output))
            #expect(old.count > 10 && old.count == new.count)
            let dates = try #require(old.first)
            for (one, two) in zip(old, new) {
                for (date, cells) in zip(dates, zip(one, two))
                where !(date >= "2027-03-08" && date <= "2027-03-14") {
                    #expect(cells.0 == cells.1, "\(one.first ?? "") \(date)")
                }
            }

            let published = try await ask("publish-rota", "build=2", "note=By hand", at: server)
            #expect(published.status == 0, "\(published.errors)")
            let version = try await ask("read-version-as-table", "unit=ward-7", "version=1", at: server)
            #expect(Self.rows(version.output) == new)
            let table = folder.appending(path: "some.csv")
            try Data("person,2027-03-08\nlindqvist,N\n".utf8).write(to: table)
            let taken = try await ask("take-rota-as-table", "build=2", "--body", table.path, at: server)
            #expect(taken.status == 0 && taken.output.contains(#""changed":true"#), "\(taken.errors)")
        }
    }

    private static func rows(_ table: String) -> [[String]] {
        table.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test("puts a list's pages together, and says no in the server's words")
    func refusals() async throws {
        try await serve { server, folder in
            let page = try await ask("list-people", "unit=ward-7", "limit=3", at: server)
            #expect(page.output.contains(#""next":"#))
            let all = try await ask("list-people", "unit=ward-7", "limit=3", "--all", at: server)
            #expect(all.output.ranges(of: #""id":"#).count > 20 && !all.output.contains(#""next":"#))

            let hidden = try await ask("read-person", "person=nobody", at: server)
            #expect(hidden.status == 1 && hidden.errors.contains("404 "), "\(hidden.errors)")
            let wrong = try await ask("start-build", "timeLimit=0", "seed=-1", at: server)
            #expect(wrong.status == 1 && wrong.errors.contains("/timeLimit: ") && wrong.errors.contains("/seed: "))
            let rest = try await ask("start-build", "first=2027-03-08", at: server)
            #expect(rest.status == 1 && rest.errors.contains("Expected are days, or people, of a draft"))
            for (words, told) in [
                (["read-person"], "person is missing: the person's id, such as person=lindqvist"),
                (["read-person", "person"], "expected is name=value"),
                (["read-person", "who=me"], "takes no who; it takes person"),
                (["start-build", "timeLimit=soon"], "expected is JSON, of the kind integer"),
                (["list-units", "--body", Program.example("ward.json")], "takes no body"),
            ] {
                let outcome = try await Program.start(["ask"] + words + server).outcome()
                #expect(outcome.status == 64 && outcome.errors.contains(told), "\(outcome.errors)")
            }
            let nobody = try await Program.start(["ask", "list-units"] + server.prefix(2)).outcome()
            #expect(nobody.status == 1 && nobody.errors.contains("401 "))
            let open = folder.appending(path: "open")
            try Data("watchbill_x".utf8).write(to: open)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: open.path)
            let exposed = try await Program.start(
                ["ask", "list-units", "--token-file", open.path] + server.prefix(2)
            ).outcome()
            #expect(exposed.status == 2 && exposed.errors.contains("chmod 600"))
        }
    }

    @Test("makes, lists and revokes stations, and tells who is on watch")
    func stations() async throws {
        try await serve { server, _ in
            func run(_ words: String...) async throws -> Program.Outcome {
                try await Program.start(words + server).outcome()
            }
            #expect(try await run("station", "list", "ward-7").output == "There is no station.\n")
            let made = try await run("station", "add", "ward-7", "Main door")
            #expect(made.status == 0, "\(made.errors)")
            let lines = try #require(
                made.output.firstMatch(of: /station (\S+)\nOpen \/station on the device and type (\w{5}-\w{5})\.\n/))
            #expect(
                try await run("station", "list", "ward-7").output == "\(lines.1)  Main door: no device paired yet\n")
            #expect(try await run("station", "grace", "ward-7", "15").output == "Set.\n")
            #expect(try await run("station", "grace", "ward-7", "never").output == "Set.\n")
            #expect(try await run("station", "grace", "ward-7", "soon").status == 64)
            let long = try await run("station", "grace", "ward-7", "241")
            #expect(long.status == 1 && long.errors.contains("422"))
            #expect(try await run("station", "revoke", String(lines.1)).output == "Revoked.\n")
            #expect(try await run("station", "list", "ward-7").output.contains("Main door: revoked "))
            #expect(try await run("station", "revoke", "none").status == 1)
            let board = try await run("watch", "now", "ward-7")
            #expect(board.output.hasPrefix("On watch at ") && board.output.contains(": 0\nMissing: 0\n"))
            #expect(try await run("watch", "now", "ward-7", "--json").output.hasPrefix("{"))
            #expect(try await run("watch", "now", "ward-99").status == 1)
        }
    }

    @Test("sends a message, and tells its status in the two lines that the product has for it, from step to step")
    func messages() async throws {
        try await serve { planner, folder in
            let file = folder.appending(path: "nurse")
            try await Self.keepToken(of: "okafor", at: planner[1], in: file)
            let nurse = ["--server", planner[1], "--token-file", file.path]
            func message(_ words: String..., at server: [String]) async throws -> Program.Outcome {
                try await Program.start(["message"] + words + server).outcome()
            }
            let first = "Message from <Astrid Lindqvist> to <Chidi Okafor>: How long do you have?\n"
            let sent = try await message(
                "send", "How long do you have?", "--to", "okafor", "--answer-within", "30", at: planner)
            #expect(sent.output == first + "Communication status: queued\n", "\(sent.errors)")
            let inbox = try await message("inbox", at: nurse)
            #expect(inbox.output == first + "Communication status: received\n", "\(inbox.errors)")
            let status = try await message("status", "1", at: planner)
            #expect(status.output == first + "Communication status: received\n")
            let deleted = try await ask("delete-message", "message=1", "deleted=true", at: nurse)
            #expect(deleted.status == 0, "\(deleted.errors)")
            #expect(
                try await message("status", "1", at: planner).output
                    == first + "Communication status: received, deleted unread\n")
            #expect(try await message("inbox", at: nurse).output.isEmpty)
            // Deleting it does not answer it.
            #expect(try await ask("list-owed-answers", at: nurse).output.contains("How long do you have?"))
            #expect(try await ask("answer-message", "message=1", "answer=20 minutes", at: nurse).status == 0)
            #expect(
                try await message("status", "1", at: planner).output
                    == first + "Communication status: answered, deleted unread\nAnswer: 20 minutes\n")

            let back = try await message("send", "An hour, rather.", "--reply-to", "1", at: nurse)
            #expect(back.output.hasPrefix("Message from <Chidi Okafor> to <Astrid Lindqvist>: An hour, rather.\n"))
            let group = try await message("send", "Fire drill at ten.", "--unit", "ward-7", "--json", at: planner)
            #expect(group.output.ranges(of: #""status":"queued""#).count > 20)
            let nobody = try await message("send", "Hello", "--to", "nobody", at: planner)
            #expect(nobody.status == 1 && nobody.errors.contains("404 "))
            #expect(try await message("status", "1", at: nurse).errors.contains("is none that you have sent"))
        }
    }

    @Test("sends no token where others could read it, and says where nobody answers")
    func ways() async throws {
        let environment: [String: String?] = ["WATCHBILL_TOKEN": "watchbill_x"]
        let clear = try await RunningProgram(
            try Program.url, ["ask", "--server", "http://crew.example.org"], environment: environment
        ).outcome()
        #expect(clear.status == 64 && clear.errors.contains("for everybody on the way to read"))
        #expect(!clear.errors.contains("watchbill_x"))
        let away = try await RunningProgram(
            try Program.url, ["ask", "--server", "http://127.0.0.1:1"], environment: environment
        ).outcome()
        #expect(away.status == 2 && away.errors.contains("http://127.0.0.1:1 does not answer"))
        let wrong = try await Program.run("ask", "--server", "crew.example.org")
        #expect(wrong.status == 64 && wrong.errors.contains("expected is an address such as"))
    }
}
