import CrewRecords
import RotaModel

/// The tables of a directory, each after those it refers to but for a unit's parent.
enum DirectoryTable: String, CaseIterable {
    case organisation, units, ranks, qualifications, contracts, people, memberships
    case heldRanks = "held-ranks"
    case heldQualifications = "held-qualifications"
    case heldContracts = "held-contracts"

    var fileName: String { "\(rawValue).csv" }

    var columns: [String] {
        switch self {
        case .organisation: ["name"]
        case .units: ["id", "name", "parent", "zone", "firstWeekday", "weekend"]
        case .ranks, .qualifications, .people: ["id", "name"]
        case .contracts: ["id", "name", "share"]
        case .memberships: Self.columns("unit")
        case .heldRanks: Self.columns("rank")
        case .heldQualifications: Self.columns("qualification")
        case .heldContracts: Self.columns("contract")
        }
    }

    /// The columns of a table of what people have.
    private static func columns(_ thing: String) -> [String] { ["person", thing, "from", "until"] }

    /// Rows that are read.
    var maximumRows: Int {
        switch self {
        case .organisation: 1
        case .units: DirectoryLimits.units.upperBound
        case .ranks, .qualifications, .contracts: DirectoryLimits.kinds.upperBound
        case .people: DirectoryLimits.people.upperBound
        case .memberships, .heldRanks, .heldQualifications, .heldContracts: DirectoryLimits.holdings.upperBound
        }
    }

    /// The cells of its rows, in the order of `columns`.
    func rows(of directory: Directory) -> [[String]] {
        switch self {
        case .organisation: [[directory.organisation]]
        case .units: directory.units.map(Self.row)
        case .ranks: directory.ranks.map { [$0.id.rawValue, $0.name] }
        case .qualifications: directory.qualifications.map { [$0.id.rawValue, $0.name] }
        case .contracts: directory.contracts.map { [$0.id.rawValue, $0.name, String($0.share)] }
        case .people: directory.people.map { [$0.id.rawValue, $0.name] }
        case .memberships: Self.rows(of: directory, \.memberships)
        case .heldRanks: Self.rows(of: directory, \.ranks)
        case .heldQualifications: Self.rows(of: directory, \.qualifications)
        case .heldContracts: Self.rows(of: directory, \.contracts)
        }
    }

    private static func row(_ entry: UnitEntry) -> [String] {
        let unit = entry.unit
        return [
            unit.id.rawValue, unit.name, entry.parent?.rawValue ?? "", unit.zone.name, unit.firstWeekday.name,
            unit.weekend.map(\.name).joined(separator: " "),
        ]
    }

    private static func rows<Kind>(
        of directory: Directory, _ list: KeyPath<PersonEntry, [Held<Identifier<Kind>>]>
    ) -> [[String]] {
        directory.people.flatMap { person in
            person[keyPath: list].map { held in
                [
                    person.id.rawValue, held.id.rawValue, held.valid.from?.description ?? "",
                    held.valid.until?.description ?? "",
                ]
            }
        }
    }
}
