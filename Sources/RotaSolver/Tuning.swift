/// The numbers that steer the search; how they were chosen is told in `docs/algorithm.md`.
enum Tuning {
    /// Temperatures as shares of the dear and of the cheap weights of a problem.
    static let hottest = 0.1
    static let coldest = 0.25
    /// Noise on the costs of a row solve, as a share of the temperature.
    static let noise = 0.3
    /// Days of a row solve.
    static let shortestWindow = 7
    static let longestWindow = 56
    /// Cheap moves for each unit of work of a row solve, and at most for one solve.
    static let movesPerWork = 1.0
    static let mostMoves = 10_000
    /// From so many cells on, all threads work on one rota.
    static let sharedFrom = 4000
    /// Where the rounds end, as shares of the time; the bound has its share after the first. Every second round from the
    /// third on begins from the best rota, less hot. A small rota cools soon: more tries gain more than a longer one.
    static func roundEnds(cells: Int) -> [Double] {
        cells < 600 ? [0.1, 0.2, 0.25, 0.4, 0.45, 0.6, 0.65, 0.8, 0.85, 0.95, 1] : [0.1, 0.65, 1]
    }
    static let lastHeat = 0.4
    static let boundShare = 0.1
    /// Steps of the bound where a solve is limited by steps.
    static let boundSteps = 60
}
