import Foundation
import Testing
import WatchbillServer

@Suite("Connections")
struct ConnectionTests {
    private let request = "GET /sign-in HTTP/1.1\r\nHost: localhost\r\n"

    /// Whether a page is answered on a connection of its own.
    private func isAnswered(_ port: UInt16, patience: Int = 120) async throws -> Bool {
        let connection = try RawConnection(to: port)
        defer { connection.close() }
        connection.send(request + "Connection: close\r\n\r\n")
        return await connection.receive(until: "</html>", patience: patience)?.hasPrefix("HTTP/1.1 200") ?? false
    }

    @Test("that send nothing, or a request's head byte by byte, are closed, and others are answered meanwhile")
    func silent() async throws {
        let fixture = try ServerFixture(limits: ConnectionLimits(silence: .seconds(1)))
        try await fixture.listen { port in
            let silent = try (0..<200).map { _ in try RawConnection(to: port) }
            let slow = try (0..<20).map { _ in try RawConnection(to: port) }
            for connection in slow { connection.send(request + "X-Slow: ") }
            #expect(try await isAnswered(port))
            try await withThrowingTaskGroup { group in
                for connection in silent { group.addTask { #expect(await connection.receive() == "") } }
                for connection in slow { group.addTask { #expect(await connection.receive(dripping: "x") == "") } }
                try await group.waitForAll()
            }
            #expect(try await isAnswered(port))
            for connection in silent + slow { connection.close() }
        }
    }

    @Test("whose request's body drips are closed")
    func drippingBody() async throws {
        let fixture = try ServerFixture(limits: ConnectionLimits(body: .seconds(1)))
        try await fixture.listen { port in
            let connection = try RawConnection(to: port)
            defer { connection.close() }
            connection.send(
                """
                POST /sign-in HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: 10000\r
                \r

                """)
            #expect(await connection.receive(dripping: "a") == "")
            #expect(try await isAnswered(port))
        }
    }

    @Test("are kept open between requests, which are answered in their order when they come together")
    func pipelined() async throws {
        try await ServerFixture().listen { port in
            let connection = try RawConnection(to: port)
            defer { connection.close() }
            let pairs = 50
            let requests = [request, request.replacing("/sign-in", with: "/api/nothing")].map { $0 + "\r\n" }
            let last = request + "Connection: close\r\n\r\n"
            connection.send(String(repeating: requests.joined(), count: pairs) + last)
            let answers = try #require(await connection.receive())
            let statuses = answers.matches(of: /HTTP\/1.1 (\d+)/).map { String($0.1) }
            #expect(statuses == Array(repeating: ["200", "404"], count: pairs).joined() + ["200"])
        }
    }

    /// Fields that no request may have, by what is wrong with them.
    private static let badHeads = [
        "a field too long": "X-Long: " + String(repeating: "a", count: 17_000) + "\r\n",
        "fields too long together": (0..<30).map { "X-\($0): " + String(repeating: "a", count: 1200) + "\r\n" }
            .joined(),
        "too many fields": (0..<120).map { "X-\($0): a\r\n" }.joined(),
        "a length and chunks": "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
        "two lengths": "Content-Length: 3\r\nContent-Length: 4\r\n",
        "a length that is none": "Content-Length: many\r\n",
        "a field that is none": "No colon\r\n",
        "a null character": "X-Null: \0\r\n",
    ]

    @Test("are refused a head that is too large, or is none", arguments: badHeads.keys.sorted())
    func badHead(fault: String) async throws {
        let fields = try #require(Self.badHeads[fault])
        try await ServerFixture(limits: ConnectionLimits(silence: .seconds(1))).listen { port in
            let connection = try RawConnection(to: port)
            defer { connection.close() }
            connection.send(request + fields + "\r\n")
            #expect(await connection.receive()?.hasPrefix("HTTP/1.1 400") == true)
            #expect(try await isAnswered(port))
        }
    }

    @Test("beyond as many as there may be wait until one is closed")
    func most() async throws {
        let limits = ConnectionLimits(count: 5)
        try await ServerFixture(limits: limits).listen { port in
            let first = try (0..<5).map { _ in try RawConnection(to: port) }
            for connection in first {
                connection.send(request + "\r\n")
                #expect(await connection.receive(until: "</html>") != nil)
            }
            #expect(try await !isAnswered(port, patience: 1))
            first[0].close()
            #expect(try await isAnswered(port))
            for connection in first.dropFirst() { connection.close() }
        }
    }
}
