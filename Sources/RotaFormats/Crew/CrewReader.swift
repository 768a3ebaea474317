import RotaModel

/// Reads Watchbill's own document for a problem: `docs/formats.md` describes it, `docs/crew.schema.json` is its schema.
struct CrewReader {
    var reader: DocumentReader
    /// One line for each entry of demand, whatever number of dates it stands for.
    var demandEntries: [(line: Demand, origin: JSONValue)] = []

    /// The problem, if nothing makes the document unusable, and all that is wrong with it.
    static func read(_ bytes: [UInt8], fileName: String?) -> (problem: RotaProblem?, diagnostics: [Diagnostic]) {
        var collector = DiagnosticCollector(file: fileName)
        guard let document = JSONParser.parse(bytes, into: &collector) else { return (nil, collector.diagnostics) }
        var crew = CrewReader(reader: DocumentReader(collector: collector))
        guard let problem = crew.read(document.root) else { return (nil, crew.reader.collector.diagnostics) }
        crew.validate(problem, in: document)
        return (crew.reader.collector.isClean ? problem : nil, crew.reader.collector.diagnostics)
    }

    private mutating func read(_ root: JSONValue) -> RotaProblem? {
        guard reader.isDocument(root, of: .crew) else { return nil }
        let fields =
            reader.fields(
                of: root, "a crew document", required: ["watchbill", "unit", "period", "shiftTypes", "people"],
                optional: [
                    "$schema", "holidays", "qualifications", "contracts", "demand", "demandOrder", "rules", "requests",
                    "absences", "pins", "history", "ledger",
                ]) ?? [:]
        _ = reader.text(fields["$schema"])
        let (start, days) = period(fields["period"])
        let unit = reader.unit(fields["unit"], "the unit")
        var problem = RotaProblem(unit: unit.unit, start: start, dayCount: days, shiftTypes: [], people: [])
        problem.holidays = entries(fields["holidays"], "holidays") { $0.holiday($1) }
        problem.shiftTypes = entries(fields["shiftTypes"], "shiftTypes", keepsFaulty: true) { $0.shiftType($1) }
        problem.qualifications = entries(fields["qualifications"], "qualifications", keepsFaulty: true) {
            $0.reader.qualification($1)
        }
        problem.contracts = entries(fields["contracts"], "contracts", keepsFaulty: true) { $0.reader.contract($1) }
        problem.people = entries(fields["people"], "people", keepsFaulty: true) { $0.person($1) }
        problem.demand = demand(fields["demand"], order: fields["demandOrder"], of: problem)
        problem.rules = entries(fields["rules"], "rules") { $0.rule($1) }
        problem.requests = entries(fields["requests"], "requests") { $0.request($1) }
        problem.absences = entries(fields["absences"], "absences") { $0.absence($1) }
        problem.pins = entries(fields["pins"], "pins") { $0.pin($1) }
        if let value = fields["history"] {
            let history = reader.fields(of: value, "the history", required: ["from"], optional: ["shifts"]) ?? [:]
            problem.historyStart = reader.date(history["from"])
            let entries = entries(history["shifts"], "history/shifts") { $0.historyEntry($1) }
            // Without a date to hold them against there is nothing more to say of them.
            problem.history = problem.historyStart == nil ? [] : entries
        }
        problem.ledger = entries(fields["ledger"], "ledger") { $0.ledgerEntry($1) }
        return problem
    }

    /// The entries of a list. One with a fault is left out, unless others refer to its id.
    mutating func entries<Entry>(
        _ value: JSONValue?, _ list: String, keepsFaulty: Bool = false,
        _ read: (inout CrewReader, JSONValue) -> Entry?
    ) -> [Entry] {
        var entries: [Entry] = []
        var places: [JSONValue] = []
        for element in reader.list(value, of: "objects") {
            let before = reader.faultCount
            guard let entry = read(&self, element), keepsFaulty || reader.faultCount == before else { continue }
            entries.append(entry)
            places.append(element)
        }
        reader.origins[list] = places
        return entries
    }

    /// Adds what `validate()` finds, each at its place in the document.
    private mutating func validate(_ problem: RotaProblem, in document: JSONDocument) {
        // An entry's faults are told once, not for each of its dates; the sums over all of them come after that.
        var brief = problem
        brief.demand = demandEntries.map(\.line)
        reader.origins["demand"] = demandEntries.map(\.origin)
        reader.report(brief.validate(), in: document)
        guard reader.collector.isClean else { return }
        reader.origins["demand"] = nil
        reader.report(problem.validate(), in: document)
    }
}
