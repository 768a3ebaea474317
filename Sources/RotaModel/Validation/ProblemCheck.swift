/// The search for what makes a problem unusable.
struct ProblemCheck: InputCheck {
    let problem: RotaProblem
    var collector = DiagnosticCollector(file: nil)
    /// The first position of each id.
    let people: [String: Int]
    let shiftTypes: [String: Int]
    let qualifications: [String: Int]
    let contracts: [String: Int]

    init(_ problem: RotaProblem) {
        self.problem = problem
        people = Self.positions(problem.people.map(\.id.rawValue))
        shiftTypes = Self.positions(problem.shiftTypes.map(\.id.rawValue))
        qualifications = Self.positions(problem.qualifications.map(\.id.rawValue))
        contracts = Self.positions(problem.contracts.map(\.id.rawValue))
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
        if !ProblemLimits.dates.contains(date) {
            checkYear(date, pointer())
        } else if problem.day(of: date) == nil {
            report(pointer(), "\(date) is outside the period, which goes from \(problem.start) to \(problem.end).")
        }
    }

    /// Whether dates can be held against the period.
    var isPeriodUsable: Bool {
        ProblemLimits.days.contains(problem.dayCount) && ProblemLimits.dates.contains(problem.start)
            && ProblemLimits.dates.contains(problem.end)
    }
}
