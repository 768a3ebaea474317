/// Hashes and checks passwords off the cooperative pool, a few at once, since each takes the parameters' memory.
package final class PasswordHasher: Sendable {
    package enum Verdict: Hashable, Sendable {
        case wrong
        /// `isOutdated`: the hash was made with weaker parameters than those of today and should be made anew, now that
        /// the password is at hand.
        case right(isOutdated: Bool)
    }

    private let parameters: Argon2Parameters
    /// Checked where there is no account, so that it takes as long to say no.
    private let decoy: PasswordHash
    private let queue: WorkQueue

    /// - Parameters:
    ///   - atOnce: how many run at a time; each takes `parameters.memory` and a core.
    ///   - mostWaiting: further ones are refused with `tooBusy`.
    package init(parameters: Argon2Parameters = .recommended, atOnce: Int, mostWaiting: Int) {
        self.parameters = parameters
        decoy = PasswordHash(
            parameters: parameters, salt: [UInt8](repeating: 0, count: 16),
            digest: Secret([UInt8](repeating: 0, count: 32)))
        queue = WorkQueue(atOnce: atOnce, mostWaiting: mostWaiting)
    }

    /// - Throws: `AccountError`, `tooBusy` or `hashingFailed`.
    package func hash(_ password: Password, salt: PasswordSalt) async throws(AccountError) -> PasswordHash {
        let parameters = parameters
        let result: Result<PasswordHash, AccountError> = try await queue.run {
            Result { () throws(AccountError) in try Argon2.hash(password, salt: salt, parameters: parameters) }
        }
        return try result.get()
    }

    /// Does the same work whether there is a hash or none; without one no password is right.
    ///
    /// - Parameter hash: the account's, nil if there is no such account or it has no password.
    /// - Throws: `AccountError`, `tooBusy` or `hashingFailed`.
    package func verify(_ password: Password, against hash: PasswordHash?) async throws(AccountError) -> Verdict {
        let checked = hash ?? decoy
        let result: Result<Bool, AccountError> = try await queue.run {
            Result { () throws(AccountError) in try Argon2.verify(password, against: checked) }
        }
        guard try result.get(), let hash else { return .wrong }
        return .right(isOutdated: hash.parameters.isWeaker(than: parameters))
    }
}
