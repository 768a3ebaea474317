package import RotaModel

/// A file with a rota in it, in one of the formats Watchbill reads and writes.
package enum RotaFile {
    package enum Format: String, Sendable {
        /// Watchbill's own document: see `RotaDocument`.
        case json
        /// The benchmark's text: see `NRPSolution`.
        case text
        /// The first competition's XML: see `INRC1Solution`.
        case xml
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
        default: NRPSolution.read(bytes, for: problem, fileName: fileName)
        }
    }

    /// The rota as a file's text; the same for the same rota, always. The benchmark's text has no place for claims,
    /// and XML one for the penalty.
    package static func write(
        _ rota: Rota, of problem: RotaProblem, as format: Format, claims: RotaDocument.Claims = .init()
    ) -> String {
        switch format {
        case .json: RotaDocument.write(rota, of: problem, claims: claims)
        case .text: NRPSolution.write(rota, of: problem)
        case .xml: INRC1Solution.write(rota, of: problem, penalty: claims.penalty)
        }
    }
}
