import CrewRecords
import Foundation
import RotaModel
import Testing
import WatchbillServer
import WatchbillStore
import WatchbillTestKit

/// A unit of sixty over a quarter, by the handed-in clock, over the wire: people come early, late or not at all, go early or late,
/// have breaks; stations lose the network for hours, and their clocks run wrong. In the end every minute is where it was worked,
/// and whoever leads was told of everybody missing, once, in the minute in which the unit's time was over.
@Suite("A quarter of a unit of sixty")
struct WatchQuarterTests {
    /// What becomes of one shift.
    private struct Shift {
        let person: PersonID
        let type: ShiftTypeID
        let start: Instant
        let end: Instant
        /// Nil: nobody comes.
        var on: Instant?
        var off: Instant?
        var pause: (from: Instant, to: Instant)?
        let station: Int
        /// When the server hears that they came; nil: never.
        var heard: Instant?

        var minutes: Int? {
            guard let on, let off else { return nil }
            let paused = pause.map { $0.to.seconds - $0.from.seconds } ?? 0
            return (off.seconds - on.seconds - paused) / 60
        }
    }

    private static let grace = Minutes(10)

    private static func problem(from start: CalendarDate, days: Int) throws -> RotaProblem {
        let zone = try #require(Zone(name: "Europe/Stockholm"))
        func type(_ id: ShiftTypeID, _ time: String, _ colour: Int, night: Bool = false) throws -> ShiftType {
            ShiftType(
                id: id, name: id.rawValue, start: try #require(LocalTime(time)), length: .hours(8), colour: colour,
                isNight: night)
        }
        return RotaProblem(
            unit: CrewUnit(id: "w60", name: "Ward 60", zone: zone), start: start, dayCount: days,
            shiftTypes: [try type("E", "07:00", 1), try type("L", "15:00", 4), try type("N", "23:00", 9, night: true)],
            contracts: [Contract(id: "full", name: "Full time", share: 100)],
            people: (1...60).map {
                Person(id: PersonID("p\($0)"), name: "Person \($0)", contracts: [Held("full")])
            }, demand: [])
    }

    /// Two early, two late, two nights, two days off, begun on eight different days.
    private static func rota(_ problem: RotaProblem) -> Rota {
        var rota = Rota(for: problem)
        let row = Array("EELLNN..")
        for person in problem.personIndices {
            for day in problem.days {
                let letter = row[(day.value + person.value) % row.count]
                guard letter != ".", let shift = problem.index(of: ShiftTypeID(String(letter))) else { continue }
                rota[person, day] = Duty(shift)
            }
        }
        return rota
    }

    /// Intervals in which a station has no connection.
    private static func losses(
        _ first: Instant, _ last: Instant, _ random: inout SeededGenerator
    ) -> [ClosedRange<Instant>] {
        var losses: [ClosedRange<Instant>] = []
        var from = first.adding(.hours(random.number(in: 5...60)))
        while from < last {
            let to = from.adding(.minutes(random.number(in: 20...540)))
            losses.append(from...to)
            from = to.adding(.hours(random.number(in: 20...120)))
        }
        return losses
    }

    private static func shifts(
        _ problem: RotaProblem, _ rota: Rota, _ losses: [[ClosedRange<Instant>]], _ random: inout SeededGenerator
    ) -> [Shift] {
        let times = ShiftTimes(problem)
        var shifts: [Shift] = []
        for person in problem.personIndices {
            for day in problem.days {
                guard let type = rota[person, day].shift else { continue }
                let (start, end) = (times.start(of: type, on: day), times.end(of: type, on: day))
                var shift = Shift(
                    person: problem[person].id, type: problem[type].id, start: start, end: end,
                    station: random.below(losses.count))
                if !random.chance(percent: 3) {
                    let late = random.chance(percent: 6) ? random.number(in: 1...45) : random.number(in: -15...0)
                    let over =
                        random.chance(percent: 10)
                        ? random.number(in: 11...90)
                        : random.chance(percent: 6) ? random.number(in: -60 ... -1) : random.number(in: 0...10)
                    let on = start.adding(.seconds(late * 60 - random.below(60)))
                    shift.on = on
                    shift.off = end.adding(.minutes(over))
                    if random.chance(percent: 60) {
                        let from = start.adding(.minutes(random.number(in: 150...240)))
                        shift.pause = (from, from.adding(.minutes(random.number(in: 20...40))))
                    }
                    let loss = losses[shift.station].first { $0.contains(on) }
                    shift.heard = loss?.upperBound ?? on
                }
                shifts.append(shift)
            }
        }
        return shifts
    }

    private enum Step {
        case press(Int, AttendanceEvent.Kind, Shift)
        case line(Int)
        case look
        case clock(Int, Int)
    }

