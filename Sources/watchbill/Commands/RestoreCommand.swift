import ArgumentParser
import WatchbillStore

struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a copy that backup made in the place of a database.",
        discussion: """
            Stop the server first, and move the old database away, with the files beside it: nothing is overwritten. The copy \
            is checked before. A PostgreSQL database is restored by PostgreSQL's own program; how is told.

            \(ExitCode.table)
            """
    )

    @Argument(help: "The file that backup made.")
    var copy: String

    @OptionGroup var database: DatabaseOption

    func run() throws {
        try database.use { location in
            try Store.restore(copy, to: location)
            print("\(location) is restored from \(copy).")
        }
    }
}
