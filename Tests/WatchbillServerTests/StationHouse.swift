import CrewRecords
import Foundation
import Hummingbird
import RouterTestKit
import RotaFormats
import RotaModel
import Testing
import WatchbillServer
import WatchbillStore
import WatchbillTestKit

/// A server whose rota is published, with a paired station and everybody's entry codes.
struct StationHouse: Sendable {
    let fixture: ServerFixture
    let installation: Installation
    let server: any TestClient
    let unit: UnitID

    /// - Parameters:
    ///   - grace: nil: nobody is told of anybody.
    ///   - now: at which it begins; nil: as the fixture has it.
    static func run(
        _ problem: RotaProblem? = nil, _ rota: ((RotaProblem) -> Rota)? = nil, grace: Minutes? = Minutes(10),
        at now: Instant? = nil, _ body: @escaping @Sendable (StationHouse, TestStation) async throws -> Void
    ) async throws {
        let fixture = try ServerFixture(problem)
        let made = rota?(fixture.problem) ?? SmallWard.rota(of: fixture.problem)
        if let now { fixture.set(clock: now) }
        try await fixture.keep(made, bound: 20, as: .finished)
        try await fixture.opened { installation in
            let application = buildApplication(installation, logger: ServerFixture.logger, announce: { _, _ in })
            let unit = fixture.problem.unit.id
            try await application.test { server in
                let planner = try await SignedIn(server, as: ServerFixture.person(.planner))
                #expect(try await planner.api(.post, "/builds/1/publish", "{}").status == 201)
                let house = StationHouse(fixture: fixture, installation: installation, server: server, unit: unit)
                let lead = try await house.client(ServerFixture.person(.lead))
                let minutes = grace.map { "{\"minutes\":\($0.value)}" } ?? "{}"
                #expect(try await lead.api(.put, "/units/\(unit)/grace", minutes).status == 204)
                try await house.setCodes()
                try await body(house, try await house.pair("Main door"))
            }
        }
    }

    var now: Instant { fixture.surroundings.now() }

    func client(_ person: PersonID) async throws -> SignedIn { try await SignedIn(server, as: person) }

    /// Of everybody in the problem: as cheap a hash as is read, of a code made from their place.
    private func setCodes() async throws {
        let hasher = PasswordHasher(
            parameters: Argon2Parameters(memory: 8, passes: 1, lanes: 1), atOnce: 1, mostWaiting: 1)
        var random = SeededGenerator(seed: 5)
        for (place, person) in fixture.problem.people.enumerated() {
            let hash = try await hasher.hash(
                try Password(Self.code(place)), salt: PasswordSalt(using: &random))
            try await installation.store.setEntryCode(hash, for: try await visit(person.id).caller, at: now)
        }
    }

    /// Somebody who is signed in.
    func visit(_ person: PersonID) async throws -> Visit {
        let cookie = try await client(person).cookie
        let token = try #require(Token<Session>(String(cookie.split(separator: "=", maxSplits: 1)[1])))
        return try #require(try await installation.store.entrance.admit(token, for: .usual, at: now))
    }

    static func code(_ place: Int) -> String { "48\(1_000 + place * 7)" }

    func code(of person: PersonID) -> String {
        Self.code(fixture.problem.people.firstIndex { $0.id == person } ?? 0)
    }

    /// As a lead and a device do it together.
    func pair(_ name: String) async throws -> TestStation {
        let lead = try await client(ServerFixture.person(.lead))
        let made = try await lead.api(.post, "/units/\(unit)/stations", "{\"name\":\"\(name)\"}")
        #expect(made.status == 201)
        let code = try #require(made.json["code"]?.text)
        let key = TestStation.Key()
        let answer = try await post(
            "/station/pair", "{\"code\":\"\(code)\",\"key\":\"\(TestStation.text(key.bytes))\"}")
        let paired = try #require(JSONContent.read(Array(buffer: answer.body)).content)
        let server = try #require(paired["server"]?.text).replacing("-", with: "+").replacing("_", with: "/")
        let padded = server + String(repeating: "=", count: (4 - server.count % 4) % 4)
        return TestStation(
            StationID(try #require(paired["station"]?.text)), key: key,
            server: Array(try #require(Data(base64Encoded: padded))))
    }

    func post(_ path: String, _ body: String) async throws -> TestResponse {
        try await server.execute(
            uri: path, method: .post, headers: [.contentType: "application/json"], body: ByteBuffer(string: body)
        ) { $0 }
    }

    /// Sends what a station has waiting.
    ///
    /// - Returns: by number, what came of it.
    @discardableResult
    func send(_ station: inout TestStation) async throws -> [Int: String] {
        let answer = try await post("/station/presses", try station.envelope(at: now))
        guard answer.status == .ok else { throw Unexpected(status: answer.status.code, address: "/station/presses") }
        let told = try #require(JSONContent.read(Array(buffer: answer.body)).content)
        var results: [Int: String] = [:]
        for result in told["results"]?.elements ?? [] {
            results[try #require(result["sequence"]?.whole)] = try #require(result["verdict"]?.text)
        }
        station.took(results.keys)
        station.skewThen = station.skew
        return results
    }

    /// Presses and sends at once.
    func press(
        _ kind: AttendanceEvent.Kind, _ person: PersonID, code: String? = nil, at station: inout TestStation
    ) async throws -> String? {
        let number = try station.press(kind, person, code: code ?? self.code(of: person), at: now)
        return try await send(&station)[number]
    }
}
