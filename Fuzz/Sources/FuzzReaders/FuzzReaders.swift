import CrewRecords
import Foundation
import RotaFormats
import RotaModel

/// libFuzzer's own main function, with the one to call for each input.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ call: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Where the package manager has an executable begin.
@_cdecl("FuzzReaders_main")
func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    var count = count
    var arguments = arguments
    return runDriver(&count, &arguments) { start, count in
        target.run(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
    }
}

/// WATCHBILL_READER names the reader.
private let target = Target(rawValue: ProcessInfo.processInfo.environment["WATCHBILL_READER"] ?? "crew") ?? .crew

/// What is read. An input that is read must come back the same when it is written, and one that is not has a reason.
private enum Target: String {
    /// A crew in any format of one file, told apart by what is in it.
    case crew
    /// A crew as the benchmark's text.
    case nrp
    /// A crew as the first competition's XML.
    case inrc1
    /// A rota in any format of one file.
    case rota
    /// A rota as the benchmark's text.
    case solution
    /// The files of a problem of the second competition, and of a solution of it, with a line of `====` between.
    case inrc2
    /// A directory's document.
    case directory
    /// A directory's tables, in the order of their names' list, with a line of `====` between.
    case tables

    func run(_ bytes: [UInt8]) {
        switch self {
        case .crew:
            let (file, diagnostics) = CrewFile.read(bytes, fileName: "fuzz")
            check(file?.problem, diagnostics)
        case .nrp:
            let (problem, diagnostics) = NRPReader.read(bytes, fileName: "fuzz")
            check(problem, diagnostics)
        case .inrc1:
            let (problem, diagnostics) = INRC1Reader.read(bytes, fileName: "fuzz")
            check(problem, diagnostics)
        case .rota:
            let (rota, diagnostics) = RotaFile.read(bytes, for: problem, fileName: "fuzz")
            check(rota, diagnostics)
            let (cells, faults) = RotaFile.cells(bytes, of: problem, fileName: "fuzz")
            precondition((cells == nil) == !faults.isEmpty, "refused without saying why, or read in spite of it")
        case .solution:
            let (rota, diagnostics) = NRPSolution.read(bytes, for: problem, fileName: "fuzz")
            check(rota, diagnostics)
        case .inrc2:
            let separator = Array("====\n".utf8)
            let files = bytes.split(separator: separator, omittingEmptySubsequences: false).map {
                SourceFile(name: "fuzz", bytes: Array($0))
            }
            guard files.count > 2 else { return }
            let (problem, diagnostics) = INRC2Reader.read(scenario: files[0], history: files[1], weeks: [files[2]])
            check(problem?.problem, diagnostics)
            guard let problem else { return }
            let (rota, faults) = problem.read(Array(files.dropFirst(3)))
            for fault in faults { precondition(!fault.description.isEmpty) }
            precondition((rota == nil) == faults.contains { $0.severity == .error }, "refused without saying why")
            guard let rota else { return }
            let texts = problem.write(rota).map { SourceFile(name: $0.name, bytes: Array($0.text.utf8)) }
            precondition(problem.read(texts).rota == rota, "does not come back the same")
        case .directory:
            let (directory, diagnostics) = DirectoryFile.read(bytes, fileName: "fuzz")
            check(directory, diagnostics)
        case .tables:
            let texts = bytes.split(separator: Array("====\n".utf8), omittingEmptySubsequences: false)
            let files = zip(DirectoryFile.tableNames, texts).map { SourceFile(name: $0, bytes: Array($1)) }
            let (directory, diagnostics) = DirectoryFile.read(tables: files, folder: "fuzz")
            check(directory, diagnostics)
        }
    }

    private func check(_ directory: Directory?, _ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics { precondition(!diagnostic.description.isEmpty) }
        precondition((directory == nil) == !diagnostics.isEmpty, "refused without saying why, or read in spite of it")
        guard let directory else { return }
        precondition(directory.validate().isEmpty, "read, but not valid")
        let document = Array(DirectoryFile.write(directory).utf8)
        precondition(DirectoryFile.read(document).directory == directory, "does not come back the same")
        let tables = DirectoryFile.tables(of: directory).map { SourceFile(name: $0.name, bytes: Array($0.text.utf8)) }
        precondition(DirectoryFile.read(tables: tables).directory == directory, "does not come back the same as tables")
    }

    private func check(_ problem: RotaProblem?, _ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics { precondition(!diagnostic.description.isEmpty) }
        guard let problem else {
            precondition(diagnostics.contains { $0.severity == .error }, "refused without saying why")
            return
        }
        precondition(!diagnostics.contains { $0.severity == .error }, "read in spite of an error")
        precondition(problem.validate().isEmpty, "read, but not valid")
        let again = CrewFile.read(Array(CrewFile.write(problem).utf8)).file
        precondition(again?.problem == problem, "does not come back the same")
    }

    private func check(_ rota: Rota?, _ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics { precondition(!diagnostic.description.isEmpty) }
        guard let rota else {
            precondition(!diagnostics.isEmpty, "refused without saying why")
            return
        }
        for format in RotaFile.Format.allCases {
            let text = RotaFile.write(rota, of: problem, as: format)
            precondition(RotaFile.read(Array(text.utf8), for: problem).rota == rota, "does not come back the same")
        }
    }
}

/// Three people, seven days, two shift types.
private let problem = RotaProblem(
    unit: CrewUnit(id: "ward", name: "Ward", zone: .utc), start: CalendarDate(dayNumber: 20_458), dayCount: 7,
    shiftTypes: [
        ShiftType(id: "E", name: "Early", start: .midnight, length: .hours(8)),
        ShiftType(id: "N", name: "Night", start: .midnight, length: .hours(10)),
    ],
    people: [
        Person(id: "ada", name: "Ada"), Person(id: "bo", name: "Bo"), Person(id: "cy: 2", name: "Cy"),
    ])
