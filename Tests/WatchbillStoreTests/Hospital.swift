import CrewRecords
import Foundation
import RotaModel
import WatchbillStore
import WatchbillTestKit

/// A small hospital, whose store is set up as people do it: by the first link, a directory, roles and invitations.
struct Hospital: Sendable {
    static let ward: UnitID = "ward-7"
    static let hash = "$argon2id$v=19$m=19456,t=2,p=1$" + letters(22) + "$" + letters(43)

    private static func letters(_ count: Int) -> String { String(repeating: "A", count: count) }

    /// Who is what, besides belonging to a unit.
    static let roles: [(person: PersonID, unit: UnitID, role: Role)] = [
        ("pia", "ward-7", .planner), ("lea", "ward-7", .lead), ("rita", "hospital", .recordsKeeper),
        ("max", "hospital", .medicalKeeper), ("sven", "surgery", .administrator), ("paul", "ward-3", .planner),
        ("vera", "hospital", .planner),
    ]
    /// Whom the first link makes.
    static let administrator: PersonID = "administrator"

    let store: Store

    static func directory() -> Directory {
        func unit(_ id: UnitID, _ name: String, in parent: UnitID?) -> UnitEntry {
            UnitEntry(CrewUnit(id: id, name: name, zone: Zone(name: "Europe/Stockholm") ?? .utc), parent: parent)
        }
        func person(_ id: PersonID, in unit: UnitID, _ valid: Validity = .always) -> PersonEntry {
            PersonEntry(
                id: id, name: id.rawValue.capitalized, ranks: [Held("nurse")],
                qualifications: [Held("infusion", valid: Validity(from: date("2025-01-01")))],
                contracts: [Held("full", valid: valid)], memberships: [Held(unit, valid: valid)])
        }
        return Directory(
            organisation: "Lindö Hospital",
            units: [
                unit("hospital", "Lindö Hospital", in: nil), unit("surgery", "Surgery", in: "hospital"),
                unit("ward-7", "Ward 7", in: "surgery"), unit("ward-3", "Ward 3", in: "hospital"),
            ],
            ranks: [Rank(id: "nurse", name: "Staff nurse"), Rank(id: "head", name: "Head nurse")],
            qualifications: [Qualification(id: "infusion", name: "Infusion")],
            contracts: [Contract(id: "full", name: "Full time"), Contract(id: "half", name: "Half time", share: 50)],
            people: [
                person("mia", in: "ward-7"), person("pia", in: "ward-7"), person("lea", in: "ward-7"),
                person("rita", in: "hospital"), person("vera", in: "hospital"), person("max", in: "hospital"),
                person("sven", in: "surgery"),
                person("olof", in: "ward-3"), person("paul", in: "ward-3"),
                person("gone", in: "ward-7", Validity(until: date("2025-12-31"))),
                person("new", in: "ward-7", Validity(from: date("2026-03-01"))),
            ])
    }

    static func date(_ text: String) -> CalendarDate { CalendarDate(text) ?? CalendarDate(dayNumber: 0) }

    /// The hospital of a store, set up if there is none.
    static func open(in store: Store) async throws -> Hospital {
        let hospital = Hospital(store: store)
        if try await store.entrance.account(of: LoginName("pia")) == nil { try await hospital.settle() }
        return hospital
    }

    /// Pia, who plans ward 7.
    static func planner(of store: Store) async throws -> Caller {
        try await open(in: store).caller("pia")
    }

    /// Watchbill itself, keeping what comes of builds.
    static func builder(of store: Store) async throws -> Caller {
        try await store.entrance.admit(.builds, at: Sample.now)
    }

    private func settle() async throws {
        var random = SystemRandomNumberGenerator()
        let now = Sample.now
        guard let first = try await store.entrance.firstLink(at: now, using: &random) else { return }
        _ = try await store.entrance.makeFirstAdministrator(
            first, name: "Ada Ming", login: try LoginName("administrator"),
            password: try PasswordHash(stored: Self.hash), at: now)
        try await store.importDirectory(Self.directory(), for: try await caller(Self.administrator), at: now)
        let administrator = try await caller(Self.administrator)
        for (person, unit, role) in Self.roles {
            try await store.give(role, in: unit, to: person, term: Term(from: now), for: administrator)
        }
        for person in Self.roles.map(\.person) + ["mia", "olof", "gone"] { try await invite(person, by: administrator) }
    }

    /// Lets somebody make themselves an account.
    func invite(_ person: PersonID, by caller: Caller) async throws {
        var random = SystemRandomNumberGenerator()
        let link = try await store.invite(
            person, login: try LoginName(person.rawValue), for: caller, at: Sample.now, using: &random)
        let hash = try PasswordHash(stored: Self.hash)
        _ = try await store.entrance.acceptInvitation(link, password: hash, at: Sample.now)
    }

    /// Signs somebody in.
    func signIn(_ person: PersonID, at now: Instant = Sample.now) async throws -> Token<Session> {
        var random = SystemRandomNumberGenerator()
        let login = try LoginName(person.rawValue)
        guard let account = try await store.entrance.account(of: login) else { throw Refusal.hidden }
        let (session, token) = try Session.start(
            for: account, way: .password, userAgent: UserAgent("Firefox"), at: now, using: &random)
        try await store.entrance.begin(session, of: account)
        return token
    }

    func visit(_ person: PersonID, at now: Instant = Sample.now) async throws -> Visit {
        let token = try await signIn(person, at: now)
        guard let visit = try await store.entrance.admit(token, for: .usual, at: now) else { throw Refusal.hidden }
        return visit
    }

    func caller(_ person: PersonID, at now: Instant = Sample.now) async throws -> Caller {
        try await visit(person, at: now).caller
    }
}
