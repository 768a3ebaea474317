package import RotaModel
internal import RotaRules

/// A unit's set-up as Watchbill's own document: `docs/formats.md`.
package enum SetupFile {
    /// Reads a document.
    ///
    /// - Parameter known: has the unit and its people, qualifications and contracts, which the document may name.
    /// - Returns: nil if anything makes it unusable; all that is wrong, each with its place.
    package static func read(
        _ bytes: [UInt8], in known: RotaProblem
    ) -> (setup: UnitSetup?, diagnostics: [Diagnostic]) {
        var collector = DiagnosticCollector(file: nil)
        guard let document = JSONParser.parse(bytes, into: &collector) else { return (nil, collector.diagnostics) }
        var crew = CrewReader(reader: DocumentReader(collector: collector))
        guard let setup = crew.setup(document.root) else { return (nil, crew.reader.collector.diagnostics) }
        crew.checkRegion(of: setup, in: document.root)
        crew.reader.report(setup.probe(in: known).validate(), in: document)
        return (crew.reader.collector.isClean ? setup : nil, crew.reader.collector.diagnostics)
    }

    /// Reads what `write` has written; nil for anything else. Whom and what it names is not looked at: people may have left.
    package static func read(_ bytes: [UInt8]) -> UnitSetup? {
        var collector = DiagnosticCollector(file: nil)
        guard let document = JSONParser.parse(bytes, into: &collector) else { return nil }
        var crew = CrewReader(reader: DocumentReader(collector: collector))
        let setup = crew.setup(document.root)
        return crew.reader.collector.isClean ? setup : nil
    }

    /// The same set-up is always the same text, and read again it is the same set-up.
    package static func write(_ setup: UnitSetup) -> String {
        let writer = CrewWriter(
            problem: RotaProblem(
                unit: CrewUnit(id: "", name: "", zone: .utc), start: CalendarDate(dayNumber: 0), dayCount: 1,
                shiftTypes: [], people: []))
        return writer.document(of: setup).text
    }
}

extension CrewReader {
    fileprivate mutating func setup(_ root: JSONValue) -> UnitSetup? {
        guard reader.isDocument(root, of: .setup) else { return nil }
        let fields = reader.fields(
            of: root, "a set-up", required: ["watchbill"],
            optional: [
                "$schema", "shiftTypes", "demand", "ruleSets", "rules", "holidayRegion", "holidays", "freeExchanges",
            ])
        guard let fields else { return nil }
        _ = reader.text(fields["$schema"])
        let sets = reader.list(fields["ruleSets"], of: "ready-made sets").compactMap { value in
            reader.word(value, RuleSet.all.map { (word: $0.id, meaning: $0.id) })
        }
        return UnitSetup(
            shiftTypes: entries(fields["shiftTypes"], "shiftTypes", keepsFaulty: true) { $0.shiftType($1) },
            demand: entries(fields["demand"], "demand") { $0.demandRow($1) }, ruleSets: Set(sets),
            rules: entries(fields["rules"], "rules") { $0.rule($1) },
            holidayRegion: reader.text(fields["holidayRegion"]),
            holidays: entries(fields["holidays"], "holidays") { $0.holiday($1) },
            hasFreeExchanges: reader.flag(fields["freeExchanges"]) ?? false)
    }

    /// A region that the table of public holidays has no more is no reason not to read what was kept with it.
    fileprivate mutating func checkRegion(of setup: UnitSetup, in root: JSONValue) {
        guard let region = setup.holidayRegion, !HolidayTable.regions.contains(where: { $0.id == region }),
            let value = root.members.first(where: { $0.key.text == "holidayRegion" })?.value
        else { return }
        let hint = NearMiss.hint(for: region, in: HolidayTable.regions.map(\.id))
        reader.report("There are no public holidays known of \(value.shown).\(hint)", at: value)
    }

