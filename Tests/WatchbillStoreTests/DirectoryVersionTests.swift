import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

@Suite("A directory that is replaced")
struct DirectoryVersionTests {
    @Test("lets one of several win who know the same version", arguments: StoreKind.allCases)
    func oneWins(kind: StoreKind) async throws {
        let scratch = try await ScratchStore(kind)
        let store = try await scratch.open()
        let administrator = try await Hospital.open(in: store).caller(Hospital.administrator)
        let copy = try await store.directoryCopy(for: administrator)
        let outcomes = await withTaskGroup(of: StoreError.Code?.self) { group in
            for number in 1...8 {
                group.addTask {
                    var directory = copy.directory
                    directory.organisation = "Lindö Hospital \(number)"
                    do {
                        try await store.importDirectory(
                            directory, replacing: copy.version, for: administrator, at: Sample.now)
                        return nil
                    } catch { return code(error) ?? .failed }
                }
            }
            return await group.reduce(into: [StoreError.Code?]()) { $0.append($1) }
        }
        #expect(outcomes.filter { $0 == nil }.count == 1)
        #expect(outcomes.filter { $0 == .changedMeanwhile }.count == 7)
        #expect(try await store.directoryCopy(for: administrator).version > copy.version)
        try await store.close()
    }
}
