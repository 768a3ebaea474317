import CrewRecords
import Testing
import WatchbillServer

@Suite("Behind a proxy")
struct ProxyTests {
    /// What comes of one wrong code after the other, each over a connection of its own, whose other end is this machine.
    private func statuses(
        trusting proxies: [String], _ told: @escaping @Sendable (Int) -> String
    ) async throws -> [String] {
        let trusted = TrustedProxies(proxies.compactMap { NetworkAddress($0) })
        return try await ServerFixture().listen(trusting: trusted) { port in
            var statuses: [String] = []
            for number in 0..<14 {
                let connection = try RawConnection(to: port)
                defer { connection.close() }
                connection.send(
                    """
                    POST /pair HTTP/1.1\r
                    Host: localhost\r
                    Connection: close\r
                    X-Forwarded-For: \(told(number))\r
                    Content-Type: application/x-www-form-urlencoded\r
                    Content-Length: 16\r
                    \r
                    code=AAAAA-AAAAA
                    """)
                let answer = try #require(await connection.receive())
                statuses.append(String(answer.split(separator: " ", maxSplits: 2)[1]))
            }
            return statuses
        }
    }

    private static let here = ["127.0.0.1", "::1"]
    private static let stopped = Array(repeating: "410", count: 10) + Array(repeating: "429", count: 4)

    @Test("each sender has limits of their own, and what senders say of themselves counts for nothing")
    func senders() async throws {
        let senders = try await statuses(trusting: Self.here) { "192.0.2.\($0)" }
        #expect(senders == Array(repeating: "410", count: 14))
        let one = try await statuses(trusting: Self.here) { "198.51.100.\($0), 192.0.2.1" }
        #expect(one == Self.stopped)
    }

    @Test("nobody is believed who is not named")
    func strangers() async throws {
        #expect(try await statuses(trusting: []) { "192.0.2.\($0)" } == Self.stopped)
        #expect(try await statuses(trusting: ["192.0.2.200"]) { "192.0.2.\($0)" } == Self.stopped)
    }
}
