import CrewRecords
import RotaModel

/// Writes Watchbill's own document for a directory. Read again it is the same directory; the same directory is always the
/// same text. What is as it would be without being said is left out.
enum DirectoryWriter {
    static func write(_ directory: Directory) -> String {
        JSONText.members([
            ("watchbill", .string(DocumentKind.directory.rawValue)),
            ("organisation", .string(directory.organisation)),
            ("units", .lines(directory.units.map(unit))),
            ("ranks", JSONText.entries(directory.ranks, rank)),
            ("qualifications", JSONText.entries(directory.qualifications, JSONText.qualification)),
            ("contracts", JSONText.entries(directory.contracts, JSONText.contract)),
            ("people", JSONText.entries(directory.people, person)),
        ]).text
    }

    private static func unit(_ entry: UnitEntry) -> JSONText {
        let parent = entry.parent.map { [(key: "parent", value: JSONText.string($0.rawValue))] } ?? []
        return .object(JSONText.members(of: entry.unit) + parent)
    }

    private static func rank(_ rank: Rank) -> JSONText {
        .object([("id", .string(rank.id.rawValue)), ("name", .string(rank.name))])
    }

    private static func person(_ person: PersonEntry) -> JSONText {
        .members([
            ("id", .string(person.id.rawValue)), ("name", .string(person.name)),
            ("ranks", JSONText.held(person.ranks)), ("qualifications", JSONText.held(person.qualifications)),
            ("contracts", JSONText.held(person.contracts)), ("memberships", JSONText.held(person.memberships)),
        ])
    }
}
