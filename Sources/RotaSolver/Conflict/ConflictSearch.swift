package import RotaModel
internal import RotaRules

/// Looks for a proof that a problem has no legal rota, and for a smallest set of requirements that are to blame.
///
/// First people by themselves, then demand on one day, on two days in a row, and so on to the whole period, since what
/// meets on few days is easy to see; then a deletion filter (J. Chinneck and E. Dravnieks, 1991) takes out what the proof
/// does without; then each member gives way until what is left can hold. For one thread.
package final class ConflictSearch {
    private let problem: RotaProblem
    private let stop: StopSignal
    private let goOn: () -> Bool
    private let ground: ConflictGround

    /// Days of demand looked at together.
    private static let windows = [1, 2, 3, 5, 7, 10, 14, 21, 28, 42, 56, 91, 182]
    /// Programs that one proof may take, for windows and for all.
    private static let windowNodes = 1
    private static let nodes = 2_000

    /// - Parameters:
    ///   - problem: one that has passed `validate()`.
    ///   - stop: ends the search within 100 ms when raised.
    ///   - goOn: asked often; false ends the search too.
    package init(_ problem: RotaProblem, stop: StopSignal, goOn: @escaping () -> Bool = { true }) {
        self.problem = problem
        self.stop = stop
        self.goOn = { !stop.isRaised && goOn() }
        ground = ConflictGround(problem, stop: stop, goOn: self.goOn)
    }

    /// - Parameter proven: called once it is proven that there is no legal rota.
    /// - Returns: nil if that could not be proven.
    package func run(proven: () -> Void = {}) -> Conflict? {
        guard let found = prove() else { return nil }
        proven()
        var kept = found
        let isSmallest = shrink(&kept)
        return Conflict(members: members(of: kept), isIrreducible: isSmallest)
    }

    // MARK: The proof

    private func prove() -> Set<Requirement>? {
        let all = ground.requirements
        for person in problem.people.indices {
            guard goOn() else { return nil }
            if case .impossible(let used) = ground.judge(Set(ground.rowRequirements[person]), nodes: 1) { return used }
        }
        for length in Self.windows where length < problem.dayCount {
            for first in stride(from: 0, through: problem.dayCount - length, by: max(1, length / 2)) {
                guard goOn() else { return nil }
                let days = first..<first + length
                if case .impossible(let used) = ground.judge(all, days: days, nodes: Self.windowNodes) { return used }
            }
        }
        if case .impossible(let used) = ground.judge(all, nodes: Self.nodes) { return used }
        return nil
    }

    // MARK: The deletion filter

    /// Takes out what the proof does without. False if there was no time to try all.
    private func shrink(_ kept: inout Set<Requirement>) -> Bool {
        var isSure = true
        for group in groups(of: kept) { shrink(&kept, by: group, &isSure) }
        return isSure && goOn()
    }

    private func shrink(_ kept: inout Set<Requirement>, by group: [Requirement], _ isSure: inout Bool) {
        let left = group.filter(kept.contains)
        guard !left.isEmpty, goOn() else { return }
        switch ground.judge(kept.subtracting(left), nodes: Self.nodes) {
        case .impossible(let used):
            kept = used
            return
        case .possible: break
        case .unknown: if left.count == 1 { isSure = false }
        }
        guard left.count > 1 else { return }
        shrink(&kept, by: Array(left[..<(left.count / 2)]), &isSure)
        shrink(&kept, by: Array(left[(left.count / 2)...]), &isSure)
    }

    /// What is tried to be left out together: what planners would rather not read of first.
    private func groups(of kept: Set<Requirement>) -> [[Requirement]] {
        var groups: [Int: [Requirement]] = [:]
        for requirement in ordered(kept) { groups[Self.kind(of: requirement), default: []].append(requirement) }
        return groups.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func kind(of requirement: Requirement) -> Int {
        switch requirement {
        case .employment: 0
        case .eligibility: 1
        case .pin: 2
        case .absence: 3
        case .maximum: 4
        case .company: 5
        case .rule(let number, _): 7 + number
        case .minimum: .max
        }
    }

    /// In the order of the problem.
    private func ordered(_ kept: Set<Requirement>) -> [Requirement] {
        ground.rowRequirements.joined().filter(kept.contains)
            + problem.demand.indices.flatMap { [.minimum(demand: $0), .maximum(demand: $0)] }.filter(kept.contains)
            + problem.rules.indices.map { .company(rule: $0) }.filter(kept.contains)
    }

    // MARK: Members

    private func members(of kept: Set<Requirement>) -> [Conflict.Member] {
        var grouped: [(kind: Int, requirements: [Requirement])] = []
        for requirement in ordered(kept) {
            let kind = Self.kind(of: requirement)
            let isShared =
                switch requirement {
                case .rule, .eligibility, .employment: true
                default: false
                }
            if isShared, let place = grouped.firstIndex(where: { $0.kind == kind }) {
                grouped[place].requirements.append(requirement)
            } else {
                grouped.append((kind, [requirement]))
            }
        }
        // Demand first, by date.
        func rank(_ requirement: Requirement) -> (Int, Int) {
            switch requirement {
            case .minimum(let line), .maximum(let line): (0, problem.demand[line].date.dayNumber)
            case .rule(let number, _), .company(let number): (1, number)
            default: (2, 0)
            }
        }
        let sorted = grouped.enumerated().sorted { one, other in
            let (left, right) = (rank(one.element.requirements[0]), rank(other.element.requirements[0]))
            return left == right ? one.offset < other.offset : left < right
        }
        let text = RequirementText(problem)
        return sorted.map { _, group in
            let loosening = loosening(of: group.requirements, kept)
            return Conflict.Member(
                requirements: group.requirements, loosening: loosening, sentence: text.sentence(group.requirements),
                remedy: loosening?.sentence(
                    for: group.requirements[0], people: group.requirements.count, in: problem))
        }
    }

    private func loosening(of member: [Requirement], _ kept: Set<Requirement>) -> Loosening? {
        var best: Int?
        var found: Loosening?
        for side in [{ Loosening.most(by: $0) }, { Loosening.least(by: $0) }] {
            guard side(1).applied(to: member[0], of: problem) != nil else { continue }
            guard let amount = least(below: best, isEnough: { holds(side($0), member[0], kept) }) else { continue }
            (best, found) = (amount, side(amount))
        }
        if let found { return found }
        // Any one of them may go, or else the set were not smallest; one that is seen to be enough is proof.
        for requirement in member where goOn() {
            if case .possible = ground.judge(kept.subtracting([requirement]), nodes: Self.nodes) { return .without }
        }
        return nil
    }

    /// Nil if the problem cannot be loosened so far; else whether the set can then hold.
    private func holds(_ loosening: Loosening, _ requirement: Requirement, _ kept: Set<Requirement>) -> Bool? {
        guard goOn(), let loosened = loosening.applied(to: requirement, of: problem) else { return nil }
        let ground = ConflictGround(loosened, stop: stop, goOn: goOn)
        if case .possible = ground.judge(kept, nodes: Self.nodes) { return true }
        return false
    }

    /// The least amount that is enough, by doubling and halving.
    private func least(below limit: Int?, isEnough: (Int) -> Bool?) -> Int? {
        var (low, high) = (0, 1)
        while true {
            if let limit, high >= limit { return nil }
            guard let enough = isEnough(high) else {
                // Beyond what there is: halfway, as long as there is a way.
                guard high - low > 1 else { return nil }
                high = low + (high - low) / 2
                continue
            }
            if enough { break }
            (low, high) = (high, high * 2)
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2
            guard let enough = isEnough(middle) else { return high }
            if enough { high = middle } else { low = middle }
        }
        return high
    }
}
