import ArgumentParser
import CrewChannels
import Foundation

struct MessageBounce: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bounce",
        abstract: "Hand in a mail server's report, from standard input, that a message could not be delivered.",
        discussion: """
            For whatever receives the mail of the address that messages are from: a mail server's pipe, or a program that \
            empties the mailbox. Mail that is no such report, or is of no message of this server, is passed over (0); if \
            nobody answers, it is to be handed in again (75). No token is needed.
            """
    )

    @OptionGroup var server: ServerOption

    /// EX_TEMPFAIL of sysexits.h, for which mail servers try again.
    private static let again = ExitCode(75)

    func run() async throws {
        let bytes = try FileHandle.standardInput.read(upToCount: BounceReport.longest + 1) ?? Data()
        let (report, diagnostics) = BounceReport.read(Array(bytes), file: "standard input")
        guard report != nil else {
            for diagnostic in diagnostics { Console.tell("watchbill: \(diagnostic)\n") }
            return
        }
        let remote = try server.remote()
        let question = RemoteServer.Question(
            method: "POST", path: "/bounces", headers: ["Content-Type": "message/rfc822"], body: Array(bytes))
        do {
            let answer = try await remote.ask(question) { _ in }
            switch answer.status {
            case 200..<300: Console.tell("watchbill: The report was taken.\n")
            case 400..<500: Console.tell("watchbill: The report is of no mail that this server has sent.\n")
            default: throw Self.again
            }
        } catch let error as RemoteServer.Unreachable {
            Console.tell("watchbill: \(error)\n")
            throw Self.again
        }
    }
}