    private mutating func demandRow(_ value: JSONValue) -> DemandRow? {
        let fields = reader.fields(
            of: value, "a row of demand", required: ["shifts", "week"],
            optional: [
                "qualification", "holidays", "exceptions", "belowMinimum", "belowWanted", "aboveWanted",
                "aboveMaximum",
            ])
        guard let fields, let week = fields["week"] else { return nil }
        let names = Weekday.allCases.map(\.name)
        let days = reader.fields(of: week, "a week", required: [], optional: names) ?? [:]
        let standard = DemandWeights.standard
        let exceptions = reader.list(fields["exceptions"], of: "exceptions").compactMap { exception($0) }
        return DemandRow(
            shiftTypes: ids(fields["shifts"], of: "shift types") ?? [],
            qualification: reader.text(fields["qualification"]).map { QualificationID($0) },
            week: names.map { headcount(days[$0]) }, holidays: headcount(fields["holidays"]), exceptions: exceptions,
            weights: DemandWeights(
                belowMinimum: severity(fields["belowMinimum"]) ?? standard.belowMinimum,
                belowWanted: reader.whole(fields["belowWanted"], "a weight").map { Penalty($0) }
                    ?? standard.belowWanted,
                aboveWanted: reader.whole(fields["aboveWanted"], "a weight").map { Penalty($0) }
                    ?? standard.aboveWanted,
                aboveMaximum: severity(fields["aboveMaximum"]) ?? standard.aboveMaximum))
    }

    private mutating func exception(_ value: JSONValue) -> DemandException? {
        let fields = reader.fields(
            of: value, "an exception", required: ["first", "last"], optional: ["headcount"])
        guard let first = reader.date(fields?["first"]), let last = reader.date(fields?["last"]) else { return nil }
        if last < first { reader.report("The exception ends before it begins.", at: value) }
        return DemandException(first: first, last: last, headcount: headcount(fields?["headcount"]))
    }

    /// `"2"`, `"2-3"`, `"2-3-5"`; nil if it is not there.
    private mutating func headcount(_ value: JSONValue?) -> Headcount? {
        guard let value else { return nil }
        if let count = value.text.flatMap({ Headcount($0) }) { return count }
        reader.report(
            "\(value.shown) stands where a number of people like \"2\", \"2-3\" (two, three wanted) or \"2-3-5\" (five at"
                + " most) is expected.", at: value)
        return nil
    }
}

extension CrewWriter {
    fileprivate func document(of setup: UnitSetup) -> JSONText {
        .members([
            ("watchbill", .string(DocumentKind.setup.rawValue)),
            ("shiftTypes", JSONText.entries(setup.shiftTypes, shiftType)),
            ("demand", JSONText.entries(setup.demand, demandRow)),
            ("ruleSets", setup.ruleSets.isEmpty ? nil : .strings(setup.ruleSets.sorted())),
            ("rules", JSONText.entries(setup.rules, rule)),
            ("holidayRegion", setup.holidayRegion.map { .string($0) }),
            ("holidays", JSONText.entries(setup.holidays, holiday)),
            ("freeExchanges", setup.hasFreeExchanges ? .flag(true) : nil),
        ])
    }

    private func demandRow(_ row: DemandRow) -> JSONText {
        func text(_ count: Headcount?) -> JSONText? { count.map { .string($0.description) } }
        let (weights, standard) = (row.weights, DemandWeights.standard)
        return .members([
            ("shifts", .strings(row.shiftTypes)), ("qualification", row.qualification.map { .string($0.rawValue) }),
            ("week", .members(zip(Weekday.allCases, row.week).map { ($0.name, text($1)) })),
            ("holidays", text(row.holidays)),
            (
                "exceptions",
                JSONText.entries(row.exceptions) { exception in
                    .members([
                        ("first", .string(exception.first.description)), ("last", .string(exception.last.description)),
                        ("headcount", text(exception.headcount)),
                    ])
                }
            ), ("belowMinimum", weights.belowMinimum == standard.belowMinimum ? nil : either(weights.belowMinimum)),
            ("belowWanted", weights.belowWanted == standard.belowWanted ? nil : .whole(weights.belowWanted.value)),
            ("aboveWanted", weights.aboveWanted == standard.aboveWanted ? nil : .whole(weights.aboveWanted.value)),
            ("aboveMaximum", weights.aboveMaximum == standard.aboveMaximum ? nil : either(weights.aboveMaximum)),
        ])
    }

    private func either(_ severity: Severity) -> JSONText {
        switch severity {
        case .hard: .string("hard")
        case .soft(let weight): .whole(weight.value)
        }
    }
}
