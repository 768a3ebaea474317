import RotaModel

/// The units, and that they make one tree.
extension DirectoryCheck {
    mutating func checkUnits() {
        for (position, entry) in directory.units.enumerated() {
            checkID(entry.unit.id.rawValue, at: position, in: units, of: "units", "unit")
            checkName(entry.unit.name, "The unit's name", "/units/\(position)/name")
            checkWeekend(entry.unit.weekend, 1...3, "/units/\(position)/weekend")
            if let parent = entry.parent {
                checkReference(parent.rawValue, in: units, "unit", "/units/\(position)/parent")
            }
        }
    }

    /// Reports units besides the first that have no parent, units that are part of themselves, and the first that lies too
    /// deep. Without any of these all units are below the one that has no parent.
    mutating func checkTree() {
        let roots = directory.units.indices.filter { directory.units[$0].parent == nil }
        if let first = roots.first {
            for root in roots.dropFirst() {
                report(
                    "/units/\(root)/parent",
                    "The unit \"\(directory.units[root].unit.id)\" has no parent, and nor has"
                        + " \"\(directory.units[first].unit.id)\"; an organisation is one tree of units.")
            }
        }
        let parents = directory.units.map { $0.parent.flatMap { units[$0.rawValue] } }
        // How many units lead from the root to each, itself counted; 0: not known yet.
        var depths = [Int](repeating: 0, count: parents.count)
        var isTooDeep = false
        for position in parents.indices {
            let way = wayUp(from: position, parents, depths)
            if way.isCycle { reportCycle(way.units) }
            let above = way.isCycle ? 0 : way.units.last.flatMap { parents[$0] }.map { depths[$0] } ?? 0
            for (steps, unit) in way.units.reversed().enumerated() { depths[unit] = above + steps + 1 }
            if !way.isCycle, !isTooDeep, depths[position] > DirectoryLimits.depth.upperBound {
                isTooDeep = true
                report(
                    "/units/\(position)/parent",
                    "The unit \"\(directory.units[position].unit.id)\" lies \(depths[position]) deep in the tree;"
                        + " \(DirectoryLimits.depth.upperBound) units, the whole organisation counted, is the most.")
            }
        }
    }

    /// The units from this one upwards whose depth is not known yet, and whether the last of them is part of one of them.
    private func wayUp(from position: Int, _ parents: [Int?], _ depths: [Int]) -> (units: [Int], isCycle: Bool) {
        var way: [Int] = []
        var seen: Set<Int> = []
        var current: Int? = position
        while let unit = current, depths[unit] == 0 {
            guard seen.insert(unit).inserted else { return (way, true) }
            way.append(unit)
            current = parents[unit]
        }
        return (way, false)
    }

    /// Reports a way up that comes back to one of its own units: at the last unit of the way.
    private mutating func reportCycle(_ way: [Int]) {
        guard let last = way.last, let parent = directory.units[last].parent else { return }
        let id = directory.units[last].unit.id
        let cycle = way.drop { directory.units[$0].unit.id != parent }.map { "\"\(directory.units[$0].unit.id)\"" }
        let through = cycle.count > 8 ? "\(cycle.count) units" : cycle.joined(separator: ", ")
        report(
            "/units/\(last)/parent",
            cycle.count < 2
                ? "The unit \"\(id)\" is its own parent." : "The unit \"\(id)\" is part of itself, through \(through).")
    }
}
