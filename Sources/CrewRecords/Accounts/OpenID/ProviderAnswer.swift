internal import Foundation

/// What a provider answers is JSON, and read only as far as it is needed.
enum ProviderAnswer {
    /// - Parameter what: what is read, for the message.
    /// - Throws: `AccountError`, `providerAnswerUnusable`.
    static func read<Value: Decodable>(
        _ type: Value.Type, from bytes: [UInt8], what: String, longest: Int
    ) throws(AccountError) -> Value {
        guard bytes.count <= longest else { throw unusable("\(what) is longer than \(longest) bytes") }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            return try decoder.decode(type, from: Data(bytes))
        } catch {
            throw unusable("\(what) is not the JSON it should be")
        }
    }

    /// - Parameter reason: without anything that came from outside: the answer may hold tokens.
    static func unusable(_ reason: String) -> AccountError {
        AccountError(
            .providerAnswerUnusable,
            "The sign-in provider's answer cannot be used: \(reason). Maybe try again, or sign in with a password.")
    }

    /// Why a provider sent somebody back without a code, by the error's name (RFC 6749, 4.1.2.1; OpenID Connect Core 1.0,
    /// 3.1.2.6), which is looked up and never repeated.
    static func refused(_ name: String) -> AccountError {
        let words =
            switch name {
            case "access_denied", "login_required", "consent_required", "interaction_required",
                "account_selection_required":
                "The sign-in was given up, or the sign-in provider did not agree to it. Maybe try again, or use a password."
            case "temporarily_unavailable", "server_error":
                "The sign-in provider cannot sign anybody in at the moment. Try again later, or use a password."
            default:
                "The sign-in provider refuses this server's requests. Whoever runs Watchbill must look at the client's"
                    + " settings there; use a password meanwhile."
            }
        return AccountError(.providerRefused, words)
    }
}
