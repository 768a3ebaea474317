import ArgumentParser
import CrewRecords
import Foundation
import WatchbillStore

/// Which database a command is about.
struct DatabaseOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "An SQLite file, or postgres://user:password@host:port/database. (default: watchbill.sqlite)",
            valueName: "database"))
    var database: String?

    /// The option wins over the environment, which wins over the default.
    ///
    /// - Throws: `StoreError` if it cannot be read.
    var location: StoreLocation {
        get throws {
            try StoreLocation(
                database ?? ProcessInfo.processInfo.environment["WATCHBILL_DATABASE"] ?? "watchbill.sqlite")
        }
    }

    /// Does something with it. What goes wrong with it is told on standard error.
    ///
    /// - Throws: `ExitCode.unusable` then.
    func use(_ body: (StoreLocation) throws -> Void) throws {
        do {
            try body(try location)
        } catch let error as StoreError {
            Console.tell("watchbill: \(error.message)\n")
            throw ExitCode.unusable
        }
    }

    /// Does something with it that takes its time, and perhaps keys. What goes wrong with them is told on standard error.
    ///
    /// - Throws: `ExitCode.unusable` then.
    func use(_ body: (StoreLocation) async throws -> Void) async throws {
        do {
            try await body(try location)
        } catch let error as StoreError {
            Console.tell("watchbill: \(error.message)\n")
            throw ExitCode.unusable
        } catch let error as SealingError {
            Console.tell("watchbill: \(error.message)\n")
            throw ExitCode.unusable
        }
    }
}
