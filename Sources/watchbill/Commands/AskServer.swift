import ArgumentParser
import Foundation
import RotaFormats

struct AskServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Ask a running server for anything that it does: plan, publish, exchange, look up.",
        discussion: """
            Without an operation it lists what the server does; with --describe, what an operation takes. For example:

              watchbill ask list-units
              watchbill ask start-build from=3 first=2027-03-08 last=2027-03-14 people='["okafor"]' timeLimit=60
              watchbill ask publish-rota build=4
              watchbill ask decide-exchange exchange=7 agreed=true
              watchbill ask read-version-as-table unit=ward-7 version=2 > rota.csv

            Texts are typed as they are, everything else as JSON. Answers go to standard output as the server gives them, \
            on a terminal over several lines; events of a build as they come. What makes something is done once, with a \
            key drawn for each call. Make the token on the page Me, with the rights that it needs.

            \(ExitCode.table)
            """
    )

    @Argument(help: "What is asked for, such as list-units; nothing: a list of what there is.")
    var operation: String?

    @Argument(help: "What the operation takes, as name=value.")
    var values: [String] = []

    @Option(help: "A file with all that is sent, instead of its members; - for standard input.")
    var body: String?

    @Flag(help: "Tell what the operation takes, and do nothing.")
    var describe = false

    @Flag(help: "Of a list in pages, all pages as one.")
    var all = false

    @OptionGroup var server: ServerOption

    func run() async throws {
        let remote = try RemoteCommand(server)
        let operations = RemoteOperation.all(in: try await remote.ask("GET", "/openapi.json"))
        guard let name = operation else { return try Console.writeOrEnd(Self.list(of: operations)) }
        guard let operation = operations.first(where: { $0.name == name }) else {
            throw ValidationError("The server knows no \(name).\(Self.maybe(name, operations))")
        }
        if describe { return try Console.writeOrEnd(operation.help) }
        let sent = try body.map { try InputFile.bytes($0) }
        var question = try operation.question(values, body: sent, key: UUID().uuidString)
        question.path = RemoteCommand.base + question.path
        var answer = try await remote.good(question)
        if all { answer = try await whole(answer, remote) }
        try show(answer, of: operation)
    }

    /// A list with the items of all its pages.
    private func whole(_ first: RemoteServer.Answer, _ remote: RemoteCommand) async throws -> RemoteServer.Answer {
        var (answer, items) = (first, [JSONContent]())
        while true {
            guard let page = JSONContent.read(answer.body).content, case .list(let some)? = page["items"] else {
                throw ValidationError("What it answers is no list, so --all does not go with it.")
            }
            items += some
            guard let next = page["next"]?.text else { break }
            answer = try await remote.good(RemoteServer.Question(method: "GET", path: next))
        }
        answer.body = try Array(JSONContent.object(["items": .list(items)]).jsonText().utf8)
        return answer
    }

    private func show(_ answer: RemoteServer.Answer, of operation: RemoteOperation) throws {
        guard !answer.body.isEmpty else {
            if answer.status == 204 { Console.tell("\(operation.done)\n") }
            return
        }
        var text = String(decoding: answer.body, as: UTF8.self)
        if answer.type.hasSuffix("json"), Console.Stream.output.isTerminal,
            let content = JSONContent.read(answer.body).content
        {
            text = try content.jsonText(isPretty: true)
        }
        try Console.writeOrEnd(text.hasSuffix("\n") ? text : text + "\n")
    }

    private static func list(of operations: [RemoteOperation]) -> String {
        let width = operations.map(\.name.count).max() ?? 0
        var (text, group) = ("", "")
        for operation in operations {
            if operation.group != group {
                text += "\(group.isEmpty ? "" : "\n")\(operation.group)\n"
                group = operation.group
            }
            let name = operation.name.padding(toLength: width, withPad: " ", startingAt: 0)
            text += "  \(name)  \(operation.summary)\n"
        }
        return text
    }

    /// Those whose names have a word in common with it.
    private static func maybe(_ name: String, _ operations: [RemoteOperation]) -> String {
        let words = Set(name.split(separator: "-"))
        let near = operations.map(\.name).filter { !words.isDisjoint(with: $0.split(separator: "-")) }.prefix(5)
        return near.isEmpty ? " watchbill ask lists what there is." : " Maybe: \(near.joined(separator: ", "))."
    }
}
