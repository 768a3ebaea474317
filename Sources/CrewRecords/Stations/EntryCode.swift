internal import Crypto
internal import Foundation

/// What somebody types at a station to go on and off watch: digits, so that a glove and the dark do. It is kept as a slow
/// hash alone, as passwords are.
package struct EntryCode: Sendable {
    /// In digits.
    package static let length = 6...10

    /// As it is hashed.
    package let password: Password

    /// Nil for what is no code: other than six to ten digits.
    package init?(_ typed: String) {
        guard Self.length.contains(typed.utf8.count),
            typed.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
            let password = try? Password(typed)
        else { return nil }
        self.password = password
        digits = Secret(text: typed)
    }

    private let digits: Secret

    /// Refuses what everybody tries first: all the same digit, digits in a row, two digits in turn.
    ///
    /// - Throws: `AccountError`, `passwordGuessable`.
    package func checkAsNew() throws(AccountError) {
        let numbers = digits.reveal().map { Int($0) }
        let steps = Set(zip(numbers.dropFirst(), numbers).map { ($0 - $1 + 10) % 10 })
        let isInTurn = zip(numbers.dropFirst(2), numbers).allSatisfy { $0 == $1 }
        guard !isInTurn, steps.count > 1 else {
            throw AccountError(
                .passwordGuessable,
                "Such a code is the first that anybody tries. Choose digits that do not follow from each other.")
        }
    }
}

/// How a code comes from a station: closed to everybody but the server, so that a station keeps none that it could show,
/// however long it has no connection. HPKE in its base mode (RFC 9180) with DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and
/// AES-256-GCM; what it is for goes along as associated data, so that it opens with nothing else.
package struct CodeEnvelope: Sendable {
    /// An uncompressed point.
    static let keyLength = 65
    /// With the tag.
    static let sealedLength = EntryCode.length.lowerBound + 16...EntryCode.length.upperBound + 16

    private static let info = Data("watchbill entry code 1".utf8)

    private let key: [UInt8]
    private let sealed: [UInt8]

    /// Nil for what cannot be one.
    ///
    /// - Parameter bytes: the encapsulated key and what was sealed, one after the other.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count > Self.keyLength, Self.sealedLength.contains(bytes.count - Self.keyLength) else { return nil }
        key = Array(bytes.prefix(Self.keyLength))
        sealed = Array(bytes.dropFirst(Self.keyLength))
    }

    /// What was typed; nil if it was not closed for this server, or for something else.
    ///
    /// - Parameter purpose: the same text as when it was closed.
    package func open(for purpose: String, with keys: SigningKeys) -> EntryCode? {
        guard
            var recipient = try? HPKE.Recipient(
                privateKey: keys.codes, ciphersuite: .P256_SHA256_AES_GCM_256, info: Self.info,
                encapsulatedKey: Data(key)),
            let bytes = try? recipient.open(Data(sealed), authenticating: Data(purpose.utf8))
        else { return nil }
        return EntryCode(String(decoding: bytes, as: UTF8.self))
    }

    /// Closes a code, as a station does.
    ///
    /// - Parameter server: as `SigningKeys.codesPublicKey` has it.
    /// - Throws: if that is no point of the curve.
    package static func close(_ code: String, for purpose: String, to server: [UInt8]) throws -> [UInt8] {
        var sender = try HPKE.Sender(
            recipientKey: try P256.KeyAgreement.PublicKey(x963Representation: server),
            ciphersuite: .P256_SHA256_AES_GCM_256, info: info)
        let sealed = try sender.seal(Data(code.utf8), authenticating: Data(purpose.utf8))
        return Array(sender.encapsulatedKey) + Array(sealed)
    }
}

extension SigningKeys {
    /// By which codes are opened that stations have closed.
    var codes: P256.KeyAgreement.PrivateKey {
        // Of 2^256 keys all but 2^224 are one, so that the second try is never needed.
        var bytes = codesKey.reveal()
        while true {
            if let key = try? P256.KeyAgreement.PrivateKey(rawRepresentation: bytes) { return key }
            bytes = Array(SHA256.hash(data: bytes))
        }
    }

    /// By which stations close them: an uncompressed point of P-256.
    package var codesPublicKey: [UInt8] { Array(codes.publicKey.x963Representation) }
}
