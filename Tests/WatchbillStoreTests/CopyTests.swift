import Foundation
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("A copy of a store")
struct CopyTests {
    let now = Sample.now

    private func path(_ name: String, in scratch: ScratchStore) -> String { scratch.folder.appending(path: name).path }

    @Test("is one state of a store that is being written to, and is restored whole")
    func copiesWhileServing() async throws {
        let scratch = try await ScratchStore(.sqlite)
        let location = try StoreLocation(scratch.location)
        let store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        let builder = try await Hospital.builder(of: store)
        let problem = try await store.add(problem: [1], name: "Ward 7", unit: Hospital.ward, at: now, for: planner)
        let copy = path("copy.sqlite", in: scratch)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let build = try await store.startBuild(Sample.order(problem), at: now, for: planner)
                    try await store.end(
                        build, as: .finished, outcome: Sample.outcome(penalty: number), at: now, for: planner)
                }
            }
            group.addTask { try Store.backUp(location, to: copy) }
            try await group.waitForAll()
        }
        try await store.close()
        let rights = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
        #expect(rights == 0o600)

        let restored = StoreLocation.sqlite(path: path("restored.sqlite", in: scratch))
        try Store.restore(copy, to: restored)
        let again = try await Store.open(restored)
        let builds = try await again.builds(of: problem, limit: 1000, for: planner)
        let drafts = builds.compactMap { $0.draft }
        #expect(drafts.sorted() == Array(1..<(drafts.count + 1)), "every ended build has its draft, and no other")
        #expect(builds.allSatisfy { ($0.state == .finished) == ($0.draft != nil) })
        _ = try await again.interruptRunningBuilds(at: now, for: builder)
        let last = try await again.startBuild(Sample.order(problem), at: now, for: planner)
        #expect(last.value == Int64(builds.count + 1))
        try await again.close()
    }

    @Test("never overwrites anything")
    func keepsWhatIsThere() async throws {
        let scratch = try await ScratchStore(.sqlite)
        try await scratch.open().close()
        let location = try StoreLocation(scratch.location)
        let taken = path("taken", in: scratch)
        try Data("mine".utf8).write(to: URL(filePath: taken))
        #expect { try Store.backUp(location, to: taken) } throws: { code($0) == .copyExists }
        #expect(try Data(contentsOf: URL(filePath: taken)) == Data("mine".utf8))

        let copy = path("copy.sqlite", in: scratch)
        try Store.backUp(location, to: copy)
        #expect { try Store.restore(copy, to: location) } throws: { code($0) == .copyExists }
        let fresh = path("fresh.sqlite", in: scratch)
        try Data().write(to: URL(filePath: fresh + "-wal"))
        #expect { try Store.restore(copy, to: .sqlite(path: fresh)) } throws: { error in
            code(error) == .copyExists && "\(error)".contains("fresh.sqlite-wal")
        }
    }

    @Test("is not restored over a store in use, nor from what is damaged or none")
    func refusesToRestore() async throws {
        let scratch = try await ScratchStore(.sqlite)
        let store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        for number in 0..<50 {
            _ = try await store.add(
                problem: [UInt8](repeating: 7, count: 900), name: "Ward \(number)", unit: Hospital.ward, at: now,
                for: planner)
        }
        let location = try StoreLocation(scratch.location)
        let copy = path("copy.sqlite", in: scratch)
        try Store.backUp(location, to: copy)
        #expect { try Store.restore(copy, to: location) } throws: { code($0) == .inUse }
        try await store.close()

        let target = StoreLocation.sqlite(path: path("target.sqlite", in: scratch))
        let damaged = path("damaged.sqlite", in: scratch)
        var bytes = try Data(contentsOf: URL(filePath: copy))
        for place in stride(from: 8192 + 8, to: bytes.count, by: 512) { bytes[place] ^= 0x5A }
        try bytes.write(to: URL(filePath: damaged))
        #expect { try Store.restore(damaged, to: target) } throws: { error in
            [.copyDamaged, .cannotCopy, .failed].contains(code(error)) && "\(error)".contains(damaged)
        }
        let text = path("text", in: scratch)
        try Data("not a database at all".utf8).write(to: URL(filePath: text))
        for absent in [text, path("absent", in: scratch)] {
            #expect { try Store.restore(absent, to: target) } throws: { error in
                [.cannotCopy, .failed].contains(code(error)) && "\(error)".contains(absent)
            }
        }
        #expect(!FileManager.default.fileExists(atPath: path("target.sqlite", in: scratch)))
        try Store.restore(copy, to: target)
    }

    @Test("of a PostgreSQL database is made by its own programs, which are told how, without the password")
    func tellsPrograms() throws {
        let location = try StoreLocation("postgres://ana:s3cret@db.example:5433/our%20crew")
        let place = "--host=db.example --port=5433 --username=ana --dbname='our crew'"
        #expect { try Store.backUp(location, to: "copy") } throws: { error in
            "\(error)".contains("pg_dump --format=custom --schema=watchbill \(place) --file=copy")
                && !"\(error)".contains("s3cret")
        }
        #expect { try Store.restore("copy", to: location) } throws: { error in
            "\(error)".contains("pg_restore --exit-on-error --single-transaction \(place) copy")
        }
    }

    @Test("of a PostgreSQL database is whole, made and restored as is told")
    func runsPrograms() async throws {
        let (scratch, empty) = (try await ScratchStore(.postgres), try await ScratchStore(.postgres))
        let store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        let problem = try await store.add(problem: [1], name: "Ward 7", unit: Hospital.ward, at: now, for: planner)
        let build = try await store.startBuild(Sample.order(problem), at: now, for: planner)
        try await store.end(build, as: .finished, outcome: Sample.outcome(penalty: 5), at: now, for: planner)
        let before = try await store.build(build, for: planner)

        let (location, target) = (try StoreLocation(scratch.location), try StoreLocation(empty.location))
        let copy = path("copy", in: scratch)
        try await runTold { try Store.backUp(location, to: copy) }
        try await store.close()
        try await runTold { try Store.restore(copy, to: target) }
        let restored = try await empty.open()
        #expect(try await restored.build(build, for: planner) == before)
        #expect(try await restored.startBuild(Sample.order(problem), at: now, for: planner).value == build.value + 1)
        try await restored.close()
        await #expect(throws: PostgresServer.Failure.self) { try await empty.byHand("DELETE FROM draft") }
    }

    /// Runs the command line that comes with the refusal.
    private func runTold(_ refused: () throws -> Void) async throws {
        let error = #expect(throws: StoreError.self, performing: refused)
        let line = try #require(error?.message.split(separator: "\n").last)
        let outcome = try await RunningProgram(URL(filePath: "/bin/sh"), ["-c", String(line)]).outcome()
        #expect(outcome.status == 0, "\(line): \(outcome.errors)")
    }
}
