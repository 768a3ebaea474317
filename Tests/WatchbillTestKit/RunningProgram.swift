package import Foundation
import Synchronization

/// A program that has been started, without a terminal.
///
/// Foundation's `Process` is not used: on Linux it may miss the end of one of several programs that run at a time.
package final class RunningProgram: Sendable {
    package struct Outcome: Sendable {
        /// The exit status; minus the signal's number if a signal ended it.
        package var status: Int32
        package var output: String
        package var errors: String
    }

    package enum Failure: Error {
        /// The system's error number, and what could not be done.
        case system(Int32, String)
    }

    private static let starting = Mutex(())

    /// The system's number of the process.
    package let identifier: Int32
    private let folder: URL
    private let errors: Mutex<Data>
    /// A value whenever there is more on standard error; ends with it.
    private let errorsGrew: AsyncStream<Void>
    private let ended: AsyncStream<Int32>

    /// - Parameters:
    ///   - input: all of its standard input.
    ///   - environment: added to that of the tests; nil takes a variable away.
    package init(
        _ program: URL, _ arguments: [String], input: String = "", environment: [String: String?] = [:]
    ) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "watchbill-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(input.utf8).write(to: folder.appending(path: "input"))
        var surroundings = ProcessInfo.processInfo.environment
        for (name, value) in environment { surroundings[name] = value }

        let path = program.path(percentEncoded: false)
        let variables = surroundings.map { "\($0)=\($1)" }
        let folder = folder
        // One start at a time, so that no program is born with the pipe of another and holds it open.
        let reading: Int32
        (identifier, reading) = try Self.starting.withLock { _ throws in
            var ends: [Int32] = [0, 0]
            guard pipe(&ends) == 0 else { throw Failure.system(errno, "pipe") }
            defer { close(ends[1]) }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            do {
                return (try Self.spawn(path, arguments, variables, in: folder, errors: ends[1]), ends[0])
            } catch {
                close(ends[0])
                throw error
            }
        }

        let (grew, grewContinuation) = AsyncStream<Void>.makeStream()
        let (ended, endedContinuation) = AsyncStream<Int32>.makeStream()
        (errorsGrew, self.ended) = (grew, ended)
        errors = Mutex(Data())
        // A thread of its own: it waits for the program, and the tests' threads are few.
        Thread.detachNewThread { [self] in
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = read(reading, &buffer, buffer.count)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { break }
                errors.withLock { $0.append(contentsOf: buffer[..<count]) }
                grewContinuation.yield()
            }
            close(reading)
            grewContinuation.finish()
            var status: Int32 = 0
            while waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
            let signal = status & 0x7F
            endedContinuation.yield(signal == 0 ? (status >> 8) & 0xFF : -signal)
            endedContinuation.finish()
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    private static func spawn(
        _ path: String, _ arguments: [String], _ environment: [String], in folder: URL, errors: Int32
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let (input, output) = (folder.appending(path: "input").path, folder.appending(path: "output").path)
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)

        // The tests' threads hold signals back, which a child would inherit.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

        let words = ([path] + arguments).map { strdup($0) }
        let variables = environment.map { strdup($0) }
        defer { for text in words + variables { free(text) } }
        var identifier: pid_t = 0
        let status = posix_spawn(&identifier, path, &actions, &attributes, words + [nil], variables + [nil])
        guard status == 0 else { throw Failure.system(status, path) }
        return identifier
    }

    /// What is on standard error by now.
    package var errorsSoFar: String { errors.withLock { String(decoding: $0, as: UTF8.self) } }

    /// Waits until standard error holds that text, so many times, or ends.
    package func wait(for text: String, times: Int = 1) async {
        func isThere() -> Bool { errorsSoFar.ranges(of: text).count >= times }
        if isThere() { return }
        for await _ in errorsGrew where isThere() { return }
    }

    /// As Ctrl-C does.
    package func interrupt() {
        _ = Foundation.kill(identifier, SIGINT)
    }

    /// Without letting it finish anything.
    package func kill() {
        _ = Foundation.kill(identifier, SIGKILL)
    }

    /// As Ctrl-C does on the terminal of a program that was started by `script`.
    package func interruptChildren() throws {
        let list = try String(contentsOfFile: "/proc/\(identifier)/task/\(identifier)/children", encoding: .utf8)
        for child in list.split(separator: " ").compactMap({ pid_t($0) }) { _ = Foundation.kill(child, SIGINT) }
    }

    /// Waits for the end.
    package func outcome() async throws -> Outcome {
        var status: Int32 = 0
        for await last in ended { status = last }
        let output = try String(contentsOf: folder.appending(path: "output"), encoding: .utf8)
        return Outcome(status: status, output: output, errors: errorsSoFar)
    }
}
