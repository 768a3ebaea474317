/// 16 random bytes, a new one for each hash, so that equal passwords do not look equal.
package struct PasswordSalt: Sendable {
    let bytes: [UInt8]

    package init(using random: inout some RandomNumberGenerator) {
        bytes = random.randomBytes(16)
    }
}
