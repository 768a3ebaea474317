import RotaModel

/// The search for what makes a directory unusable.
struct DirectoryCheck: InputCheck {
    let directory: Directory
    var collector = DiagnosticCollector(file: nil)
    /// The first position of each id.
    let units: [String: Int]
    let ranks: [String: Int]
    let qualifications: [String: Int]
    let contracts: [String: Int]
    let people: [String: Int]

    init(_ directory: Directory) {
        self.directory = directory
        units = Self.positions(directory.units.map(\.unit.id.rawValue))
        ranks = Self.positions(directory.ranks.map(\.id.rawValue))
        qualifications = Self.positions(directory.qualifications.map(\.id.rawValue))
        contracts = Self.positions(directory.contracts.map(\.id.rawValue))
        people = Self.positions(directory.people.map(\.id.rawValue))
    }

    mutating func run() {
        checkName(directory.organisation, "The organisation's name", "/organisation")
        checkSizes()
        checkUnits()
        checkTree()
        checkRanks()
        checkQualifications()
        checkContracts()
        checkPeople()
    }

    /// Reports a name of which nothing would be seen.
    mutating func checkName(_ name: String, _ what: String, _ pointer: @autoclosure () -> String) {
        let isBlank = name.allSatisfy(\.isWhitespace)
        checkText(isBlank ? "" : name, what, pointer())
    }

    mutating func checkID(_ id: String, at position: Int, in ids: [String: Int], of list: String, _ kind: String) {
        checkID(id, at: position, in: ids, of: list, kind, earlier: "an earlier \(kind)")
    }

    private mutating func checkSizes() {
        expect(directory.units.count, DirectoryLimits.units, "The number of units", "/units")
        expect(directory.people.count, DirectoryLimits.people, "The number of people", "/people")
        for (list, count) in [
            ("ranks", directory.ranks.count), ("qualifications", directory.qualifications.count),
            ("contracts", directory.contracts.count),
        ] {
            expect(count, DirectoryLimits.kinds, "The number of \(list)", "/\(list)")
        }
        let lists: [(String, KeyPath<PersonEntry, Int>)] = [
            ("ranks", \.ranks.count), ("qualifications", \.qualifications.count), ("contracts", \.contracts.count),
            ("memberships", \.memberships.count),
        ]
        for (what, count) in lists {
            let sum = directory.people.reduce(0) { $0 + $1[keyPath: count] }
            expect(sum, DirectoryLimits.holdings, "The number of \(what) of all people together", "/people")
        }
    }

    private mutating func checkRanks() {
        for (position, rank) in directory.ranks.enumerated() {
            checkID(rank.id.rawValue, at: position, in: ranks, of: "ranks", "rank")
            checkName(rank.name, "The rank's name", "/ranks/\(position)/name")
        }
    }

    private mutating func checkQualifications() {
        for (position, qualification) in directory.qualifications.enumerated() {
            checkID(
                qualification.id.rawValue, at: position, in: qualifications, of: "qualifications", "qualification")
            checkName(qualification.name, "The qualification's name", "/qualifications/\(position)/name")
        }
    }

    private mutating func checkContracts() {
        for (position, contract) in directory.contracts.enumerated() {
            checkID(contract.id.rawValue, at: position, in: contracts, of: "contracts", "contract")
            checkName(contract.name, "The contract's name", "/contracts/\(position)/name")
            expect(contract.share, ProblemLimits.share, "The share in percent", "/contracts/\(position)/share")
        }
    }
}
