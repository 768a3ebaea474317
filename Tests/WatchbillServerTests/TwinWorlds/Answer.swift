import HTTPTypes
import Hummingbird
import RouterTestKit

/// What came of one request: what the asker was told, and what the log was told.
struct Answer: Hashable, Sendable {
    let status: Int
    /// Each as `name: value`, in their order.
    let headers: [String]
    let body: ByteBuffer
    /// Headers that come behind the body.
    let trailers: [String]
    let log: [String]

    init(_ response: TestResponse, log: [String]) {
        status = response.status.code
        headers = response.headers.map { "\($0.name.canonicalName): \($0.value)" }
        body = response.body
        trailers = (response.trailers ?? [:]).map { "\($0.name.canonicalName): \($0.value)" }
        self.log = log
    }

    /// Of something that nobody asked for: what the log was told.
    init(log: [String]) {
        (status, headers, body, trailers) = (0, [], ByteBuffer(), [])
        self.log = log
    }

    var text: String { String(buffer: body) }

    func header(_ name: HTTPField.Name) -> String? {
        let start = "\(name.canonicalName): "
        return headers.first { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
    }

    /// The parts in which two answers are not the same, each with how it is in both.
    static func differences(_ a: Answer, _ b: Answer) -> [(part: Part, a: String, b: String)] {
        if a == b { return [] }
        var found: [(part: Part, a: String, b: String)] = []
        if a.status != b.status { found.append((.status, "\(a.status)", "\(b.status)")) }
        for (mine, other) in [(a.headers, b.headers), (a.trailers, b.trailers)] where mine != other {
            let names = (mine + other).map { String($0.prefix { $0 != ":" }) }
            let differing = Set(names).sorted().filter { name in
                mine.filter { $0.hasPrefix("\(name): ") } != other.filter { $0.hasPrefix("\(name): ") }
            }
            // The same headers in another order are a difference too.
            for name in differing.isEmpty ? ["order"] : differing {
                func all(_ headers: [String]) -> String {
                    headers.filter { differing.isEmpty || $0.hasPrefix("\(name): ") }.joined(separator: ", ")
                }
                found.append((.header(name), all(mine), all(other)))
            }
        }
        if a.body != b.body {
            let (mine, other) = excerpts(Array(a.body.readableBytesView), Array(b.body.readableBytesView))
            found.append((.body, mine, other))
        }
        if a.log != b.log {
            found.append((.log, a.log.joined(separator: "\n"), b.log.joined(separator: "\n")))
        }
        return found
    }

    /// What stands where two bodies part.
    private static func excerpts(_ a: [UInt8], _ b: [UInt8]) -> (String, String) {
        let common = zip(a, b).prefix { $0 == $1 }.count
        func excerpt(_ bytes: [UInt8]) -> String {
            String(decoding: bytes[max(0, common - 60)..<min(bytes.count, common + 80)], as: UTF8.self)
        }
        return (excerpt(a), excerpt(b))
    }
}

/// What of an answer may tell something.
enum Part: Hashable, Sendable, CustomStringConvertible {
    case status
    case header(String)
    case body
    case log

    var description: String {
        switch self {
        case .status: "status"
        case .header(let name): "header \(name)"
        case .body: "body"
        case .log: "log"
        }
    }
}
