internal import Crypto

/// The SHA-256 of some fields in a row: two rows that differ anywhere have different ones, and none leads back to its row.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
    /// 32 of them.
    package let bytes: [UInt8]

    /// Nil unless there are 32 bytes.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == SHA256.byteCount else { return nil }
        self.bytes = bytes
    }

    package init(of fields: [[UInt8]]) {
        var canonical = CanonicalBytes()
        for field in fields { canonical.add(field) }
        bytes = Array(SHA256.hash(data: canonical.bytes))
    }

    /// 43 letters of base64url.
    package var description: String { Base64.url.text(bytes) }
}
