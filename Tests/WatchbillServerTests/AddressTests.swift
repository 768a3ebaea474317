import RotaFormats
import CrewRecords
import Foundation
import HTTPTypes
import Hummingbird
import RouterTestKit
import RotaModel
import Testing
import WatchbillServer
import WatchbillStore

/// Every address, page and API, with every role, with tokens of every right, and with nobody: who gets in is what the table
/// of permissions says of the operations that the address names in its own declaration.
@Suite("Every address")
struct AddressTests {
    /// What an address is asked with, if it wants more than its path. Whoever adds an address with a form, a query or
    /// another `:name` adds a line here.
    private static let samples: [String: Sample] = [
        "GET /builds/:build/explanation": Sample(query: "?person=a&day=2026-01-05"),
        "GET /api/v1/builds/:build/explanation": Sample(query: "?person=a&day=2026-01-05"),
        "GET /compare": Sample(query: "?a=build:1&b=version:1&unit=w3"),
        "GET /api/v1/compare": Sample(query: "?a=build:1&b=version:1&unit=w3"),
        "GET /wish": Sample(query: "?rota=build:1&person=c&day=2026-01-07"),
        "GET /repair": Sample(query: "?rota=build:1"),
        "POST /repair": Sample(form: "rota=build:1&step=x"),
        "GET /me/why": Sample(query: "?day=2026-01-05"),
        "GET /api/v1/me/rest-record": Sample(query: "?unit=w3"),
        "GET /api/v1/me/month-hours": Sample(query: "?unit=w3"),
        "POST /crew/:person/hours": Sample(form: "unit=w3&month=2026-01&fingerprint=x"),
        "GET /person": Sample(query: "?id=a"),
        "POST /builds": Sample(form: "timeLimit=1"),
        // What is in force already is refused to whoever may publish.
        "POST /builds/:build/publish": Sample(form: "note=x"),
        "POST /people/new": Sample(form: "name=+"),
        "POST /crew/:person/details": Sample(form: "name=+"),
        "DELETE /api/v1/people/:person/file": Sample(names: ["person": "f"]),
        "PUT /api/v1/people/:person/details": Sample(headers: [.ifMatch: "*"]),
        "GET /crew/account": Sample(query: "?person=a"),
        "POST /crew/account/sessions/end": Sample(form: "session=:session", subject: .other),
        "POST /crew/account/tokens/revoke": Sample(form: "token=:token", subject: .other),
        "POST /crew/invite": Sample(form: "person=c&login=c"),
        "POST /crew/reset": Sample(form: "person=a"),
        "POST /crew/roles": Sample(form: "person=b&unit=w3&role=planner"),
        "POST /crew/roles/end": Sample(form: "grant=:role"),
        "POST /crew/account/calendars/revoke": Sample(form: "calendar=:calendar", subject: .other),
        "POST /me/calendar": Sample(form: "name=x"),
        "POST /me/calendar/revoke": Sample(form: "calendar=:calendar", subject: .other),
        "DELETE /api/v1/calendars/:calendar": Sample(subject: .other),
        "POST /me/sessions/end": Sample(form: "session=:session", subject: .other),
        "POST /me/tokens/revoke": Sample(form: "token=:token", subject: .other),
        "POST /me/tokens": Sample(form: "name=x&rotas%3Aread=on"),
        "POST /me/password": Sample(form: "old=x&new=y"),
        "DELETE /api/v1/sessions/:session": Sample(subject: .other),
        "DELETE /api/v1/tokens/:token": Sample(subject: .other),
        "PUT /api/v1/directory": Sample(headers: [.ifMatch: "*"]),
        "PUT /api/v1/settings/retention": Sample(headers: [.ifMatch: "*"]),
        "GET /api/v1/search": Sample(query: "?q=fire"),
        "GET /crew/:person/file/:entry": Sample(shelf: (.training, .unit)),
        "GET /api/v1/people/:person/entries/:entry": Sample(shelf: (.training, .unit)),
        "POST /crew/:person/expiry/:entry": Sample(shelf: (.training, .unit)),
        "POST /api/v1/people/:person/expiry/:entry": Sample(shelf: (.training, .unit)),
        "POST /crew/:person/erase": Sample(form: "sure=on", names: ["person": "f"]),
        // Of somebody else: what it opens would be open from then on.
        "POST /crew/:person/glass": Sample(
            form: "category=health&minutes=30&reason=Found+unconscious.", names: ["person": "c"]),
        "POST /crew/:person/fitness": Sample(form: "fitness=fit"),
        "POST /crew/:person/fitness/reason": Sample(form: "decision=:decision", shelf: (.health, .sealed)),
        "POST /api/v1/people/:person/fitness/:decision/reason": Sample(shelf: (.health, .sealed)),
        "POST /crew/:person/away": Sample(form: "first=2026-02-01&kind=holiday"),
        "POST /crew/:person/away/decide": Sample(form: "absence=:absence&granted=yes"),
        "POST /crew/:person/away/ground": Sample(form: "absence=:absence", shelf: (.health, .sealed)),
        "POST /api/v1/people/:person/absences/:absence/ground": Sample(shelf: (.health, .sealed)),
        "POST /me/contact": Sample(form: "title=x"),
        "POST /me/away": Sample(form: "first=2026-02-01&kind=holiday"),
        "POST /me/away/ground": Sample(form: "absence=:mine"),
        "POST /me/readings/seen": Sample(form: "glass=x"),
        "POST /settings/directory": Sample(form: "x=1"),
        "POST /setup/:unit/start": Sample(form: "start=threeShifts"),
        "GET /setup/:unit/rules/own": Sample(query: "?kind=rest"),
        "POST /setup/:unit/rules/own": Sample(query: "?kind=rest", form: "minimum=11&strict=hard"),
        "POST /setup/:unit/period": Sample(form: "start=x&weeks=4"),
        "PUT /api/v1/units/:unit/setup": Sample(headers: [.ifMatch: "*"]),
        "PUT /api/v1/me/requests/:date": Sample(names: ["date": "2026-02-02"]),
        "DELETE /api/v1/me/requests/:date": Sample(names: ["date": "2026-02-02"]),
        "POST /me/requests": Sample(form: "date=2026-02-02&wish=dayOff"),
        "POST /me/requests/withdraw": Sample(form: "date=2026-02-02"),
        "GET /me/exchanges/new": Sample(query: "?unit=w3&date=2026-01-08"),
        "POST /me/exchanges": Sample(form: "unit=w3&date=2026-01-08&shift=E"),
        "POST /crew/:person/year": Sample(form: "nights=1&note=x"),
        "POST /messages": Sample(form: "text=x&who:a=yes&unit=w3"),
        "POST /messages/:message/reply": Sample(form: "text=x"),
        "POST /me/reach": Sample(form: "channel=mail&address=x@example.org"),
        "POST /me/reach/remove": Sample(form: "way=1"),
        "GET /cover/new": Sample(query: "?unit=w3&date=2026-01-07&shift=E"),
        "POST /cover": Sample(form: "unit=w3&date=2026-01-07&shift=E&minutes=60&patience=0"),
        "POST /settings/retention": Sample(form: "years-conduct=5&start-conduct=writing"),
    ]

