internal import CrewRecords

/// Hands messages to a mail server, one connection each, on threads of its own.
package final class MailSender: Sendable {
    package let server: MailServer
    private let queue: WorkQueue

    /// - Parameters:
    ///   - atOnce: connections at a time.
    ///   - mostWaiting: messages that wait for one.
    package init(_ server: MailServer, atOnce: Int = 2, mostWaiting: Int = 64) {
        self.server = server
        queue = WorkQueue(atOnce: atOnce, mostWaiting: mostWaiting)
    }

    /// Blocks none of the threads that tasks run on. Is not cancelled: it ends within `MailServer.patience`, when its
    /// turn has come.
    ///
    /// - Parameter envelope: whom what cannot be delivered goes back to: an address that tells which message it was.
    /// - Throws: `ChannelError`: the message is none that can be sent.
    package func send(_ message: MailMessage, from envelope: MailAddress) async throws(ChannelError) -> MailOutcome {
        let bytes = try message.composed()
        let receiver = message.to.address
        let server = server
        do {
            return try await queue.run {
                MailTransfer(bytes).run(server, from: envelope, to: receiver)
            }
        } catch {
            return .later(.tooBusy)
        }
    }
}
