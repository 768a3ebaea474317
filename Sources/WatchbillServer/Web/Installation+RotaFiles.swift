internal import CrewRecords
internal import Hummingbird
internal import RotaFormats
import RotaModel
internal import RotaRules
import WatchbillStore

/// Rotas as files, out and in.
extension Installation {
    /// In bytes: 2,000 people of 731 days, each cell with an id of three letters.
    static let longestRotaFile = 8 << 20

    func addRotaFiles(to routes: inout Routes) {
        for kind in RotaFileKind.allCases {
            routes.get("/rota/versions/:version/\(kind.fileName)", asks: [ReadUnit.self, ReadRota.self]) {
                visit, request, context in
                let shown = try await self.version(request, context, visit)
                return .download(
                    Array(kind.text(of: shown).utf8),
                    name: "rota-\(shown.version.unit)-\(shown.version.number).\(kind)", type: kind.mediaType)
            }
            routes.get("/builds/:build/\(kind.fileName)", asks: [ReadDrafts.self]) { visit, _, context in
                let build = try await self.build(try Self.build(context), for: visit)
                return .download(
                    Array(try await self.text(of: build, as: kind, for: visit).utf8),
                    name: "draft-\(build.order.problem)-\(build.id).\(kind)", type: kind.mediaType)
            }
        }
        routes.post("/builds/:build/file", asks: [ReadDrafts.self, BuildRota.self]) { visit, request, context in
            let build = try Self.build(context)
            // Before a large body is read.
            try await self.store.check(
                BuildRota.self, on: try await self.build(build, for: visit).order.problem, for: visit.caller)
            let upload = try await UploadForm(request, upTo: Self.longestRotaFile)
            try self.door.check(upload.form, of: visit)
            let (name, bytes) = try upload.file()
            try await self.take(
                bytes, named: name, into: build, after: try upload.form.number("after"), for: visit)
            return .see("/builds/\(build)")
        }
    }

    /// A build's rota as a file's text, with what was changed by hand.
    func text(of build: BuildView, as kind: RotaFileKind, for visit: Visit) async throws -> String {
        guard let rota = build.rota else { throw ServerProblem.nothingBuilt }
        let (view, loaded, _) = build.worked(of: try await problem(build.order.problem, for: visit))
        let assessment = loaded.judge.assess(rota)
        return RotaFile.write(
            rota, of: loaded.problem, as: kind.format,
            claims: RotaDocument.Claims(
                penalty: assessment.penalty, bound: view.figures?.bound.map { Penalty($0) },
                isFeasible: assessment.isFeasible))
    }

    /// Puts what a file says of cells into a draft, as one step; what it does not have stays as it is.
    ///
    /// - Parameter known: the number of the last step that the visitor has seen; nil: whatever there is may be changed.
    /// - Throws: `ServerProblem`: something is wrong with the file, and nothing was changed; or as for any edit.
    @discardableResult
    func take(
        _ bytes: [UInt8], named name: String?, into build: BuildID, after known: Int?, for visit: Visit
    ) async throws -> (draft: WorkedDraft, step: DraftStep?) {
        let worked = try await draft(build, for: visit)
        try await store.check(BuildRota.self, on: worked.stored.order.problem, for: visit.caller)
        let (cells, diagnostics) = RotaFile.cells(bytes, of: worked.loaded.problem, fileName: name)
        guard let cells else { throw ServerProblem.unusableDocument(diagnostics) }
        return try await edit(build, EditRequest(cells, known: known), for: visit)
    }
}

/// The kinds of files that a rota comes as.
enum RotaFileKind: String, CaseIterable, Sendable, CustomStringConvertible {
    case csv, json

    var description: String { rawValue }

    var fileName: String { "rota.\(rawValue)" }

    var mediaType: String { self == .csv ? "text/csv; charset=utf-8" : "application/json" }

    var format: RotaFile.Format { self == .csv ? .csv : .json }

    /// A published version says nothing of penalties.
    func text(of shown: ShownVersion) -> String { RotaFile.write(shown.rota, of: shown.loaded.problem, as: format) }
}
