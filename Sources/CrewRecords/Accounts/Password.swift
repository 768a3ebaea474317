internal import Foundation

/// A password as somebody typed it, in Unicode's normalisation form C, so that keyboards which compose letters otherwise
/// give the same one (NIST SP 800-63B, 3.1.1.2). Whether it is good enough to be set is asked with `checkAsNew`.
package struct Password: Sendable {
    /// In code points.
    package static let shortest = 10
    /// In bytes of UTF-8.
    package static let longest = 1024

    private let secret: Secret

    /// - Throws: `AccountError`, `passwordTooLong`.
    package init(_ typed: String) throws(AccountError) {
        // Composing takes three bytes for nine at the most, so what is longer than this cannot come out short enough; it is
        // not worth the work of finding out.
        guard typed.utf8.count <= 3 * Self.longest else { throw Self.tooLong }
        let composed = typed.precomposedStringWithCanonicalMapping
        guard composed.utf8.count <= Self.longest else { throw Self.tooLong }
        secret = Secret(text: composed)
    }

    private static let tooLong = AccountError(
        .passwordTooLong, "The password is longer than \(longest) bytes. Choose a shorter one.")

    /// UTF-8.
    func reveal() -> [UInt8] { secret.reveal() }

    /// Refuses what is too short or easily guessed: the commonest passwords, runs on the keyboard, the person's own name
    /// and login. There are no rules on kinds of letters, which only move people to `Password1!` (NIST SP 800-63B).
    ///
    /// - Throws: `AccountError`, `passwordTooShort` or `passwordGuessable`.
    package func checkAsNew(name: String, login: LoginName) throws(AccountError) {
        let text = secret.revealedText()
        guard text.unicodeScalars.count >= Self.shortest else {
            throw AccountError(
                .passwordTooShort,
                "The password has fewer than \(Self.shortest) characters. Maybe take three or four words of a sentence."
            )
        }
        let rest = GuessableParts(words: [name, login.text]).rest(of: text)
        guard rest.count >= GuessableParts.leastRest else {
            throw AccountError(
                .passwordGuessable,
                "The password is easily guessed: but for common words, runs such as 12345 and the person's own name, it has"
                    + " fewer than \(GuessableParts.leastRest) different characters."
                    + " Maybe take three or four words of a sentence.")
        }
    }
}
