internal import Crypto

/// What a token opens.
package protocol TokenKind {
    /// What its text begins with.
    static var tokenPrefix: String { get }
}

/// A secret that opens something for whoever holds it: 32 random bytes, so that no guessing finds it. A token for one
/// kind of thing is none for another. Only its digest is stored.
package struct Token<Kind: TokenKind>: Equatable, Sendable {
    package static var byteCount: Int { 32 }

    private let secret: Secret

    package init(using random: inout some RandomNumberGenerator) {
        secret = Secret(random.randomBytes(Self.byteCount))
    }

    /// Made from something else that is secret.
    ///
    /// - Parameter bytes: 32 of them.
    init(derived bytes: [UInt8]) {
        precondition(bytes.count == Self.byteCount, "a token was made of \(bytes.count) bytes")
        secret = Secret(bytes)
    }

    /// Nil for anything but the exact text of a token of this kind.
    package init?(_ text: String) {
        let bytes = text.utf8
        guard bytes.count == Kind.tokenPrefix.utf8.count + 43, text.hasPrefix(Kind.tokenPrefix),
            let value = Base64.url.bytes(bytes.dropFirst(Kind.tokenPrefix.utf8.count)), value.count == Self.byteCount
        else { return nil }
        secret = Secret(value)
    }

    /// The kind's prefix and 43 letters of base64url: to be shown to its holder once, and to nobody else.
    package func revealedText() -> String { Kind.tokenPrefix + Base64.url.text(secret.reveal()) }

    package var digest: TokenDigest<Kind> {
        TokenDigest(unchecked: Array(SHA256.hash(data: secret.reveal())))
    }

    /// In constant time.
    package func matches(_ digest: TokenDigest<Kind>) -> Bool {
        SHA256.hash(data: secret.reveal()) == digest.bytes
    }
}

/// The SHA-256 of a token, by which it is stored and found. A slow hash is not needed: there are 2^256 tokens to guess.
package struct TokenDigest<Kind: TokenKind>: Hashable, Sendable {
    /// 32 of them.
    package let bytes: [UInt8]

    /// Nil unless there are 32 bytes.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == SHA256.byteCount else { return nil }
        self.bytes = bytes
    }

    fileprivate init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
    }
}
