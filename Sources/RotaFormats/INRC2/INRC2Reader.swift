package import RotaModel

/// A problem of the second competition, with what its solutions are written from.
package struct INRC2Problem: Sendable {
    package let problem: RotaProblem
    let scenario: String
    let shifts: [String]
    let skills: [String]
    /// The number of the first week, 0 for the first of the horizon.
    let firstWeek: Int
    /// By week: what names its solution, but for the week's number: `Sol-n005w4-1` for the data `WD-n005w4-1.txt`.
    let solutionNames: [String]
}

/// Reads problems of the second international nurse rostering competition (Ceschia and others, 2015) as static ones, of
/// which all weeks are known: a scenario, the history before the first week, and the data of each week, all text.
package struct INRC2Reader {
    private var instance = INRC2Instance()
    private var skills: [String: Int] = [:]
    private var shifts: [String: Int] = [:]
    private var contracts: [String: Int] = [:]
    private var nurses: [String: Int] = [:]

    /// The problem, if nothing makes a file unusable, and all that is wrong with any, file by file.
    package static func read(
        scenario: SourceFile, history: SourceFile, weeks: [SourceFile]
    ) -> (problem: INRC2Problem?, diagnostics: [Diagnostic]) {
        var reader = INRC2Reader()
        var found = reader.readScenario(scenario)
        // Without the scenario every name in the others would be unknown.
        guard found.isClean else { return (nil, found.diagnostics) }
        var diagnostics = found.diagnostics
        let past = reader.readHistory(history)
        diagnostics += past.diagnostics
        var isClean = past.isClean
        if weeks.isEmpty || weeks.count > ProblemLimits.days.upperBound / 7 {
            let most = ProblemLimits.days.upperBound / 7
            diagnostics.append(
                Diagnostic(place: .whole, message: "The number of weeks is \(weeks.count); 1 to \(most) are expected."))
            return (nil, diagnostics)
        }
        reader.instance.weekCount = weeks.count
        for (week, file) in weeks.enumerated() {
            let data = reader.readWeek(file, week)
            diagnostics += data.diagnostics
            isClean = isClean && data.isClean
        }
        guard isClean else { return (nil, diagnostics) }
        let problem = reader.instance.problem()
        // What the parts could not tell: that there is too much of something in all.
        found = DiagnosticCollector(file: scenario.name)
        for fault in problem.validate() { found.report(fault.message, at: .whole) }
        guard found.isClean else { return (nil, diagnostics + found.diagnostics) }
        let result = INRC2Problem(
            problem: problem, scenario: reader.instance.name, shifts: reader.instance.shifts.map(\.id),
            skills: reader.instance.skills, firstWeek: reader.instance.firstWeek,
            solutionNames: weeks.map { week in
                "Sol-" + (week.stem.hasPrefix("WD-") ? week.stem.dropFirst(3) : "\(reader.instance.name)-\(week.stem)")
            })
        return (result, diagnostics)
    }

    // MARK: Scenario

    private mutating func readScenario(_ file: SourceFile) -> DiagnosticCollector {
        let required = [
            "SCENARIO", "WEEKS", "SKILLS", "SHIFT_TYPES", "FORBIDDEN_SHIFT_TYPES_SUCCESSIONS", "CONTRACTS", "NURSES",
        ]
        var text = INRC2Text(file, headings: required, required: required)
        if let section = text.sections["SCENARIO"] {
            instance.name = section.value?.text ?? ""
            if section.value == nil || instance.name.unicodeScalars.count > 64 {
                text.report("SCENARIO = NAME is expected, of up to 64 characters.", at: section.head)
            }
        }
        // How many weeks the horizon has is for those who do not know them.
        if let value = text.sections["WEEKS"]?.value {
            _ = text.number(value, "The number of weeks", ProblemLimits.count)
        }
        for line in text.countedLines(of: "SKILLS") where !text.collector.isFull {
            guard let words = text.words(line, 1...1, "SKILL") else { continue }
            add(words[0], "Skill", to: &skills, &text) { instance.skills.append($0) }
        }
        for line in text.countedLines(of: "SHIFT_TYPES") where !text.collector.isFull {
            guard let words = text.words(line, 2...2, "SHIFT (LEAST,MOST)") else { continue }
            let range = text.range(words[1], "The number of days in a row") ?? 0...0
            add(words[0], "Shift type", to: &shifts, &text) { instance.shifts.append(.init(id: $0, inARow: range)) }
        }
        readSuccessions(&text)
        for line in text.countedLines(of: "CONTRACTS") where !text.collector.isFull { readContract(line, &text) }
        for line in text.countedLines(of: "NURSES") where !text.collector.isFull { readNurse(line, &text) }
        checkSizes(&text)
        return text.collector
    }

    private mutating func readSuccessions(_ text: inout INRC2Text) {
        var seen: Set<Int> = []
        for line in text.sections["FORBIDDEN_SHIFT_TYPES_SUCCESSIONS"]?.lines ?? [] where !text.collector.isFull {
            let expectation = "SHIFT NUMBER and so many shifts that may not follow"
            guard let words = text.words(line, 2...Int.max, expectation) else { continue }
            let shift = text.position(of: words[0], in: shifts, "shift type")
            let number = text.number(words[1], "The number of shifts", 0...ProblemLimits.shiftTypes.upperBound)
            let others = words.dropFirst(2).map { text.position(of: $0, in: shifts, "shift type") }
            if let number, number != others.count {
                text.report("The line says \(number), and names \(others.count) shifts.", at: words[1])
            }
            guard let shift else { continue }
            if !seen.insert(shift).inserted {
                text.report("\(NRPReader.quoted(words[0])) has a second line.", at: words[0])
            }
            instance.shifts[shift].cannotFollow = Set(others.compactMap(\.self)).sorted()
        }
    }

    private mutating func readContract(_ line: TextField, _ text: inout INRC2Text) {
        let expectation =
            "CONTRACT (assignments) (days of work in a row) (days off in a row), the most weekends, and 1 or 0 for"
            + " complete weekends"
        guard let words = text.words(line, 6...6, expectation) else { return }
        let assignments = text.range(words[1], "The number of assignments")
        let work = text.range(words[2], "The number of days of work in a row")
        let off = text.range(words[3], "The number of days off in a row")
        let weekends = text.number(words[4], "The most weekends", ProblemLimits.count)
        let isComplete = text.number(words[5], "Whether weekends are to be complete", 0...1)
        add(words[0], "Contract", to: &contracts, &text) {
            instance.contracts.append(
                .init(
                    id: $0, assignments: assignments ?? 0...0, workInARow: work ?? 0...0, offInARow: off ?? 0...0,
                    maximumWeekends: weekends ?? 0, hasCompleteWeekends: isComplete == 1))
        }
    }

    private mutating func readNurse(_ line: TextField, _ text: inout INRC2Text) {
        let expectation = "NURSE CONTRACT NUMBER and so many skills"
        guard let words = text.words(line, 3...Int.max, expectation) else { return }
        let contract = text.position(of: words[1], in: contracts, "contract")
        let number = text.number(words[2], "The number of skills", 0...ProblemLimits.shiftTypes.upperBound)
        let held = words.dropFirst(3).map { text.position(of: $0, in: skills, "skill") }
        if let number, number != held.count {
            text.report("The line says \(number), and names \(held.count) skills.", at: words[2])
        }
        add(words[0], "Nurse", to: &nurses, &text) {
            instance.nurses.append(
                .init(id: $0, contract: contract ?? 0, skills: Set(held.compactMap(\.self)).sorted()))
        }
    }

    /// Takes a new name, or reports what is wrong with it.
    private func add(
        _ field: TextField, _ kind: String, to known: inout [String: Int], _ text: inout INRC2Text,
        _ append: (String) -> Void
    ) {
        let name = field.text
        if let fault = IdentifierFault.find(inShiftType: name) {
            text.report(fault, at: field)
        } else if name.unicodeScalars.count > 31 || name.contains("/") {
            // Two of them and a slash between are the id of a shift type.
            text.report("\(NRPReader.quoted(field)) is longer than 31 characters or has a slash in it.", at: field)
        } else if known[name] != nil {
            text.report("\(kind) \(NRPReader.quoted(field)) is defined a second time.", at: field)
        } else {
            known[name] = known.count
            append(name)
        }
    }

    private func checkSizes(_ text: inout INRC2Text) {
        for (heading, count, range) in [
            ("SKILLS", skills.count, ProblemLimits.shiftTypes), ("SHIFT_TYPES", shifts.count, ProblemLimits.shiftTypes),
            ("CONTRACTS", contracts.count, 1...ProblemLimits.people.upperBound),
            ("NURSES", nurses.count, ProblemLimits.people),
        ] where !range.contains(count) && text.collector.isClean {
            guard let section = text.sections[heading] else { continue }
            text.report(
                "\(heading) has \(count) entries; \(range.lowerBound) to \(range.upperBound) are expected.",
                at: section.head)
        }
        let pairs = skills.count * shifts.count
        if pairs > ProblemLimits.shiftTypes.upperBound, text.collector.isClean, let head = text.sections["SKILLS"]?.head
        {
            text.report(
                "There are \(pairs) pairs of a shift type and a skill; up to \(ProblemLimits.shiftTypes.upperBound) are"
                    + " read.", at: head)
        }
    }

    // MARK: History

    private mutating func readHistory(_ file: SourceFile) -> DiagnosticCollector {
        var text = INRC2Text(file, headings: ["HISTORY", "NURSE_HISTORY"], required: ["HISTORY", "NURSE_HISTORY"])
        instance.past = instance.nurses.map { _ in .init() }
        if let section = text.sections["HISTORY"] {
            if let line = section.lines.first, section.lines.count == 1 {
                if let words = text.words(line, 2...2, "WEEK SCENARIO") {
                    instance.firstWeek = text.number(words[0], "The week", ProblemLimits.count) ?? 0
                    text.expectScenario(words[1], instance.name)
                }
            } else {
                text.report("One line WEEK SCENARIO is expected below.", at: section.head)
            }
        }
        guard let section = text.sections["NURSE_HISTORY"] else { return text.collector }
        var seen: Set<Int> = []
        for line in section.lines where !text.collector.isFull {
            guard let nurse = readPast(line, &text) else { continue }
            if !seen.insert(nurse).inserted { text.report("The nurse has a second line.", at: line) }
        }
        for (position, nurse) in instance.nurses.enumerated() where !seen.contains(position) && text.collector.isClean {
            text.report("\"\(nurse.id)\" has no line.", at: section.head)
        }
        return text.collector
    }

    /// The nurse whose line it is.
    private mutating func readPast(_ line: TextField, _ text: inout INRC2Text) -> Int? {
        let expectation =
            "NURSE, the numbers of assignments and weekends so far, the last day's shift or None, and the days in a row on"
            + " it, at work and off"
        guard let words = text.words(line, 7...7, expectation) else { return nil }
        let nurse = text.position(of: words[0], in: nurses, "nurse")
        let days = 0...(ProblemLimits.historyDays.upperBound - 1)
        let assignments = text.number(words[1], "The number of assignments", ProblemLimits.count)
        let weekends = text.number(words[2], "The number of weekends", ProblemLimits.count)
        let isOff = words[3].text == "None"
        let shift = isOff ? nil : text.position(of: words[3], in: shifts, "shift type")
        let numbers = (4...6).map { text.number(words[$0], "The number of days in a row", days) }
        guard let nurse, let assignments, let weekends, let onIt = numbers[0], let work = numbers[1],
            let off = numbers[2]
        else { return nurse }
        guard isOff || shift != nil else { return nurse }
        if isOff ? (onIt != 0 || work != 0 || off == 0) : (onIt == 0 || work < onIt || off != 0) {
            text.report(
                isOff
                    ? "After a day off the days on a shift and at work are 0, and those off at least 1."
                    : "After a shift the days on it are at least 1, those at work as many or more, and those off 0.",
                at: words[4])
        } else if !isOff, work > onIt, shifts.count == 1 {
            text.report(
                "Before the last \(onIt) there were other shifts, but there is one shift type only.", at: words[4])
        }
        instance.past[nurse] = .init(
            assignments: assignments, weekends: weekends, shift: shift, shiftsInARow: onIt, workInARow: work,
            offInARow: off)
        let contract = instance.contracts[instance.nurses[nurse].contract]
        for (field, done, most) in [
            (words[1], assignments, contract.assignments.upperBound), (words[2], weekends, contract.maximumWeekends),
        ] where done > most {
            text.collector.report(
                "\(NRPReader.quoted(words[0])) has \(done - most) more than the contract's \(most) already; no penalty"
                    + " for them is counted.", at: field.place, severity: .warning)
        }
        return nurse
    }

    // MARK: A week

    private mutating func readWeek(_ file: SourceFile, _ week: Int) -> DiagnosticCollector {
        var text = INRC2Text(
            file, headings: ["WEEK_DATA", "REQUIREMENTS", "SHIFT_OFF_REQUESTS"],
            required: ["WEEK_DATA", "REQUIREMENTS"])
        if let section = text.sections["WEEK_DATA"] {
            if let line = section.lines.first, section.lines.count == 1 {
                text.expectScenario(line, instance.name)
            } else {
                text.report("One line SCENARIO is expected below.", at: section.head)
            }
        }
        var seen: Set<[Int]> = []
        for line in text.sections["REQUIREMENTS"]?.lines ?? [] where !text.collector.isFull {
            guard let words = text.words(line, 9...9, "SHIFT SKILL and (minimum,optimum) for each of seven days") else {
                continue
            }
            let shift = text.position(of: words[0], in: shifts, "shift type")
            let skill = text.position(of: words[1], in: skills, "skill")
            let ranges = words.dropFirst(2).map { text.range($0, "The cover") }
            guard let shift, let skill else { continue }
            if !seen.insert([shift, skill]).inserted {
                text.report("The shift and the skill have a second line.", at: line)
            }
            for (day, range) in ranges.enumerated() {
                guard let range else { continue }
                if range.upperBound > ProblemLimits.demandPeople.upperBound {
                    text.report(
                        "The cover is more than \(ProblemLimits.demandPeople.upperBound) people.", at: words[day + 2])
                }
                instance.cover.append(
                    .init(
                        day: 7 * week + day, shift: shift, skill: skill, minimum: range.lowerBound,
                        optimum: range.upperBound))
            }
        }
        for line in text.countedLines(of: "SHIFT_OFF_REQUESTS") where !text.collector.isFull {
            guard let words = text.words(line, 3...3, "NURSE, SHIFT or Any, DAY") else { continue }
            let nurse = text.position(of: words[0], in: nurses, "nurse")
            let isAny = words[1].text == "Any"
            let shift = isAny ? nil : text.position(of: words[1], in: shifts, "shift type")
            let day = text.weekday(words[2])
            guard let nurse, let day, isAny || shift != nil else { continue }
            instance.requests.append(.init(nurse: nurse, day: 7 * week + day, shift: shift))
        }
        return text.collector
    }
}
