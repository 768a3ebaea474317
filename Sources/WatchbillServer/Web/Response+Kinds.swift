internal import Foundation
internal import HTTPTypes
internal import Hummingbird

extension Response {
    /// A page, kept by no cache: it shows what is so now.
    static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// A value as JSON with its keys sorted.
    static func json(
        _ value: some Encodable, status: HTTPResponse.Status = .ok, type: String = "application/json"
    ) -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: JSONBytes.of(value)))
    }

    /// What programs fetch again and again: not sent anew to one that has these very bytes.
    static func known(_ bytes: ByteBuffer, type: String, to request: Request) -> Response {
        let tag = EntityTag(of: bytes)
        let isKnown = request.headers[.ifNoneMatch].map { tag.isNamed(in: $0, isWeak: true) } ?? false
        var headers: HTTPFields = [.eTag: tag.text, .cacheControl: "private, no-cache"]
        if isKnown { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = type
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: bytes))
    }

    /// A file that somebody has sent, for saving and not for showing: it could be a page with scripts in disguise.
    ///
    /// - Parameter name: a clean one (`AttachedFile`).
    static func download(_ bytes: [UInt8], name: String, type: String) -> Response {
        // RFC 6266: the second name is for those who read more than ASCII.
        let plain = String(name.unicodeScalars.map { $0.isASCII && $0 != "\"" && $0 != "\\" ? Character($0) : "_" })
        let encoded = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics.intersection(.ascii)) ?? ""
        return Response(
            status: .ok,
            headers: [
                .contentType: type, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)",
                .contentSecurityPolicy: "sandbox; default-src 'none'",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// To another page after a form.
    ///
    /// - Parameter cookies: values of `Set-Cookie`.
    static func see(_ address: String, cookies: [String] = []) -> Response {
        var headers: HTTPFields = [.location: address, .cacheControl: "no-store"]
        for cookie in cookies { headers.append(HTTPField(name: .setCookie, value: cookie)) }
        return Response(status: .seeOther, headers: headers)
    }
}

extension CharacterSet {
    fileprivate static let ascii = CharacterSet(charactersIn: "\u{0}"..."\u{7F}")
}
