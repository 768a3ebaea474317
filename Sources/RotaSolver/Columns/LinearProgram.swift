internal import CClp

/// A linear program that grows by columns, solved by the simplex method of Clp (COIN-OR).
///
///     minimise cost x  subject to  rowLower <= A x <= rowUpper,  lower <= x <= upper
///
/// For one thread at a time.
final class LinearProgram {
    /// A column of A with its bounds and cost.
    struct Column {
        var cost: Double
        var lower = 0.0
        var upper = Double.greatestFiniteMagnitude
        /// Rows with a coefficient, and the coefficients.
        var rows: [Int32]
        var coefficients: [Double]
    }

    private let model: UnsafeMutableRawPointer?
    private(set) var rowCount: Int
    private(set) var columnCount = 0
    /// What solving has cost so far: numbers looked at, about.
    private(set) var work = 0

    /// Numbers looked at between looks at the stop signal: each look makes the method begin anew from where it was.
    private static let stride = 2_000_000

    init(rowLower: [Double], rowUpper: [Double]) {
        model = Clp_newModel()
        rowCount = rowLower.count
        Clp_setLogLevel(model, 0)
        // Coefficients are 1 and -1.
        Clp_scaling(model, 0)
        // Costs are moved a little from the start: where so many rows cost the same, the method would go in circles.
        Clp_setPerturbation(model, 50)
        Clp_resize(model, Int32(rowCount), 0)
        Clp_chgRowLower(model, rowLower)
        Clp_chgRowUpper(model, rowUpper)
    }

    deinit {
        Clp_deleteModel(model)
    }

    func add(_ columns: [Column]) {
        guard !columns.isEmpty else { return }
        var starts: [Int32] = [0]
        var rows: [Int32] = []
        var coefficients: [Double] = []
        for column in columns {
            rows += column.rows
            coefficients += column.coefficients
            starts.append(Int32(rows.count))
        }
        Clp_addColumns(
            model, Int32(columns.count), columns.map(\.lower), columns.map(\.upper), columns.map(\.cost), starts, rows,
            coefficients)
        columnCount += columns.count
    }

    /// Adds a row over columns that there are already.
    func addRow(lower: Double, upper: Double, columns: [Int32], coefficients: [Double]) {
        let starts = [0, Int32(columns.count)]
        Clp_addRows(model, 1, [lower], [upper], starts, columns, coefficients)
        rowCount += 1
    }

    func setBounds(ofRow row: Int, lower: Double, upper: Double) {
        Clp_rowLower(model)[row] = lower
        Clp_rowUpper(model)[row] = upper
    }

    func setBounds(of column: Int, lower: Double, upper: Double) {
        Clp_columnLower(model)[column] = lower
        Clp_columnUpper(model)[column] = upper
    }

    enum Method {
        /// Best after columns were added.
        case primal
        /// Best after bounds were changed.
        case dual
    }

    /// False: stopped, or no optimum was found.
    func solve(by method: Method, stop: StopSignal) -> Bool {
        let stride = max(20, Self.stride / (columnCount + rowCount))
        var left = 1_000_000
        while left > 0, !stop.isRaised {
            Clp_setNumberIterations(model, 0)
            Clp_setMaximumIterations(model, Int32(stride))
            _ = method == .primal ? Clp_primal(model, 0) : Clp_dual(model, 0)
            let done = Int(Clp_numberIterations(model))
            work += done * (columnCount + rowCount)
            // 3: as many iterations as were allowed.
            if Clp_status(model) != 3 { return Clp_status(model) == 0 }
            left -= max(1, done)
        }
        return false
    }

    var objective: Double { Clp_objectiveValue(model) }
    /// By row: what the objective gains by one more of its right side.
    var rowPrices: UnsafeBufferPointer<Double> {
        UnsafeBufferPointer(start: Clp_dualRowSolution(model), count: rowCount)
    }
    var values: UnsafeBufferPointer<Double> {
        UnsafeBufferPointer(start: Clp_primalColumnSolution(model), count: columnCount)
    }
}
