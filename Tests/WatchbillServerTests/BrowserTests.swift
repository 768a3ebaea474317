import Foundation
import Testing

/// Runs a program of the tests in Python against the real server.
enum PythonProgram {
    /// Nil if it went as it should, else what it printed.
    ///
    /// - Parameter path: below `Tests`.
    static func run(_ path: String, _ arguments: [String] = []) async throws -> String? {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "..")
        let python = ProcessInfo.processInfo.environment["WATCHBILL_PYTHON"] ?? "python3"
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [python, folder.appending(path: path).path, try watchbill().path] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let printed = try await Task.detached { try output.fileHandleForReading.readToEnd() }.value ?? Data()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? nil : String(decoding: printed, as: UTF8.self)
    }

    /// The program, which lies beside the tests.
    private static func watchbill() throws -> URL {
        let place = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "watchbill")
        guard let place, FileManager.default.isExecutableFile(atPath: place.path) else {
            throw NoProgram(place: place?.path ?? "unknown")
        }
        return place
    }

    private struct NoProgram: Error {
        let place: String
    }
}

/// A journey of `Tests/Browser` in headless Chromium.
enum Journey {
    /// Nil if it went as it should, else what it printed.
    static func run(_ arguments: [String]) async throws -> String? {
        try await PythonProgram.run("Browser/journey.py", arguments)
    }
}

@Suite("In a real browser", .serialized)
struct BrowserTests {
    @Test(
        "a planner builds, watches, stops and explains by keyboard alone, and axe finds nothing serious",
        arguments: ["1440", "390"])
    func planner(width: String) async throws {
        let trouble = try await Journey.run(["planner", width])
        #expect(trouble == nil)
    }

    @Test("nobody gets in but by the door, and axe finds nothing serious there", arguments: ["1440", "390"])
    func door(width: String) async throws {
        let trouble = try await Journey.run(["door", width])
        #expect(trouble == nil)
    }

    @Test("a provider's button leads there and back, and a code signs in a handset", arguments: ["1440", "390"])
    func provider(width: String) async throws {
        let trouble = try await Journey.run(["provider", width])
        #expect(trouble == nil)
    }

    @Test(
        "a new planner sets a unit up and publishes its first rota by the visible path alone",
        arguments: ["1440", "390"])
    func setup(width: String) async throws {
        let trouble = try await Journey.run(["setup", width])
        #expect(trouble == nil)
    }

    @Test("requests, leave and an exchange are asked for, agreed and approved on a handset")
    func asking() async throws {
        let trouble = try await Journey.run(["asking", "390"])
        #expect(trouble == nil)
    }

    @Test(
        "every page that links lead to is in order, whatever the visitor's role",
        arguments: ["1440", "390"])
    func walk(width: String) async throws {
        let trouble = try await Journey.run(["walk", width])
        #expect(trouble == nil)
    }
}

/// Beside the others, so that both cores have something to do to the end.
@Suite("In a real browser, from beginning to end", .serialized)
struct JourneyTests {
    @Test(
        "the journeys end well",
        arguments: [
            "paper",  // the print view fits A4 and A3, landscape
            "restart",  // shows the last finished build, keeps one that was cut off
            "planners",  // two change one draft by hand at once
            "repair",  // somebody drops out of what is published: repaired, compared and published again
            "attendance",  // written down, corrected and seen; requests until a day
            "station",  // a tablet at a door, with the server killed; who is missing, and cover by one touch
            "expiry",  // a licence runs out: the keeper and the person see it, the planner sees not eligible
            "messages",  // asked, answered, deleted, taken back, overdue, offline, notified: by two handsets
            "cover",  // two say yes at once to a shift that became free, and one has it
            "two",  // builds at once do not disturb each other
            "offline",  // one's own shifts stay readable, and the page can be installed
            "closed",  // closing the browser does not stop a build
            "plain",  // everything works without scripts
        ])
    func journeys(name: String) async throws {
        let trouble = try await Journey.run([name])
        #expect(trouble == nil)
    }
}

@Suite("What leaves the building")
struct DeliveryJourneyTests {
    @Test(
        "comes to a mail server, a program and a push service that fail at first, though the server is killed meanwhile"
    )
    func delivery() async throws {
        let trouble = try await PythonProgram.run("Channels/delivery.py")
        #expect(trouble == nil)
    }
}
