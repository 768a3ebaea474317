package import RotaModel

/// What hours really worked leave of somebody's time to come.
package struct RestOwed: Hashable, Sendable {
    /// When people must not begin to work, as absences of the word `resting`: by person, then by date.
    package var absences: [Absence]
    /// Planned shifts that fall into them, in the order in which they begin.
    package var breaches: [ForeseenBreach]

    package init(absences: [Absence], breaches: [ForeseenBreach]) {
        self.absences = absences
        self.breaches = breaches
    }
}

/// A planned shift that hours really worked will make break a hard rule, unless somebody else takes it.
package struct ForeseenBreach: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// How much rest there would be before it, negative if it begins earlier than the work before it ends; and how much
        /// there has to be.
        case rest(left: Minutes, minimum: Minutes)
        /// What the dates with it would come to, of so many in a row, and what they may.
        case window(worked: Minutes, days: Int, maximum: Minutes)
    }

    package var person: PersonID
    package var date: CalendarDate
    package var shift: ShiftTypeID
    /// When it begins.
    package var start: Instant
    package var kind: Kind
}

/// Hours really worked, as the hard rules on rest and on time within so many dates count them.
///
/// They count beside what is planned, and never less: of a date the longer of what was planned and what was worked for it, and
/// what was worked besides. So a shift that was cut short frees nothing, and what is told wrongly of attendance can make
/// nothing legal that was not. Windows in which nobody worked longer than planned are left to the rule itself.
extension Judge {
    /// - Parameters:
    ///   - worked: by anybody, in any order; dates that are not known days of the problem count for rest alone.
    ///   - rota: what is planned.
    /// - Complexity: linear in the known days x the days of a window, for each person who has worked and each rule.
    package func restOwed(for worked: [WorkedStretch], in rota: Rota, from now: Instant) -> RestOwed {
        var owed = RestOwed(absences: [], breaches: [])
        let told = Dictionary(grouping: worked, by: \.person)
        for person in problem.personIndices {
            guard let stretches = told[problem[person].id] else { continue }
            let work = ActualWork(stretches, facts.row(of: person, in: rota), facts, now)
            let marks = rest(after: work) + windows(with: work)
            owed.absences += marks.compactMap(\.absence)
            owed.breaches += marks.flatMap(\.breaches)
        }
        owed.breaches.sort { ($0.start, $0.person) < ($1.start, $1.person) }
        return owed
    }

    private struct Mark {
        var absence: Absence?
        var breaches: [ForeseenBreach]
    }

    /// Until when the hard rules on rest between shifts let somebody not begin again.
    private func rest(after work: ActualWork) -> [Mark] {
        let zone = problem.unit.zone
        var longest: Minutes?
        for (rule, scope) in hardScopes(of: work.row.person) {
            guard case .rest(let minimum) = rule.kind else { continue }
            let until = work.lastEnd.adding(.minutes(minimum.value))
            let first = zone.date(at: work.now).dayNumber - problem.start.dayNumber
            let last = zone.date(at: until).dayNumber - problem.start.dayNumber
            guard scope.stretches.contains(where: { $0.last >= first && $0.first <= last }) else { continue }
            longest = max(longest ?? minimum, minimum)
        }
        guard let minimum = longest else { return [] }
        let until = work.lastEnd.adding(.minutes(minimum.value))
        let from = max(work.now, work.lastEnd, work.runningEnd ?? work.now)
        guard until > from else { return [] }
        let breaches = work.toCome.filter { $0.start < until && $0.day >= 0 }.map { shift in
            work.breach(shift, .rest(left: shift.start.minutes(since: work.lastEnd), minimum: minimum), problem)
        }
        let absence = Absence(resting: problem[work.row.person].id, from: from, until: until, in: zone)
        let isInPeriod = absence.first <= problem.end && absence.last >= problem.start
        return [Mark(absence: isInPeriod ? absence : nil, breaches: breaches)]
    }

