import CrewRecords
import Foundation
import HTTPTypes
import Hummingbird
import RouterTestKit
import Logging
import RotaModel
import Synchronization
import Testing
import WatchbillServer
import WatchbillStore
import WatchbillTestKit

/// One of the two installations: on a database of its own, at a clock that the history moves, with random numbers that
/// begin anew with each request, so that one which takes more of them in one world does not shift those of the next.
final class World: Sendable {
    static let beginning = Instant(seconds: 1_767_700_000)  // Tue 6 Jan 2026 12:46 in Stockholm

    /// 32 bytes, as hexadecimal digits.
    static let masterKey = String(repeating: "5a3c", count: 16)

    let side: Side
    let scratch: ScratchStore
    let installation: Installation
    let seam: Seam
    private let client: any TestClient
    private let machine: Machine
    private let tape: LogTape
    /// By person: what their browser sends, and since when it has it.
    private let cookies = Mutex<[PersonID: (cookie: String, since: Instant)]>([:])
    /// What deeds have made: the ids, by the deed's number.
    private let made = Mutex<[Int: String]>([:])
    private let tokens = Mutex<[Asker: String]>([:])
    private let calendars = Mutex<[String]>([])

    /// What the installation takes from the world around it.
    private final class Machine: Sendable {
        let now = Mutex(World.beginning)
        let random = Mutex(SeededGenerator(seed: 0))

        var surroundings: Surroundings {
            Surroundings(
                now: { [self] in now.withLock { $0 } }, seed: { 7 },
                draw: { [self] in random.withLock { $0.next() } })
        }
    }

    private init(
        _ side: Side, _ scratch: ScratchStore, _ installation: Installation, _ seam: Seam,
        _ client: any TestClient, _ machine: Machine, _ tape: LogTape
    ) {
        self.side = side
        self.scratch = scratch
        self.installation = installation
        self.seam = seam
        self.client = client
        self.machine = machine
        self.tape = tape
    }

    /// Makes a world and lets `body` do what it likes with it.
    static func run<Value: Sendable>(
        _ side: Side, on kind: StoreKind, _ body: @escaping @Sendable (World) async throws -> Value
    ) async throws -> Value {
        let scratch = try await ScratchStore(kind)
        let (machine, tape, seam) = (Machine(), LogTape(), Seam())
        let installation = try await Installation(
            ServerSettings(
                port: 0, database: try StoreLocation(scratch.location),
                masters: [try MasterKey(text: masterKey, from: "The test")], cores: 2),
            demo: try TwinHospital.organisation(), surroundings: machine.surroundings,
            logger: tape.logger("installation"))
        let application = SeamedApplication(
            buildApplication(installation, logger: tape.logger("application"), announce: { _, _ in }), seam)
        return try await application.test { client in
            try await body(World(side, scratch, installation, seam, client, machine, tape))
        }
    }

    var now: Instant { machine.now.withLock { $0 } }

    func moveClock(to instant: Instant) { machine.now.withLock { $0 = instant } }

    // MARK: Asking

    /// - Parameter seed: of the random numbers that the answer takes.
    func send(_ ask: Ask, seed: UInt64) async throws -> Answer {
        machine.random.withLock { $0 = SeededGenerator(seed: seed) }
        let response = try await client.execute(
            uri: ask.uri, method: ask.method, headers: ask.headers, body: ask.body
        ) { $0 }
        return Answer(response, log: tape.take())
    }

    /// The same by somebody who has come in (`enter`).
    func send(_ ask: Ask, by asker: Asker, seed: UInt64) async throws -> Answer {
        var ask = ask
        switch asker.way {
        case .nobody: break
        case .session(let person): ask.headers[.cookie] = try cookie(of: person)
        case .token:
            let token = try #require(tokens.withLock { $0[asker] }, "\(asker) has no token.")
            ask.headers[.authorization] = "Bearer \(token)"
        }
        return try await send(ask, seed: seed)
    }

    /// Has the server's job erase what is due.
    func eraseDue() async throws -> Answer {
        _ = tape.take()
        try await installation.eraseDue(telling: tape.logger("installation"))
        return Answer(log: tape.take())
    }

    /// Has the server's job remind of what runs out.
    func remindOfExpiry() async throws -> Answer {
        _ = tape.take()
        try await installation.remindOfExpiry()
        return Answer(log: tape.take())
    }

    // MARK: Coming in

