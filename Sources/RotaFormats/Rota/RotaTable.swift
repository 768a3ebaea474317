package import RotaModel

/// A rota as a table (CSV): a row for each person, a column for each date, in a cell a shift type's id or nothing for off.
/// `docs/formats.md` describes it.
package enum RotaTable {
    /// What a table says of one cell of a rota.
    package struct Cell: Hashable, Sendable {
        package var person: PersonIndex
        package var day: DayIndex
        package var duty: Duty

        package init(person: PersonIndex, day: DayIndex, duty: Duty) {
            self.person = person
            self.day = day
            self.duty = duty
        }
    }

    /// `rota` as text; the same for the same rota, always.
    package static func write(_ rota: Rota, of problem: RotaProblem) -> String {
        CSVText.write(
            ["person", "name"] + problem.days.map { problem.date(of: $0).description },
            problem.personIndices.map { person in
                [problem[person].id.rawValue, problem[person].name]
                    + rota.row(of: person).map { duty in duty.shift.map { problem[$0].id.rawValue } ?? "" }
            })
    }

    /// The cells that the table has, row by row, unless something is wrong with it, and all that is: a table may have some
    /// people and some dates alone. `problem` is a valid one.
    package static func cells(
        _ bytes: [UInt8], of problem: RotaProblem, fileName: String? = nil
    ) -> (cells: [Cell]?, diagnostics: [Diagnostic]) {
        var reader = RotaTableReader(problem, fileName: fileName)
        reader.read(bytes)
        return (reader.collector.isClean ? reader.cells : nil, reader.collector.diagnostics)
    }

    /// The rota, if the table has all of it and nothing is wrong, and all that is wrong. `problem` is a valid one.
    package static func read(
        _ bytes: [UInt8], for problem: RotaProblem, fileName: String? = nil
    ) -> (rota: Rota?, diagnostics: [Diagnostic]) {
        var reader = RotaTableReader(problem, fileName: fileName)
        reader.read(bytes)
        reader.checkWhole()
        guard reader.collector.isClean else { return (nil, reader.collector.diagnostics) }
        var rota = Rota(for: problem)
        for cell in reader.cells { rota[cell.person, cell.day] = cell.duty }
        return (rota, reader.collector.diagnostics)
    }
}

/// The reading of one table.
private struct RotaTableReader {
    private enum Column: Hashable {
        case person, name
        case day(DayIndex)
    }

    private let problem: RotaProblem
    private let duties: [String: Duty]
    private let people: [String: PersonIndex]
    /// Of each cell of a row; nil: there is no telling.
    private var columns: [Column?] = []
    /// The line in which a person's row begins.
    private var seen: [PersonIndex: Int] = [:]
    private(set) var cells: [RotaTable.Cell] = []
    private(set) var collector: DiagnosticCollector

    init(_ problem: RotaProblem, fileName: String?) {
        self.problem = problem
        collector = DiagnosticCollector(file: fileName)
        duties = Dictionary(
            problem.shiftTypes.enumerated().map { ($1.id.rawValue, Duty(ShiftIndex($0))) },
            uniquingKeysWith: { first, _ in first })
        people = Dictionary(
            zip(problem.people.map(\.id.rawValue), problem.personIndices), uniquingKeysWith: { first, _ in first })
    }

    mutating func read(_ bytes: [UInt8]) {
        guard let text = SourceText.check(bytes, into: &collector) else { return }
        // All columns that a rota can have; a period has at most 731 days.
        var rows = CSVRows(text, cellLimit: problem.dayCount + 2)
        guard let header = rows.next() else {
            collector.report("The table is empty; \(expected)", at: .whole)
            return
        }
        guard readHeader(header) else { return }
        while !collector.isFull, let row = rows.next() {
            if !row.isEmpty { read(row) }
        }
    }

    private var expected: String { "its first line names its columns: person, name, \(problem.start) and so on." }

