/// Why something about signing in was refused.
package struct AccountError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Fit for a metric's label: no values in it.
    package enum Code: String, Sendable, CaseIterable {
        case signInRefused, tooManyTries, tooBusy
        case passwordTooShort, passwordTooLong, passwordGuessable, hashUnreadable, hashingFailed
        case loginUnusable, loginTaken, nameUnusable, hasAccount, noAccount, accountDisabled
        case sessionEnded, linkUnusable, tokenUnusable, tokenTermsUnusable, calendarTermsUnusable
        case formTokenUnusable, cookiesTooLong
        case providerUnusable, providerRefused, providerAnswerUnusable, providerKeyUnknown, providerAway
        case subjectTaken, passwordNeeded
    }

    package let code: Code
    /// Name, reason and, where there is one, the way out; never a secret, and no value that somebody unknown has sent.
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
