internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

/// A planned shift of somebody, as attendance is held against it.
struct PlannedShift: Sendable {
    let person: PersonID
    let type: ShiftType
    let plan: AttendedShift.Plan
    /// Since when it is theirs by the rota in force; nil: not known.
    var published: Instant?
}

extension Installation {
    /// When people were on watch: leads write it down and correct it, everybody sees their own.
    func addAttendance(to routes: inout Routes) {
        routes.get("/attendance", asks: [ReadUnit.self, ReadRota.self, ReadAttendance.self, ReadCrew.self]) {
            visit, request, _ in
            let unit = try await self.unit(visit, request).unit
            return .html(try await self.attendancePage(unit, try Self.date(request), visit))
        }
        routes.post(
            "/crew/:person/attendance",
            asks: [ReadUnit.self, ReadRota.self, ReadAttendance.self, ReadCrew.self, EnterAttendance.self]
        ) { visit, request, context in
            let person = try Self.person(in: context)
            try await self.store.checkMayEnterAttendance(of: person, for: visit.caller)
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            let unit = try await self.unit(visit, request).unit
            let date = try form.date("date") ?? self.today(in: unit.zone)
            do {
                let entries = try self.entries(form, in: unit)
                try await self.checkCounts(entries, of: person, in: unit, around: date, visit)
                try await self.store.enterAttendance(
                    entries, of: person, for: visit.caller, at: self.surroundings.now())
                return .see(Self.attendanceAddress(unit, date))
            } catch let fault as FormFault {
                return .html(
                    try await self.attendancePage(unit, date, visit, refusal: fault.message),
                    status: .unprocessableContent)
            } catch let error as StoreError where error.code == .unusableEntry {
                return .html(
                    try await self.attendancePage(unit, date, visit, refusal: error.message),
                    status: .unprocessableContent)
            }
        }
        routes.get("/me/hours", asks: [ReadSchedule.self]) { visit, request, _ in
            let text = request.uri.queryParameters.get("month")
            let own = try await self.ownShifts(visit)
            let today = self.today(in: own.zone)
            guard let first = CalendarDate("\(text ?? String(today.description.prefix(7)))-01") else {
                throw ServerProblem.badValue("month", text ?? "", expected: "a month such as 2026-01")
            }
            return .html(try await self.ownHoursPage(own, from: first, visit))
        }
    }

    private static func date(_ request: Request) throws(ServerProblem) -> CalendarDate? {
        guard let text = request.uri.queryParameters.get("date"), !text.isEmpty else { return nil }
        guard let date = CalendarDate(text) else {
            throw .badValue("date", text, expected: "a date such as 2026-01-31")
        }
        return date
    }

    static func attendanceAddress(_ unit: CrewUnit, _ date: CalendarDate) -> String {
        "/attendance?unit=\(LocalAddress.inQuery(unit.id.rawValue))&date=\(date)"
    }

    // MARK: What a form says

    /// What a form tells anew, and what it corrects.
    private func entries(_ form: FormBody, in unit: CrewUnit) throws -> [NewAttendance] {
        let note = form.text("note").isEmpty ? nil : form.text("note")
        let fields: [(AttendanceEvent.Kind, Zone.Edge)] = [(.on, .start), (.off, .end)]
        let entries = try fields.compactMap { kind, edge -> NewAttendance? in
            let (typed, was) = (form.text(kind.rawValue), form.text("\(kind.rawValue)Was"))
            guard typed != was else { return nil }
            let known: Int64? = try form.number("\(kind.rawValue)ID")
            guard let at = Self.moment(typed.isEmpty ? was : typed, in: unit.zone, edge) else {
                throw FormFault(pages.language.text(.attendNoTime, ["value": typed]))
            }
            return NewAttendance(
                in: unit.id, kind, at: at, replaces: known.map { AttendanceID($0) }, isTakenBack: typed.isEmpty,
                note: note)
        }
        guard !entries.isEmpty else { throw FormFault(pages.language[.attendNothing]) }
        return entries
    }

    /// - Throws: `FormFault` if something of it would begin or end nothing, and so count for nothing.
    private func checkCounts(
        _ entries: [NewAttendance], of person: PersonID, in unit: CrewUnit, around date: CalendarDate, _ visit: Visit
    ) async throws {
        let interval = Self.interval(date.advanced(by: -1)...date.advanced(by: 1), in: unit.zone)
        let told = try await store.attendance(in: unit.id, over: interval, for: visit.caller)
            .filter { $0.person == person }
        let last = told.last?.id.value ?? 0
        let new = entries.enumerated().map { number, entry in
            AttendanceEvent(
                id: AttendanceID(last + 1 + Int64(number)), person: person, unit: unit.id, kind: entry.kind,
                at: entry.at, replaces: entry.replaces, isTakenBack: entry.isTakenBack, note: entry.note,
                enteredBy: person, enteredAt: entry.at)
        }
        guard Attendance(told + new).loose.count <= Attendance(told).loose.count else {
            throw FormFault(pages.language[.attendLoose])
        }
    }