    /// What the walk leaves out, since other tests try it: attachments are sent by a browser's form alone, a disabled account
    /// would be missing further on, there is no provider here and no exchange, the way to set-ups only leads on, and no entry
    /// there runs out.
    private static let elsewhere: Set = [
        "GET /crew/:person/expiry/:entry",
        "GET /crew/:person/file/:entry/attachments/:attachment", "POST /crew/account/disable",
        "POST /crew/account/enable", "POST /me/provider", "POST /me/provider/end",
        "GET /setup", "PUT /api/v1/me/exchanges/:exchange/answer", "DELETE /api/v1/me/exchanges/:exchange",
        "PUT /api/v1/exchanges/:exchange/decision",
        // Of those who got a message, and of those who were asked to take a shift.
        "POST /messages/:message/answer", "POST /messages/:message/delete", "POST /messages/:message/restore",
        "PUT /api/v1/messages/:message/read", "PUT /api/v1/messages/:message/answer",
        "PUT /api/v1/messages/:message/deleted", "GET /cover/:call", "POST /cover/:call/answer",
        "GET /alarms/:alarm", "POST /alarms/:alarm/cover", "POST /alarms/:alarm/away",
        "POST /api/v1/alarms/:alarm/cover",
        "PUT /api/v1/alarms/:alarm/known", "POST /stations/:station/code", "POST /stations/:station/revoke",
        "DELETE /api/v1/stations/:station",
        "POST /cover/:call/withdraw", "GET /api/v1/cover-calls/:call", "PUT /api/v1/cover-calls/:call/answer",
        "PUT /api/v1/cover-calls/:call/withdrawn",
    ]

