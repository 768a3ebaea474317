package import RotaModel

/// Watchbill's own document for a rota: `docs/formats.md` describes it, `docs/rota.schema.json` is its schema.
package enum RotaDocument {
    /// What whoever made the rota says of it. Nothing is believed: `Judge` tells.
    package struct Claims: Hashable, Sendable {
        package var penalty: Penalty?
        package var bound: Penalty?
        package var isFeasible: Bool?
        package var seed: UInt64?

        package init(
            penalty: Penalty? = nil, bound: Penalty? = nil, isFeasible: Bool? = nil, seed: UInt64? = nil
        ) {
            self.penalty = penalty
            self.bound = bound
            self.isFeasible = isFeasible
            self.seed = seed
        }
    }

    /// `rota` as text; the same for the same rota and claims, always.
    package static func write(_ rota: Rota, of problem: RotaProblem, claims: Claims = Claims()) -> String {
        let rows = problem.people.enumerated().map { position, person in
            let duties = rota.row(of: PersonIndex(position)).map { duty in
                duty.shift.map { JSONText.string(problem[$0].id.rawValue) } ?? .null
            }
            return JSONText.object([("person", .string(person.id.rawValue)), ("duties", .row(duties))])
        }
        return JSONText.members([
            ("watchbill", .string(DocumentKind.rota.rawValue)), ("unit", .string(problem.unit.id.rawValue)),
            ("start", .string(problem.start.description)), ("days", .whole(problem.dayCount)),
            ("penalty", claims.penalty.map { .whole($0.value) }), ("bound", claims.bound.map { .whole($0.value) }),
            ("feasible", claims.isFeasible.map { .flag($0) }), ("seed", claims.seed.map { .string(String($0)) }),
            ("rows", .lines(rows)),
        ]).text
    }

    /// The rota, if nothing makes the file unusable, and all that is wrong with it. `problem` is a valid one.
    package static func read(
        _ bytes: [UInt8], for problem: RotaProblem, fileName: String? = nil
    ) -> (rota: Rota?, diagnostics: [Diagnostic]) {
        var collector = DiagnosticCollector(file: fileName)
        guard let document = JSONParser.parse(bytes, into: &collector) else { return (nil, collector.diagnostics) }
        var reader = RotaDocumentReader(problem, collector)
        let rota = reader.read(document.root)
        return (reader.reader.collector.isClean ? rota : nil, reader.reader.collector.diagnostics)
    }
}

/// The reading of one document.
private struct RotaDocumentReader {
    let problem: RotaProblem
    var reader: DocumentReader
    let duties: [String: Duty]
    let people: [String: Int]
    var rota: Rota

    init(_ problem: RotaProblem, _ collector: DiagnosticCollector) {
        self.problem = problem
        reader = DocumentReader(collector: collector)
        rota = Rota(for: problem)
        duties = Dictionary(
            problem.shiftTypes.enumerated().map { ($1.id.rawValue, Duty(ShiftIndex($0))) },
            uniquingKeysWith: { first, _ in first })
        people = Dictionary(
            problem.people.enumerated().map { ($1.id.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func read(_ root: JSONValue) -> Rota {
        guard reader.isDocument(root, of: .rota) else { return rota }
        let fields = reader.fields(
            of: root, "a rota document", required: ["watchbill", "unit", "start", "days", "rows"],
            optional: ["$schema", "penalty", "bound", "feasible", "seed"])
        guard let fields else { return rota }
        for key in ["$schema", "seed"] { _ = reader.text(fields[key]) }
        for key in ["penalty", "bound"] { _ = reader.whole(fields[key]) }
        _ = reader.flag(fields["feasible"])
        if let value = fields["unit"], let unit = reader.text(value), UnitID(unit) != problem.unit.id {
            reader.report("The rota is for \(value.shown), the crew is \"\(problem.unit.id)\".", at: value)
        }
        if let value = fields["start"], let start = reader.date(value), start != problem.start {
            reader.report("The rota starts on \(start), the crew's period on \(problem.start).", at: value)
        }
        if let value = fields["days"], let days = reader.whole(value), days != problem.dayCount {
            reader.report("The rota has \(days) days, the crew's period \(problem.dayCount).", at: value)
        }
        readRows(fields["rows"])
        return rota
    }

    private mutating func readRows(_ value: JSONValue?) {
        var seen: [Int: JSONValue] = [:]
        for element in reader.list(value, of: "objects") {
            guard let row = reader.fields(of: element, "a row", required: ["person", "duties"]) else { continue }
            if let name = row["person"], let id = reader.text(name, "an id") {
                if let position = people[id] {
                    if seen.updateValue(element, forKey: position) != nil {
                        reader.report("\(name.shown) has a row already.", at: name)
                    }
                    readDuties(row["duties"], of: position)
                } else {
                    let hint = NearMiss.hint(for: id, in: problem.people.map(\.id.rawValue))
                    reader.report("There is no person \(name.shown) in the crew.\(hint)", at: name)
                }
            }
        }
        guard let value, value.kind == .array else { return }
        for (position, person) in problem.people.enumerated() where seen[position] == nil {
            reader.report("\"\(person.id)\" has no row.", at: value)
        }
    }

    private mutating func readDuties(_ value: JSONValue?, of person: Int) {
        guard let value else { return }
        let cells = reader.list(value, of: "shift types, and null for off,")
        if value.kind == .array, cells.count != problem.dayCount {
            reader.report("The row has \(cells.count) days, the crew's period \(problem.dayCount).", at: value)
        }
        for (day, cell) in cells.enumerated() where cell.kind != .null {
            guard let id = cell.text, let duty = duties[id] else {
                let hint = NearMiss.hint(for: cell.text ?? "", in: problem.shiftTypes.map(\.id.rawValue))
                reader.report("\(cell.shown) is no shift type of the crew and not null for off.\(hint)", at: cell)
                continue
            }
            if day < problem.dayCount { rota[PersonIndex(person), DayIndex(day)] = duty }
        }
    }
}
