import RotaModel

/// What the files of a problem of the second competition say, before it becomes a problem.
struct INRC2Instance {
    struct Shift {
        var id: String
        var inARow: ClosedRange<Int>
        /// Positions of the shifts that may not follow on the next day.
        var cannotFollow: [Int] = []
    }

    struct Contract {
        var id: String
        var assignments: ClosedRange<Int>
        var workInARow: ClosedRange<Int>
        var offInARow: ClosedRange<Int>
        var maximumWeekends: Int
        var hasCompleteWeekends: Bool
    }

    struct Nurse {
        var id: String
        var contract: Int
        /// Positions.
        var skills: [Int]
    }

    /// What a nurse brings from before the first week.
    struct Past {
        var assignments = 0
        var weekends = 0
        /// Nil: the last day was off.
        var shift: Int?
        /// Days in a row up to the last: on that shift, at work, and off.
        var shiftsInARow = 0
        var workInARow = 0
        var offInARow = 1

        var longest: Int { max(workInARow, offInARow) }
    }

    struct Cover {
        /// From the first day of the first week.
        var day: Int
        var shift: Int
        var skill: Int
        var minimum: Int
        var optimum: Int
    }

    struct Request {
        var nurse: Int
        var day: Int
        /// Nil: any.
        var shift: Int?
    }

    var name = ""
    var skills: [String] = []
    var shifts: [Shift] = []
    var contracts: [Contract] = []
    var nurses: [Nurse] = []
    /// By nurse.
    var past: [Past] = []
    /// The number of the first week, 0 for the first of the horizon.
    var firstWeek = 0
    var weekCount = 0
    var cover: [Cover] = []
    var requests: [Request] = []
}

extension INRC2Instance {
    /// What the competition prices each unit of a soft constraint at.
    enum Weight {
        static let optimalCover = Penalty(30)
        static let shiftsInARow = Penalty(15)
        static let workInARow = Penalty(30)
        static let offInARow = Penalty(30)
        static let request = Penalty(10)
        static let completeWeekends = Penalty(30)
        static let assignments = Penalty(20)
        static let weekends = Penalty(30)
    }

    /// The shift type of a shift worked with a skill.
    func shiftType(_ shift: Int, _ skill: Int) -> ShiftTypeID { ShiftTypeID("\(shifts[shift].id)/\(skills[skill])") }

    /// A shift, whichever the skill.
    private func types(_ shift: Int) -> [ShiftTypeID] { skills.indices.map { shiftType(shift, $0) } }

    /// The same problem in the model's words, judged as the competition judges it.
    ///
    /// A nurse works a shift with a skill: each pair of them is a shift type that asks for the skill. The format has no
    /// dates and no times of day: the first day is Monday 2024-01-01 in UTC, and a shift is 8 hours from 00:00.
    func problem() -> RotaProblem {
        let known = (past.map(\.longest).max() ?? 0) + 1
        let start = NRPInstance.firstDate
        return RotaProblem(
            unit: CrewUnit(id: "unit", name: name, zone: .utc), start: start, dayCount: 7 * weekCount,
            shiftTypes: shifts.indices.flatMap { shift in
                skills.indices.map { skill in
                    ShiftType(
                        id: shiftType(shift, skill), name: "\(shifts[shift].id) as \(skills[skill])", start: .midnight,
                        length: .hours(8), colour: 1 + shift % ProblemLimits.colours.count,
                        qualifications: [QualificationID(skills[skill])])
                }
            },
            qualifications: skills.map { Qualification(id: QualificationID($0), name: $0) },
            contracts: contracts.map { RotaModel.Contract(id: ContractID($0.id), name: $0.id) },
            people: nurses.map { nurse in
                Person(
                    id: PersonID(nurse.id), name: nurse.id,
                    qualifications: nurse.skills.map { Held(QualificationID(skills[$0])) },
                    contracts: [Held(ContractID(contracts[nurse.contract].id))])
            },
            demand: cover.filter { $0.optimum > 0 }.map { line in
                Demand(
                    date: start.advanced(by: line.day), shiftTypes: [shiftType(line.shift, line.skill)],
                    minimum: line.minimum, wanted: line.optimum, belowWanted: Weight.optimalCover)
            },
            rules: successionRules + shiftRules + contracts.indices.flatMap(contractRules),
            requests: wishes(from: start),
            historyStart: start.advanced(by: -known), history: history(before: start))
    }

