internal import Crypto
internal import Foundation

/// The public half of a station's key: whoever has it can check what the station has signed, and sign nothing.
package struct StationKey: Equatable, Sendable {
    /// A point of the curve P-256, uncompressed (SEC 1, 2.3.3): 65 bytes.
    package let bytes: [UInt8]

    /// Nil for what is no point of the curve.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == 65, (try? P256.Signing.PublicKey(x963Representation: bytes)) != nil else { return nil }
        self.bytes = bytes
    }

    /// What a signature is for: it goes into what is signed, so that one is never taken for another.
    package enum Purpose: String, Sendable {
        case press, envelope
    }

    /// Whether the station has signed that text: ECDSA with SHA-256 (FIPS 186-5).
    ///
    /// - Parameter signature: r and s, 64 bytes.
    package func hasSigned(_ text: String, for purpose: Purpose, _ signature: [UInt8]) -> Bool {
        guard let key = try? P256.Signing.PublicKey(x963Representation: bytes),
            let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
        else { return false }
        return key.isValidSignature(signature, for: Data(Self.signed(text, for: purpose).utf8))
    }

    static func signed(_ text: String, for purpose: Purpose) -> String { "watchbill \(purpose.rawValue)\n\(text)" }
}
