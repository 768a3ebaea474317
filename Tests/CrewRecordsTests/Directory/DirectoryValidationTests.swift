import CrewRecords
import RotaModel
import Testing
import WatchbillTestKit

@Suite("What makes a directory unusable")
struct DirectoryValidationTests {
    static func day(_ text: String) -> CalendarDate { SmallHospital.day(text) }

    /// What is told of the directory after a change.
    static func faults(_ spoil: (inout Directory) -> Void) -> [String] {
        var directory = SmallHospital.sound()
        spoil(&directory)
        return directory.validate().map(\.description)
    }

    @Test("A sound directory has no faults, nor has any random one")
    func sound() {
        #expect(Self.faults { _ in } == [])
        #expect(Directory(organisation: "Ship", units: [SmallHospital.entry("ship")]).validate() == [])
        for seed in 0..<UInt64(400) {
            let faults = RandomDirectory.make(seed: seed).validate()
            #expect(faults.isEmpty, "seed \(seed): \(faults)")
        }
    }

    @Test("Ids are ids, and each has its own")
    func ids() {
        #expect(
            Self.faults { $0.people[2].id = "ada" } == [
                "/people/2/id: error: The id \"ada\" is that of an earlier person too; every person has its own."
            ])
        #expect(
            Self.faults {
                $0.units[5].unit.id = "medicine"
                $0.ranks[1].id = "sister"
                $0.people = []
            } == [
                "/units/5/id: error: The id \"medicine\" is that of an earlier unit too; every unit has its own.",
                "/ranks/1/id: error: The id \"sister\" is that of an earlier rank too; every rank has its own.",
            ])
        #expect(Self.faults { $0.people[0].id = "" } == ["/people/0/id: error: An id may not be empty."])
        #expect(
            Self.faults { $0.people[0].id = " ada" }
                == ["/people/0/id: error: The id \" ada\" begins or ends with white space."])
    }

    @Test("Names have something to be seen, are not too long, and have no control characters")
    func names() {
        #expect(
            Self.faults {
                $0.organisation = ""
                $0.units[0].unit.name = " "
                $0.people[0].name = "\u{A0}\t"
                $0.ranks[0].name = "a\nb"
                $0.contracts[0].name = String(repeating: "x", count: 501)
            } == [
                "/organisation: error: The organisation's name may not be empty.",
                "/units/0/name: error: The unit's name may not be empty.",
                "/ranks/0/name: error: The rank's name has a control character in it.",
                "/contracts/0/name: error: The contract's name is longer than 500 characters.",
                "/people/0/name: error: The person's name may not be empty.",
            ])
    }

    @Test("Whatever is named is there; a near miss is told")
    func references() {
        #expect(
            Self.faults {
                $0.units[2].parent = "surgary"
                $0.people[0].ranks[0].id = "nurs"
                $0.people[0].qualifications[0].id = "surgeon"
                $0.people[0].contracts[0].id = "Full"
                $0.people[0].memberships[0].id = "ward-8"
            } == [
                "/units/2/parent: error: There is no unit \"surgary\". Maybe you mean \"surgery\".",
                "/people/0/ranks/0/id: error: There is no rank \"nurs\". Maybe you mean \"nurse\".",
                "/people/0/qualifications/0/id: error: There is no qualification \"surgeon\".",
                "/people/0/contracts/0/id: error: There is no contract \"Full\". Maybe you mean \"full\".",
                "/people/0/memberships/0/id: error: There is no unit \"ward-8\". Maybe you mean \"ward-7\".",
            ])
    }

    @Test("There is one unit without a parent")
    func roots() {
        #expect(
            Self.faults { $0.units[4].parent = nil } == [
                "/units/4/parent: error: The unit \"medicine\" has no parent, and nor has \"hospital\"; an organisation is"
                    + " one tree of units."
            ])
        #expect(
            Self.faults {
                $0.units = []
                $0.people = []
            } == ["/units: error: The number of units is 0; a whole number from 1 to 10000 is expected."])
    }

    @Test("No unit is part of itself; each circle is told once")
    func cycles() {
        #expect(
            Self.faults { $0.units[4].parent = "medicine" }
                == ["/units/4/parent: error: The unit \"medicine\" is its own parent."])
        #expect(
            Self.faults { $0.units[1].parent = "recovery" } == [
                "/units/3/parent: error: The unit \"theatre\" is part of itself, through \"surgery\", \"recovery\","
                    + " \"theatre\"."
            ])
        #expect(
            Self.faults { $0.units[0].parent = "ward-7" } == [
                "/units/1/parent: error: The unit \"surgery\" is part of itself, through \"hospital\", \"ward-7\","
                    + " \"surgery\"."
            ])
        let ring = (0..<12).map { SmallHospital.entry(UnitID("u\($0)"), in: UnitID("u\(($0 + 1) % 12)")) }
        #expect(
            Directory(organisation: "Ring", units: ring + [SmallHospital.entry("top")]).validate().map(\.description)
                == ["/units/11/parent: error: The unit \"u11\" is part of itself, through 12 units."])
    }

    @Test("The tree is not too deep, in whatever order the units stand")
    func depth() {
        for isReversed in [false, true] {
            func chain(_ count: Int) -> [UnitEntry] {
                let units = (1...count).map {
                    SmallHospital.entry(UnitID("u\($0)"), in: $0 == 1 ? nil : UnitID("u\($0 - 1)"))
                }
                return isReversed ? units.reversed() : units
            }
            #expect(Directory(organisation: "Deep", units: chain(20)).validate() == [])
            let faults = Directory(organisation: "Deep", units: chain(30)).validate().map(\.description)
            #expect(faults.count == 1)
            #expect(faults.first?.contains("20 units, the whole organisation counted, is the most.") ?? false)
        }
    }

    @Test("Whoever has something has it from a date to a later one")
    func validity() {
        #expect(
            Self.faults {
                $0.people[0].memberships[0].valid = Validity(
                    from: Self.day("2026-02-01"), until: Self.day("2026-01-31"))
            }
                == [
                    "/people/0/memberships/0/until: error: It is valid until 2026-01-31, which is before it begins on"
                        + " 2026-02-01."
                ])
        #expect(
            Self.faults { $0.people[0].contracts[0].valid.from = CalendarDate(dayNumber: 9_999_999) } == [
                "/people/0/contracts/0/from: error: The date is day 9999999 since 1970; one of the years 1 to 9999 is"
                    + " expected."
            ])
    }

    @Test("A person has one rank at a time")
    func ranks() {
        #expect(
            Self.faults { $0.people[0].ranks[1].valid.from = Self.day("2025-12-31") } == [
                "/people/0/ranks/1: error: The rank \"sister\" overlaps \"nurse\", which holds until 2025-12-31; a person"
                    + " has one rank at a time."
            ])
        #expect(
            Self.faults { $0.people[1].ranks.append(Held("nurse", valid: Validity(from: Self.day("2026-01-01")))) } == [
                "/people/1/ranks/1: error: The rank \"nurse\" overlaps \"nurse\", which holds at all times; a person has"
                    + " one rank at a time."
            ])
        // Whatever the order: the later in the list is told.
        #expect(
            Self.faults {
                $0.people[0].ranks.reverse()
                $0.people[0].ranks[1].valid.until = Self.day("2026-06-30")
            } == [
                "/people/0/ranks/1: error: The rank \"nurse\" overlaps \"sister\", which holds from 2026-01-01; a person"
                    + " has one rank at a time."
            ])
    }

    @Test("Overlaps are told exactly where there are any")
    func overlaps() {
        for seed in 0..<UInt64(500) {
            var random = SeededGenerator(seed: seed)
            let start = Self.day("2026-01-01")
            let ranks = (0..<random.number(in: 2...6)).map { _ in
                let from = start.advanced(by: random.below(40))
                let until = from.advanced(by: random.below(15))
                return Held<RankID>(
                    "nurse",
                    valid: Validity(
                        from: random.chance(percent: 90) ? from : nil, until: random.chance(percent: 90) ? until : nil))
            }
            var directory = SmallHospital.sound()
            directory.people[0].ranks = ranks
            let told = directory.validate().map(\.description)
            let pairs = ranks.indices.flatMap { left in
                ranks.indices.filter { $0 > left && ranks[$0].valid.intersection(ranks[left].valid) != nil }
            }
            #expect(told.isEmpty == pairs.isEmpty, "seed \(seed): \(told)")
            #expect(told.count < ranks.count, "seed \(seed): \(told)")
        }
    }

    @Test("The same qualification, contract or unit is not held twice on a date")
    func twice() {
        #expect(
            Self.faults {
                $0.people[0].qualifications[1].valid.from = Self.day("2024-06-01")
                $0.people[0].contracts += [Held("half"), Held("full", valid: Validity(until: Self.day("2020-01-01")))]
                $0.people[0].memberships.append(Held("ward-7"))
            } == [
                "/people/0/qualifications/1: error: The qualification \"infusion\" is held already, from 2022-01-01 until"
                    + " 2024-12-31.",
                "/people/0/contracts/2: error: The contract \"full\" is held already, at all times.",
                "/people/0/memberships/1: error: The membership of \"ward-7\" is held already, at all times.",
            ])
    }

    @Test("Shares, weekends and sizes have limits; ten thousand people are fine")
    func limits() {
        #expect(
            Self.faults {
                $0.contracts[0].share = 0
                $0.units[1].unit.weekend = [.saturday, .monday]
            } == [
                "/units/1/weekend: error: The weekend is \"saturday, monday\"; one to three weekdays, one after another, are"
                    + " expected.",
                "/contracts/0/share: error: The share in percent is 0; a whole number from 1 to 200 is expected.",
            ])
        let many = { (count: Int) in
            (0..<count).map { PersonEntry(id: PersonID("p\($0)"), name: "P", memberships: [Held("ward-7")]) }
        }
        #expect(Self.faults { $0.people = many(10_000) } == [])
        #expect(
            Self.faults { $0.people = many(100_001) }
                == ["/people: error: The number of people is 100001; a whole number from 0 to 100000 is expected."])
        #expect(
            Self.faults {
                $0.qualifications = (0...10_000).map { Qualification(id: QualificationID("q\($0)"), name: "Q") }
                $0.people = []
            } == [
                "/qualifications: error: The number of qualifications is 10001; a whole number from 0 to 10000 is expected."
            ])
    }
}
