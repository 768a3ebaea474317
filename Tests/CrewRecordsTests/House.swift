import CrewRecords
import Foundation
import RotaModel
import Testing

/// A small crew for tests: a ship with a deck and an engine department, and a bridge below the deck.
enum House {
    static let organisation: OrganisationID = "selkie"
    static let now = Instant(seconds: 1_800_000_000)
    static let noon = Term(from: Instant(seconds: now.seconds - 3600), until: Instant(seconds: now.seconds + 3600))

    static func ancestry() throws -> UnitAncestry {
        try UnitAncestry([
            (unit: "ship", above: nil), (unit: "deck", above: "ship"), (unit: "bridge", above: "deck"),
            (unit: "engine", above: "ship"),
        ])
    }

    static func standing(
        _ person: PersonID, _ roles: [(Role, UnitID)], glass: [GlassGrant] = [], at now: Instant = now
    ) throws -> Standing {
        Standing(
            organisation: organisation, ancestry: try ancestry(),
            grants: roles.map { RoleGrant(person: person, unit: $0.1, role: $0.0, term: Term(from: noon.from)) },
            glass: glass, now: now)
    }

    /// Somebody signed in who has these roles.
    static func caller(_ person: PersonID, _ roles: (Role, UnitID)..., glass: [GlassGrant] = []) throws -> Caller {
        Admission.person(person, try standing(person, roles, glass: glass))
    }

    /// Ines, of the deck: whose file the tests open.
    static let ines = PersonSubject("ines", in: ["deck"])

    static func health(of person: PersonSubject = ines) throws -> EntrySubject {
        try #require(EntrySubject(person, .health, .sealed))
    }

    static func medic() throws -> Caller { try caller("medic", (.medicalKeeper, "ship")) }

    static func master(_ byte: UInt8 = 1) throws -> MasterKey { try MasterKey((0..<32).map { $0 &* 7 &+ byte }) }

    /// A ring of so many data keys.
    static func ring(keys: UInt32 = 1, seed: UInt64 = 1) throws -> KeyRing {
        var generator = SeededGenerator(seed: seed)
        let master = try master()
        let wrapped = (1...keys).map {
            WrappedDataKey.make(DataKeyNumber($0), of: organisation, under: master, using: &generator)
        }
        return try KeyRing(wrapped, of: organisation, under: [master])
    }

    /// The medic's reading of something of Ines's health, logged.
    static func reading(of subject: EntryID, person: PersonSubject = ines) throws -> LoggedReading {
        var log = ReadingsLog(of: organisation)
        let permit = try medic().permit(ReadSealedEntry.self, on: health(of: person))
        return try log.append(subject, by: permit, at: now)
    }

    /// A file of the project, from its root.
    static func text(of path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    static var root: URL {
        URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }
}
