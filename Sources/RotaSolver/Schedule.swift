internal import Foundation
internal import RotaModel

/// The temperatures of an annealing round, and the price of hard rules beside penalties, from the weights of a problem.
struct Schedule {
    let hottest: Double
    let coldest: Double
    /// What a unit of a hard rule costs: more than any one place filled can be worth.
    let hardPrice: Int

    init(_ problem: RotaProblem) {
        var weights: [Int] = []
        for demand in problem.demand {
            if case .soft(let weight) = demand.belowMinimum { weights.append(weight.value) }
            if case .soft(let weight) = demand.aboveMaximum { weights.append(weight.value) }
            if demand.wanted != nil { weights += [demand.belowWanted.value, demand.aboveWanted.value] }
        }
        weights += problem.requests.map(\.weight.value)
        for rule in problem.rules {
            // A rule holds for many rows and days: it counts as often as there are people.
            if case .soft(let weight) = rule.severity {
                weights += Array(repeating: weight.value, count: problem.people.count)
            }
        }
        weights = weights.filter { $0 > 0 }.sorted()
        // Weights spread over orders of magnitude: hot enough for the dear ones, cold enough for the cheap ones.
        let low = Double(weights.isEmpty ? 1 : weights[weights.count / 10])
        let high = Double(weights.isEmpty ? 1 : weights[weights.count - 1 - weights.count / 10])
        hottest = max(Tuning.hottest * high, low)
        coldest = Tuning.coldest * low
        hardPrice = max(1000, Int(100 * high))
    }

    /// Geometric cooling from `heat` times the hottest; `progress` is 0 ... 1.
    func temperature(at progress: Double, heat: Double) -> Double {
        let start = max(coldest, heat * hottest)
        return start * pow(coldest / start, progress)
    }
}
