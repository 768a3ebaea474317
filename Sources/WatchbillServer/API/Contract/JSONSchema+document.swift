internal import RotaFormats

/// As JSON Schema (draft 2020-12), which OpenAPI 3.1 speaks.
extension JSONSchema {
    /// What refers to named schemas does so by `#/components/schemas/`.
    var document: JSONContent {
        switch self {
        case .text(let shape): shape.document
        case .whole(let least, let most):
            .object(
                Self.members(
                    ("type", "integer"), ("minimum", least.map { .whole($0) }), ("maximum", most.map { .whole($0) })))
        case .fraction: ["type": "number"]
        case .truth: ["type": "boolean"]
        case .list(let element, let least, let most):
            .object(
                Self.members(
                    ("type", "array"), ("items", element.document), ("minItems", least > 0 ? .whole(least) : nil),
                    ("maxItems", most.map { .whole($0) })))
        case .object(let fields):
            .object(
                Self.members(
                    ("type", "object"), ("additionalProperties", false),
                    ("required", fields.contains { $0.isRequired } ? Self.required(fields) : nil),
                    (
                        "properties",
                        .object(
                            Dictionary(fields.map { ($0.name, $0.document) }, uniquingKeysWith: { first, _ in first }))
                    )))
        case .document(let words): ["type": "object", "description": .text(words)]
        case .named(let name, _): ["$ref": .text("#/components/schemas/\(name)")]
        }
    }

    private static func required(_ fields: [Field]) -> JSONContent {
        .list(fields.filter(\.isRequired).map { .text($0.name) })
    }

    /// Those that have a value.
    static func members(_ members: (String, JSONContent?)...) -> [String: JSONContent] {
        Dictionary(members.compactMap { name, value in value.map { (name, $0) } }, uniquingKeysWith: { $1 })
    }

    /// All schemas with names that are in it, itself included.
    var named: [String: JSONSchema] {
        switch self {
        case .text, .whole, .fraction, .truth, .document: [:]
        case .list(let element, _, _): element.named
        case .object(let fields): fields.reduce(into: [:]) { $0.merge($1.schema.named) { first, _ in first } }
        case .named(let name, let schema): schema.named.merging([name: schema]) { first, _ in first }
        }
    }
}

extension JSONSchema.Field {
    fileprivate var document: JSONContent {
        guard case .object(var members) = schema.document else { return schema.document }
        members["description"] = .text(words)
        return .object(members)
    }
}

extension JSONSchema.TextShape {
    fileprivate var document: JSONContent {
        .object(
            JSONSchema.members(
                ("type", "string"), ("minLength", least > 0 ? .whole(least) : nil),
                ("maxLength", most.map { .whole($0) }), ("enum", choices.map { .list($0.map { .text($0) }) }),
                ("format", format.flatMap { $0 == .clock ? nil : .text($0.rawValue) }),
                ("pattern", pattern.map { .text($0) })))
    }

    /// What `fault(in:)` asks besides, for texts that come in.
    private var pattern: String? {
        if isName { return #"^[^\s\x00-\x1f\x7f-\x9f]([^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f])?$"# }
        if format == .clock { return #"^([01][0-9]|2[0-3]):[0-5][0-9]$"# }
        return most != nil ? #"^[^\x00]*$"# : nil
    }
}
