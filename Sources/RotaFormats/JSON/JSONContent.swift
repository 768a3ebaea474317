package import RotaModel

/// A JSON value by itself, apart from the text it stood in or will stand in: for what is no document of Watchbill's.
package indirect enum JSONContent: Hashable, Sendable {
    case object([String: JSONContent])
    case list([JSONContent])
    case text(String)
    case whole(Int)
    case fraction(Double)
    case truth(Bool)
    case null
}

extension JSONContent {
    /// Reads a text (RFC 8259); nil if anything is wrong with it, which the diagnostics tell: a key twice, nested too deep.
    package static func read(_ bytes: [UInt8]) -> (content: JSONContent?, diagnostics: [Diagnostic]) {
        var collector = DiagnosticCollector(file: nil)
        let document = JSONParser.parse(bytes, into: &collector)
        let content = collector.isClean ? document.map { JSONContent($0.root) } : nil
        return (content, collector.diagnostics)
    }

    private init(_ value: JSONValue) {
        self =
            switch value.kind {
            case .object:
                .object(
                    Dictionary(
                        value.members.map { ($0.key.text ?? "", JSONContent($0.value)) }, uniquingKeysWith: { $1 }))
            case .array: .list(value.elements.map { JSONContent($0) })
            case .string: .text(value.text ?? "")
            case .number: value.whole.map { .whole($0) } ?? .fraction(value.fraction ?? .nan)
            case .true: .truth(true)
            case .false: .truth(false)
            case .null, .faulty: .null
            }
    }
}

extension JSONContent {
    /// A member; nil if there is none, or it is no object.
    package subscript(name: String) -> JSONContent? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    /// None if it is no list.
    package var elements: [JSONContent] {
        guard case .list(let elements) = self else { return [] }
        return elements
    }

    /// None if it is no object.
    package var members: [String: JSONContent] {
        guard case .object(let members) = self else { return [:] }
        return members
    }

    package var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    package var whole: Int? {
        guard case .whole(let number) = self else { return nil }
        return number
    }
}

extension JSONContent: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .object(let members): try container.encode(members)
        case .list(let elements): try container.encode(elements)
        case .text(let text): try container.encode(text)
        case .whole(let number): try container.encode(number)
        case .fraction(let number): try container.encode(number)
        case .truth(let truth): try container.encode(truth)
        case .null: try container.encodeNil()
        }
    }
}

extension JSONContent: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int) { self = .whole(value) }
    package init(booleanLiteral value: Bool) { self = .truth(value) }
    package init(arrayLiteral elements: JSONContent...) { self = .list(elements) }
    package init(dictionaryLiteral elements: (String, JSONContent)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
    }
}
