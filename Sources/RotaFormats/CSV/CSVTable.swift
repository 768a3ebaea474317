import RotaModel

/// A table in a file of CSV text, with a header that names its columns in any order.
struct CSVTable: Sendable {
    private let columns: [String]
    private let maximumRows: Int
    private var bytes: ArraySlice<UInt8> = []
    /// Where in its row each column stands, in the order of `columns`; nil if there is no reading the rows.
    private var order: [Int]?
    private var firstRow: CSVPosition?
    /// Where the rows begin that were read.
    private var starts: [CSVPosition] = []
    /// Cells that are not what they should be.
    private var faulty: Set<Diagnostic.Place> = []
    /// Rows that are not what stands there, for a fault that was told.
    private var distrusted: Set<Int> = []

    private(set) var collector: DiagnosticCollector
    /// Whether every row could be taken apart.
    private(set) var isWhole = true

    var rowCount: Int { starts.count }

    /// Reads the header.
    ///
    /// - Parameter columns: all that the table has; none may be missing.
    init(_ file: SourceFile, columns: [String], maximumRows: Int) {
        self.columns = columns
        self.maximumRows = maximumRows
        collector = DiagnosticCollector(file: file.name)
        guard let text = SourceText.check(file.bytes, into: &collector) else {
            isWhole = false
            return
        }
        bytes = text
        var rows = CSVRows(bytes, cellLimit: 1000)
        guard let header = rows.next() else {
            report(
                "The table is empty; its first line names its columns, \(columns.joined(separator: ",")).", at: .whole)
            return
        }
        readHeader(header)
        firstRow = rows.position
    }

    /// Reports what leaves the table with rows that nobody can make sense of.
    mutating func report(_ message: String, at place: Diagnostic.Place) {
        isWhole = false
        collector.report(message, at: place)
    }

    /// Reports a cell that is not what it should be.
    mutating func report(_ message: String, at cell: CSVCell) {
        if !collector.isFull { faulty.insert(cell.place) }
        collector.report(message, at: cell.place)
    }

    /// Keeps what would be told of the last row from being told.
    mutating func distrustRow() {
        if !collector.isFull { distrusted.insert(rowCount - 1) }
    }

    /// Adds what is wrong with a row, or one of its cells, unless it is a consequence of what was told of that.
    mutating func report(_ message: String, row: Int, column: String?) {
        if distrusted.contains(row) { return }
        let place = place(row: row, column: column)
        if !faulty.contains(place) { collector.report(message, at: place) }
    }

    /// Calls `body` with each row that can be taken apart; what is wrong with the others is reported.
    mutating func forEachRow(_ body: (inout CSVTable, Row) -> Void) {
        guard let order, let firstRow else { return }
        for row in CSVRows(bytes, from: firstRow, cellLimit: columns.count) where !row.isEmpty {
            guard rowCount < maximumRows, !collector.isFull else {
                if !collector.isFull {
                    report("This row is one too many; there may be \(maximumRows).", at: row.start.place)
                }
                isWhole = false
                return
            }
            guard isSound(row) else { continue }
            starts.append(row.start)
            body(&self, Row(columns: columns, cells: order.map { row.cells[$0] }))
        }
    }

    private mutating func isSound(_ row: CSVRow) -> Bool {
        for fault in row.faults { report(fault.message, at: fault.place) }
        if !row.faults.isEmpty { return false }
        if row.cells.count > columns.count {
            report(
                "A cell too many begins here; there are \(columns.count) columns."
                    + " Maybe a comma stands in a cell that is not in quotes.", at: row.cells[columns.count].place)
        } else if row.cells.count < columns.count {
            let count = row.cells.count == 1 ? "1 cell" : "\(row.cells.count) cells"
            report("The row has \(count); \(columns.count) are expected.", at: row.start.place)
        }
        return row.cells.count == columns.count
    }

    /// Where a row that was read stands, or its cell in that column.
    private func place(row: Int, column: String?) -> Diagnostic.Place {
        let start = starts[row]
        var rows = CSVRows(bytes, from: start, cellLimit: columns.count)
        guard let column, let position = columns.firstIndex(of: column), let order, let cells = rows.next()?.cells,
            cells.indices.contains(order[position])
        else { return start.place }
        return cells[order[position]].place
    }

    private mutating func readHeader(_ header: CSVRow) {
        for fault in header.faults { report(fault.message, at: fault.place) }
        let names = columns.joined(separator: ",")
        if let only = header.cells.first, header.cells.count == 1, columns.count > 1,
            let separator = only.text.first(where: { $0 == ";" || $0 == "\t" })
        {
            let name = separator == ";" ? "semicolons" : "tabs"
            report("The columns are separated by \(name); save the table with commas: \(names).", at: only.place)
            return
        }
        var places: [String: Int] = [:]
        for (position, cell) in header.cells.enumerated() {
            if !columns.contains(cell.text) {
                let near = NearMiss.nearest(to: cell.text, in: columns)
                let hint = near.map { "Maybe you mean \"\($0)\"." } ?? "The columns are \(names)."
                report("\(cell.shown) is no column of this table. \(hint)", at: cell.place)
            } else if places.updateValue(position, forKey: cell.text) != nil {
                report("The column \(cell.shown) is there twice.", at: cell.place)
            }
        }
        for column in columns where places[column] == nil {
            report("The column \"\(column)\" is missing; the columns are \(names).", at: header.start.place)
        }
        if isWhole { order = columns.compactMap { places[$0] } }
    }
}

extension CSVTable {
    /// The cells of a row by their columns.
    struct Row {
        fileprivate let columns: [String]
        /// In the order of the columns.
        fileprivate let cells: [CSVCell]

        /// `column` is one of the table's.
        subscript(column: String) -> CSVCell {
            guard let position = columns.firstIndex(of: column) else {
                preconditionFailure("The table has no column \(column).")
            }
            return cells[position]
        }
    }
}
