import RotaModel

/// A piece of a row of CSV text.
struct CSVCell: Sendable {
    let text: String
    /// 1-based; the column in bytes. Where the cell begins, its quote included.
    let line: Int
    let column: Int

    var place: Diagnostic.Place { .line(line, column: column) }

    /// As messages show it.
    var shown: String {
        let short = text.unicodeScalars.count > 60 ? String(text.unicodeScalars.prefix(60)) + "…" : text
        return "\"\(short)\""
    }
}

/// A row of CSV text as it stands in the file.
struct CSVRow: Sendable {
    /// Where it begins.
    let start: CSVPosition
    var cells: [CSVCell] = []
    /// What is wrong with its quotes.
    private(set) var faults: [(place: Diagnostic.Place, message: String)] = []

    init(start: CSVPosition) {
        self.start = start
    }

    /// Whether nothing stands in it but commas, as in those that spreadsheets leave behind.
    var isEmpty: Bool { cells.allSatisfy(\.text.isEmpty) && faults.isEmpty }

    /// Past the number that is kept nothing is added: a row may be nothing but slips.
    mutating func report(_ message: String, at position: CSVPosition) {
        if faults.count < DiagnosticCollector.limit { faults.append((position.place, message)) }
    }
}

/// A place in CSV text.
struct CSVPosition: Sendable {
    var offset: Int
    /// 1-based.
    var line = 1
    /// Where the line begins.
    var lineStart: Int

    init(offset: Int) {
        self.offset = offset
        lineStart = offset
    }

    /// 1-based, in bytes.
    var column: Int { offset - lineStart + 1 }
    var place: Diagnostic.Place { .line(line, column: column) }
}
