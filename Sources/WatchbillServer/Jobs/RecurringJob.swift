internal import Logging
internal import ServiceLifecycle

/// Something that is done again and again for as long as the server runs, with a pause after each time. What fails is
/// tried again, and told once for each reason.
struct RecurringJob<Memory: Sendable>: Service, CustomStringConvertible {
    /// By which logs know it.
    let name: String
    /// After a time that went well.
    let pause: Duration
    /// After one that failed; nil: the same.
    var pauseAfterFailure: Duration?
    /// What is told when it fails, as a sentence.
    let complaint: String
    /// What is told when it succeeds again; nil: nothing.
    var relief: String?
    var metadata: Logger.Metadata = [:]
    let logger: Logger
    /// What it remembers from one time to the next, at first.
    let memory: Memory
    let work: @Sendable (Memory) async throws -> Memory

    var description: String { "RecurringJob(\(name))" }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var memory = memory
            var told: String?
            while !Task.isCancelled {
                do {
                    memory = try await work(memory)
                    if let relief, told != nil { logger.notice("\(relief)", metadata: metadata) }
                    told = nil
                } catch is CancellationError {
                    return
                } catch {
                    let reason = "\(error)"
                    if reason != told {
                        logger.error(
                            "\(complaint) It is tried again.", metadata: metadata.merging(["error": "\(reason)"]) { $1 }
                        )
                    }
                    told = reason
                }
                do {
                    try await Task.sleep(for: told == nil ? pause : pauseAfterFailure ?? pause)
                } catch { return }
            }
        }
    }
}

extension RecurringJob where Memory == Void {
    /// One that remembers nothing.
    init(
        _ name: String, every pause: Duration, complaint: String, logger: Logger,
        work: @escaping @Sendable () async throws -> Void
    ) {
        self.init(name: name, pause: pause, complaint: complaint, logger: logger, memory: ()) { _ in try await work() }
    }
}
