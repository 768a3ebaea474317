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

/// The journeys of `Tests/Browser` in headless Chromium, in two halves, so that both cores have something to do.
///
/// Each half is one test, for a test keeps its place among those that run at a time. As a test of its own each journey would
/// wait behind all others again, and most would run when those are done.
@Suite("In a real browser")
struct BrowserTests {
    @Test("all goes well on a desk's screen and a handset's, and axe finds nothing serious")
    func widths() async throws {
        for name in [
            "planner",  // builds, watches, stops and explains by keyboard alone
            "door",  // nobody gets in but by the door
            "provider",  // a provider's button leads there and back, and a code signs in a handset
            "setup",  // a new planner sets a unit up and publishes its first rota by the visible path alone
            "walk",  // every page that links lead to is in order, whatever the visitor's role
        ] {
            for width in ["1440", "390"] { try await run([name, width]) }
        }
        try await run(["asking", "390"])  // requests, leave and an exchange, asked for, agreed and approved
    }

    @Test("the journeys end well")
    func journeys() async throws {
        for name in [
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
        ] { try await run([name]) }
    }

    private func run(_ journey: [String]) async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let trouble = try await PythonProgram.run("Browser/journey.py", journey)
        #expect(trouble == nil, "\(journey.joined(separator: ", "))")
        print("Journey \(journey.joined(separator: ", ")): \((clock.now - start).components.seconds) s.")
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
