import ArgumentParser
import WatchbillStore

struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the database to a new file, while the server runs or not.",
        discussion: """
            The copy is one state of the database, is checked, and is on the disk when the program ends. A PostgreSQL \
            database is copied by PostgreSQL's own program; how is told.

            \(ExitCode.table)
            """
    )

    @Argument(help: "The new file.")
    var copy: String

    @OptionGroup var database: DatabaseOption

    func run() throws {
        try database.use { location in
            try Store.backUp(location, to: copy)
            print("\(location) is backed up in \(copy), and the copy has been checked.")
        }
    }
}
