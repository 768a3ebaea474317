internal import CrewRecords
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

/// A request for an operation of the API, with its parameters held to their schemas. Its body is read when it is asked
/// for: after it was asked whether the sender may.
struct APICall: Sendable {
    let operation: APIOperation
    let request: Request
    let now: Instant
    private let visitor: Visit?
    private let values: [String: JSONContent]

    /// - Throws: `ServerProblem` if a parameter is missing, not known or not what it should be; `Refusal.hidden` if it is a
    ///   part of the address.
    init(_ operation: APIOperation, _ visitor: Visit?, _ request: Request, _ context: WebContext, at now: Instant)
        throws
    {
        self.operation = operation
        self.visitor = visitor
        self.request = request
        self.now = now
        values = try ParameterReader(request, context).values(of: operation)
    }

    /// Whoever sends it.
    ///
    /// - Throws: `ServerProblem` where the operation is open to everybody and nobody is signed in.
    var visit: Visit {
        get throws(ServerProblem) {
            guard let visitor else { throw .signInNeeded(isProgram: true) }
            return visitor
        }
    }

    var caller: Caller { get throws(ServerProblem) { try visit.caller } }

    // MARK: Parameters

    /// Nil if it is not there, or is no text.
    func text(_ name: String) -> String? {
        guard case .text(let text) = values[name] else { return nil }
        return text
    }

    /// Nil if it is not there, or is no number.
    func whole(_ name: String) -> Int? {
        guard case .whole(let number) = values[name] else { return nil }
        return number
    }

    /// A part of the address.
    func id<Kind>(_ parameter: APIParameter) -> Identifier<Kind> {
        Identifier(text(parameter.name) ?? "")
    }

    /// A part of the address.
    func serial<Kind>(_ parameter: APIParameter) -> Serial<Kind> {
        Serial(Int64(whole(parameter.name) ?? 0))
    }

    // MARK: Lists

    var limit: Int { whole(APIParameter.limit.name) ?? APIParameter.usualPage }

    /// After which key of a list the page begins; nil: at the beginning.
    ///
    /// - Throws: `ServerProblem` if it was made for another list, or by nobody here.
    func key(in list: String) throws(ServerProblem) -> String? {
        guard let text = text(APIParameter.after.name) else { return nil }
        guard let cursor = PageCursor(text, of: list) else {
            throw .badParameter(
                APIParameter.after.name, "it is none that this list has given. Maybe begin again without it.")
        }
        return cursor.key
    }

    /// The address of this list's page after that.
    func address(after cursor: PageCursor?) -> String? {
        guard let cursor else { return nil }
        let kept = operation.parameters.filter { $0.place == .query && $0.name != APIParameter.after.name }
        let query = kept.compactMap { parameter -> String? in
            let value = text(parameter.name) ?? whole(parameter.name).map { String($0) }
            return value.map { "\(parameter.name)=\(LocalAddress.inQuery($0))" }
        }
        let all = query + ["\(APIParameter.after.name)=\(cursor.text)"]
        return "\(request.uri.path)?\(all.joined(separator: "&"))"
    }

    // MARK: Conditions and keys

    /// Whether whatever there is may be replaced, and not only what the sender knows.
    var replacesAnything: Bool { text(APIParameter.ifMatch.name) == "*" }

    /// - Throws: `ServerProblem` unless the sender knows what is there now.
    func checkReplaces(_ bytes: ByteBuffer) throws(ServerProblem) {
        let list = text(APIParameter.ifMatch.name) ?? ""
        guard EntityTag(of: bytes).isNamed(in: list, isWeak: false) else { throw .changedMeanwhile }
    }

    /// The store for the one write of this request: one that does it once, if the request has a key.
    ///
    /// - Parameters:
    ///   - body: what was read of the request; nil: nothing.
    ///   - answer: of what the write returns.
    func store<Value: Sendable>(
        _ store: Store, for body: ReadBody? = nil, answering answer: @escaping @Sendable (Value) -> APIResult
    ) throws -> Store {
        guard let keyed = try keyed(body) else { return store }
        return store.once(keyed) { (value: Value) in answer(value).kept }
    }

