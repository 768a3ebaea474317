import Foundation
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite(
    "A store on a full disk", .serialized,
    .enabled("the system must allow a file system in a namespace of its own") { await SmallDisk.isAllowed })
struct FullDiskTests {
    /// Why a writer's writes failed, each with its code first.
    private func failures(_ told: String) -> [Substring] {
        told.split(separator: "\n").filter { $0.hasPrefix("failed ") }.map { $0.dropFirst("failed ".count) }
    }

    @Test("says so, goes on reading, and goes on writing as soon as there is room: SQLite")
    func sqlite() async throws {
        let disk = try await SmallDisk(megabytes: 16)
        try disk.fill(leaving: 6 << 20)
        let writer = try disk.run(try DurabilityTests.writer, [disk.folder + "/watchbill.sqlite", "1"])
        await writer.wait(for: "failed ", times: 40)
        let full = writer.errorsSoFar
        for failure in failures(full) {
            #expect(failure.hasPrefix("diskFull ") && failure.contains("Make room"), "\(failure)")
        }
        #expect(full.contains("\nread\n"))
        try disk.makeRoom()
        await writer.wait(for: "did ", times: full.ranges(of: "did ").count + 20)
        writer.kill()
        let outcome = try await writer.outcome()
        #expect(outcome.status == -SIGKILL, "\(outcome.errors.suffix(500))")
        let scratch = try await ScratchStore(.sqlite)
        for end in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: disk.path("watchbill.sqlite" + end), toPath: scratch.location + end)
        }
        var told = ToldDeeds()
        try await told.add(outcome.errors, in: scratch, "a full disk")
        #expect(told.count >= full.ranges(of: "did ").count + 19)
    }

    /// PostgreSQL itself stops when there is no room for its log, and is then started again by whoever has made room.
    @Test("says so, and goes on as soon as there is room and a server: PostgreSQL", .enabled(if: geteuid() == 0))
    func postgres() async throws {
        let disk = try await SmallDisk(megabytes: 80)
        let server = try await PostgresServer(on: disk)
        let scratch = try await ScratchStore(.postgres, on: server)
        let store = try await scratch.open()
        try await store.close()
        try disk.fill(leaving: 4 << 20)
        let writer = try RunningProgram(try DurabilityTests.writer, [scratch.location, "1"])
        await writer.wait(for: "failed ", times: 40)
        let full = writer.errorsSoFar
        let codes = failures(full).map { $0.prefix { $0 != " " } }
        #expect(Set(codes).isSubset(of: ["diskFull", "unreachable", "outcomeUnknown"]), "\(failures(full))")
        try disk.makeRoom()
        // Asked for again and again: it may still be on its way down.
        async let _: Void = server.keepRunning()
        await writer.wait(for: "did ", times: full.ranges(of: "did ").count + 20)
        writer.kill()
        let outcome = try await writer.outcome()
        #expect(outcome.status == -SIGKILL, "\(outcome.errors.suffix(500))")
        var told = ToldDeeds()
        try await told.add(outcome.errors, in: scratch, "a full disk: \(Set(codes))")
        #expect(told.count >= full.ranges(of: "did ").count + 19)
    }
}
