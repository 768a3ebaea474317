import CrewRecords
import Foundation
import HTTPTypes
import Hummingbird
import RouterTestKit
import RotaModel
import Testing
import WatchbillServer
import WatchbillTestKit

/// Absences, fitness, broken glass and who looked, as people see them on pages.
@Suite("Pages of what is told in confidence")
struct SealedPageTests {
    /// Everybody signed in at one server.
    struct People {
        let client: any TestClient

        func callAsFunction(_ person: PersonID) async throws -> SignedIn { try await SignedIn(client, as: person) }
        func callAsFunction(_ role: Role) async throws -> SignedIn { try await self(ServerFixture.person(role)) }
    }

    private func run<Value: Sendable>(
        _ fixture: ServerFixture, _ body: @escaping @Sendable (People) async throws -> Value
    ) async throws -> Value {
        try await fixture.run(as: nil) { try await body(People(client: $0)) }
    }

    /// What changes from run to run taken out: the style sheet's version, tokens of forms.
    private func stable(_ page: String) -> String {
        page.replacing(/\/assets\/[0-9a-f]+\//, with: "/assets/HASH/")
            .replacing(/name="form" value="[^"]+"/, with: "name=\"form\" value=\"FORM\"")
    }

    private static let asking = "first=2026-01-12&last=2026-01-16&kind=illness&reason=a+slipped+disc"

    /// The value of the first hidden field of that name on a page.
    private static func hidden(_ name: String, in page: String) throws -> String {
        let field = try #require(page.range(of: "name=\"\(name)\" value=\""))
        return String(page[field.upperBound...].prefix { $0 != "\"" })
    }

    /// A. Ortega asks to be away, the lead grants it, the medical keeper decides on fitness.
    private static func tell(_ people: People, _ asking: String = Self.asking, why: String = "a+slipped+disc")
        async throws
    {
        let ortega = try await people("a")
        #expect(try await ortega.send(asking, to: "/me/away", from: "/me/away").status == .seeOther)
        let lead = try await people(.lead)
        let absence = try hidden("absence", in: try await lead.page("/crew/a/away"))
        let granting = "absence=\(absence)&granted=yes"
        let granted = try await lead.send(granting, to: "/crew/a/away/decide", from: "/crew/a/away")
        #expect(granted.status == .seeOther)
        #expect(try await ortega.send(asking, to: "/me/away", from: "/me/away").status == .seeOther)
        let decision = "fitness=limits&noNights=on&noHeavyLifting=on&reason=\(why)"
        let decided = try await people(.medicalKeeper).send(
            decision, to: "/crew/a/fitness", from: "/crew/a/fitness")
        #expect(decided.status == .seeOther)
    }

