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
        do throws(PrivateFile.Failure) {
            return try PrivateFile.text(of: path, most: limit)
        } catch {
            let file = "The master key's file \(path)"
            switch error.kind {
            case .missing: throw SealingError(.noMasterKey, "\(file) \(error.reason)")
            case .unreadable: throw SealingError(.unreadableMasterKey, "\(file) \(error.reason)")
            case .exposed: throw SealingError(.exposedMasterKey, "\(file) \(error.reason)")
            case .tooLong:
                throw SealingError(.malformedMasterKey, "\(file) holds no key: it is longer than any, or not text.")
            }
        }
    }

    private static func text(ofCommand command: String) throws(SealingError) -> String {
        guard let pipe = popen(command, "re") else {
            throw SealingError(.unreadableMasterKey, "The master key's command cannot be started.")
        }
        let text = PrivateFile.content(of: fileno(pipe), most: limit)
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
}
