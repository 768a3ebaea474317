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

@Suite("Coming in")
struct SignInTests {
    let fixture: ServerFixture

    init() throws {
        fixture = try ServerFixture()
    }

    static let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

    private func post(
        _ client: any TestClient, _ address: String, _ body: String, cookie: String? = nil
    ) async throws -> TestResponse {
        var headers = Self.form
        headers[.cookie] = cookie
        return try await client.execute(uri: address, method: .post, headers: headers, body: ByteBuffer(string: body)) {
            $0
        }
    }

    /// As a browser sends back what it was given.
    private func cookies(_ response: TestResponse) -> String {
        response.headers[values: .setCookie].map { String($0.prefix { $0 != ";" }) }.joined(separator: "; ")
    }

    @Test("shows nobody anything before they have signed in, at any address but those of the door")
    func everyAddress() async throws {
        let routes = try await fixture.opened { $0.addresses }
        #expect(routes.count > 20)
        try await fixture.run(as: nil) { client in
            for route in routes {
                let address = route.path.replacing("/:", with: "/1")
                let method = try #require(HTTPRequest.Method(route.method))
                let response = try await client.execute(uri: address, method: method, headers: Self.form) { $0 }
                if route.isOpen {
                    #expect(
                        [
                            "/sign-in", "/sign-out", "/link", "/pair", "/demo", "/assets", "/api/v1/openapi.json",
                            "/calendars/:secret", "/bounces", "/station", "/sw.js", "/offline", "/manifest.webmanifest",
                        ].contains { route.path.hasPrefix($0) }, "\(route.path) is open")
                } else if route.path.hasPrefix("/api/") {
                    #expect(response.status == .unauthorized, "\(route.path)")
                    #expect(response.headers[.wwwAuthenticate] == "Bearer")
                } else if method == .get {
                    #expect(response.status == .seeOther, "\(route.path)")
                    #expect(response.headers[.location]?.hasPrefix("/sign-in?to=") == true, "\(route.path)")
                } else {
                    #expect(response.status == .unauthorized, "\(route.path)")
                }
            }
        }
    }

    @Test("shows drafts to planners and leads, lets planners build, and the rest find nothing there")
    func roles() async throws {
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: nil, as: .finished)
        let drafts = [
            "/builds/1", "/builds/1/print", "/people", "/demand", "/requests", "/rules", "/person?id=a",
            "/api/v1/problem", "/api/v1/builds", "/api/v1/builds/1", "/api/v1/builds/1/rota",
        ]
        for role in Role.allCases {
            let mayRead = role == .planner || role == .lead
            try await fixture.run(as: role) { client in
                for address in drafts {
                    try await client.execute(uri: address, method: .get) { response in
                        // That there is a build is no secret; which rota is the latest, depends on who asks.
                        let refused: HTTPResponse.Status = address.contains("/builds/1") ? .forbidden : .notFound
                        #expect(response.status == (mayRead ? .ok : refused), "\(role) \(address)")
                    }
                }
                try await client.execute(uri: "/", method: .get) { response in
                    #expect(response.status == (mayRead ? .ok : .seeOther), "\(role)")
                    let canBuild = String(buffer: response.body).contains("action=\"/builds\"")
                    #expect(canBuild == (role == .planner), "\(role)")
                }
                try await client.execute(uri: "/api/v1/builds/1/stop", method: .post) { response in
                    #expect(response.status == (role == .planner ? .ok : .forbidden), "\(role)")
                }
                #expect(try await client.page("/me").contains("<h1>The \(role.words)</h1>"))
            }
        }
    }

    @Test("begins with a link that makes the first administrator, once; then by name and password")
    func firstStart() async throws {
        let settings = ServerSettings(port: 0, database: fixture.database)
        let installation = try await Installation(
            settings, demo: nil, surroundings: fixture.surroundings, logger: ServerFixture.logger)
        let link = try #require(try await installation.firstLink())
        let application = buildApplication(installation, logger: ServerFixture.logger, announce: { _, _ in })
        try await application.test { client in
            #expect(try await client.page("/" + link).contains("an administrator"))
            let weak = try await post(client, "/" + link, "name=Ada+Byron&login=ada%40example.org&password=ada12345678")
            #expect(weak.status == .unprocessableContent)
            #expect(String(buffer: weak.body).contains("easily guessed"))
            let body = "name=Ada+Byron&login=Ada%40example.org&password=night+boat+to+Cairo"
            let made = try await post(client, "/" + link, body)
            #expect(made.status == .seeOther)
            let me = try await client.execute(uri: "/me", method: .get, headers: [.cookie: cookies(made)]) { $0 }
            #expect(String(buffer: me.body).contains("<h1>Ada Byron</h1>"))
            #expect(String(buffer: me.body).contains("administrator"))
            #expect(try await post(client, "/" + link, body).status == .gone)

            let out = try await post(client, "/sign-out", "", cookie: cookies(made))
            #expect(out.headers[.setCookie]?.contains("Max-Age=0") == true)
            let gone = try await client.execute(uri: "/me", method: .get, headers: [.cookie: cookies(made)]) { $0 }
            #expect(gone.status == .seeOther)

            let refused = try await post(client, "/sign-in", "login=ada%40example.org&password=night+boat+to+Rome")
            let unknown = try await post(client, "/sign-in", "login=eve%40example.org&password=night+boat+to+Cairo")
            #expect(refused.status == .unauthorized)
            #expect(unknown.status == .unauthorized)
            #expect(refused.body == unknown.body)

            let back = try await post(
                client, "/sign-in", "login=ADA%40example.org+&password=night+boat+to+Cairo&to=%2Fme")
            #expect(back.status == .seeOther)
            #expect(back.headers[.location] == "/me")
            for cookie in back.headers[values: .setCookie] {
                #expect(cookie.contains("HttpOnly"))
                #expect(cookie.contains("SameSite="))
            }
            for elsewhere in ["//evil.example", "https://evil.example", "/\\evil.example", ""] {
                let to = elsewhere.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                let response = try await post(
                    client, "/sign-in", "login=ada%40example.org&password=night+boat+to+Cairo&to=\(to)")
                #expect(response.headers[.location] == "/", "\(elsewhere)")
            }
        }
        let later = try await installation.firstLink()
        #expect(later == nil)
    }

    @Test("slows guessing down, and does not lock out whoever has signed in from that browser before")
    func guessing() async throws {
        let settings = ServerSettings(port: 0, database: fixture.database)
        let installation = try await Installation(
            settings, demo: nil, surroundings: fixture.surroundings, logger: ServerFixture.logger)
        let link = try #require(try await installation.firstLink())
        let application = buildApplication(installation, logger: ServerFixture.logger, announce: { _, _ in })
        try await application.test { client in
            let made = try await post(
                client, "/" + link, "name=Ada&login=ada&password=night+boat+to+Cairo")
            var statuses: [HTTPResponse.Status] = []
            for _ in 0..<8 {
                statuses.append(try await post(client, "/sign-in", "login=ada&password=wrong+wrong+wrong").status)
            }
            #expect(statuses == Array(repeating: .unauthorized, count: 6) + [.tooManyRequests, .tooManyRequests])
            let stranger = try await post(client, "/sign-in", "login=ada&password=night+boat+to+Cairo")
            #expect(stranger.status == .tooManyRequests)
            let owner = try await post(
                client, "/sign-in", "login=ada&password=night+boat+to+Cairo", cookie: cookies(made))
            #expect(owner.status == .seeOther)
        }
    }

    @Test("takes forms only with what its own page gave them for that session")
    func formTokens() async throws {
        try await fixture.run { client in
            for body in ["", "form=x", "form=\(String(repeating: "A", count: 64))"] {
                for address in ["/builds", "/me/tokens", "/me/sessions/end", "/me/password", "/me/tokens/revoke"] {
                    let response = try await post(client, address, body)
                    #expect(response.status == .forbidden, "\(address) \(body)")
                }
            }
            #expect(try await client.page("/api/v1/builds") == #"{"items":[]}"#)
        }
    }

    @Test("lets a program in with a token, as far as the token goes, until it is revoked")
    func tokens() async throws {
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: nil, as: .finished)
        try await fixture.run { client in
            let page = try await client.send("name=wall&rotas%3Aread=on", to: "/me/tokens", from: "/me")
            let text = String(buffer: page.body)
            let token = try #require(text.firstMatch(of: /<code>(watchbill_[^<]+)<\/code>/)?.1)
            func call(_ address: String, _ method: HTTPRequest.Method) async throws -> HTTPResponse.Status {
                try await client.execute(
                    uri: address, method: method, headers: [.authorization: "Bearer \(token)", .cookie: "none=1"]
                ) { $0.status }
            }
            #expect(try await call("/api/v1/builds/1", .get) == .ok)
            #expect(try await call("/api/v1/builds/1/stop", .post) == .forbidden)
            #expect(try await client.page("/me").contains("rotas:read"))
            let id = try #require(
                try await client.page("/me").firstMatch(of: /name="token" value="([^"]+)"/)?.1)
            #expect(
                try await client.send("token=\(id)", to: "/me/tokens/revoke", from: "/me").status == .seeOther)
            #expect(try await call("/api/v1/builds/1", .get) == .unauthorized)
        }
    }

    @Test("takes a directory and a unit's problem in whole, by a token, or not at all")
    func documents() async throws {
        try await fixture.run(as: .administrator) { client in
            let rights = "people%3Aread=on&people%3Achange=on"
            let page = try await client.send("name=import&\(rights)", to: "/me/tokens", from: "/me")
            let token = try #require(String(buffer: page.body).firstMatch(of: /<code>(watchbill_[^<]+)<\/code>/)?.1)
            func send(_ method: HTTPRequest.Method, _ body: ByteBuffer? = nil) async throws -> TestResponse {
                try await client.execute(
                    uri: "/api/v1/directory", method: method,
                    headers: [
                        .authorization: "Bearer \(token)", .cookie: "none=1", .contentType: "application/json",
                        .ifMatch: "*",
                    ], body: body
                ) { $0 }
            }
            let directory = try await send(.get)
            #expect(directory.status == .ok)
            let wider = String(buffer: directory.body)
                .replacing("\"organisation\": \"Test\"", with: "\"organisation\": \"Tested\"")
            #expect(try await send(.put, ByteBuffer(string: wider)).status == .noContent)
            #expect(try await send(.get).body == ByteBuffer(string: wider))
            let broken = try await send(.put, ByteBuffer(string: "{\"organisation\": 7}"))
            #expect(broken.status == .unprocessableContent)
            #expect(String(buffer: broken.body).contains("Nothing was changed."))
            #expect(try await send(.get).body == ByteBuffer(string: wider))
        }
        let document = ByteBuffer(string: CrewFile.write(fixture.problem))
        for (role, status) in [(Role.planner, HTTPResponse.Status.created), (.lead, .forbidden), (.member, .forbidden)]
        {
            try await fixture.run(as: role) { client in
                try await client.execute(
                    uri: "/api/v1/problems", method: .post, headers: [.contentType: "application/json"], body: document
                ) { response in
                    #expect(response.status == status, "\(role)")
                }
            }
        }
    }
}
