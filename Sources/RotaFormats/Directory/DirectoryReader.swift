import CrewRecords
import RotaModel

/// Reads Watchbill's own document for a directory: `docs/formats.md` describes it, `docs/directory.schema.json` is its
/// schema.
struct DirectoryReader {
    private var reader: DocumentReader

    /// The directory, if nothing makes the document unusable, and all that is wrong with it.
    static func read(_ bytes: [UInt8], fileName: String?) -> (directory: Directory?, diagnostics: [Diagnostic]) {
        var collector = DiagnosticCollector(file: fileName)
        guard let document = JSONParser.parse(bytes, into: &collector) else { return (nil, collector.diagnostics) }
        var entries = DirectoryReader(reader: DocumentReader(collector: collector))
        let directory = entries.read(document.root)
        if let directory { entries.reader.report(directory.validate(), in: document) }
        return (entries.reader.collector.isClean ? directory : nil, entries.reader.collector.diagnostics)
    }

    private mutating func read(_ root: JSONValue) -> Directory? {
        guard reader.isDocument(root, of: .directory) else { return nil }
        let fields =
            reader.fields(
                of: root, "a directory document", required: ["watchbill", "organisation", "units"],
                optional: ["$schema", "ranks", "qualifications", "contracts", "people"]) ?? [:]
        _ = reader.text(fields["$schema"])
        return Directory(
            organisation: reader.text(fields["organisation"]) ?? "",
            units: entries(fields["units"], "units") { $0.unit($1) },
            ranks: entries(fields["ranks"], "ranks") { $0.rank($1) },
            qualifications: entries(fields["qualifications"], "qualifications") { $0.reader.qualification($1) },
            contracts: entries(fields["contracts"], "contracts") { $0.reader.contract($1) },
            people: entries(fields["people"], "people") { $0.person($1) })
    }

    /// The entries of a list; also those with a fault, since others refer to them.
    private mutating func entries<Entry>(
        _ value: JSONValue?, _ list: String, _ read: (inout DirectoryReader, JSONValue) -> Entry?
    ) -> [Entry] {
        var entries: [Entry] = []
        for element in reader.list(value, of: "objects") {
            guard let entry = read(&self, element) else { continue }
            entries.append(entry)
            reader.origins[list, default: []].append(element)
        }
        return entries
    }

    private mutating func unit(_ value: JSONValue) -> UnitEntry? {
        let (unit, besides) = reader.unit(value, "a unit", besides: ["parent"])
        guard value.kind == .object else { return nil }
        // A parent that could not be read is one all the same.
        return UnitEntry(unit, parent: besides["parent"].map { UnitID(reader.text($0, "the id of a unit") ?? "") })
    }

    private mutating func rank(_ value: JSONValue) -> Rank? {
        guard let fields = reader.fields(of: value, "a rank", required: ["id", "name"]) else { return nil }
        return Rank(id: RankID(reader.text(fields["id"]) ?? ""), name: reader.text(fields["name"]) ?? "")
    }

    private mutating func person(_ value: JSONValue) -> PersonEntry? {
        let fields = reader.fields(
            of: value, "a person", required: ["id", "name"],
            optional: ["ranks", "qualifications", "contracts", "memberships"])
        guard let fields else { return nil }
        return PersonEntry(
            id: PersonID(reader.text(fields["id"]) ?? ""), name: reader.text(fields["name"]) ?? "",
            ranks: reader.held(fields["ranks"], "rank"),
            qualifications: reader.held(fields["qualifications"], "qualification"),
            contracts: reader.held(fields["contracts"], "contract"),
            memberships: reader.held(fields["memberships"], "unit"))
    }
}
