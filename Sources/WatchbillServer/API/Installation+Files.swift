internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Whole documents in and out: the organisation's directory, and a unit's problem of one period.
    func addFiles(to routes: inout Routes) {
        routes.get("/api/directory") { visit, _, _ in
            let directory = try await self.store.exportDirectory(for: visit.caller)
            return Response(
                status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: DirectoryFile.write(directory))))
        }
        routes.put("/api/directory") { visit, request, _ in
            let (directory, diagnostics) = DirectoryFile.read(try await Self.document(request))
            guard let directory else { throw ServerProblem.unusableDocument(diagnostics) }
            try await self.store.importDirectory(directory, for: visit.caller, at: self.surroundings.now())
            return Response(status: .noContent)
        }
        routes.post("/api/problems") { visit, request, _ in
            let document = try await Self.document(request)
            let (file, diagnostics) = CrewFile.read(document)
            guard let file else { throw ServerProblem.unusableDocument(diagnostics) }
            let problem = file.problem
            let id = try await self.store.add(
                problem: Array(CrewFile.write(problem).utf8),
                name: "\(problem.unit.name), \(self.pages.language.period(problem))", unit: problem.unit.id,
                at: self.surroundings.now(), for: visit.caller)
            return .json(["problem": id.value], status: .created)
        }
    }

    /// In bytes: a directory of 10,000 people with 20 entries each has about 20 MB.
    private static let longestDocument = 64 << 20

    private static func document(_ request: Request) async throws -> [UInt8] {
        do {
            return Array(try await request.body.collect(upTo: longestDocument).readableBytesView)
        } catch {
            throw ServerProblem.tooLarge(longestDocument)
        }
    }
}
