internal import RotaModel
internal import RotaRules

/// One repair from the question to the judged answer.
struct Repairing {
    private let before: RotaProblem
    private let problem: RotaProblem
    private let rota: Rota
    private let settings: RepairSettings
    private let stop: StopSignal
    private let now: DayIndex
    /// Cells that have to be as they are said to be, and for whose sake.
    private let forced: [(person: PersonIndex, day: DayIndex, duty: Duty)]
    private let clock = ContinuousClock()
    private let started: ContinuousClock.Instant

    /// Days before and after those away on which others may be asked to change.
    private static let reach = 14

    init(_ problem: RotaProblem, _ rota: Rota, away: [Away], settings: RepairSettings, stop: StopSignal) {
        started = clock.now
        before = problem
        self.rota = rota
        self.settings = settings
        self.stop = stop
        now = settings.now ?? away.map(\.days.lowerBound).min() ?? 0
        self.problem = problem.without(away, of: rota, now: now, credit: settings.credit)
        forced = away.flatMap { absence in
            (absence.days.lowerBound.value...absence.days.upperBound.value).map {
                (absence.person, DayIndex($0), Duty.off)
            }
        }
    }

    /// To have a duty in a cell.
    init(
        _ problem: RotaProblem, _ rota: Rota, person: PersonIndex, day: DayIndex, duty: Duty, threads: Int,
        timeLimit: Duration, _ stop: StopSignal
    ) {
        started = clock.now
        before = problem
        self.rota = rota
        self.stop = stop
        settings = RepairSettings(now: 0, threads: threads, timeLimit: timeLimit)
        now = 0
        forced = [(person, day, duty)]
        var pinned = problem
        let pin = Pin(person: problem[person].id, date: problem.date(of: day), shift: duty.shift.map { problem[$0].id })
        pinned.pins.removeAll { $0.person == pin.person && $0.date == pin.date }
        pinned.pins.append(pin)
        self.problem = pinned
    }

    func result() -> RepairResult {
        let judged = Judge(before).assess(rota)
        let task = task(isLegalBefore: judged.isFeasible)
        let tables = ProblemTables(CompiledProblem(problem))
        let limit = settings.timeLimit
        let search = RepairSearch(
            tables, task, slack: Int(Schedule(problem).hottest), threads: settings.threads, stop: stop
        ) { [clock, started] in limit.map { clock.now - started >= $0 } ?? false }
        search.run()
        let judge = Judge(problem)
        func repairs(_ entries: [RepairPool.Entry]) -> [Repair] {
            entries.map { repair($0.patch, causes: task.isCause, judge: judge, before: judged) }
        }
        var found = repairs(search.pool.selection(most: settings.most))
        var outcome = RepairResult.Outcome.legal
        if found.contains(where: \.isLegal) {
            found.removeAll { !$0.isLegal }
        } else {
            let (wider, isProven) =
                search.isProvenNone ? (nil, true) : solved(task, judge: judge, before: judged)
            if let wider {
                found = [wider]
            } else {
                outcome = isProven ? .noneExists : .noneFound
                if found.isEmpty { found = repairs(Array(search.leastBad.prefix(settings.most))) }
            }
        }
        return RepairResult(
            outcome: outcome, problem: problem, before: judged.penalty, now: now, repairs: found,
            seconds: (clock.now - started) / .seconds(1))
    }

    /// What the forced duty costs.
    func cost(of duty: Duty) -> DutyCost {
        let limit = settings.timeLimit ?? .zero
        return cost(of: duty, from: cheapest(within: limit / 2), within: limit)
    }

    /// The cheapest legal repair of those that change little; nil: none was found.
    ///
    /// - Parameter limit: since this was made.
    func cheapest(within limit: Duration) -> Repair? {
        let judged = Judge(before).assess(rota)
        let task = task(isLegalBefore: judged.isFeasible)
        let search = RepairSearch(
            ProblemTables(CompiledProblem(problem)), task, slack: Int(Schedule(problem).hottest),
            threads: settings.threads, stop: stop
        ) { [clock, started] in clock.now - started >= limit }
        search.run()
        let judge = Judge(problem)
        return search.pool.cheapest(10).map {
            repair($0.patch, causes: task.isCause, judge: judge, before: judged)
        }.first(where: \.isLegal)
    }

