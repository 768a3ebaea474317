internal import Crypto
internal import Foundation

/// The key that all data keys are wrapped with. It is never in the database.
package struct MasterKey: Sendable {
    package static let size = 32

    /// Tells one master key from another, and of itself nothing: 16 hexadecimal digits derived from it.
    package let id: MasterKeyID
    let wrapping: SymmetricKey

    /// - Throws: `SealingError` for bytes that are not 32, or all the same.
    package init(_ bytes: [UInt8]) throws(SealingError) {
        guard bytes.count == Self.size else {
            throw SealingError(
                .malformedMasterKey, "A master key has \(Self.size) bytes, not \(bytes.count). \(Self.advice)")
        }
        guard Set(bytes).count > 1 else {
            throw SealingError(.malformedMasterKey, "A master key whose bytes are all the same is none. \(Self.advice)")
        }
        // Two uses, two keys: what is told of one is no help with the other.
        let secret = SymmetricKey(data: bytes)
        wrapping = Self.derived(from: secret, for: "watchbill master key wrap 1", size: 32)
        id = MasterKeyID(
            Self.derived(from: secret, for: "watchbill master key id 1", size: 8)
                .withUnsafeBytes { $0.hexadecimal })
    }

    /// Reads 64 hexadecimal digits or 44 characters of base64, with white space around them.
    ///
    /// - Parameter source: what the error calls the place it came from.
    /// - Throws: `SealingError` for anything else; the text is no part of it.
    package init(text: String, from source: String) throws(SealingError) {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let digits = trimmed.utf8.count == 2 * Self.size ? [UInt8](hexadecimal: trimmed) : nil
        guard let bytes = digits ?? Self.bytes(base64: trimmed) else {
            throw SealingError(
                .malformedMasterKey,
                "\(source) holds no master key: it must be \(Self.size) bytes, as \(2 * Self.size) hexadecimal digits "
                    + "or 44 characters of base64, and is \(trimmed.utf8.count) characters long. \(Self.advice)")
        }
        try self.init(bytes)
    }

    private static let advice = "Maybe make one with: watchbill keys new"

    /// The text of a new key, which `init(text:from:)` reads: 64 hexadecimal digits.
    ///
    /// - Parameter random: must be unforeseeable: `SystemRandomNumberGenerator`.
    package static func newText(using random: inout some RandomNumberGenerator) -> String {
        random.randomBytes(size).hexadecimal
    }

    private static func bytes(base64 text: String) -> [UInt8]? {
        guard text.utf8.count == 44, let data = Data(base64Encoded: text), data.count == size else { return nil }
        return Array(data)
    }

    private static func derived(from secret: SymmetricKey, for use: String, size: Int) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: secret, info: Data(use.utf8), outputByteCount: size)
    }
}

extension MasterKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "master key \(id)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Which master key: a fingerprint of it.
package struct MasterKeyID: Hashable, Sendable, CustomStringConvertible {
    package let rawValue: String

    package init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    package var description: String { rawValue }
}
