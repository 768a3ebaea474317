internal import Foundation

/// Where the master key is read from when the server starts.
package enum MasterKeySource: Hashable, Sendable {
    /// A file that only its owner may read.
    case file(String)
    /// A variable of the environment.
    case environment(String)
    /// What a command of the shell prints, such as one that asks a key service.
    case command(String)

    /// No source may be longer: what is, is not a key.
    private static let limit = 4096

    /// Reads the key.
    ///
    /// - Throws: `SealingError` that names the source, and nothing of what it holds.
    package func masterKey(environment: [String: String]) throws(SealingError) -> MasterKey {
        switch self {
        case .file(let path):
            try MasterKey(text: Self.text(ofFile: path), from: "The file \(path)")
        case .environment(let name):
            if let text = environment[name] {
                try MasterKey(text: text, from: "The variable \(name)")
            } else {
                throw SealingError(
                    .noMasterKey, "There is no variable \(name) to read the master key from. Maybe it is not exported.")
            }
        case .command(let command):
            // The command itself may hold a secret, so it is not told.
            try MasterKey(text: Self.text(ofCommand: command), from: "What the master key's command printed")
        }
    }

    private static func text(ofFile path: String) throws(SealingError) -> String {
        // Not to wait for a writer, should it be a pipe.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            let error = errno
            let reason = String(cString: strerror(error))
            throw SealingError(
                error == ENOENT ? .noMasterKey : .unreadableMasterKey,
                "The master key's file \(path) cannot be read: \(reason). Maybe the path is mistyped, "
                    + "or the file belongs to another user.")
        }
        defer { close(file) }
        // Of the open file, not of the path, so that it cannot be exchanged in between.
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw SealingError(.unreadableMasterKey, "The master key's file \(path) is not a plain file.")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw SealingError(
                .exposedMasterKey,
                "The master key's file \(path) may be read or written by others than its owner. Maybe: chmod 600 \(path)"
            )
        }
        guard let text = content(of: file) else {
            throw SealingError(
                .malformedMasterKey, "The master key's file \(path) holds no key: it is longer than any, or not text.")
        }
        return text
    }

    private static func text(ofCommand command: String) throws(SealingError) -> String {
        guard let pipe = popen(command, "re") else {
            throw SealingError(.unreadableMasterKey, "The master key's command cannot be started.")
        }
        let text = content(of: fileno(pipe))
        let status = pclose(pipe)
        guard let text else {
            throw SealingError(
                .malformedMasterKey, "The master key's command printed no key: it is longer than any, or not text.")
        }
        guard status == 0 else {
            let way = status & 0x7F == 0 ? "with status \(status >> 8 & 0xFF)" : "by signal \(status & 0x7F)"
            throw SealingError(
                .unreadableMasterKey, "The master key's command ended \(way). Maybe it said why on standard error.")
        }
        return text
    }

    /// Nil for more than the limit, for what is not UTF-8, and where reading fails.
    private static func content(of file: Int32) -> String? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: limit + 1)
        while bytes.count <= limit {
            let count = read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return String(validating: bytes, as: UTF8.self) }
            bytes += buffer.prefix(count)
        }
        return nil
    }
}