    /// What the forced duty costs, by a search of the whole problem from a repair on.
    ///
    /// - Parameters:
    ///   - limit: since this was made.
    ///   - known: no longer searched for once it is proven that nothing cheaper has the duty; nil: to the end.
    func cost(of duty: Duty, from start: Repair?, within limit: Duration, known: Penalty? = nil) -> DutyCost {
        var best = start
        let left = limit - (clock.now - started)
        guard left > .zero, !stop.isRaised else {
            return DutyCost(duty: duty, certainty: best == nil ? .notFound : .atMost, repair: best)
        }
        let ended = StopSignal()
        let solved = solve(
            problem, settings: SolveSettings(threads: settings.threads, timeLimit: left, start: best?.rota ?? rota),
            stop: ended
        ) { progress in
            if stop.isRaised { ended.raise() }
            if let known, let bound = progress.bound, bound >= known { ended.raise() }
        }
        if solved.ending == .impossible {
            var conflict = solved.conflict
            // The duty is what was asked for, not what is in the way.
            conflict?.members.removeAll { $0.requirements == [.pin(problem.pins.count - 1)] }
            return DutyCost(duty: duty, certainty: .impossible, repair: nil, conflict: conflict)
        }
        if solved.isFeasible, best.map({ solved.penalty < $0.penalty }) ?? true {
            let cells = solved.rota.duties.indices.filter { solved.rota.duties[$0] != rota.duties[$0] }
            let judged = Judge(before).assess(rota)
            best = repair(
                RotaPatch(
                    cells.map { RotaPatch.Cell(position: Int32($0), duty: solved.rota.duties[$0].rawValue) }),
                causes: task(isLegalBefore: judged.isFeasible).isCause, judge: Judge(problem), before: judged)
        }
        guard let best else { return DutyCost(duty: duty, certainty: .notFound, repair: nil, floor: solved.bound) }
        let isExact = best.penalty == .zero || solved.bound == best.penalty
        return DutyCost(duty: duty, certainty: isExact ? .exact : .atMost, repair: best, floor: solved.bound)
    }

    private func task(isLegalBefore: Bool) -> RepairTask {
        let days = problem.dayCount
        var isFree = Array(repeating: true, count: problem.people.count * days)
        for person in problem.personIndices {
            for day in 0..<min(now.value, days) { isFree[person.value * days + day] = false }
        }
        let people = Dictionary(
            zip(problem.people.map(\.id), problem.personIndices), uniquingKeysWith: { one, _ in one })
        for pin in problem.pins {
            if let person = people[pin.person], let day = problem.day(of: pin.date) {
                isFree[person.value * days + day.value] = false
            }
        }
        var cells: [RotaPatch.Cell] = []
        var seen: Set<Int> = []
        for cell in forced where cell.day >= now {
            let position = cell.person.value * days + cell.day.value
            isFree[position] = false
            if rota.duties[position] != cell.duty, seen.insert(position).inserted {
                cells.append(RotaPatch.Cell(position: Int32(position), duty: cell.duty.rawValue))
            }
        }
        let first = forced.map(\.day.value).min() ?? 0
        let last = forced.map(\.day.value).max() ?? 0
        return RepairTask(
            problem, original: rota.duties.map(\.rawValue), isLegalBefore: isLegalBefore,
            causes: forced.map(\.person.value), forced: RotaPatch(cells), isFree: isFree,
            window: max(0, now.value, first - Self.reach)..<min(days, max(now.value, last) + Self.reach + 1))
    }

    private func repair(
        _ patch: RotaPatch, causes: [Bool], judge: Judge, before: Assessment
    ) -> Repair {
        var repaired = rota
        var changes: [DutyChange] = []
        for cell in patch.cells {
            let (person, day) = Int(cell.position).quotientAndRemainder(dividingBy: problem.dayCount)
            let new = Duty(rawValue: cell.duty)
            changes.append(
                DutyChange(
                    person: PersonIndex(person), day: DayIndex(day), old: rota.duties[Int(cell.position)], new: new))
            repaired.duties[Int(cell.position)] = new
        }
        var disturbed: [PersonIndex] = []
        for change in changes where !causes[change.person.value] && disturbed.last != change.person {
            disturbed.append(change.person)
        }
        let assessment = judge.assess(repaired)
        let difference = FindingChanges(from: before.findings, to: assessment.findings)
        return Repair(
            rota: repaired, changes: changes, disturbed: disturbed, penalty: assessment.penalty,
            broken: difference.added.filter(\.isHard), missed: difference.added.filter { !$0.isHard },
            mended: difference.removed.filter { !$0.isHard })
    }

