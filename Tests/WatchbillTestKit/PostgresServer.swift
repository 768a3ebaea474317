internal import Foundation

/// A PostgreSQL server of the tests' own, in a temporary folder, reached by a Unix socket there.
///
/// It is watched over by a shell that ends it, and removes the folder, as soon as the tests' process has ended, however
/// that came about.
package final class PostgresServer: Sendable {
    /// What went wrong.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// Started when the first test asks for it; tests have databases of their own in it.
    package static var shared: PostgresServer {
        get async throws { try await starting.value }
    }

    private static let starting = Task { try await PostgresServer() }

    /// Where Debian puts the programs, of the newest version there is; elsewhere they are on the path.
    private static let programs = """
        programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
        PATH=${programs:+$programs:}$PATH
        """

    private static let watching = """
        \(programs)
        set -eu
        trap '' INT HUP TERM PIPE
        folder=$(mktemp -d "${TMPDIR:-/tmp}/watchbill-postgres-XXXXXX")
        finish() {
            pg_ctl stop --pgdata="$folder/data" --mode=immediate --silent || true
            rm -rf "$folder"
        }
        trap finish EXIT
        if [ -n "$2" ]; then
            mkdir "$2/data"
            ln -s "$2/data" "$folder/data"
        fi
        initdb --pgdata="$folder/data" --auth=trust --username=postgres --encoding=UTF8 --locale=C --no-sync \\
            --wal-segsize=1 \\
            >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
        printf '%s\\n' "unix_socket_directories = '$folder'" "$1" >>"$folder/data/postgresql.conf"
        printf '%s\\n' 'local all clerk scram-sha-256' 'local all all trust' >"$folder/data/pg_hba.conf"
        pg_ctl start --wait --silent --pgdata="$folder/data" --log="$folder/log" >/dev/null \\
            || { cat "$folder/log" >&2; exit 1; }
        touch "$folder/wanted"
        echo "folder:$folder" >&2
        while [ -d "/proc/$0" ] && [ -e "$folder/wanted" ]; do sleep 0.2; done
        """

    private let watcher: RunningProgram
    private let disk: SmallDisk?
    package let folder: String

    /// - Parameters:
    ///   - settings: more lines of the server's configuration.
    ///   - disk: where all that it keeps lies; nil for the system's temporary folder.
    package init(settings: [String] = [], on disk: SmallDisk? = nil) async throws {
        self.disk = disk
        let frugal = ["listen_addresses = ''", "max_connections = 1500", "shared_buffers = 16MB"]
        let lines = (frugal + settings).joined(separator: "\n")
        let process = String(ProcessInfo.processInfo.processIdentifier)
        watcher = try Self.program(
            "/bin/sh", ["-c", Self.watching, process, lines, disk?.folder ?? ""], on: disk)
        await watcher.wait(for: "folder:")
        let words = watcher.errorsSoFar.split(separator: "\n")
        guard let line = words.first(where: { $0.hasPrefix("folder:") }) else {
            throw Failure(
                description: "PostgreSQL cannot be started; script/test installs it.\n\(watcher.errorsSoFar)")
        }
        folder = String(line.dropFirst("folder:".count))
    }

    deinit {
        // If it cannot be removed, the server ends with the tests.
        try? FileManager.default.removeItem(atPath: folder + "/wanted")
    }

    /// As the user postgres where the tests run as root: PostgreSQL refuses to be run by it.
    private static func program(
        _ path: String, _ arguments: [String], environment: [String: String?] = [:], on disk: SmallDisk? = nil
    ) throws -> RunningProgram {
        var (path, arguments) = (path, arguments)
        if geteuid() == 0 {
            arguments = ["--reuid=postgres", "--regid=postgres", "--init-groups", path] + arguments
            path = "/usr/bin/setpriv"
        }
        if let disk { return try disk.run(URL(filePath: path), arguments, environment: environment) }
        return try RunningProgram(URL(filePath: path), arguments, environment: environment)
    }

    /// What a store is opened with.
    package func address(of database: String, user: String = "postgres") -> String {
        let host = folder.replacing("/", with: "%2F")
        return "postgres://\(user)@\(host)/\(database)"
    }

    /// Runs SQL by hand, with the tables of Watchbill in sight.
    ///
    /// - Returns: the answer's rows, one a line, columns with `|` between.
    @discardableResult
    package func run(_ sql: String, in database: String = "postgres") async throws -> String {
        let options = ["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1"]
        let place = ["--host=\(folder)", "--username=postgres", "--dbname=\(database)", "--command=\(sql)"]
        let outcome = try await Self.program(
            "/usr/bin/env", ["psql"] + options + place,
            environment: ["PGOPTIONS": "-c search_path=watchbill -c client_min_messages=warning"]
        ).outcome()
        guard outcome.status == 0 else { throw Failure(description: outcome.errors) }
        return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Stops it without letting it finish anything, as a power cut does, and starts it again.
    package func crash() async throws {
        try await control("stop", "--mode=immediate")
        try await start()
    }

    package func start() async throws {
        try await control("start", "--log=\(folder)/log")
    }

    /// Starts it whenever it does not run, until the task is cancelled.
    ///
    /// A start that fails is tried again: the server may be at the end of its last life still.
    package func keepRunning() async throws {
        while !Task.isCancelled {
            if try await !isRunning { try? await start() }
            try? await Task.sleep(for: .milliseconds(200))
        }
    }

    /// Whether it runs, be it that it is only getting up again.
    private var isRunning: Bool {
        get async throws {
            do {
                try await control("status")
                return true
            } catch is Failure {
                return false
            }
        }
    }

    package func stop() async throws {
        try await control("stop", "--mode=fast")
    }

    private func control(_ words: String...) async throws {
        let script = Self.programs + "\nexec pg_ctl \"$@\" >/dev/null"
        let data = ["--wait", "--silent", "--pgdata=\(folder)/data"]
        let outcome = try await Self.program("/bin/sh", ["-c", script, "pg_ctl"] + words + data, on: disk).outcome()
        guard outcome.status == 0 else { throw Failure(description: "pg_ctl \(words): \(outcome.errors)") }
    }
}
