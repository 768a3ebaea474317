package import CrewRecords
internal import Crypto
internal import Foundation
package import RotaModel

/// A station as a device is one: with a key of its own, a clock that may be wrong, and what it has pressed and not sent.
package struct TestStation: Sendable {
    package let id: StationID
    /// To which codes are closed.
    package let server: [UInt8]
    private let key: P256.Signing.PrivateKey
    private var next = 1
    /// By how many seconds its clock is behind.
    package var skew = 0
    /// What it last took that to be.
    package var skewThen: Int?
    package private(set) var waiting: [(sequence: Int, text: String, signature: String)] = []

    package init(_ id: StationID, key: Key, server: [UInt8]) {
        self.id = id
        self.key = key.key
        self.server = server
    }

    /// What a device makes before it is paired.
    package struct Key: Sendable {
        fileprivate let key = P256.Signing.PrivateKey()

        package init() {}

        package var bytes: [UInt8] { Array(key.publicKey.x963Representation) }
    }

    /// Somebody presses something at that moment.
    ///
    /// - Returns: its number.
    @discardableResult
    package mutating func press(
        _ kind: AttendanceEvent.Kind, _ person: PersonID, code: String, at now: Instant
    ) throws -> Int {
        let sequence = next
        next += 1
        let press = StationPress(
            sequence: sequence, person: person, kind: kind, pressed: Instant(seconds: now.seconds - skew),
            skewThen: skewThen)
        let closed = try CodeEnvelope.close(code, for: press.purpose(at: id), to: server)
        let known = skewThen.map { ",\"skew\":\($0)" } ?? ""
        let text =
            "{\"sequence\":\(sequence),\"person\":\"\(person)\",\"kind\":\"\(kind.rawValue)\",\"at\":\(press.pressed.seconds)"
            + "\(known),\"code\":\"\(Self.text(closed))\"}"
        waiting.append((sequence, text, Self.text(try sign(text, .press))))
        return sequence
    }

    /// What it sends at that moment: the body of the request.
    package func envelope(at now: Instant, of presses: [(sequence: Int, text: String, signature: String)]? = nil) throws
        -> String
    {
        let list = (presses ?? waiting).map { ["press": $0.text, "signature": $0.signature] }
        let envelope = try Self.json(["sent": now.seconds - skew, "presses": list] as [String: Any])
        return try Self.json([
            "station": id.rawValue, "envelope": envelope, "signature": Self.text(try sign(envelope, .envelope)),
        ])
    }

    /// Forgets what was answered.
    package mutating func took(_ sequences: some Sequence<Int>) {
        let done = Set(sequences)
        waiting.removeAll { done.contains($0.sequence) }
    }

    package func sign(_ text: String, _ purpose: StationKey.Purpose) throws -> [UInt8] {
        Array(try key.signature(for: Data("watchbill \(purpose.rawValue)\n\(text)".utf8)).rawRepresentation)
    }

    package static func text(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private static func json(_ value: [String: Any]) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys]), as: UTF8.self)
    }
}
