package import CrewRecords
package import RotaModel

/// What the tests' writer writes: made from numbers, so that whoever has the number can tell whether all of it is there.
package enum Written {
    package static let now = Instant(seconds: 1_767_600_000)
    package static let ward: UnitID = "ward-7"
    package static let planner: PersonID = "pia"
    package static let administrator: PersonID = "ada"

    /// Every name in it but two tells the version, and each version has one person more.
    package static func directory(version: Int) -> Directory {
        let staff = [planner, administrator].map { id in
            PersonEntry(id: id, name: id.rawValue, memberships: [Held(ward)])
        }
        let others = (0..<(30 + version)).map { number in
            PersonEntry(id: person(number), name: "Person \(number) of \(version)", memberships: [Held(ward)])
        }
        return Directory(
            organisation: "Hospital \(version)",
            units: [
                UnitEntry(CrewUnit(id: "hospital", name: "Hospital \(version)", zone: .utc)),
                UnitEntry(CrewUnit(id: ward, name: "Ward 7 of \(version)", zone: .utc), parent: "hospital"),
            ], people: staff + others)
    }

    /// Nil if it is none of them.
    package static func version(of directory: Directory) -> Int? {
        guard let word = directory.organisation.split(separator: " ").last, let version = Int(word),
            self.directory(version: version) == directory
        else { return nil }
        return version
    }

    package static func person(_ number: Int) -> PersonID { PersonID("p\(number)") }

    /// One byte to some fifty pages of a database.
    package static func document(seed: UInt64) -> [UInt8] {
        var random = SeededGenerator(seed: seed)
        let length = 1 << random.below(18)
        return (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    }

    /// A hash that no password has.
    package static func password(_ number: Int) throws -> PasswordHash {
        let digits = String(number)
        let salt = digits + "/" + String(repeating: "A", count: 21 - digits.utf8.count)
        return try PasswordHash(stored: "$argon2id$v=19$m=19456,t=2,p=1$\(salt)$" + String(repeating: "A", count: 43))
    }
}
