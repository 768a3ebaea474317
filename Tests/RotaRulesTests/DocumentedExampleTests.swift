import Foundation
import RotaModel
import RotaRules
import Testing

/// The examples of docs/rules.md, judged: the document holds each of them word for word.
@Suite("Examples of docs/rules.md")
struct DocumentedExampleTests {
    @Test("Each example in the document is what the judge says")
    func examples() throws {
        let document = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/rules.md")
        let text = try String(contentsOf: document, encoding: .utf8)
        let blocks = try runs() + sums() + clocks() + sequences() + weeks() + company() + fairness() + builtIn()
        for block in blocks {
            // By itself, or a failure would print the whole document.
            let isThere = text.contains("```\n\(block)\n```")
            #expect(isThere, "docs/rules.md has no such example:\n\(block)")
        }
        // And it has no others.
        let fences = text.components(separatedBy: "\n```").count - 1
        #expect(fences == 2 * blocks.count)
    }

    /// The rules, the weekdays, the rows of whoever is given one, and what the judge says, with its penalty.
    private func block(
        _ days: Int, _ rules: [Rule], history: String = "", _ rows: [String],
        configure: (inout RotaProblem) throws -> Void = { _ in }
    ) throws -> String {
        let before = history.split(separator: " ").count
        var problem = try Ward.problem(days: days, rules, history: before)
        problem.recall("ann", history)
        try configure(&problem)
        var lines = problem.rules.map { $0.sentence(in: problem) }
        let weekdays = (-before..<days).map { String(problem.start.advanced(by: $0).weekday.shortName.prefix(1)) }
        func row(_ name: String, _ known: [String], _ period: [String]) -> String {
            let past = known.isEmpty ? [] : known + ["|"]
            return name.padding(toLength: 5, withPad: " ", startingAt: 0) + (past + period).joined(separator: " ")
        }
        lines.append(row("", Array(weekdays.prefix(before)), Array(weekdays.dropFirst(before))))
        for (index, text) in rows.enumerated() {
            let known =
                index == 0 ? history.split(separator: " ").map(String.init) : Array(repeating: "-", count: before)
            lines.append(row(problem.people[index].name, known, text.split(separator: " ").map(String.init)))
        }
        let findings = Judge(problem).assess(try problem.rota(rows)).findings
        lines += findings.map { finding in
            let price = finding.isHard ? "hard" : finding.penalty.description
            return price.padding(toLength: 5, withPad: " ", startingAt: 0) + finding.sentence
        }
        return lines.joined(separator: "\n")
    }

    private func soft(
        _ weight: Int, _ kind: Rule.Kind, _ appliesTo: AppliesTo = .everyone, weekend: [Weekday]? = nil,
        edges: RunEdges = .open
    ) -> Rule {
        Rule(
            id: "r", kind, appliesTo: appliesTo, severity: .soft(Penalty(weight)), weekend: weekend, edges: edges)
    }

    private func hard(_ kind: Rule.Kind) -> Rule { Rule(id: "r", kind) }

    private func runs() throws -> [String] {
        [
            try block(7, [soft(7, .shiftsInARow(.all, Limits(maximum: 2)))], ["- E L E N - E"]),
            try block(7, [soft(7, .shiftsInARow(.all, Limits(minimum: 3)))], ["E - E - - E E"]),
            try block(4, [hard(.shiftsInARow(.all, Limits(maximum: 3)))], history: "- E E", ["E E - -"]),
            try block(4, [soft(7, .shiftsInARow(.all, Limits(minimum: 2)))], history: "- - E", ["- - - -"]),
            try block(4, [soft(7, .shiftsInARow(.all, Limits(minimum: 2)), edges: .closed)], ["E - - E"]),
            try block(
                9, [soft(4, .daysOffInARow(Limits(minimum: 2, maximum: 3)), .people(["ann"]))], ["E E - E - - - - E"]),
        ]
    }

    private func sums() throws -> [String] {
        let limits = Limits(minimum: Minutes.hours(15), maximum: Minutes(29 * 60 + 30))
        return [
            try block(5, [soft(2, .totalMinutes(limits), .people(["ann"]))], ["E E E L -"]),
            try block(
                5, [soft(3, .shiftCount(.types(["N"]), Limits(minimum: 1, maximum: 2)))], ["N N N N E", "E E - - -"]),
            try block(
                14, [hard(.weekendsWorked(Limits(maximum: 1)))], ["- - - - - E - - - - - - E E"]),
        ]
    }

    private func clocks() throws -> [String] {
        [
            try block(6, [soft(1, .minutesInWindow(days: 3, maximum: Minutes(15 * 60 + 30)))], ["- E E E - -"]),
            try block(5, [soft(10, .rest(minimum: .hours(11)))], ["L E N - -"]),
            try block(4, [soft(10, .rest(minimum: .hours(8)))], ["- L E -"]) { problem in
                problem.unit.zone = try #require(Zone(name: "Europe/Stockholm"))
                problem.start = try Ward.date("2026-03-27")
            },
        ]
    }

