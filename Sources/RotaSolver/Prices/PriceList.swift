package import RotaModel

/// What loosening each rule and each demand by one step would save, about.
package struct PriceList: Sendable {
    /// One more person on a shift.
    package struct ExtraPerson: Sendable {
        package var day: DayIndex
        package var shift: ShiftIndex
        /// What the person holds beside what the shift type asks for; nil: nothing that counts.
        package var qualification: QualificationID?
        /// In units of penalty.
        package var saving: Double
    }

    /// One less wanted, or needed, on a line of demand.
    package struct LessDemand: Sendable {
        /// Position in the problem.
        package var line: Int
        package var saving: Double
    }

    /// A rule that gives way by one step, or is left out where it has no number.
    package struct LooserRule: Sendable {
        /// Position in the problem.
        package var rule: Int
        package var loosening: Loosening
        package var saving: Double
        /// By person, who saves anything.
        package var shares: [(person: PersonIndex, saving: Double)]
    }

    /// The proven floor that all of it is reckoned from.
    package var floor: Penalty
    /// Those that save anything, the dearest first.
    package var people: [ExtraPerson]
    package var demands: [LessDemand]
    package var rules: [LooserRule]
    /// Rules that there was no time to look at.
    package var rulesLeft: Int
    /// Rules that the floor does not see: on windows of time, pairs, and shifts that need a qualification.
    package var rulesUnseen: Int
}
