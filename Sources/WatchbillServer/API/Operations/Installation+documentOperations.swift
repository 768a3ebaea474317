internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Whole documents in and out: the organisation's directory, and a unit's problem of one period.
    var documentOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/directory", id: "readDirectory", group: "Documents",
                summary: "Take the whole directory out", asks: Asked(always: [ExportCrew.self]),
                answer: DocumentAnswers.answer(
                    DocumentAnswers.directory, "The directory.", example: DocumentAnswers.directoryExample)
            ) { call in
                .document(Self.bytes(of: try await self.store.exportDirectory(for: try call.caller)))
            },
            replaceDirectory,
            APIOperation(
                method: .get, path: "/problem", id: "readLatestProblem", group: "Documents",
                summary: "Take out the newest problem of those whose drafts you may see",
                asks: Asked(always: [ReadDrafts.self]),
                answer: DocumentAnswers.answer(
                    DocumentAnswers.problem, "The problem.", example: DocumentAnswers.problemExample)
            ) { call in
                guard let stored = try await self.store.latestProblem(for: try call.caller) else {
                    throw ServerProblem.noRota
                }
                return .document(ByteBuffer(bytes: stored.document))
            },
            APIOperation(
                method: .get, path: "/problems/{problem}", id: "readProblem", group: "Documents",
                summary: "Take out a problem", asks: Asked(always: [ReadDrafts.self]), parameters: [Self.problem],
                answer: DocumentAnswers.answer(
                    DocumentAnswers.problem, "The problem.", example: DocumentAnswers.problemExample)
            ) { call in
                let stored = try await self.store.problem(call.serial(Self.problem), for: try call.caller)
                return .document(ByteBuffer(bytes: stored.document))
            },
            addProblem,
        ]
    }

    private static let problem = APIParameter.path("problem", .serial, "the problem's number", example: 1)

    /// In bytes: a directory of 10,000 people with 20 entries each has about 20 MB.
    private static let longestDocument = 64 << 20

    private static func bytes(of directory: Directory) -> ByteBuffer {
        ByteBuffer(string: DirectoryFile.write(directory))
    }

    private var replaceDirectory: APIOperation {
        APIOperation(
            method: .put, path: "/directory", id: "replaceDirectory", group: "Documents",
            summary: "Put another directory in the place of the one there is, wholly or not at all",
            asks: Asked(always: [AddPeople.self], also: [ExportCrew.self, ManageUnit.self, ChangePerson.self]),
            parameters: [.ifMatch],
            body: APIBody(
                schema: DocumentAnswers.directory, most: Self.longestDocument,
                example: DocumentAnswers.directoryExample),
            answer: .nothing("It was taken in."), problems: [.conflict]
        ) { call in
            let caller = try call.caller
            try await self.store.check(AddPeople.self, on: nil, for: caller)
            var known: DirectoryVersion?
            if !call.replacesAnything {
                let copy = try await self.store.directoryCopy(for: caller)
                try call.checkReplaces(Self.bytes(of: copy.directory))
                known = copy.version
            }
            let (directory, diagnostics) = DirectoryFile.read(try await call.document())
            guard let directory else { throw ServerProblem.unusableDocument(diagnostics) }
            try await self.store.importDirectory(directory, replacing: known, for: caller, at: call.now)
            return .nothing
        }
    }

    private var addProblem: APIOperation {
        APIOperation(
            method: .post, path: "/problems", id: "addProblem", group: "Documents",
            summary: "Take in a unit's problem of one period", asks: Asked(always: [BuildRota.self]),
            body: APIBody(
                schema: DocumentAnswers.problem, most: Self.longestDocument, example: DocumentAnswers.problemExample),
            answer: .json(StoredProblemAnswer.self, "Its number.", status: .created, hasLocation: true), takesKey: true
        ) { call in
            let caller = try call.caller
            try await self.store.checkSomewhere(BuildRota.self, for: caller)
            let bytes = try await call.document()
            let (file, diagnostics) = CrewFile.read(bytes)
            guard let problem = file?.problem else { throw ServerProblem.unusableDocument(diagnostics) }
            let answer: @Sendable (ProblemID) -> APIResult = { id in
                .created(StoredProblemAnswer(problem: id.value), at: "/problems/\(id)")
            }
            let store = try call.store(
                self.store, for: ReadBody(bytes: bytes, content: .null), answering: answer)
            let id = try await store.add(
                problem: Array(CrewFile.write(problem).utf8),
                name: "\(problem.unit.name), \(self.pages.language.period(problem))", unit: problem.unit.id,
                at: call.now, for: caller)
            return answer(id)
        }
    }
}
