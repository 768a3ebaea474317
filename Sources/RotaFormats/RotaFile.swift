package import RotaModel

/// A file with a rota in it, in one of the formats Watchbill reads and writes.
package enum RotaFile {
    package enum Format: String, CaseIterable, Sendable {
        /// Watchbill's own document: see `RotaDocument`.
        case json
        /// The benchmark's text: see `NRPSolution`.
        case text
        /// The first competition's XML: see `INRC1Solution`.
        case xml
        /// A table: see `RotaTable`.
        case csv
    }

    /// Reads a rota of a valid problem, telling the formats apart by what is in the file. Nil if anything makes the file
    /// unusable; the diagnostics are all that is wrong.
    package static func read(
        _ bytes: [UInt8], for problem: RotaProblem, fileName: String? = nil
    ) -> (rota: Rota?, diagnostics: [Diagnostic]) {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let first = bytes[start...].first { !($0 == 0x20 || (0x09...0x0D).contains($0)) }
        return switch first {
        case UInt8(ascii: "{"): RotaDocument.read(bytes, for: problem, fileName: fileName)
        case UInt8(ascii: "<"): INRC1Solution.read(bytes, for: problem, fileName: fileName)
        default:
            isTable(bytes[start...])
                ? RotaTable.read(bytes, for: problem, fileName: fileName)
                : NRPSolution.read(bytes, for: problem, fileName: fileName)
        }
    }

    /// Reads what a file says of a rota's cells: a table may have some of them alone, other formats have all. Nil if
    /// anything makes the file unusable; the diagnostics are all that is wrong.
    package static func cells(
        _ bytes: [UInt8], of problem: RotaProblem, fileName: String? = nil
    ) -> (cells: [RotaTable.Cell]?, diagnostics: [Diagnostic]) {
        if isTable(bytes[...]) { return RotaTable.cells(bytes, of: problem, fileName: fileName) }
        let (rota, diagnostics) = read(bytes, for: problem, fileName: fileName)
        let cells = rota.map { rota in
            problem.personIndices.flatMap { person in
                problem.days.map { RotaTable.Cell(person: person, day: $0, duty: rota[person, $0]) }
            }
        }
        return (cells, diagnostics)
    }

    /// Whether the first line is a table's header: it has a column `person`, and no colon, which each row of the
    /// benchmark's text has.
    private static func isTable(_ bytes: ArraySlice<UInt8>) -> Bool {
        let isEnd = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
        let line = text.drop(while: isEnd).prefix { !isEnd($0) }
        guard !line.contains(UInt8(ascii: ":")) else { return false }
        let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
        return line.split(whereSeparator: separators.contains).contains { name in
            name.elementsEqual("person".utf8) || name.elementsEqual("\"person\"".utf8)
        }
    }

    /// The rota as a file's text; the same for the same rota, always. The benchmark's text and tables have no
    /// place for claims, and XML one for the penalty.
    package static func write(
        _ rota: Rota, of problem: RotaProblem, as format: Format, claims: RotaDocument.Claims = .init()
    ) -> String {
        switch format {
        case .json: RotaDocument.write(rota, of: problem, claims: claims)
        case .text: NRPSolution.write(rota, of: problem)
        case .xml: INRC1Solution.write(rota, of: problem, penalty: claims.penalty)
        case .csv: RotaTable.write(rota, of: problem)
        }
    }
}
