internal import HTTPTypes
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

extension Routes {
    /// Puts an operation of the API under its address: who sends it, what they can read, its parameters, what it does, and
    /// how that is answered.
    mutating func add(_ operation: APIOperation, now: @escaping @Sendable () -> Instant) {
        let door = door
        add(operation.method, operation.routePath, operation.asks) { request, context in
            let visit = operation.asks == nil ? nil : try await door.visit(request)
            if let type = operation.answer.type, let accept = request.headers[.accept],
                !AcceptHeader(accept).takes(type)
            {
                throw ServerProblem.notAcceptable(type)
            }
            let call = try APICall(operation, visit, request, context, at: now())
            do {
                return operation.response(try await operation.handler(call), to: request)
            } catch EarlierRequest.answered(let kept) {
                return operation.response(APIResult(kept), to: request)
            }
        }
    }
}

extension APIOperation {
    fileprivate func response(_ result: APIResult, to request: Request) -> Response {
        var headers: HTTPFields = [.cacheControl: "no-store"]
        if let location = result.location { headers[.location] = Self.base + location }
        guard let type = answer.type else { return Response(status: result.status, headers: headers) }
        headers[.contentType] = type
        switch result.content {
        case .nothing: return Response(status: result.status, headers: headers)
        case .events(let body): return Response(status: result.status, headers: headers, body: body)
        case .bytes(let bytes):
            if hasTag {
                let tag = EntityTag(of: bytes)
                headers[.eTag] = tag.text
                if let known = request.headers[.ifNoneMatch], tag.isNamed(in: known, isWeak: true) {
                    headers[.contentType] = nil
                    return Response(status: .notModified, headers: headers)
                }
            }
            return Response(status: result.status, headers: headers, body: ResponseBody(byteBuffer: bytes))
        }
    }
}
