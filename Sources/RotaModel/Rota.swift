/// What a person does on a date: off, or a shift of one type. One byte.
package struct Duty: Hashable, Sendable {
    /// 0 off, else the shift type's position plus one.
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package init(_ shift: ShiftIndex) {
        rawValue = UInt8(shift.value + 1)
    }

    package static let off = Duty(rawValue: 0)

    package var isOff: Bool { rawValue == 0 }

    /// Nil when off.
    package var shift: ShiftIndex? { rawValue == 0 ? nil : ShiftIndex(Int(rawValue) - 1) }
}

/// The table person x day of one problem.
package struct Rota: Hashable, Sendable {
    package let peopleCount: Int
    package let dayCount: Int
    /// Row by row: person x `dayCount` + day.
    package var duties: [Duty]

    /// Everybody off on every day.
    package init(peopleCount: Int, dayCount: Int) {
        self.peopleCount = peopleCount
        self.dayCount = dayCount
        duties = Array(repeating: .off, count: peopleCount * dayCount)
    }

    /// Everybody off on every day of the problem's period.
    package init(for problem: RotaProblem) {
        self.init(peopleCount: problem.people.count, dayCount: problem.dayCount)
    }

    /// The duty of a day of the period, 0 ..< dayCount.
    package subscript(person: PersonIndex, day: DayIndex) -> Duty {
        get { duties[person.value * dayCount + day.value] }
        set { duties[person.value * dayCount + day.value] = newValue }
    }

    /// A person's days, in order.
    package func row(of person: PersonIndex) -> ArraySlice<Duty> {
        duties[(person.value * dayCount)..<((person.value + 1) * dayCount)]
    }
}
