import RotaModel

/// The table of public holidays as its text has it. A text that cannot be read is a programmer's error.
///
/// The text begins with its years and with the dates of feasts, from which others are counted; then comes each country
/// with its parts and its holidays:
///
/// ```
/// 2024-2040
/// easter|240331 250420 …
/// =DE|Germany                         a country; a third field says of which years something is known, if not of all
/// -BY|Bayern                          a part of it
/// Good Friday|easter-2                for the country and each of its parts
/// Epiphany|01-06|BW BY ST             for these parts; . is the country itself
/// Labour Day|05-01 270503|!BY         for all but these
/// ```
///
/// Days are `12-25` every year, `easter+1` counted from a feast, `06-20sat` the first Saturday on or after 20 June, or
/// `270326` one date.
struct ParsedHolidays: Sendable {
    private struct Entry {
        let name: String
        let days: [CalendarDate]
    }

    let years: ClosedRange<Int>
    private(set) var regions: [HolidayRegion] = []
    private var entries: [String: [Entry]] = [:]
    /// By name, in the order of years.
    private var feasts: [Substring: [CalendarDate]] = [:]

    init(_ text: String) {
        var lines = text.split(separator: "\n")[...]
        years = Self.years(lines.removeFirst())
        // Where the country stands that lines belong to.
        var place: Int?
        for line in lines {
            let fields = line.split(separator: "|")
            guard (2...3).contains(fields.count) else { Self.refuse(line) }
            let (key, name) = (fields[0], String(fields[1]))
            if key.first == "=" {
                place = regions.count
                let years = fields.count == 3 ? Self.years(fields[2]) : years
                regions.append(HolidayRegion(id: String(key.dropFirst()), name: name, country: name, years: years))
            } else if let place, key.first == "-" {
                let country = regions[place]
                regions.append(
                    HolidayRegion(id: country.id + key, name: name, country: country.name, years: country.years))
            } else if let place {
                let entry = Entry(name: String(key), days: fields[1].split(separator: " ").flatMap(days))
                for id in Self.ids(fields.count == 3 ? fields[2] : "!", of: regions[place...]) {
                    entries[id, default: []].append(entry)
                }
            } else {
                let dates = fields[1].split(separator: " ").map(Self.date)
                guard dates.count == years.count else { Self.refuse(line) }
                feasts[key] = dates
            }
        }
    }

    func holidays(in region: String, from first: CalendarDate, through last: CalendarDate) -> [Holiday]? {
        guard let entries = entries[region] else { return nil }
        var names: [CalendarDate: [String]] = [:]
        for entry in entries {
            for day in entry.days where first <= day && day <= last { names[day, default: []].append(entry.name) }
        }
        return names.map { Holiday(date: $0, name: $1.sorted().joined(separator: " / ")) }.sorted { $0.date < $1.date }
    }

    /// Whom an entry is for: `BW BY` names parts, `.` the country, and `!` turns it round.
    private static func ids(_ text: Substring, of members: ArraySlice<HolidayRegion>) -> [String] {
        guard let country = members.first else { refuse(text) }
        let isTurned = text.first == "!"
        let named = (isTurned ? text.dropFirst() : text).split(separator: " ")
            .map { $0 == "." ? country.id : "\(country.id)-\($0)" }
        let all = members.map(\.id)
        guard named.allSatisfy(all.contains) else { refuse(text) }
        return isTurned ? all.filter { !named.contains($0) } : named
    }

    private func days(_ text: Substring) -> [CalendarDate] {
        if let sign = text.firstIndex(where: { $0 == "+" || $0 == "-" }), let feast = feasts[text[..<sign]] {
            guard let count = Int(text[sign...]) else { Self.refuse(text) }
            return feast.map { $0.advanced(by: count) }
        }
        guard text.dropFirst(2).first == "-" else { return [Self.date(text)] }
        guard let month = Int(text.prefix(2)), let day = Int(text.dropFirst(3).prefix(2)) else { Self.refuse(text) }
        let weekday = text.dropFirst(5)
        return years.map { year in
            guard let date = CalendarDate(year: year, month: month, day: day) else { Self.refuse(text) }
            if weekday.isEmpty { return date }
            guard let wanted = Weekday.allCases.first(where: { $0.name.prefix(3) == weekday }) else {
                Self.refuse(text)
            }
            return date.advanced(by: (wanted.rawValue - date.weekday.rawValue + 7) % 7)
        }
    }

    /// Reads `270326`.
    private static func date(_ text: Substring) -> CalendarDate {
        guard text.utf8.count == 6, let number = Int(text), number > 0,
            let date = CalendarDate(year: 2000 + number / 10_000, month: number / 100 % 100, day: number % 100)
        else { refuse(text) }
        return date
    }

    /// Reads `2024-2040`.
    private static func years(_ text: Substring) -> ClosedRange<Int> {
        let ends = text.split(separator: "-").compactMap { Int($0) }
        guard ends.count == 2, ends[0] <= ends[1] else { refuse(text) }
        return ends[0]...ends[1]
    }

    private static func refuse(_ text: Substring) -> Never {
        preconditionFailure("The table of holidays has what cannot be read: \(text)")
    }
}
