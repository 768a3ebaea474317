package import RotaModel

/// A country, or a part of one whose public holidays are others than the country's.
package struct HolidayRegion: Hashable, Sendable {
    /// `SE` as in ISO 3166-1 (and `XK`, Kosovo); `DE-BY` with the part's code, as the table's source has it: mostly
    /// ISO 3166-2.
    package let id: String
    /// In English for a country; what a part calls itself, mostly.
    package let name: String
    /// The name of the country; the same as `name` for a country itself.
    package let country: String
    /// For which something is known; outside of them there are no holidays.
    package let years: ClosedRange<Int>

    package var isCountry: Bool { !id.contains("-") }
}

/// Public holidays by country and region, without asking anybody. Where they come from is told at `text`.
///
/// What governments set from year to year is there once they have, and dates that hang on the moon are marked
/// `(estimated)` until then.
package enum HolidayTable {
    /// By name, those of a country after it. None without any holidays.
    package static var regions: [HolidayRegion] { parsed.regions }

    /// All that the table spans; a region may span less.
    package static var years: ClosedRange<Int> { parsed.years }

    /// In the order of dates, one a date: names of the same date in alphabetical order, with ` / ` between them. Nil if
    /// there is no such region.
    package static func holidays(
        in region: String, from first: CalendarDate, through last: CalendarDate
    ) -> [Holiday]? {
        parsed.holidays(in: region, from: first, through: last)
    }

    private static let parsed = ParsedHolidays(text)
}
