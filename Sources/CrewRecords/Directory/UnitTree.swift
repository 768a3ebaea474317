package import RotaModel

/// The units of a directory by who is part of whom, for questions that are asked often.
package struct UnitTree: Sendable {
    private var units: [UnitID: UnitEntry] = [:]
    private var children: [UnitID: [UnitID]] = [:]
    /// The unit that is the whole organisation; nil where there are no units.
    package private(set) var root: UnitID?

    /// - Complexity: Linear in the number of units.
    package init(_ directory: Directory) {
        for entry in directory.units where units.updateValue(entry, forKey: entry.unit.id) == nil {
            if let parent = entry.parent {
                children[parent, default: []].append(entry.unit.id)
            } else {
                root = entry.unit.id
            }
        }
    }

    package subscript(unit: UnitID) -> CrewUnit? { units[unit]?.unit }

    /// The units from the whole organisation down to this one, both included; none if there is no such unit.
    /// - Complexity: Linear in the length of the path.
    package func path(of unit: UnitID) -> [UnitID] {
        var path: [UnitID] = []
        var current = units[unit]
        while let entry = current, path.count < DirectoryLimits.depth.upperBound {
            path.append(entry.unit.id)
            current = entry.parent.flatMap { units[$0] }
        }
        return path.reversed()
    }

    /// All the units that are part of this one, itself left out; each before its own parts, else as they are listed.
    /// - Complexity: Linear in their number.
    package func units(below unit: UnitID) -> [UnitID] {
        var below: [UnitID] = []
        var open = Array((children[unit] ?? []).reversed())
        while let next = open.popLast() {
            below.append(next)
            open += (children[next] ?? []).reversed()
        }
        return below
    }
}