    // MARK: Where few changes do not do

    /// Builds the rest of the rota anew, then gives back everybody's days that need not have changed.
    ///
    /// - Returns: a legal repair, and whether it is proven that there is none.
    private func solved(_ task: RepairTask, judge: Judge, before: Assessment) -> (repair: Repair?, isProven: Bool) {
        let left = settings.timeLimit.map { max(.zero, $0 - (clock.now - started)) } ?? .seconds(10)
        guard left > .zero, !stop.isRaised, before.isFeasible else { return (nil, false) }
        var pinned = problem
        let known = Set(problem.pins.map { RotaPinKey($0.person, $0.date) })
        for person in problem.personIndices {
            for day in problem.days where !task.isFree[person.value * problem.dayCount + day.value] {
                let key = RotaPinKey(problem[person].id, problem.date(of: day))
                if known.contains(key) { continue }
                let position = Int32(person.value * problem.dayCount + day.value)
                let forced = task.forced.cells.contains { $0.position == position }
                let shift = forced ? nil : rota[person, day].shift.map { problem[$0].id }
                pinned.pins.append(Pin(person: key.person, date: key.date, shift: shift))
            }
        }
        var start = rota
        for cell in task.forced.cells { start.duties[Int(cell.position)] = Duty(rawValue: cell.duty) }
        let ended = StopSignal()
        let result = solve(
            pinned, settings: SolveSettings(threads: settings.threads, timeLimit: left, start: start), stop: ended
        ) { progress in
            if stop.isRaised || progress.isFeasible { ended.raise() }
        }
        guard result.isFeasible else { return (nil, result.ending == .impossible) }
        let patch = givenBack(result.rota, task, judge: judge, before: before)
        let found = repair(patch, causes: task.isCause, judge: judge, before: before)
        return (found.isLegal ? found : nil, false)
    }

    /// The changes of a legal rota without those of people, then of days, that are legal as they were.
    private func givenBack(_ solved: Rota, _ task: RepairTask, judge: Judge, before: Assessment) -> RotaPatch {
        var cells = solved.duties.indices.filter { solved.duties[$0] != rota.duties[$0] }.map {
            RotaPatch.Cell(position: Int32($0), duty: solved.duties[$0].rawValue)
        }
        func without(_ isBack: (RotaPatch.Cell) -> Bool) {
            let fewer = cells.filter { task.isForced(Int($0.position)) || !isBack($0) }
            guard fewer.count < cells.count else { return }
            if repair(RotaPatch(fewer), causes: task.isCause, judge: judge, before: before).isLegal { cells = fewer }
        }
        for person in 0..<problem.people.count where !stop.isRaised {
            without { Int($0.position) / problem.dayCount == person }
        }
        let alone = cells
        for cell in alone where !stop.isRaised { without { $0 == cell } }
        return RotaPatch(cells)
    }
}

/// A person and a date.
private struct RotaPinKey: Hashable {
    let person: PersonID
    let date: CalendarDate

    init(_ person: PersonID, _ date: CalendarDate) {
        self.person = person
        self.date = date
    }
}

extension RotaProblem {
    /// The problem with people away.
    ///
    /// Each day is an absence of its own, credited with what the rota had that person work on it or with what is given;
    /// days that are absences already are left as they are. A pin of a shift on such a day becomes one of being off.
    func without(_ away: [Away], of rota: Rota, now: DayIndex, credit: Minutes?) -> RotaProblem {
        var problem = self
        let times = ShiftTimes(self)
        for absence in away {
            let id = self[absence.person].id
            for day in absence.days.lowerBound.value...absence.days.upperBound.value where day >= now.value {
                let day = DayIndex(day)
                let date = date(of: day)
                for pin in problem.pins.indices
                where problem.pins[pin].person == id && problem.pins[pin].date == date {
                    problem.pins[pin].shift = nil
                }
                let isKnown = problem.absences.contains {
                    $0.person == id && $0.from == nil && $0.until == nil && $0.first <= date && date <= $0.last
                }
                if isKnown { continue }
                let planned = rota[absence.person, day].shift.map { times.minutes(of: $0, on: day) } ?? .zero
                problem.absences.append(
                    Absence(
                        person: id, first: date, last: date,
                        creditPerDay: min(credit ?? planned, Minutes(ProblemLimits.creditMinutes.upperBound))))
            }
        }
        return problem
    }
}
