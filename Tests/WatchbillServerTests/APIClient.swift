import CrewRecords
import HTTPTypes
import Hummingbird
import RouterTestKit
import RotaFormats
import Testing

/// An answer of the API.
struct APIReply: Sendable {
    let status: Int
    let headers: HTTPFields
    let text: String

    /// Its body; null if it has none.
    var json: JSONContent { JSONContent.read(Array(text.utf8)).content ?? .null }
}

extension TestClient {
    /// Asks the API, as a program does that writes JSON.
    ///
    /// - Parameters:
    ///   - path: below `/api/v1`, or all of it.
    ///   - token: of a program; nil: as whoever is signed in.
    func api(
        _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil, token: String? = nil,
        headers: HTTPFields = [:]
    ) async throws -> APIReply {
        try await ask(method, path.hasPrefix("/api/") ? path : "/api/v1\(path)", body, token: token, headers: headers)
    }

    /// Asks any address.
    func ask(
        _ method: HTTPRequest.Method, _ address: String, _ body: String? = nil, token: String? = nil,
        headers: HTTPFields = [:]
    ) async throws -> APIReply {
        var headers = headers
        if body != nil, headers[.contentType] == nil { headers[.contentType] = "application/json" }
        if let token {
            headers[.authorization] = "Bearer \(token)"
            headers[.cookie] = "none=1"
        }
        return try await execute(
            uri: address, method: method, headers: headers,
            body: body.map { ByteBuffer(string: $0) }
        ) { APIReply(status: $0.status.code, headers: $0.headers, text: String(buffer: $0.body)) }
    }

    /// The text of a token with these rights, in the name of whoever is signed in.
    func issueToken(_ rights: [TokenRight]) async throws -> String {
        let list = rights.map { "\"\($0.rawValue)\"" }.joined(separator: ",")
        let reply = try await api(.post, "/tokens", "{\"name\":\"test\",\"rights\":[\(list)]}")
        return try #require(reply.json["token"]?.text, "\(reply.status) \(reply.text)")
    }
}

extension HTTPField.Name {
    static var idempotencyKey: Self {
        guard let name = Self("Idempotency-Key") else { preconditionFailure("It is a name.") }
        return name
    }
}
