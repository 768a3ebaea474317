internal import HTTPTypes
internal import Hummingbird

/// Compresses answers for whoever takes gzip: a page of a large rota reaches a handset on a slow line in a third of the time.
///
/// An entity tag stands for bytes (RFC 9110, 8.8.3), so the compressed answer has one of its own, which stands for the
/// plain one's wherever it comes back. What is asked for by another site's page is not compressed: by having its own guesses
/// compressed along with what they guess at, and looking at the lengths, it could find out what it cannot read.
struct Compression<Context: RequestContext>: RouterMiddleware {
    /// In bytes. Less fits into one packet anyway, more is a file that somebody saves.
    private static var worthwhile: ClosedRange<Int> { 1_200...16_000_000 }
    /// What is text, but for what comes bit by bit.
    private static var types: Set<Substring> {
        [
            "text/html", "text/css", "text/javascript", "text/plain", "text/csv", "text/calendar", "image/svg+xml",
            "application/json", "application/problem+json", "application/manifest+json",
        ]
    }
    private static var mark: String { "+gzip\"" }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var head = request.head
        var wasMarked = false
        for name in [HTTPField.Name.ifNoneMatch, .ifMatch] {
            guard let tags = request.headers[name], tags.contains(Self.mark) else { continue }
            head.headerFields[name] = tags.replacing(Self.mark, with: "\"")
            wasMarked = true
        }
        var response = try await next(wasMarked ? Request(head: head, body: request.body) : request, context)
        if response.status == .notModified, wasMarked { Self.mark(&response) }
        guard let type = response.headers[.contentType]?.prefix(while: { $0 != ";" }), Self.types.contains(type),
            response.headers[.contentEncoding] == nil
        else { return response }
        response.headers.append(HTTPField(name: .vary, value: "Accept-Encoding"))
        guard request.method != .head, Self.isTaken(by: request), !Self.isForeign(request),
            let length = response.body.contentLength, Self.worthwhile.contains(length)
        else { return response }
        let whole = WholeBody()
        try await response.body.write(whole)
        guard let compressed = Gzip.compressed(whole.bytes.value) else {
            response.body = ResponseBody(byteBuffer: whole.bytes.value)
            return response
        }
        response.headers[.contentEncoding] = "gzip"
        Self.mark(&response)
        response.body = ResponseBody(byteBuffer: compressed)
        return response
    }

    private static func mark(_ response: inout Response) {
        guard let tag = response.headers[.eTag], tag.hasSuffix("\"") else { return }
        response.headers[.eTag] = tag.dropLast() + mark
    }

    /// RFC 9110, 12.5.3: gzip by its name, unless its weight is 0. Whoever would take anything gets it plain.
    static func isTaken(by request: Request) -> Bool {
        (request.headers[.acceptEncoding] ?? "").split(separator: ",").contains { coding in
            let parts = coding.lowercased().split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard parts.first == "gzip" || parts.first == "x-gzip" else { return false }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }
            return weight.map { (Double($0.dropFirst(2)) ?? 0) > 0 } ?? true
        }
    }

    /// Browsers tell it with every request.
    private static func isForeign(_ request: Request) -> Bool {
        guard let site = request.headers[.secFetchSite] else { return false }
        return site != "same-origin" && site != "none"
    }
}

/// Takes a body in.
private struct WholeBody: ResponseBodyWriter {
    /// A class, because a writer is used up by writing.
    final class Bytes {
        var value = ByteBuffer()
    }

    let bytes = Bytes()

    func write(_ buffer: ByteBuffer) async throws { bytes.value.writeImmutableBuffer(buffer) }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
