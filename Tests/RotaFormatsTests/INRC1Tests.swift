import Foundation
import RotaFormats
import RotaModel
import RotaRules
import Testing
import WatchbillTestKit

@Suite("The first nurse rostering competition")
struct INRC1Tests {
    static let small = """
        <?xml version="1.0" encoding="utf-8"?>
        <!-- Two nurses, a fortnight. -->
        <SchedulingPeriod ID="tiny" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
          <StartDate>2010-01-04</StartDate>
          <EndDate>2010-01-17</EndDate>
          <Skills>
            <Skill>Nurse</Skill>
            <Skill>Head</Skill>
          </Skills>
          <ShiftTypes>
            <Shift ID="E">
              <StartTime>06:30:00</StartTime>
              <EndTime>14:30:00</EndTime>
              <Description>Early &amp; bright</Description>
              <Skills><Skill>Nurse</Skill></Skills>
            </Shift>
            <Shift ID="N">
              <StartTime>22:30:00</StartTime>
              <EndTime>06:30:00</EndTime>
              <Description>Night</Description>
              <Skills><Skill>Head</Skill></Skills>
            </Shift>
          </ShiftTypes>
          <Patterns>
            <Pattern ID="0" weight="2">
              <PatternEntries>
                <PatternEntry index="1"><ShiftType>E</ShiftType><Day>Any</Day></PatternEntry>
                <PatternEntry index="0"><ShiftType>N</ShiftType><Day>Any</Day></PatternEntry>
              </PatternEntries>
            </Pattern>
            <Pattern ID="1" weight="3">
              <PatternEntries>
                <PatternEntry index="0"><ShiftType>None</ShiftType><Day>Any</Day></PatternEntry>
                <PatternEntry index="1"><ShiftType>Any</ShiftType><Day>Saturday</Day></PatternEntry>
              </PatternEntries>
            </Pattern>
          </Patterns>
          <Contracts>
            <Contract ID="a">
              <Description>full</Description>
              <SingleAssignmentPerDay weight="1">true</SingleAssignmentPerDay>
              <MaxNumAssignments on="1" weight="1">6</MaxNumAssignments>
              <MinNumAssignments on="0" weight="1">3</MinNumAssignments>
              <MaxConsecutiveWorkingDays on="1" weight="4">5</MaxConsecutiveWorkingDays>
              <MinConsecutiveWorkingDays on="1" weight="5">2</MinConsecutiveWorkingDays>
              <MaxConsecutiveFreeDays on="1" weight="0">5</MaxConsecutiveFreeDays>
              <MinConsecutiveFreeDays on="1" weight="6">2</MinConsecutiveFreeDays>
              <MaxConsecutiveWorkingWeekends on="1" weight="7">1</MaxConsecutiveWorkingWeekends>
              <MinConsecutiveWorkingWeekends on="0" weight="0">1</MinConsecutiveWorkingWeekends>
              <MaxWorkingWeekendsInFourWeeks on="1" weight="8">1</MaxWorkingWeekendsInFourWeeks>
              <WeekendDefinition>SaturdaySunday</WeekendDefinition>
              <CompleteWeekends weight="9">true</CompleteWeekends>
              <IdenticalShiftTypesDuringWeekend weight="10">true</IdenticalShiftTypesDuringWeekend>
              <NoNightShiftBeforeFreeWeekend weight="11">true</NoNightShiftBeforeFreeWeekend>
              <TwoFreeDaysAfterNightShifts weight="12">true</TwoFreeDaysAfterNightShifts>
              <AlternativeSkillCategory weight="13">true</AlternativeSkillCategory>
              <UnwantedPatterns><Pattern>0</Pattern><Pattern>1</Pattern></UnwantedPatterns>
            </Contract>
            <Contract ID="b">
              <WeekendDefinition>FridaySaturdaySunday</WeekendDefinition>
              <CompleteWeekends weight="1">true</CompleteWeekends>
              <IdenticalShiftTypesDuringWeekend weight="1">true</IdenticalShiftTypesDuringWeekend>
              <NoNightShiftBeforeFreeWeekend weight="1">true</NoNightShiftBeforeFreeWeekend>
              <AlternativeSkillCategory weight="1">false</AlternativeSkillCategory>
            </Contract>
          </Contracts>
          <Employees>
            <Employee ID="0"><ContractID>a</ContractID><Name>Ann</Name><Skills><Skill>Nurse</Skill></Skills></Employee>
            <Employee ID="1"><ContractID>b</ContractID></Employee>
          </Employees>
          <CoverRequirements>
            <DayOfWeekCover><Day>Monday</Day><Cover><Shift>E</Shift><Preferred>1</Preferred></Cover></DayOfWeekCover>
            <DateSpecificCover>
              <Date>2010-01-11</Date>
              <Cover><Shift>N</Shift><Preferred>2</Preferred></Cover>
            </DateSpecificCover>
          </CoverRequirements>
          <DayOffRequests>
            <DayOff weight="1"><EmployeeID>0</EmployeeID><Date>2010-01-05</Date></DayOff>
          </DayOffRequests>
          <ShiftOnRequests>
            <ShiftOn weight="2">
              <ShiftTypeID>N</ShiftTypeID><EmployeeID>1</EmployeeID><Date>2010-01-17</Date>
            </ShiftOn>
          </ShiftOnRequests>
        </SchedulingPeriod>
        """

