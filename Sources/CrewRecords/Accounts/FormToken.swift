internal import Crypto
internal import RotaModel

/// Proves that a form was made for the session that sends it (OWASP, Cross-Site Request Forgery Prevention, "signed
/// double-submit" with HMAC): a page of another site cannot know it. Each is another text for the same session, so that
/// compressed answers do not tell it (the BREACH attack).
package enum FormToken {
    private static let nonceCount = 16

    package static func make(
        for session: SessionID, keys: SigningKeys, using random: inout some RandomNumberGenerator
    ) -> Secret {
        let nonce = random.randomBytes(nonceCount)
        let code = HMAC<SHA256>.authenticationCode(for: signed(nonce, session), using: keys.forms)
        return Secret(text: Base64.url.text(nonce + Array(code)))
    }

    /// In constant time.
    ///
    /// - Throws: `AccountError`, `formTokenUnusable`.
    package static func check(_ text: String, for session: SessionID, keys: SigningKeys) throws(AccountError) {
        guard text.utf8.count == 64, let bytes = Base64.url.bytes(text.utf8), bytes.count == nonceCount + 32,
            HMAC<SHA256>.isValidAuthenticationCode(
                bytes.suffix(32), authenticating: signed(Array(bytes.prefix(nonceCount)), session), using: keys.forms)
        else {
            throw AccountError(
                .formTokenUnusable,
                "This form was not made for the session that sends it. Maybe you have signed in anew since;"
                    + " load the page again.")
        }
    }

    private static func signed(_ nonce: [UInt8], _ session: SessionID) -> [UInt8] {
        nonce + Array(session.rawValue.utf8)
    }
}
