import ArgumentParser
import CrewRecords
import WatchbillServer
import WatchbillStore

struct AuditHead: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "head",
        abstract: "Print how far the log goes: organisation, count of readings, hash of the last one.",
        discussion: """
            Kept where the database is not, it proves later that nothing up to it was cut off or written anew.

            \(ExitCode.table)
            """
    )

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        try await database.use { location in
            let store = try await Store.look(into: location)
            let head = try await store.readingsHead(
                for: try await store.entrance.admit(.audit, at: Surroundings.machine.now()))
            try await store.close()
            print(HeadFile.line(head))
        }
    }
}
