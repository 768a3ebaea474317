package import CrewRecords
import RotaModel

/// Valid directories with a bit of everything, for properties that shall hold of any directory.
///
/// Over the seeds: trees of all shapes; names in many scripts, with whatever is special in JSON, CSV and spreadsheets;
/// validities open at both ends, at one and at none, that follow each other to the day; people in several units and in none.
package enum RandomDirectory {
    /// The same directory for the same seed and size, on every machine.
    package static func make(seed: UInt64, people: ClosedRange<Int> = 0...12, entries: Int = 3) -> Directory {
        var draft = DirectoryDraft(seed: seed, entries: entries)
        return draft.make(people: people)
    }
}

/// A random directory in the making.
private struct DirectoryDraft {
    private var random: SeededGenerator
    /// Of each kind, what a person has at most.
    private let entries: Int
    private let start = CalendarDate(dayNumber: 20_454)

    init(seed: UInt64, entries: Int) {
        random = SeededGenerator(seed: seed)
        self.entries = entries
    }

    mutating func make(people: ClosedRange<Int>) -> Directory {
        var directory = Directory(organisation: name(), units: units())
        directory.ranks = ids("r", 0...4).map { Rank(id: RankID($0), name: name()) }
        directory.qualifications = ids("q", 0...4).map { Qualification(id: QualificationID($0), name: name()) }
        directory.contracts = ids("c", 0...4).map {
            Contract(
                id: ContractID($0), name: name(), share: random.chance(percent: 50) ? 100 : random.number(in: 1...200))
        }
        directory.people = ids("p", people).map { id in
            PersonEntry(
                id: PersonID(id), name: name(), ranks: oneAtATime(directory.ranks.map(\.id)),
                qualifications: several(directory.qualifications.map(\.id)),
                contracts: several(directory.contracts.map(\.id)),
                memberships: several(directory.units.map(\.unit.id)))
        }
        return directory
    }

    private mutating func units() -> [UnitEntry] {
        let ids = ids("u", 1...8)
        var units = ids.enumerated().map { position, id in
            let unit = CrewUnit(
                id: UnitID(id), name: name(), zone: zone(), firstWeekday: random.pick(Weekday.allCases),
                weekend: random.pick([
                    [.saturday, .sunday], [.saturday, .sunday], [.friday], [.sunday, .monday],
                    [.friday, .saturday, .sunday],
                ]))
            return UnitEntry(unit, parent: position == 0 ? nil : UnitID(ids[random.below(position)]))
        }
        units.shuffle(using: &random)
        return units
    }

    private mutating func zone() -> Zone {
        let name = random.pick(["Europe/Stockholm", "UTC", "America/New_York", "Etc/GMT+3"])
        guard let zone = name == "UTC" ? Zone.utc : Zone(name: name) else {
            preconditionFailure("This machine has no time zone \(name).")
        }
        return zone
    }

    /// Different ids, some of them with what is special in files.
    private mutating func ids(_ letter: String, _ count: ClosedRange<Int>) -> [String] {
        (0..<random.number(in: count)).map { number in
            let before = random.pick(["", "", "", "=", "-", "'", "'+", "\"", "é", "@", "a,", "a;-", "a b"])
            return "\(before)\(letter)\(number)"
        }
    }

    /// One to four pieces, of which at least one is not white space.
    private mutating func name() -> String {
        let pieces = [
            "Ada", "Ek", "Ann-Britt", "O'Connor", "李", "Łódź", "👩🏽‍⚕️", "e\u{301}", "ﬁ", "\"", "\"\"", ",", ";", "'", "''",
            "=1+1", "+", "-", "@", "＝", "\\", "\u{FEFF}", "/", "~", " ", "\u{A0}", "|", "{}", "7", "#", "\u{202E}",
        ]
        let name = (0...random.below(4)).map { _ in random.pick(pieces) }.joined(
            separator: random.chance(percent: 50) ? " " : "")
        return name.allSatisfy(\.isWhitespace) ? name + "x" : name
    }

    private mutating func several<ID>(_ ids: [ID]) -> [Held<ID>] {
        guard !ids.isEmpty else { return [] }
        var held = ids.flatMap { id in
            random.chance(percent: 50)
                ? [] : spans(random.number(in: 1...max(1, entries / 2))).map { Held(id, valid: $0) }
        }
        held.shuffle(using: &random)
        return Array(held.prefix(entries))
    }

    private mutating func oneAtATime<ID>(_ ids: [ID]) -> [Held<ID>] {
        guard !ids.isEmpty else { return [] }
        var held = spans(random.number(in: 0...entries)).map { Held(random.pick(ids), valid: $0) }
        held.shuffle(using: &random)
        return held
    }

    /// Validities without a date in common; the first may have no beginning, the last no end.
    private mutating func spans(_ count: Int) -> [Validity] {
        var date = start.advanced(by: random.number(in: -3000...0))
        return (0..<count).map { number in
            let from = date.advanced(by: random.chance(percent: 50) ? 0 : random.number(in: 1...400))
            let until = from.advanced(by: random.number(in: 0...900))
            date = until.advanced(by: 1)
            return Validity(
                from: number == 0 && random.chance(percent: 40) ? nil : from,
                until: number == count - 1 && random.chance(percent: 60) ? nil : until)
        }
    }
}
