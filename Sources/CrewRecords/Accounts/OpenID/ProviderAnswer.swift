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
}
