package import RotaModel

/// Why a cell is what it is, and what each other choice in this cell alone would cost.
package struct CellExplanation: Hashable, Sendable {
    /// Another duty in the same cell, all else as it is.
    package struct Alternative: Hashable, Sendable {
        package var duty: Duty
        /// The change in penalty, exact; negative is better.
        package var penaltyChange: Int
        /// Hard findings that would be new or worse, as they would be; and that would be gone or less, as they are.
        package var hardAdded: [Finding]
        package var hardRemoved: [Finding]
        /// Soft findings that would be new or dearer, as they would be; and that would be gone or cheaper, as they are.
        package var softAdded: [Finding]
        package var softRemoved: [Finding]

        package init(
            duty: Duty, penaltyChange: Int, hardAdded: [Finding], hardRemoved: [Finding], softAdded: [Finding],
            softRemoved: [Finding]
        ) {
            self.duty = duty
            self.penaltyChange = penaltyChange
            self.hardAdded = hardAdded
            self.hardRemoved = hardRemoved
            self.softAdded = softAdded
            self.softRemoved = softRemoved
        }
    }

    package var person: PersonIndex
    package var day: DayIndex
    package var duty: Duty
    package var isPinned: Bool
    /// What the cell does for the rota, each in a sentence: demand that would be short without it, wishes it grants, and
    /// rules that being off, or every other choice, would break.
    package var serves: [String]
    /// The findings of the rota as it is that this cell takes part in: of totals those that another choice here would
    /// lessen; of demand too many, but not too few.
    package var breaks: [Finding]
    /// Every other duty: off first, then shift types in the problem's order.
    package var alternatives: [Alternative]

    package init(
        person: PersonIndex, day: DayIndex, duty: Duty, isPinned: Bool, serves: [String], breaks: [Finding],
        alternatives: [Alternative]
    ) {
        self.person = person
        self.day = day
        self.duty = duty
        self.isPinned = isPinned
        self.serves = serves
        self.breaks = breaks
        self.alternatives = alternatives
    }
}
