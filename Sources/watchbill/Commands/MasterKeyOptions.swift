import ArgumentParser
import CrewRecords
import Foundation

/// Where a command has the master key from and, while that is exchanged, the former one.
struct MasterKeyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A file, which only its owner may read, that holds the master key.", valueName: "file"))
    var masterKeyFile: String?

    @Option(help: ArgumentHelp("A variable of the environment that holds it.", valueName: "variable"))
    var masterKeyVariable: String?

    @Option(help: ArgumentHelp("A command of the shell that prints it.", valueName: "command"))
    var masterKeyCommand: String?

    @Option(help: ArgumentHelp("The same for the former one, while it is exchanged.", valueName: "file"))
    var formerMasterKeyFile: String?

    @Option(help: ArgumentHelp("The same for the former one.", valueName: "variable"))
    var formerMasterKeyVariable: String?

    @Option(help: ArgumentHelp("The same for the former one.", valueName: "command"))
    var formerMasterKeyCommand: String?

    func validate() throws {
        for (name, given) in [
            ("master key", [masterKeyFile, masterKeyVariable, masterKeyCommand]),
            ("former master key", [formerMasterKeyFile, formerMasterKeyVariable, formerMasterKeyCommand]),
        ] where given.compactMap({ $0 }).count > 1 {
            throw ValidationError("The \(name) is given twice. Name a file, a variable or a command.")
        }
    }

    /// Reads the master key, then the former one; none where none is named.
    ///
    /// - Throws: `SealingError` if one cannot be read, or there is a former one alone.
    func masters() throws -> [MasterKey] {
        let environment = ProcessInfo.processInfo.environment
        let present = try Self.source(
            masterKeyFile, masterKeyVariable, masterKeyCommand, prefix: "WATCHBILL_MASTER_KEY", environment)
        let former = try Self.source(
            formerMasterKeyFile, formerMasterKeyVariable, formerMasterKeyCommand,
            prefix: "WATCHBILL_FORMER_MASTER_KEY", environment)
        if former != nil, present == nil {
            throw ValidationError(
                "A former master key is given, and none that takes its place. Maybe it is the one in use.")
        }
        return try [present, former].compactMap { $0 }.map { try $0.masterKey(environment: environment) }
    }

    /// An option wins over the environment.
    private static func source(
        _ file: String?, _ variable: String?, _ command: String?, prefix: String, _ environment: [String: String]
    ) throws -> MasterKeySource? {
        if let source = source(file, variable, command) { return source }
        let named = ["FILE", "VARIABLE", "COMMAND"].map { environment["\(prefix)_\($0)"] }
        guard named.compactMap({ $0 }).count <= 1 else {
            throw ValidationError("The environment has more than one of \(prefix)_FILE, _VARIABLE and _COMMAND.")
        }
        return source(named[0], named[1], named[2])
    }

    private static func source(_ file: String?, _ variable: String?, _ command: String?) -> MasterKeySource? {
        file.map(MasterKeySource.file) ?? variable.map(MasterKeySource.environment)
            ?? command.map(MasterKeySource.command)
    }
}