    /// Dates on which another shift would be too much for a hard rule on so many dates in a row, with what was worked.
    ///
    /// Planned shifts are gone through in the order of time, and the one that is too much gives way. A date without a shift is
    /// one of rest if the longest shift type would be too much.
    private func windows(with work: ActualWork) -> [Mark] {
        var marked: Set<Int> = []
        var breaches: [Int: ForeseenBreach] = [:]
        for (rule, scope) in hardScopes(of: work.row.person) {
            guard case .minutesInWindow(let days, let maximum) = rule.kind else { continue }
            for stretch in scope.stretches {
                let window = WorkWindow(work, stretch, days: days, facts)
                var kept = window.begun
                for shift in work.toCome where stretch.firstKnown <= shift.day && shift.day <= stretch.last {
                    kept[shift.day - stretch.firstKnown] += shift.minutes
                    let most = window.most(with: shift.day, kept)
                    guard most > maximum.value else { continue }
                    kept[shift.day - stretch.firstKnown] -= shift.minutes
                    marked.insert(shift.day)
                    if breaches[shift.day] == nil {
                        breaches[shift.day] = work.breach(
                            shift, .window(worked: Minutes(most), days: window.width, maximum: maximum), problem)
                    }
                }
                for day in max(work.today, stretch.first)...max(work.today, stretch.first, stretch.last)
                where day <= stretch.last && !work.isPlanned(day) {
                    let longest = problem.shiftIndices.map { facts.minutes(of: Duty($0), on: day) }.max() ?? 0
                    if window.most(with: day, kept, and: longest) > maximum.value { marked.insert(day) }
                }
            }
        }
        let person = problem[work.row.person].id
        return marked.filter { $0 >= 0 }.sorted().map { day in
            let date = problem.date(of: DayIndex(day))
            return Mark(
                absence: Absence(person: person, first: date, last: date, word: .resting),
                breaches: breaches[day].map { [$0] } ?? [])
        }
    }

    private func hardScopes(of person: PersonIndex) -> [(rule: Rule, scope: Scope)] {
        problem.rules.filter { $0.severity == .hard }.flatMap { rule in
            facts.scopes(of: rule.appliesTo).filter { $0.person == person }.map { (rule: rule, scope: $0) }
        }
    }
}

/// What one person has worked and has to work, by the days of a problem.
private struct ActualWork {
    /// A planned shift that has not begun.
    struct Coming {
        let day: Int
        let shift: ShiftIndex
        let start: Instant
        let minutes: Int
    }

    let row: Row
    let now: Instant
    /// The day of now, which may lie outside of the known days.
    let today: Int
    /// When the last of what was worked ended, or will.
    let lastEnd: Instant
    /// When the planned shift that is on ends.
    private(set) var runningEnd: Instant?
    /// In the order of their days.
    private(set) var toCome: [Coming] = []
    /// By known day: worked for the planned shift, and besides.
    private(set) var worked: [Int: (planned: Int, extra: Int)] = [:]

    init(_ stretches: [WorkedStretch], _ row: Row, _ facts: Facts, _ now: Instant) {
        let problem = facts.problem
        self.row = row
        self.now = now
        today = problem.unit.zone.date(at: now).dayNumber - problem.start.dayNumber
        lastEnd = stretches.map(\.end).max() ?? now
        for stretch in stretches {
            let day = stretch.date.dayNumber - problem.start.dayNumber
            guard (-row.historyDays..<facts.dayCount).contains(day) else { continue }
            // What was worked for a shift that is not there any more was worked besides.
            if stretch.isPlanned, Self.isOf(stretch, day, row, facts) {
                worked[day, default: (0, 0)].planned += stretch.minutes.value
            } else {
                worked[day, default: (0, 0)].extra += stretch.minutes.value
            }
        }
        // What ended before a shift began was not worked for it, however near it was: a call-out, say.
        let begun = Set(
            stretches.compactMap { stretch -> Int? in
                let day = stretch.date.dayNumber - problem.start.dayNumber
                return stretch.isPlanned && Self.isOf(stretch, day, row, facts) ? day : nil
            })
        for day in -row.historyDays..<facts.dayCount {
            guard let shift = row[day].shift else { continue }
            let start = facts.times.start(of: shift, on: DayIndex(day))
            let end = facts.times.end(of: shift, on: DayIndex(day))
            if start > now, !begun.contains(day) {
                toCome.append(
                    Coming(day: day, shift: shift, start: start, minutes: facts.minutes(of: row[day], on: day)))
            } else if end > now {
                runningEnd = max(runningEnd ?? end, end)
            }
        }
    }