    /// - Returns: whether rows can be read by it.
    private mutating func readHeader(_ header: CSVRow) -> Bool {
        for fault in header.faults { collector.report(fault.message, at: fault.place) }
        if let only = header.cells.first, header.cells.count == 1,
            let separator = only.text.first(where: { $0 == ";" || $0 == "\t" })
        {
            let name = separator == ";" ? "semicolons" : "tabs"
            collector.report(
                "The columns are separated by \(name); save the table with commas between them.", at: only.place)
            return false
        }
        var known: Set<Column> = []
        for cell in header.cells where !collector.isFull {
            let column = column(cell)
            if let column, !known.insert(column).inserted {
                collector.report("The column \(cell.shown) is there twice.", at: cell.place)
            }
            columns.append(column)
        }
        if !columns.contains(.person), collector.isClean {
            collector.report("The column \"person\" is missing; \(expected)", at: header.start.place)
        }
        if collector.isClean, !columns.contains(where: { $0 != .person && $0 != .name }) {
            collector.report("There is no column of a date; \(expected)", at: header.start.place)
        }
        return columns.contains(.person) && header.faults.isEmpty && columns.count == header.cells.count
    }

    private mutating func column(_ cell: CSVCell) -> Column? {
        if cell.text == "person" { return .person }
        if cell.text == "name" { return .name }
        guard let date = CalendarDate(cell.text) else {
            let near = NearMiss.nearest(to: cell.text, in: ["person", "name"])
            let hint =
                near.map { "Maybe you mean \"\($0)\"." }
                ?? "There are person, name and dates such as \(problem.start); maybe a spreadsheet has written dates anew."
            collector.report("\(cell.shown) is no column of this table. \(hint)", at: cell.place)
            return nil
        }
        guard let day = problem.day(of: date) else {
            collector.report(
                "The rota goes from \(problem.start) to \(problem.end), and does not have \(date).", at: cell.place)
            return nil
        }
        return .day(day)
    }

    private mutating func read(_ row: CSVRow) {
        for fault in row.faults { collector.report(fault.message, at: fault.place) }
        guard row.faults.isEmpty else { return }
        guard row.cells.count == columns.count else {
            let count = row.cells.count == 1 ? "1 cell" : "\(row.cells.count) cells"
            collector.report(
                row.cells.count > columns.count
                    ? "A cell too many begins here; there are \(columns.count) columns."
                    : "The row has \(count); \(columns.count) are expected, empty ones for off.",
                at: row.cells.count > columns.count ? row.cells[columns.count].place : row.start.place)
            return
        }
        var person: PersonIndex?
        for (cell, column) in zip(row.cells, columns) where column == .person { person = self.person(cell) }
        for (cell, column) in zip(row.cells, columns) where !collector.isFull {
            guard case .day(let day) = column, let duty = duty(cell), let person else { continue }
            cells.append(RotaTable.Cell(person: person, day: day, duty: duty))
        }
    }

    private mutating func person(_ cell: CSVCell) -> PersonIndex? {
        guard let person = people[cell.text] else {
            let hint = NearMiss.hint(for: cell.text, in: problem.people.lazy.map(\.id.rawValue))
            collector.report("There is no person \(cell.shown) in the crew.\(hint)", at: cell.place)
            return nil
        }
        if let line = seen.updateValue(cell.line, forKey: person) {
            collector.report("\(cell.shown) has a row already, in line \(line).", at: cell.place)
        }
        return person
    }

    private mutating func duty(_ cell: CSVCell) -> Duty? {
        if cell.text.isEmpty { return .off }
        if let duty = duties[cell.text] { return duty }
        let hint = NearMiss.hint(for: cell.text, in: problem.shiftTypes.map(\.id.rawValue))
        collector.report("\(cell.shown) is no shift type of the crew, and not empty for off.\(hint)", at: cell.place)
        return nil
    }

    /// Reports people and dates that are missing, unless something else is wrong.
    mutating func checkWhole() {
        guard collector.isClean else { return }
        for person in problem.personIndices where seen[person] == nil {
            collector.report("\"\(problem[person].id)\" has no row.", at: .whole)
        }
        let days = Set(columns)
        for day in problem.days where !days.contains(.day(day)) {
            collector.report("\(problem.date(of: day)) has no column.", at: .whole)
        }
    }
}
