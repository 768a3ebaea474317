internal import CrewRecords
internal import HTTPTypes
internal import RotaFormats

/// The API told to programs, in OpenAPI's words: made of its operations' declarations, and of nothing else.
struct OpenAPIDocument: Sendable {
    static let version = "3.1.0"

    let operations: [APIOperation]

    init(_ operations: [APIOperation]) {
        self.operations = operations
    }

    var content: JSONContent {
        [
            "openapi": .text(Self.version),
            "info": [
                "title": "Watchbill", "version": "1",
                "description": """
                Everything the pages do, for programs. Errors are problem details (RFC 9457). Lists come in pages: \
                follow next. What a look shows has an ETag. A POST with an Idempotency-Key is done once.
                """,
            ],
            "servers": [["url": .text(APIOperation.base)]],
            "security": [["token": []], ["session": []]],
            "tags": .list(groups.map { ["name": .text($0)] }),
            "paths": .object(paths),
            "components": [
                "schemas": .object(schemas), "responses": .object(responses), "securitySchemes": Self.securitySchemes,
            ],
        ]
    }

    private var groups: [String] {
        operations.map(\.group).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static let securitySchemes: JSONContent = [
        "token": [
            "type": "http", "scheme": "bearer",
            "description": "A token that somebody has issued in their name, on their own page or by POST /tokens.",
        ],
        "session": [
            "type": "apiKey", "in": "cookie", "name": "__Host-watchbill-session",
            "description":
                "Of a browser that somebody is signed in with; watchbill-session on the server's own machine.",
        ],
    ]

    private var paths: [String: JSONContent] {
        Dictionary(grouping: operations, by: \.path).mapValues { operations in
            .object(
                Dictionary(
                    operations.map { ($0.method.rawValue.lowercased(), content(of: $0)) }, uniquingKeysWith: { $1 }))
        }
    }

    private func content(of operation: APIOperation) -> JSONContent {
        var words = ""
        if let asks = operation.asks {
            let either = asks.either.isEmpty ? "" : "one of \(Self.list(asks.either))"
            let always = [Self.list(asks.always), either].filter { !$0.isEmpty }.joined(separator: ", ")
            words =
                "Asks \(always)\(asks.also.isEmpty ? "" : ", also \(Self.list(asks.also))")."
                + " docs/roles.md says who may."
        }
        return .object(
            JSONSchema.members(
                ("operationId", .text(operation.id)), ("tags", [.text(operation.group)]),
                ("summary", .text(operation.summary)), ("description", .text(words)),
                ("security", operation.asks == nil ? [] : nil),
                ("parameters", .list(operation.allParameters.map(Self.content))),
                ("requestBody", operation.body.map(Self.content)), ("responses", .object(answers(of: operation)))))
    }

    private static func list(_ operations: [any Operation.Type]) -> String {
        operations.map { String(describing: $0) }.joined(separator: ", ")
    }

    private static func content(of parameter: APIParameter) -> JSONContent {
        .object(
            JSONSchema.members(
                ("name", .text(parameter.name)), ("in", .text(parameter.place.rawValue)),
                ("required", .truth(parameter.isRequired)), ("description", .text(parameter.words)),
                ("schema", parameter.schema.document), ("example", parameter.example)))
    }

    private static func content(of body: APIBody) -> JSONContent {
        [
            "required": .truth(body.isRequired), "description": .text("At most \(body.most >> 10) kB."),
            "content": .object([body.type: ["schema": body.schema.document, "example": body.example]]),
        ]
    }

    private func answers(of operation: APIOperation) -> [String: JSONContent] {
        let answer = operation.answer
        var headers: [String: JSONContent] = [:]
        if operation.hasTag { headers["ETag"] = Self.header("by which what is shown is known") }
        if answer.hasLocation { headers["Location"] = Self.header("where it is from now on") }
        let content = answer.type.map { type -> JSONContent in
            .object([
                type: .object(
                    JSONSchema.members(("schema", answer.schema.map(\.document)), ("example", answer.example)))
            ])
        }
        var answers: [String: JSONContent] = [
            "\(answer.status.code)": .object(
                JSONSchema.members(
                    ("description", .text(answer.words)), ("headers", headers.isEmpty ? nil : .object(headers)),
                    ("content", content)))
        ]
        if operation.hasTag { answers["304"] = ["$ref": "#/components/responses/304"] }
        for status in operation.allProblems {
            answers["\(status.code)"] = ["$ref": .text("#/components/responses/\(status.code)")]
        }
        return answers
    }

    private static func header(_ words: String) -> JSONContent {
        ["description": .text(words), "required": true, "schema": ["type": "string"]]
    }

    private var schemas: [String: JSONContent] {
        let inBodies = operations.compactMap(\.body?.schema) + operations.compactMap(\.answer.schema)
        let all = (inBodies + [ProblemDetails.schema]).reduce(into: [String: JSONSchema]()) { all, schema in
            all.merge(schema.named) { first, _ in first }
        }
        return all.mapValues(\.document)
    }

    /// Those that several operations have.
    private var responses: [String: JSONContent] {
        let problems = Set(operations.flatMap { $0.allProblems.map(\.code) }).map { HTTPResponse.Status(code: $0) }
        var all = Dictionary(
            problems.map { ("\($0.code)", Self.response(to: $0)) }, uniquingKeysWith: { first, _ in first })
        all["304"] = [
            "description": "It is still as If-None-Match knows it.",
            "headers": ["ETag": Self.header("by which what is shown is known")],
        ]
        return all
    }

    private static func response(to status: HTTPResponse.Status) -> JSONContent {
        var headers: [String: JSONContent] = [:]
        if status == .unauthorized { headers["WWW-Authenticate"] = header("how to come in") }
        return .object(
            JSONSchema.members(
                ("description", .text(words(for: status))), ("headers", headers.isEmpty ? nil : .object(headers)),
                (
                    "content",
                    .object([
                        ProblemDetails.type: [
                            "schema": ProblemDetails.schema.document, "example": ProblemDetails.example,
                        ]
                    ])
                )))
    }

    private static func words(for status: HTTPResponse.Status) -> String {
        switch status {
        case .badRequest: "The body is no JSON."
        case .unauthorized: "Nobody is signed in, or the token opens nothing."
        case .forbidden: "You may know of it, but not do this; or the request was sent by another site's page."
        case .notFound: "There is no such thing, or you may not know of it."
        case .notAcceptable: "Accept leaves out the only type there is."
        case .conflict: "What there is does not go with it."
        case .preconditionFailed: "It is no longer what If-Match names."
        case .contentTooLarge: "The body is larger than this address takes."
        case .unsupportedMediaType: "The body is of another type."
        case .misdirectedRequest: "The server does not answer under this host name."
        case .unprocessableContent: "A value cannot be used, or contradicts what there is."
        case .preconditionRequired: "If-Match is missing."
        case .serviceUnavailable: "The database is away, or the server is going down."
        default: "Something went wrong on the server."
        }
    }
}