    private static func read(_ text: String) -> (problem: RotaProblem?, diagnostics: [String]) {
        let (file, diagnostics) = CrewFile.read(Array(text.utf8), fileName: "x")
        return (file?.problem, diagnostics.map(\.description))
    }

    @Test("A small problem becomes what it says")
    func small() throws {
        let (read, diagnostics) = Self.read(Self.small)
        #expect(diagnostics == [])
        let problem = try #require(read)
        let monday = try #require(CalendarDate("2010-01-04"))
        #expect(problem.unit.name == "tiny")
        #expect(problem.start == monday)
        #expect(problem.dayCount == 14)
        #expect(problem.shiftTypes.map(\.name) == ["Early & bright", "Night"])
        #expect(problem.shiftTypes.map(\.length) == [.hours(8), .hours(8)])
        #expect(problem.shiftTypes.map(\.isNight) == [false, true])
        #expect(problem.people.map(\.name) == ["Ann", "1"])
        let rules = problem.rules.filter { $0.appliesTo == .contracts(["a"]) }.map { $0.sentence(in: problem) }
        #expect(
            rules == [
                "At most 6 shifts in all, under full (weight 1)",
                "At most 5 shifts in a row, also at the edges of what is known, under full (weight 4)",
                "At least 2 shifts in a row, also at the edges of what is known, under full (weight 5)",
                "At least 2 days off in a row, also at the edges of what is known, under full (weight 6)",
                "At most 1 Saturday to Sunday weekend worked in a row, also at the edges of what is known, under full"
                    + " (weight 7)",
                "At most 1 Saturday to Sunday weekend worked in all, under full (weight 8)",
                "Each Saturday to Sunday weekend worked on all of its days or on none, under full (weight 9)",
                "Each Saturday to Sunday weekend worked on all of its days or on none, under full (weight 10)",
                "The same shift type all through a Saturday to Sunday weekend, under full (weight 20)",
                "No N, then off, then off from a Friday on, under full (weight 11)",
                "No N, then E, under full (weight 12)", "No N, then off, then any shift, under full (weight 12)",
                "Nurse needed on each E shift, under full (weight 13)",
                "Head needed on each N shift, under full (weight 13)",
                "No N, then E, under full (weight 2)", "No off, then any shift from a Friday on, under full (weight 3)",
            ])
        let others = problem.rules.filter { $0.appliesTo == .contracts(["b"]) }
        // Two sides of two days for complete weekends, six of two shift types for identical ones, and the night.
        #expect(others.count == 4 + 12 + 1)
        #expect(others.last?.kind == .forbiddenSequence([.shifts(["N"]), .off, .off, .off], startingOn: [.thursday]))
        // A shift that a date does not name is worked by nobody; a date's own cover goes before its weekday's.
        let asked = problem.demand.filter { $0.minimum > 0 }
        #expect(
            asked == [
                Demand(date: monday, shiftTypes: ["E"], minimum: 1, maximum: 1),
                Demand(date: monday.advanced(by: 7), shiftTypes: ["N"], minimum: 2, maximum: 2),
            ])
        #expect(problem.demand.count == 28)
        #expect(problem.demand.allSatisfy { $0.maximum == $0.minimum })
        #expect(
            problem.requests == [
                Request(person: "0", date: monday.advanced(by: 1), wish: .dayOff, weight: Penalty(1)),
                Request(person: "1", date: monday.advanced(by: 13), wish: .shiftOn("N"), weight: Penalty(2)),
            ])
    }

    /// What the rules of one contract on weekends find in the second week of a row of E, N and -.
    private static func missed(_ week: String, contract: ContractID, _ names: [String]) throws -> Int {
        var problem = try #require(read(small).problem)
        problem.rules = problem.rules.filter { rule in
            rule.appliesTo == .contracts([contract]) && names.contains { rule.id.rawValue.hasPrefix($0) }
        }
        (problem.demand, problem.requests) = ([], [])
        var rota = Rota(for: problem)
        let person: PersonIndex = contract == "a" ? 0 : 1
        for (day, duty) in week.enumerated() where duty != "-" {
            rota[person, DayIndex(7 + day)] = Duty(try #require(problem.index(of: ShiftTypeID(String(duty)))))
        }
        return Judge(problem).assess(rota).penalty.value
    }

    @Test("Complete weekends and identical shifts miss as many days as the competition counts")
    func weekends() throws {
        let complete = ["complete", "weekend-"]
        #expect(
            try ["-----EE", "-----E-", "------N", "-------"].map { try Self.missed($0, contract: "a", complete) } == [
                0, 9, 9, 0,
            ])
        #expect(
            try ["----EEE", "----EE-", "-----NN", "----E--", "-----E-", "------E", "----E-E", "-------"].map {
                try Self.missed($0, contract: "b", complete)
            } == [0, 1, 1, 2, 2, 2, 4, 0])
        let identical = ["identical"]
        #expect(
            try ["-----EE", "-----E-", "-----EN", "-------"].map { try Self.missed($0, contract: "a", identical) }
                == [0, 10, 20, 0])
        #expect(
            try ["----EEE", "----EE-", "----E--", "----EEN", "----ENE", "----EN-", "-------"].map {
                try Self.missed($0, contract: "b", identical)
            } == [0, 1, 2, 3, 3, 4, 0])
    }

    @Test("All that is wrong with a problem is told, with its place")
    func faults() {
        let text = Self.small.replacing("<Skill>Head</Skill>\n  </Skills>", with: "<Skill>Nurse</Skill>\n  </Skills>")
            .replacing("<Shift ID=\"N\">", with: "<Shift ID=\"a b\">").replacing("06:30:00</Start", with: "6:30</Start")
            .replacing("MaxNumAssignments", with: "MaxNumAssigments")
            .replacing("weight=\"4\">5<", with: "weight=\"-4\">five<").replacing(
                "SaturdaySunday", with: "SundaySaturday"
            )
            .replacing("<DayOff weight=\"1\"><EmployeeID>0", with: "<DayOff><EmployeeID>7")
            .replacing("2010-01-17</Date>", with: "2010-02-17</Date>").replacing(
                "<Name>Ann</Name>", with: "<Name/><Nam/>")
        let (problem, diagnostics) = Self.read(text)
        #expect(problem == nil)
        #expect(Golden.difference(diagnostics.joined(separator: "\n") + "\n", "inrc1-faults.txt") == nil)
    }

    @Test(
        "What is no XML is told with its place",
        arguments: [
            ("", "x:1:1: error: The text has no element; XML is expected."),
            ("<a>", "x:1:1: error: <a> has no </a>."), ("<a></b>", "x:1:4: error: </b> stands where no <b> is open."),
            ("<a/><b/>", "x:1:5: error: <b> stands after the end of the document."),
            ("<a b=1/>", "x:1:6: error: The value of b in quotes is expected."),
            ("<a b='1' b='2'/>", "x:1:10: error: The attribute b is one too many."),
            ("<a b='1'c='2'/>", "x:1:9: error: > or a space is expected here."),
            (
                "<a>&nbsp;</a>",
                "x:1:4: error: There is no such reference; &amp; &lt; &gt; &quot; &apos; and &#NUMBER; are some"
            ),
            (
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"/etc/passwd\">]><a>&b;</a>",
                "x:1:1: error: A document type stands here"
            ),
            ("<a><!-- ", "x:1:4: error: A comment does not end."), ("<a/>b", "x:1:5: error: Text stands outside"),
            ("<a", "x:1:1: error: The tag of <a> does not end."),
            ("<1/>", "x:1:2: error: An element's name is expected"),
            (String(repeating: "<a>", count: 60), "x:1:151: error: Elements are read up to 50 deep"),
            ("<a/>", "x:1:1: error: <a> stands where <SchedulingPeriod> is expected."),
        ])
    func syntax(text: String, fault: String) {
        let diagnostics = INRC1Reader.read(Array(text.utf8), fileName: "x").diagnostics.map(\.description)
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.hasPrefix(fault) == true, "\(diagnostics)")
    }

    @Test("A solution comes back the same, and all that is wrong with one is told")
    func solution() throws {
        let problem = try #require(Self.read(Self.small).problem)
        let rota = RandomProblem.rota(for: problem, seed: 1)
        let text = RotaFile.write(rota, of: problem, as: .xml, claims: .init(penalty: Penalty(7)))
        #expect(text.contains("<SchedulingPeriodID>tiny</SchedulingPeriodID>"))
        #expect(text.contains("<SoftConstraintsPenalty>7</SoftConstraintsPenalty>"))
        #expect(RotaFile.read(Array(text.utf8), for: problem).rota == rota)
        let faulty = """
            <Solution>
            <Assignment><Date>2010-01-04</Date><Employee>0</Employee><ShiftType>E</ShiftType></Assignment>
            <Assignment><Date>2010-01-04</Date><Employee>0</Employee><ShiftType>N</ShiftType></Assignment>
            <Assignment><Date>2010-01-24</Date><Employee>9</Employee><ShiftType>L</ShiftType></Assignment>
            <Assignment><Date>2010-01-05</Date></Assignment>
            <Asignment/>
            </Solution>
            """
        #expect(
            RotaFile.read(Array(faulty.utf8), for: problem, fileName: "x").diagnostics.map(\.description) == [
                "x:3:1: error: \"0\" has a shift on 2010-01-04 already.",
                "x:4:13: error: \"2010-01-24\" is no date of the period of the crew.",
                "x:4:36: error: \"9\" is no person of the crew.", "x:4:58: error: \"L\" is no shift type of the crew.",
                "x:5:1: error: One <Employee> is expected in <Assignment>, and there are 0.",
                "x:5:1: error: One <ShiftType> is expected in <Assignment>, and there are 0.",
                "x:6:1: error: <Solution> has no <Asignment>. Maybe you mean \"Assignment\".",
            ])
    }

    private static var files: [String] {
        guard let folder = SharedFiles.folder.map({ $0 + "/benchmarks/inrc1" }) else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".xml") }.sorted().map { "\(folder)/\($0)" }
    }

    @Test(
        "Every shared problem is read without a complaint, and comes back from Watchbill's own document the same",
        .enabled(if: !files.isEmpty, "the folder shared is not beside the checkout"), arguments: files)
    func shared(path: String) throws {
        let (file, diagnostics) = CrewFile.read(try SharedFiles.bytes(path), fileName: path)
        #expect(diagnostics == [])
        let problem = try #require(file).problem
        #expect(problem.dayCount == 28)
        #expect(CrewFile.read(Array(CrewFile.write(problem).utf8)).file?.problem == problem)
        let rota = RandomProblem.rota(for: problem, seed: 3)
        let text = RotaFile.write(rota, of: problem, as: .xml)
        #expect(RotaFile.read(Array(text.utf8), for: problem).rota == rota)
    }
}
