internal import CrewRecords
internal import Logging
internal import RotaModel
internal import Synchronization
internal import WatchbillStore

/// Where the server speaks with the sign-in provider: what it is, its keys, and who somebody is who comes back from there.
final class ProviderDesk: Sendable {
    /// Codes that are exchanged at a time; each takes a connection to the provider, for seconds if it is slow.
    private static let most = 16

    let settings: ProviderSettings
    private let ask: ProviderFetch
    private let provider: Fetched<OpenIDProvider>
    private let keys: Fetched<KeySet>
    private let now: @Sendable () -> Instant
    private let exchanging = Mutex(0)

    init(_ settings: ProviderSettings, surroundings: Surroundings, logger: Logger) {
        self.settings = settings
        now = surroundings.now
        let fetch = surroundings.fetch
        let ask: ProviderFetch = { request in
            do {
                return try await fetch(request)
            } catch let failure as ProviderFailure {
                logger.warning(
                    "The sign-in provider did not answer as it should.",
                    metadata: ["address": "\(request.address)", "reason": "\(failure)"])
                throw Self.refusal(failure)
            }
        }
        self.ask = ask
        let provider = Fetched(now: now) {
            guard let address = WebAddress(OpenIDProvider.documentAddress(of: settings.issuer)) else {
                throw AccountError(
                    .providerUnusable,
                    "The sign-in provider \(settings.issuer) cannot be used: its address is too long.")
            }
            let document = try await ask(
                ProviderRequest(address: address, longest: OpenIDProvider.longestDocument))
            return try OpenIDProvider(document: document, of: settings.issuer)
        }
        self.provider = provider
        keys = Fetched(now: now) {
            let address = try await provider.value().keysAddress
            return try KeySet(
                document: try await ask(ProviderRequest(address: address, longest: KeySet.longestDocument)))
        }
    }

    /// For people: what the log tells besides is for whoever runs the server.
    private static func refusal(_ failure: ProviderFailure) -> AccountError {
        let way = "Maybe try again in a moment, or sign in with a password."
        return switch failure {
        case .late, .network: AccountError(.providerAway, "The sign-in provider cannot be reached. \(way)")
        case .tooLong, .status:
            AccountError(.providerAnswerUnusable, "The sign-in provider did not answer as it should. \(way)")
        }
    }

    /// Where a browser is sent to sign in.
    ///
    /// - Parameter redirect: where it is to come back to.
    /// - Throws: `AccountError`: the provider cannot be reached or used.
    func address(for pending: ProviderSignIn, backTo redirect: WebAddress) async throws -> Secret {
        pending.authorisationAddress(at: try await provider.value(), for: client(redirect))
    }

    /// Who somebody is who came back.
    ///
    /// - Parameters:
    ///   - answer: what they brought back.
    ///   - pending: what they were sent with.
    ///   - redirect: as it was then.
    /// - Throws: `AccountError`.
    func subject(
        of answer: ProviderSignIn.Answer, to pending: ProviderSignIn, backTo redirect: WebAddress
    ) async throws -> OpenIDSubject {
        let provider = try await provider.value()
        let code = try pending.code(from: answer, provider: provider, at: now())
        let token = try await exchange(
            TokenRequest(code: code, of: pending, provider: provider, client: client(redirect)))
        func validate(by keys: KeySet) throws(AccountError) -> OpenIDSubject {
            try IDToken.validate(
                token, keys: keys, provider: provider, client: client(redirect), pending: pending, at: now())
        }
        do {
            return try validate(by: try await keys.value())
        } catch let error as AccountError where error.code == .providerKeyUnknown {
            return try validate(by: try await keys.newer())
        }
    }

    private func client(_ redirect: WebAddress) -> OpenIDClient {
        OpenIDClient(id: settings.client, secret: settings.secret, redirect: redirect)
    }

    private func exchange(_ request: TokenRequest) async throws -> Secret {
        let isFree = exchanging.withLock { count in
            if count < Self.most { count += 1 } else { return false }
            return true
        }
        guard isFree else {
            throw AccountError(.tooBusy, "Too many people are signing in at this moment. Try again in a moment.")
        }
        defer { exchanging.withLock { $0 -= 1 } }
        let answer = try await ask(
            ProviderRequest(
                address: request.address, authorization: request.authorization, form: request.body,
                longest: TokenRequest.longestAnswer))
        return try TokenRequest.idToken(from: answer)
    }
}
