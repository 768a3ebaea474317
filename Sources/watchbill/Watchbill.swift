import ArgumentParser

@main
struct Watchbill: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watchbill",
        abstract: "Builds, checks and explains the rota of a crew that never closes.",
        discussion: ExitCode.table,
        version: "watchbill 0.1.0",
        subcommands: [
            Solve.self, Check.self, Explain.self, Prices.self, RepairRota.self, Show.self, Demo.self,
            DirectoryCommand.self, Serve.self, AskServer.self, MessageCommand.self, WatchCommand.self,
            StationCommand.self, ExpiryCommand.self, Backup.self, Restore.self,
            KeysCommand.self, AuditCommand.self,
        ]
    )
}

extension ExitCode {
    /// The rota breaks hard rules, or none that keeps them exists or was found.
    static let brokenRules = ExitCode(1)
    /// The server says no.
    static let refused = ExitCode(1)
    /// The log of readings is not what was written.
    static let tampered = ExitCode(1)
    /// The input cannot be used, or the output cannot be written.
    static let unusable = ExitCode(2)

    /// What each code means, for `--help`.
    static let table = """
        Exit codes:
          0   good
          1   the rota breaks hard rules, or none that keeps them was found; the log of readings was tampered with; the server refused
          2   the input cannot be used, or the output cannot be written
          64  wrong usage

        Diagnostics go to standard error, each with file, line and column.
        """
}
