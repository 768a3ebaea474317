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

@Suite("Comparing")
struct ComparePageTests {
    /// A ward with two drafts, of which the first is published.
    private func fixture() async throws -> ServerFixture {
        let fixture = try ServerFixture()
        let rota = SmallWard.rota(of: fixture.problem)
        try await fixture.keep(rota, bound: 20, as: .finished)
        try await fixture.keep(Self.other(fixture.problem), bound: 20, as: .finished)
        try await fixture.run { _ = try await $0.send("", to: "/builds/1/publish", from: "/builds/1/publish") }
        return fixture
    }

    private static func other(_ problem: RotaProblem) -> Rota {
        var rota = SmallWard.rota(of: problem)
        rota[1, 2] = Duty(ShiftIndex(1))
        rota[3, 2] = Duty(ShiftIndex(0))
        rota[4, 6] = .off
        return rota
    }

    @Test(
        "reads as recorded",
        arguments: [
            ("/compare?a=build:1&b=build:2", "compare.html"), ("/compare", "compare-choice.html"),
            ("/rules", "rules-priced.html"),
        ])
    func golden(address: String, name: String) async throws {
        let fixture = try await fixture()
        let page = try await fixture.run { try await $0.page(address) }
        let stable = page.replacing(/\/assets\/[0-9a-f]+\//, with: "/assets/HASH/")
        #expect(Golden.difference(stable, name) == nil)
    }

    @Test("tells by the API what the judge finds of each side, source by source, and whose days differ")
    func api() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            let judge = Judge(fixture.problem)
            let one = judge.assess(SmallWard.rota(of: fixture.problem))
            let two = judge.assess(Self.other(fixture.problem))
            let found = try await client.api(.get, "/compare?a=version:1&b=build:2&unit=w3").json
            #expect(found["before"]?["rota"]?.text == "version:1" && found["before"]?["build"]?.whole == 1)
            #expect(found["before"]?["penalty"]?.whole == one.penalty.value)
            #expect(found["before"]?["bound"]?.whole == 20)
            #expect(found["after"]?["penalty"]?.whole == two.penalty.value)
            #expect(found["after"]?["breaches"]?.whole == two.hardFindings.count)
            #expect(found["sameProblem"] == .truth(true))
            let sources = found["sources"]?.elements ?? []
            #expect(sources.reduce(0) { $0 + ($1["penaltyBefore"]?.whole ?? 0) } == one.penalty.value)
            #expect(sources.reduce(0) { $0 + ($1["penaltyAfter"]?.whole ?? 0) } == two.penalty.value)
            #expect(sources.compactMap { $0["rule"]?.text } == ["rest", "row", "hours"])
            let changes = found["changes"]?.elements ?? []
            #expect(
                changes.map { "\($0["person"]?.text ?? "") \($0["date"]?.text ?? "") \($0["after"]?.text ?? "off")" }
                    == ["b 2026-01-07 N", "d&e 2026-01-07 E", "f 2026-01-11 off"])
        }
    }

    @Test("tells a draft as it is after what was done by hand, and a version as it was published")
    func byHand() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            let same = try await client.api(.get, "/compare?a=version:1&b=build:1&unit=w3").json
            #expect(same["changes"]?.elements.isEmpty == true)
            #expect(try await client.page("/compare?a=version:1&b=build:1&unit=w3").contains("Nobody’s shifts differ."))
            let step = #"{"cells":[{"person":"b","date":"2026-01-06","shift":"E"}]}"#
            #expect(try await client.api(.post, "/builds/1/steps", step).status == 200)
            let changed = try await client.api(.get, "/compare?a=version:1&b=build:1&unit=w3").json
            #expect(changed["changes"]?.elements.map { $0["person"]?.text } == ["b"])
            let rota = try await client.api(.get, "/builds/1/rota").json
            #expect(changed["after"]?["penalty"] == rota["penalty"])
        }
    }

    @Test("is for planners alone, says what is no name of a rota, and takes none of another unit's")
    func refusals() async throws {
        let fixture = try await fixture()
        try await fixture.run { client in
            for name in ["build:x", "draft:1", "build:0", "version:", "build:1:2"] {
                let page = try await client.execute(uri: "/compare?a=\(name)&b=build:1", method: .get) { $0 }
                #expect(page.status == .unprocessableContent, "\(name)")
                #expect(try await client.api(.get, "/compare?a=\(name)&b=build:1").status == 422, "\(name)")
            }
            #expect(try await client.api(.get, "/compare?a=build:1").status == 422)
            #expect(try await client.api(.get, "/compare?a=build:9&b=build:1").status == 404)
            #expect(try await client.api(.get, "/compare?a=version:9&b=build:1&unit=w3").status == 404)
            #expect(try await client.api(.get, "/compare?a=build:1&b=build:1&unit=nowhere").status == 404)
            // Whoever reads the rota does not read what it was built from.
            let member = try await SignedIn(client, as: "c")
            #expect(try await member.api(.get, "/units/w3/versions/1").status == 200)
            #expect(try await member.api(.get, "/compare?a=version:1&b=version:1&unit=w3").status == 403)
            #expect(!(try await member.page("/rota").contains("/compare")))
            #expect(try await client.page("/rota").contains("/compare?unit=w3&amp;b=version:1"))
        }
    }
}
