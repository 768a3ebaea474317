import RotaModel

/// What the page that a day begins with shows.
struct TodayPageRequest: Sendable {
    var own: ToldShifts
    /// The watch that is on, or else the next one.
    var next: OwnShift?
    /// Who is on it too.
    var mates: [String]
    var mayReadRota: Bool
    /// Exchanges that the visitor was asked for, and those that they may decide.
    var waiting: (asked: Int, toDecide: Int)
    /// Shifts that the visitor will not be rested for.
    var unrested: [ForeseenShift]
    var now: Instant
}

extension PageRenderer {
    private struct Model: Sendable {
        struct Watch: Sendable {
            let title: String
            let chip: String
            let letter: String
            let when: String
            let until: String
            let with: String?
            let unit: String
            let why: String
        }

        struct Shift: Sendable {
            let chip: String
            let letter: String
            let text: String
            /// Where it can be exchanged; nil: it is past.
            let exchange: String?
            let label: String
        }

        struct Day: Sendable {
            let day: String
            let style: String
            let shifts: [Shift]
            let words: String?
            /// Where it is told why; nil: nothing is published, or one is off.
            var why: String?
        }

        let title: String
        var waiting: [RotaPage.Link] = []
        var unrested: [String] = []
        var watch: Watch?
        var empty: String?
        let daysTitle: String?
        let days: [Day]
        let links: [RotaPage.Link]
    }

    func todayPage(_ request: TodayPageRequest) -> String {
        let own = request.own
        let today = own.zone.date(at: request.now)
        let isNever = own.unit == nil
        let links = [
            ("/me/shifts", Phrase.myMonth, true), ("/me/requests", .askTitle, true),
            ("/me/exchanges", .exchanges, request.mayReadRota), ("/me/away", .askLeave, true),
            ("/me/year", .yearTitle, true), ("/me/calendar", .calendarTitle, true),
            ("/rota", .rota, request.mayReadRota), ("/watch", .watchTitleShort, request.mayReadRota),
        ].filter(\.2)
        let waiting = [
            ("/me/exchanges", Phrase.exchangesWaiting, request.waiting.asked),
            ("/rota/exchanges", .exchangesWaitingToDecide, request.waiting.toDecide),
        ].filter { $0.2 > 0 }
        let model = Model(
            title: language[.placeToday],
            waiting: waiting.map {
                RotaPage.Link(address: $0.0, name: language.text($0.1, ["count": "\($0.2)"]), isHere: false)
            }, unrested: request.unrested.map { words(for: $0, isOwn: true) },
            watch: request.next.map { watch($0, request) },
            empty: isNever ? language[.todayNone] : request.next == nil ? language[.todayFree] : nil,
            daysTitle: isNever ? nil : language[.todayDays],
            days: isNever ? [] : days((0..<14).map { today.advanced(by: $0) }, own, today: today),
            links: links.map { RotaPage.Link(address: $0.0, name: language[$0.1], isHere: false) })
        return render("today", model, frame: ownFrame(model.title, own.unit))
    }

    /// - Parameter printed: of a version and a unit that the shifts are of: where the visitor's own row of it is printed; nil:
    ///   the rota is not theirs to read.
    func monthPage(
        _ own: ToldShifts, from first: CalendarDate, today: CalendarDate,
        printed: (_ version: Int, _ unit: UnitID) -> String?
    ) -> String {
        let (year, month, _) = first.components
        let days = CalendarDate.days(inMonth: month, of: year)
        func link(_ date: CalendarDate, _ phrase: Phrase) -> RotaPage.Link {
            RotaPage.Link(
                address: "/me/shifts?month=\(date.description.prefix(7))", name: language[phrase], isHere: false)
        }
        let model = Model(
            title: language.text(.monthName, ["month": language.months[month - 1], "year": "\(year)"]),
            daysTitle: language[.myMonth],
            days: self.days((0..<days).map { first.advanced(by: $0) }, own, today: today),
            links: [
                link(first.advanced(by: -1), .monthBefore), link(first.advanced(by: days), .monthAfter),
                RotaPage.Link(
                    address: "/me/hours?month=\(first.description.prefix(7))", name: language[.ownHoursLink],
                    isHere: false),
            ]
                + prints(
                    of: own.shifts.shifts.filter { first <= $0.date && $0.date < first.advanced(by: days) }, printed))
        return render("today", model, frame: ownFrame(model.title, own.unit))
    }

    private func prints(
        of shifts: [OwnShift], _ printed: (_ version: Int, _ unit: UnitID) -> String?
    ) -> [RotaPage.Link] {
        var links: [RotaPage.Link] = []
        for shift in shifts {
            guard let address = printed(shift.version, shift.unit.id), !links.contains(where: { $0.address == address })
            else { continue }
            let name = language.text(.monthPrint, ["number": "\(shift.version)", "unit": shift.unit.name])
            links.append(RotaPage.Link(address: address, name: name, isHere: false))
        }
        return links
    }

