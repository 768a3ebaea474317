import CrewRecords
import Foundation
import RotaFormats
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("watchbill backup and restore")
struct DatabaseTests {
    @Test("copy a database while it is in use, and put the copy in place")
    func copies() async throws {
        let folder = try Python.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let (original, copy) = (folder.appending(path: "crew.sqlite").path, folder.appending(path: "copy").path)
        let store = try await Store.open(.sqlite(path: original))
        try await store.entrance.makeDemo(
            try DemoHospital.directory(), roles: DemoHospital.roles, problem: [1, 2], of: "ward-7", name: "Ward 7",
            at: Instant(seconds: 1_767_600_000))

        let backup = try await Program.run("backup", copy, "--database", original)
        #expect(backup.status == 0)
        #expect(backup.output == "\(original) is backed up in \(copy), and the copy has been checked.\n")
        let again = try await Program.run("backup", copy, "--database", original)
        #expect(again.status == 2)
        #expect(again.errors == "watchbill: \(copy) is there already, and nothing is overwritten. Name a new file.\n")
        let early = try await Program.run("restore", copy, "--database", original)
        #expect(early.status == 2)
        #expect(early.errors.contains("in use by another Watchbill server"))

        let restored = folder.appending(path: "restored.sqlite").path
        let restore = try await Program.run("restore", copy, "--database", restored)
        #expect(restore.status == 0)
        #expect(restore.output == "\(restored) is restored from \(copy).\n")
        let other = try await Store.open(.sqlite(path: restored))
        let people = try #require(try await other.entrance.demoPeople())
        #expect(people.map(\.person) == (try DemoHospital.directory()).people)
        try await other.close()
        try await store.close()
    }

    @Test(
        "of a PostgreSQL database tell how its own programs do it, without the password",
        arguments: ["backup", "restore"])
    func tellPrograms(command: String) async throws {
        let outcome = try await Program.run(command, "copy", "--database", "postgres://ana:s3cret@db.example/crew")
        #expect(outcome.status == 2)
        let program = command == "backup" ? "pg_dump" : "pg_restore"
        #expect(outcome.errors.contains("\n  \(program) --"))
        #expect(outcome.errors.contains("--host=db.example --username=ana --dbname=crew"))
        #expect(!outcome.errors.contains("s3cret"))
    }

    @Test("take the database's address from the environment, and tell nothing of it if it cannot be read")
    func readEnvironment() async throws {
        let outcome = try await RunningProgram(
            try Program.url, ["backup", "copy"], environment: ["WATCHBILL_DATABASE": "postgres://ana:s3cret@db.example"]
        ).outcome()
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("names no database"))
        #expect(!outcome.errors.contains("s3cret"))
    }

    @Test("serve says which PostgreSQL server cannot be reached, without the password")
    func serveTellsServer() async throws {
        let outcome = try await Program.run(
            "serve", "--port", "0", "--database", "postgres://ana:s3cret@127.0.0.1:1/crew")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("The PostgreSQL database crew on 127.0.0.1:1 cannot be reached"))
        #expect(!outcome.errors.contains("s3cret"))
    }
}
