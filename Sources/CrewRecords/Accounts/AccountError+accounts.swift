extension AccountError {
    package static let hasAccount = AccountError(
        .hasAccount, "The person has an account already. Maybe they need a link for a new password.")
    package static let noAccount = AccountError(.noAccount, "The person has no account. Maybe invite them.")
    package static let loginTaken = AccountError(
        .loginTaken, "Somebody else signs in with this name. Maybe take the e-mail address.")
    package static let subjectTaken = AccountError(
        .subjectTaken,
        "This account at the sign-in provider is connected with somebody else here. Maybe somebody else is signed in at the"
            + " provider in this browser: sign out there and try again.")
    package static let entryCodeForm = AccountError(
        .passwordTooShort,
        "An entry code has \(EntryCode.length.lowerBound) to \(EntryCode.length.upperBound) digits and nothing else.")
    package static let passwordNeeded = AccountError(
        .passwordNeeded,
        "Without the sign-in provider there would be no way to sign in. Ask an administrator for a link and set a password"
            + " first.")
}
