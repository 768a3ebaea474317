internal import RotaFormats

/// A page of a list.
struct ListAnswer<Entry: APIValue>: APIValue {
    let items: [Entry]
    /// The address of the next page; nil: this is the last one.
    let next: String?

    static var schema: JSONSchema {
        .object([
            .always("items", .list(of: Entry.schema, most: APIParameter.longestPage), "one page of the list"),
            .maybe("next", .address, "the address of the next page, if there is one"),
        ])
    }

    static var example: JSONContent { ["items": [Entry.example]] }
}
