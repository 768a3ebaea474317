/// One write that waits for its turn, and whoever waits for its answer.
struct WaitingWrite: Sendable {
    typealias Answer = @Sendable () -> Void

    /// Does it. What comes back answers whoever waits, once it is on the disk.
    let attempt: @Sendable (any SQLConnection) throws -> Answer
    /// Answers whoever waits that it was not done.
    let fail: @Sendable (any Error) -> Void

    init<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value,
        for waiter: CheckedContinuation<Value, any Error>
    ) {
        attempt = { connection in
            let value = try body(connection)
            return { waiter.resume(returning: value) }
        }
        fail = { waiter.resume(throwing: $0) }
    }
}
