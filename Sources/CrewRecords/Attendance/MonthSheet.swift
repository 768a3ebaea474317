package import RotaModel

/// What somebody was to work and has worked in a unit in a month: what they sign, and a lead after them.
package struct MonthSheet: Hashable, Sendable {
    /// One shift with what was worked of it, or one stint besides shifts.
    package struct Line: Hashable, Sendable {
        /// On which it begins.
        package let date: CalendarDate
        /// Nil: it was worked besides shifts.
        package let plan: AttendedShift.Plan?
        /// In the order of time; none: nothing was told.
        package let stints: [Stint]

        package var planned: Minutes? {
            guard let plan else { return nil }
            return plan.end.minutes(since: plan.start)
        }

        /// Without breaks; nil: nothing was told, or it lasts.
        package var worked: Minutes? { stints.workedMinutes }

        package var breaks: Minutes { Minutes(stints.reduce(0) { $0 + $1.paused } / 60) }

        /// How much more was worked than planned; nil as `worked` is.
        package var difference: Minutes? {
            guard let worked else { return nil }
            return worked - (planned ?? .zero)
        }
    }

    package let person: PersonID
    package let unit: UnitID
    /// The month's first date.
    package let month: CalendarDate
    /// By date, then in the order of time.
    package let lines: [Line]

    /// - Parameters:
    ///   - shifts: of whatever dates; those that begin in the month count.
    ///   - extra: worked besides; what begins in the month counts.
    ///   - zone: on whose clock that is.
    package init(
        of person: PersonID, in unit: UnitID, month: CalendarDate, shifts: [AttendedShift], extra: [Stint], zone: Zone
    ) {
        self.person = person
        self.unit = unit
        self.month = month
        let dates = Self.dates(of: month)
        let planned = shifts.filter { dates.contains($0.plan.date) }.map {
            Line(date: $0.plan.date, plan: $0.plan, stints: $0.stints)
        }
        let besides = extra.map { Line(date: zone.date(at: $0.start), plan: nil, stints: [$0]) }
        lines = (planned + besides.filter { dates.contains($0.date) }).sorted {
            ($0.date, $0.begin) < ($1.date, $1.begin)
        }
    }

    /// All dates of the month that a date is the first of.
    package static func dates(of month: CalendarDate) -> ClosedRange<CalendarDate> {
        let (year, number, _) = month.components
        return month...month.advanced(by: CalendarDate.days(inMonth: number, of: year) - 1)
    }

    package var planned: Minutes { lines.reduce(.zero) { $0 + ($1.planned ?? .zero) } }
    package var worked: Minutes { lines.reduce(.zero) { $0 + ($1.worked ?? .zero) } }
    package var breaks: Minutes { lines.reduce(.zero) { $0 + $1.breaks } }

    /// By which it is known again exactly as it is: of the SHA-256 of everything in it, to the second.
    package var fingerprint: Fingerprint {
        var fields = [Array("watchbill month of hours 1".utf8), Array(unit.rawValue.utf8), Array(person.rawValue.utf8)]
        func add(_ number: Int?) { fields.append(number.map { UInt64(bitPattern: Int64($0)).bigEndianBytes } ?? []) }
        add(month.dayNumber)
        add(lines.count)
        for line in lines {
            add(line.date.dayNumber)
            add(line.plan?.start.seconds)
            add(line.plan?.end.seconds)
            add(line.stints.count)
            for stint in line.stints {
                add(stint.start.seconds)
                add(stint.end?.seconds)
                add(stint.paused)
            }
        }
        return Fingerprint(of: fields)
    }
}

extension MonthSheet.Line {
    fileprivate var begin: Instant { plan?.start ?? stints.first?.start ?? Instant(seconds: 0) }
}
