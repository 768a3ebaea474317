package import RotaModel

/// A unit and its place in the organisation's tree.
package struct UnitEntry: Hashable, Sendable {
    package var unit: CrewUnit
    /// The unit it is a part of; nil for the one that is the whole organisation.
    package var parent: UnitID?

    package init(_ unit: CrewUnit, parent: UnitID? = nil) {
        self.unit = unit
        self.parent = parent
    }
}
