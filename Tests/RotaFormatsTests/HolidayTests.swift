import Foundation
import RotaFormats
import RotaModel
import Testing
import WatchbillTestKit

@Suite("Public holidays")
struct HolidayTests {
    private static func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    /// What a date is called in a region; nil if it is no holiday there.
    private static func name(_ text: String, in region: String) throws -> String? {
        let date = try date(text)
        let holidays = try #require(HolidayTable.holidays(in: region, from: date, through: date))
        #expect(holidays.allSatisfy { $0.date == date } && holidays.count <= 1)
        return holidays.first?.name
    }

    private static func all(in region: HolidayRegion) throws -> [Holiday] {
        try #require(
            HolidayTable.holidays(in: region.id, from: try date("0001-01-01"), through: try date("9999-12-31")))
    }

    @Test(
        "are what everybody knows them to be",
        arguments: [
            ("SE", "2027-03-26", "Good Friday"), ("SE", "2027-06-26", "Midsummer Day"), ("SE", "2027-06-25", nil),
            ("SE", "2027-06-06", "National Day"), ("SE", "2027-05-06", "Ascension Day"),
            ("DE-BY", "2026-01-06", "Epiphany"), ("DE-BE", "2026-01-06", nil), ("DE", "2026-01-06", nil),
            ("DE-BE", "2026-03-08", "Women's Day"), ("DE-BY", "2026-03-08", nil),
            ("DE-BY", "2026-10-03", "German Unity Day"), ("DE-BE", "2026-10-03", "German Unity Day"),
            ("GB-ENG", "2026-08-31", "Late Summer Bank Holiday"), ("GB-SCT", "2026-08-31", nil),
            ("GB-SCT", "2026-08-03", "Summer Bank Holiday"), ("GB-ENG", "2026-04-06", "Easter Monday"),
            ("US", "2026-11-26", "Thanksgiving Day"), ("US", "2028-11-23", "Thanksgiving Day"),
            ("US", "2026-07-03", "Independence Day (observed)"), ("US", "2026-11-27", nil),
            ("GR", "2027-05-03", "Easter Monday"), ("GR", "2027-03-29", nil),
            ("TR", "2026-03-20", "Eid al-Fitr"), ("SG", "2027-02-06", "Chinese New Year"),
            ("DJ", "2030-02-04", "Eid al-Fitr (estimated)"),
        ] as [(String, String, String?)])
    func facts(region: String, date: String, name: String?) throws {
        #expect(try Self.name(date, in: region) == name)
    }

    @Test(
        "are of countries by their English names, and of parts by their own",
        arguments: [
            ("SE", "Sweden", "Sweden"), ("GB", "United Kingdom", "United Kingdom"),
            ("US", "United States of America", "United States of America"), ("XK", "Kosovo", "Kosovo"),
            ("AX", "Åland Islands", "Åland Islands"), ("DE-BY", "Bayern", "Germany"),
            ("BR-Sao-Paulo-Capital", "São Paulo Capital", "Brazil"), ("FR-971", "Guadeloupe", "France"),
        ])
    func names(id: String, name: String, country: String) throws {
        let region = try #require(HolidayTable.regions.first { $0.id == id })
        #expect(region.name == name && region.country == country)
    }

    @Test("of one date are one, with both names")
    func sameDate() throws {
        // The Monday after Pentecost is 17 May in 2027.
        #expect(try Self.name("2027-05-17", in: "NO") == "Constitution Day / Pentecost Monday")
        #expect(try Self.name("2026-05-17", in: "NO") == "Constitution Day")
    }

    @Test("are given from the first date through the last, and of regions that there are")
    func bounds() throws {
        let (goodFriday, easterMonday) = (try Self.date("2027-03-26"), try Self.date("2027-03-29"))
        let easter = try #require(HolidayTable.holidays(in: "SE", from: goodFriday, through: easterMonday))
        #expect(easter.map(\.name) == ["Good Friday", "Easter Sunday", "Easter Monday"])
        #expect(HolidayTable.holidays(in: "SE", from: easterMonday, through: goodFriday) == [])
        for region in ["", "ZZ", "se", "DE-", "DE-ZZ", "."] {
            #expect(HolidayTable.holidays(in: region, from: goodFriday, through: easterMonday) == nil, "\(region)")
        }
    }

    @Test("are there for every region, in order, once a date and within its years")
    func everyRegion() throws {
        let regions = HolidayTable.regions
        #expect(Set(regions.map(\.id)).count == regions.count)
        func key(_ region: HolidayRegion) -> [String] {
            [region.country, region.isCountry ? "" : region.name].map {
                $0.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            }
        }
        for (region, next) in zip(regions, regions.dropFirst()) {
            #expect(key(region).lexicographicallyPrecedes(key(next)), "\(region.id), \(next.id)")
        }
        for region in regions {
            let country = try #require(regions.first { $0.isCountry && region.id.hasPrefix($0.id) })
            #expect(region.country == country.name && region.isCountry == (region.id == country.id))
            let holidays = try Self.all(in: region)
            #expect(holidays.count > 0, "\(region.id)")
            #expect(zip(holidays, holidays.dropFirst()).allSatisfy { $0.date < $1.date }, "\(region.id)")
            #expect(holidays.allSatisfy { region.years.contains($0.date.components.year) }, "\(region.id)")
            #expect(HolidayTable.years.contains(region.years.lowerBound))
            #expect(HolidayTable.years.contains(region.years.upperBound))
        }
    }

    /// Prints what the package says: a line for each region, its fields apart by tabulators. Which names of countries and
    /// parts are taken is the table's own affair; that they are of the package is looked at here.
    private static let script = """
        import sys, unicodedata, warnings, importlib.metadata, holidays
        warnings.simplefilter("ignore")
        first, last = int(sys.argv[1]), int(sys.argv[2])
        def plain(text):
            text = unicodedata.normalize("NFD", text)
            return "".join(c for c in text if unicodedata.category(c) != "Mn").replace(" ", "-")
        def words(code, part):
            kind = getattr(holidays, code)
            language = kind.default_language
            if language and language[:2] != "en":
                language = next((each for each in ("en_US", "en_GB") if each in kind.supported_languages), language)
            days = holidays.country_holidays(code, subdiv=part, language=language, years=range(first, last + 1))
            return [f"{day}=" + " / ".join(sorted(days.get_list(day))) for day in sorted(days)]
        for code, parts in holidays.list_supported_countries(include_aliases=False).items():
            kind = getattr(holidays, code)
            years = f"{max(first, kind.start_year)}-{min(last, kind.end_year)}"
            own = words(code, None)
            if own: print(code, "", years, *own, sep="\\t")
            for part in parts:
                aliases = [name for name, known in kind.subdivisions_aliases.items() if known == part]
                days = words(code, part)
                if days and days != own:
                    print(f"{code}-{plain(part)}", "|".join(aliases + [part]), years, *days, sep="\\t")
        """

    @Test("are those of the package that the table is made of, in all regions and years")
    func package() throws {
        let years = HolidayTable.years
        let output = try Python.run(Self.script, ["\(years.lowerBound)", "\(years.upperBound)"])
        var said: [String: [Substring]] = [:]
        for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            said[String(fields[0])] = Array(fields.dropFirst())
        }
        #expect(Set(said.keys) == Set(HolidayTable.regions.map(\.id)))
        for region in HolidayTable.regions {
            let fields = try #require(said[region.id])
            let names = fields[0].split(separator: "|").map(String.init)
            #expect(region.isCountry || names.contains(region.name), "\(region.name)")
            #expect(fields[1] == "\(region.years.lowerBound)-\(region.years.upperBound)", "\(region.id)")
            let days = try Self.all(in: region).map { "\($0.date)=\($0.name)" }
            let different = days.difference(from: fields.dropFirst(2).map(String.init))
            #expect(different.isEmpty, "\(region.id)")
        }
    }
}
