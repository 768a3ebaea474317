package import RotaModel

extension RotaProblem {
    /// What every penalty of a rota is a whole multiple of: the greatest common divisor of all weights, 1 where there are none.
    package var penaltyStep: Int {
        var step = 0
        func take(_ weight: Penalty) { step = step.greatestCommonDivisor(with: weight.value) }
        func take(_ severity: Severity) { if case .soft(let weight) = severity { take(weight) } }
        for line in demand {
            take(line.belowMinimum)
            take(line.belowWanted)
            take(line.aboveWanted)
            take(line.aboveMaximum)
        }
        for request in requests { take(request.weight) }
        for rule in rules { take(rule.severity) }
        return max(1, step)
    }
}

extension Int {
    /// At least 0; of 0 and a number that number, without its sign (Euclid's algorithm).
    package func greatestCommonDivisor(with other: Int) -> Int {
        var (left, right) = (abs(self), abs(other))
        while right != 0 { (left, right) = (right, left % right) }
        return left
    }
}
