package import RotaModel

/// Which unit stands above which: all that permissions need to know of the tree of units.
package struct UnitAncestry: Hashable, Sendable {
    /// Every unit, with the one above it.
    private let above: [UnitID: UnitID?]
    /// The units that have none above them; together they are the whole organisation.
    package let roots: Set<UnitID>

    /// - Parameter units: each unit once, with the one above it.
    /// - Throws: `AncestryError` if they are no tree.
    package init(_ units: some Sequence<(unit: UnitID, above: UnitID?)>) throws(AncestryError) {
        var above: [UnitID: UnitID?] = [:]
        for (unit, parent) in units {
            if above.updateValue(parent, forKey: unit) != nil { throw .unitTwice(unit) }
        }
        for unit in above.keys.sorted() {
            if let parent = above[unit] ?? nil, above[parent] == nil { throw .noSuchUnit(parent, above: unit) }
        }
        self.above = above
        roots = Set(above.filter { $0.value == nil }.keys)
        for unit in above.keys.sorted() {
            var place = unit
            for _ in 0..<above.count {
                guard let parent = above[place] ?? nil else { break }
                place = parent
            }
            if (above[place] ?? nil) != nil { throw .aboveItself(unit) }
        }
    }

    package func contains(_ unit: UnitID) -> Bool { above[unit] != nil }

    package var units: [UnitID] { above.keys.sorted() }

    /// The unit itself and all above it, upwards; nothing for a unit that is not in the tree.
    package func lineage(of unit: UnitID) -> [UnitID] {
        guard contains(unit) else { return [] }
        return Array(sequence(first: unit) { above[$0] ?? nil })
    }

    /// Whether a role that is held in those places reaches one of the units; no unit at all stands for the whole.
    package func reaches(_ units: Set<UnitID>, from places: Set<UnitID>) -> Bool {
        // With no roots there is no organisation to hold anything over.
        if units.isEmpty { return !roots.isEmpty && roots.isSubset(of: places) }
        return units.contains { unit in lineage(of: unit).contains { places.contains($0) } }
    }
}

/// Why some units are no tree.
package enum AncestryError: Error, Hashable, Sendable, CustomStringConvertible {
    case unitTwice(UnitID)
    case noSuchUnit(UnitID, above: UnitID)
    case aboveItself(UnitID)

    package var description: String {
        switch self {
        case .unitTwice(let unit): "Unit \(unit) is there twice. Maybe one of them should have another name."
        case .noSuchUnit(let parent, let unit): "Unit \(unit) is below \(parent), which there is not."
        case .aboveItself(let unit): "Unit \(unit) is, by way of others, above itself."
        }
    }
}
