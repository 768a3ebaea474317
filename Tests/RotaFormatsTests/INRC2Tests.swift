import Foundation
import RotaFormats
import RotaModel
import RotaRules
import RotaSolver
import Testing

@Suite("The second nurse rostering competition")
struct INRC2Tests {
    static let scenario = """
        SCENARIO = tiny

        WEEKS = 4

        SKILLS = 2
        Head
        Nurse

        SHIFT_TYPES = 2
        Early (2,5)
        Night (1,3)

        FORBIDDEN_SHIFT_TYPES_SUCCESSIONS
        Early 0
        Night 1 Early

        CONTRACTS = 2
        Full (1,5) (2,4) (2,9) 1 1
        Half (0,3) (1,99) (1,99) 9 0

        NURSES = 3
        Ann Full 2 Head Nurse
        Bo Full 1 Nurse
        Cy Half 1 Nurse
        """
    static let history = """
        HISTORY
        0 tiny

        NURSE_HISTORY
        Ann 0 0 Night 1 3 0
        Bo 0 0 None 0 0 1
        Cy 2 0 Early 2 2 0
        """
    static let week = """
        WEEK_DATA
        tiny

        REQUIREMENTS
        Early Head (0,0) (0,0) (0,0) (0,0) (0,0) (0,1) (0,0)
        Early Nurse (1,2) (0,0) (0,0) (0,0) (0,0) (0,0) (0,0)

        SHIFT_OFF_REQUESTS = 2
        Ann Early Tue
        Bo Any Sat
        """

    static func files(
        scenario: String = scenario, history: String = history, weeks: [String] = [week]
    ) -> (SourceFile, SourceFile, [SourceFile]) {
        func file(_ name: String, _ text: String) -> SourceFile { SourceFile(name: name, bytes: Array(text.utf8)) }
        return (
            file("Sc-tiny.txt", scenario), file("H0-tiny-0.txt", history),
            weeks.enumerated().map { file("WD-tiny-\(7 - $0).txt", $1) }
        )
    }

    private static func read(
        _ files: (SourceFile, SourceFile, [SourceFile])
    ) -> (problem: INRC2Problem?, diagnostics: [Diagnostic]) {
        INRC2Reader.read(scenario: files.0, history: files.1, weeks: files.2)
    }

