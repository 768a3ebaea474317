package import RotaModel

/// What runs out as a table (CSV): docs/formats.md.
package enum ExpiryTable {
    package struct Line: Sendable {
        package var person: PersonID
        package var name: String
        /// `paper`, `supply`, or `not eligible`.
        package var kind: String
        /// Empty where only the days are told.
        package var title: String
        package var category: String
        package var earliest: CalendarDate?
        package var expected: CalendarDate?
        package var latest: CalendarDate?

        package init(
            person: PersonID, name: String, kind: String, title: String = "", category: String = "",
            earliest: CalendarDate?, expected: CalendarDate?, latest: CalendarDate?
        ) {
            self.person = person
            self.name = name
            self.kind = kind
            self.title = title
            self.category = category
            self.earliest = earliest
            self.expected = expected
            self.latest = latest
        }
    }

    package static func write(_ lines: [Line]) -> String {
        CSVText.write(
            ["person", "name", "kind", "title", "category", "earliest", "expected", "latest"],
            lines.map { line in
                [line.person.rawValue, line.name, line.kind, line.title, line.category]
                    + [line.earliest, line.expected, line.latest].map { $0?.description ?? "" }
            })
    }
}
