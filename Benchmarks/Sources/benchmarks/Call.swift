import Foundation

/// A program run to its end.
struct Call {
    let output: Data
    let errors: Data
    let wallSeconds: Double
    /// User time of the process and of those it started and waited for.
    let userSeconds: Double

    init(_ program: URL, _ arguments: [String], goodStatus: ClosedRange<Int32>) throws {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        let folder = FileManager.default.temporaryDirectory
        let files = ["out", "err"].map { folder.appending(path: "benchmark-\(UUID().uuidString).\($0)") }
        defer { for file in files { try? FileManager.default.removeItem(at: file) } }
        let handles = try files.map { file in
            try Data().write(to: file)
            return try FileHandle(forWritingTo: file)
        }
        (process.standardOutput, process.standardError) = (handles[0], handles[1])
        process.standardInput = FileHandle.nullDevice
        let before = Self.userTimeOfChildren
        let began = ContinuousClock.now
        try process.run()
        process.waitUntilExit()
        wallSeconds = began.duration(to: .now) / .seconds(1)
        userSeconds = Self.userTimeOfChildren - before
        for handle in handles { try handle.close() }
        (output, errors) = (try Data(contentsOf: files[0]), try Data(contentsOf: files[1]))
        guard process.terminationReason == .exit, goodStatus.contains(process.terminationStatus) else {
            throw RunError(
                "\(program.lastPathComponent) \(arguments.joined(separator: " ")) ended with"
                    + " \(process.terminationStatus): \(String(decoding: errors.suffix(2000), as: UTF8.self))")
        }
    }

    private static var userTimeOfChildren: Double {
        var usage = rusage()
        #if canImport(Darwin)
            getrusage(RUSAGE_CHILDREN, &usage)
        #else
            getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        #endif
        return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) * 1e-6
    }
}

/// A run that cannot be counted.
struct RunError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

extension Double {
    func rounded(to digits: Int) -> Double {
        let scale = pow(10, Double(digits))
        return (self * scale).rounded() / scale
    }
}
