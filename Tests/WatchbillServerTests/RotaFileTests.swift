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

/// Rotas as files, out and in. The small ward's draft is as `DraftTests` has it.
@Suite("A rota as a file")
struct RotaFileTests {
    private static let table = """
        \u{FEFF}person,name,2026-01-05,2026-01-06,2026-01-07,2026-01-08,2026-01-09,2026-01-10,2026-01-11
        a,A. Ortega,E,E,,,E,E,
        b,B. Lindqvist,,,E,E,,,E
        c,C. Okafor,N,E,,,,N,N
        d&e,D. & E. O’Neill,,,N,N,N,,
        f,F. Sato,,,E,,E,,E

        """

    private func fixture() async throws -> ServerFixture {
        let fixture = try ServerFixture()
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: 20, as: .finished)
        return fixture
    }

    private func download(_ address: String, _ client: any TestClient) async throws -> APIReply {
        try await client.ask(.get, address)
    }

    /// Sends a file by the form of a draft's page.
    private func upload(
        _ text: String, named name: String = "rota.csv", type: String = "text/csv", after: Int? = nil,
        to build: Int = 1, as client: any TestClient
    ) async throws -> TestResponse {
        let page = try await client.page("/builds/\(build)")
        let token = try #require(page.firstMatch(of: /name="form" value="([^"]+)"/)?.1, "the page has no form")
        var body = ""
        for (name, value) in [("form", String(token)), ("after", after.map { "\($0)" } ?? "")] {
            body += "--B\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        body +=
            "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\nContent-Type: \(type)\r\n\r\n"
            + "\(text)\r\n--B--\r\n"
        return try await client.execute(
            uri: "/builds/\(build)/file", method: .post, headers: [.contentType: "multipart/form-data; boundary=B"],
            body: ByteBuffer(string: body)
        ) { $0 }
    }

    @Test("is fetched from a draft's page and from a published version's, by whoever may read it, and by programs")
    func out() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            let page = try await client.page("/builds/1")
            let member = try await SignedIn(client, as: "c")
            for (name, type) in [("rota.csv", "text/csv; charset=utf-8"), ("rota.json", "application/json")] {
                #expect(page.contains("href=\"/builds/1/\(name)\" download"))
                let draft = try await download("/builds/1/\(name)", client)
                #expect(draft.headers[.contentType] == type)
                #expect(draft.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"draft-1-1.") == true)
                #expect(try await download("/builds/1/\(name)", member).status == 403)
            }
            #expect(try await download("/builds/1/rota.csv", client).text == Self.table)
            let document = try await download("/builds/1/rota.json", client)
            #expect(document.json["watchbill"]?.text == "rota/1" && document.json["bound"]?.whole == 20)
            let judged = try await client.api(.get, "/builds/1/rota").json
            #expect(document.json["penalty"] == judged["penalty"] && document.json["penalty"]?.whole != nil)

            // What was changed by hand is in it.
            let step = #"{"cells":[{"person":"b","date":"2026-01-06","shift":"N"}]}"#
            #expect(try await client.api(.post, "/builds/1/steps", step).status == 200)
            let changed = Self.table.replacing("Lindqvist,,,", with: "Lindqvist,,N,")
            #expect(try await download("/builds/1/rota.csv", client).text == changed)
            #expect(try await client.api(.get, "/builds/1/rota/table").text == changed)

            _ = try await client.send("", to: "/builds/1/publish", from: "/builds/1/publish")
            let published = try await member.page("/rota/versions/1?unit=w3")
            #expect(published.contains("href=\"/rota/versions/1/rota.csv?unit=w3\" download"))
            let table = try await download("/rota/versions/1/rota.csv?unit=w3", member)
            #expect(table.text == changed)
            #expect(table.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"rota-w3-1.csv\"") == true)
            #expect(try await member.api(.get, "/units/w3/versions/1/table").text == changed)
            #expect(try await member.api(.get, "/units/w3/versions/1/table").headers[.contentType] == "text/csv")
            // A version says nothing of penalties.
            let version = try await download("/rota/versions/1/rota.json", member)
            #expect(version.json["rows"]?.elements.count == 5 && version.json["penalty"] == nil)
            #expect(version.json["bound"] == nil && version.json["feasible"] == nil)
            #expect(try await member.api(.get, "/units/w3/versions/1/document").json == version.json)
            for address in [
                "/rota/versions/2/rota.csv", "/rota/versions/1/rota.csv?unit=x", "/rota/versions/x/rota.json",
            ] {
                #expect(try await download(address, member).status == 404, "\(address)")
            }
        }
    }

    @Test("is taken over by a draft as one step, a part of it as that part, and is undone as one")
    func taken() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            #expect(try await client.page("/builds/1").contains("enctype=\"multipart/form-data\""))
            let part = "name,2026-01-06,person,2026-01-11\r\nwhoever,N,b,\r\n,,c,E\r\n"
            let answer = try await upload(part, type: "application/vnd.ms-excel", after: 0, as: client)
            #expect(answer.status == .seeOther && answer.headers[.location] == "/builds/1")
            let changed = Self.table.replacing("Lindqvist,,,E,E,,,E", with: "Lindqvist,,N,E,E,,,")
                .replacing("Okafor,N,E,,,,N,N", with: "Okafor,N,,,,,N,E")
            #expect(try await download("/builds/1/rota.csv", client).text == changed)
            let steps = try await client.api(.get, "/builds/1/steps").json["items"]?.elements
            #expect(steps?.count == 1 && steps?.first?["cells"]?.elements.count == 4)
            // The same again changes nothing, and is no step.
            #expect(try await upload(part, as: client).status == .seeOther)
            #expect(try await client.api(.get, "/builds/1/steps").json["items"]?.elements.count == 1)
            // The document of it as it was.
            let rota = RotaFile.write(SmallWard.rota(of: fixture.problem), of: fixture.problem, as: .json)
            #expect(
                try await upload(rota, named: "rota.json", type: "application/json", as: client).status == .seeOther)
            #expect(try await download("/builds/1/rota.csv", client).text == Self.table)
            #expect(try await client.api(.post, "/builds/1/undo").status == 200)
            #expect(try await download("/builds/1/rota.csv", client).text == changed)
            #expect(try await client.api(.post, "/builds/1/undo").status == 200)
            #expect(try await download("/builds/1/rota.csv", client).text == Self.table)
        }
    }

    @Test("is refused whole with all that is wrong with it, each with its place")
    func refused() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            let wrong = "person,2026-01-06,2026-01-12\nb,n,E\nz,E,\nc,E,E\n"
            let answer = try await upload(wrong, named: "may.csv", as: client)
            #expect(answer.status == .unprocessableContent)
            let text = String(buffer: answer.body)
            for words in [
                "Nothing was changed.", "may.csv:1:19: error: The rota goes from 2026-01-05 to 2026-01-11",
                "may.csv:2:3: error: &quot;n&quot; is no shift type", "Maybe you mean &quot;N&quot;.",
                "may.csv:3:1: error: There is no person &quot;z&quot;",
            ] { #expect(text.contains(words), "\(words)") }
            for other in ["", "hello", "{}", "a: E E\n"] {
                #expect(try await upload(other, as: client).status == .unprocessableContent, "\(other)")
            }
            #expect(try await client.api(.get, "/builds/1/steps").json["items"]?.elements.isEmpty == true)
            #expect(try await download("/builds/1/rota.csv", client).text == Self.table)
            let none = try await client.send("after=0", to: "/builds/1/file", from: "/builds/1")
            #expect(none.status == .badRequest)
        }
        // Whoever may look and not build is offered no form, and sends none.
        try await fixture.run(as: .lead) { client in
            let page = try await client.page("/builds/1")
            #expect(page.contains("/builds/1/rota.csv") && !page.contains("/builds/1/file"))
            let status = try await client.execute(
                uri: "/builds/1/file", method: .post, headers: [.contentType: "multipart/form-data; boundary=B"]
            ) { $0.status }
            #expect(status == .forbidden)
        }
    }

    @Test("is put into a draft by programs, unless somebody was there first")
    func programs() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            let csv: HTTPFields = [.contentType: "text/csv; charset=utf-8"]
            func put(_ text: String, after: Int? = nil) async throws -> APIReply {
                let query = after.map { "?after=\($0)" } ?? ""
                return try await client.api(.put, "/builds/1/rota/table\(query)", text, headers: csv)
            }
            let made = try await put("person,2026-01-06\nb,N\n", after: 0)
            #expect(
                made.status == 200 && made.json["step"]?.whole == 1 && made.json["undo"]?.whole == 1, "\(made.text)")
            let again = try await put("person,2026-01-06\nb,N\n", after: 0)
            #expect(again.json["changed"] == .truth(false) && again.json["step"]?.whole == 1)
            let wrong = try await put("person,2026-01-06\nb,X\n")
            #expect(wrong.status == 422 && wrong.json["errors"]?.elements.count == 1)
            #expect(wrong.json["detail"]?.text?.contains("2:3: error: \"X\" is no shift type") == true)
            #expect(try await client.api(.put, "/builds/1/rota/table", "person").status == 415)
            #expect(try await client.api(.put, "/builds/1/rota/document", "person", headers: csv).status == 415)

            let administrator = try await SignedIn(client, as: ServerFixture.person(.administrator))
            let role = #"{"person":"a","role":"planner"}"#
            #expect(try await administrator.api(.post, "/units/w3/roles", role).status == 201)
            let other = try await SignedIn(client, as: "a")
            let step = #"{"cells":[{"person":"f","date":"2026-01-08","shift":"N"}]}"#
            #expect(try await other.api(.post, "/builds/1/steps", step).status == 200)
            let overtaken = try await put("person,2026-01-08\nf,E\n", after: 1)
            #expect(overtaken.status == 409 && overtaken.text.contains("A. Ortega has put N for F. Sato"))
            let document = RotaFile.write(SmallWard.rota(of: fixture.problem), of: fixture.problem, as: .json)
            let whole = try await client.api(.put, "/builds/1/rota/document?after=2", document)
            #expect(whole.status == 200 && whole.json["step"]?.whole == 3)
            #expect(try await client.api(.get, "/builds/1/rota/table").text == Self.table)
            let back = try await client.api(.get, "/builds/1/rota/document")
            #expect(try await client.api(.put, "/builds/1/rota/document", back.text).json["changed"] == .truth(false))
            let reader = try await client.issueToken([.readRotas])
            #expect(try await client.api(.get, "/builds/1/rota/table", token: reader).status == 200)
            #expect(
                try await client.api(.put, "/builds/1/rota/document", document, token: reader).status == 403)
        }
    }
}
