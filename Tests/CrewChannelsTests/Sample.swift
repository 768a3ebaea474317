import CrewChannels
import CrewRecords
import Crypto
import Foundation
import RotaModel
import WatchbillTestKit

/// What the tests send with, and to.
enum Sample {
    static let now = Instant(seconds: 1_793_000_000)

    /// A browser's end: its subscription and the keys that open what is sent to it.
    struct Browser {
        let key: P256.KeyAgreement.PrivateKey
        let auth: [UInt8]
        let subscription: PushSubscription

        init(endpoint: String = "https://push.example.net/send/abc", using random: inout SeededGenerator) throws {
            key = try P256.KeyAgreement.PrivateKey(rawRepresentation: random.randomBytes(32))
            auth = random.randomBytes(16)
            subscription = try PushSubscription(
                endpoint: endpoint, publicKey: Array(key.publicKey.x963Representation), auth: Secret(auth))
        }
    }

    /// What of a request `push_receiver.py` looks at.
    struct Opened: Decodable {
        struct Header: Decodable, Equatable {
            var alg: String
            var typ: String
        }

        struct Claims: Decodable, Equatable {
            var aud: String
            var exp: Int
            var sub: String
        }

        var payload: String
        var padded: Int
        var key: String
        var header: Header
        var claims: Claims
    }

    /// What Python finds in requests, opened with the browsers' keys.
    static func open(_ requests: [(browser: Browser, request: OutboundRequest)]) throws -> [Opened] {
        let folder = try Python.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let lines = try requests.map { browser, request in
            let fields = [
                "private": Array(browser.key.rawRepresentation).hexadecimal, "auth": browser.auth.hexadecimal,
                "body": request.body.reveal().hexadecimal,
                "authorization": request["authorization"]?.reveal() ?? "",
            ]
            return String(decoding: try JSONEncoder().encode(fields), as: UTF8.self)
        }
        let file = folder.appending(path: "requests")
        try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        let script = try String(contentsOf: Receiver.script("push_receiver"), encoding: .utf8)
        let output = String(decoding: try Python.run(script, [file.path]), as: UTF8.self)
        return try output.split(separator: "\n").map { try JSONDecoder().decode(Opened.self, from: Data($0.utf8)) }
    }
}

/// Whether what is shown of a value, by any way that a log may take, holds a text.
func shows(_ value: Any, _ secret: String) -> Bool {
    var dumped = ""
    dump(value, to: &dumped)
    return [dumped, "\(value)", String(reflecting: value)].contains { $0.contains(secret) }
}
