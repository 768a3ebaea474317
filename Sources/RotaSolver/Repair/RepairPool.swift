internal import RotaRules

/// The legal repairs found, and which of them are worth showing.
struct RepairPool {
    struct Entry {
        var patch: RotaPatch
        /// More than before the repair.
        var cost: Cost
        /// Positions of people, in order.
        var people: [Int]

        /// Fewest people disturbed, then fewest shifts changed, then least penalty; then whatever is the same every time.
        static func ranks(_ left: Entry, before right: Entry) -> Bool {
            if left.people.count != right.people.count { return left.people.count < right.people.count }
            if left.patch.cells.count != right.patch.cells.count {
                return left.patch.cells.count < right.patch.cells.count
            }
            if left.cost != right.cost { return left.cost.isBetter(than: right.cost) }
            return left.patch.isOrdered(before: right.patch)
        }
    }

    private(set) var entries: [Entry] = []
    private var known: Set<RotaPatch> = []

    mutating func add(_ entry: Entry) {
        if known.insert(entry.patch).inserted { entries.append(entry) }
    }

    /// The least penalty first, then by rank.
    func cheapest(_ most: Int) -> [Entry] {
        let order = entries.sorted { left, right in
            left.cost != right.cost ? left.cost.isBetter(than: right.cost) : Entry.ranks(left, before: right)
        }
        return Array(order.prefix(most))
    }

    /// The best, then the trade-offs between people, shifts and penalty, then whom else one could ask; at most `most`, by
    /// rank.
    ///
    /// None is shown that disturbs the people of another one and more, and is no better for it.
    func selection(most: Int) -> [Entry] {
        var open = entries.sorted(by: Entry.ranks)
        open = open.enumerated().filter { position, entry in
            !open.prefix(position).contains { better in
                !entry.cost.isBetter(than: better.cost)
                    && better.patch.cells.count <= entry.patch.cells.count
                    && better.people.allSatisfy(entry.people.contains)
            }
        }.map(\.element)
        // By number of people disturbed, what no repair with fewer, or as many with fewer shifts, reaches.
        var front: [Entry] = []
        for entry in open where front.allSatisfy({ entry.cost.isBetter(than: $0.cost) }) { front.append(entry) }
        var chosen: [RotaPatch] = []
        func take(_ entry: Entry?) {
            if let entry, chosen.count < most, !chosen.contains(entry.patch) { chosen.append(entry.patch) }
        }
        take(front.first)
        take(front.last)
        // The least penalty for each number of people, then other people at the least effort, then the rest.
        for entry in front.reversed()
        where !front.contains(where: { $0.people.count == entry.people.count && $0.cost.isBetter(than: entry.cost) }) {
            if chosen.count < most - 1 { take(entry) }
        }
        for entry in open {
            let isNew = !open.contains { chosen.contains($0.patch) && $0.people == entry.people }
            if isNew { take(entry) }
        }
        for entry in front { take(entry) }
        return open.filter { chosen.contains($0.patch) }
    }
}

extension RotaPatch {
    /// Some order, the same every time.
    func isOrdered(before other: RotaPatch) -> Bool {
        for (left, right) in zip(cells, other.cells) where left != right {
            return (left.position, left.duty) < (right.position, right.duty)
        }
        return cells.count < other.cells.count
    }
}
