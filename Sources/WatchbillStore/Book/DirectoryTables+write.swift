internal import CrewRecords
internal import RotaModel

extension DirectoryTables {
    /// One row of a list: its id, and what else the list's table has of it.
    private struct Listed: Equatable {
        let id: String
        let values: [SQLValue]

        init<Kind>(_ id: Identifier<Kind>, _ values: any SQLStorable...) {
            self.id = id.rawValue
            self.values = values.map { $0.sqlValue }
        }
    }

    /// Writes what differs between two directories, the first being the stored one.
    ///
    /// - Parameter new: a valid one. Nobody of the old one is missing, and nothing needs a unit that is missing.
    func change(_ old: Directory, into new: Directory) throws(StoreError) {
        try connection.run(
            "UPDATE organisation SET name = ?, directoryVersion = directoryVersion + 1 WHERE id = ?", new.organisation,
            organisation)
        let lists = [
            ("unit", "name, zone, firstWeekday, weekend, parentID", units(old), units(new)),
            ("rank", "name", old.ranks.map { Listed($0.id, $0.name) }, new.ranks.map { Listed($0.id, $0.name) }),
            (
                "qualification", "name", old.qualifications.map { Listed($0.id, $0.name) },
                new.qualifications.map { Listed($0.id, $0.name) }
            ),
            (
                "contract", "name, share", old.contracts.map { Listed($0.id, $0.name, $0.share) },
                new.contracts.map { Listed($0.id, $0.name, $0.share) }
            ),
            ("person", "name", old.people.map { Listed($0.id, $0.name) }, new.people.map { Listed($0.id, $0.name) }),
        ]
        for (table, columns, old, new) in lists { try write(new, over: old, in: table, columns) }
        try change(.ranks, of: old, into: new)
        try change(.qualifications, of: old, into: new)
        try change(.contracts, of: old, into: new)
        try change(.memberships, of: old, into: new)
        for (table, _, old, new) in lists {
            let kept = Set(new.map(\.id))
            // A unit's own parts go before it.
            for gone in inOrder(old, in: table).reversed() where !kept.contains(gone.id) {
                try connection.run("DELETE FROM \(table) WHERE organisationID = ? AND id = ?", organisation, gone.id)
            }
        }
    }

    private func units(_ directory: Directory) -> [Listed] {
        directory.units.map { entry in
            let unit = entry.unit
            return Listed(unit.id, unit.name, unit.zone, unit.firstWeekday, StoredWeekend(unit.weekend), entry.parent)
        }
    }

    /// Units after the ones they are part of, everything else as it is listed.
    private func inOrder(_ rows: [Listed], in table: String) -> [Listed] {
        guard table == "unit" else { return rows }
        let parts = Dictionary(grouping: rows) { $0.values.last ?? .null }
        var ordered = parts[.null] ?? []
        var next = 0
        while next < ordered.count {
            ordered += parts[.text(ordered[next].id)] ?? []
            next += 1
        }
        return ordered
    }

    /// Inserts what is new and changes what is other than before, its place in the list included.
    private func write(
        _ new: [Listed], over old: [Listed], in table: String, _ columns: String
    ) throws(StoreError) {
        let known = Dictionary(uniqueKeysWithValues: old.enumerated().map { ($0.element.id, $0) })
        let places = Dictionary(uniqueKeysWithValues: new.enumerated().map { ($0.element.id, $0.offset) })
        let changed = inOrder(new, in: table).filter { row in
            known[row.id].map { $0.element != row || $0.offset != places[row.id] } ?? true
        }
        let updates = (columns + ", place").split(separator: ", ").map { "\($0) = excluded.\($0)" }
        try connection.insert(
            changed.map { row in [organisation.sqlValue, .text(row.id)] + row.values + [places[row.id].sqlValue] },
            into: table, "organisationID, id, \(columns), place",
            end: "ON CONFLICT (organisationID, id) DO UPDATE SET \(updates.joined(separator: ", "))")
    }

    /// Writes the lists of those whose list has changed anew.
    private func change<Kind>(
        _ list: HeldList<Kind>, of old: Directory, into new: Directory
    ) throws(StoreError) {
        let known = Dictionary(uniqueKeysWithValues: old.people.map { ($0.id, $0[keyPath: list.path]) })
        var rows: [[SQLValue]] = []
        for person in new.people {
            let (before, held) = (known[person.id] ?? [], person[keyPath: list.path])
            if before == held { continue }
            if !before.isEmpty {
                try connection.run(
                    "DELETE FROM \(list.table) WHERE organisationID = ? AND personID = ?", organisation, person.id)
            }
            rows += held.enumerated().map { place, thing in
                [
                    organisation.sqlValue, person.id.sqlValue, place.sqlValue, thing.id.sqlValue,
                    thing.valid.from.sqlValue, thing.valid.until.sqlValue,
                ]
            }
        }
        try connection.insert(
            rows, into: list.table, "organisationID, personID, place, \(list.column), validFrom, validUntil")
    }

    /// Gives a unit another id, wherever it is named.
    func rename(_ unit: UnitID, to id: UnitID) throws(StoreError) {
        try connection.run("UPDATE unit SET id = ? WHERE organisationID = ? AND id = ?", id, organisation, unit)
        // All other tables follow by their keys; SQLite could not give this one a key.
        try connection.run(
            "UPDATE problem SET unitID = ? WHERE organisationID = ? AND unitID = ?", id, organisation, unit)
    }
}
