internal import RotaModel
internal import RotaRules

/// Rows of some people on a window of days, from which one is to be chosen for each, as a linear program: Dantzig and
/// Wolfe's master problem, with demand in it and all that is about one person alone in the cost of that person's rows.
///
///     minimise sum cost(row) x(row) + sum cost(line, n(line))
///     subject to, by person: sum of x over the person's rows = 1
///                 by line:   sum of x over the rows that count for it + people outside - n(line) = 0
///
/// The cost of a line is taken by its slopes, which grow with n; where they do not, by its lower convex hull. New rows
/// come from `RowPricer` at the prices of the lines.
///
/// The rota that the state holds gives what is fixed, days outside the window and people who are not in `people`. It must not
/// change while the master lives, other than by rows of these people within the window.
final class Master {
    /// A row of one person on the days of the window.
    struct Row {
        var person: Int
        var duties: [UInt8]
        /// All that is about this person alone, days outside the window included.
        var cost: Int
        /// Hard limits on sums that it breaks, as positions in `ProblemTables.counters`: mixtures of rows may keep them.
        var broken: [Int] = []
    }

    let tables: ProblemTables
    let state: RotaState
    /// Positions of people.
    let people: [Int]
    let window: Range<Int>
    private(set) var rows: [Row] = []
    /// Lines of demand for which rows of these people may count.
    let lines: [Int]
    /// People on each of them who are not in the master.
    private let outside: [Double]
    private let program: LinearProgram
    /// By row of a person: its column.
    private var columnOfRow: [Int] = []
    /// The first columns: pieces of lines' costs.
    private var pieces: [Piece] = []
    /// Rows on sums over lines: their places in the program.
    private var placeOfSum: [Int] = []
    /// Rows on a person's sums, by counter: their places in the program; -1: none.
    private var placeOfCounter: [Int]
    /// By counter: the units that its price is for; empty: rows break no limits.
    private let counterSizes: [Int]
    /// By line: its row of the program, behind those of the people; -1: none.
    private let rowOfLine: [Int]
    private let rowOfPerson: [Int]
    private var known: Set<Key> = []
    private let hardPrice: Double
    /// What the lines cost with nobody, and people who are not in the master.
    private let constant: Double

    /// A slope of a line's cost.
    private struct Piece {
        var line: Int
        /// What one more person costs; below 0: gains.
        var slope: Double
        /// How many people it is for.
        var length: Double
        var isWanted: Bool { slope < 0 }
    }

    private struct Key: Hashable {
        var person: Int
        var duties: [UInt8]
    }

    /// - Parameters:
    ///   - hardPrice: what a unit of hard demand costs beside penalties.
    ///   - sparePrice: what it costs to choose no row for a person; nil: one has to be chosen.
    ///   - counterSizes: by counter, the units that its price is for; then rows may break limits on sums.
    init(
        _ state: RotaState, people: [Int], window: Range<Int>, hardPrice: Int, sparePrice: Double? = nil,
        counterSizes: [Int] = []
    ) {
        tables = state.tables
        self.state = state
        self.people = people
        self.window = window
        self.hardPrice = Double(hardPrice)
        var rowOfPerson = Array(repeating: -1, count: tables.peopleCount)
        for (row, person) in people.enumerated() { rowOfPerson[person] = row }
        var rowOfLine = Array(repeating: -1, count: tables.lineCount)
        var lines: [Int] = []
        var inside = Array(repeating: 0, count: tables.lineCount)
        for person in people {
            for day in window {
                let cell = person * tables.dayCount + day
                let group = Int(tables.groupOf[cell]) * tables.dutyCount
                for entry in Int(tables.lineStart[group])..<Int(tables.lineStart[group + tables.dutyCount]) {
                    let line = Int(tables.lines[entry])
                    guard rowOfLine[line] < 0 else { continue }
                    rowOfLine[line] = people.count + lines.count
                    lines.append(line)
                }
                let position = group + Int(state.duties[cell])
                for entry in Int(tables.lineStart[position])..<Int(tables.lineStart[position + 1]) {
                    inside[Int(tables.lines[entry])] += 1
                }
            }
        }
        self.rowOfPerson = rowOfPerson
        self.rowOfLine = rowOfLine
        self.lines = lines
        self.counterSizes = counterSizes
        placeOfCounter = counterSizes.map { _ in -1 }
        // sum of x - n = -(people outside); n is the sum of its pieces.
        outside = lines.map { Double(Int(state.counts[$0]) - inside[$0]) }
        let sides = people.map { _ in 1.0 } + outside.map { -$0 }
        program = LinearProgram(rowLower: sides, rowUpper: sides)
        var columns: [LinearProgram.Column] = []
        var constant = 0.0
        for line in 0..<tables.lineCount {
            let count = rowOfLine[line] < 0 ? Int(state.counts[line]) : 0
            let cost = tables.lineCosts[Int(tables.lineTable[line]) + count]
            constant += Double(cost.soft) + Double(hardPrice) * Double(cost.hard)
        }
        for person in 0..<tables.peopleCount where rowOfPerson[person] < 0 {
            let cost = state.ownCost(of: person)
            constant += Double(cost.soft) + Double(hardPrice) * Double(cost.hard)
        }
        self.constant = constant
        for line in lines {
            for piece in Self.pieces(of: line, tables: tables, hardPrice: Double(hardPrice)) {
                pieces.append(Piece(line: line, slope: piece.slope, length: Double(piece.length)))
                columns.append(
                    LinearProgram.Column(
                        cost: piece.slope, upper: Double(piece.length), rows: [Int32(rowOfLine[line])],
                        coefficients: [-1]))
            }
        }
        if let sparePrice {
            for row in people.indices {
                columns.append(LinearProgram.Column(cost: sparePrice, rows: [Int32(row)], coefficients: [1]))
            }
        }
        program.add(columns)
    }