    private func sequences() throws -> [String] {
        let nights: [DutySet] = [.shifts(["N"]), .shifts(["N"])]
        return [
            try block(6, [hard(.forbiddenSequence([.shifts(["N"]), .shifts(["E", "L"])]))], ["N E N L E N"]),
            try block(
                9, [soft(5, .forbiddenSequence([.shifts(["N"]), .off, .off], startingOn: [.friday]))],
                ["- N - - N - - N -"]),
            try block(6, [soft(12, .wishedSequence(after: nights, then: [.off, .off]))], ["N N - E N N"]),
        ]
    }

    private func weeks() throws -> [String] {
        [
            try block(
                21, [soft(5, .weekendsInARow(Limits(minimum: 2, maximum: 3)))], history: "- -",
                ["- - - - - E - - - - - - - - - - - - - - E"]),
            try block(7, [soft(15, .completeWeekends)], ["- - - - E E -"]),
            try block(7, [soft(15, .completeWeekends, weekend: [.friday, .saturday, .sunday])], ["- - - - E E -"]),
            try block(7, [soft(5, .sameShiftInWeekend)], ["- - - - L E L"]),
            try block(
                3, [soft(4, .qualificationNeeded("iv", .types(["E", "N"])), .people(["ann"]))], ["E L -", "E - -"]
            ) { problem in
                problem.qualifications = [Qualification(id: "iv", name: "IV line")]
            },
            try block(7, [hard(.noWork(on: [.wednesday]))], ["- - N E - - -"]),
            try block(14, [soft(8, .alternatingWork(on: [.sunday]))], ["- - - - - - E - - - - - - L"]),
        ]
    }

    private func company() throws -> [String] {
        [
            try block(4, [soft(6, .together("ann", with: "bo"))], ["E E - L", "E - N N"]),
            try block(4, [hard(.apart("ann", "bo"))], ["E E - L", "E L N N"]),
            try block(3, [soft(20, .qualifiedOnShift("iv", .types(["E", "N"])))], ["E - L", "E E -"]) { problem in
                problem.qualifications = [Qualification(id: "iv", name: "IV line")]
                problem.people[0].qualifications = [Held("iv")]
            },
        ]
    }

    private func fairness() throws -> [String] {
        [
            try block(10, [soft(9, .fairness(.nights, tolerance: 0))], ["N N N N N N N N - -", "- - - - - - - - N N"]) {
                problem in
                problem.contracts = [Contract(id: "half", name: "Half time", share: 50)]
                problem.people[1].contracts = [Held("half")]
                problem.demand = problem.days.map { Demand(date: problem.date(of: $0), shiftTypes: ["N"], minimum: 1) }
            }
        ]
    }

    private func builtIn() throws -> [String] {
        [
            try block(2, [], ["E -", "E E"]) { problem in
                problem.demand = problem.days.map {
                    Demand(
                        date: problem.date(of: $0), shiftTypes: ["E", "L"], minimum: 2, wanted: 3,
                        belowWanted: Penalty(10))
                }
            },
            try block(3, [], ["E E L"]) { problem in
                problem.requests = [
                    Request(person: "ann", date: problem.date(of: 0), wish: .shiftOn("L"), weight: Penalty(3)),
                    Request(person: "ann", date: problem.date(of: 1), wish: .shiftOff("E"), weight: Penalty(2)),
                    Request(person: "ann", date: problem.date(of: 2), wish: .dayOff, weight: Penalty(5)),
                ]
            },
            try block(4, [], ["N E - L"]) { problem in
                problem.absences = [
                    Absence(person: "ann", first: problem.date(of: 1), last: problem.date(of: 1)),
                    Absence(
                        person: "ann", first: problem.date(of: 3), last: problem.date(of: 3),
                        from: LocalTime(hour: 20, minute: 0)),
                ]
            },
            try block(4, [], ["E E - -", "- N E E"]) { problem in
                problem.qualifications = [Qualification(id: "iv", name: "IV line")]
                problem.shiftTypes[0].qualifications = ["iv"]
                problem.shiftTypes[2].length = .hours(10)
                problem.people[0].qualifications = [Held("iv", valid: Validity(until: problem.start))]
                problem.people[1].qualifications = [Held("iv")]
                problem.contracts = [Contract(id: "full", name: "Full time")]
                problem.people[1].contracts = [Held("full", valid: Validity(until: problem.date(of: 2)))]
                problem.pins = [Pin(person: "ann", date: problem.date(of: 2), shift: "L")]
            },
        ]
    }
}