    /// Whether any of it was worked after the shift of that day began.
    private static func isOf(_ stretch: WorkedStretch, _ day: Int, _ row: Row, _ facts: Facts) -> Bool {
        guard (-row.historyDays..<facts.dayCount).contains(day), let shift = row[day].shift else { return false }
        return stretch.end > facts.times.start(of: shift, on: DayIndex(day))
    }

    func isPlanned(_ day: Int) -> Bool { !row[day].isOff }

    func breach(_ coming: Coming, _ kind: ForeseenBreach.Kind, _ problem: RotaProblem) -> ForeseenBreach {
        ForeseenBreach(
            person: problem[row.person].id, date: problem.start.advanced(by: coming.day),
            shift: problem[coming.shift].id, start: coming.start, kind: kind)
    }
}

/// The windows of a rule over the known days of a stretch.
private struct WorkWindow {
    let width: Int
    /// By known day: minutes of what has begun, as it counts.
    let begun: [Int]
    /// By window: whether anybody worked longer in it than planned.
    private let isLonger: [Bool]
    private let stretch: Stretch

    init(_ work: ActualWork, _ stretch: Stretch, days: Int, _ facts: Facts) {
        self.stretch = stretch
        let known = stretch.firstKnown...stretch.last
        let width = min(days, known.count)
        self.width = width
        let coming = Set(work.toCome.map(\.day))
        var excess: [Int] = []
        begun = known.map { day in
            let planned = coming.contains(day) ? 0 : facts.minutes(of: work.row[day], on: day)
            let (forShift, besides) = work.worked[day] ?? (0, 0)
            let counted = max(planned, forShift) + besides
            excess.append(counted - planned)
            return counted
        }
        isLonger = (0...(known.count - width)).map { first in
            excess[first..<first + width].contains { $0 > 0 }
        }
    }

    /// The most minutes of a window with that day in which somebody worked longer than planned; 0 if there is none.
    ///
    /// - Parameter added: minutes to add to that day.
    func most(with day: Int, _ minutes: [Int], and added: Int = 0) -> Int {
        let place = day - stretch.firstKnown
        // As the rule has it: only windows that reach into the stretch.
        let earliest = max(0, place - width + 1, stretch.first - stretch.firstKnown - width + 1)
        let latest = min(place, minutes.count - width)
        guard earliest <= latest else { return 0 }
        var most = 0
        for first in earliest...latest where isLonger[first] {
            most = max(most, minutes[first..<first + width].reduce(added, +))
        }
        return most
    }
}

extension Absence {
    /// Rest between two moments, by the minute; where the clock shows a time twice it lasts to the later.
    fileprivate init(resting person: PersonID, from: Instant, until: Instant, in zone: Zone) {
        let begin = zone.wallTime(at: from)
        // In the last minute of it.
        let end = zone.wallTime(at: Instant(seconds: until.seconds - 1))
        let last = end.seconds / 60
        // Of an hour that the clock shows twice the end may be shown earlier than the beginning.
        let first = begin.date == end.date ? min(begin.seconds / 60, last) : begin.seconds / 60
        self.init(
            person: person, first: begin.date, last: end.date,
            // Without a time it would be of whole dates, which is something else.
            from: LocalTime(minutesSinceMidnight: first) ?? .midnight,
            until: LocalTime(minutesSinceMidnight: last + 1), word: .resting)
    }
}
