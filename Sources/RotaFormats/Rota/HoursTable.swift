package import RotaModel

/// Hours by person as CSV, for payroll. `docs/formats.md` describes the columns.
package enum HoursTable {
    /// The table, a line for each person.
    ///
    /// - Parameters:
    ///   - first: the first date of the rota.
    ///   - last: its last date.
    package static func write(_ hours: [PlannedHours], from first: CalendarDate, to last: CalendarDate) -> String {
        CSVText.write(
            ["person", "name", "from", "until", "shifts", "nights", "planned_minutes"],
            hours.map { line in
                [
                    line.person.rawValue, line.name, "\(first)", "\(last)", "\(line.shifts)", "\(line.nights)",
                    "\(line.minutes.value)",
                ]
            })
    }
}
