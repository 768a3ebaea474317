package import Foundation

/// The kinds of databases a store can be in; most tests of it are run over both.
package enum StoreKind: String, CaseIterable, Sendable {
    case sqlite = "SQLite"
    case postgres = "PostgreSQL"
}

/// A place for one test's store, in which nothing is yet. Removed when the test lets go of it.
package final class ScratchStore: Sendable {
    package let kind: StoreKind
    /// Of its own.
    package let folder: URL
    /// What a store is opened with: a path or an address.
    package let location: String
    private let server: PostgresServer?
    private let database = "test_" + UUID().uuidString.replacing("-", with: "").lowercased()

    /// - Parameter server: for PostgreSQL; nil for the one that tests share.
    package init(_ kind: StoreKind, on server: PostgresServer? = nil) async throws {
        self.kind = kind
        folder = FileManager.default.temporaryDirectory.appending(path: "watchbill-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        switch kind {
        case .sqlite:
            self.server = nil
            location = folder.appending(path: "watchbill.sqlite").path
        case .postgres:
            let server = if let server { server } else { try await PostgresServer.shared }
            self.server = server
            location = server.address(of: database)
            try await server.run("CREATE DATABASE \(database)")
        }
    }

    deinit {
        // Nothing depends on either: the system empties its temporary folder, and the server ends with the tests.
        try? FileManager.default.removeItem(at: folder)
        if let server {
            Task { [database] in try? await server.run("DROP DATABASE \(database) WITH (FORCE)") }
        }
    }

    /// Runs SQL by hand in the PostgreSQL database; nil for SQLite, which has no server that would do it.
    package func runOnServer(_ sql: String) async throws -> String? {
        try await server?.run(sql, in: database)
    }
}
