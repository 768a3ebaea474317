package import RotaModel

/// Rotas in the second competition's text: a file for each week, with a line for each shift that is worked.
extension INRC2Problem {
    /// A file for each week, by name, `Sol-n005w4-1-0.txt` for week 0 with the data 1; the same for the same rota, always.
    package func write(_ rota: Rota) -> [(name: String, text: String)] {
        solutionNames.enumerated().map { week, name in
            var lines: [String] = []
            for (person, nurse) in problem.people.enumerated() {
                for day in Weekday.allCases {
                    let duty = rota[PersonIndex(person), DayIndex(7 * week + day.rawValue)]
                    guard let type = duty.shift?.value else { continue }
                    let (shift, skill) = (shifts[type / skills.count], skills[type % skills.count])
                    lines.append("\(nurse.id) \(day.shortName) \(shift) \(skill)")
                }
            }
            let number = firstWeek + week
            let head = ["SOLUTION", "\(number) \(scenario)", "", "ASSIGNMENTS = \(lines.count)"]
            return ("\(name)-\(number).txt", (head + lines).joined(separator: "\n") + "\n")
        }
    }

    /// The rota, if nothing makes a file unusable, and all that is wrong with any, file by file. The files may come in
    /// any order; each week has one.
    package func read(_ files: [SourceFile]) -> (rota: Rota?, diagnostics: [Diagnostic]) {
        var rota = Rota(for: problem)
        var diagnostics: [Diagnostic] = []
        var isClean = true
        var seen: [Int: String] = [:]
        let positions = Dictionary(
            problem.people.enumerated().map { ($1.id.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
        for file in files {
            let headings = ["SOLUTION", "ASSIGNMENTS"]
            var text = INRC2Text(file, headings: headings, required: headings)
            if let week = readWeek(&text) {
                if let other = seen[week] {
                    text.collector.report("Week \(week) is in \(other) as well.", at: .whole)
                }
                seen[week] = file.name ?? "another file"
                readAssignments(&text, positions, week - firstWeek, &rota)
            }
            diagnostics += text.collector.diagnostics
            isClean = isClean && text.collector.isClean
        }
        for week in firstWeek..<firstWeek + solutionNames.count where seen[week] == nil && isClean {
            diagnostics.append(Diagnostic(place: .whole, message: "There is no solution of week \(week)."))
            isClean = false
        }
        return (isClean ? rota : nil, diagnostics)
    }

    /// Which week a solution is of; nil if it is none, which is then reported.
    private func readWeek(_ text: inout INRC2Text) -> Int? {
        guard let section = text.sections["SOLUTION"] else { return nil }
        guard let line = section.lines.first, section.lines.count == 1,
            let words = text.words(line, 2...2, "WEEK SCENARIO")
        else {
            if section.lines.count != 1 { text.report("One line WEEK SCENARIO is expected below.", at: section.head) }
            return nil
        }
        text.expectScenario(words[1], scenario)
        return text.number(words[0], "The week", firstWeek...(firstWeek + solutionNames.count - 1))
    }

    private func readAssignments(
        _ text: inout INRC2Text, _ people: [String: Int], _ week: Int, _ rota: inout Rota
    ) {
        func positions(_ names: [String]) -> [String: Int] {
            Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
        let (shifts, skills) = (positions(shifts), positions(skills))
        let lines = text.countedLines(of: "ASSIGNMENTS", mayBeMore: true)
        for line in lines where !text.collector.isFull {
            guard let words = text.words(line, 4...4, "NURSE DAY SHIFT SKILL") else { continue }
            let person = text.position(of: words[0], in: people, "nurse")
            let day = text.weekday(words[1])
            let shift = text.position(of: words[2], in: shifts, "shift type")
            let skill = text.position(of: words[3], in: skills, "skill")
            guard let person, let day, let shift, let skill else { continue }
            let cell = (PersonIndex(person), DayIndex(7 * week + day))
            if !rota[cell.0, cell.1].isOff {
                text.report("\(NRPReader.quoted(words[0])) has a shift on that day already.", at: line)
            }
            rota[cell.0, cell.1] = Duty(ShiftIndex(shift * skills.count + skill))
        }
        // Programs are known to add lines of their own, with what the solution costs and the like.
        let rest = text.sections["ASSIGNMENTS"]?.lines.dropFirst(lines.count) ?? []
        for line in rest where !text.collector.isFull {
            let words = line.words()
            if words.count == 4, people[words[0].text] != nil {
                text.report("The line is one more than ASSIGNMENTS says.", at: line)
            } else {
                text.collector.report(
                    "\(NRPReader.quoted(line)) stands after the last assignment and is passed over.", at: line.place,
                    severity: .warning)
            }
        }
    }
}
