import ArgumentParser
import Foundation
import RotaFormats

/// What commands share that ask a running server.
struct RemoteCommand: Sendable {
    static let base = "/api/v1"

    let remote: RemoteServer

    init(_ option: ServerOption) throws {
        remote = try option.remote()
    }

    /// What answers is no Watchbill.
    var foreign: RemoteServer.Unreachable {
        RemoteServer.Unreachable(address: remote.address, reason: "what it answers is not Watchbill's")
    }

    /// One part of an address, whatever is in it.
    static func part(_ text: String) -> String { RemoteOperation.escaped(text) }

    /// Asks an address of the API.
    ///
    /// - Parameters:
    ///   - path: below the API's address.
    ///   - key: for the Idempotency-Key.
    /// - Throws: `ExitCode`, having told why, if the answer is no or nobody answers.
    func ask(
        _ method: String, _ path: String, _ body: JSONContent? = nil, key: String? = nil
    ) async throws -> JSONContent {
        var question = RemoteServer.Question(method: method, path: Self.base + path)
        if let body {
            question.headers["Content-Type"] = "application/json"
            question.body = try Array(body.jsonText().utf8)
        }
        question.headers["Idempotency-Key"] = key
        let answer = try await good(question)
        guard !answer.body.isEmpty else { return .null }
        guard let content = JSONContent.read(answer.body).content else { throw unreachable(foreign) }
        return content
    }

    /// - Throws: `ExitCode`, having told why, if the answer is no or nobody answers.
    func good(_ question: RemoteServer.Question) async throws -> RemoteServer.Answer {
        let answer: RemoteServer.Answer
        do {
            answer = try await remote.ask(question) { bytes in
                // Where standard output is gone there is nobody left to tell.
                try? FileHandle.standardOutput.write(contentsOf: Data(bytes))
            }
        } catch let error as RemoteServer.Unreachable {
            throw unreachable(error)
        }
        guard !answer.isGood else { return answer }
        Console.tell("watchbill: \(Self.words(for: answer))\n")
        throw answer.status >= 500 ? ExitCode.unusable : ExitCode.refused
    }

    func unreachable(_ error: RemoteServer.Unreachable) -> ExitCode {
        Console.tell("watchbill: \(error)\n")
        return .unusable
    }

    /// A problem's words, with each part of the request that is wrong.
    private static func words(for answer: RemoteServer.Answer) -> String {
        guard let problem = JSONContent.read(answer.body).content, let detail = problem["detail"]?.text else {
            return "The server answers \(answer.status)."
        }
        let faults = (problem["errors"]?.elements ?? []).compactMap { fault -> String? in
            guard let words = fault["detail"]?.text else { return nil }
            return "\n  \((fault["pointer"] ?? fault["parameter"])?.text ?? ""): \(words)"
        }
        return "\(answer.status) \(detail)\(faults.joined())"
    }
}