    /// The slopes of a line's cost from nobody on, by its lower convex hull.
    static func pieces(
        of line: Int, tables: ProblemTables, hardPrice: Double
    ) -> [(slope: Double, length: Int)] {
        let table = Int(tables.lineTable[line])
        func cost(_ count: Int) -> Double {
            let cost = tables.lineCosts[table + count]
            return Double(cost.soft) + hardPrice * Double(cost.hard)
        }
        var corners = [0]
        for count in 1...max(1, tables.peopleCount) where count <= tables.peopleCount {
            while corners.count > 1 {
                let (last, before) = (corners[corners.count - 1], corners[corners.count - 2])
                let bent =
                    (cost(last) - cost(before)) * Double(count - last) >= (cost(count) - cost(last))
                    * Double(last - before)
                if !bent { break }
                corners.removeLast()
            }
            corners.append(count)
        }
        return zip(corners, corners.dropFirst()).map { ((cost($1) - cost($0)) / Double($1 - $0), $1 - $0) }
    }

    // MARK: Rows

    /// Takes rows that are not known yet.
    @discardableResult
    func add(_ fresh: [Row]) -> Int {
        for row in fresh {
            for counter in row.broken where placeOfCounter[counter] < 0 { addCounter(counter, row.person) }
        }
        var columns: [LinearProgram.Column] = []
        for row in fresh where known.insert(Key(person: row.person, duties: row.duties)).inserted {
            var places = [Int32(rowOfPerson[row.person])]
            for (offset, duty) in row.duties.enumerated() {
                let cell = row.person * tables.dayCount + window.lowerBound + offset
                let position = Int(tables.groupOf[cell]) * tables.dutyCount + Int(duty)
                for entry in Int(tables.lineStart[position])..<Int(tables.lineStart[position + 1]) {
                    places.append(Int32(rowOfLine[Int(tables.lines[entry])]))
                }
            }
            var coefficients = Array(repeating: 1.0, count: places.count)
            if !counterSizes.isEmpty {
                for counter in tables.countersOf[row.person].range where placeOfCounter[counter] >= 0 {
                    places.append(Int32(placeOfCounter[counter]))
                    coefficients.append(share(of: counter, in: row))
                }
            }
            columns.append(LinearProgram.Column(cost: Double(row.cost), rows: places, coefficients: coefficients))
            columnOfRow.append(program.columnCount + columns.count - 1)
            rows.append(row)
        }
        program.add(columns)
        return columns.count
    }

    /// What a row adds to a sum, in the units of its price.
    private func share(of counter: Int, in row: Row) -> Double {
        let sum = tables.sum(of: counter, person: row.person, duties: row.duties)
        return Double(sum) / Double(counterSizes[counter])
    }

    /// Adds a row for the limits on a person's sum.
    private func addCounter(_ counter: Int, _ person: Int) {
        let limits = tables.counters[counter]
        let size = Double(counterSizes[counter])
        let own = rows.indices.filter { rows[$0].person == person }
        placeOfCounter[counter] = program.rowCount
        program.addRow(
            lower: limits.minimum == .min ? -.greatestFiniteMagnitude : Double(limits.minimum) / size,
            upper: limits.maximum == .max ? .greatestFiniteMagnitude : Double(limits.maximum) / size,
            columns: own.map { Int32(columnOfRow[$0]) }, coefficients: own.map { share(of: counter, in: rows[$0]) })
        program.add(
            [1, -1].map {
                LinearProgram.Column(
                    cost: hardPrice, rows: [Int32(placeOfCounter[counter])], coefficients: [$0])
            })
    }

