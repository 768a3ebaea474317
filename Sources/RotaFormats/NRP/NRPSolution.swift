package import RotaModel

/// Rotas as the benchmark's plain text: a line `Person: D - N …` for each person in the problem's order, with a shift
/// type's id or `-` for each day.
package enum NRPSolution {
    /// The token for a day off.
    static let off = "-"

    /// `rota` as text; the same for the same rota, always.
    package static func write(_ rota: Rota, of problem: RotaProblem) -> String {
        var text = ""
        for (position, person) in problem.people.enumerated() {
            text += person.id.rawValue + ":"
            for duty in rota.row(of: PersonIndex(position)) {
                text += " " + (duty.shift.map { problem[$0].id.rawValue } ?? off)
            }
            text += "\n"
        }
        return text
    }

    /// The rota, if nothing makes the file unusable, and all that is wrong with it. `problem` is a valid one.
    package static func read(
        _ bytes: [UInt8], for problem: RotaProblem, fileName: String? = nil
    ) -> (rota: Rota?, diagnostics: [Diagnostic]) {
        var collector = DiagnosticCollector(file: fileName)
        guard let text = SourceText.check(bytes, into: &collector) else { return (nil, collector.diagnostics) }
        var rota = Rota(for: problem)
        let positions = Dictionary(
            problem.people.enumerated().map { ($1.id.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
        let duties = Dictionary(
            problem.shiftTypes.enumerated().map { ($1.id.rawValue, Duty(ShiftIndex($0))) },
            uniquingKeysWith: { first, _ in first })
        var count = 0
        for line in TextLines(text) where !collector.isFull {
            // The id ends at the last colon, so that it may have colons in it; shift types have none.
            guard let colon = line.bytes.lastIndex(of: UInt8(ascii: ":")) else {
                collector.report(
                    "\(NRPReader.quoted(line)) is no row; PERSON: DUTY DUTY … is expected.", at: line.place)
                continue
            }
            let (name, rest) = line.cut(at: colon)
            defer { count += 1 }
            guard count < problem.people.count else {
                collector.report(
                    "\(NRPReader.quoted(name)) is one row too many; the problem has \(problem.people.count) people.",
                    at: name.place)
                continue
            }
            let expected = problem.people[count].id.rawValue
            if name.text != expected {
                let known = positions.keys.contains(name.text)
                let hint = known ? "" : NearMiss.hint(for: name.text, in: problem.people.map(\.id.rawValue))
                let reason = known ? "rows stand in the problem's order" : "there is no such person"
                collector.report(
                    "The row is \(NRPReader.quoted(name)); \"\(expected)\" is expected here (\(reason)).\(hint)",
                    at: name.place)
            }
            let tokens = rest.words()
            if tokens.count != problem.dayCount {
                collector.report(
                    "The row of \(NRPReader.quoted(name)) has \(tokens.count) days; the problem has \(problem.dayCount).",
                    at: rest.place)
            }
            for (day, token) in tokens.enumerated() where !collector.isFull {
                let duty = token.text == off ? Duty.off : duties[token.text]
                if let duty {
                    if day < problem.dayCount { rota[PersonIndex(count), DayIndex(day)] = duty }
                } else {
                    let hint = NearMiss.hint(for: token.text, in: problem.shiftTypes.map(\.id.rawValue))
                    collector.report(
                        "\(NRPReader.quoted(token)) of \(NRPReader.quoted(name)) on day \(day) is no shift type and not"
                            + " \"-\" for off.\(hint)", at: token.place)
                }
            }
        }
        if count < problem.people.count, !collector.isFull {
            collector.report(
                "The file has \(count) of \(problem.people.count) rows; the first that is missing is"
                    + " \"\(problem.people[count].id)\".", at: .whole)
        }
        return (collector.isClean ? rota : nil, collector.diagnostics)
    }
}
