extension AccountError {
    package static let hasAccount = AccountError(
        .hasAccount, "The person has an account already. Maybe they need a link for a new password.")
    package static let noAccount = AccountError(.noAccount, "The person has no account. Maybe invite them.")
    package static let loginTaken = AccountError(
        .loginTaken, "Somebody else signs in with this name. Maybe take the e-mail address.")
}
