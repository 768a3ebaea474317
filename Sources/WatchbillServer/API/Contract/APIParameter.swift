internal import RotaFormats

/// Something that a request says besides its body.
struct APIParameter: Sendable {
    enum Place: String, Sendable {
        case path, query, header
    }

    let name: String
    let place: Place
    let schema: JSONSchema
    let words: String
    var isRequired = false
    /// One that the demo has.
    var example: JSONContent?
}

extension APIParameter {
    /// A part of the address.
    static func path(_ name: String, _ schema: JSONSchema, _ words: String, example: JSONContent) -> Self {
        Self(name: name, place: .path, schema: schema, words: words, isRequired: true, example: example)
    }

    static func query(
        _ name: String, _ schema: JSONSchema, _ words: String, isRequired: Bool = false, example: JSONContent? = nil
    ) -> Self {
        Self(name: name, place: .query, schema: schema, words: words, isRequired: isRequired, example: example)
    }

    static let unit = path("unit", .id, "the unit's id", example: "ward-7")
    static let person = path("person", .id, "the person's id", example: "lindqvist")
    static let build = path("build", .serial, "the build's number", example: 1)

    /// How long a page of a list may be at most, and is unless the request says.
    static let (longestPage, usualPage) = (200, 50)
    static let limit = query(
        "limit", .whole(least: 1, most: longestPage), "how many there are to be at most; \(usualPage) unless it is said"
    )
    static let after = query(
        "after", .text(1...400), "where the page before has ended: from the address that its next names")

    static let ifNoneMatch = APIParameter(
        name: "If-None-Match", place: .header, schema: .text(1...4000),
        words: "the ETag of what is known already: if it is still so, the answer is 304")
    static let ifMatch = APIParameter(
        name: "If-Match", place: .header, schema: .text(1...4000),
        words: "the ETag of what is replaced: if it is no longer so, the answer is 412; * replaces whatever there is",
        isRequired: true, example: "*")
    static let idempotencyKey = APIParameter(
        name: "Idempotency-Key", place: .header, schema: .text(16...200),
        words:
            "drawn at random by the sender, another for each thing to be done: with the same key the same is done once, and"
            + " answered again within a day")
    static let lastEventID = APIParameter(
        name: "Last-Event-ID", place: .header, schema: .text(1...100),
        words: "the id of the last event seen: what came before it is not told again")
}
