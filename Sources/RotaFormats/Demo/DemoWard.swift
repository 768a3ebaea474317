package import RotaModel

/// The crew that a newcomer meets first: Ward 7, 36 people over the five weeks round Easter 2027.
///
/// All of it is made up. It holds something of every kind the model knows, its wanted hours are about what its people's
/// contracts give, and the clock changes on Easter night, so that legal rotas exist but good ones are not obvious.
/// The same on every machine; `Examples/ward.json` is this problem as a file.
package enum DemoWard {
    /// Monday 8 March 2027.
    static let start = CalendarDate(dayNumber: 20_885)
    static let dayCount = 35

    /// - Throws: `ZoneUnknown` where the machine has no time zone data.
    package static func problem() throws(ZoneUnknown) -> RotaProblem {
        let members = Member.all
        let absences = absences
        return RotaProblem(
            unit: try unit(),
            start: start,
            dayCount: dayCount,
            holidays: holidays,
            shiftTypes: shiftTypes,
            qualifications: qualifications,
            contracts: contracts,
            people: members.map(\.person),
            demand: demand,
            rules: rules,
            requests: requests(of: members, absences: absences),
            absences: absences,
            pins: pins,
            historyStart: start.advanced(by: -7),
            history: members.flatMap(\.history),
            ledger: ledger(of: members)
        )
    }

    /// - Throws: `ZoneUnknown` where the machine has no time zone data.
    static func unit() throws(ZoneUnknown) -> CrewUnit {
        let zoneName = "Europe/Stockholm"
        guard let zone = Zone(name: zoneName) else { throw ZoneUnknown(name: zoneName) }
        return CrewUnit(id: "ward-7", name: "Ward 7", zone: zone)
    }

    /// The machine has no data on a time zone.
    package struct ZoneUnknown: Error, CustomStringConvertible {
        package let name: String

        /// Fit for a metric label.
        package var shortDescription: String { "time zone unknown" }

        package var description: String {
            "The time zone \(name) is not known to this machine. Maybe its time zone data (tzdata) is not installed."
        }
    }

    /// The date that many days into the period; negative: before it.
    static func date(_ day: Int) -> CalendarDate { start.advanced(by: day) }

    /// Good Friday, Easter Sunday (when the clock goes forward), Easter Monday.
    static let holidays = [
        Holiday(date: date(18), name: "Good Friday"),
        Holiday(date: date(20), name: "Easter Sunday"),
        Holiday(date: date(21), name: "Easter Monday"),
    ]

    static let shiftTypes = [
        shiftType("E", "Early", from: (7, 0), Minutes(480), colour: 1),
        shiftType("D", "Day", from: (8, 30), Minutes(480), colour: 2, qualifications: ["nurse"]),
        shiftType("L", "Late", from: (13, 30), Minutes(480), colour: 5, isUnpopular: true),
        shiftType("N", "Night", from: (21, 15), Minutes(600), colour: 9, isNight: true),
    ]

    private static func shiftType(
        _ id: ShiftTypeID, _ name: String, from start: (hour: Int, minute: Int), _ length: Minutes, colour: Int,
        qualifications: [QualificationID] = [], isNight: Bool = false,
        isUnpopular: Bool = false
    ) -> ShiftType {
        ShiftType(
            id: id, name: name, start: LocalTime(hour: start.hour, minute: start.minute) ?? .midnight, length: length,
            colour: colour, qualifications: qualifications, isNight: isNight, isUnpopular: isUnpopular)
    }

    static let qualifications = [
        Qualification(id: "nurse", name: "Registered nurse"),
        Qualification(id: "charge", name: "May lead a shift"),
        Qualification(id: "infusion", name: "Infusion therapy"),
    ]

    static let contracts = [
        Contract(id: "full", name: "Full time, 37 h a week", share: 100),
        Contract(id: "c80", name: "80 %", share: 80),
        Contract(id: "c75", name: "75 %", share: 75),
        Contract(id: "c50", name: "50 %", share: 50),
        Contract(id: "night", name: "Nights only, 75 %", share: 75),
        Contract(id: "joining", name: "80 %, from 22 March", share: 80),
    ]
}
