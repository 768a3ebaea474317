import Foundation
import HTTPTypes
import Hummingbird

/// One request.
struct Ask: Sendable {
    var method: HTTPRequest.Method = .get
    var uri: String
    var headers: HTTPFields = [:]
    var body: ByteBuffer?

    static func get(_ uri: String) -> Ask { Ask(uri: uri) }

    /// A page's form.
    static func form(_ uri: String, _ fields: [(name: String, value: String)]) -> Ask {
        let text = fields.map { "\(inForm($0.name))=\(inForm($0.value))" }.joined(separator: "&")
        return Ask(
            method: .post, uri: uri, headers: [.contentType: "application/x-www-form-urlencoded"],
            body: ByteBuffer(string: text))
    }

    /// A page's form that may have a file along.
    static func upload(_ uri: String, _ fields: [(name: String, value: String)], _ file: Upload?) -> Ask {
        let boundary = "twins-boundary-7d1f"
        var body = ByteBuffer()
        for field in fields {
            body.writeString(
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field.name)\"\r\n\r\n\(field.value)\r\n")
        }
        if let file {
            let name = "name=\"\(file.field)\"; filename=\"\(file.name)\""
            body.writeString(
                "--\(boundary)\r\nContent-Disposition: form-data; \(name)\r\nContent-Type: \(file.type)\r\n\r\n")
            body.writeBytes(file.bytes)
            body.writeString("\r\n")
        }
        body.writeString("--\(boundary)--\r\n")
        return Ask(
            method: .post, uri: uri, headers: [.contentType: "multipart/form-data; boundary=\(boundary)"], body: body)
    }

    static func json(_ method: HTTPRequest.Method, _ uri: String, _ text: String) -> Ask {
        Ask(method: method, uri: uri, headers: [.contentType: "application/json"], body: ByteBuffer(string: text))
    }

    static func inForm(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

struct Upload: Sendable {
    var field: String
    var name: String
    var type: String
    var bytes: [UInt8]
}
