internal import CrewMessages
internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import RotaModel
internal import RotaRules
internal import WatchbillStore

extension Installation {
    /// Who has not come, and what the lead does about it.
    func addAlarms(to routes: inout Routes) {
        routes.get(
            "/alarms/:alarm", asks: [ReadAttendance.self, ReadUnit.self],
            also: [ReadCrew.self, PublishRota.self, ReadDrafts.self, ReadRota.self]
        ) { visit, _, context in
            .html(try await self.alarmPage(try await self.alarm(context, visit), visit))
        }
        routes.post(
            "/alarms/:alarm/cover", asks: [ReadAttendance.self, PublishRota.self, ReadRota.self, ReadDrafts.self]
        ) { visit, request, context in
            let stored = try await self.alarm(context, visit)
            try await self.store.check(PublishRota.self, on: stored.alarm.unit, for: visit.caller)
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            do {
                let first = form.text("first")
                let call = try await self.startCover(
                    for: stored, first: first.isEmpty ? nil : PersonID(first), visit)
                return .see("/cover/\(call)")
            } catch let fault as FormFault {
                return .html(
                    try await self.alarmPage(stored, visit, refusal: fault.message), status: .unprocessableContent)
            } catch let error as StoreError where error.code == .tooMany {
                return .html(try await self.alarmPage(stored, visit, refusal: error.message), status: .conflict)
            }
        }
        routes.post("/alarms/:alarm/away", asks: [ReadAttendance.self, PublishRota.self]) { visit, request, context in
            let stored = try await self.alarm(context, visit)
            try await self.store.check(PublishRota.self, on: stored.alarm.unit, for: visit.caller)
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            try await self.store.settleAlarm(stored.alarm.id, for: visit.caller, at: self.surroundings.now())
            return .see("/alarms/\(stored.alarm.id)")
        }
    }

    private func alarm(_ context: WebContext, _ visit: Visit) async throws -> StoredAlarm {
        guard let number = Int64(context.parameters.get("alarm") ?? "") else { throw Refusal.hidden }
        return try await store.alarm(AlarmID(number), for: visit.caller)
    }

    /// Asks people to take what is left of the shift: as long as it lasts, each five minutes alone.
    func startCover(for stored: StoredAlarm, first: PersonID?, _ visit: Visit) async throws -> CoverCallID {
        let alarm = stored.alarm
        let left = alarm.end.minutes(since: surroundings.now()).value
        guard left > 0, [.open, .away].contains(alarm.state) else { throw FormFault(pages.language[.coverBegun]) }
        let call = try await startCover(
            Vacancy(date: alarm.date, shift: alarm.shift, leaver: alarm.person), in: alarm.unit, patience: Minutes(5),
            minutes: min(left, 24 * 60), first: first, visit)
        try await store.noteCover(call, of: alarm.id, for: visit.caller, at: surroundings.now())
        return call
    }

    // MARK: Looking who is missing

    /// Looks who is missing, in units that want to be told. Of several servers each does it; each alarm is raised once.
    func watchJob(logger: Logger) -> RecurringJob<Void> {
        RecurringJob("watch", every: .seconds(5), complaint: "It could not be seen who is missing.", logger: logger) {
            try await self.lookForMissing()
        }
    }

    /// - Returns: how many alarms were raised.
    @discardableResult
    package func lookForMissing() async throws -> Int {
        let now = surroundings.now()
        let job = try await store.entrance.admit(.watch, at: now)
        try await store.endAlarms(for: job, at: now)
        var raised = 0
        var fault: (any Error)?
        for (unit, grace) in try await store.graces(for: job).sorted(by: { $0.key < $1.key }) {
            do {
                let missing = try await missing(in: unit, after: grace, for: job, at: now)
                guard !missing.alarms.isEmpty else { continue }
                let new = try await store.raise(missing.alarms, for: job, at: now)
                raised += new.count
                for person in Set(missing.alarms.flatMap(\.toldTo)) where !new.isEmpty { messageBell.ring(person) }
                fault = fault ?? missing.fault
            } catch {
                // One unit's must not keep the others from being told.
                fault = fault ?? error
            }
        }
        if let fault { throw fault }
        return raised
    }

