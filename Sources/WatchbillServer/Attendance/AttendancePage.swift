internal import CrewRecords
internal import RotaModel
internal import WatchbillStore

/// Who was planned on a date and who was on watch, for leads.
struct AttendancePage: Sendable {
    struct Line: Sendable {
        let name: String
        let chip: String?
        let letter: String
        /// When it was planned; nil: not at all.
        let planned: String?
        let worked: String
        /// Early, late, left early, overtime, and how long the hand-over was; nil: as planned.
        let note: String?
        /// What was told, one after the other.
        let history: [String]
        let hasHistory: Bool
        let on: String
        let off: String
        let onID: String
        let offID: String
        let isTold: Bool
        /// Whether the visitor may write it down.
        let mayEnter: Bool
        /// Where that goes.
        let action: String
    }

    let title: String
    let refusal: String?
    let unit: String
    let units: [RotaPage.Choice]
    let hasUnits: Bool
    let date: String
    let lines: [Line]
    let others: [Line]
    let hasOthers: Bool
    /// Who is missing, and what to do.
    let alarms: [RotaPage.Link]
    let hasAlarms: Bool
    /// What was pressed at a station and not taken as it stands.
    let presses: [String]
    let hasPresses: Bool
    /// Whoever will not be rested for a shift to come.
    let unrested: [AskingPage.Line]
    let hasUnrested: Bool
    let days: [RotaPage.Link]
}

extension PageRenderer {
    func attendancePage(
        _ unit: CrewUnit, _ units: [CrewUnit], _ date: CalendarDate, _ lines: [AttendancePage.Line],
        _ unrested: [ForeseenShift], alarms: [RotaPage.Link], presses: [String], refusal: String?, form: String?
    ) -> String {
        let planned = lines.filter { $0.planned != nil || $0.isTold }
        let others = lines.filter { $0.planned == nil && !$0.isTold }
        func day(_ days: Int, _ phrase: Phrase) -> RotaPage.Link {
            RotaPage.Link(
                address: Installation.attendanceAddress(unit, date.advanced(by: days)), name: language[phrase],
                isHere: false)
        }
        let title = language.text(.attendTitle, ["unit": unit.name, "day": language.day(date)])
        var frame = frame(.rota, title: title, problem: nil, style: "text")
        frame.form = form
        frame.unit = unit.name
        let month = RotaPage.Link(
            address: Installation.monthAddress(unit, date), name: language[.sheetShow], isHere: false)
        let warnings = unrested.map { shift in
            let words = words(for: shift, isOwn: false)
            return AskingPage.Line(
                chip: "s\(shift.type.colour)", letter: shift.type.id.rawValue, words: words,
                link: AskingPage.Link(
                    address: coverAddress(shift), name: language[.coverFind], label: "\(language[.coverFind]): \(words)"
                ))
        }
        return render(
            "attendance",
            AttendancePage(
                title: title, refusal: refusal, unit: unit.id.rawValue,
                units: units.map { RotaPage.Choice(value: $0.id.rawValue, name: $0.name, isChosen: $0.id == unit.id) },
                hasUnits: units.count > 1, date: date.description, lines: planned, others: others,
                hasOthers: !others.isEmpty, alarms: alarms, hasAlarms: !alarms.isEmpty, presses: presses,
                hasPresses: !presses.isEmpty, unrested: warnings, hasUnrested: !warnings.isEmpty,
                days: [
                    day(-1, .attendBefore), day(1, .attendAfter),
                    RotaPage.Link(
                        address: Installation.watchAddress(unit), name: language[.watchTitleShort], isHere: false),
                    month,
                ]), frame: frame)
    }

