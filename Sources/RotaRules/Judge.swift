package import RotaModel

/// The only definition of a rota's penalty: checks every rule directly, one by one, and shares nothing with what
/// searches.
package struct Judge: Sendable {
    package let problem: RotaProblem

    /// `problem` has passed `validate()`.
    package init(_ problem: RotaProblem) {
        self.problem = problem
    }

    /// Every violation and missed wish of `rota`, which has the problem's dimensions and shift types.
    package func assess(_ rota: Rota) -> Assessment {
        Assessment(findings: [])
    }

    /// Why a cell is what it is, and what each other choice in it alone would cost.
    package func explain(_ rota: Rota, person: PersonIndex, day: DayIndex) -> CellExplanation {
        CellExplanation(
            person: person, day: day, duty: rota[person, day], isPinned: false, serves: [], breaks: [], alternatives: [])
    }
}
