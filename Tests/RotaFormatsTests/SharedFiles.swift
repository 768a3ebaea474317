import Foundation

/// Files beside the checkout that tests read when they are there.
enum SharedFiles {
    /// The folder `shared` beside the checkout, or where WATCHBILL_SHARED says; nil if there is none.
    static var folder: String? {
        let given = ProcessInfo.processInfo.environment["WATCHBILL_SHARED"]
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = given ?? root.deletingLastPathComponent().appending(path: "shared").path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }

    /// The benchmark instances, by name, in order; none if the folder is not there.
    static var instances: [String] {
        guard let folder else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/benchmarks/nrp")) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().map { "\(folder)/benchmarks/nrp/\($0)" }
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: path)))
    }
}
