internal import Crypto
internal import Foundation
internal import RotaModel

extension ProviderSignIn {
    private static let context = Array("watchbill provider sign-in 1".utf8)

    private struct Content: Codable {
        var state: String
        var nonce: String
        var verifier: String
        /// Seconds since 1970.
        var expires: Int
        /// One of these.
        var to: String?
        var session: String?
        var link: String?
    }

    /// The value of the browser's cookie: AES-256-GCM, so that nobody reads or makes one.
    package func sealed(keys: SigningKeys, using random: inout some RandomNumberGenerator) -> Secret {
        var content = Content(
            state: state.revealedText(), nonce: nonce.revealedText(), verifier: verifier.revealedText(),
            expires: expires.seconds)
        switch purpose {
        case .signIn(let to): content.to = to
        case .connect(let session): content.session = session.rawValue
        case .invitation(let link): content.link = link.revealedText()
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let text = try? encoder.encode(content) else {
            preconditionFailure("Texts and a whole number can be written as JSON.")
        }
        let box = SealedEnvelope.encrypt(Array(text), using: keys.provider, context: Self.context, generator: &random)
        return Secret(text: Base64.url.text(box))
    }

    /// Nil for anything but a value made with these keys.
    package init?(sealed: Secret, keys: SigningKeys) {
        guard let bytes = Base64.url.bytes(sealed.reveal()), let box = try? AES.GCM.SealedBox(combined: bytes),
            let text = try? AES.GCM.open(box, using: keys.provider, authenticating: Self.context),
            let content = try? JSONDecoder().decode(Content.self, from: text)
        else { return nil }
        let purpose: Purpose? =
            if let to = content.to {
                .signIn(to: to)
            } else if let session = content.session {
                .connect(SessionID(session))
            } else {
                content.link.flatMap { Token($0) }.map { .invitation($0) }
            }
        guard let purpose else { return nil }
        self.init(
            purpose: purpose, state: Secret(text: content.state), nonce: Secret(text: content.nonce),
            verifier: Secret(text: content.verifier), expires: Instant(seconds: content.expires))
    }
}
