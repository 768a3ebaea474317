internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Months of hours: signed by the person and by a lead, and the record of hours of rest.
    func addMonthHours(to routes: inout Routes) {
        routes.get("/me/hours/sheet", asks: [ReadSchedule.self]) { visit, request, _ in
            let (unit, month) = try await self.ownMonth(request, visit)
            return .html(try await self.ownSheetPage(unit, month, visit))
        }
        routes.post("/me/hours/sign", asks: [SignHours.self, ReadSchedule.self]) { visit, request, _ in
            try await self.store.checkOwn(SignHours.self, for: visit.caller)
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            let unit = try await self.ownUnit(form.text("unit"), visit)
            let month = try Self.month(form.text("month"))
            do {
                try await self.sign(form.text("fingerprint"), of: month, in: unit, visit)
                return .see("\(Self.ownSheetAddress(unit))month=\(month.description.prefix(7))")
            } catch let problem as ServerProblem where Self.isNotSigned(problem) {
                return .html(
                    try await self.ownSheetPage(unit, month, visit, refusal: problem.detail), status: problem.status)
            }
        }
        routes.get("/attendance/month", asks: [ReadUnit.self, ReadRota.self, ReadAttendance.self, ReadCrew.self]) {
            visit, request, _ in
            let unit = try await self.unit(visit, request).unit
            try await self.store.check(ReadAttendance.self, on: unit.id, for: visit.caller)
            return .html(try await self.monthPage(unit, try self.month(request, in: unit.zone), visit))
        }
        routes.get(
            "/crew/:person/hours", asks: [ReadUnit.self, ReadRota.self, ReadAttendance.self, ReadCrew.self]
        ) { visit, request, context in
            let person = try Self.person(in: context)
            let unit = try await self.unit(visit, request).unit
            try await self.store.check(ReadAttendance.self, on: unit.id, for: visit.caller)
            return .html(
                try await self.sheetPage(of: person, unit, try self.month(request, in: unit.zone), visit))
        }
        routes.post(
            "/crew/:person/hours",
            asks: [CountersignHours.self, ReadUnit.self, ReadRota.self, ReadAttendance.self, ReadCrew.self]
        ) { visit, request, context in
            let person = try Self.person(in: context)
            try await self.store.checkMayCountersign(hoursOf: person, for: visit.caller)
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            let named = UnitID(form.text("unit"))
            try await self.store.checkMayCountersign(hoursOf: person, in: named, for: visit.caller)
            try await self.store.check(ReadAttendance.self, on: named, for: visit.caller)
            guard let unit = try await self.store.unitTree(for: visit.caller)[named] else { throw Refusal.hidden }
            let month = try Self.month(form.text("month"))
            do {
                try await self.countersign(form.text("fingerprint"), of: person, month, in: unit, visit)
                return .see(
                    "\(self.pages.sheetAddress(of: person, unit))month=\(month.description.prefix(7))")
            } catch let problem as ServerProblem where Self.isNotSigned(problem) {
                return .html(
                    try await self.sheetPage(of: person, unit, month, visit, refusal: problem.detail),
                    status: problem.status)
            }
        }
        routes.get("/me/rest", asks: [ReadSchedule.self, ReadPerson.self]) { visit, request, _ in
            .html(try await self.ownRestPage(visit, request))
        }
        routes.get(
            "/crew/:person/rest", asks: [ReadUnit.self, ReadRota.self, ReadAttendance.self, ReadCrew.self]
        ) { visit, request, context in
            let person = try Self.person(in: context)
            let unit = try await self.unit(visit, request).unit
            try await self.store.check(ReadAttendance.self, on: unit.id, for: visit.caller)
            let month = try self.month(request, in: unit.zone)
            let member = try await self.member(person, of: unit, in: month, visit)
            let (record, isWatchkeeper) = try await self.restRecord(of: person, in: unit, month)
            return .html(
                self.pages.restRecordPage(
                    record, of: member, in: unit, month: month, isWatchkeeper: isWatchkeeper,
                    address: "\(self.pages.cardAddress(person))/rest?unit=\(LocalAddress.inQuery(unit.id.rawValue))&",
                    back: Self.monthAddress(unit, month), now: self.surroundings.now()))
        }
    }

    // MARK: What is asked for

    /// The first date of a month that is written like `2026-01`.
    static func month(_ text: String) throws(ServerProblem) -> CalendarDate {
        guard let first = CalendarDate("\(text)-01") else {
            throw .badValue("month", text, expected: "a month such as 2026-01")
        }
        return first
    }

    /// The month that an address names; without one, the one that it is now.
    func month(_ request: Request, in zone: Zone) throws(ServerProblem) -> CalendarDate {
        try Self.month(request.uri.queryParameters.get("month") ?? String(today(in: zone).description.prefix(7)))
    }

    /// One of the visitor's units.
    ///
    /// - Throws: `ServerProblem` if it is none, and never was; whether there is such a unit makes no difference.
    func ownUnit(_ id: String, _ visit: Visit) async throws -> CrewUnit {
        try await store.checkOwn(ReadSchedule.self, for: visit.caller)
        let job = try await store.entrance.admit(.hours, at: surroundings.now())
        guard visit.person.memberships.contains(where: { $0.id.rawValue == id }),
            let unit = try await store.unitTree(for: job)[UnitID(id)]
        else { throw ServerProblem.badValue("unit", id, expected: "one of your units") }
        return unit
    }

    /// The visitor's unit that an address names, or else their newest, and the month.
    private func ownMonth(_ request: Request, _ visit: Visit) async throws -> (CrewUnit, CalendarDate) {
        let named = request.uri.queryParameters.get("unit")
        let unit = try await ownUnit(named ?? visit.person.memberships.last?.id.rawValue ?? "", visit)
        return (unit, try month(request, in: unit.zone))
    }

    static func ownSheetAddress(_ unit: CrewUnit) -> String {
        "/me/hours/sheet?unit=\(LocalAddress.inQuery(unit.id.rawValue))&"
    }

    static func monthAddress(_ unit: CrewUnit, _ month: CalendarDate) -> String {
        "/attendance/month?unit=\(LocalAddress.inQuery(unit.id.rawValue))&month=\(month.description.prefix(7))"
    }

    // MARK: Sheets

    /// What people were to work and have worked in a unit in a month. Ask first whether the visitor may see it.
    ///
    /// - Parameter month: its first date.
    func sheets(
        of people: [PersonID], in unit: CrewUnit, _ month: CalendarDate
    ) async throws -> [PersonID: MonthSheet] {
        let now = surroundings.now()
        let job = try await store.entrance.admit(.hours, at: now)
        let dates = MonthSheet.dates(of: month)
        let planned = try await plannedShifts(
            in: unit.id, over: dates.lowerBound.advanced(by: -2)...dates.upperBound.advanced(by: 2), for: job)
        let events = try await store.attendance(
            in: unit.id, over: Self.interval(dates, in: unit.zone), for: job)
        let plans = Dictionary(grouping: planned, by: \.person)
        let told = Dictionary(grouping: events, by: \.person)
        var sheets: [PersonID: MonthSheet] = [:]
        for person in people {
            let held = Attendance(told[person] ?? []).held(against: (plans[person] ?? []).map(\.plan), at: now)
            sheets[person] = MonthSheet(
                of: person, in: unit.id, month: month, shifts: held.shifts, extra: held.extra, zone: unit.zone)
        }
        return sheets
    }

    func sheet(of person: PersonID, in unit: CrewUnit, _ month: CalendarDate) async throws -> MonthSheet {
        guard let sheet = try await sheets(of: [person], in: unit, month)[person] else {
            preconditionFailure("There is a sheet of everybody who is asked for.")
        }
        return sheet
    }

    private static let unsigned = "not-signed"

    static func isNotSigned(_ problem: ServerProblem) -> Bool { problem.code == unsigned }

    /// - Throws: `ServerProblem` if the month is not over, or the sheet is another one than was seen.
    private func check(_ fingerprint: String, _ sheet: MonthSheet, in unit: CrewUnit) throws {
        guard MonthSheet.dates(of: sheet.month).upperBound < today(in: unit.zone) else {
            throw ServerProblem.refused(Self.unsigned, pages.language[.sheetNotOver], status: .conflict)
        }
        guard "\(sheet.fingerprint)" == fingerprint else {
            throw ServerProblem.refused(Self.unsigned, pages.language[.sheetChanged], status: .conflict)
        }
    }

    /// The visitor signs their own hours.
    ///
    /// - Parameter fingerprint: of the sheet as they have seen it.
    @discardableResult
    func sign(
        _ fingerprint: String, of month: CalendarDate, in unit: CrewUnit, in store: Store? = nil, _ visit: Visit
    ) async throws -> HoursSignatureID {
        let sheet = try await sheet(of: visit.person.id, in: unit, month)
        try check(fingerprint, sheet, in: unit)
        return try await (store ?? self.store).signHours(
            in: unit.id, of: month, as: sheet.fingerprint, for: visit.caller, at: surroundings.now())
    }

    /// The visitor signs somebody's hours after them.
    @discardableResult
    func countersign(
        _ fingerprint: String, of person: PersonID, _ month: CalendarDate, in unit: CrewUnit, in store: Store? = nil,
        _ visit: Visit
    ) async throws -> HoursSignatureID {
        let sheet = try await sheet(of: person, in: unit, month)
        try check(fingerprint, sheet, in: unit)
        do {
            return try await (store ?? self.store).countersignHours(
                of: person, in: unit.id, of: month, as: sheet.fingerprint, for: visit.caller, at: surroundings.now())
        } catch let error as StoreError where error.code == .unusableEntry {
            throw ServerProblem.refused(Self.unsigned, error.message, status: .conflict)
        }
    }

    // MARK: Pages

    private func ownSheetPage(
        _ unit: CrewUnit, _ month: CalendarDate, _ visit: Visit, refusal: String? = nil
    ) async throws -> String {
        let me = visit.person.id
        let sheet = try await sheet(of: me, in: unit, month)
        let signatures = try await store.ownHoursSignatures(of: month, for: visit.caller).filter { $0.unit == unit.id }
        let state = SignedState(signatures, under: sheet)
        let maySign = MonthSheet.dates(of: month).upperBound < today(in: unit.zone) && !state.holds(.person)
        return pages.hoursSheetPage(
            sheet, state, of: visit.person.name, in: unit, address: Self.ownSheetAddress(unit),
            back: "/me/hours?month=\(month.description.prefix(7))",
            signing: maySign ? .person : nil, refusal: refusal, form: door.formToken(for: visit),
            now: surroundings.now())
    }

    private func sheetPage(
        of person: PersonID, _ unit: CrewUnit, _ month: CalendarDate, _ visit: Visit, refusal: String? = nil
    ) async throws -> String {
        let member = try await member(person, of: unit, in: month, visit)
        let sheet = try await sheet(of: person, in: unit, month)
        let signatures = try await store.hoursSignatures(in: unit.id, of: month, for: visit.caller)
            .filter { $0.person == person }
        let state = SignedState(signatures, under: sheet)
        let maySign = try await mayCountersign(person, in: unit, visit) && state.holds(.person) && !state.holds(.lead)
        return pages.hoursSheetPage(
            sheet, state, of: member.name, in: unit,
            address: pages.sheetAddress(of: person, unit), back: Self.monthAddress(unit, month),
            signing: maySign ? .lead : nil, refusal: refusal, form: door.formToken(for: visit), now: surroundings.now())
    }

    /// Somebody who belonged to a unit in a month, also if they have moved since.
    private func member(
        _ person: PersonID, of unit: CrewUnit, in month: CalendarDate, _ visit: Visit
    ) async throws -> CrewMember {
        let crew = try await store.crew(of: unit.id, over: MonthSheet.dates(of: month), for: visit.caller)
        guard let member = crew.first(where: { $0.id == person }) else { throw Refusal.hidden }
        return member
    }

    private func mayCountersign(_ person: PersonID, in unit: CrewUnit, _ visit: Visit) async throws -> Bool {
        do {
            try await store.checkMayCountersign(hoursOf: person, in: unit.id, for: visit.caller)
            return true
        } catch is Refusal {
            return false
        }
    }

    /// Everybody of a unit with their hours of a month and who has signed them.
    private func monthPage(_ unit: CrewUnit, _ month: CalendarDate, _ visit: Visit) async throws -> String {
        let language = pages.language
        let dates = MonthSheet.dates(of: month)
        let crew = try await store.crew(of: unit.id, over: dates, for: visit.caller)
        let sheets = try await sheets(of: crew.map(\.id), in: unit, month)
        let signatures = Dictionary(
            grouping: try await store.hoursSignatures(in: unit.id, of: month, for: visit.caller), by: \.person)
        let lines = crew.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.compactMap { member in
            sheets[member.id].map { sheet -> AskingPage.Line in
                let state = SignedState(signatures[member.id] ?? [], under: sheet)
                let phrase: Phrase =
                    state.isStale(.person) || state.isStale(.lead)
                    ? .monthStale : state.holds(.lead) ? .monthSigned : state.holds(.person) ? .monthToSign : .monthOpen
                return AskingPage.Line(
                    words: member.name,
                    note: language.text(
                        .monthHours,
                        [
                            "planned": pages.hoursAndMinutes(sheet.planned),
                            "worked": pages.hoursAndMinutes(sheet.worked), "state": language[phrase],
                        ]),
                    link: AskingPage.Link(
                        address: "\(pages.sheetAddress(of: member.id, unit))month=\(month.description.prefix(7))",
                        name: language[.sheetShow], label: "\(language[.sheetShow]): \(member.name)"))
            }
        }
        func link(_ date: CalendarDate, _ phrase: Phrase) -> RotaPage.Link {
            RotaPage.Link(address: Self.monthAddress(unit, date), name: language[phrase], isHere: false)
        }
        return pages.askingPage(
            AskingPage(
                title: language.text(.monthHoursTitle, ["unit": unit.name, "month": pages.monthName(month)]),
                intro: language[.monthHoursIntro],
                sections: [
                    AskingPage.Section(
                        id: "people", title: language[.people], empty: lines.isEmpty ? language[.crewNone] : nil,
                        lines: lines)
                ],
                links: [
                    link(dates.lowerBound.advanced(by: -1), .monthBefore),
                    link(dates.upperBound.advanced(by: 1), .monthAfter),
                    RotaPage.Link(
                        address: Self.attendanceAddress(unit, min(dates.upperBound, today(in: unit.zone))),
                        name: language[.attendance], isHere: false),
                ]), place: .rota, form: nil)
    }

    // MARK: Hours of rest at sea

    /// A month's hours of rest, and whether shifts were planned for the person in it.
    ///
    /// - Parameter unit: whose hours count; nil: all hours there are, by that unit's clock.
    func restRecord(
        of person: PersonID, in unit: CrewUnit, everywhere: Bool = false, _ month: CalendarDate
    ) async throws -> (record: RestRecord, isWatchkeeper: Bool) {
        let now = surroundings.now()
        let job = try await store.entrance.admit(.hours, at: now)
        let dates = MonthSheet.dates(of: month)
        let interval = Self.interval(dates.lowerBound.advanced(by: -8)...dates.upperBound, in: unit.zone)
        let events = try await store.attendance(of: [person], over: interval, for: job)
            .filter { everywhere || $0.unit == unit.id }
        let stints = Dictionary(grouping: events, by: \.unit).values.flatMap { Attendance($0).stints }
        let longest = Duration.minutes(Attendance.longest.value)
        let work = stints.map { stint in
            stint.start..<max(stint.start, stint.end ?? min(now, stint.start.adding(longest)))
        }
        let isPlanned = try await plannedShifts(in: unit.id, over: dates, for: job).contains { $0.person == person }
        return (RestRecord(over: dates, work: work, in: unit.zone, at: now), isPlanned)
    }

    private func ownRestPage(_ visit: Visit, _ request: Request) async throws -> String {
        try await store.checkOwn(ReadPerson.self, for: visit.caller)
        let (unit, month) = try await ownMonth(request, visit)
        let (record, isWatchkeeper) = try await restRecord(
            of: visit.person.id, in: unit, everywhere: true, month)
        let member = try await store.person(visit.person.id, on: month, for: visit.caller)
        return pages.restRecordPage(
            record, of: member, in: unit, month: month, isWatchkeeper: isWatchkeeper,
            address: "/me/rest?unit=\(LocalAddress.inQuery(unit.id.rawValue))&",
            back: "/me/hours?month=\(month.description.prefix(7))", now: surroundings.now())
    }
}

extension PageRenderer {
    func sheetAddress(of person: PersonID, _ unit: CrewUnit) -> String {
        "\(cardAddress(person))/hours?unit=\(LocalAddress.inQuery(unit.id.rawValue))&"
    }
}