    @Test("read as recorded")
    func golden() async throws {
        let fixture = try ServerFixture()
        let pages = try await run(fixture) { people in
            try await Self.tell(people)
            var pages: [(String, String)] = []
            for (person, address, name) in [
                ("a", "/me/away", "away-own"), ("c", "/crew/a/away", "away-colleague"),
                (ServerFixture.person(.lead), "/crew/a/away", "away-lead"),
                (ServerFixture.person(.medicalKeeper), "/crew/a/away", "away-keeper"),
                (ServerFixture.person(.planner), "/crew/a/fitness", "fitness-planner"),
                (ServerFixture.person(.medicalKeeper), "/crew/a/fitness", "fitness-keeper"),
                (ServerFixture.person(.lead), "/crew/a/glass", "glass"), ("a", "/me/readings", "readings-none"),
            ] as [(PersonID, String, String)] {
                pages.append((name, try await people(person).page(address)))
            }
            let lead = try await people(.lead)
            _ = try await lead.send(
                "category=health&minutes=60&reason=found+unconscious", to: "/crew/a/glass", from: "/crew/a/glass")
            let absence = try Self.hidden("absence", in: try await lead.page("/crew/a/away"))
            let opened = try await lead.send("absence=\(absence)", to: "/crew/a/away/ground", from: "/crew/a/away")
            pages.append(("opened", String(buffer: opened.body)))
            pages.append(("readings", try await people("a").page("/me/readings")))
            pages.append(("readings-keeper", try await people(.medicalKeeper).page("/me/readings")))
            return pages
        }
        for (name, page) in pages { #expect(Golden.difference(stable(page), "\(name).html") == nil) }
    }

    @Test("show to whoever may not know why the same bytes, whatever the kind, the reason and their lengths")
    func twins() async throws {
        let holiday = "first=2026-01-12&last=2026-01-16&kind=training&reason="
        var worlds: [[String]] = []
        for (asking, why) in [(Self.asking, "a+slipped+disc"), (holiday, "")] {
            let fixture = try ServerFixture()
            worlds.append(
                try await run(fixture) { people in
                    try await Self.tell(people, asking, why: why)
                    var pages: [String] = []
                    for role in Role.allCases where role != .medicalKeeper {
                        let client = try await people(role)
                        for address in ["/crew/a/away", "/crew/a/fitness", "/crew/a/glass", "/me/away", "/me/readings"]
                        {
                            for method in [HTTPRequest.Method.get, .head] {
                                try await client.execute(uri: address, method: method) { response in
                                    let headers = response.headers.map { "\($0.name): \($0.value)" }.sorted()
                                    let body = String(buffer: response.body)
                                    pages.append("\(role) \(address) \(response.status) \(headers) \(body)")
                                }
                            }
                        }
                    }
                    return pages
                })
        }
        #expect(worlds[0].count == worlds[1].count)
        for (one, other) in zip(worlds[0], worlds[1]) { #expect(one == other) }
        #expect(worlds[0].contains { $0.contains("12 Jan 2026") }, "there is something to see")
    }

    @Test("tell the planner and colleagues that somebody is away, and nothing else")
    func away() async throws {
        let fixture = try ServerFixture()
        try await run(fixture) { people in
            try await Self.tell(people)
            for person in ["c", ServerFixture.person(.planner)] as [PersonID] {
                let page = try await people(person).page("/crew/a/away")
                #expect(page.contains("<b>12 Jan 2026 – 16 Jan 2026</b><span>away</span>"))
                for word in ["illness", "slipped", "granted", "<form method=\"post\" action=\"/crew", "asked"] {
                    #expect(!page.contains(word), "\(person) sees \(word)")
                }
            }
            let fitness = try await people(.planner).page("/crew/a/fitness")
            #expect(fitness.contains("<b>fit with limits: no heavy lifting, no nights</b>"))
            #expect(!fitness.contains("slipped"))
        }
    }

    @Test("open a reason only by a form, for those who may, and say that it is logged")
    func open() async throws {
        let fixture = try ServerFixture()
        try await run(fixture) { people in
            try await Self.tell(people)
            let keeper = try await people(.medicalKeeper)
            let page = try await keeper.page("/crew/a/away")
            #expect(!page.contains("slipped"), "nothing is open before it is opened")
            let form = "absence=\(try Self.hidden("absence", in: page))"
            let opened = try await keeper.send(form, to: "/crew/a/away/ground", from: "/crew/a/away")
            #expect(opened.status == .ok)
            #expect(opened.headers[.cacheControl] == "no-store")
            #expect(String(buffer: opened.body).contains("<p>a slipped disc</p>"))
            for role in [Role.planner, .lead, .recordsKeeper] {
                let refused = try await people(role).send(form, to: "/crew/a/away/ground", from: "/me")
                #expect(refused.status == .notFound, "\(role)")
                #expect(!String(buffer: refused.body).contains("slipped"))
            }
            // At somebody else's address it is not there.
            let elsewhere = try await keeper.send(form, to: "/crew/c/away/ground", from: "/crew/a/away")
            #expect(elsewhere.status == .notFound)
            let readings = try await people("a").page("/me/readings")
            #expect(readings.matches(of: /as medical keeper/).count == 1)
            #expect(readings.contains("The medical keeper"))
        }
    }

    @Test("let the glass be broken in an emergency, and tell the person and the keepers at once")
    func glass() async throws {
        let fixture = try ServerFixture()
        try await run(fixture) { people in
            try await Self.tell(people)
            let (lead, ortega) = (try await people(.lead), try await people("a"))
            #expect(!(try await ortega.page("/me")).contains("Notices to see"))
            let short = try await lead.send(
                "category=health&minutes=30&reason=now", to: "/crew/a/glass", from: "/crew/a/glass")
            #expect(short.status == .unprocessableContent)
            #expect(String(buffer: short.body).contains("needs a reason"))
            let broken = try await lead.send(
                "category=health&minutes=30&reason=found+unconscious", to: "/crew/a/glass", from: "/crew/a/glass")
            #expect(broken.status == .seeOther)
            #expect(broken.headers[.location] == "/crew/a/file")

            #expect(try await ortega.page("/me").contains("Notices to see: 1"))
            let page = try await ortega.page("/me/readings")
            #expect(page.contains("The lead has broken the glass over your entries: Health"))
            #expect(page.contains("found unconscious"))
            let keeper = try await people(.medicalKeeper).page("/me/readings")
            #expect(keeper.contains("The lead has broken the glass for A. Ortega: Health"))
            #expect(!keeper.contains("found unconscious"), "the reason is for the person alone")
            #expect(try await !people(.recordsKeeper).page("/me").contains("Notices to see"))

            let glass = try Self.hidden("glass", in: page)
            let seen = try await ortega.send("glass=\(glass)", to: "/me/readings/seen", from: "/me/readings")
            #expect(seen.status == .seeOther)
            #expect(try await !ortega.page("/me").contains("Notices to see"))
            for role in [Role.planner, .member, .administrator] {
                let refused = try await people(role).send(
                    "category=health&minutes=30&reason=found+unconscious", to: "/crew/a/glass", from: "/me")
                #expect(refused.status == .forbidden, "\(role)")
            }
        }
    }

    @Test("show what was typed again to whoever typed it, and repeat none of it in errors")
    func refused() async throws {
        let fixture = try ServerFixture()
        try await run(fixture) { people in
            let ortega = try await people("a")
            let swapped = try await ortega.send(
                "first=2026-01-16&last=2026-01-12&kind=illness&reason=a+slipped+disc", to: "/me/away", from: "/me/away")
            #expect(swapped.status == .unprocessableContent)
            #expect(swapped.headers[.cacheControl] == "no-store")
            let page = String(buffer: swapped.body)
            #expect(page.contains("Maybe the two dates are swapped."))
            #expect(page.contains(">a slipped disc</textarea>"))
            #expect(page.contains("<option value=\"illness\" selected>"))
            for form in [
                "first=2026-01-12&last=2026-01-16&kind=slipped+disc&reason=a+slipped+disc",
                "first=tomorrow&last=2026-01-16&kind=illness&reason=a+slipped+disc",
                "first=2026-01-12&last=2026-01-16&from=noon&kind=illness&reason=a+slipped+disc",
                "last=2026-01-16&kind=illness&reason=a+slipped+disc",
            ] {
                let response = try await ortega.send(form, to: "/me/away", from: "/me/away")
                #expect(response.status == .unprocessableContent, "\(form)")
                #expect(!String(buffer: response.body).contains("slipped"), "\(form)")
            }
            #expect(try await ortega.page("/me/away").contains("You have not asked to be away yet."))
            let keeper = try await people(.medicalKeeper)
            for form in ["fitness=limits&reason=x", "fitness=unfit&reason=x", "fitness=dead&reason=x", "reason=x"] {
                let response = try await keeper.send(form, to: "/crew/a/fitness", from: "/crew/a/fitness")
                #expect(response.status == .unprocessableContent, "\(form)")
            }
            // Nobody decides about their own fitness.
            let own = "/crew/\(ServerFixture.person(.medicalKeeper))/fitness"
            #expect(try await keeper.send("fitness=fit&reason=", to: own, from: "/me").status == .forbidden)
        }
    }

    @Test("work for people whose id must be written otherwise in an address")
    func oddIDs() async throws {
        let fixture = try ServerFixture()
        try await run(fixture) { people in
            let lead = try await people(.lead)
            let page = "/crew/d%26e/away"
            let noted = try await lead.send(
                "first=2026-01-12&last=2026-01-12&kind=duty&reason=", to: page, from: page)
            #expect(noted.headers[.location] == page)
            #expect(try await people("c").page(page).contains("12 Jan 2026"))
        }
    }

    @Test("say what is missing where no master key was given")
    func withoutKey() async throws {
        let fixture = try ServerFixture()
        let settings = ServerSettings(port: 0, database: fixture.database)
        let installation = try await Installation(
            settings, demo: fixture.demo, surroundings: fixture.surroundings, logger: ServerFixture.logger)
        let application = buildApplication(installation, logger: ServerFixture.logger, announce: { _, _ in })
        try await application.test { client in
            let ortega = try await SignedIn(client, as: "a")
            let response = try await ortega.send(Self.asking, to: "/me/away", from: "/me/away")
            #expect(response.status == .serviceUnavailable)
            #expect(String(buffer: response.body).contains("without a master key"))
            #expect(!String(buffer: response.body).contains("slipped"))
        }
    }
}