    /// Whose shift began longer ago than that and has not ended, who was not on watch since, and of whom nobody was told yet.
    ///
    /// - Returns: and what kept it from being said who could take a shift, which keeps nobody from being told that somebody is
    ///   missing.
    private func missing(
        in unit: UnitID, after grace: Minutes, for job: Caller, at now: Instant
    ) async throws -> (alarms: [NewAlarm], fault: (any Error)?) {
        let nobody: (alarms: [NewAlarm], fault: (any Error)?) = ([], nil)
        guard let place = try await store.unitTree(for: job)[unit] else { return nobody }
        let today = place.zone.date(at: now)
        let begun = try await plannedShifts(in: unit, over: today.advanced(by: -1)...today, for: job).filter {
            $0.plan.start.adding(.minutes(grace.value)) <= now && now < $0.plan.end
        }
        guard !begun.isEmpty, let earliest = begun.map(\.plan.start).min() else { return nobody }
        let told = Dictionary(
            grouping: try await store.attendance(in: unit, over: earliest...now, for: job).filter { $0.at <= now },
            by: \.person)
        let absent = begun.filter { !Attendance(told[$0.person] ?? []).covers($0.plan.start, until: now) }
        let raised = try await store.alarms(in: unit, since: earliest, for: job).map(\.alarm)
        var gone: [PlannedShift] = []
        for shift in absent
        where !raised.contains(where: { $0.person == shift.person && $0.start == shift.plan.start }) {
            // Whoever was given it after it began has as long from then on.
            if try await since(shift, in: unit, for: job).adding(.minutes(grace.value)) <= now { gone.append(shift) }
        }
        guard !gone.isEmpty else { return nobody }
        // Whoever is missing hears of nothing, also if that was told before: then all who lead the unit are told.
        let away = Set(absent.map(\.person))
        var leads = try await people(of: .leadOnWatch(unit), at: now, for: job).filter { !away.contains($0) }
        if leads.isEmpty {
            let all = try await store.roles(in: unit, for: job).map(\.grant)
                .filter { $0.role == .lead && $0.term.contains(now) }.map(\.person)
            leads = all.filter { !away.contains($0) }
            if leads.isEmpty { leads = all }
        }
        let names = try await store.missingNames(gone.map(\.person), in: unit, for: job, at: now)
        var (alarms, fault) = nobody
        for shift in gone {
            var repairs: String?
            // Of many at once it is more likely the station that nobody went to; and it must not take long to tell.
            if gone.count <= Self.namedRepairs {
                do { repairs = try await self.repairs(of: shift, in: unit) } catch { fault = fault ?? error }
            }
            // Nobody is told of themselves, unless there is nobody else.
            let others = leads.filter { $0 != shift.person }
            let text = pages.language.text(
                .alarmText,
                [
                    "name": names[shift.person] ?? shift.person.rawValue, "shift": shift.type.id.rawValue,
                    "unit": place.name, "time": pages.wallClock(shift.plan.start, in: place.zone),
                    "repairs": repairs ?? pages.language[.alarmTextSee],
                ])
            alarms.append(
                NewAlarm(
                    unit: unit, person: shift.person, date: shift.plan.date, shift: shift.type.id,
                    start: shift.plan.start, end: shift.plan.end, toldTo: others.isEmpty ? leads : others, text: text))
        }
        return (alarms, fault)
    }

    /// Of so many who are missing at once the message names who could take their shifts; and so many.
    private static let namedRepairs = 3

    /// Since when a shift is somebody's that is theirs now: since it began, or since what gave it to them after that was
    /// published. What was published later for other reasons changes nothing.
    private func since(_ shift: PlannedShift, in unit: UnitID, for job: Caller) async throws -> Instant {
        var since = shift.published ?? shift.plan.start
        while since > shift.plan.start,
            let before = try await store.published(
                in: unit, on: shift.plan.date, at: since.adding(.seconds(-1)), for: job),
            DatedRota(before.rota, of: try load(before.problem).problem)
                .plannedShifts(on: shift.plan.date...shift.plan.date)
                .contains(where: { $0.person == shift.person && $0.type.id == shift.type.id })
        { since = before.version.publishedAt }
        return max(since, shift.plan.start)
    }

    /// Who could take what is left of a shift, in a sentence to those who lead the unit: the first three in the fair order.
    ///
    /// - Returns: nil: the rota has changed meanwhile, or the shift has ended.
    private func repairs(of shift: PlannedShift, in unit: UnitID) async throws -> String? {
        let job = try await store.entrance.admit(.hours, at: surroundings.now())
        let vacancy = Vacancy(date: shift.plan.date, shift: shift.type.id, leaver: shift.person)
        do {
            let found = try await candidates(for: vacancy, in: unit, as: job).candidates
            guard !found.isEmpty else { return pages.language[.coverNobody] }
            let names = found.prefix(Self.namedRepairs).map(\.name).joined(separator: ", ")
            return pages.language.text(.alarmTextRepairs, ["names": names])
        } catch is FormFault {
            return nil
        }
    }

    // MARK: The page

