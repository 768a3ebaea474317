import RotaFormats
import RotaModel

/// Where a unit's public holidays are taken from, and its own ones: `region`, then `date:0`, `name:0` and so on.
struct HolidaysForm {
    let language: Language

    static let mostOwn = 60
    private static let spare = 2

    static func values(of setup: UnitSetup) -> FormBody {
        var values: [String: String] = [:]
        values["region"] = setup.holidayRegion
        for (line, holiday) in setup.holidays.enumerated() {
            values["date:\(line)"] = holiday.date.description
            values["name:\(line)"] = holiday.name
        }
        return FormBody(values)
    }

    /// - Throws: `FormFault`.
    func read(_ values: FormBody, into setup: inout UnitSetup) throws(FormFault) {
        let region = values.text("region")
        guard region.isEmpty || HolidayTable.regions.contains(where: { $0.id == region }) else {
            throw FormFault(language.text(.setupNoSuchRegion, ["value": region]))
        }
        setup.holidayRegion = region.isEmpty ? nil : region
        setup.holidays = []
        for line in 0..<Self.mostOwn {
            let name = values.text("name:\(line)")
            let text = values["date:\(line)"] ?? ""
            if text.isEmpty { continue }
            guard let date = CalendarDate(text) else { throw FormFault(language.text(.setupNoDate, ["value": text])) }
            guard !setup.holidays.contains(where: { $0.date == date }) else {
                throw FormFault(language.text(.setupTwice, ["day": language.day(date)]))
            }
            setup.holidays.append(Holiday(date: date, name: name.isEmpty ? language[.setupHoliday] : name))
        }
    }

    func groups(_ values: FormBody) -> [FormPage.Group] {
        let filled = (0..<Self.mostOwn).filter { !(values["date:\($0)"] ?? "").isEmpty }
        let lines = filled + ((filled.last ?? -1) + 1..<Self.mostOwn).prefix(Self.spare)
        return [
            FormPage.Group(
                legend: language[.setupRegion],
                hint: language.text(
                    .setupRegionHint,
                    ["first": "\(HolidayTable.years.lowerBound)", "last": "\(HolidayTable.years.upperBound)"]),
                fields: [
                    .select(
                        "region", language[.setupRegion], values,
                        [("", language[.setupNoRegion])]
                            + HolidayTable.regions.map { region in
                                (region.id, region.isCountry ? region.name : "\(region.country), \(region.name)")
                            })
                ]),
            FormPage.Group(
                legend: language[.setupOwnHolidays],
                fields: lines.flatMap { line -> [FormField] in
                    [
                        .input("date:\(line)", language[.date], values, type: "date"),
                        .input("name:\(line)", language[.detailsName], values),
                    ]
                }),
        ]
    }
}

extension UnitSetup {
    /// The public holidays of a period: the region's and the unit's own, in the order of their dates.
    func holidays(from first: CalendarDate, through last: CalendarDate) -> [Holiday] {
        let own = holidays.filter { first <= $0.date && $0.date <= last }
        let taken = Set(own.map(\.date))
        let regional = holidayRegion.flatMap { HolidayTable.holidays(in: $0, from: first, through: last) } ?? []
        return (own + regional.filter { !taken.contains($0.date) }).sorted { $0.date < $1.date }
    }
}
