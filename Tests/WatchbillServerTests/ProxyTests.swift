import CrewRecords
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing
import WatchbillServer

@Suite("Behind a proxy")
struct ProxyTests {
    private func statuses(
        trusting proxies: [String], _ headers: @escaping @Sendable (Int) -> HTTPFields
    ) async throws -> [Int] {
        let fixture = try ServerFixture()
        let settings = ServerSettings(
            port: 0, database: fixture.database,
            trustedProxies: TrustedProxies(proxies.compactMap { NetworkAddress($0) }))
        let installation = try await Installation(
            settings, demo: nil, surroundings: fixture.surroundings, logger: ServerFixture.logger)
        let application = buildApplication(installation, logger: ServerFixture.logger, announce: { _, _ in })
        // Over a real connection, whose other end is this machine.
        return try await application.test(.live) { client in
            var statuses: [Int] = []
            for number in 0..<14 {
                var browser = Browser(client)
                statuses.append(
                    try await browser.post("/pair", "code=AAAAA-AAAAA", headers: headers(number)).status.code)
            }
            return statuses
        }
    }

    private static let here = ["127.0.0.1", "::1"]
    private static let field = HTTPField.Name("X-Forwarded-For")
    private static let stopped = Array(repeating: 410, count: 10) + Array(repeating: 429, count: 4)

    private static func told(_ value: String) -> HTTPFields {
        var headers = HTTPFields()
        if let field { headers[field] = value }
        return headers
    }

    @Test("each sender has limits of their own, and what senders say of themselves counts for nothing")
    func senders() async throws {
        let senders = try await statuses(trusting: Self.here) { Self.told("192.0.2.\($0)") }
        #expect(senders == Array(repeating: 410, count: 14))
        let one = try await statuses(trusting: Self.here) { Self.told("198.51.100.\($0), 192.0.2.1") }
        #expect(one == Self.stopped)
    }

    @Test("nobody is believed who is not named")
    func strangers() async throws {
        #expect(try await statuses(trusting: []) { Self.told("192.0.2.\($0)") } == Self.stopped)
        #expect(try await statuses(trusting: ["192.0.2.200"]) { Self.told("192.0.2.\($0)") } == Self.stopped)
    }
}