    /// By counter: what its units cost in the limits that rows break.
    func counterPrices() -> [Double] {
        let prices = program.rowPrices
        return placeOfCounter.map { $0 < 0 ? 0 : -prices[$0] }
    }

    /// The rows that would lower the objective, at prices by line.
    func cheap(_ rows: [Row], prices: [Double]) -> [Row] {
        let counterPrices = counterPrices()
        return rows.filter { row in
            // What breaks a limit that the program does not know yet has to be tried.
            if row.broken.contains(where: { placeOfCounter[$0] < 0 }) { return true }
            var cost = self.cost(of: row, prices: prices) - price(ofPerson: row.person)
            if !counterSizes.isEmpty {
                for counter in tables.countersOf[row.person].range where counterPrices[counter] != 0 {
                    cost += counterPrices[counter] * share(of: counter, in: row)
                }
            }
            return cost < -1e-6
        }
    }

    /// What a row costs with prices by line.
    func cost(of row: Row, prices: [Double]) -> Double {
        Double(row.cost)
            + tables.priceOfPlaces(row.duties, of: row.person, from: window.lowerBound, prices: prices)
    }

    /// What demand and people outside cost at least, less what prices by line give back for people on a line: together with
    /// what everybody's cheapest row costs with these prices, a floor of the program.
    func costOfLines(prices: [Double]) -> Double {
        var cost = constant
        for (number, line) in lines.enumerated() { cost += prices[line] * outside[number] }
        for piece in pieces { cost += min(0, piece.slope - prices[piece.line]) * piece.length }
        return cost
    }

    /// Lets a row be chosen or not, or settles that it is.
    enum Choice { case open, chosen, out }

    func set(_ choice: Choice, row: Int) {
        program.setBounds(
            of: columnOfRow[row], lower: choice == .chosen ? 1 : 0,
            upper: choice == .out ? 0 : .greatestFiniteMagnitude)
    }

    // MARK: Sums over lines

    /// Adds a row on the sum of people on some lines, without limits as yet.
    ///
    /// - Parameter price: what one more or less than the limits costs.
    /// - Returns: its number.
    func addSum(_ sum: DemandSum, price: Double) -> Int {
        var isIn = Array(repeating: false, count: tables.lineCount)
        for line in sum.lines { isIn[line] = true }
        let columns = pieces.indices.filter {
            isIn[pieces[$0].line] && (pieces[$0].isWanted ? sum.part != .beyond : sum.part != .wanted)
        }
        let place = program.rowCount
        program.addRow(
            lower: -.greatestFiniteMagnitude, upper: .greatestFiniteMagnitude, columns: columns.map { Int32($0) },
            coefficients: columns.map { _ in 1 })
        program.add(
            [1, -1].map { LinearProgram.Column(cost: price, rows: [Int32(place)], coefficients: [$0]) })
        placeOfSum.append(place)
        return placeOfSum.count - 1
    }

    /// Sets the limits of a sum; nil: none.
    func set(sum: Int, limits: DemandSum.Limits?) {
        let least = limits?.least.map { Double($0) } ?? -.greatestFiniteMagnitude
        let most = limits?.most.map { Double($0) } ?? .greatestFiniteMagnitude
        program.setBounds(ofRow: placeOfSum[sum], lower: least, upper: most)
    }

    /// What one more of a sum costs, as a price that each of its people pays.
    func price(ofSum sum: Int) -> Double { -program.rowPrices[placeOfSum[sum]] }

    /// By line: people up to its cheapest number, and beyond.
    func peopleOnLines() -> (wanted: [Double], beyond: [Double]) {
        var wanted = Array(repeating: 0.0, count: tables.lineCount)
        var beyond = wanted
        let values = program.values
        for (column, piece) in pieces.enumerated() {
            if piece.isWanted { wanted[piece.line] += values[column] } else { beyond[piece.line] += values[column] }
        }
        return (wanted, beyond)
    }

    // MARK: Solving

    func solve(by method: LinearProgram.Method, stop: StopSignal) -> Bool { program.solve(by: method, stop: stop) }

    /// What solving has cost so far, in numbers looked at.
    var work: Int { program.work }

    /// Of the whole rota.
    var objective: Double { program.objective + constant }

    /// How much of a row is chosen, 0 ... 1.
    func value(ofRow row: Int) -> Double { program.values[columnOfRow[row]] }

    /// What one more person is worth by line, negated as a price that rows pay; 0 for lines without a row.
    func linePrices() -> [Double] {
        let prices = program.rowPrices
        return rowOfLine.map { $0 < 0 ? 0 : -prices[$0] }
    }

    /// The price of a person's best row known.
    func price(ofPerson person: Int) -> Double { program.rowPrices[rowOfPerson[person]] }
}
