import RotaModel

/// The rows of CSV text (RFC 4180), one after the other. Lines end with LF, CR LF or CR; those with nothing in them are
/// passed over.
struct CSVRows: Sequence, IteratorProtocol {
    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")

    private let bytes: ArraySlice<UInt8>
    /// Cells of a row that are kept; of more there is one more than that.
    private let cellLimit: Int
    private(set) var position: CSVPosition

    /// `bytes` is valid UTF-8 without a byte order mark.
    ///
    /// - Parameter start: Where to begin; at the first byte if nil.
    init(_ bytes: ArraySlice<UInt8>, from start: CSVPosition? = nil, cellLimit: Int) {
        self.bytes = bytes
        self.cellLimit = cellLimit
        position = start ?? CSVPosition(offset: bytes.startIndex)
    }

    mutating func next() -> CSVRow? {
        while skipLineEnd() {}
        guard position.offset < bytes.endIndex else { return nil }
        var row = CSVRow(start: position)
        readCell(into: &row)
        while position.offset < bytes.endIndex, bytes[position.offset] == Self.comma {
            position.offset += 1
            readCell(into: &row)
        }
        _ = skipLineEnd()
        return row
    }

    private mutating func readCell(into row: inout CSVRow) {
        let start = position
        let text: [UInt8]
        if position.offset < bytes.endIndex, bytes[position.offset] == Self.quote {
            text = readQuoted(into: &row)
        } else {
            text = readPlain(into: &row)
        }
        if row.cells.count <= cellLimit {
            let string = FormulaGuard.unguarded(String(decoding: text, as: UTF8.self))
            row.cells.append(CSVCell(text: string, line: start.line, column: start.column))
        }
    }

    private mutating func readPlain(into row: inout CSVRow) -> [UInt8] {
        let start = position.offset
        var hasQuote = false
        while position.offset < bytes.endIndex, !isEnd(bytes[position.offset]) {
            if bytes[position.offset] == Self.quote, !hasQuote {
                hasQuote = true
                row.report(
                    "A quote stands within a cell; put the whole cell in quotes and write the quote twice.",
                    at: position)
            }
            position.offset += 1
        }
        return Array(bytes[start..<position.offset])
    }

    /// A cell in quotes, and what stands behind it by mistake.
    private mutating func readQuoted(into row: inout CSVRow) -> [UInt8] {
        let start = position
        var text: [UInt8] = []
        position.offset += 1
        while position.offset < bytes.endIndex {
            let byte = bytes[position.offset]
            if byte == Self.quote {
                position.offset += 1
                guard position.offset < bytes.endIndex, bytes[position.offset] == Self.quote else {
                    return text + readRest(into: &row)
                }
                position.offset += 1
                text.append(byte)
            } else if byte == 0x0A || byte == 0x0D {
                let from = position.offset
                _ = skipLineEnd()
                text += bytes[from..<position.offset]
            } else {
                text.append(byte)
                position.offset += 1
            }
        }
        row.report("The quote that begins here does not end.", at: start)
        return text
    }

    private mutating func readRest(into row: inout CSVRow) -> [UInt8] {
        guard position.offset < bytes.endIndex, !isEnd(bytes[position.offset]) else { return [] }
        row.report("A comma is expected after a cell in quotes; a quote within one is written twice.", at: position)
        let start = position.offset
        while position.offset < bytes.endIndex, !isEnd(bytes[position.offset]) { position.offset += 1 }
        return Array(bytes[start..<position.offset])
    }

    private func isEnd(_ byte: UInt8) -> Bool { byte == Self.comma || byte == 0x0A || byte == 0x0D }

    /// Whether there was the end of a line here.
    private mutating func skipLineEnd() -> Bool {
        guard position.offset < bytes.endIndex else { return false }
        let byte = bytes[position.offset]
        guard byte == 0x0A || byte == 0x0D else { return false }
        let isPair =
            byte == 0x0D && position.offset + 1 < bytes.endIndex && bytes[position.offset + 1] == 0x0A
        position.offset += isPair ? 2 : 1
        position.line += 1
        position.lineStart = position.offset
        return true
    }
}
