internal import HTTPTypes
internal import Hummingbird
internal import RotaFormats

/// One thing that a program may do: the one declaration from which come its route, its place in the API's document, the
/// checks of what is sent, and its line in the table of who may.
struct APIOperation: Sendable {
    typealias Handler = @Sendable (APICall) async throws -> APIResult

    let method: HTTPRequest.Method
    /// Below `/api/v1`, with `{name}` for each parameter of it.
    let path: String
    /// What programs that are generated from the document call it.
    let id: String
    /// Which group of the document it belongs to.
    let group: String
    let summary: String
    /// None: open to everybody.
    let asks: Asked?
    var parameters: [APIParameter] = []
    var body: APIBody?
    let answer: APIAnswer
    /// Whether a key makes it be done once. What is done once however often it comes needs none.
    var takesKey = false
    /// Errors that do not follow from the rest.
    var problems: [HTTPResponse.Status] = []
    let handler: Handler

    /// Where it is for the router.
    var routePath: String {
        Self.base + path.replacing("{", with: ":").replacing("}", with: "")
    }

    static let base = "/api/v1"

    /// Whether a look shows something whose being unchanged can be told.
    var hasTag: Bool { method == .get && answer.type == APIAnswer.json }

    /// Those that are declared, and those that follow.
    var allParameters: [APIParameter] {
        parameters + (hasTag ? [.ifNoneMatch] : []) + (takesKey ? [.idempotencyKey] : [])
    }

    /// The errors it may answer with.
    var allProblems: [HTTPResponse.Status] {
        var all = problems + [.notAcceptable, .misdirectedRequest, .internalServerError, .serviceUnavailable]
        if asks != nil { all += [.unauthorized, .forbidden, .notFound] }
        if allParameters.contains(where: { $0.place != .path }) || method == .get { all.append(.unprocessableContent) }
        if method != .get { all.append(.forbidden) }
        if body != nil { all += [.badRequest, .contentTooLarge, .unsupportedMediaType, .unprocessableContent] }
        if takesKey { all += [.conflict, .unprocessableContent] }
        if parameters.contains(where: { $0.name == APIParameter.ifMatch.name }) {
            all += [.preconditionRequired, .preconditionFailed]
        }
        return Set(all.map(\.code)).sorted().map { HTTPResponse.Status(code: $0) }
    }
}

/// What a request carries.
struct APIBody: Sendable {
    /// The media type.
    var type = APIAnswer.json
    let schema: JSONSchema
    /// In bytes.
    var most = 16 << 10
    var isRequired = true
    let example: JSONContent
}

/// What comes back where all goes well.
struct APIAnswer: Sendable {
    static let json = "application/json"
    static let events = "text/event-stream"
    static let table = "text/csv"

    let status: HTTPResponse.Status
    let words: String
    /// Nil: no body.
    var type: String?
    var schema: JSONSchema?
    var example: JSONContent?
    /// Whether its place is told in `Location`.
    var hasLocation = false

    /// - Parameter type: of the value that is encoded.
    static func json<Value: APIValue>(
        _ type: Value.Type, _ words: String, status: HTTPResponse.Status = .ok, hasLocation: Bool = false
    ) -> Self {
        Self(
            status: status, words: words, type: json, schema: Value.schema, example: Value.example,
            hasLocation: hasLocation)
    }

    static func nothing(_ words: String) -> Self { Self(status: .noContent, words: words) }
}

/// A value that the API answers with, and how it looks. A test holds the two to each other.
protocol APIValue: Encodable, Sendable {
    static var schema: JSONSchema { get }
    static var example: JSONContent { get }
}
