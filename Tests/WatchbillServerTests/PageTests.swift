import Foundation
import HTTPTypes
import Hummingbird
import RouterTestKit
import RotaModel
import Testing
import WatchbillServer
import WatchbillStore
import WatchbillTestKit

@Suite("The pages")
struct PageTests {
    /// A page's text with what changes from one version of the style sheet to the next taken out.
    private func stable(_ page: String) -> String {
        page.replacing(/\/assets\/[0-9a-f]+\//, with: "/assets/HASH/")
            .replacing(/name="form" value="[^"]+"/, with: "name=\"form\" value=\"FORM\"")
    }

    @Test(
        "read as recorded",
        arguments: [
            ("/", "rota-empty.html"), ("/demand", "demand.html"), ("/people", "people.html"),
            ("/requests", "requests-open.html"), ("/rules", "rules.html"), ("/person?id=d%26e", "person-empty.html"),
        ])
    func goldenWithoutRota(address: String, name: String) async throws {
        let fixture = try ServerFixture()
        let page = try await fixture.run { try await $0.page(address) }
        #expect(Golden.difference(stable(page), name) == nil)
    }

    @Test(
        "read as recorded once there is a rota",
        arguments: [
            ("/", "rota.html"), ("/builds/1?person=c&day=2026-01-06", "rota-explained.html"),
            ("/builds/1/explanation?person=b&day=2026-01-07", "explanation.html"),
            ("/builds/1/print", "print.html"), ("/person?id=c", "person.html"), ("/requests", "requests.html"),
        ])
    func goldenWithRota(address: String, name: String) async throws {
        let fixture = try ServerFixture()
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: 20, as: .finished)
        let page = try await fixture.run { try await $0.page(address) }
        #expect(Golden.difference(stable(page), name) == nil)
    }

    @Test("tell nobody why somebody is away")
    func awayIsTheBareWord() async throws {
        let fixture = try ServerFixture()
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: nil, as: .finished)
        let pages = try await fixture.run { client in
            [try await client.page("/"), try await client.page("/people"), try await client.page("/person?id=f")]
        }
        for page in pages { #expect(page.contains("away")) }
    }

    @Test("show names as text, whatever they hold")
    func escapesNames() async throws {
        let fixture = try ServerFixture()
        let page = try await fixture.run { try await $0.page("/") }
        #expect(page.contains("Ward &lt;3&gt;"))
        #expect(!page.contains("Ward <3>"))
        #expect(page.contains("D. &amp; E. O’Neill"))
    }

    @Test("hold no inline script or style, which the policy would refuse")
    func noInlineCode() async throws {
        let fixture = try ServerFixture()
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: 20, as: .finished)
        let addresses = [
            "/", "/builds/1/print", "/people", "/person?id=a", "/demand", "/requests", "/rules", "/nowhere", "/me",
            "/crew", "/demo", "/sign-in",
        ]
        for address in addresses {
            let page = try await fixture.run { client in
                try await client.execute(uri: address, method: .get) { String(buffer: $0.body) }
            }
            #expect(page.firstMatch(of: /\sstyle=|\son[a-z]+=|<style|javascript:/) == nil, "\(address)")
            #expect(page.matches(of: /<script(?![^>]*\ssrc=)/).isEmpty, "\(address)")
        }
    }

    @Test("keep all scripts together under 60 kB, and they are kept for ever under an address of their own")
    func scripts() async throws {
        let fixture = try ServerFixture()
        try await fixture.run { client in
            let page = try await client.page("/")
            let base = try #require(page.firstMatch(of: /\/assets\/[0-9a-f]+/)).output
            var size = 0
            for name in ["main.js", "grid.js", "live.js", "curve.js"] {
                try await client.execute(uri: "\(base)/\(name)", method: .get) { response in
                    #expect(response.status == .ok)
                    #expect(response.headers[.contentType] == "text/javascript; charset=utf-8")
                    #expect(response.headers[.cacheControl]?.contains("immutable") == true)
                    size += response.body.readableBytes
                }
            }
            #expect(size > 1000)
            #expect(size < 60_000)
            let tag = try await client.execute(uri: "\(base)/page.css", method: .get) { $0.headers[.eTag] }
            try await client.execute(
                uri: "\(base)/page.css", method: .get, headers: [.ifNoneMatch: try #require(tag)]
            ) { response in
                #expect(response.status == .notModified)
                #expect(response.body.readableBytes == 0)
            }
            try await client.execute(uri: "/assets/0/page.css", method: .get) { response in
                #expect(response.headers[.cacheControl] == "no-cache")
            }
            try await client.execute(uri: "\(base)/missing.css", method: .get) { #expect($0.status == .notFound) }
        }
    }

    @Test("say what, why and the way out where there is nothing")
    func errors() async throws {
        let fixture = try ServerFixture()
        try await fixture.run { client in
            for address in ["/nowhere", "/builds/99", "/builds/x", "/person?id=nobody"] {
                try await client.execute(uri: address, method: .get) { response in
                    #expect(response.status == .notFound)
                    #expect(response.headers[.contentType] == "text/html; charset=utf-8")
                    #expect(String(buffer: response.body).contains("href=\"/\""))
                }
            }
        }
    }

    @Test("make the last finished build the draft that is shown, and keep one that was cut off beside it")
    func afterRestart() async throws {
        let fixture = try ServerFixture()
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: 20, as: .finished)
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: nil, as: .running)
        try await fixture.run { client in
            let page = try await client.page("/")
            #expect(page.contains("<h1 id=\"name\">Draft 1</h1>"))
            #expect(page.contains("Build 2 · interrupted"))
            let cut = try await client.page("/builds/2")
            #expect(cut.contains("Interrupted: the server went down."))
            #expect(cut.contains("<h1 id=\"name\">Build 2</h1>"))
        }
    }
}
