package import RotaModel

/// Hours by person as CSV, for payroll. `docs/formats.md` describes the columns.
package enum HoursTable {
    /// The table, a line for each person.
    ///
    /// - Parameters:
    ///   - worked: of whom nothing stands in it, nothing may be told.
    ///   - first: the first date of the rota.
    ///   - last: its last date.
    package static func write(
        _ hours: [PlannedHours], worked: [PersonID: WorkedHours] = [:], from first: CalendarDate, to last: CalendarDate
    ) -> String {
        CSVText.write(
            [
                "person", "name", "from", "until", "shifts", "nights", "planned_minutes", "worked_shifts",
                "worked_minutes",
            ],
            hours.map { line in
                [
                    line.person.rawValue, line.name, "\(first)", "\(last)", "\(line.shifts)", "\(line.nights)",
                    "\(line.minutes.value)", worked[line.person].map { "\($0.shifts)" } ?? "",
                    worked[line.person].map { "\($0.minutes.value)" } ?? "",
                ]
            })
    }
}
