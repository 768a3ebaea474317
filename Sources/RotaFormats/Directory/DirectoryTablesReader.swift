import CrewRecords
import RotaModel

/// Reads the tables of a directory: `docs/formats.md` describes them.
struct DirectoryTablesReader {
    private var tables: [DirectoryTable: CSVTable] = [:]
    private var directory = Directory(organisation: "", units: [])
    /// The first position of each id of a person.
    private var people: [String: Int] = [:]
    /// In each table of what people have, the rows of each person.
    private var rows: [DirectoryTable: [[Int]]] = [:]
    /// What is about no table, or none of ours.
    private var collector: DiagnosticCollector

    private init(folder: String?) {
        collector = DiagnosticCollector(file: folder)
    }

    /// The directory, if nothing makes any of the files unusable, and all that is wrong, table by table.
    static func read(
        _ files: [SourceFile], folder: String?
    ) -> (directory: Directory?, diagnostics: [Diagnostic]) {
        var reader = DirectoryTablesReader(folder: folder)
        reader.open(files)
        for table in DirectoryTable.allCases { reader.read(table) }
        let tables = DirectoryTable.allCases.map { reader.tables[$0] }
        // What refers to a row that could not be read would be told as wrong.
        if reader.collector.isClean, tables.allSatisfy({ $0?.isWhole ?? false }) { reader.validate() }
        let collectors = [reader.collector] + DirectoryTable.allCases.compactMap { reader.tables[$0]?.collector }
        let isClean = collectors.allSatisfy(\.isClean)
        return (isClean ? reader.directory : nil, collectors.flatMap(\.diagnostics))
    }

    /// Finds each table among the files by the name after the last slash.
    private mutating func open(_ files: [SourceFile]) {
        for file in files {
            let name = file.name?.split(separator: "/").last.map(String.init) ?? ""
            guard let table = DirectoryTable.allCases.first(where: { $0.fileName == name }) else {
                let names = DirectoryTable.allCases.map(\.fileName)
                let near = NearMiss.nearest(to: name, in: names)
                let hint =
                    near.map { "Maybe you mean \($0)." } ?? "They are called \(DocumentReader.list(names))."
                let message = "\"\(name.prefix(80))\" is no table of a directory. \(hint)"
                collector.report(Diagnostic(file: file.name, place: .whole, message: message))
                continue
            }
            if tables[table] != nil {
                collector.report(Diagnostic(file: file.name, place: .whole, message: "\(name) is there twice."))
            }
            tables[table] = CSVTable(file, columns: table.columns, maximumRows: table.maximumRows)
        }
        for table in DirectoryTable.allCases where tables[table] == nil {
            collector.report(
                "The table \(table.fileName) is missing. One without rows has its header alone:"
                    + " \(table.columns.joined(separator: ",")).", at: .whole)
        }
    }

    private mutating func read(_ table: DirectoryTable) {
        guard var rows = tables[table] else { return }
        switch table {
        case .organisation:
            rows.forEachRow { directory.organisation = $1["name"].text }
            if rows.rowCount == 0, rows.isWhole {
                rows.report("The table has no row; one with the organisation's name is expected.", at: .whole)
            }
        case .units: rows.forEachRow { directory.units.append(Self.unit($1, in: &$0)) }
        case .ranks:
            rows.forEachRow { directory.ranks.append(Rank(id: RankID($1["id"].text), name: $1["name"].text)) }
        case .qualifications:
            rows.forEachRow {
                directory.qualifications.append(
                    Qualification(id: QualificationID($1["id"].text), name: $1["name"].text))
            }
        case .contracts: rows.forEachRow { directory.contracts.append(Self.contract($1, in: &$0)) }
        case .people:
            rows.forEachRow { _, row in
                let id = row["id"].text
                if people[id] == nil { people[id] = directory.people.count }
                directory.people.append(PersonEntry(id: PersonID(id), name: row["name"].text))
            }
        case .memberships: readHeld(&rows, table, \.memberships)
        case .heldRanks: readHeld(&rows, table, \.ranks)
        case .heldQualifications: readHeld(&rows, table, \.qualifications)
        case .heldContracts: readHeld(&rows, table, \.contracts)
        }
        tables[table] = rows
    }

    /// A table of what people have: each row is put to its person, in the order of the rows.
    private mutating func readHeld<Kind>(
        _ table: inout CSVTable, _ kind: DirectoryTable,
        _ list: WritableKeyPath<PersonEntry, [Held<Identifier<Kind>>]>
    ) {
        let hasPeople = tables[.people]?.isWhole ?? false
        let thing = kind.columns[1]
        var found = [[Int]](repeating: [], count: directory.people.count)
        table.forEachRow { table, row in
            guard let person = people[row["person"].text] else {
                // Without all people there is no telling who is unknown.
                guard hasPeople else { return }
                let hint = NearMiss.hint(for: row["person"].text, in: directory.people.lazy.map(\.id.rawValue))
                table.report("There is no person \(row["person"].shown).\(hint)", at: row["person"])
                return
            }
            found[person].append(table.rowCount - 1)
            directory.people[person][keyPath: list].append(
                Held(Identifier(row[thing].text), valid: Self.validity(row, in: &table)))
        }
        rows[kind] = found
    }

    /// Adds what `validate()` finds, each at its place in the tables.
    private mutating func validate() {
        for diagnostic in directory.validate() {
            guard case .pointer(let pointer, _, _) = diagnostic.place else {
                collector.report(diagnostic.message, at: diagnostic.place, severity: diagnostic.severity)
                continue
            }
            let path = pointer.split(separator: "/").map(String.init)
            let (table, row, column) = place(of: path)
            if let row {
                tables[table]?.report(diagnostic.message, row: row, column: column)
            } else {
                tables[table]?.report(diagnostic.message, at: .whole)
            }
        }
    }

    /// The cell that a pointer of `validate()` is about; a row without a column is meant as a whole.
    private func place(of path: [String]) -> (table: DirectoryTable, row: Int?, column: String?) {
        let table = path.first.flatMap { DirectoryTable(rawValue: $0) } ?? .organisation
        if table == .organisation { return (table, 0, table.columns[0]) }
        let position = path.dropFirst().first.flatMap { Int($0) }
        guard table == .people, let position, path.count > 3, let list = Self.heldTables[path[2]],
            let number = Int(path[3]), let row = rows[list]?[position][number]
        else { return (table, position, path.dropFirst(2).first) }
        let column = path.dropFirst(4).first
        return (list, row, column == "id" ? list.columns[1] : column)
    }

    /// By the names that the lists of a person have in pointers.
    private static let heldTables: [String: DirectoryTable] = [
        "memberships": .memberships, "ranks": .heldRanks, "qualifications": .heldQualifications,
        "contracts": .heldContracts,
    ]
}
