internal import RotaModel

/// A person's year to date against the fair share of what the people in scope carry together.
///
/// What is carried in the period is expected from the demand, not taken from the rota, so that each person is judged
/// by that person's row alone. All in whole numbers.
struct FairnessCheck: RowCheck {
    private let measure: FairnessMeasure
    /// By person: the year to date before the period, and how much it may come to. Nil for people out of scope, and
    /// for all where there is nothing to share by.
    private let accounts: [Account?]

    struct Account: Sendable {
        /// Before the period: what has been carried, or the requests granted.
        var opening: Int
        var least: Int
        /// Nil: no upper limit.
        var most: Int?
    }

    init(_ measure: FairnessMeasure, tolerance: Int, among people: [PersonIndex], _ facts: Facts) {
        self.measure = measure
        let ledgers = Dictionary(facts.problem.ledger.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
        let entries = people.map { person in
            ledgers[facts.problem[person].id] ?? LedgerEntry(person: facts.problem[person].id)
        }
        var accounts: [Account?] = facts.problem.people.map { _ in nil }
        if measure == .requests {
            let granted = entries.reduce(0) { $0 + $1.requestsGranted }
            let made = entries.reduce(0) { $0 + $1.requestsMade }
            for (person, entry) in zip(people, entries) {
                let all = entry.requestsMade + facts.requests[person.value].count
                let fair = made == 0 ? all : granted * all / made
                accounts[person.value] = Account(
                    opening: entry.requestsGranted, least: max(0, fair - tolerance), most: nil)
            }
        } else {
            let openings = entries.map { $0[measure] }
            let presences = zip(people, entries).map { $1.presence + facts.presence(of: $0) }
            let present = presences.reduce(0, +)
            let carried = openings.reduce(0, +) + facts.expected(measure)
            for (position, person) in people.enumerated() where present > 0 {
                let (fair, rest) = (carried * presences[position]).quotientAndRemainder(dividingBy: present)
                accounts[person.value] = Account(
                    opening: openings[position], least: max(0, fair - tolerance),
                    most: fair + (rest > 0 ? 1 : 0) + tolerance)
            }
        }
        self.accounts = accounts
    }

    static func text(_ measure: FairnessMeasure, _ tolerance: Int) -> String {
        let what =
            switch measure {
            case .nights, .weekends: "\(measure.rawValue) worked"
            case .holidays: "shifts on holidays"
            case .unpopular: "unpopular shifts worked"
            case .requests: "requests granted"
            }
        let side =
            switch (measure, tolerance) {
            case (.requests, 0): "at least"
            case (.requests, _): "at most \(tolerance) below"
            case (_, 0): "equal to"
            case (_, _): "within \(tolerance) of"
            }
        return "\(what) over the year to date \(side) the fair share"
    }

    func breaches(of row: Row, on stretch: Stretch, _ facts: Facts) -> [Breach] {
        guard let account = accounts[row.person.value] else { return [] }
        let total = account.opening + facts.count(measure, of: row, on: stretch.first...stretch.last)
        let days = stretch.first...stretch.last
        if total < account.least {
            let sentence = sentence(total, account, row.person, facts)
            return [Breach(days: days, amount: account.least - total, part: .belowMinimum, sentence: sentence)]
        }
        if let most = account.most, total > most {
            let sentence = sentence(total, account, row.person, facts)
            return [Breach(days: days, amount: total - most, part: .aboveMaximum, sentence: sentence)]
        }
        return []
    }

    private func sentence(_ total: Int, _ account: Account, _ person: PersonIndex, _ facts: Facts) -> String {
        let what =
            switch measure {
            case .nights: Words.count(total, "night")
            case .weekends: Words.count(total, "weekend")
            case .holidays: "\(Words.count(total, "shift")) on holidays"
            case .unpopular: Words.count(total, "unpopular shift")
            case .requests: "\(Words.count(total, "request")) granted"
            }
        let range = Words.limits(Limits(minimum: account.least, maximum: account.most)) { String($0) }
        return "\(facts.name(of: person)) comes to \(what) for the year to date; fair is \(range)."
    }
}

extension LedgerEntry {
    fileprivate subscript(measure: FairnessMeasure) -> Int {
        switch measure {
        case .nights: nights
        case .weekends: weekends
        case .holidays: holidays
        case .unpopular: unpopular
        case .requests: requestsGranted
        }
    }
}

extension Facts {
    /// How often the row has it on those days of the period.
    fileprivate func count(_ measure: FairnessMeasure, of row: Row, on days: ClosedRange<Int>) -> Int {
        switch measure {
        case .nights: days.count { row[$0].shift.map { problem[$0].isNight } ?? false }
        case .weekends: weekends.worked(row, days)
        case .holidays: days.count { !row[$0].isOff && isHoliday($0) }
        case .unpopular: days.count { row[$0].shift.map { problem[$0].isUnpopular } ?? false }
        case .requests: requests[row.person.value].count { $0.isGranted(by: row) }
        }
    }

    /// Over the period's days on which the person is employed and not away for the whole date: the sum of the largest
    /// share of a contract that holds, in percent; 100 without contracts.
    fileprivate func presence(of person: PersonIndex) -> Int {
        let away = absences[person.value].filter(\.isLeave)
        let shares = Dictionary(problem.contracts.map { ($0.id, $0.share) }, uniquingKeysWith: { first, _ in first })
        return problem.days.reduce(0) { total, day in
            let date = problem.date(of: day)
            guard isEmployed(person, on: day.value), !away.contains(where: { $0.first <= date && date <= $0.last })
            else { return total }
            let held = problem[person].contracts.filter { $0.valid.contains(date) }.compactMap { shares[$0.id] }
            return total + (problem[person].contracts.isEmpty ? 100 : held.max() ?? 0)
        }
    }

    /// What the period's demand asks of everybody together: the sum of wanted, or else minimum, over the lines without
    /// a qualification, or over all lines where each names one.
    fileprivate func expected(_ measure: FairnessMeasure) -> Int {
        let open = problem.demand.filter { $0.qualification == nil }
        let nights = Set(problem.shiftTypes.filter(\.isNight).map(\.id))
        let unpopular = Set(problem.shiftTypes.filter(\.isUnpopular).map(\.id))
        let lines = (open.isEmpty ? problem.demand : open).filter { line in
            let day = line.date.dayNumber - problem.start.dayNumber
            return switch measure {
            case .nights: line.shiftTypes.allSatisfy(nights.contains)
            case .weekends: weekends.start(of: day) != nil
            case .holidays: isHoliday(day)
            case .unpopular: line.shiftTypes.allSatisfy(unpopular.contains)
            case .requests: false
            }
        }
        let people = lines.reduce(0) { $0 + ($1.wanted ?? $1.minimum) }
        let weekend = problem.unit.weekend.count
        return measure == .weekends ? (people + weekend - 1) / weekend : people
    }
}
