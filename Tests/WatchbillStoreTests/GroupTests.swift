import Foundation
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("Writes that wait")
struct GroupTests {
    /// How long the log has become by 100 writes.
    private func logLength(atATime: Bool) async throws -> Int {
        let scratch = try await ScratchStore(.sqlite)
        let store = try await scratch.open()
        let planner = try await Hospital.planner(of: store)
        let log = URL(filePath: scratch.location + "-wal")
        let before = try Data(contentsOf: log).count
        if atATime {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<100 {
                    group.addTask {
                        _ = try await store.add(
                            problem: [1], name: "Ward 7", unit: Hospital.ward, at: Sample.now, for: planner)
                    }
                }
                try await group.waitForAll()
            }
        } else {
            for _ in 0..<100 {
                _ = try await store.add(problem: [1], name: "Ward 7", unit: Hospital.ward, at: Sample.now, for: planner)
            }
        }
        let after = try Data(contentsOf: log).count
        try await store.close()
        return after - before
    }

    @Test("share their way to the disk: SQLite's log has every page of a commit once")
    func share() async throws {
        let (together, apart) = (try await logLength(atATime: true), try await logLength(atATime: false))
        // Three pages each at least. The log begins anew at 1000 pages.
        #expect(apart > 100 * 3 * 4096)
        #expect(together * 3 < apart)
    }
}
