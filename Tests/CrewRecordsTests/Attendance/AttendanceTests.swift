import CrewRecords
import RotaModel
import Testing
import WatchbillTestKit

@Suite("When somebody was on watch, as told")
struct AttendanceTests {
    /// Told in this order, at minutes after some moment.
    private static func events(
        _ told: [(kind: AttendanceEvent.Kind, minute: Int, replaces: Int?, isTakenBack: Bool)]
    ) -> [AttendanceEvent] {
        told.enumerated().map { number, told in
            AttendanceEvent(
                id: AttendanceID(Int64(number + 1)), person: "mia", unit: "ward", kind: told.kind, at: at(told.minute),
                replaces: told.replaces.map { AttendanceID(Int64($0)) }, isTakenBack: told.isTakenBack,
                note: told.replaces.map { _ in "why" }, enteredBy: "lea", enteredAt: at(told.minute))
        }
    }

    private static func at(_ minute: Int) -> Instant { Instant(seconds: 1_767_600_000 + minute * 60) }

    private static func plan(_ first: Int, _ last: Int, day: Int = 0) -> AttendedShift.Plan {
        AttendedShift.Plan(
            date: CalendarDate(dayNumber: 20_000 + day), start: at(day * 1440 + first), end: at(day * 1440 + last))
    }

    @Test("is the time from going on to going off, without breaks")
    func stint() {
        let attendance = Attendance(
            Self.events([
                (.on, 5, nil, false), (.pause, 200, nil, false), (.resume, 230, nil, false), (.off, 490, nil, false),
            ]))
        #expect(attendance.stints.map(\.minutes) == [Minutes(455)])
        #expect(attendance.loose.isEmpty)
    }

    @Test("is held against the shift: late, and longer than planned")
    func shift() throws {
        let attendance = Attendance(Self.events([(.on, 5, nil, false), (.off, 500, nil, false)]))
        let held = attendance.held(against: [Self.plan(0, 480), Self.plan(0, 480, day: 1)], at: Self.at(2000))
        #expect(held.shifts.map(\.delay) == [Minutes(5), nil])
        #expect(held.shifts.map(\.overtime) == [Minutes(20), nil])
        #expect(held.shifts.map(\.minutes) == [Minutes(495), nil])
        #expect(held.extra.isEmpty)
    }

    @Test("was together with whoever relieved them for so long, or ended so long before")
    func handover() throws {
        func shift(_ first: Int, _ last: Int, worked: (Int, Int?)?) -> AttendedShift {
            let told = worked.map { on, off in
                [(AttendanceEvent.Kind.on, on, Int?.none, false)] + (off.map { [(.off, $0, nil, false)] } ?? [])
            }
            return AttendedShift(plan: Self.plan(first, last), stints: Attendance(Self.events(told ?? [])).stints)
        }
        let early = shift(0, 480, worked: (0, 492))
        // The first who came counts, whoever was planned with them does not, nor who was to begin hours before or later.
        let others = [
            early, shift(0, 480, worked: (2, 480)), shift(390, 870, worked: (485, nil)),
            shift(480, 960, worked: (480, nil)),
            shift(490, 960, worked: (470, nil)), shift(120, 600, worked: (118, nil)),
        ]
        #expect(early.handover(to: others) == Minutes(12))
        #expect(shift(0, 480, worked: (0, 475)).handover(to: others) == Minutes(-5))
        // Nobody relieves them, nobody has come yet, or they are still there.
        #expect(early.handover(to: [early]) == nil)
        #expect(early.handover(to: [shift(480, 960, worked: nil)]) == nil)
        #expect(shift(0, 480, worked: (0, nil)).handover(to: others) == nil)
    }

    @Test("is not that of the next day's shift, too, if nobody told when it ended")
    func forgotten() {
        let days = [Self.plan(0, 480), Self.plan(0, 480, day: 1)]
        let forgotten = Attendance(Self.events([(.on, 4, nil, false)]))
        for now in stride(from: 500, through: 3000, by: 100) {
            let held = forgotten.held(against: days, at: Self.at(now))
            #expect(held.shifts.map(\.stints.count) == [1, 0], "\(now)")
        }
    }

