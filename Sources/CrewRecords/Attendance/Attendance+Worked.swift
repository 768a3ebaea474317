package import RotaModel

extension Attendance {
    /// What was worked, as rules on rest count it.
    ///
    /// A stint that lasts ends when its shift is planned to, or now if that is later; but if that is not planned, no later than
    /// `longest` after it began.
    ///
    /// - Parameters:
    ///   - plans: the person's shifts.
    ///   - zone: on whose clock hours besides shifts count for the date on which they begin.
    package func worked(
        by person: PersonID, against plans: [AttendedShift.Plan], in zone: Zone, at now: Instant
    ) -> [WorkedStretch] {
        let held = held(against: plans, at: now)
        func stretch(_ stint: Stint, _ plan: AttendedShift.Plan?) -> WorkedStretch {
            let lasts = min(now, stint.start.adding(.minutes(Self.longest.value)))
            let end = stint.end ?? max(plan?.end ?? stint.start, lasts, stint.start)
            return WorkedStretch(
                person: person, date: plan?.date ?? zone.date(at: stint.start), start: stint.start, end: end,
                minutes: Minutes(max(0, (end.seconds - stint.start.seconds - stint.paused) / 60)),
                isPlanned: plan != nil)
        }
        return held.shifts.flatMap { shift in shift.stints.map { stretch($0, shift.plan) } }
            + held.extra.map { stretch($0, nil) }
    }
}