    /// One shift of somebody, or what they worked besides shifts.
    ///
    /// - Parameter handedOver: for how long together with those who relieved them; negative: so long before these came.
    func line(
        _ member: CrewMember, _ type: ShiftType?, _ plan: AttendedShift.Plan?, _ stints: [Stint],
        _ events: [AttendanceEvent], handedOver: Minutes?, mayEnter: Bool, names: [PersonID: String], in unit: CrewUnit,
        at now: Instant
    ) -> AttendancePage.Line {
        let zone = unit.zone
        let shift = plan.map { AttendedShift(plan: $0, stints: stints) }
        // What was told of these stints, and what corrected it.
        var ids = Set(stints.flatMap { [$0.on.id, $0.off?.id].compactMap(\.self) })
        for event in events.reversed() where ids.contains(event.id) {
            if let replaced = event.replaces { ids.insert(replaced) }
        }
        let history = events.filter { ids.contains($0.id) }.map { event in
            language.text(
                event.note == nil ? .attendTold : .attendToldWhy,
                [
                    "what": language[event.isTakenBack ? .attendTakenBack : event.kind.phrase],
                    "time": language.moment(event.at, in: zone),
                    "by": names[event.enteredBy] ?? event.enteredBy.rawValue,
                    "at": language.moment(event.enteredAt, in: zone), "why": event.note ?? "",
                ])
        }
        return AttendancePage.Line(
            name: member.name, chip: type.map { "s\($0.colour)" },
            letter: type?.id.rawValue ?? "",
            planned: plan.flatMap { plan in type.map { language.times(of: $0, on: plan.date, in: zone) } },
            worked: words(stints, of: plan, in: zone, at: now), note: shift.flatMap { note($0, handedOver) },
            history: history, hasHistory: !history.isEmpty,
            on: stints.first.map { Self.field($0.start, in: zone) } ?? "",
            off: stints.last?.end.map { Self.field($0, in: zone) } ?? "",
            onID: stints.first.map { "\($0.on.id)" } ?? "", offID: stints.last?.off.map { "\($0.id)" } ?? "",
            isTold: !stints.isEmpty,
            // What is still to come cannot be told.
            mayEnter: mayEnter && (plan.map { $0.start <= now } ?? true || !stints.isEmpty),
            action: "\(cardAddress(member.id))/attendance?unit=\(LocalAddress.inQuery(unit.id.rawValue))")
    }

    /// `07:04 – 15:10, 7 h 46 min`.
    private func words(
        _ stints: [Stint], of plan: AttendedShift.Plan?, in zone: Zone, at now: Instant
    ) -> String {
        guard !stints.isEmpty else {
            return language[plan.map { $0.start <= now } ?? true ? .attendUntold : .attendToCome]
        }
        let parts = stints.map { stint in
            stint.end.map { end in
                language.text(.crossingTimes, ["start": clock(stint.start, in: zone), "end": clock(end, in: zone)])
            } ?? language.text(.attendSince, ["time": clock(stint.start, in: zone)])
        }
        let sum = stints.workedMinutes.map { [hoursAndMinutes($0)] } ?? []
        let paused = stints.reduce(0) { $0 + $1.paused } / 60
        let breaks =
            paused > 0 ? [language.text(.attendBreaks, ["time": hoursAndMinutes(Minutes(paused))])] : []
        return (parts + sum + breaks).joined(separator: ", ")
    }

    /// How it was otherwise than planned.
    private func note(_ shift: AttendedShift, _ handedOver: Minutes? = nil) -> String? {
        let differences: [(Minutes?, Phrase, Phrase)] = [
            (shift.delay, .attendLate, .attendEarly), (shift.overtime, .attendOvertime, .attendLeftEarly),
            (handedOver, .attendHandover, .attendNoHandover),
        ]
        let notes = differences.compactMap { minutes, more, less -> String? in
            guard let minutes, minutes.value != 0 else { return nil }
            return language.text(
                minutes.value > 0 ? more : less, ["time": hoursAndMinutes(Minutes(abs(minutes.value)))])
        }
        return notes.isEmpty ? nil : notes.joined(separator: ", ")
    }

    private func clock(_ instant: Instant, in zone: Zone) -> String { wallClock(instant, in: zone) }

