import ArgumentParser
import CrewRecords
import WatchbillServer
import WatchbillStore

struct AuditVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Hold the log of readings against its hashes, and tell the first that is not what was written.",
        discussion: """
            Without heads that were kept elsewhere nobody can tell that a log was cut off at its end, or written anew as a \
            whole. With --head, the log is held against all heads in the file and, if it is whole, its present one is \
            added; keep that file where whoever may write the database may not.

            \(ExitCode.table)
            """
    )

    @Option(help: ArgumentHelp("A file of heads, made if there is none.", valueName: "file"))
    var head: String?

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        try await database.use { location in
            let file = head.map(HeadFile.init)
            let known = try file?.heads() ?? []
            let store = try await Store.look(into: location)
            let job = try await store.entrance.admit(.audit, at: Surroundings.machine.now())
            let (log, fault) = try await store.verifyReadings(knowing: known, for: job)
            try await store.close()
            if let fault {
                Console.tell("watchbill: \(fault) The log is whole up to reading \(log.count).\n")
                throw ExitCode.tampered
            }
            try file?.add(log, after: known)
            print("The log is whole, and holds \(known.isEmpty ? "no head" : "every head") that was kept.")
            print(HeadFile.line(log))
        }
    }
}
