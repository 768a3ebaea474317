internal import CrewRecords
internal import RotaFormats

/// What a JSON value looks like: told in the API's document, and what bodies and parameters are held to. So the two
/// cannot differ.
indirect enum JSONSchema: Sendable {
    case text(TextShape)
    case whole(least: Int?, most: Int?)
    case fraction
    case truth
    case list(of: JSONSchema, least: Int = 0, most: Int?)
    /// Has these members and no others.
    case object([Field])
    /// An object that a document of its own describes.
    case document(String)
    /// Stands under this name among the document's schemas.
    case named(String, JSONSchema)

    struct Field: Sendable {
        let name: String
        let schema: JSONSchema
        let words: String
        let isRequired: Bool
    }

    struct TextShape: Sendable {
        enum Format: String, Sendable {
            /// RFC 3339.
            case date, instant = "date-time", address = "uri-reference"
            /// `07:00`, which JSON Schema has no format for.
            case clock
        }

        /// In code points.
        var least = 0
        var most: Int?
        var choices: [String]?
        var format: Format?
        /// Whether it is for people to read: without white space at either end and without control characters.
        var isName = false
        /// Whether it may stand in a message.
        var isShown = true
    }
}

extension JSONSchema {
    static func text(_ lengths: ClosedRange<Int>, isShown: Bool = true) -> Self {
        .text(TextShape(least: lengths.lowerBound, most: lengths.upperBound, isShown: isShown))
    }

    /// Something that people call something.
    static func name(upTo most: Int) -> Self { .text(TextShape(least: 1, most: most, isName: true)) }

    /// Of any length: in answers alone.
    static let words = JSONSchema.text(TextShape())
    /// The name of a person, unit and the like.
    static let id = JSONSchema.text(1...64)
    /// The number of a build, a role and the like.
    static let serial = JSONSchema.whole(least: 1, most: .max)
    static let count = JSONSchema.whole(least: 0, most: nil)
    static let date = JSONSchema.text(TextShape(format: .date))
    static let instant = JSONSchema.text(TextShape(format: .instant))
    static let clock = JSONSchema.text(TextShape(format: .clock))
    static let address = JSONSchema.text(TextShape(format: .address))

    static func choice(of choices: [String]) -> Self { .text(TextShape(choices: choices)) }

    static func choice<Choice: CaseIterable & RawRepresentable<String>>(
        of type: Choice.Type, isShown: Bool = true
    ) -> Self {
        .text(TextShape(choices: type.allCases.map(\.rawValue), isShown: isShown))
    }
}

extension JSONSchema.Field {
    /// One that is always there.
    static func always(_ name: String, _ schema: JSONSchema, _ words: String) -> Self {
        Self(name: name, schema: schema, words: words, isRequired: true)
    }

    /// One that may be missing.
    static func maybe(_ name: String, _ schema: JSONSchema, _ words: String) -> Self {
        Self(name: name, schema: schema, words: words, isRequired: false)
    }
}
