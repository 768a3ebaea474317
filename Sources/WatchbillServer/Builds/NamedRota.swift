import RotaModel
import RotaRules
import WatchbillStore

/// A draft or a published version as planners look at it: with all that it was built from.
struct NamedRota: Sendable {
    let name: RotaName
    /// The build that it came of.
    let build: BuildID
    /// The number of the draft; nil: it is a version, or the build came to no draft.
    let draft: Int?
    /// The problem as it is for this rota. A version is held to no pins: they are how planners work on a draft.
    let loaded: LoadedProblem
    let rota: Rota
    /// Proven of the build, where all is as it left pinned.
    let bound: Penalty?
    let assessment: Assessment

    /// - Returns: nil if the build has come to no rota.
    init?(_ view: BuildView, of loaded: LoadedProblem) {
        let worked = view.worked(of: loaded)
        guard let rota = view.rota else { return nil }
        name = .build(view.id)
        build = view.id
        draft = view.draft
        self.loaded = worked.loaded
        self.rota = rota
        bound = worked.view.figures?.bound.map { Penalty($0) }
        assessment = worked.loaded.judge.assess(rota)
    }

    /// - Parameter view: of the version's build.
    init(_ published: PublishedRota, of loaded: LoadedProblem, builtIn view: BuildView) {
        name = .version(published.version.number)
        build = published.version.build
        draft = nil
        rota = published.rota
        let pinned = loaded.pinning(view.order.pins).problem.pinnedCells
        let isAsPinned = pinned.allSatisfy { published.rota[$0.person, $0.day] == $0.duty }
        bound = isAsPinned ? view.figures?.bound.map { Penalty($0) } : nil
        self.loaded = loaded.pinning([])
        assessment = self.loaded.judge.assess(published.rota)
    }

    var dated: DatedRota { DatedRota(rota, of: loaded.problem) }

    var costs: [SourceCost] { loaded.judge.costs(assessment) }
}

/// Two rotas of one unit side by side.
struct RotaComparison: Sendable {
    let before: NamedRota
    let after: NamedRota
    /// On the dates of the second.
    let changes: RotaChanges
    let sources: [SourceDifference]

    init(from before: NamedRota, to after: NamedRota) {
        self.before = before
        self.after = after
        changes = RotaChanges(from: before.dated, to: after.dated)
        sources = SourceDifference.all(from: before.costs, to: after.costs)
    }

    /// Of the penalty; negative: the second is better.
    var change: Int { after.assessment.penalty.value - before.assessment.penalty.value }

    /// Whether the same is asked of both, so that their penalties can be held against each other.
    var isOfSameProblem: Bool {
        var (one, two) = (before.loaded.problem, after.loaded.problem)
        (one.pins, two.pins) = ([], [])
        return before.loaded.id == after.loaded.id || one == two
    }
}
