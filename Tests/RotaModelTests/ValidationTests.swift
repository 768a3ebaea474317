import RotaModel
import Testing
import WatchbillTestKit

@Suite("What makes a problem unusable")
struct ValidationTests {
    /// A small valid problem with something of everything, and what each way to spoil it is told as.
    static func sound() -> RotaProblem {
        let start = day("2026-01-05")
        return RotaProblem(
            unit: CrewUnit(id: "ward", name: "Ward", zone: .utc), start: start, dayCount: 14,
            holidays: [Holiday(date: day("2026-01-06"), name: "Epiphany")],
            shiftTypes: [
                ShiftType(id: "Early", name: "Early", start: .midnight, length: .hours(8), qualifications: ["nurse"]),
                ShiftType(id: "Night", name: "Night", start: .midnight, length: .hours(10), isNight: true),
            ],
            qualifications: [Qualification(id: "nurse", name: "Nurse")],
            contracts: [Contract(id: "full", name: "Full time"), Contract(id: "half", name: "Half time", share: 50)],
            people: [
                Person(id: "ada", name: "Ada", qualifications: [Held("nurse")], contracts: [Held("full")]),
                Person(id: "bosse", name: "Bo", rank: "cook"),
            ],
            demand: [Demand(date: start, shiftTypes: ["Early"], minimum: 1, wanted: 2, maximum: 3)],
            rules: [Rule(id: "r1", .rest(minimum: .hours(11)))],
            requests: [Request(person: "ada", date: start, wish: .dayOff, weight: Penalty(5))],
            absences: [Absence(person: "ada", first: day("2025-12-01"), last: day("2027-01-01"))],
            pins: [Pin(person: "bosse", date: start, shift: "Night")], historyStart: day("2026-01-01"),
            history: [HistoryEntry(person: "ada", date: day("2026-01-04"), shift: "Night")],
            ledger: [LedgerEntry(person: "ada", nights: 3, requestsMade: 2, requestsGranted: 1, presence: 100)])
    }

    static func day(_ text: String) -> CalendarDate {
        guard let date = CalendarDate(text) else { preconditionFailure("\(text) is no date") }
        return date
    }

    /// What is told of the problem after a change.
    static func faults(_ spoil: (inout RotaProblem) -> Void) -> [String] {
        var problem = sound()
        spoil(&problem)
        return problem.validate().map(\.description)
    }

    @Test("A sound problem has no faults, nor has any random one")
    func soundProblems() {
        #expect(Self.sound().validate() == [])
        for seed in 0..<UInt64(400) {
            let faults = RandomProblem.make(seed: seed).validate()
            #expect(faults.isEmpty, "seed \(seed): \(faults)")
        }
    }

