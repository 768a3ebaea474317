internal import RotaModel

/// How sentences name people, duties and dates.
enum Words {
    /// `1 shift`, `3 shifts`.
    static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(number == 1 ? noun : plural(noun))"
    }

    /// `days off` of `day off`; else with an s.
    static func plural(_ noun: String) -> String {
        noun == "day off" ? "days off" : noun + "s"
    }

    /// `E`, `E or L`, `E, L or N`.
    static func list(_ items: [String], _ last: String) -> String {
        guard let final = items.last, items.count > 1 else { return items.first ?? "nothing" }
        return "\(items.dropLast().joined(separator: ", ")) \(last) \(final)"
    }

    /// `shift`, `night`, `E or L shift`.
    static func noun(of set: ShiftSet) -> String {
        switch set {
        case .all: "shift"
        case .nights: "night"
        case .types(let ids): "\(list(ids.map(\.rawValue), "or")) shift"
        }
    }

    /// `N`, `off`, `anything but N`.
    static func duties(_ set: DutySet) -> String {
        switch set {
        case .off: "off"
        case .work: "any shift"
        case .any: "anything"
        case .shifts(let ids): list(ids.map(\.rawValue), "or")
        case .not(let ids): "anything but \(list(ids.map(\.rawValue), "or"))"
        }
    }

    /// `N, then E`.
    static func sequence(_ sets: [DutySet]) -> String {
        sets.map(duties).joined(separator: ", then ")
    }

    /// `at most 5`, `at least 2`, `2 to 5`, `exactly 3`, with the unit after each.
    static func limits<Measure>(_ limits: Limits<Measure>, _ text: (Measure) -> String) -> String {
        switch (limits.minimum, limits.maximum) {
        case (nil, nil): "any number of"
        case (let minimum?, nil): "at least \(text(minimum))"
        case (nil, let maximum?): "at most \(text(maximum))"
        case (let minimum?, let maximum?) where minimum == maximum: "exactly \(text(minimum))"
        case (let minimum?, let maximum?): "\(text(minimum)) to \(text(maximum))"
        }
    }

    /// The noun after limits: `shift` where they end in 1, else `shifts`.
    static func limitNoun(_ noun: String, _ limits: Limits<Int>) -> String {
        (limits.maximum ?? limits.minimum) == 1 ? noun : plural(noun)
    }

    /// `weekend`; of a rule's own days `Friday to Sunday weekend`.
    static func weekend(_ days: [Weekday]?) -> String {
        guard let days, let first = days.first, let last = days.last else { return "weekend" }
        return days.count == 1 ? "\(weekday(first)) weekend" : "\(weekday(first)) to \(weekday(last)) weekend"
    }

    /// `Sundays`, `Saturdays and Sundays`, Monday first.
    static func weekdays(_ weekdays: Set<Weekday>, _ last: String = "or") -> String {
        list(weekdays.sorted().map { weekday($0) + "s" }, last)
    }

    /// `Sunday`.
    static func weekday(_ weekday: Weekday) -> String {
        weekday.name.prefix(1).uppercased() + weekday.name.dropFirst()
    }
}

extension Facts {
    func name(of person: PersonIndex) -> String { problem[person].name }

    func name(of qualification: QualificationID) -> String {
        problem.qualifications.first { $0.id == qualification }?.name ?? qualification.rawValue
    }

    /// `E`, or `off`.
    func label(_ duty: Duty) -> String { duty.shift.map { problem[$0].id.rawValue } ?? "off" }

    /// `Mon 5 Jan`.
    func date(_ day: Int) -> String { problem.start.advanced(by: day).spoken }

    /// `on Mon 5 Jan`, `from Mon 5 Jan to Sat 10 Jan`.
    func span(_ days: ClosedRange<Int>) -> String {
        days.count == 1 ? "on \(date(days.lowerBound))" : "from \(date(days.lowerBound)) to \(date(days.upperBound))"
    }

    /// `from Mon 5 Jan to Sat 10 Jan`, as the stretch of a total.
    func span(_ stretch: Stretch) -> String { span(stretch.first...stretch.last) }
}
