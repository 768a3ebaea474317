package import RotaModel

/// Rotas in the first competition's XML: an assignment for each shift that is worked.
package enum INRC1Solution {
    private static let elements = ["SchedulingPeriodID", "Competitor", "SoftConstraintsPenalty"]

    /// `rota` as text; the same for the same rota and penalty, always.
    package static func write(_ rota: Rota, of problem: RotaProblem, penalty: Penalty?) -> String {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Solution>
              <SchedulingPeriodID>\(XMLText.escaped(problem.unit.name))</SchedulingPeriodID>
              <Competitor>Watchbill</Competitor>

            """
        if let penalty { text += "  <SoftConstraintsPenalty>\(penalty)</SoftConstraintsPenalty>\n" }
        for day in problem.days {
            for (position, person) in problem.people.enumerated() {
                guard let shift = rota[PersonIndex(position), day].shift else { continue }
                text += """
                      <Assignment>
                        <Date>\(problem.date(of: day))</Date>
                        <Employee>\(XMLText.escaped(person.id.rawValue))</Employee>
                        <ShiftType>\(XMLText.escaped(problem[shift].id.rawValue))</ShiftType>
                      </Assignment>

                    """
            }
        }
        return text + "</Solution>\n"
    }

    /// The rota, if nothing makes the file unusable, and all that is wrong with it. `problem` is a valid one; what the
    /// file says of itself is passed over.
    package static func read(
        _ bytes: [UInt8], for problem: RotaProblem, fileName: String? = nil
    ) -> (rota: Rota?, diagnostics: [Diagnostic]) {
        var collector = DiagnosticCollector(file: fileName)
        guard let document = XMLParser.parse(bytes, into: &collector) else { return (nil, collector.diagnostics) }
        var rota = Rota(for: problem)
        let root = document.nodes[0]
        func report(_ message: String, at node: XMLDocument.Node) {
            collector.report(message, at: document.place(of: node.offset))
        }
        guard root.name == "Solution" else {
            report("<\(root.name.prefix(40))> stands where <Solution> is expected.", at: root)
            return (nil, collector.diagnostics)
        }
        let people = Dictionary(
            problem.people.enumerated().map { ($1.id.rawValue, PersonIndex($0)) },
            uniquingKeysWith: { first, _ in first })
        let shifts = Dictionary(
            problem.shiftTypes.enumerated().map { ($1.id.rawValue, ShiftIndex($0)) },
            uniquingKeysWith: { first, _ in first })
        for position in root.children where !collector.isFull {
            let node = document.nodes[position]
            guard node.name == "Assignment" else {
                if !elements.contains(node.name) {
                    let hint = NearMiss.hint(for: node.name, in: elements + ["Assignment"])
                    report("<Solution> has no <\(node.name.prefix(40))>.\(hint)", at: node)
                }
                continue
            }
            /// What one of the assignment's elements says, looked up.
            func value<Value>(_ name: String, _ expected: String, _ find: (String) -> Value?) -> Value? {
                let parts = node.children.map { document.nodes[$0] }.filter { $0.name == name }
                guard let part = parts.first, parts.count == 1 else {
                    report("One <\(name)> is expected in <Assignment>, and there are \(parts.count).", at: node)
                    return nil
                }
                if let value = find(part.trimmed) { return value }
                report("\"\(part.trimmed.prefix(40))\" is no \(expected) of the crew.", at: part)
                return nil
            }
            let day = value("Date", "date of the period") { CalendarDate($0).flatMap { problem.day(of: $0) } }
            let person = value("Employee", "person") { people[$0] }
            let shift = value("ShiftType", "shift type") { shifts[$0] }
            guard let day, let person, let shift else { continue }
            if !rota[person, day].isOff {
                report("\"\(problem[person].id)\" has a shift on \(problem.date(of: day)) already.", at: node)
            }
            rota[person, day] = Duty(shift)
        }
        return (collector.isClean ? rota : nil, collector.diagnostics)
    }
}
