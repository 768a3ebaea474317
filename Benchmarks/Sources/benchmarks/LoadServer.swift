import Foundation

/// A server with the demo's hospital, at a free port of this machine, and its planner signed in.
struct LoadServer {
    private let process: Process
    private let address: String
    /// As browsers and programs send them.
    private let cookie: String
    private let token: String

    init(_ program: URL, database: String) throws {
        process = Process()
        process.executableURL = program
        process.arguments = ["serve", "--demo", "--port", "0"]
        process.environment = ProcessInfo.processInfo.environment.merging(["WATCHBILL_DATABASE": database]) { $1 }
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        do {
            var told = ""
            while !told.contains("\n") {
                let more = output.fileHandleForReading.availableData
                if more.isEmpty { throw RunError("The server ended before it listened on an address.") }
                told += String(decoding: more, as: UTF8.self)
            }
            address = try Self.first(#/(http://[0-9.:]+)//#, in: told)
            let entered = try Self.curl(["--include", "--data", "person=lindqvist", address + "/demo"])
            cookie = try Self.first(#/[Ss]et-[Cc]ookie: ([^;]+);/#, in: entered)
            let form = try Self.first(
                #/name="form" value="([^"]+)"/#,
                in: try Self.curl(["--header", "Cookie: \(cookie)", address + "/me"]))
            let rights = ["--data", "name=load", "--data", "rotas:read=on", "--data", "rotas:change=on"]
            token = try Self.first(
                #/(watchbill_[A-Za-z0-9_-]{43})/#,
                in: try Self.curl(
                    ["--header", "Cookie: \(cookie)", "--data-urlencode", "form=\(form)"] + rights
                        + [address + "/me/tokens"]))
            try build()
        } catch {
            process.terminate()
            throw error
        }
    }

    /// So that there is a rota to look at.
    private func build() throws {
        let authorised = ["--header", "Authorization: Bearer \(token)"]
        let order = ["--header", "Content-Type: application/json", "--data", #"{"timeLimit": 2}"#]
        let started = try Self.curl(["--include"] + authorised + order + [address + "/api/v1/builds"])
        let build = try Self.first(#/[Ll]ocation: (\S+)/#, in: started)
        while try Self.curl(authorised + [address + build]).contains(#""state":"running""#) {
            Thread.sleep(forTimeInterval: 0.2)
        }
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    /// What wrk is to send.
    func request(for work: LoadWork) throws -> LoadGenerator.Request {
        let signedIn = ["Cookie": cookie]
        let program = ["Authorization": "Bearer \(token)", "Content-Type": "application/json"]
        return switch work {
        case .me: .init(address: address + "/me", headers: signedIn)
        case .rota: .init(address: address + "/", headers: signedIn)
        case .builds: .init(address: address + "/api/v1/builds", headers: program)
        case .session:
            .init(
                address: address + "/demo", headers: ["Content-Type": "application/x-www-form-urlencoded"],
                body: "person=novotna")
        case .problem:
            .init(
                address: address + "/api/v1/problems", headers: program,
                body: try WardMaker(people: 4, days: 7, seed: 1, unit: "ward-7").text())
        }
    }

    private static func curl(_ words: [String]) throws -> String {
        let call = try Call(
            URL(filePath: "/usr/bin/env"), ["curl", "--silent", "--show-error", "--fail"] + words, goodStatus: 0...0)
        return String(decoding: call.output, as: UTF8.self)
    }

    private static func first(_ pattern: Regex<(Substring, Substring)>, in text: String) throws -> String {
        guard let match = text.firstMatch(of: pattern) else {
            throw RunError("The server answered otherwise than expected: \(text.prefix(500))")
        }
        return String(match.1)
    }
}
