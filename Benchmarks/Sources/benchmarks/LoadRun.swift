import Foundation

/// One kind of request, sent over so many connections at a time to a server with one kind of database.
struct LoadRun: Codable {
    /// `SQLite` or `PostgreSQL`.
    var store: String
    var work: LoadWork
    var connections: Int
    var seconds: Int
    var perSecond: Double
    /// From the request's first byte to the answer's last, in milliseconds.
    var median: Double
    var p99: Double
    var worst: Double
    /// Answers that were errors, and requests without an answer.
    var failed: Int
    /// How often a second the disk takes one block and confirms it, one after the other.
    var flushesPerSecond: Double
    /// Nil: of a run before machines were noted.
    var machine: String?

    var line: String {
        "\(store), \(work.words), \(connections) connections: \(Int(perSecond)) a second, median \(median) ms,"
            + " p99 \(p99) ms, worst \(worst) ms, \(failed) failed"
    }
}

/// What is asked for. Reads come first: what the writes add shows on the pages.
enum LoadWork: String, Codable, CaseIterable {
    case me, rota, builds, session, problem

    var words: String {
        switch self {
        case .me: "read the page *Me*"
        case .rota: "read the page of a rota, 36 people by 35 days"
        case .builds: "read the list of builds (API)"
        case .session: "write: begin a session"
        case .problem: "write: check and keep a unit's problem (API)"
        }
    }
}