    @Test("Ids are not empty, not too long, printable and different")
    func ids() {
        #expect(
            Self.faults { $0.people[1].id = "ada" }.first
                == "/people/1/id: error: The id \"ada\" is that of /people/0 too; every person has its own.")
        #expect(
            Self.faults { $0.contracts[1].id = "full" }
                == ["/contracts/1/id: error: The id \"full\" is that of /contracts/0 too; every contract has its own."])
        #expect(
            Self.faults { $0.qualifications.append($0.qualifications[0]) } == [
                "/qualifications/1/id: error: The id \"nurse\" is that of /qualifications/0 too; every qualification has "
                    + "its own."
            ])
        #expect(
            Self.faults { $0.shiftTypes.append($0.shiftTypes[0]) } == [
                "/shiftTypes/2/id: error: The id \"Early\" is that of /shiftTypes/0 too; every shift type has its own."
            ])
        #expect(
            Self.faults { $0.rules.append($0.rules[0]) }
                == ["/rules/1/id: error: The id \"r1\" is that of /rules/0 too; every rule has its own."])
        #expect(Self.faults { $0.rules[0].id = "" } == ["/rules/0/id: error: An id may not be empty."])
        #expect(
            Self.faults { $0.unit.id = "a\nb" }
                == ["/unit/id: error: The id \"a\\u{a}b\" has a control character in it."])
        #expect(
            Self.faults { $0.rules[0].id = RuleID(String(repeating: "x", count: 65)) } == [
                "/rules/0/id: error: The id \"\(String(repeating: "x", count: 65))\" is longer than 64 characters."
            ])
        #expect(
            Self.faults { $0.contracts[1].id = " half" }
                == ["/contracts/1/id: error: The id \" half\" begins or ends with white space."])
        #expect(
            Self.faults { $0.contracts[1].id = "#1" }
                == ["/contracts/1/id: error: The id \"#1\" begins with #, which begins a comment in text files."])
        #expect(
            Self.faults { $0.shiftTypes.append(ShiftType(id: "-", name: "Off", start: .midnight, length: .hours(1))) }
                == [
                    "/shiftTypes/2/id: error: A shift type cannot be called \"-\", which stands for a day off in tables "
                        + "of text."
                ])
        #expect(
            Self.faults { $0.shiftTypes.append(ShiftType(id: "a b", name: "A", start: .midnight, length: .hours(1))) }
                == [
                    "/shiftTypes/2/id: error: The shift type id \"a b\" has white space or a colon in it, which tables "
                        + "of text cannot have."
                ])
    }

    @Test("Whatever is named is there; a near miss is told")
    func references() {
        #expect(
            Self.faults {
                $0.shiftTypes[0].qualifications = ["nurs"]
                $0.people[0].qualifications[0].id = "doctor"
                $0.people[0].contracts[0].id = "ful"
                $0.demand[0].shiftTypes = ["Erly", "Night"]
                $0.demand[0].qualification = "cook"
                $0.requests[0].person = "Ada"
                $0.requests[0].wish = .shiftOff("Nihgt")
                $0.absences[0].person = "eve"
                $0.pins[0].shift = "Nights"
                $0.history[0].person = "adaa"
                $0.history[0].shift = "Day"
                $0.ledger[0].person = "boss"
                $0.rules = [
                    Rule(id: "a", .completeWeekends, appliesTo: .people(["boses", "zoe"])),
                    Rule(id: "b", .completeWeekends, appliesTo: .contracts(["half", "quarter"])),
                    Rule(id: "c", .shiftCount(.types(["night"]), Limits(maximum: 1))),
                    Rule(id: "d", .forbiddenSequence([.off, .shifts(["X"]), .not(["earl"])])),
                    Rule(id: "e", .wishedSequence(after: [.shifts(["N"])], then: [.not(["M"])])),
                    Rule(id: "f", .together("bo", with: "ada")), Rule(id: "g", .apart("ada", "zoe")),
                    Rule(id: "h", .qualifiedOnShift("nuse", .types(["Late"]))),
                ]
            } == [
                "/shiftTypes/0/qualifications/0: error: There is no qualification \"nurs\". Maybe you mean \"nurse\".",
                "/people/0/qualifications/0/id: error: There is no qualification \"doctor\".",
                "/people/0/contracts/0/id: error: There is no contract \"ful\". Maybe you mean \"full\".",
                "/demand/0/shifts/0: error: There is no shift type \"Erly\". Maybe you mean \"Early\".",
                "/demand/0/qualification: error: There is no qualification \"cook\".",
                "/rules/0/appliesTo/people/0: error: There is no person \"boses\". Maybe you mean \"bosse\".",
                "/rules/0/appliesTo/people/1: error: There is no person \"zoe\".",
                "/rules/1/appliesTo/contracts/1: error: There is no contract \"quarter\".",
                "/rules/2/shifts/0: error: There is no shift type \"night\". Maybe you mean \"Night\".",
                "/rules/3/sequence/1/0: error: There is no shift type \"X\".",
                "/rules/3/sequence/2/not/0: error: There is no shift type \"earl\". Maybe you mean \"Early\".",
                "/rules/4/after/0/0: error: There is no shift type \"N\".",
                "/rules/4/then/0/not/0: error: There is no shift type \"M\".",
                "/rules/5/people/0: error: There is no person \"bo\".",
                "/rules/6/people/1: error: There is no person \"zoe\".",
                "/rules/7/qualification: error: There is no qualification \"nuse\". Maybe you mean \"nurse\".",
                "/rules/7/shifts/0: error: There is no shift type \"Late\".",
                "/requests/0/person: error: There is no person \"Ada\". Maybe you mean \"ada\".",
                "/requests/0/off: error: There is no shift type \"Nihgt\". Maybe you mean \"Night\".",
                "/absences/0/person: error: There is no person \"eve\".",
                "/pins/0/shift: error: There is no shift type \"Nights\". Maybe you mean \"Night\".",
                "/history/shifts/0/person: error: There is no person \"adaa\". Maybe you mean \"ada\".",
                "/history/shifts/0/shift: error: There is no shift type \"Day\".",
                "/ledger/0/person: error: There is no person \"boss\". Maybe you mean \"bosse\".",
            ])
    }

    @Test("The unit has a name and a weekend of one to three days in a row")
    func unit() {
        #expect(Self.faults { $0.unit.name = "" } == ["/unit/name: error: The unit's name may not be empty."])
        for weekend: [Weekday] in [[.sunday], [.sunday, .monday], [.friday, .saturday, .sunday]] {
            #expect(Self.faults { $0.unit.weekend = weekend } == [])
        }
        for weekend: [Weekday] in [
            [], [.saturday, .monday], [.sunday, .saturday], [.monday, .tuesday, .wednesday, .thursday],
        ] {
            let named = weekend.map(\.name).joined(separator: ", ")
            #expect(
                Self.faults { $0.unit.weekend = weekend } == [
                    "/unit/weekend: error: The weekend is \"\(named)\"; one to three weekdays, one after another, are "
                        + "expected."
                ])
        }
    }

    @Test("Numbers are within their limits")
    func limits() {
        #expect(
            Self.faults {
                $0.shiftTypes[0].length = .zero
                $0.shiftTypes[1].length = Minutes(1441)
                $0.shiftTypes[1].colour = 13
                $0.contracts[0].share = 0
                $0.contracts[1].share = 201
                $0.demand[0].belowMinimum = .soft(.zero)
                $0.demand[0].belowWanted = Penalty(-1)
                $0.demand[0].aboveWanted = Penalty(1_000_001)
                $0.demand[0].aboveMaximum = .soft(Penalty(1_000_001))
                $0.requests[0].weight = Penalty(-1)
                $0.absences[0].creditPerDay = Minutes(1441)
                $0.ledger[0].nights = -1
                $0.ledger[0].presence = 10_000_001
                $0.ledger[0].requestsGranted = 3
                $0.rules[0].severity = .soft(.zero)
            } == [
                "/shiftTypes/0/length: error: The length in minutes is 0; a whole number from 1 to 1440 is expected.",
                "/shiftTypes/1/length: error: The length in minutes is 1441; a whole number from 1 to 1440 is expected.",
                "/shiftTypes/1/colour: error: The colour is 13; a whole number from 1 to 12 is expected.",
                "/contracts/0/share: error: The share in percent is 0; a whole number from 1 to 200 is expected.",
                "/contracts/1/share: error: The share in percent is 201; a whole number from 1 to 200 is expected.",
                "/demand/0/belowMinimum: error: The weight is 0; a whole number from 1 to 1000000 is expected.",
                "/demand/0/aboveMaximum: error: The weight is 1000001; a whole number from 1 to 1000000 is expected.",
                "/demand/0/belowWanted: error: The weight is -1; a whole number from 0 to 1000000 is expected.",
                "/demand/0/aboveWanted: error: The weight is 1000001; a whole number from 0 to 1000000 is expected.",
                "/rules/0/weight: error: The weight is 0; a whole number from 1 to 1000000 is expected.",
                "/requests/0/weight: error: The weight is -1; a whole number from 0 to 1000000 is expected.",
                "/absences/0/creditPerDay: error: The credit in minutes is 1441; a whole number from 0 to 1440 is "
                    + "expected.",
                "/ledger/0/nights: error: The number is -1; a whole number from 0 to 10000000 is expected.",
                "/ledger/0/presence: error: The number is 10000001; a whole number from 0 to 10000000 is expected.",
                "/ledger/0/requestsGranted: error: 3 requests were granted, more than the 2 made.",
            ])
    }

    @Test("There are people, shift types and days, and not too many")
    func sizes() {
        #expect(
            Self.faults {
                $0.people = []
                $0.shiftTypes = []
                $0.dayCount = 0
                ($0.demand, $0.requests, $0.absences, $0.pins) = ([], [], [], [])
                ($0.history, $0.ledger, $0.rules) = ([], [], [])
            } == [
                "/period/days: error: The number of days is 0; a whole number from 1 to 731 is expected.",
                "/people: error: The number of people is 0; a whole number from 1 to 2000 is expected.",
                "/shiftTypes: error: The number of shift types is 0; a whole number from 1 to 250 is expected.",
            ])
        #expect(
            Self.faults { problem in
                problem.dayCount = 732
                problem.people += (0..<2000).map { Person(id: PersonID("p\($0)"), name: "P") }
                problem.shiftTypes += (0..<250).map {
                    ShiftType(id: ShiftTypeID("s\($0)"), name: "S", start: .midnight, length: .hours(1))
                }
                problem.rules = (0...20_000).map { Rule(id: RuleID("r\($0)"), .completeWeekends) }
            } == [
                "/period/days: error: The number of days is 732; a whole number from 1 to 731 is expected.",
                "/people: error: The number of people is 2002; a whole number from 1 to 2000 is expected.",
                "/shiftTypes: error: The number of shift types is 252; a whole number from 1 to 250 is expected.",
                "/rules: error: The number of rules is 20001; a whole number from 0 to 20000 is expected.",
            ])
    }
}