    private struct Sample {
        /// Whom an operation on a person is about.
        enum Subject { case address, other }

        var query = ""
        var form = ""
        var headers: HTTPFields = [:]
        var subject: Subject?
        /// The entry it is about; nil: all of a file.
        var shelf: (category: RecordCategory, recordClass: RecordClass)?
        var names: [String: String] = [:]
    }

    private static let place = "Tests/WatchbillServerTests/AddressTests.swift"

    @Test("says which operations of the table of permissions it asks, as docs/roles.md has it")
    func document() async throws {
        let addresses = try await ServerFixture().opened { $0.addresses }
        for address in addresses where !address.isOpen {
            #expect(
                !address.asks.isEmpty || !address.either.isEmpty,
                """
                \(address.method) \(address.path) names no operation: add `asks:` to it where its route is declared \
                (`routes.get("…", asks: […])`, or `asks:` of its APIOperation)
                """)
        }
        let known = Set(Permission.table.map(\.name))
        #expect(Set(addresses.flatMap { $0.asks + $0.also + $0.either }).isSubset(of: known))
        let table = Self.table(of: addresses)
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/roles.md")
        let isThere = try String(contentsOf: file, encoding: .utf8).contains("\n" + table)
        #expect(isThere, "docs/roles.md should have this table:\n\(table)")
    }

    private static func table(of addresses: [Address]) -> String {
        let lines = addresses.sorted { ($0.path, $0.method) < ($1.path, $1.method) }.map { address in
            let either = address.either.isEmpty ? [] : [address.either.joined(separator: " or ")]
            let asks = address.isOpen ? "nothing: open to everybody" : (address.asks + either).joined(separator: ", ")
            return "| \(address.path) | \(address.method) | \(asks) | \(address.also.joined(separator: ", ")) |"
        }
        let head = ["| address | method | asks | also, as far as it goes |", "| --- | --- | --- | --- |"]
        return (head + lines).joined(separator: "\n") + "\n"
    }

    // MARK: Trying all

    /// Somebody who comes to the door.
    private enum Visitor: CustomStringConvertible {
        case nobody
        case person(Role)
        case token(Role, TokenRight)

        var role: Role? {
            switch self {
            case .nobody: nil
            case .person(let role), .token(let role, _): role
            }
        }

        var description: String {
            switch self {
            case .nobody: "nobody"
            case .person(let role): "the \(role.words)"
            case .token(let role, let right): "the \(role.words)'s token with \(right.rawValue)"
            }
        }

    }

    @Test("lets in whom its operations let in, and tells nobody else anything, before it reads what they send")
    func everybody() async throws {
        // Whom a token lets in changes nothing here, so that all programs can share a server.
        let programs = Role.allCases.flatMap { role in TokenRight.allCases.map { Visitor.token(role, $0) } }
        let groups: [[Visitor]] = [[.nobody]] + Role.allCases.map { [.person($0)] } + [programs]
        var letIn = 0
        for visitors in groups { letIn += try await tryAll(visitors) }
        #expect(letIn > 200, "\(letIn) were let in")
    }

    /// - Returns: how many times somebody was let in.
    private func tryAll(_ visitors: [Visitor]) async throws -> Int {
        let fixture = try ServerFixture()
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: nil, as: .finished)
        let addresses = try await fixture.opened { $0.addresses }.filter {
            !$0.isOpen && !Self.elsewhere.contains("\($0.method) \($0.path)")
        }
        return try await fixture.run(as: nil) { client in
            var things = try await Things(client)
            var letIn = 0
            for visitor in visitors {
                var (client, form, token) = (client, "", String?.none)
                if let role = visitor.role {
                    client = try await SignedIn(client, as: ServerFixture.person(role))
                    form = try await Self.formToken(of: client)
                    things.names["mine"] = try await Things.askAbsence(client)
                    things.names["message"] = try await Things.send(client)
                }
                if case .token(_, let right) = visitor { token = try await client.issueToken([right]) }
                for address in addresses {
                    let reply = try await Self.try(address, things, client, form: form, token: token)
                    let isLetIn = Self.isLetIn(reply, address)
                    let expected = try Self.mayEnter(visitor, address)
                    #expect(
                        isLetIn == expected,
                        """
                        \(address.method) \(address.path), which asks \(address.asks + address.either), \(isLetIn ? "lets in" : "refuses") \
                        \(visitor): \(reply.status) \(reply.text.prefix(200)). See `samples` in \(Self.place).
                        """)
                    if isLetIn { letIn += 1 }
                }
            }
            return letIn
        }
    }

    /// What addresses are about: a session, a token and a role of A. Ortega.
    private struct Things: Sendable {
        var names = [
            "build": "1", "version": "1", "unit": "w3", "person": "a", "problem": "1", "glass": "x", "way": "1",
        ]

        init(_ client: any TestClient) async throws {
            let other = try await SignedIn(client, as: "a")
            _ = try await other.issueToken([.readRotas])
            names["session"] = try await other.api(.get, "/sessions").json["items"]?.elements.first?["id"]?.text
            _ = try await other.api(.post, "/calendars", #"{"name":"phone"}"#)
            names["calendar"] = try await other.api(.get, "/calendars").json["items"]?.elements.first?["id"]?.text
            names["token"] = try await other.api(.get, "/tokens").json["items"]?.elements.first?["id"]?.text
            let administrator = try await SignedIn(client, as: ServerFixture.person(.administrator))
            let given = try await administrator.api(
                .post, "/units/w3/roles", #"{"person":"b","role":"planner"}"#)
            names["role"] = given.json["id"]?.whole.map { String($0) }
            names["absence"] = try await Self.askAbsence(other)
            let keeper = try await SignedIn(client, as: ServerFixture.person(.recordsKeeper))
            let planner = try await SignedIn(client, as: ServerFixture.person(.planner))
            #expect(try await planner.api(.post, "/builds/1/publish").status == 201)
            let entry = #"{"category":"training","class":"unit","title":"Fire drill"}"#
            names["entry"] = try await keeper.api(.post, "/people/a/entries", entry).json["id"]?.text
            let medic = try await SignedIn(client, as: ServerFixture.person(.medicalKeeper))
            names["decision"] = try await medic.api(.post, "/people/a/fitness", #"{"state":"fit"}"#).json["id"]?.text
            for name in ["session", "token", "calendar", "role", "absence", "entry", "decision"] {
                try #require(names[name] != nil, "there is no \(name) to ask about")
            }
        }

        static func askAbsence(_ client: any TestClient) async throws -> String? {
            let body = #"{"first":"2026-03-01","last":"2026-03-02","kind":"holiday"}"#
            return try await client.api(.post, "/me/absences", body).json["id"]?.text
        }

        static func send(_ client: any TestClient) async throws -> String? {
            let sent = try await client.api(.post, "/messages", #"{"text":"Hello","to":["a"]}"#)
            return sent.json["message"]?.whole.map { String($0) }
        }

        func filled(_ text: String, _ others: [String: String] = [:]) -> String {
            let all = names.merging(others) { $1 }
            return all.keys.sorted { $0.count > $1.count }.reduce(text) { $0.replacing(":\($1)", with: all[$1] ?? "") }
        }
    }

    private static func formToken(of client: any TestClient) async throws -> String {
        let page = try await client.page("/me")
        return try String(#require(page.firstMatch(of: /name="form" value="([^"]+)"/)?.1))
    }

    private static func `try`(
        _ address: Address, _ things: Things, _ client: any TestClient, form: String, token: String?
    ) async throws -> APIReply {
        let sample = samples["\(address.method) \(address.path)"] ?? Sample()
        let method = try #require(HTTPRequest.Method(address.method))
        var headers = sample.headers
        var body: String?
        if method != .get {
            let isAPI = address.path.hasPrefix("/api/")
            // What no operation of the API can read: it is not looked at before it was asked whether the sender may.
            headers[.contentType] = isAPI ? "text/plain" : "application/x-www-form-urlencoded"
            body = isAPI ? "x" : "form=\(form)&\(things.filled(sample.form, sample.names))"
        }
        return try await client.ask(
            method, things.filled(address.path, sample.names) + sample.query, body, token: token, headers: headers)
    }

    private static func isLetIn(_ reply: APIReply, _ address: Address) -> Bool {
        // The page about oneself, or the door.
        if address.method == "GET", reply.status == 303 { return false }
        // Whoever may change their password, and does not know the one they have.
        if address.path == "/me/password", reply.text.contains("The password you have now") { return true }
        return ![401, 403, 404].contains(reply.status)
    }

    /// What the table of permissions says of all the operations that are asked.
    private static func mayEnter(_ visitor: Visitor, _ address: Address) throws -> Bool {
        guard let role = visitor.role else { return false }
        let isAPI = address.path.hasPrefix("/api/")
        let person = ServerFixture.person(role)
        let standing = Standing(
            organisation: "test", ancestry: try UnitAncestry([(unit: "w3", above: nil)]),
            grants: [RoleGrant(person: person, unit: "w3", role: role, term: Term(from: Instant(seconds: 0)))],
            now: ServerFixture.now)
        let caller: Caller
        switch visitor {
        case .token(_, let right):
            // Forms are filled in by people alone.
            if !isAPI, address.method != "GET" { return false }
            caller = Admission.token(of: person, scope: [right], standing)
        default: caller = Admission.person(person, standing)
        }
        let isAboutOther = samples["\(address.method) \(address.path)"]?.subject == .other
        let isOwn =
            address.path.contains(/\/(me|today|sessions|tokens|calendars|messages)\b|\/units\/:unit\/exchanges$/)
            && !isAboutOther
        let shelf = samples["\(address.method) \(address.path)"]?.shelf
        let subject = isOwn ? person : PersonID("a")
        func may(_ name: String) -> Bool {
            Permission.table.contains { row in
                guard row.name == name, row.kind != .role || row.variant == .role(.planner) else { return false }
                return facts(row, about: subject, isOwn: isOwn, shelf).contains {
                    row.ground(for: caller, on: $0) != nil
                }
            }
        }
        return address.asks.allSatisfy(may) && (address.either.isEmpty || address.either.contains(where: may))
    }

    /// Whatever a row may be asked about there.
    private static func facts(
        _ row: PermissionRow, about person: PersonID, isOwn: Bool,
        _ shelf: (category: RecordCategory, recordClass: RecordClass)?
    ) -> [SubjectFacts] {
        let units: Set<UnitID> = isOwn ? [] : ["w3"]
        switch row.kind {
        case .organisation: return [SubjectFacts(units: [])]
        case .unit: return [SubjectFacts(units: ["w3"])]
        case .person, .role: return [SubjectFacts(units: units, person: person, variant: row.variant)]
        case .entry:
            guard case .recordClass(let recordClass) = row.variant else { return [] }
            let categories = RecordCategory.allCases.filter { category in
                category.classes.contains(recordClass)
                    && shelf.map { $0.category == category && $0.recordClass == recordClass } ?? true
            }
            return categories.map {
                SubjectFacts(units: units, person: person, category: $0, variant: row.variant)
            }
        }
    }
}
