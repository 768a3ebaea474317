internal import HTTPTypes
internal import RotaFormats
internal import WatchbillStore

/// Documents that are answered as they are kept, not encoded here: how they look.
enum DocumentAnswers {
    static let directory = JSONSchema.document(
        "A directory, as docs/directory.schema.json and docs/formats.md describe it.")
    static let problem = JSONSchema.document(
        "A unit's problem of one period: a crew, as docs/crew.schema.json and docs/formats.md describe it.")
    static let setup = JSONSchema.document(
        "What a unit's rotas are made of, as docs/setup.schema.json and docs/formats.md describe it.")
    static let setupExample: JSONContent = ["watchbill": "setup/1"]
    static let rota = JSONSchema.document("A rota, as docs/rota.schema.json and docs/formats.md describe it.")
    static let rotaExample: JSONContent = ["watchbill": "rota/1"]
    static let directoryExample: JSONContent = [
        "watchbill": "directory/1", "organisation": "Lindö Hospital",
        "units": [["id": "hospital", "name": "Lindö Hospital", "zone": "Europe/Stockholm"]],
    ]
    static let problemExample: JSONContent = ["watchbill": "crew/1"]

    static func answer(_ schema: JSONSchema, _ words: String, example: JSONContent) -> APIAnswer {
        APIAnswer(status: .ok, words: words, type: APIAnswer.json, schema: schema, example: example)
    }
}

/// The number of a problem that was just stored.
struct StoredProblemAnswer: APIValue {
    let problem: Int64

    static let schema = JSONSchema.named(
        "StoredProblem", .object([.always("problem", .serial, "the number by which it is known from now on")]))

    static let example: JSONContent = ["problem": 2]
}
