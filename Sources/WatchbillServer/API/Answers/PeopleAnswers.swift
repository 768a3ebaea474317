internal import CrewRecords
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

/// A unit as the API tells it.
struct UnitAnswer: APIValue {
    let id: String
    let name: String
    let zone: String
    let parent: String?

    init(_ unit: CrewUnit, parent: UnitID?) {
        id = unit.id.rawValue
        name = unit.name
        zone = unit.zone.name
        self.parent = parent?.rawValue
    }

    static let schema = JSONSchema.named(
        "Unit",
        .object([
            .always("id", .id, "its id"), .always("name", .words, "what people call it"),
            .always("zone", .words, "its time zone: an IANA name"),
            .maybe("parent", .id, "the unit it is a part of; missing: it is the whole organisation"),
        ]))

    static let example: JSONContent = [
        "id": "ward-7", "name": "Ward 7", "zone": "Europe/Stockholm", "parent": "medicine",
    ]
}

/// A person as everybody of their unit may know them.
struct PersonAnswer: APIValue {
    let id: String
    let name: String
    let rank: String?
    let units: [String]

    init(_ member: CrewMember) {
        id = member.id.rawValue
        name = member.name
        rank = member.rank?.name
        units = member.units.map(\.rawValue)
    }

    static let schema = JSONSchema.named(
        "Person",
        .object([
            .always("id", .id, "their id"), .always("name", .words, "their name"),
            .maybe("rank", .words, "their rank on that date"),
            .always("units", .list(of: .id, most: nil), "the units they belong to on that date"),
        ]))

    static let example: JSONContent = [
        "id": "lindqvist", "name": "B. Lindqvist", "rank": "Senior nurse", "units": ["ward-7"],
    ]
}

/// A role that somebody has, as the API tells it.
struct RoleAnswer: APIValue {
    let id: Int64?
    let role: String
    let unit: String
    let person: String?
    let name: String?
    let from: String
    let until: String?

    /// - Parameters:
    ///   - id: by which it is ended; nil: it comes of belonging to the unit.
    ///   - name: whose it is; nil: whoever asks may not know of them.
    init(_ grant: RoleGrant, id: GrantID?, name: String?) {
        self.id = id?.value
        role = grant.role.rawValue
        unit = grant.unit.rawValue
        person = name.map { _ in grant.person.rawValue }
        self.name = name
        from = grant.term.from.rfc3339
        until = grant.term.until?.rfc3339
    }

    static let schema = JSONSchema.named(
        "Role",
        .object([
            .maybe("id", .serial, "the number by which it is ended; missing: it comes of belonging to the unit"),
            .always("role", .choice(of: Role.self), "what it is"),
            .always("unit", .id, "where it is held; it reaches down from there"),
            .maybe("person", .id, "whose it is; missing: of somebody you may not know of"),
            .maybe("name", .words, "their name"),
            .always("from", .instant, "since when, or from when on"),
            .maybe("until", .instant, "up to when; missing: for good"),
        ]))

    static let example: JSONContent = [
        "id": 3, "role": "planner", "unit": "ward-7", "person": "lindqvist", "name": "B. Lindqvist",
        "from": "2026-01-05T07:00:00Z",
    ]
}
