internal import CArgon2

/// The one place that calls libargon2. Blocks the thread that calls it, for tens of milliseconds.
enum Argon2 {
    /// - Throws: `AccountError`, `hashingFailed`: there is not memory enough.
    static func hash(
        _ password: Password, salt: PasswordSalt, parameters: Argon2Parameters
    ) throws(AccountError) -> PasswordHash {
        let bytes = password.reveal()
        var digest = [UInt8](repeating: 0, count: 32)
        let status = argon2id_hash_raw(
            UInt32(parameters.passes), UInt32(parameters.memory), UInt32(parameters.lanes), bytes, bytes.count,
            salt.bytes, salt.bytes.count, &digest, digest.count)
        guard status == ARGON2_OK.rawValue else { throw failure(status) }
        return PasswordHash(parameters: parameters, salt: salt.bytes, digest: Secret(digest))
    }

    /// The library computes the hash anew and compares in constant time.
    ///
    /// - Throws: `AccountError`, `hashingFailed`: there is not memory enough.
    static func verify(_ password: Password, against hash: PasswordHash) throws(AccountError) -> Bool {
        let bytes = password.reveal()
        let status = argon2id_verify(hash.stored(), bytes, bytes.count)
        guard status == ARGON2_OK.rawValue || status == ARGON2_VERIFY_MISMATCH.rawValue else { throw failure(status) }
        return status == ARGON2_OK.rawValue
    }

    private static func failure(_ status: Int32) -> AccountError {
        let reason = String(cString: argon2_error_message(status))
        return AccountError(
            .hashingFailed, "A password could not be hashed: \(reason). Maybe the machine is out of memory; try again.")
    }
}
