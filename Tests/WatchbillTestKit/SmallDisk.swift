package import Foundation

/// A disk of a few megabytes, seen by the programs that are started on it and by no others. It goes with the tests'
/// process, however that ends.
///
/// A file system in memory, in a mount namespace of its own. Whoever is not root has it in a user namespace besides, where
/// the system allows those.
package final class SmallDisk: Sendable {
    /// What went wrong.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// Whether the system lets the tests have one.
    package static var isAllowed: Bool {
        get async { await trying.value }
    }

    private static let trying = Task { (try? await SmallDisk(megabytes: 1)) != nil }

    private static let holding = """
        set -eu
        trap '' INT HUP TERM PIPE
        mount -t tmpfs -o "size=$2m,mode=777" watchbill "$1/disk"
        echo mounted >&2
        while [ -d "/proc/$0" ] && [ -e "$1/wanted" ]; do sleep 0.2; done
        umount -l "$1/disk"
        rm -rf "$1"
        """

    private let holder: RunningProgram
    private let place: URL

    /// Where it is, for programs on it.
    package var folder: String { place.appending(path: "disk").path }

    /// - Throws: `Failure` where mounting is not allowed.
    package init(megabytes: Int) async throws {
        place = FileManager.default.temporaryDirectory.appending(path: "watchbill-disk-\(UUID().uuidString)")
        let disk = place.appending(path: "disk")
        try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
        try Data().write(to: place.appending(path: "wanted"))
        let user = geteuid() == 0 ? [] : ["--map-root-user"]
        let process = String(ProcessInfo.processInfo.processIdentifier)
        holder = try RunningProgram(
            URL(filePath: "/usr/bin/unshare"),
            user + ["--mount", "/bin/sh", "-c", Self.holding, process, place.path, String(megabytes)])
        await holder.wait(for: "mounted\n")
        guard holder.errorsSoFar.contains("mounted\n") else {
            try FileManager.default.removeItem(at: place)
            throw Failure(description: holder.errorsSoFar)
        }
    }

    deinit {
        // If it cannot be removed, the disk goes with the tests.
        try? FileManager.default.removeItem(at: place.appending(path: "wanted"))
    }

    /// Starts a program that sees the disk.
    package func run(
        _ program: URL, _ arguments: [String], environment: [String: String?] = [:]
    ) throws -> RunningProgram {
        let user = geteuid() == 0 ? [] : ["--user", "--preserve-credentials"]
        let entering = ["--target", String(holder.identifier), "--mount"] + user
        return try RunningProgram(
            URL(filePath: "/usr/bin/nsenter"), entering + [program.path] + arguments, environment: environment)
    }

    /// How the tests themselves reach a file on it.
    package func path(_ name: String) -> String { "/proc/\(holder.identifier)/root\(folder)/\(name)" }

    /// Takes all room but so many bytes.
    package func fill(leaving bytes: Int) throws {
        var room = statvfs()
        guard statvfs(path(""), &room) == 0 else { throw Failure(description: String(cString: strerror(errno))) }
        let free = Int(room.f_bavail) * Int(room.f_frsize)
        try Data(count: max(0, free - bytes)).write(to: URL(filePath: path("filler")))
    }

    /// Gives back what `fill` took: not by removing the file, of which a program that another test has started meanwhile may
    /// have a descriptor.
    package func makeRoom() throws {
        guard truncate(path("filler"), 0) == 0 else { throw Failure(description: String(cString: strerror(errno))) }
    }
}
