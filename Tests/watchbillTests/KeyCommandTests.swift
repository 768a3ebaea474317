import CrewRecords
import Foundation
import RotaFormats
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("watchbill keys and audit")
struct KeyCommandTests {
    /// A folder for one test, with a database in it.
    private func inFolder(_ body: (URL, _ database: String) async throws -> Void) async throws {
        let folder = try Python.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder, folder.appending(path: "crew.sqlite").path)
    }

    private func newKey(in folder: URL, _ name: String = "key") async throws -> String {
        let path = folder.appending(path: name).path
        let made = try await Program.run("keys", "new", "--output", path)
        #expect(made.status == 0, "\(made.errors)")
        return path
    }

    private func masters(_ files: String...) throws -> [MasterKey] {
        try files.map { try MasterKeySource.file($0).masterKey(environment: [:]) }
    }

    /// The demo hospital, in which somebody has asked to be away, and has looked at that so many times.
    private func fill(_ database: String, with masters: [MasterKey], readings: Int) async throws {
        let store = try await Store.open(.sqlite(path: database), masters: masters)
        let (now, person) = (Instant(seconds: 1_767_600_000), PersonID("lindqvist"))
        try await store.entrance.makeDemo(
            try DemoHospital.directory(), roles: DemoHospital.roles, problem: [1], of: "ward-7", name: "Ward 7", at: now
        )
        var random = SystemRandomNumberGenerator()
        let token = try await store.entrance.enterDemo(
            as: person, userAgent: UserAgent(nil), at: now, using: &random)
        let caller = try #require(try await store.entrance.admit(token, for: .usual, at: now)).caller
        let day = CalendarDate(dayNumber: 20_500)
        let absence = try await store.askAbsence(
            try Away(first: day, last: day), because: Confidential(try AbsenceGround(.illness)), for: caller, at: now,
            using: &random)
        for _ in 0..<readings {
            _ = try await store.absenceGround(absence, of: person, for: caller, at: now)
        }
        try await store.close()
    }

    @Test("make a master key that nobody else may read, and overwrite none")
    func makeKey() async throws {
        try await inFolder { folder, _ in
            let file = try await newKey(in: folder)
            let attributes = try FileManager.default.attributesOfItem(atPath: file)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            let id = try masters(file)[0].id
            let again = try await Program.run("keys", "new", "--output", file)
            #expect(again.status == 2)
            #expect(again.errors.contains("it is there already, and no key is overwritten"))
            #expect(try masters(file)[0].id == id)
            let printed = try await Program.run("keys", "new")
            #expect(printed.status == 0)
            #expect(try MasterKey(text: printed.output, from: "This").id != id)
        }
    }

    @Test("rotate the data key, and put a new master key in the place of the former one")
    func rotate() async throws {
        try await inFolder { folder, database in
            let (former, new) = (try await newKey(in: folder, "former"), try await newKey(in: folder, "new"))
            try await fill(database, with: try masters(former), readings: 0)
            let place = ["--database", database]
            let next = try await Program.start(["keys", "rotate", "--master-key-file", former] + place).outcome()
            #expect(next.output == "Data key 2 is made: fields are sealed under it from now on.\n")
            #expect(next.status == 0)
            let master = try await Program.start(
                ["keys", "rotate", "--master", "--master-key-file", new, "--former-master-key-file", former] + place
            ).outcome()
            #expect(master.output == "All data keys are wrapped with the master key given; 2 were not before.\n")
            #expect(master.status == 0)
            for (key, status) in [(former, 2), (new, 0)] {
                let outcome = try await Program.start(["keys", "rotate", "--master-key-file", key] + place).outcome()
                #expect(outcome.status == status, "\(outcome.errors)")
            }
            let without = try await Program.start(["keys", "rotate"] + place).outcome()
            #expect(without.status == 2)
            #expect(without.errors.contains("no master key was given"))
            let served = try await Program.start(["serve", "--port", "0"] + place).outcome()
            #expect(served.status == 2)
            #expect(served.errors.contains("no master key was given"))
            let twice = try await Program.start(
                ["keys", "rotate", "--master-key-file", new, "--master-key-variable", "KEY"] + place
            ).outcome()
            #expect(twice.status == 64)
        }
    }

    @Test("read the master key from the environment or from what a command prints")
    func otherSources() async throws {
        try await inFolder { folder, database in
            let key = try await newKey(in: folder)
            let text = try String(contentsOfFile: key, encoding: .utf8)
            let sources: [(options: [String], environment: [String: String?])] = [
                (["--master-key-variable", "CREW_KEY"], ["CREW_KEY": text]),
                (["--master-key-command", "cat '\(key)'"], [:]),
                ([], ["WATCHBILL_MASTER_KEY_FILE": key]),
                ([], ["WATCHBILL_MASTER_KEY_VARIABLE": "CREW_KEY", "CREW_KEY": text]),
            ]
            for (options, environment) in sources {
                let outcome = try await RunningProgram(
                    try Program.url, ["keys", "rotate", "--database", database] + options, environment: environment
                ).outcome()
                #expect(outcome.status == 0, "\(options) \(outcome.errors)")
            }
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
            let open = try await Program.run("keys", "rotate", "--database", database, "--master-key-file", key)
            #expect(open.status == 2)
            #expect(open.errors.contains("chmod 600"))
        }
    }

    @Test("check the log while a server runs, and against heads that were kept elsewhere")
    func audit() async throws {
        try await inFolder { folder, database in
            let master = try masters(try await newKey(in: folder))
            try await fill(database, with: master, readings: 3)
            let heads = folder.appending(path: "heads").path
            let running = try await Store.open(.sqlite(path: database), masters: master)
            let head = try await Program.run("audit", "head", "--database", database)
            #expect(head.status == 0, "\(head.errors)")
            #expect(head.output.wholeMatch(of: /1 3 [0-9a-f]{64}\n/) != nil)
            for known in ["no head", "every head", "every head"] {
                let whole = try await Program.run("audit", "verify", "--database", database, "--head", heads)
                #expect(whole.status == 0, "\(whole.errors)")
                #expect(whole.output == "The log is whole, and holds \(known) that was kept.\n" + head.output)
            }
            try await running.close()
            #expect(try String(contentsOfFile: heads, encoding: .utf8) == head.output, "each head once")

            // An older copy of the database is put in its place.
            let older = folder.appending(path: "older.sqlite").path
            try await fill(older, with: master, readings: 2)
            let cut = try await Program.run("audit", "verify", "--database", older, "--head", heads)
            #expect(cut.status == 1)
            #expect(cut.errors.contains("Reading 3 was written, and the log ends before it."))
            try "1 three abc\n".write(toFile: heads, atomically: true, encoding: .utf8)
            let broken = try await Program.run("audit", "verify", "--database", database, "--head", heads)
            #expect(broken.status == 2)
            #expect(broken.errors.contains("line 1 is no head"))
        }
    }

    @Test("change nothing of what they look into, and make nothing")
    func lookOnly() async throws {
        try await inFolder { folder, database in
            let missing = try await Program.run("audit", "verify", "--database", database)
            #expect(missing.status == 2)
            #expect(!FileManager.default.fileExists(atPath: database))
            try "no database".write(toFile: database, atomically: true, encoding: .utf8)
            #expect(try await Program.run("audit", "head", "--database", database).status == 2)
        }
    }
}