    @Test("over midnight belongs to the shift that began before it, and what is far from any shift to none")
    func night() {
        let night = Self.plan(1260, 1860)
        let attendance = Attendance(
            Self.events([
                (.on, 1250, nil, false), (.off, 1500, nil, false), (.on, 1530, nil, false), (.off, 1870, nil, false),
                (.on, 2400, nil, false), (.off, 2460, nil, false),
            ]))
        let held = attendance.held(against: [Self.plan(420, 900), night, Self.plan(1860, 2340)], at: Self.at(3000))
        #expect(held.shifts[1].stints.count == 2 && held.shifts[1].minutes == Minutes(590))
        #expect(held.shifts[1].delay == Minutes(-10))
        // It began an hour after the next shift's end: within four hours of it.
        #expect(held.shifts[2].stints.count == 1)
        #expect(
            Attendance(Self.events([(.on, 4000, nil, false), (.off, 4060, nil, false)]))
                .held(against: [night], at: Self.at(5000)).extra.count == 1)
    }

    @Test("keeps what was told first beside what corrects it, of which the last counts")
    func corrections() {
        let events = Self.events([
            (.on, 5, nil, false), (.off, 480, nil, false), (.on, 0, 1, false), (.on, 10, 3, false),
            (.off, 470, 2, false),
            (.off, 475, 2, false), (.on, 600, nil, false), (.on, 600, 7, true),
        ])
        let attendance = Attendance(events)
        #expect(attendance.stints.map(\.minutes) == [Minutes(465)])
        #expect(attendance.stints[0].on.id.value == 4 && attendance.stints[0].off?.id.value == 6)
    }

    @Test("takes what begins or ends nothing for nothing, and shows it")
    func loose() {
        let attendance = Attendance(
            Self.events([
                (.off, 0, nil, false), (.on, 10, nil, false), (.on, 20, nil, false), (.resume, 30, nil, false),
                (.off, 70, nil, false), (.pause, 80, nil, false),
            ]))
        #expect(attendance.stints.map(\.minutes) == [Minutes(60)])
        #expect(attendance.loose.map(\.id.value) == [1, 3, 4, 6])
    }

    @Test("lasts until it ends, and a break that does not end lasts as long")
    func lasting() {
        let on = Self.events([(.on, 0, nil, false)])
        let held = Attendance(on).held(against: [Self.plan(0, 480)], at: Self.at(60))
        #expect(held.shifts[0].stints.count == 1 && held.shifts[0].minutes == nil)
        let paused = Self.events([(.on, 0, nil, false), (.pause, 400, nil, false), (.off, 480, nil, false)])
        #expect(Attendance(paused).stints[0].minutes == Minutes(400))
    }

    @Test("is the same in whatever order it is read; nothing counts twice, and nothing is negative", arguments: 0..<200)
    func property(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var told: [(kind: AttendanceEvent.Kind, minute: Int, replaces: Int?, isTakenBack: Bool)] = []
        for number in 0..<Int.random(in: 0...30, using: &random) {
            let earlier = Array(told.enumerated())
            let replaced = number > 2 && Bool.random(using: &random) ? earlier.randomElement(using: &random) : nil
            told.append(
                (
                    replaced?.element.kind ?? AttendanceEvent.Kind.allCases.randomElement(using: &random) ?? .on,
                    Int.random(in: 0..<5000, using: &random), replaced.map { $0.offset + 1 },
                    replaced != nil && Int.random(in: 0..<4, using: &random) == 0
                ))
        }
        let events = Self.events(told)
        let attendance = Attendance(events)
        #expect(Attendance(events.shuffled(using: &random)) == attendance, "seed \(seed)")
        let inForce = Attendance.inForce(events)
        #expect(inForce.count <= told.count { $0.replaces == nil }, "a correction is no event more")
        for (one, next) in zip(attendance.stints, attendance.stints.dropFirst()) {
            #expect(one.end.map { $0 <= next.start } ?? one.isForgotten, "seed \(seed)")
        }
        for stint in attendance.stints { #expect((stint.minutes?.value ?? 0) >= 0 && stint.paused >= 0) }
        let plans = (0..<4).map { Self.plan(420, 900, day: $0) }
        let held = attendance.held(against: plans, at: Self.at(6000))
        #expect(held.shifts.count == 4)
        #expect(
            Set(held.shifts.flatMap(\.stints) + held.extra) == Set(attendance.stints)
                && held.shifts.flatMap(\.stints).count + held.extra.count == attendance.stints.count, "seed \(seed)")
    }
}