    /// Not to work a shift is not to work it with any of one's skills.
    private func wishes(from start: CalendarDate) -> [RotaModel.Request] {
        requests.flatMap { request -> [RotaModel.Request] in
            let nurse = nurses[request.nurse]
            let wishes: [RotaModel.Request.Wish] =
                request.shift.map { shift in nurse.skills.map { .shiftOff(shiftType(shift, $0)) } } ?? [.dayOff]
            return wishes.map {
                RotaModel.Request(
                    person: PersonID(nurse.id), date: start.advanced(by: request.day), wish: $0, weight: Weight.request)
            }
        }
    }

    /// Days that make the runs which the nurses bring exactly as long as they are: before days off a shift, before work
    /// a day off, and before shifts of a type one of another type. None of it costs anything, being over.
    private func history(before start: CalendarDate) -> [HistoryEntry] {
        nurses.enumerated().flatMap { position, nurse -> [HistoryEntry] in
            let past = past[position]
            func entry(_ daysBefore: Int, _ shift: Int) -> HistoryEntry {
                HistoryEntry(
                    person: PersonID(nurse.id), date: start.advanced(by: -daysBefore),
                    shift: shiftType(shift, nurse.skills.first ?? 0))
            }
            guard let last = past.shift else { return [entry(past.offInARow + 1, 0)] }
            let other = last == 0 ? shifts.count - 1 : 0
            return (1...past.workInARow).reversed().map { entry($0, $0 <= past.shiftsInARow ? last : other) }
        }
    }

    private var successionRules: [Rule] {
        shifts.filter { !$0.cannotFollow.isEmpty }.map { shift in
            let position = shifts.firstIndex { $0.id == shift.id } ?? 0
            return Rule(
                id: RuleID("after-\(shift.id)"),
                .forbiddenSequence([.shifts(types(position)), .shifts(shift.cannotFollow.flatMap(types))]))
        }
    }

    private var shiftRules: [Rule] {
        shifts.indices.compactMap { shift in
            limits(shifts[shift].inARow, beyond: 1).map {
                Rule(
                    id: RuleID("in-a-row-\(shifts[shift].id)"), .shiftsInARow(.types(types(shift)), $0),
                    severity: .soft(Weight.shiftsInARow))
            }
        }
    }

    private func contractRules(_ position: Int) -> [Rule] {
        let contract = contracts[position]
        let scope = AppliesTo.contracts([ContractID(contract.id)])
        var rules: [Rule] = []
        func add(_ name: String, _ kind: Rule.Kind, _ weight: Penalty, for scope: AppliesTo) {
            rules.append(Rule(id: RuleID("\(name)-\(contract.id)"), kind, appliesTo: scope, severity: .soft(weight)))
        }
        if let limits = limits(contract.workInARow, beyond: 1) {
            add("work-in-a-row", .shiftsInARow(.all, limits), Weight.workInARow, for: scope)
        }
        if let limits = limits(contract.offInARow, beyond: 1) {
            add("off-in-a-row", .daysOffInARow(limits), Weight.offInARow, for: scope)
        }
        if contract.hasCompleteWeekends {
            add("complete-weekends", .completeWeekends, Weight.completeWeekends, for: scope)
        }
        // Totals are over the whole horizon: of those who bring some, what remains.
        let members = nurses.indices.filter { nurses[$0].contract == position }
        func add(_ name: String, _ weight: Penalty, done: (Past) -> Int, _ kind: (Int) -> Rule.Kind?) {
            let groups = Set(members.map { done(past[$0]) }).sorted()
            for amount in groups {
                guard let kind = kind(amount) else { continue }
                let people = members.filter { done(past[$0]) == amount }.map { PersonID(nurses[$0].id) }
                let isEverybody = people.count == members.count
                add(
                    isEverybody ? name : "\(name)-after-\(amount)", kind, weight,
                    for: isEverybody ? scope : .people(people))
            }
        }
        add("assignments", Weight.assignments, done: \.assignments) { done in
            let range = contract.assignments
            return limits(max(0, range.lowerBound - done)...max(0, range.upperBound - done), beyond: 0).map {
                .shiftCount(.all, $0)
            }
        }
        add("weekends", Weight.weekends, done: \.weekends) { done in
            let most = max(0, contract.maximumWeekends - done)
            return most < weekCount ? .weekendsWorked(Limits(maximum: most)) : nil
        }
        return rules
    }

    /// Limits without those that nothing can break: up to `beyond` at least, or as many as there are known days at most.
    private func limits(_ range: ClosedRange<Int>, beyond trivial: Int) -> Limits<Int>? {
        let limits = Limits(
            minimum: range.lowerBound > trivial ? range.lowerBound : nil,
            maximum: range.upperBound < 7 * weekCount + (past.map(\.longest).max() ?? 0) ? range.upperBound : nil)
        return limits == Limits() ? nil : limits
    }
}
