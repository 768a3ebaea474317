package import RotaModel

/// A file with a problem in it, in one of the formats Watchbill reads.
package struct CrewFile: Sendable {
    package enum Format: String, Sendable {
        /// The benchmark's text: see `NRPReader`.
        case nrp
    }

    package let problem: RotaProblem
    package let format: Format

    /// Reads a file of any of the formats, telling them apart by what is in it. The problem is a valid one; nil if
    /// anything makes the file unusable. The diagnostics are all that is wrong, warnings included.
    package static func read(
        _ bytes: [UInt8], fileName: String? = nil
    ) -> (file: CrewFile?, diagnostics: [Diagnostic]) {
        let (problem, diagnostics) = NRPReader.read(bytes, fileName: fileName)
        return (problem.map { CrewFile(problem: $0, format: .nrp) }, diagnostics)
    }
}
