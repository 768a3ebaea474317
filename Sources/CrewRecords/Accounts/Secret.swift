/// Confidential bytes: a password, a token, a key.
package typealias Secret = Confidential<[UInt8]>

extension Secret {
    package init(text: String) {
        self.init(Array(text.utf8))
    }

    /// The bytes as text. They came from text, or are ASCII.
    package func revealedText() -> String { String(decoding: reveal(), as: UTF8.self) }

    package var count: Int { reveal().count }
}