    /// Reads `2026-03-09T07:04` on that clock.
    private static func moment(_ text: String, in zone: Zone, _ edge: Zone.Edge) -> Instant? {
        let parts = text.split(separator: "T", maxSplits: 1).map(String.init)
        guard parts.count == 2, let date = CalendarDate(parts[0]), let time = LocalTime(parts[1].prefix(5)) else {
            return nil
        }
        return zone.instant(of: date, minutes: time.minutesSinceMidnight, edge: edge)
    }

    // MARK: What is planned and what was worked

    /// The shifts of a unit in force that begin on those dates.
    func plannedShifts(
        in unit: UnitID, over dates: ClosedRange<CalendarDate>, for caller: Caller
    ) async throws -> [PlannedShift] {
        var found: [PlannedShift] = []
        for part in try await store.inForce(in: unit, from: dates.lowerBound, for: caller)
        where dates.overlaps(part.dates) {
            let problem = try load(part.published.problem).problem
            let dated = DatedRota(part.published.rota, of: problem)
            found += dated.plannedShifts(on: dates.clamped(to: part.dates)).map { shift in
                var shift = shift
                shift.published = part.published.version.publishedAt
                return shift
            }
        }
        return found
    }

    /// From the beginning of a date to the end of another on that clock.
    static func interval(_ dates: ClosedRange<CalendarDate>, in zone: Zone) -> ClosedRange<Instant> {
        let first = zone.instant(of: dates.lowerBound, minutes: 0, edge: .start)
        return first...max(first, zone.instant(of: dates.upperBound, minutes: 24 * 60, edge: .end))
    }

    /// What was worked of a rota's shifts, as far as the visitor may know it: in the unit they lead or plan everybody's, else
    /// their own.
    ///
    /// - Returns: nobody's who is not in it.
    func worked(of shown: ShownVersion, _ visit: Visit) async throws -> [PersonID: WorkedHours] {
        let (unit, dates) = (shown.loaded.problem.unit, shown.version.first...shown.version.last)
        let interval = Self.interval(dates, in: unit.zone)
        let isAll = (try? visit.caller.permit(ReadAttendance.self, on: unit.id)) != nil
        let events =
            isAll
            ? try await store.attendance(in: unit.id, over: interval, for: visit.caller)
            : try await store.ownAttendance(over: interval, for: visit.caller).filter { $0.unit == unit.id }
        // A night that began before them may end on the first of them, and belongs to the rota of before.
        let around = try await plannedShifts(
            in: unit.id, over: dates.lowerBound.advanced(by: -2)...dates.upperBound.advanced(by: 2), for: visit.caller)
        let plans = Dictionary(
            grouping: shown.dated.plannedShifts(on: dates) + around.filter { !dates.contains($0.plan.date) },
            by: \.person)
        let told = Dictionary(grouping: events, by: \.person)
        var worked: [PersonID: WorkedHours] = [:]
        for person in shown.loaded.problem.people.map(\.id) where isAll || person == visit.person.id {
            let held = Attendance(told[person] ?? []).held(
                against: (plans[person] ?? []).map(\.plan), at: surroundings.now())
            let extra = held.extra.filter { dates.contains(unit.zone.date(at: $0.start)) }
            let shifts = held.shifts.filter { dates.contains($0.plan.date) }
            let stints = shifts.flatMap(\.stints) + extra
            worked[person] = WorkedHours(
                shifts: shifts.count { $0.minutes != nil },
                minutes: Minutes(stints.compactMap(\.minutes).reduce(0) { $0 + $1.value }))
        }
        return worked
    }

    // MARK: Pages