    /// Signs somebody in, unless they have done so within the last six hours.
    func enter(_ person: PersonID, seed: UInt64) async throws {
        let now = now
        if let since = cookies.withLock({ $0[person]?.since }), now.seconds - since.seconds < 6 * 3600 { return }
        let answer = try await send(.form("/demo", [("person", person.rawValue)]), seed: seed)
        let cookie = try #require(answer.header(.setCookie), "\(person) was not let in: \(answer.status)")
        cookies.withLock { $0[person] = (String(cookie.prefix { $0 != ";" }), now) }
    }

    /// Lets an asker in: by signing in, or with a token issued the first time.
    func enter(_ asker: Asker, seed: UInt64) async throws {
        switch asker.way {
        case .nobody: break
        case .session(let person): try await enter(person, seed: seed)
        case .token(let person, let rights):
            if tokens.withLock({ $0[asker] }) != nil { return }
            try await enter(person, seed: seed)
            let fields = rights.map { ($0.rawValue, "on") }.sorted { $0.0 < $1.0 }
            let answer = try await submit("/me/tokens", [("name", "t")] + fields, by: person, seed: seed + 1)
            let token = try #require(
                answer.text.firstMatch(of: /<code>(watchbill_[^<]+)<\/code>/)?.1, "\(asker) got no token.")
            tokens.withLock { $0[asker] = String(token) }
        }
    }

    /// What the browser of somebody who has come in sends.
    func cookie(of person: PersonID) throws -> String {
        try #require(cookies.withLock { $0[person]?.cookie }, "\(person) has not come in.")
    }

    /// Sends a form as a browser does, with what the person's pages give their forms along.
    func submit(
        _ address: String, _ fields: [(name: String, value: String)], isUpload: Bool = false, file: Upload? = nil,
        by person: PersonID, seed: UInt64
    ) async throws -> Answer {
        let token = try await formToken(of: person, seed: seed)
        let all = [(name: "form", value: token)] + fields
        return try await send(
            isUpload ? .upload(address, all, file) : .form(address, all), by: Asker(person), seed: seed + 1)
    }

    func formToken(of person: PersonID, seed: UInt64) async throws -> String {
        let page = try await send(.get("/me"), by: Asker(person), seed: seed)
        return String(
            try #require(page.text.firstMatch(of: /name="form" value="([^"]+)"/)?.1, "\(person)'s page has no form."))
    }

    /// What somebody may do at this moment, as the door finds it out.
    func caller(_ asker: Asker) async throws -> Caller? {
        let entrance = installation.store.entrance
        switch asker.way {
        case .nobody: return nil
        case .session(let person):
            let text = try cookie(of: person).drop { $0 != "=" }.dropFirst()
            guard let token = Token<Session>(String(text)) else { return nil }
            return try await entrance.admit(token, for: .usual, at: now)?.caller
        case .token:
            guard let token = Token<APIToken>(tokens.withLock { $0[asker] } ?? "") else { return nil }
            return try await entrance.admit(token, at: now)?.caller
        }
    }

    // MARK: Calendars

    /// What the addresses of people's calendars end with.
    var secrets: [String] { calendars.withLock { $0 } }

    func note(secret: String) { calendars.withLock { $0.append(secret) } }

    // MARK: What deeds have made

    /// The ids by the numbers of the deeds that made them.
    var allMade: [Int: String] { made.withLock { $0 } }

    /// Looks up what a deed has made: the id that a page of whoever did it has named in none of its links before.
    func noteMade(by deed: Deed, on page: String, _ links: Regex<(Substring, Substring)>) {
        made.withLock { made in
            let known = Set(made.values)
            let ids = page.matches(of: links).compactMap { String($0.output.1).removingPercentEncoding }
            made[deed.number] = ids.first { !known.contains($0) }
        }
    }

    /// A text in which `{n}` stands for what deed n has made; nil if that is not in this world.
    ///
    /// - Parameter isAddress: whether it is one, in which ids are written as addresses have them.
    func resolved(_ text: String, isAddress: Bool = true) -> String? {
        let made = allMade
        var isThere = true
        let text = text.replacing(/\{([0-9]+)\}/) { match in
            guard let number = Int(match.output.1), let id = made[number] else {
                isThere = false
                return ""
            }
            return isAddress ? Ask.inForm(id) : id
        }
        return isThere ? text : nil
    }
}
