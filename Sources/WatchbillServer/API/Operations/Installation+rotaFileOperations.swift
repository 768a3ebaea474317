internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Rotas as documents and as tables, out and in.
    var rotaFileOperations: [APIOperation] {
        RotaFileKind.allCases.flatMap { kind in
            [
                APIOperation(
                    method: .get, path: "/units/{unit}/versions/{version}/\(kind.words)",
                    id: "readVersionAs\(kind.title)", group: "Published rotas",
                    summary: "Take a published version out as a \(kind.words)", asks: Asked(always: [ReadRota.self]),
                    parameters: [.unit, Self.version], answer: kind.answer
                ) { call in .document(ByteBuffer(string: kind.text(of: try await self.version(call)))) },
                APIOperation(
                    method: .get, path: "/builds/{build}/rota/\(kind.words)",
                    id: "readRotaAs\(kind.title)", group: "Drafts",
                    summary: "Take a build's rota out as a \(kind.words), with what was changed by hand",
                    asks: Asked(always: [ReadDrafts.self]), parameters: [.build], answer: kind.answer
                ) { call in
                    let visit = try call.visit
                    let build = try await self.build(call.serial(.build), for: visit)
                    return .document(ByteBuffer(string: try await self.text(of: build, as: kind, for: visit)))
                },
                APIOperation(
                    method: .put, path: "/builds/{build}/rota/\(kind.words)",
                    id: "takeRotaAs\(kind.title)", group: "Drafts",
                    summary: kind.takes, asks: Asked(always: [ReadDrafts.self, BuildRota.self]),
                    parameters: [
                        .build,
                        .query(
                            "after", .count,
                            "the last step that you know of: if somebody has changed one of the cells since, nothing is"
                                + " done"),
                    ], body: kind.body, answer: .json(DraftAnswer.self, "The draft after it."), problems: [.conflict]
                ) { call in
                    let (build, visit): (BuildID, Visit) = (call.serial(.build), try call.visit)
                    let worked = try await self.draft(build, for: visit)
                    try await self.store.check(BuildRota.self, on: worked.stored.order.problem, for: visit.caller)
                    let bytes = try await call.document()
                    let (after, step) = try await self.take(
                        bytes, named: nil, into: build, after: call.whole("after"), for: visit)
                    return .json(DraftAnswer(after, step, for: visit.person.id))
                },
            ]
        }
    }
}

extension RotaFileKind {
    /// The last part of its addresses.
    fileprivate var words: String { self == .csv ? "table" : "document" }

    /// The last part of their names.
    fileprivate var title: String { self == .csv ? "Table" : "Document" }

    fileprivate var takes: String {
        switch self {
        case .csv: "Put what a table says of some cells, or of all, into a draft, as one step"
        case .json: "Put another rota into a draft, as one step"
        }
    }

    fileprivate var answer: APIAnswer {
        switch self {
        case .csv:
            APIAnswer(
                status: .ok, words: "The rota as CSV, as docs/formats.md describes it.", type: APIAnswer.table,
                schema: .words, example: Self.tableExample)
        case .json: DocumentAnswers.answer(DocumentAnswers.rota, "The rota.", example: DocumentAnswers.rotaExample)
        }
    }

    fileprivate var body: APIBody {
        switch self {
        case .csv:
            APIBody(
                type: APIAnswer.table, schema: .text(1...Installation.longestRotaFile),
                most: Installation.longestRotaFile, example: Self.tableExample)
        case .json:
            APIBody(
                schema: DocumentAnswers.rota, most: Installation.longestRotaFile,
                example: DocumentAnswers.rotaExample)
        }
    }

    private static let tableExample: JSONContent = "person,2027-03-08\nlindqvist,N\n"
}
