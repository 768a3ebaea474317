/// What the shifts of a rota come to for one person over its period, as payroll counts them.
package struct PlannedHours: Hashable, Sendable {
    package let person: PersonID
    package let name: String
    package let shifts: Int
    /// Of `shifts`, those of a type that is a night.
    package let nights: Int
    /// Elapsed time: a night over a change of the clock is an hour longer or shorter. A shift counts whole for the date on
    /// which it begins.
    package let minutes: Minutes
}

/// What one person has worked over a rota's period, as far as it was told.
package struct WorkedHours: Hashable, Sendable {
    /// Of the planned ones those of which it is known.
    package let shifts: Int
    /// Elapsed time without breaks, besides shifts, too.
    package let minutes: Minutes

    package init(shifts: Int, minutes: Minutes) {
        self.shifts = shifts
        self.minutes = minutes
    }
}

extension DatedRota {
    /// By person, in the rota's order.
    package var hours: [PlannedHours] {
        let times = ShiftTimes(problem)
        return zip(problem.people, problem.personIndices).map { person, index in
            var (shifts, nights, minutes) = (0, 0, 0)
            for day in problem.days {
                guard let shift = rota[index, day].shift else { continue }
                shifts += 1
                if problem[shift].isNight { nights += 1 }
                minutes += times.minutes(of: shift, on: day).value
            }
            return PlannedHours(
                person: person.id, name: person.name, shifts: shifts, nights: nights, minutes: Minutes(minutes))
        }
    }
}