    private func alarmPage(_ stored: StoredAlarm, _ visit: Visit, refusal: String? = nil) async throws -> String {
        let (language, alarm, now) = (pages.language, stored.alarm, surroundings.now())
        let unit = try await store.unitTree(for: visit.caller)[alarm.unit]
        let zone = unit?.zone ?? .utc
        let name = try await store.person(
            alarm.person, on: alarm.date, for: visit.caller
        ).name
        let shift = "\(alarm.shift), \(language.day(alarm.date))"
        var sections: [AskingPage.Section] = []
        let mayCover = (try? visit.caller.permit(PublishRota.self, on: alarm.unit)) != nil
        let query = "unit=\(LocalAddress.inQuery(alarm.unit.rawValue))&date=\(alarm.date)"
        var told = refusal
        if [.open, .away].contains(alarm.state), now < alarm.end {
            var isAsked = false
            if let id = stored.cover {
                // Whoever publishes the rota sees any call; to others it is there as long as the alarm is.
                let cover = mayCover ? try await store.cover(id, for: visit.caller) : nil
                switch cover?.call.end {
                case .nobody, .withdrawn: break
                case .awarded, nil: isAsked = true
                }
                sections.append(
                    AskingPage.Section(
                        id: "cover", title: language[.alarmCover],
                        lines: [
                            AskingPage.Line(
                                words: cover.flatMap { $0.call.end == nil ? nil : words(forStateOf: $0) }
                                    ?? language[.alarmCoverBegun],
                                link: AskingPage.Link(
                                    address: "/cover/\(id)", name: language[.coverLook], label: language[.coverLook]))
                        ]))
            }
            if mayCover, !isAsked {
                var lines: [AskingPage.Line] = []
                do {
                    let vacancy = Vacancy(date: alarm.date, shift: alarm.shift, leaver: alarm.person)
                    let found = try await candidates(for: vacancy, in: alarm.unit, visit).candidates
                    lines = found.prefix(8).map { candidate in
                        AskingPage.Line(
                            words: candidate.name, note: words(candidate.carried, candidate.minutes, candidate.cost)
                        ).asking(
                            "/alarms/\(alarm.id)/cover",
                            [FormPage.Hidden(name: "first", value: candidate.person.rawValue)],
                            AskingPage.Button(
                                name: "do", value: "yes", text: language[.alarmAskFirst],
                                label: "\(language[.alarmAskFirst]): \(candidate.name)",
                                isFirst: candidate.person == found.first?.person))
                    }
                } catch let fault as FormFault {
                    told = told ?? fault.message
                }
                sections.append(
                    AskingPage.Section(
                        id: "repairs", title: language[.alarmRepairs],
                        empty: lines.isEmpty ? language[.coverNobody] : nil, lines: lines))
            }
            if mayCover, alarm.state == .open {
                sections.append(
                    AskingPage.Section(
                        id: "known", title: language[.alarmKnown],
                        lines: [
                            AskingPage.Line(words: language.text(.alarmKnownWords, ["name": name])).asking(
                                "/alarms/\(alarm.id)/away", [],
                                AskingPage.Button(
                                    name: "do", value: "yes", text: language[.alarmKnownDo],
                                    label: language[.alarmKnownDo]))
                        ]))
            }
        }
        let state: String =
            switch alarm.state {
            case .open: language.text(.alarmIsOpen, ["time": language.moment(alarm.raised, in: zone)])
            case .present:
                language.text(.alarmIsPresent, ["time": alarm.settled.map { language.moment($0, in: zone) } ?? ""])
            case .away: language.text(.alarmIsAway, ["time": alarm.settled.map { language.moment($0, in: zone) } ?? ""])
            case .over: language[.alarmIsOver]
            }
        let page = AskingPage(
            title: language.text(.alarmTitle, ["name": name, "shift": shift]), refusal: told,
            intro: language.text(
                .alarmIntro,
                [
                    "name": name, "time": language.moment(alarm.start, in: zone), "unit": unit?.name ?? "",
                    "state": state,
                ]), sections: sections,
            links: [
                RotaPage.Link(address: "/attendance?\(query)", name: language[.attendance], isHere: false),
                RotaPage.Link(
                    address: "/messages/new?to=\(LocalAddress.inQuery(alarm.person.rawValue))",
                    name: "\(language[.watchWrite]) \(name)", isHere: false),
                RotaPage.Link(
                    address: "/watch?unit=\(LocalAddress.inQuery(alarm.unit.rawValue))",
                    name: language[.watchTitleShort], isHere: false),
            ])
        return pages.askingPage(page, place: .rota, form: door.formToken(for: visit))
    }
}
