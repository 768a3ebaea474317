package import RotaModel

/// A file with a problem in it, in one of the formats Watchbill reads.
package struct CrewFile: Sendable {
    package enum Format: String, Sendable {
        /// Watchbill's own document: `docs/formats.md`.
        case json
        /// The benchmark's text: see `NRPReader`.
        case nrp
        /// The first competition's XML: see `INRC1Reader`.
        case inrc1
    }

    package let problem: RotaProblem
    package let format: Format

    /// Reads a file of any of the formats, telling them apart by what is in it. The problem is a valid one; nil if
    /// anything makes the file unusable. The diagnostics are all that is wrong, warnings included.
    package static func read(
        _ bytes: [UInt8], fileName: String? = nil
    ) -> (file: CrewFile?, diagnostics: [Diagnostic]) {
        let format = format(of: bytes)
        let (problem, diagnostics) =
            switch format {
            case .json: CrewReader.read(bytes, fileName: fileName)
            case .nrp: NRPReader.read(bytes, fileName: fileName)
            case .inrc1: INRC1Reader.read(bytes, fileName: fileName)
            }
        return (problem.map { CrewFile(problem: $0, format: format) }, diagnostics)
    }

    /// The problem as Watchbill's own document, which read again is the same problem. The same problem is always the
    /// same text.
    package static func write(_ problem: RotaProblem) -> String { CrewWriter.write(problem) }

    /// XML begins with an angle bracket, the benchmark's text has sections and comments; all else is taken for JSON, or
    /// for what should be.
    private static func format(of bytes: [UInt8]) -> Format {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let text = bytes[start...].drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
        if text.first == UInt8(ascii: "<") { return .inrc1 }
        return text.first == UInt8(ascii: "#") || text.starts(with: "SECTION_".utf8) ? .nrp : .json
    }
}
