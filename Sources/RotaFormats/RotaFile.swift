package import RotaModel

/// A file with a rota in it, in one of the formats Watchbill reads and writes.
package enum RotaFile {
    package enum Format: String, Sendable {
        /// The benchmark's text: see `NRPSolution`.
        case text
    }

    /// Reads a rota of a valid problem, telling the formats apart by what is in the file. Nil if anything makes the file
    /// unusable; the diagnostics are all that is wrong.
    package static func read(
        _ bytes: [UInt8], for problem: RotaProblem, fileName: String? = nil
    ) -> (rota: Rota?, diagnostics: [Diagnostic]) {
        NRPSolution.read(bytes, for: problem, fileName: fileName)
    }

    /// The rota as a file's text; the same for the same rota, always.
    package static func write(_ rota: Rota, of problem: RotaProblem, as format: Format) -> String {
        switch format {
        case .text: NRPSolution.write(rota, of: problem)
        }
    }
}
