/// The search for what makes a problem unusable.
struct ProblemCheck {
    let problem: RotaProblem
    var collector = DiagnosticCollector(file: nil)
    /// The first position of each id.
    let people: [String: Int]
    let shiftTypes: [String: Int]
    let qualifications: [String: Int]
    let contracts: [String: Int]

    init(_ problem: RotaProblem) {
        self.problem = problem
        func positions(_ ids: [String]) -> [String: Int] {
            Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
        people = positions(problem.people.map(\.id.rawValue))
        shiftTypes = positions(problem.shiftTypes.map(\.id.rawValue))
        qualifications = positions(problem.qualifications.map(\.id.rawValue))
        contracts = positions(problem.contracts.map(\.id.rawValue))
    }

    mutating func run() {
        checkUnit()
        checkPeriod()
        checkSizes()
        checkShiftTypes()
        checkQualifications()
        checkContracts()
        checkPeople()
        checkDemand()
        checkRules()
        checkRequests()
        checkAbsences()
        checkPins()
        checkHistory()
        checkLedger()
        if collector.isClean { checkCellPenalties() }
        if collector.isClean { checkPenalty() }
    }

    // Pieces. Pointers are put together only where there is something to tell.

    mutating func report(_ pointer: String, _ message: String) {
        collector.report(message, at: .pointer(pointer, line: nil, column: nil))
    }

    mutating func expect(
        _ value: Int, _ range: ClosedRange<Int>, _ what: String, _ pointer: @autoclosure () -> String
    ) {
        guard !range.contains(value) else { return }
        report(
            pointer(),
            "\(what) is \(value); a whole number from \(range.lowerBound) to \(range.upperBound) is expected.")
    }

    /// Reports an id that is none, or that an earlier thing of the kind has.
    mutating func checkID(
        _ id: String, at position: Int, in positions: [String: Int]? = nil,
        fault: (String) -> String? = IdentifierFault.find(in:),
        of list: String, _ kind: String
    ) {
        if let fault = fault(id) {
            report("/\(list)/\(position)/id", fault)
        } else if let first = positions?[id], first != position {
            report(
                "/\(list)/\(position)/id",
                "The id \"\(id)\" is that of /\(list)/\(first) too; every \(kind) has its own.")
        }
    }

    mutating func checkText(
        _ text: String, _ what: String, mayBeEmpty: Bool = false, _ pointer: @autoclosure () -> String
    ) {
        if text.isEmpty, !mayBeEmpty {
            report(pointer(), "\(what) may not be empty.")
        } else if text.unicodeScalars.count > ProblemLimits.textLength.upperBound {
            report(pointer(), "\(what) is longer than \(ProblemLimits.textLength.upperBound) characters.")
        } else if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            report(pointer(), "\(what) has a control character in it.")
        }
    }

    mutating func checkReference(
        _ id: String, in positions: [String: Int], _ kind: String, _ pointer: @autoclosure () -> String
    ) {
        guard positions[id] == nil, !collector.isFull else { return }
        let known = positions.sorted { $0.value < $1.value }.map(\.key)
        report(pointer(), "There is no \(kind) \"\(id.prefix(80))\".\(NearMiss.hint(for: id, in: known))")
    }

    mutating func checkPerson(_ id: PersonID, _ pointer: @autoclosure () -> String) {
        checkReference(id.rawValue, in: people, "person", pointer())
    }

    mutating func checkShift(_ id: ShiftTypeID, _ pointer: @autoclosure () -> String) {
        checkReference(id.rawValue, in: shiftTypes, "shift type", pointer())
    }

    mutating func checkQualification(_ id: QualificationID, _ pointer: @autoclosure () -> String) {
        checkReference(id.rawValue, in: qualifications, "qualification", pointer())
    }

    mutating func checkContract(_ id: ContractID, _ pointer: @autoclosure () -> String) {
        checkReference(id.rawValue, in: contracts, "contract", pointer())
    }

    /// Reports a list that is empty or names something twice.
    mutating func checkList<Thing: Hashable>(
        _ list: [Thing], _ what: String, mayBeEmpty: Bool = false, _ pointer: @autoclosure () -> String
    ) {
        if list.isEmpty, !mayBeEmpty { report(pointer(), "\(what) may not be empty.") }
        var seen: Set<Thing> = []
        for (position, thing) in list.enumerated() where !seen.insert(thing).inserted {
            report("\(pointer())/\(position)", "\"\(thing)\" is named a second time.")
        }
    }

    mutating func checkShifts(_ shifts: [ShiftTypeID], _ pointer: @autoclosure () -> String) {
        checkList(shifts, "A list of shift types", pointer())
        for (position, shift) in shifts.enumerated() { checkShift(shift, "\(pointer())/\(position)") }
    }

    /// Nothing is said of a date where the period itself is unusable.
    mutating func checkInPeriod(_ date: CalendarDate, _ pointer: @autoclosure () -> String) {
        guard isPeriodUsable else { return }
        if !Self.dates.contains(date) {
            checkYear(date, pointer())
        } else if problem.day(of: date) == nil {
            report(pointer(), "\(date) is outside the period, which goes from \(problem.start) to \(problem.end).")
        }
    }

    mutating func checkYear(_ date: CalendarDate?, _ pointer: @autoclosure () -> String) {
        guard let date, !Self.dates.contains(date) else { return }
        let years = ProblemLimits.years
        report(
            pointer(),
            "The date is day \(date.dayNumber) since 1970; one of the years \(years.lowerBound) to"
                + " \(years.upperBound) is expected.")
    }

    /// The date as messages show it; also one that no calendar has, of which `description` would trap.
    func shown(_ date: CalendarDate) -> String {
        Self.dates.contains(date) ? date.description : "day \(date.dayNumber) since 1970"
    }

    /// Whether dates can be held against the period.
    var isPeriodUsable: Bool {
        ProblemLimits.days.contains(problem.dayCount) && Self.dates.contains(problem.start)
            && Self.dates.contains(problem.end)
    }

    /// The years that dates may lie in: 0001-01-01 to 9999-12-31.
    static let dates = CalendarDate(dayNumber: -719_162)...CalendarDate(dayNumber: 2_932_896)
}
