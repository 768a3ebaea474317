import HTTPTypes
import Hummingbird
import RouterTestKit
import Testing
import WatchbillServer
import WatchbillStore
import WatchbillTestKit

@Suite("What the server refuses")
struct GuardTests {
    let fixture: ServerFixture

    init() throws {
        fixture = try ServerFixture()
    }

    @Test("carries a strict policy on every answer", arguments: ["/", "/nowhere", "/api/v1/builds", "/api/nowhere"])
    func headers(address: String) async throws {
        try await fixture.run { client in
            try await client.execute(uri: address, method: .get) { response in
                let policy = try #require(response.headers[.contentSecurityPolicy])
                #expect(policy.contains("default-src 'none'"))
                #expect(!policy.contains("unsafe"))
                #expect(policy.contains("frame-ancestors 'none'"))
                #expect(response.headers[.xContentTypeOptions] == "nosniff")
            }
        }
    }

    @Test(
        "answers 405 with Allow to methods an address does not take",
        arguments: [
            ("/", HTTPRequest.Method.post, "GET, HEAD"), ("/builds", .get, "POST"),
            ("/api/v1/builds", .put, "GET, HEAD, POST"),
            ("/api/v1/builds/1/stop", .delete, "POST"), ("/demand", .options, "GET, HEAD"),
        ])
    func methodNotAllowed(address: String, method: HTTPRequest.Method, allow: String) async throws {
        try await fixture.run { client in
            try await client.execute(uri: address, method: method) { response in
                #expect(response.status == .methodNotAllowed)
                #expect(response.headers[.allow] == allow)
            }
        }
    }

    @Test("tells errors of the API as problem details")
    func problemDetails() async throws {
        try await fixture.run { client in
            try await client.execute(uri: "/api/v1/builds/99", method: .get) { response in
                #expect(response.status == .notFound)
                #expect(response.headers[.contentType] == "application/problem+json")
                #expect(
                    String(buffer: response.body) == """
                        {"detail":"There is no such thing here. Maybe the address is mistyped, or it is not for you to \
                        see.","status":404,"title":"Not found","type":"urn:watchbill:problem:not-found"}
                        """)
            }
        }
    }

    @Test("says that the database is away while it is, and goes on after")
    func databaseAway() async throws {
        let server = try await PostgresServer()
        let scratch = try await ScratchStore(.postgres, on: server)
        let fixture = try ServerFixture(database: try StoreLocation(scratch.location))
        try await fixture.run { client in
            _ = try await client.page("/")
            try await server.stop()
            try await client.execute(uri: "/api/v1/builds", method: .get) { response in
                #expect(response.status == .serviceUnavailable)
                let body = String(buffer: response.body)
                #expect(body.contains("urn:watchbill:problem:database-away"))
                #expect(!body.contains(server.folder))
            }
            try await server.start()
            _ = try await client.page("/")
        }
    }

    @Test("takes changes from its own pages only")
    func sameOrigin() async throws {
        let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
        let cases: [(HTTPFields, Bool)] = [
            ([site: "cross-site"], false), ([site: "same-site"], false), ([site: "same-origin"], true),
            ([site: "none"], true), ([.origin: "http://evil.example"], false), ([.origin: "null"], false),
            ([.origin: "http://localhost"], true), ([:], true),
        ]
        try await fixture.run { client in
            for (headers, isTaken) in cases {
                try await client.execute(uri: "/api/v1/builds/1/stop", method: .post, headers: headers) { response in
                    // There is no build 1: whoever gets as far as that is not refused for where they come from.
                    #expect(response.status == (isTaken ? .notFound : .forbidden), "\(headers)")
                }
            }
        }
    }

    @Test(
        "refuses bodies it cannot use, saying what it expected",
        arguments: [
            ("application/json", "{", 400), ("application/json", #"{"timeLimit":"soon"}"#, 422),
            ("application/json", #"{"timeLimit":1,"timeLimit":2}"#, 400), ("application/json", #"{"time":1}"#, 422),
            ("application/json", #"{"timeLimit":0}"#, 422), ("application/json", #"{"timeLimit":99999}"#, 422),
            ("application/json", #"{"threads":0}"#, 422), ("application/x-www-form-urlencoded", "timeLimit=x", 415),
            ("text/plain", "timeLimit=30", 415),
            ("application/json", "{\"timeLimit\":" + String(repeating: " ", count: 20_000) + "30}", 413),
        ])
    func badBodies(type: String, body: String, status: Int) async throws {
        try await fixture.run { client in
            try await client.execute(
                uri: "/api/v1/builds", method: .post, headers: [.contentType: type], body: ByteBuffer(string: body)
            ) { response in
                #expect(response.status.code == status)
                #expect(response.headers[.contentType] == "application/problem+json")
            }
            let builds = try await client.page("/api/v1/builds")
            #expect(builds == #"{"items":[]}"#)
        }
    }

    @Test(
        "refuses cells that are not there",
        arguments: ["?person=x&day=2026-01-05", "?person=a&day=2026-02-05", "?person=a&day=noon", "?person=a", ""])
    func badCells(query: String) async throws {
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: nil, as: .finished)
        try await fixture.run { client in
            try await client.execute(uri: "/api/v1/builds/1/explanation\(query)", method: .get) { response in
                #expect(response.status == .unprocessableContent)
            }
        }
    }
}