    /// The same where the answer holds a secret, which is kept nowhere.
    func storeKeepingNoAnswer(_ store: Store, for body: ReadBody? = nil) throws -> Store {
        guard let keyed = try keyed(body) else { return store }
        let nothing: (@Sendable (any Sendable) -> KeptAnswer)? = nil
        return store.once(keyed, answer: nothing)
    }

    private func keyed(_ body: ReadBody?) throws(ServerProblem) -> KeyedRequest? {
        guard let key = text(APIParameter.idempotencyKey.name) else { return nil }
        // With the key in it nobody who reads the database finds out by trying what was sent, though it be one word.
        let parts = [key, request.uri.string, String(describing: try caller.identity.scope)]
        return KeyedRequest(
            account: try visit.account.id, key: Fingerprint(of: [Array(key.utf8)]), operation: operation.id,
            request: Fingerprint(of: parts.map { Array($0.utf8) } + [body?.bytes ?? []]), now: now)
    }

    // MARK: The body

    /// The body as JSON that is as the operation's schema says.
    ///
    /// - Throws: `ServerProblem`: of another type, too large, no JSON, or something in it is not what it should be.
    func body() async throws(ServerProblem) -> ReadBody {
        let bytes = try await document()
        guard let schema = operation.body?.schema else { return ReadBody(bytes: bytes, content: .null) }
        if bytes.isEmpty { return ReadBody(bytes: bytes, content: .object([:])) }
        let (content, diagnostics) = JSONContent.read(bytes)
        guard let content else { throw .noJSON(diagnostics) }
        let faults = schema.faults(in: content)
        guard faults.isEmpty else { throw .badBody(faults) }
        return ReadBody(bytes: bytes, content: content)
    }

    /// The body as it was sent.
    ///
    /// - Throws: `ServerProblem`: of another type, too large, or missing.
    func document() async throws(ServerProblem) -> [UInt8] {
        guard let body = operation.body else { return [] }
        let named = request.headers[.contentType].map { $0.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces) }
        let isOther = named.map { $0.lowercased() != body.type }
        let length = request.headers[.contentLength].flatMap { Int($0) }
        // Of what is empty nobody need say what it is.
        if isOther ?? ((length ?? 0) > 0) { throw .unsupportedType(body.type) }
        if let length, length > body.most { throw .tooLarge(body.most) }
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: body.most)
        } catch {
            throw .tooLarge(body.most)
        }
        if buffer.readableBytes == 0 {
            if body.isRequired { throw .badBody("there. Expected is \(body.type)") }
            return []
        }
        if named == nil { throw .unsupportedType(body.type) }
        return Array(buffer.readableBytesView)
    }
}

/// A request's body.
struct ReadBody: Sendable {
    let bytes: [UInt8]
    let content: JSONContent

    subscript(name: String) -> JSONContent? {
        guard case .object(let members) = content else { return nil }
        return members[name]
    }

    /// Nil if there is none.
    func text(_ name: String) -> String? {
        guard case .text(let text) = self[name] else { return nil }
        return text
    }

    /// Nil if there is none.
    func whole(_ name: String) -> Int? {
        guard case .whole(let number) = self[name] else { return nil }
        return number
    }

    /// False if there is none.
    func isTrue(_ name: String) -> Bool { self[name] == .truth(true) }

    /// Nil if there is none.
    func instant(_ name: String) -> Instant? { text(name).flatMap { Instant(rfc3339: $0) } }

    /// Those of a list; none if there is none.
    func texts(_ name: String) -> [String] {
        guard case .list(let elements) = self[name] else { return [] }
        return elements.compactMap { element in
            if case .text(let text) = element { text } else { nil }
        }
    }
}

extension Caller.Identity {
    /// As far as a program's token goes: one with other rights does not learn what this one was answered.
    fileprivate var scope: [String] {
        if case .token(_, let scope) = self { scope.map(\.rawValue).sorted() } else { [] }
    }
}
