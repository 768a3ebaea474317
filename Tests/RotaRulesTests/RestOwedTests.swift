import RotaModel
import RotaRules
import Testing
import WatchbillTestKit

/// E is 07:00 to 15:00, L 15:00 to 23:00, N 23:00 to 07:00; day 0 is Mon 5 Jan 2026; a minute is one since its midnight.
@Suite("Rest that is owed for hours really worked")
struct RestOwedTests {
    private static func at(_ minute: Int, in problem: RotaProblem) -> Instant {
        let midnight = problem.unit.zone.instant(of: problem.start, minutes: 0, edge: .start)
        return Instant(seconds: midnight.seconds + minute * 60)
    }

    private static func worked(
        _ day: Int, _ minutes: Range<Int>, isPlanned: Bool = true, in problem: RotaProblem
    ) -> WorkedStretch {
        WorkedStretch(
            person: "ann", date: problem.start.advanced(by: day), start: at(minutes.lowerBound, in: problem),
            end: at(minutes.upperBound, in: problem), minutes: Minutes(minutes.count), isPlanned: isPlanned)
    }

    @Test("Whoever went off late must not begin before the rest is over, and the next shift that does is foreseen")
    func late() throws {
        let problem = try Ward.problem(days: 4, [Rule(id: "r", .rest(minimum: .hours(11)))])
        let judge = Judge(problem)
        let rota = try problem.rota(["E E - -", "- - - -"])
        // Off at 22:50 instead of 15:00: 8 h 10 min before E on Tuesday.
        let work = [Self.worked(0, 420..<1370, in: problem)]
        let owed = judge.restOwed(for: work, in: rota, from: Self.at(1400, in: problem))
        let tuesday = problem.start.advanced(by: 1)
        #expect(
            owed.absences == [
                Absence(
                    person: "ann", first: problem.start, last: tuesday, from: LocalTime("23:20"),
                    until: LocalTime("09:50"), word: .resting)
            ])
        #expect(
            owed.breaches.map(\.kind) == [.rest(left: Minutes(490), minimum: .hours(11))]
                && owed.breaches.map(\.date) == [tuesday])
        // Who is still on watch is taken to go off when planned; who went off in time owes nothing that the plan does not.
        let on = judge.restOwed(for: work, in: rota, from: Self.at(900, in: problem))
        #expect(on.breaches == owed.breaches && on.absences.first?.from == LocalTime("22:50"))
        let inTime = judge.restOwed(
            for: [Self.worked(0, 420..<900, in: problem)], in: rota, from: Self.at(900, in: problem))
        #expect(inTime.breaches.isEmpty && inTime.absences.map(\.until) == [LocalTime("02:00")])
        #expect(judge.restOwed(for: [], in: rota, from: Self.at(900, in: problem)).absences.isEmpty)
    }

    @Test("A call-out counts, too, and a soft rule forbids nothing")
    func callOut() throws {
        let problem = try Ward.problem(days: 3, [Rule(id: "r", .rest(minimum: .hours(8)))])
        let rota = try problem.rota(["- E -", "- - -"])
        // On Tuesday from 02:00 to 04:00.
        let work = [Self.worked(1, 1560..<1680, isPlanned: false, in: problem)]
        let now = Self.at(1690, in: problem)
        let owed = Judge(problem).restOwed(for: work, in: rota, from: now)
        #expect(owed.breaches.map(\.kind) == [.rest(left: .hours(3), minimum: .hours(8))])
        var soft = problem
        soft.rules[0].severity = .soft(Penalty(5))
        #expect(Judge(soft).restOwed(for: work, in: rota, from: now) == RestOwed(absences: [], breaches: []))
    }

    @Test("Hours beyond the plan fill a window, and the planned shift that is too much is foreseen")
    func window() throws {
        let problem = try Ward.problem(days: 5, [Rule(id: "r", .minutesInWindow(days: 3, maximum: .hours(24)))])
        let rota = try problem.rota(["E E E - -", "- - - - -"])
        // An hour longer on Monday: 25 h with Wednesday's shift. On Thursday Monday counts no more.
        let work = [Self.worked(0, 420..<960, in: problem)]
        let owed = Judge(problem).restOwed(for: work, in: rota, from: Self.at(1000, in: problem))
        let wednesday = problem.start.advanced(by: 2)
        #expect(
            owed.breaches.map(\.kind) == [.window(worked: .hours(25), days: 3, maximum: .hours(24))]
                && owed.breaches.map(\.date) == [wednesday])
        #expect(owed.absences == [Absence(person: "ann", first: wednesday, last: wednesday, word: .resting)])
        // What was cut short frees nothing.
        let short = Judge(problem).restOwed(
            for: [Self.worked(0, 420..<600, in: problem)], in: rota, from: Self.at(1000, in: problem))
        #expect(short == RestOwed(absences: [], breaches: []))
    }

    @Test("Rest that is owed is no leave: it changes nobody's fair share")
    func share() throws {
        var problem = try Ward.problem(days: 4, [Rule(id: "f", .fairness(.nights, tolerance: 0))])
        problem.demand = problem.days.map { Demand(date: problem.date(of: $0), shiftTypes: ["N"], minimum: 2) }
        let rota = try problem.rota(["N N N N", "N N N N"])
        func unfair(_ word: Absence.Word) -> Int {
            var other = problem
            other.absences = [
                Absence(person: "ann", first: problem.start.advanced(by: 1), last: problem.end, word: word)
            ]
            return Judge(other).assess(rota).findings.count {
                if case .rule = $0.origin { true } else { false }
            }
        }
        #expect(unfair(.resting) == 0)
        #expect(unfair(.away) > 0)
    }

    /// What one random case has.
    private struct Case {
        var problem: RotaProblem
        var rota: Rota
        var work: [WorkedStretch]
        /// Minutes since the first midnight.
        var now: Int
        var rest: Int
        var width: Int
        var most: Int

        init(seed: UInt64, zone: String = "UTC", start: String = "2026-01-05") throws {
            var random = SeededGenerator(seed: seed)
            let (days, history) = (9, 4)
            rest = random.number(in: 6...14) * 60
            width = random.number(in: 2...4)
            most = random.number(in: 14...32) * 60
            problem = try Ward.problem(
                days: days,
                [
                    Rule(id: "rest", .rest(minimum: Minutes(rest))),
                    Rule(id: "window", .minutesInWindow(days: width, maximum: Minutes(most))),
                ], history: history, zone: zone, start: start)
            now = random.number(in: 600...6000)
            rota = Rota(for: problem)
            work = []
            let letters: [ShiftTypeID] = ["E", "L", "N"]
            for day in -history..<days where random.chance(percent: 50) {
                let place = random.below(3)
                let begin = day * 1440 + 420 + place * 480
                if day < 0 {
                    let date = problem.start.advanced(by: day)
                    problem.history.append(HistoryEntry(person: "ann", date: date, shift: letters[place]))
                } else {
                    rota[0, DayIndex(day)] = Duty(ShiftIndex(place))
                }
                guard begin <= now, random.chance(percent: 70) else { continue }
                let first = begin + random.number(in: -40...40)
                guard first <= now else { continue }
                var last = begin + 480 + random.number(in: -200...300)
                // Still on: until the planned end, or now.
                if last > now { last = max(begin + 480, now) }
                work.append(RestOwedTests.worked(day, first..<max(first, last), in: problem))
            }
            if random.chance(percent: 40) {
                let first = now - random.number(in: 30...900)
                let day = first >= 0 ? first / 1440 : (first - 1439) / 1440
                work.append(
                    RestOwedTests.worked(
                        day, first..<min(now, first + random.number(in: 10...300)), isPlanned: false, in: problem))
            }
        }

        func planned(_ day: Int) -> Int? {
            if day >= 0 { return rota[0, DayIndex(day)].shift?.value }
            let date = problem.start.advanced(by: day)
            return problem.history.first { $0.date == date }.flatMap { problem.index(of: $0.shift)?.value }
        }

        /// Whether a shift that begins at that minute has less rest than it must, minute by minute.
        func lacksRest(_ begin: Int) -> Bool {
            var worked: Set<Int> = []
            for stretch in work {
                let first = stretch.start.minutes(since: RestOwedTests.at(0, in: problem)).value
                let last = stretch.end.minutes(since: RestOwedTests.at(0, in: problem)).value
                worked.formUnion(first..<last)
            }
            return worked.contains { $0 >= begin - rest }
        }

        /// Planned shifts to come that are too much with what was worked, in the order of time, and what the dates then have.
        func filled() -> (tooMuch: [Int], minutes: [Int: Int], longer: Set<Int>) {
            var (minutes, longer, tooMuch) = ([Int: Int](), Set<Int>(), [Int]())
            let days = -problem.historyDayCount..<problem.dayCount
            func isBegun(_ day: Int) -> Bool {
                guard let place = planned(day) else { return false }
                return day * 1440 + 420 + place * 480 <= now
                    || work.contains { $0.isPlanned && $0.date == problem.start.advanced(by: day) }
            }
            for day in days {
                let date = problem.start.advanced(by: day)
                let mine = work.filter { $0.date == date }
                let plan = isBegun(day) ? 480 : 0
                let forShift = mine.filter(\.isPlanned).reduce(0) { $0 + $1.minutes.value }
                let extra = mine.filter { !$0.isPlanned }.reduce(0) { $0 + $1.minutes.value }
                minutes[day] = max(plan, forShift) + extra
                if max(plan, forShift) + extra > plan { longer.insert(day) }
            }
            for day in days where planned(day) != nil && !isBegun(day) {
                minutes[day, default: 0] += 480
                if isTooMuch(day, minutes, longer) {
                    minutes[day, default: 0] -= 480
                    tooMuch.append(day)
                }
            }
            return (tooMuch, minutes, longer)
        }

        /// By all windows there are.
        func isTooMuch(_ day: Int, _ minutes: [Int: Int], _ longer: Set<Int>) -> Bool {
            for first in -problem.historyDayCount...problem.dayCount - width {
                let window = first..<first + width
                // What lies wholly before the period is over.
                guard window.contains(day), window.upperBound > 0, window.contains(where: longer.contains) else {
                    continue
                }
                if window.reduce(0, { $0 + (minutes[$1] ?? 0) }) > most { return true }
            }
            return false
        }
    }

    /// Whether the absences forbid a shift, as the judge has it.
    private func isForbidden(_ day: Int, _ shift: Int, _ test: Case, _ owed: RestOwed) -> Bool {
        var problem = test.problem
        problem.absences = owed.absences
        var rota = Rota(for: problem)
        rota[0, DayIndex(day)] = Duty(ShiftIndex(shift))
        return Judge(problem).assess(rota).findings.contains {
            if case .absence = $0.origin { true } else { false }
        }
    }

    @Test(
        "forbids a shift if and only if it breaks a rule with the hours really worked, by brute force on minutes",
        arguments: 0..<400 as Range<UInt64>)
    func exact(seed: UInt64) throws {
        let test = try Case(seed: seed)
        let now = Self.at(test.now, in: test.problem)
        let owed = Judge(test.problem).restOwed(for: test.work, in: test.rota, from: now)
        guard !test.work.isEmpty else {
            #expect(owed == RestOwed(absences: [], breaches: []))
            return
        }
        let (tooMuch, minutes, longer) = test.filled()
        let ends: [Int] = (0..<test.problem.dayCount).compactMap { day in
            guard let place = test.planned(day) else { return nil }
            return day * 1440 + 900 + place * 480
        }
        let running: Int = ends.filter { $0 - 480 <= test.now }.max() ?? 0
        for day in max(0, test.now / 1440)..<test.problem.dayCount where test.planned(day) == nil {
            for shift in 0..<3 {
                let begin = day * 1440 + 420 + shift * 480
                // Nobody begins while a planned shift is on: another rule says so.
                guard begin >= max(test.now, running) else { continue }
                var with = minutes
                with[day, default: 0] += 480
                let expected = test.lacksRest(begin) || test.isTooMuch(day, with, longer)
                #expect(
                    isForbidden(day, shift, test, owed) == expected,
                    "seed \(seed), day \(day), shift \(shift), \(owed.absences)")
            }
        }
        let unrested = (0..<test.problem.dayCount).filter { day in
            guard let place = test.planned(day) else { return false }
            let begin = day * 1440 + 420 + place * 480
            let date = test.problem.start.advanced(by: day)
            guard begin > test.now, !test.work.contains(where: { $0.isPlanned && $0.date == date }) else {
                return false
            }
            return test.lacksRest(begin)
        }
        let expected = Set(unrested + tooMuch.filter { $0 >= 0 }).map { test.problem.start.advanced(by: $0) }
        #expect(Set(owed.breaches.map(\.date)) == Set(expected), "seed \(seed)")
    }

    @Test(
        "is never too short where the clock changes", arguments: 0..<60 as Range<UInt64>, ["2026-03-26", "2026-10-22"])
    func clockChange(seed: UInt64, start: String) throws {
        var test = try Case(seed: seed, zone: "Europe/Stockholm", start: start)
        test.problem.rules.removeLast()
        let now = Self.at(test.now, in: test.problem)
        let owed = Judge(test.problem).restOwed(for: test.work, in: test.rota, from: now)
        let times = ShiftTimes(test.problem)
        guard let last = test.work.map(\.end).max() else { return }
        for day in test.problem.days where test.rota[0, day].isOff {
            for shift in test.problem.shiftIndices {
                let begin = times.start(of: shift, on: day)
                guard begin >= now, begin >= last, begin.minutes(since: last).value < test.rest else { continue }
                let isOn = test.problem.days.contains { other in
                    test.rota[0, other].shift.map { times.end(of: $0, on: other) > begin && other < day } ?? false
                }
                if !isOn {
                    #expect(isForbidden(day.value, shift.value, test, owed), "seed \(seed), \(start), day \(day)")
                }
            }
        }
    }
}