    @Test(
        "has every hour where it was worked, and every alarm once and in time",
        arguments: [("2026-02-02", 91, 1 as UInt64), ("2026-10-19", 14, 2)])
    func quarter(first: String, days: Int, seed: UInt64) async throws {
        let problem = try Self.problem(from: try #require(CalendarDate(first)), days: days)
        var random = SeededGenerator(seed: seed)
        let zone = problem.unit.zone
        let begin = zone.instant(of: problem.start, minutes: 0, edge: .start)
        let finish = zone.instant(of: problem.end.advanced(by: 2), minutes: 0, edge: .start)
        let losses = (0..<2).map { _ in Self.losses(begin, finish, &random) }
        let rota = Self.rota(problem)
        let shifts = Self.shifts(problem, rota, losses, &random)
        var steps: [(at: Instant, order: Int, step: Step)] = []
        for shift in shifts {
            guard let on = shift.on, let off = shift.off else { continue }
            steps.append((on, 1, .press(shift.station, .on, shift)))
            if let pause = shift.pause {
                steps.append((pause.from, 1, .press(shift.station, .pause, shift)))
                steps.append((pause.to, 1, .press(shift.station, .resume, shift)))
            }
            steps.append((off, 1, .press(shift.station, .off, shift)))
        }
        for (station, list) in losses.enumerated() {
            for loss in list {
                steps.append((loss.upperBound, 2, .line(station)))
                // Its clock is set now and then, while there is a connection.
                steps.append((loss.lowerBound.adding(.minutes(-1)), 0, .clock(station, random.number(in: -900...900))))
            }
        }
        for start in Set(shifts.map(\.start)) {
            for minute in [8, 9, 10, 11] { steps.append((start.adding(.minutes(minute)), 3, .look)) }
        }
        let plan = steps.sorted { ($0.at, $0.order) < ($1.at, $1.order) }
        try await StationHouse.run(problem, { _ in rota }, grace: Self.grace, at: begin) { house, paired in
            var stations = [paired, try await house.pair("Back door")]
            for (now, _, step) in plan {
                house.fixture.set(clock: now)
                switch step {
                case .press(let number, let kind, let shift):
                    try stations[number].press(kind, shift.person, code: house.code(of: shift.person), at: now)
                    if !losses[number].contains(where: { $0.contains(now) }) {
                        let results = try await house.send(&stations[number])
                        #expect(results.values.allSatisfy { $0 == "taken" }, "seed \(seed), \(shift)")
                    }
                case .line(let number):
                    let results = try await house.send(&stations[number])
                    #expect(results.values.allSatisfy { $0 == "taken" }, "seed \(seed), \(now): \(results)")
                case .clock(let number, let skew):
                    stations[number].skew = skew
                    try await house.send(&stations[number])
                case .look: try await house.installation.lookForMissing()
                }
            }
            house.fixture.set(clock: finish)
            for number in stations.indices { try await house.send(&stations[number]) }
            try await house.installation.lookForMissing()
            try await check(shifts, in: house, begin...finish, seed: seed)
        }
    }

    private func check(
        _ shifts: [Shift], in house: StationHouse, _ interval: ClosedRange<Instant>, seed: UInt64
    ) async throws {
        let store = house.installation.store
        let job = try await store.entrance.admit(.watch, at: house.now)
        let told = Dictionary(
            grouping: try await store.attendance(in: house.unit, over: interval, for: job), by: \.person)
        var minutes = (expected: 0, found: 0)
        for (person, own) in Dictionary(grouping: shifts, by: \.person) {
            let plans = own.map { AttendedShift.Plan(date: house.fixture.problem.start, start: $0.start, end: $0.end) }
            let attendance = Attendance(told[person] ?? [])
            #expect(attendance.loose.isEmpty, "seed \(seed), \(person)")
            let held = attendance.held(against: plans, at: house.now)
            #expect(held.extra.isEmpty, "seed \(seed), \(person)")
            for (shift, found) in zip(own.sorted { $0.start < $1.start }, held.shifts) {
                #expect(found.stints.map(\.start) == [shift.on].compactMap(\.self), "seed \(seed), \(shift)")
                #expect(found.stints.compactMap(\.end) == [shift.off].compactMap(\.self), "seed \(seed), \(shift)")
                #expect(found.minutes?.value == shift.minutes, "seed \(seed), \(shift)")
                minutes.expected += shift.minutes ?? 0
                minutes.found += found.minutes?.value ?? 0
            }
        }
        #expect(minutes.expected == minutes.found && minutes.found > 0, "seed \(seed)")
        // Whoever leads was told of exactly those who were not heard of in time.
        let raised = try await alarms(of: house)
        let late = shifts.filter { shift in
            let deadline = shift.start.adding(.minutes(Self.grace.value))
            return shift.heard.map { $0 > deadline } ?? true
        }
        func key(_ person: PersonID, _ start: Instant) -> String { "\(person) \(start.seconds)" }
        #expect(
            raised.map { key($0.alarm.person, $0.alarm.start) }.sorted()
                == late.map { key($0.person, $0.start) }.sorted(), "seed \(seed): each once, and no others")
        let states = Dictionary(uniqueKeysWithValues: raised.map { (key($0.alarm.person, $0.alarm.start), $0.alarm) })
        for shift in late {
            guard let alarm = states[key(shift.person, shift.start)] else { continue }
            let wait = alarm.raised.seconds - shift.start.seconds - Self.grace.value * 60
            #expect((0..<60).contains(wait), "seed \(seed), \(shift): told \(wait) s after its time")
            let came = shift.heard.map { $0 < shift.end } ?? false
            #expect(alarm.state == (came ? .present : .over), "seed \(seed), \(shift)")
        }
    }

    private func alarms(of house: StationHouse) async throws -> [StoredAlarm] {
        let visit = try await house.visit(ServerFixture.person(.lead))
        return try await house.installation.store.alarms(
            in: house.unit, since: Instant(seconds: 0), for: visit.caller)
    }
}