    func ownFrame(_ title: String, _ unit: CrewUnit?) -> Frame {
        var frame = frame(.today, title: title, problem: nil, style: "text")
        frame.unit = unit?.name
        return frame
    }

    private func watch(_ shift: OwnShift, _ request: TodayPageRequest) -> Model.Watch {
        let isOn = shift.start <= request.now
        let today = shift.unit.zone.date(at: request.now)
        let times = language.times(of: shift.type, on: shift.date, in: shift.unit.zone)
        let left = duration(isOn ? shift.end.minutes(since: request.now) : shift.start.minutes(since: request.now))
        return Model.Watch(
            title: language[isOn ? .todayOn : .todayNext], chip: "s\(shift.type.colour)",
            letter: shift.type.id.rawValue, when: "\(day(of: shift, today: today)) \(times)",
            until: language.text(isOn ? .endsIn : .inTime, ["time": left]),
            with: request.mates.isEmpty
                ? nil : language.text(.with, ["names": request.mates.joined(separator: ", ")]),
            unit: "\(shift.type.name) · \(shift.unit.name)", why: Self.whyAddress(shift.date))
    }

    private static func whyAddress(_ date: CalendarDate) -> String { "/me/why?day=\(date)" }

    /// `Tonight`, `Today`, `Tomorrow`, `Tue 6 Jan`.
    private func day(of shift: OwnShift, today: CalendarDate) -> String {
        switch shift.date.dayNumber - today.dayNumber {
        case 0: language[shift.type.start.minutesSinceMidnight >= 18 * 60 ? .tonight : .placeToday]
        case 1: language[.tomorrow]
        default: language.day(shift.date)
        }
    }

    /// `6 h 20 min`, `45 min`, `3 days`: as long as it takes, whatever the clock does meanwhile.
    private func duration(_ minutes: Minutes) -> String {
        let hours = minutes.value / 60
        return hours >= 48 ? language.text(.inDays, ["days": "\(hours / 24)"]) : hoursAndMinutes(minutes)
    }

    /// `126 h 20 min`, `45 min`.
    func hoursAndMinutes(_ minutes: Minutes) -> String {
        let (hours, rest) = minutes.value.quotientAndRemainder(dividingBy: 60)
        if hours == 0 { return language.text(.minutesAlone, ["minutes": "\(rest)"]) }
        return language.text(.hoursMinutes, ["hours": "\(hours)", "minutes": "\(rest)"])
    }

    /// A line for each, but one for several in a row of which nothing is published.
    private func days(_ dates: [CalendarDate], _ own: ToldShifts, today: CalendarDate) -> [Model.Day] {
        func isTold(_ date: CalendarDate) -> Bool { own.shifts.isAway(on: date) || own.shifts.isTold(date) }
        var lines: [Model.Day] = []
        var rest = dates[...]
        while let first = rest.first {
            let untold = rest.prefix { !isTold($0) }
            rest = rest.dropFirst(max(untold.count, 1))
            guard let last = untold.last, last != first else {
                lines.append(day(first, own, today: today))
                continue
            }
            let range = language.text(.rangeOfDays, ["first": language.day(first), "last": language.day(last)])
            lines.append(Model.Day(day: range, style: "", shifts: [], words: language[.notPublished]))
        }
        return lines
    }

    private func day(_ date: CalendarDate, _ own: ToldShifts, today: CalendarDate) -> Model.Day {
        let shifts = own.shifts.shifts.filter { $0.date == date }
        let words: Phrase = own.shifts.isAway(on: date) ? .away : own.shifts.isTold(date) ? .off : .notPublished
        let isWeekend = own.unit?.weekend.contains(date.weekday) ?? false
        return Model.Day(
            day: date == today ? "\(language[.placeToday]), \(language.day(date))" : language.day(date),
            style: isWeekend ? "we" : "",
            shifts: shifts.map {
                Model.Shift(
                    chip: "s\($0.type.colour)", letter: $0.type.id.rawValue,
                    text: language.times(of: $0.type, on: date, in: $0.unit.zone),
                    exchange: date > today
                        ? "/me/exchanges/new?unit=\(LocalAddress.inQuery($0.unit.id.rawValue))&date=\(date)" : nil,
                    label: "\(language[.exchangeFind]): \(language.day(date))")
            }, words: shifts.isEmpty ? language[words] : nil,
            why: shifts.isEmpty ? nil : Self.whyAddress(date))
    }
}
