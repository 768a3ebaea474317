import ArgumentParser
import CrewRecords
import Foundation
import RotaFormats
import RotaModel

/// Reads the files a command is given and tells, on standard error, all that is wrong with them.
enum InputFile {
    /// The problem in a file.
    ///
    /// - Throws: `ExitCode.unusable`, after the reasons have been told.
    static func crew(_ path: String) throws -> CrewFile {
        let (file, diagnostics) = CrewFile.read(try bytes(path), fileName: path)
        tell(diagnostics)
        guard let file else { throw ExitCode.unusable }
        return file
    }

    /// The rota in a file, of that problem.
    ///
    /// - Throws: `ExitCode.unusable`, after the reasons have been told.
    static func rota(_ path: String, for problem: RotaProblem) throws -> Rota {
        let (rota, diagnostics) = RotaFile.read(try bytes(path), for: problem, fileName: path)
        tell(diagnostics)
        guard let rota else { throw ExitCode.unusable }
        return rota
    }

    /// The problem in the files of the second competition.
    ///
    /// - Throws: `ExitCode.unusable`, after the reasons have been told.
    static func crew(_ scenario: String, _ history: String, _ weeks: [String]) throws -> INRC2Problem {
        let (problem, diagnostics) = INRC2Reader.read(
            scenario: try source(scenario), history: try source(history), weeks: try weeks.map(source))
        tell(diagnostics)
        guard let problem else { throw ExitCode.unusable }
        return problem
    }

    /// The rota in the text files of a folder whose names begin with `Sol`, one for each week.
    ///
    /// - Throws: `ExitCode.unusable`, after the reasons have been told.
    static func rota(inFolder path: String, of problem: INRC2Problem) throws -> Rota {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let solutions = names.filter { $0.hasPrefix("Sol") && $0.hasSuffix(".txt") }.sorted()
        if solutions.isEmpty {
            tell([Diagnostic(file: path, place: .whole, message: "There is no solution in it: no file Sol-….txt.")])
            throw ExitCode.unusable
        }
        let folder = path.hasSuffix("/") ? path : path + "/"
        let (rota, diagnostics) = problem.read(try solutions.map { try source(folder + $0) })
        tell(diagnostics)
        guard let rota else { throw ExitCode.unusable }
        return rota
    }

    /// The directory in a folder of tables or in a document.
    ///
    /// - Throws: `ExitCode.unusable`, after the reasons have been told.
    static func directory(_ path: String) throws -> Directory {
        let (directory, diagnostics) =
            isFolder(path)
            ? DirectoryFile.read(tables: try tables(inFolder: path), folder: path)
            : DirectoryFile.read(try bytes(path), fileName: path)
        tell(diagnostics)
        guard let directory else { throw ExitCode.unusable }
        return directory
    }

    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private static func tables(inFolder path: String) throws -> [SourceFile] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            tell([Diagnostic(file: path, place: .whole, message: "Cannot read it: \(error.localizedDescription)")])
            throw ExitCode.unusable
        }
        let folder = path.hasSuffix("/") ? path : path + "/"
        return try names.filter { $0.hasSuffix(".csv") && !$0.hasPrefix(".") }.sorted().map { try source(folder + $0) }
    }

    private static func source(_ path: String) throws -> SourceFile {
        SourceFile(name: path, bytes: try bytes(path))
    }

    /// All of a file; `-` is standard input.
    ///
    /// - Throws: `ExitCode.unusable`, after the reason has been told.
    static func bytes(_ path: String) throws -> [UInt8] {
        do {
            if path == "-" { return Array(try FileHandle.standardInput.readToEnd() ?? Data()) }
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            let isMissing = path != "-" && !FileManager.default.fileExists(atPath: path)
            let reason = isMissing ? "There is no such file." : "Cannot read it: \(error.localizedDescription)"
            tell([Diagnostic(file: path, place: .whole, message: reason)])
            throw ExitCode.unusable
        }
    }

    private static func tell(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics { Console.tell("\(diagnostic)\n") }
    }
}
