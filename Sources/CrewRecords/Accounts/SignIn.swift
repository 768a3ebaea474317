/// Whether somebody may sign in. Whoever is refused learns nothing by it: an unknown name, a wrong password and a disabled
/// account get the same answer after the same work.
package enum SignIn {
    package static let refused = AccountError(
        .signInRefused,
        "The name or the password is wrong, or the account is disabled. Maybe ask an administrator for a new link.")

    /// The same for somebody whom nobody has connected and for a disabled account.
    package static let refusedByProvider = AccountError(
        .signInRefused,
        "No account here is connected with yours at the sign-in provider, or it is disabled. Maybe sign in with a password"
            + " and connect the two on your own page, or ask for an invitation.")

    /// - Parameters:
    ///   - account: the one of the login that was typed, if there is one.
    ///   - verdict: the hasher's on the typed password and that account's hash.
    /// - Throws: `AccountError`, `signInRefused`.
    package static func byPassword(
        _ account: Account?, _ verdict: PasswordHasher.Verdict
    ) throws(AccountError) -> Account {
        guard let account, verdict != .wrong, account.disabled == nil, account.passwordHash != nil else {
            throw refused
        }
        return account
    }

    /// - Parameters:
    ///   - account: the one linked to the subject that the provider names, if there is one.
    ///   - subject: whom the provider's token names, already validated.
    /// - Throws: `AccountError`, `signInRefused`.
    package static func byProvider(_ account: Account?, _ subject: OpenIDSubject) throws(AccountError) -> Account {
        guard let account, account.disabled == nil, account.subject == subject else {
            throw refusedByProvider
        }
        return account
    }
}
