internal import Foundation

/// What somebody signs in with: an e-mail address or another name, brought into one form, so that it is one however it is
/// typed: without spaces around it, in lower case, in Unicode's normalisation form KC.
package struct LoginName: Hashable, Sendable, CustomStringConvertible {
    /// In bytes of UTF-8: an e-mail address has no more (RFC 5321, 4.5.3.1.3, without the brackets).
    package static let longest = 254

    package let text: String

    /// - Throws: `AccountError`, `loginUnusable`: empty, too long, with spaces or control characters inside, or one of the
    ///   few letters that no normalisation brings to rest.
    package init(_ typed: String) throws(AccountError) {
        // But for spaces around it, so long a text cannot come out short enough; it is not worth the work of finding out.
        guard typed.utf8.count <= 4 * Self.longest else { throw Self.unusable }
        let trimmed = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        let text = Self.normalised(trimmed)
        guard (1...Self.longest).contains(text.utf8.count), Self.normalised(text) == text,
            text.unicodeScalars.allSatisfy(Self.isAllowed)
        else { throw Self.unusable }
        self.text = text
    }

    package var description: String { text }

    private static let unusable = AccountError(
        .loginUnusable,
        "The name to sign in with must have 1 to \(longest) bytes and no spaces or control characters inside."
            + " Maybe take the e-mail address.")

    private static func normalised(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping.lowercased().precomposedStringWithCompatibilityMapping
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            false
        default: true
        }
    }
}
