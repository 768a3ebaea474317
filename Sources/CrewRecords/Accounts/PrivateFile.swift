internal import Foundation

/// A file that only its owner may read: a key, a secret.
package enum PrivateFile {
    /// Why a file is not read, in words that can follow the file's name.
    package struct Failure: Error, Hashable, Sendable {
        package enum Kind: Sendable {
            case missing, unreadable, exposed, tooLong
        }

        package let kind: Kind
        package let reason: String
    }

    /// The file's text.
    ///
    /// - Parameter most: in bytes; a longer one is none of what is looked for.
    /// - Throws: the failure; nothing of what the file holds is in it.
    package static func text(of path: String, most: Int) throws(Failure) -> String {
        // Not to wait for a writer, should it be a pipe.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            let error = errno
            throw Failure(
                kind: error == ENOENT ? .missing : .unreadable,
                reason: "cannot be read: \(String(cString: strerror(error))). Maybe the path is mistyped, "
                    + "or the file belongs to another user.")
        }
        defer { close(file) }
        // Of the open file, not of the path, so that it cannot be exchanged in between.
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Failure(kind: .unreadable, reason: "is not a plain file.")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw Failure(
                kind: .exposed,
                reason: "may be read or written by others than its owner. Maybe: chmod 600 \(path)")
        }
        guard let text = content(of: file, most: most) else {
            throw Failure(kind: .tooLong, reason: "is longer than \(most) bytes, or not text.")
        }
        return text
    }

    /// Nil for more than that, for what is not UTF-8, and where reading fails.
    static func content(of file: Int32, most: Int) -> String? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: most + 1)
        while bytes.count <= most {
            let count = read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return String(validating: bytes, as: UTF8.self) }
            bytes += buffer.prefix(count)
        }
        return nil
    }
}
