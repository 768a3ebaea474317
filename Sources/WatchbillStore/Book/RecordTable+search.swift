internal import CrewRecords
internal import RotaModel

extension RecordTable {
    /// The entries in reach that have all the words, the one written last first.
    ///
    /// Not the best match first: how rare a word is would be counted over entries that the searcher may not read.
    ///
    /// - Parameters:
    ///   - last: goes on after that entry.
    ///   - limit: at most so many.
    func search(
        _ query: SearchQuery, in reach: SearchReach, after last: EntryID?, limit: Int
    ) throws(StoreError) -> [RecordEntry] {
        let dialect = connection.dialect
        var named = reach.people
        if named.map({ $0.count > SearchIndex.mostNamed }) ?? false { named = nil }
        var values = [SQLValue.text(SearchIndex.match(query, of: named, in: dialect)), organisation.sqlValue]
        var ways: [String] = []
        if let own = reach.own {
            ways.append("e.personID = ?")
            values.append(own.sqlValue)
        }
        for part in reach.parts {
            let isOnShelf = dialect.isListed("e.category || ' ' || e.class")
            if let people = part.people {
                ways.append("(\(dialect.isListed("e.personID")) AND \(isOnShelf))")
                values.append(SQLList(people.map(\.rawValue)).value(in: dialect))
            } else {
                ways.append(isOnShelf)
            }
            values.append(SQLList(part.shelves.map(\.name)).value(in: dialect))
        }
        var goingOn = ""
        if let last {
            goingOn = "AND e.number < (SELECT number FROM recordEntry WHERE organisationID = ? AND id = ?)"
            values += [organisation.sqlValue, last.sqlValue]
        }
        values.append(limit.sqlValue)
        if dialect == .postgres {
            // How common the words are decides how they are best looked up, so each search is planned anew.
            try connection.script("SET LOCAL plan_cache_mode = force_custom_plan")
        }
        let (source, found, order) =
            switch dialect {
            case .sqlite:
                ("entryWords w CROSS JOIN recordEntry e ON e.number = w.rowid", "entryWords MATCH ?", "w.rowid")
            case .postgres: ("recordEntry e", "e.wordIndex @@ CAST(? AS TSQUERY)", "e.number")
            }
        let rows = try connection.runChecked(
            """
            SELECT \(Self.columns) FROM \(source)
            WHERE \(found) AND e.organisationID = ? AND (\(ways.joined(separator: " OR "))) \(goingOn)
            ORDER BY \(order) DESC LIMIT ?
            """, values)
        var entries: [RecordEntry] = []
        for row in rows { entries.append(try entry(row, referring: nil)) }
        return entries
    }
}
