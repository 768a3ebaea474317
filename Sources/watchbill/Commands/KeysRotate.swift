import ArgumentParser
import CrewRecords
import WatchbillServer
import WatchbillStore

struct KeysRotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Make a new data key, or wrap all data keys with a new master key.",
        discussion: """
            Fields that are sealed already stay as they are. An SQLite file is used by one program at a time: stop the \
            server first. On PostgreSQL servers may go on: they take a new data key up by themselves; before --master, \
            start each with the new master key and the former one.

            \(ExitCode.table)
            """
    )

    @Flag(help: "Wrap all data keys with the master key given, in place of the former one.")
    var master = false

    @OptionGroup var database: DatabaseOption

    @OptionGroup var masterKey: MasterKeyOptions

    func run() async throws {
        try await database.use { location in
            let store = try await Store.open(location, masters: try masterKey.masters())
            let job = try await store.entrance.admit(.keys, at: Surroundings.machine.now())
            var random = SystemRandomNumberGenerator()
            if master {
                let count = try await store.rewrapDataKeys(for: job, using: &random)
                print("All data keys are wrapped with the master key given; \(count) were not before.")
            } else {
                let number = try await store.makeDataKey(for: job, using: &random)
                print("Data key \(number) is made: fields are sealed under it from now on.")
            }
            try await store.close()
        }
    }
}
