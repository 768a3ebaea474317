import RotaModel
internal import RotaRules
internal import WatchbillStore

/// A stored problem, read and ready for the judge and the solver.
struct LoadedProblem: Sendable {
    let id: ProblemID
    let problem: RotaProblem
    let judge: Judge

    init(id: ProblemID, problem: RotaProblem) {
        self.id = id
        self.problem = problem
        judge = Judge(problem)
    }
}
