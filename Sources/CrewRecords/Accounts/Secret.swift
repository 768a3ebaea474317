internal import Crypto

/// Bytes that show only to whoever asks for them by name: no description, dump or mirror has anything of them, and they
/// cannot be encoded.
package struct Secret: Sendable {
    private let bytes: [UInt8]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    package init(text: String) {
        self.init(Array(text.utf8))
    }

    /// The bytes themselves, for the one place that needs them.
    package func revealed() -> [UInt8] { bytes }

    /// The bytes as text. They came from text, or are ASCII.
    package func revealedText() -> String { String(decoding: bytes, as: UTF8.self) }

    package var count: Int { bytes.count }
}

extension Secret: Equatable {
    /// How long it takes does not depend on where the two differ: the library compares digests in constant time.
    package static func == (left: Self, right: Self) -> Bool {
        SHA256.hash(data: left.bytes) == SHA256.hash(data: right.bytes)
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "(secret)" }
    package var debugDescription: String { "(secret)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