    /// What was pressed, when, and why it does not stand as it was pressed.
    func words(for stored: StoredPress, named name: String?, in zone: Zone) -> String {
        let why: Phrase? =
            switch stored.verdict {
            case .wrongCode: .pressWrongCode
            case .slowed: .pressSlowed
            case .unknown: .pressUnknown
            case .tooOld: .pressTooOld
            case .taken, .nothing, .pending: nil
            }
        let doubt = stored.doubt.map { Minutes($0 / 60) } ?? .zero
        let note =
            why.map { language[$0] } ?? language.text(.pressDoubtful, ["time": hoursAndMinutes(doubt)])
        return language.text(
            .pressLine,
            [
                "name": name ?? stored.press.person.rawValue, "what": language[stored.press.kind.phrase],
                "time": language.moment(stored.at, in: zone), "why": note,
            ])
    }

    // MARK: One's own

    func ownHoursPage(
        from first: CalendarDate, to last: CalendarDate, _ held: [AttendedShift], extra: [Stint],
        _ shifts: [OwnShift], of units: [CrewUnit], in zone: Zone, at now: Instant
    ) -> String {
        let (year, month, _) = first.components
        let lines = held.map { shift -> AskingPage.Line in
            let type = shifts.first { $0.start == shift.plan.start && $0.date == shift.plan.date }?.type
            let times = type.map { language.times(of: $0, on: shift.plan.date, in: zone) } ?? ""
            return AskingPage.Line(
                chip: type.map { "s\($0.colour)" }, letter: type?.id.rawValue ?? "",
                words: "\(language.day(shift.plan.date)) \(times)",
                note: [words(shift.stints, of: shift.plan, in: zone, at: now), note(shift)]
                    .compactMap(\.self).joined(separator: "; "))
        }
        let besides = extra.map { stint in
            AskingPage.Line(
                words: language.day(zone.date(at: stint.start)), note: words([stint], of: nil, in: zone, at: now))
        }
        let planned = held.reduce(0) { $0 + $1.plan.end.minutes(since: $1.plan.start).value }
        let worked = (held.flatMap(\.stints) + extra).compactMap(\.minutes).reduce(0) { $0 + $1.value }
        let name = language.text(.monthName, ["month": language.months[month - 1], "year": "\(year)"])
        func link(_ date: CalendarDate, _ phrase: Phrase) -> RotaPage.Link {
            RotaPage.Link(
                address: "/me/hours?month=\(date.description.prefix(7))", name: language[phrase], isHere: false)
        }
        let sheets = units.flatMap { unit -> [RotaPage.Link] in
            let query = "unit=\(LocalAddress.inQuery(unit.id.rawValue))&month=\(first.description.prefix(7))"
            let name = units.count > 1 ? " · \(unit.name)" : ""
            return [
                RotaPage.Link(address: "/me/hours/sheet?\(query)", name: language[.sheetShow] + name, isHere: false),
                RotaPage.Link(address: "/me/rest?\(query)", name: language[.restRecordLink] + name, isHere: false),
            ]
        }
        return askingPage(
            AskingPage(
                title: language.text(.ownHours, ["month": name]), refusal: nil,
                intro: language.text(
                    .ownHoursSum,
                    ["planned": hoursAndMinutes(Minutes(planned)), "worked": hoursAndMinutes(Minutes(worked))]),
                sections: [
                    AskingPage.Section(
                        id: "hours", title: language[.ownHoursShifts],
                        empty: lines.isEmpty ? language[.ownHoursNone] : nil, lines: lines),
                    AskingPage.Section(id: "extra", title: language[.ownHoursExtra], lines: besides),
                ].filter { !$0.lines.isEmpty || $0.empty != nil },
                links: [
                    link(first.advanced(by: -1), .monthBefore), link(last.advanced(by: 1), .monthAfter),
                    RotaPage.Link(
                        address: "/me/shifts?month=\(first.description.prefix(7))", name: language[.myMonth],
                        isHere: false),
                ]
                    + sheets), form: nil)
    }
}

extension AttendanceEvent.Kind {
    var phrase: Phrase {
        switch self {
        case .on: .attendOn
        case .off: .attendOff
        case .pause: .attendPause
        case .resume: .attendResume
        }
    }
}
