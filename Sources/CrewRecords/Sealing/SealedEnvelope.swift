internal import Crypto
internal import Foundation

/// A sealed field as it is kept: 1 byte of version, 4 of the data key's number (big-endian), 12 of nonce, the encrypted
/// and padded value, 16 of tag.
package struct SealedEnvelope: Hashable, Sendable {
    package static let version: UInt8 = 1
    private static let head = 5
    /// What AES-GCM adds: nonce and tag.
    private static let frame = 12 + 16

    package let bytes: [UInt8]
    package let key: DataKeyNumber

    /// An envelope as the store holds it.
    ///
    /// - Throws: `SealingError` for bytes that cannot be one. That they open is another matter.
    package init(_ bytes: [UInt8]) throws(SealingError) {
        guard bytes.first == Self.version, bytes.count > Self.head + Self.frame,
            Padding.isPadded(bytes.count - Self.head - Self.frame)
        else {
            throw SealingError(
                .malformedEnvelope,
                "A sealed field is not what this version of Watchbill writes. Maybe the database was changed by hand.")
        }
        self.bytes = bytes
        key = DataKeyNumber(bytes[1..<5].reduce(0) { $0 << 8 | UInt32($1) })
    }

    init(
        sealing value: [UInt8], at place: SealedPlace, under number: DataKeyNumber, _ key: SymmetricKey,
        using generator: inout some RandomNumberGenerator
    ) throws(SealingError) {
        let box = Self.encrypt(
            try Padding.pad(value), using: key, context: place.context(under: number), generator: &generator)
        bytes = [Self.version] + number.value.bigEndianBytes + box
        self.key = number
    }

    func opened(at place: SealedPlace, with key: SymmetricKey) throws(SealingError) -> [UInt8] {
        guard let box = try? AES.GCM.SealedBox(combined: bytes.dropFirst(Self.head)),
            let padded = try? AES.GCM.open(box, using: key, authenticating: place.context(under: self.key)),
            let value = Padding.unpad(Array(padded))
        else { throw Self.notOpened }
        return value
    }

    static let notOpened = SealingError(
        .notOpened,
        "A sealed field cannot be opened: it was changed, or put in another's place. Maybe restore it from a back-up.")

    /// Nonce, encrypted bytes, tag.
    static func encrypt(
        _ bytes: [UInt8], using key: SymmetricKey, context: [UInt8], generator: inout some RandomNumberGenerator
    ) -> [UInt8] {
        guard let nonce = try? AES.GCM.Nonce(data: generator.randomBytes(12)),
            let box = try? AES.GCM.seal(bytes, using: key, nonce: nonce, authenticating: context),
            let combined = box.combined
        else { preconditionFailure("AES-GCM takes any bytes, any 12 bytes of nonce and any key of 32 bytes.") }
        return Array(combined)
    }
}

/// Fills values up, so that the length of what is sealed tells little: to 256 bytes, or a power of two above it.
enum Padding {
    static let smallest = 256
    /// 16 MiB, with the length that stands before the value.
    static let largest = 1 << 24

    /// The value's length (4 bytes, big-endian), the value, zeros.
    static func pad(_ value: [UInt8]) throws(SealingError) -> [UInt8] {
        let needed = value.count + 4
        guard needed <= largest else {
            throw SealingError(.tooLong, "A sealed field has at most \(largest - 4) bytes, not \(value.count).")
        }
        var size = smallest
        while size < needed { size *= 2 }
        return UInt32(value.count).bigEndianBytes + value + [UInt8](repeating: 0, count: size - needed)
    }

    /// Nil for bytes that `pad` does not make.
    static func unpad(_ bytes: [UInt8]) -> [UInt8]? {
        guard isPadded(bytes.count) else { return nil }
        let count = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard count <= bytes.count - 4, bytes.dropFirst(4 + count).allSatisfy({ $0 == 0 }) else { return nil }
        return Array(bytes[4..<(4 + count)])
    }

    static func isPadded(_ count: Int) -> Bool {
        (smallest...largest).contains(count) && count.nonzeroBitCount == 1
    }
}