    private func attendancePage(
        _ unit: CrewUnit, _ date: CalendarDate?, _ visit: Visit, refusal: String? = nil
    ) async throws -> String {
        let now = surroundings.now()
        let date = date ?? today(in: unit.zone)
        let around = date.advanced(by: -1)...date.advanced(by: 1)
        let planned = try await plannedShifts(in: unit.id, over: around, for: visit.caller)
        let events = try await store.attendance(
            in: unit.id, over: Self.interval(around, in: unit.zone), for: visit.caller)
        let crew = try await store.crew(of: unit.id, on: date, for: visit.caller)
        let tree = try await store.unitTree(for: visit.caller)
        let told = Dictionary(grouping: events, by: \.person)
        let names = Dictionary(crew.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var lines: [AttendancePage.Line] = []
        let plans = Dictionary(grouping: planned, by: \.person)
        let attended = crew.map { member in
            Attendance(told[member.id] ?? []).held(against: (plans[member.id] ?? []).map(\.plan), at: now)
        }
        let everyShift = attended.flatMap(\.shifts)
        for (member, held) in zip(crew, attended) {
            let mayEnter = try await mayEnter(member.id, in: unit, visit)
            let own = plans[member.id] ?? []
            let shifts = held.shifts.filter { $0.plan.date == date }.map { shift in
                pages.line(
                    member, own.first { $0.plan == shift.plan }?.type, shift.plan, shift.stints, told[member.id] ?? [],
                    handedOver: shift.handover(to: everyShift), mayEnter: mayEnter, names: names, in: unit, at: now)
            }
            let extra = held.extra.filter { unit.zone.date(at: $0.start) == date }
            lines += shifts
            guard shifts.isEmpty || !extra.isEmpty else { continue }
            lines.append(
                pages.line(
                    member, nil, nil, extra, told[member.id] ?? [], handedOver: nil, mayEnter: mayEnter, names: names,
                    in: unit, at: now))
        }
        let units = (tree.root.map { [$0] + tree.units(below: $0) } ?? []).filter {
            (try? visit.caller.permit(ReadAttendance.self, on: $0)) != nil
        }.compactMap { tree[$0] }
        let alarms = try await store.alarms(in: unit.id, since: now, for: visit.caller).filter {
            $0.alarm.state == .open
        }
        .map { stored in
            RotaPage.Link(
                address: "/alarms/\(stored.alarm.id)",
                name: "\(names[stored.alarm.person] ?? stored.alarm.person.rawValue): \(stored.alarm.shift), "
                    + pages.language.day(stored.alarm.date), isHere: false)
        }
        let presses = try await store.notablePresses(
            in: unit.id, over: Self.interval(date...date, in: unit.zone), for: visit.caller)
        // People of the units below press at this one's stations, too.
        var pressing = names
        for below in tree.units(below: unit.id) where presses.contains(where: { pressing[$0.press.person] == nil }) {
            for member in try await store.crew(of: below, on: date, for: visit.caller) {
                pressing[member.id] = member.name
            }
        }
        return pages.attendancePage(
            unit, units, date, lines, try await foreseen(in: unit.id), alarms: alarms,
            presses: presses.map { pages.words(for: $0, named: pressing[$0.press.person], in: unit.zone) },
            refusal: refusal, form: door.formToken(for: visit))
    }

    private func mayEnter(_ person: PersonID, in unit: CrewUnit, _ visit: Visit) async throws -> Bool {
        do {
            try await store.checkMayEnterAttendance(of: person, in: unit.id, for: visit.caller)
            return true
        } catch is Refusal {
            return false
        }
    }

    private func ownHoursPage(_ own: ToldShifts, from first: CalendarDate, _ visit: Visit) async throws -> String {
        let (year, month, _) = first.components
        let last = first.advanced(by: CalendarDate.days(inMonth: month, of: year) - 1)
        let zone = own.zone
        let events = try await store.ownAttendance(over: Self.interval(first...last, in: zone), for: visit.caller)
        let shifts = own.shifts.shifts.filter { (first.advanced(by: -2)...last.advanced(by: 2)).contains($0.date) }
        let held = Attendance(events).held(
            against: shifts.map { AttendedShift.Plan(date: $0.date, start: $0.start, end: $0.end) },
            at: surroundings.now())
        return pages.ownHoursPage(
            from: first, to: last, held.shifts.filter { (first...last).contains($0.plan.date) },
            extra: held.extra.filter { (first...last).contains(zone.date(at: $0.start)) },
            shifts, of: own.units(in: first...last), in: zone, at: surroundings.now())
    }
}

extension DatedRota {
    /// Its shifts on dates, with their hours.
    func plannedShifts(on dates: ClosedRange<CalendarDate>) -> [PlannedShift] {
        let times = ShiftTimes(problem)
        let days = dates.compactMap(problem.day)
        return problem.personIndices.flatMap { person in
            days.compactMap { day in
                rota[person, day].shift.map { shift in
                    PlannedShift(
                        person: problem[person].id, type: problem[shift],
                        plan: AttendedShift.Plan(
                            date: problem.date(of: day), start: times.start(of: shift, on: day),
                            end: times.end(of: shift, on: day)))
                }
            }
        }
    }
}