    @Test("A small problem becomes what it says")
    func small() throws {
        let (read, diagnostics) = Self.read(Self.files(weeks: [Self.week, Self.week]))
        #expect(diagnostics == [])
        let problem = try #require(read).problem
        let monday = try #require(CalendarDate("2024-01-01"))
        #expect(problem.start == monday)
        #expect(problem.dayCount == 14)
        #expect(problem.shiftTypes.map(\.id) == ["Early/Head", "Early/Nurse", "Night/Head", "Night/Nurse"])
        #expect(problem.shiftTypes.map(\.qualifications) == [["Head"], ["Nurse"], ["Head"], ["Nurse"]])
        #expect(problem.people.map(\.id) == ["Ann", "Bo", "Cy"])
        let early: [ShiftTypeID] = ["Early/Head", "Early/Nurse"]
        let night: [ShiftTypeID] = ["Night/Head", "Night/Nurse"]
        let full = AppliesTo.contracts(["Full"])
        #expect(
            problem.rules == [
                Rule(id: "after-Night", .forbiddenSequence([.shifts(night), .shifts(early)])),
                Rule(
                    id: "in-a-row-Early", .shiftsInARow(.types(early), Limits(minimum: 2, maximum: 5)),
                    severity: .soft(Penalty(15))),
                Rule(
                    id: "in-a-row-Night", .shiftsInARow(.types(night), Limits(maximum: 3)),
                    severity: .soft(Penalty(15))),
                Rule(
                    id: "work-in-a-row-Full", .shiftsInARow(.all, Limits(minimum: 2, maximum: 4)), appliesTo: full,
                    severity: .soft(Penalty(30))),
                Rule(
                    id: "off-in-a-row-Full", .daysOffInARow(Limits(minimum: 2, maximum: 9)), appliesTo: full,
                    severity: .soft(Penalty(30))),
                Rule(
                    id: "complete-weekends-Full", .completeWeekends, appliesTo: full, severity: .soft(Penalty(30))),
                Rule(
                    id: "assignments-Full", .shiftCount(.all, Limits(minimum: 1, maximum: 5)), appliesTo: full,
                    severity: .soft(Penalty(20))),
                Rule(
                    id: "weekends-Full", .weekendsWorked(Limits(maximum: 1)), appliesTo: full,
                    severity: .soft(Penalty(30))),
                // Cy has two of the three behind him.
                Rule(
                    id: "assignments-Half", .shiftCount(.all, Limits(maximum: 1)), appliesTo: .contracts(["Half"]),
                    severity: .soft(Penalty(20))),
            ])
        #expect(
            problem.demand.prefix(2) == [
                Demand(
                    date: monday.advanced(by: 5), shiftTypes: ["Early/Head"], minimum: 0, wanted: 1,
                    belowWanted: Penalty(30)),
                Demand(date: monday, shiftTypes: ["Early/Nurse"], minimum: 1, wanted: 2, belowWanted: Penalty(30)),
            ])
        #expect(problem.demand.map(\.date.dayNumber) == [5, 0, 12, 7].map { monday.dayNumber + $0 })
        // To be spared a shift is to be spared it with each of one's skills.
        #expect(
            problem.requests.prefix(3) == [
                Request(
                    person: "Ann", date: monday.advanced(by: 1), wish: .shiftOff("Early/Head"), weight: Penalty(10)),
                Request(
                    person: "Ann", date: monday.advanced(by: 1), wish: .shiftOff("Early/Nurse"), weight: Penalty(10)),
                Request(person: "Bo", date: monday.advanced(by: 5), wish: .dayOff, weight: Penalty(10)),
            ])
        // Four known days: three of work for Ann, of which the last a night; one off for Bo after one of work.
        #expect(problem.historyStart == monday.advanced(by: -4))
        #expect(
            problem.history == [
                HistoryEntry(person: "Ann", date: monday.advanced(by: -3), shift: "Early/Head"),
                HistoryEntry(person: "Ann", date: monday.advanced(by: -2), shift: "Early/Head"),
                HistoryEntry(person: "Ann", date: monday.advanced(by: -1), shift: "Night/Head"),
                HistoryEntry(person: "Bo", date: monday.advanced(by: -2), shift: "Early/Nurse"),
                HistoryEntry(person: "Cy", date: monday.advanced(by: -2), shift: "Early/Nurse"),
                HistoryEntry(person: "Cy", date: monday.advanced(by: -1), shift: "Early/Nurse"),
            ])
    }

    @Test("A solution comes back the same, and counts what the competition counts")
    func solution() throws {
        let problem = try #require(Self.read(Self.files()).problem)
        let text = """
            SOLUTION
            0 tiny

            ASSIGNMENTS = 4
            Ann Tue Early Nurse
            Ann Sat Early Head
            Bo Mon Early Nurse
            Cy Mon Night Nurse
            """
        let (read, diagnostics) = problem.read([SourceFile(name: "a", bytes: Array(text.utf8))])
        #expect(diagnostics == [])
        let rota = try #require(read)
        #expect(problem.write(rota).map(\.name) == ["Sol-tiny-7-0.txt"])
        #expect(problem.write(rota).map(\.text) == [text + "\n"])
        let findings = Judge(problem.problem).assess(rota).findings.map { "\($0.penalty) \($0.sentence)" }
        #expect(
            findings == [
                "30 Mon 1 Jan has 1 on Early/Nurse; 2 wanted.",
                "15 Ann works only 1 Early/Head or Early/Nurse shift in a row on Tue 2 Jan; at least 2.",
                "15 Ann works only 1 Early/Head or Early/Nurse shift in a row on Sat 6 Jan; at least 2.",
                "15 Bo works only 1 Early/Head or Early/Nurse shift in a row on Mon 1 Jan; at least 2.",
                "30 Ann works only 1 shift in a row on Tue 2 Jan; at least 2.",
                "30 Ann works only 1 shift in a row on Sat 6 Jan; at least 2.",
                "30 Bo works only 1 shift in a row on Mon 1 Jan; at least 2.",
                "30 Ann has only 1 day off in a row on Mon 1 Jan; at least 2.",
                "30 Bo has only 1 day off in a row on Sun 31 Dec; at least 2.",
                "30 Ann works on Sat 6 Jan but not on Sun 7 Jan; all days of a weekend or none.",
                "10 Ann wished not to work Early/Nurse on Tue 2 Jan, but works Early/Nurse.",
            ])
    }

    @Test("All that is wrong with a solution is told")
    func solutionFaults() throws {
        let problem = try #require(Self.read(Self.files(weeks: [Self.week, Self.week])).problem)
        let text = """
            SOLUTION
            0 tiny
            ASSIGNMENTS = 4
            Anne Mon Early Nurse
            Bo Moon Early Nurse
            Cy Mon Late Boss
            Cy Mon
            Cy Mon Early Nurse
            Cost: 5
            """
        let (rota, diagnostics) = problem.read([SourceFile(name: "a", bytes: Array(text.utf8))])
        #expect(rota == nil)
        #expect(
            diagnostics.map(\.description) == [
                "a:4:1: error: There is no nurse \"Anne\". Maybe you mean \"Ann\".",
                "a:5:4: error: \"Moon\" is no day; Mon, Tue, Wed, Thu, Fri, Sat or Sun is expected.",
                "a:6:8: error: There is no shift type \"Late\".",
                "a:6:13: error: There is no skill \"Boss\".",
                "a:7:1: error: The line is \"Cy Mon\"; NURSE DAY SHIFT SKILL is expected.",
                "a:8:1: error: The line is one more than ASSIGNMENTS says.",
                "a:9:1: warning: \"Cost: 5\" stands after the last assignment and is passed over.",
            ])
        let empty = "SOLUTION\n0 tiny\nASSIGNMENTS = 0\n"
        let missing = problem.read([SourceFile(name: "a", bytes: Array(empty.utf8))])
        #expect(missing.diagnostics.map(\.description) == ["error: There is no solution of week 1."])
    }

    @Test("All that is wrong with a problem is told, file by file")
    func faults() {
        let scenario = Self.scenario.replacing("SKILLS = 2", with: "SKILLS = 3").replacing("(1,3)", with: "(3,1)")
            .replacing("Night 1 Early", with: "Night 2 Erly").replacing("Cy Half", with: "Cy Haft")
            .replacing("Bo Full", with: "Ann Full").replacing("WEEKS = 4", with: "WEEKS = four")
        #expect(
            Self.read(Self.files(scenario: scenario)).diagnostics.map(\.description) == [
                "Sc-tiny.txt:3:9: error: The number of weeks is \"four\"; a whole number from 0 to 10000000 is expected.",
                "Sc-tiny.txt:5:10: error: SKILLS says 3, and 2 lines follow.",
                "Sc-tiny.txt:11:7: error: The number of days in a row is \"(3,1)\"; (LEAST,MOST) is expected, two whole"
                    + " numbers of which the first is not the larger.",
                "Sc-tiny.txt:15:7: error: The line says 2, and names 1 shifts.",
                "Sc-tiny.txt:15:9: error: There is no shift type \"Erly\". Maybe you mean \"Early\".",
                "Sc-tiny.txt:23:1: error: Nurse \"Ann\" is defined a second time.",
                "Sc-tiny.txt:24:4: error: There is no contract \"Haft\".",
            ])
        let history = Self.history.replacing("0 tiny", with: "0 small").replacing("Night 1 3 0", with: "Night 4 3 0")
            .replacing("Bo 0", with: "Bob 0").replacing("Cy 2", with: "Cy 5")
        let week = Self.week.replacing("Early Nurse (1,2)", with: "Early Head (2,1)")
            .replacing("Bo Any Sat", with: "Bo Some Saturday")
        #expect(
            Self.read(Self.files(history: history, weeks: [week])).diagnostics.map(\.description) == [
                "H0-tiny-0.txt:2:3: error: The file is for \"small\", the scenario is \"tiny\".",
                "H0-tiny-0.txt:5:15: error: After a shift the days on it are at least 1, those at work as many or more, and"
                    + " those off 0.",
                "H0-tiny-0.txt:6:1: error: There is no nurse \"Bob\". Maybe you mean \"Bo\".",
                "H0-tiny-0.txt:7:4: warning: \"Cy\" has 2 more than the contract's 3 already; no penalty for them is"
                    + " counted.",
                "WD-tiny-7.txt:6:1: error: The shift and the skill have a second line.",
                "WD-tiny-7.txt:6:12: error: The cover is \"(2,1)\"; (LEAST,MOST) is expected, two whole numbers of which"
                    + " the first is not the larger.",
                "WD-tiny-7.txt:10:4: error: There is no shift type \"Some\".",
                "WD-tiny-7.txt:10:9: error: \"Saturday\" is no day; Mon, Tue, Wed, Thu, Fri, Sat or Sun is expected.",
            ])
        #expect(
            Self.read(Self.files(history: "", weeks: [])).diagnostics.map(\.description) == [
                "H0-tiny-0.txt: error: HISTORY is missing; every such file has it.",
                "H0-tiny-0.txt: error: NURSE_HISTORY is missing; every such file has it.",
                "error: The number of weeks is 0; 1 to 104 are expected.",
            ])
    }

    // MARK: The competition's own files

    private static var folder: String? { SharedFiles.folder.map { $0 + "/benchmarks/inrc2/" } }

    private static func read(
        _ name: String, history: Int, weeks: [Int]
    ) throws -> (problem: INRC2Problem?, diagnostics: [Diagnostic]) {
        let folder = try #require(folder) + name
        func file(_ stem: String) throws -> SourceFile {
            SourceFile(name: "\(stem).txt", bytes: try SharedFiles.bytes("\(folder)/\(stem).txt"))
        }
        return INRC2Reader.read(
            scenario: try file("Sc-\(name)"), history: try file("H0-\(name)-\(history)"),
            weeks: try weeks.map { try file("WD-\(name)-\($0)") })
    }

    @Test(
        "A solution costs, part by part, what the competition's validator says",
        .enabled(if: folder != nil, "the folder shared is not beside the checkout"))
    func validator() throws {
        let problem = try #require(try Self.read("n005w4", history: 0, weeks: [1, 2, 3, 3]).problem)
        let place: String = try #require(Self.folder) + "n005w4/Solution_H_0-WD_1-2-3-3/"
        let files = try ["1-0", "2-1", "3-2", "3-3"].map { (name: String) in
            SourceFile(name: name, bytes: try SharedFiles.bytes("\(place)Sol-n005w4-\(name).txt"))
        }
        let (read, diagnostics) = problem.read(files)
        // One of them ends with what its maker says of it.
        #expect(diagnostics.map(\.severity) == [.warning, .warning, .warning])
        let assessment = Judge(problem.problem).assess(try #require(read))
        var parts: [String: Int] = [:]
        for finding in assessment.findings {
            let part =
                switch finding.origin {
                case .rule(let position):
                    switch problem.problem.rules[position].kind {
                    case .shiftCount: "Total assignment constraints"
                    case .shiftsInARow: "Consecutive constraints"
                    case .daysOffInARow: "Non working days constraints"
                    case .weekendsWorked: "Max working weekend"
                    case .completeWeekends: "Complete weekends"
                    default: "another rule"
                    }
                case .request: "Preferences"
                case .demand: "Optimal coverage constraints"
                default: "another origin"
                }
            parts[part, default: 0] += finding.penalty.value
        }
        #expect(assessment.isFeasible)
        #expect(assessment.penalty == Penalty(1695))
        let account = try String(contentsOfFile: place + "validator.txt", encoding: .utf8)
        #expect(parts.count == 7)
        for (part, cost) in parts { #expect(account.contains("\(part): \(cost)"), "\(part): \(cost)") }
    }

    @Test(
        "Every shared problem is read without a complaint, and its solutions are legal",
        .enabled(if: folder != nil, "the folder shared is not beside the checkout"))
    func shared() throws {
        let folder: String = try #require(Self.folder)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasPrefix("n") {
            for history in 0...2 {
                let (problem, diagnostics) = try Self.read(name, history: history, weeks: Array(0...9))
                #expect(diagnostics.map(\.description) == [])
                #expect(try #require(problem).problem.dayCount == 70)
            }
            let solutions = try FileManager.default.contentsOfDirectory(atPath: folder + name)
            for solution in solutions.sorted() where solution.hasPrefix("Solution") {
                let numbers = solution.split { !$0.isNumber }.compactMap { Int($0) }
                let weeks = Array(numbers.dropFirst())
                let problem = try #require(try Self.read(name, history: numbers[0], weeks: weeks).problem)
                let files = try weeks.enumerated().map { week, data in
                    let path = "\(folder)\(name)/\(solution)/Sol-\(name)-\(data)-\(week).txt"
                    return SourceFile(name: path, bytes: try SharedFiles.bytes(path))
                }
                let rota = try #require(problem.read(files).rota)
                #expect(Judge(problem.problem).assess(rota).isFeasible, "\(name), \(solution)")
                let texts = problem.write(rota).map { SourceFile(name: $0.name, bytes: Array($0.text.utf8)) }
                #expect(texts.compactMap { $0.name.map { "\(folder)\(name)/\(solution)/\($0)" } } == files.map(\.name))
                #expect(problem.read(texts).rota == rota)
            }
        }
    }
}
