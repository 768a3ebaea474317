/// What published versions of one unit's rota say of past dates: of each date the newest version that has it decides.
package struct PastRotas: Sendable {
    private let versions: [DatedRota]
    /// Which of them is in force on a date.
    private var inForce: [CalendarDate: Int] = [:]
    private let rows: [[PersonID: PersonIndex]]

    /// - Parameter versions: the oldest first.
    /// - Complexity: linear in the versions' days and people.
    package init(_ versions: [DatedRota]) {
        self.versions = versions
        rows = versions.map { version in
            Dictionary(
                zip(version.problem.people.map(\.id), version.problem.personIndices), uniquingKeysWith: { $1 })
        }
        for (number, version) in versions.enumerated() {
            for day in version.problem.days { inForce[version.problem.date(of: day)] = number }
        }
    }

    package var isEmpty: Bool { versions.isEmpty }

    /// Somebody's shift on a date; nil: off, or nothing is known.
    private func shift(of person: PersonID, on date: CalendarDate) -> ShiftType? {
        guard let number = inForce[date], let row = rows[number][person],
            let day = versions[number].problem.day(of: date)
        else { return nil }
        return versions[number].rota[row, day].shift.map { versions[number].problem[$0] }
    }

    /// The history of a problem: of the dates right before its period, as far back as each is published and has only shifts of
    /// types that the problem has, no further than `most` days.
    package func history(of problem: RotaProblem, most: Int) -> (start: CalendarDate?, entries: [HistoryEntry]) {
        let types = Set(problem.shiftTypes.map(\.id))
        var start: CalendarDate?
        var entries: [HistoryEntry] = []
        for back in 1...max(1, most) {
            let date = problem.start.advanced(by: -back)
            guard inForce[date] != nil else { break }
            let onDate = problem.people.compactMap { person in
                shift(of: person.id, on: date).map { HistoryEntry(person: person.id, date: date, shift: $0.id) }
            }
            guard onDate.allSatisfy({ types.contains($0.shift) }) else { break }
            start = date
            entries += onDate
        }
        return (start, entries.sorted { ($0.date, $0.person.rawValue) < ($1.date, $1.person.rawValue) })
    }

    /// What somebody has carried on some dates, as fairness counts it. A weekend counts for the date on which it begins.
    package func account(of person: PersonID, over dates: Range<CalendarDate>) -> LedgerEntry {
        var account = LedgerEntry(person: person)
        for date in dates {
            guard let number = inForce[date], let row = rows[number][person],
                let day = versions[number].problem.day(of: date)
            else { continue }
            let problem = versions[number].problem
            let duty = versions[number].rota[row, day]
            let type = duty.shift.map { problem[$0] }
            if type?.isNight == true { account.nights += 1 }
            if type?.isUnpopular == true { account.unpopular += 1 }
            if type != nil, problem.holidays.contains(where: { $0.date == date }) { account.holidays += 1 }
            let weekend = problem.unit.weekend
            if date.weekday == weekend.first,
                (0..<weekend.count).contains(where: { shift(of: person, on: date.advanced(by: $0)) != nil })
            {
                account.weekends += 1
            }
            for request in problem.requests where request.person == person && request.date == date {
                account.requestsMade += 1
                if request.isGranted(by: duty, in: problem) { account.requestsGranted += 1 }
            }
            account.presence += problem.share(of: row, on: date)
        }
        return account
    }
}

extension RotaProblem {
    /// Percent of full time for which somebody is there on a date: 0 for whoever is away for the whole of it or is under no
    /// contract then, 100 for whoever has none at all.
    fileprivate func share(of person: PersonIndex, on date: CalendarDate) -> Int {
        let who = self[person]
        let isAway = absences.contains {
            $0.person == who.id && $0.isLeave && $0.first <= date && date <= $0.last
        }
        guard who.isEmployed(on: date), !isAway else { return 0 }
        if who.contracts.isEmpty { return 100 }
        let held = Set(who.contracts.filter { $0.valid.contains(date) }.map(\.id))
        return contracts.filter { held.contains($0.id) }.map(\.share).max() ?? 0
    }
}

extension Request {
    /// Whether what somebody does on the request's date is what they asked for.
    package func isGranted(by duty: Duty, in problem: RotaProblem) -> Bool {
        wish.isGranted(by: duty.shift.map { problem[$0].id })
    }
}

extension Request.Wish {
    /// The type that it names; nil: none.
    package var shift: ShiftTypeID? {
        switch self {
        case .shiftOn(let shift), .shiftOff(let shift): shift
        case .dayOff, .dayOn: nil
        }
    }

    /// - Parameter shift: what somebody has on the date; nil: off.
    package func isGranted(by shift: ShiftTypeID?) -> Bool {
        switch self {
        case .shiftOn(let wished): shift == wished
        case .shiftOff(let unwanted): shift != unwanted
        case .dayOff: shift == nil
        case .dayOn: shift != nil
        }
    }
}

extension LedgerEntry {
    /// The same with 0 where corrections have taken away more than there was.
    package var atLeastNothing: LedgerEntry {
        LedgerEntry(
            person: person, nights: max(0, nights), weekends: max(0, weekends), holidays: max(0, holidays),
            unpopular: max(0, unpopular), requestsMade: max(0, requestsMade),
            requestsGranted: min(max(0, requestsGranted), max(0, requestsMade)), presence: max(0, presence))
    }

    /// Both together, of the same person.
    package static func + (left: LedgerEntry, right: LedgerEntry) -> LedgerEntry {
        LedgerEntry(
            person: left.person, nights: left.nights + right.nights, weekends: left.weekends + right.weekends,
            holidays: left.holidays + right.holidays, unpopular: left.unpopular + right.unpopular,
            requestsMade: left.requestsMade + right.requestsMade,
            requestsGranted: left.requestsGranted + right.requestsGranted, presence: left.presence + right.presence)
    }
}
