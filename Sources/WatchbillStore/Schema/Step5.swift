extension SchemaStep {
    /// Published versions of units' rotas are kept: what was in force at any moment is known for good.
    ///
    /// A version is one row, and one more for each person in it, with a byte for each day. A unit's new id, which only the
    /// whole organisation ever gets, is the one thing that changes.
    static let published = SchemaStep(number: 5) { sql in
        """
        CREATE TABLE publishedVersion (
            organisationID \(sql.integer) NOT NULL,
            unitID TEXT NOT NULL,
            number \(sql.integer) NOT NULL CHECK (number >= 1),
            problemID \(sql.integer) NOT NULL,
            buildID \(sql.integer) NOT NULL,
            firstDate \(sql.integer) NOT NULL,
            lastDate \(sql.integer) NOT NULL CHECK (lastDate >= firstDate),
            supersedes \(sql.integer) CHECK (supersedes < number),
            publishedAt \(sql.integer) NOT NULL,
            publishedBy TEXT NOT NULL,
            note TEXT CHECK (length(note) > 0),
            PRIMARY KEY (organisationID, unitID, number),
            FOREIGN KEY (organisationID, unitID) REFERENCES unit (organisationID, id)
                ON UPDATE CASCADE ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, problemID, buildID) REFERENCES build (organisationID, problemID, id)
                ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, unitID, supersedes)
                REFERENCES publishedVersion (organisationID, unitID, number) ON UPDATE CASCADE ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, publishedBy) REFERENCES person (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);

        CREATE TABLE publishedRow (
            organisationID \(sql.integer) NOT NULL,
            unitID TEXT NOT NULL,
            number \(sql.integer) NOT NULL,
            place \(sql.integer) NOT NULL CHECK (place >= 0),
            personID TEXT NOT NULL CHECK (length(personID) > 0),
            duties \(sql.blob) NOT NULL CHECK (length(duties) > 0),
            PRIMARY KEY (organisationID, unitID, number, place),
            UNIQUE (organisationID, personID, unitID, number),
            FOREIGN KEY (organisationID, unitID, number)
                REFERENCES publishedVersion (organisationID, unitID, number) ON UPDATE CASCADE ON DELETE RESTRICT
        )\(sql.strict);

        \(sql.refusal("versionStays", of: "UPDATE", on: "publishedVersion",
            when: changed(["organisationID", "number", "problemID", "buildID", "firstDate", "lastDate", "supersedes",
                "publishedAt", "publishedBy", "note"]), saying: "a published version is never rewritten"))
        \(sql.refusal("versionIsKept", of: "DELETE", on: "publishedVersion",
            saying: "a published version is never lost"))
        \(sql.refusal("publishedRowStays", of: "UPDATE", on: "publishedRow",
            when: changed(["organisationID", "number", "place", "personID", "duties"]),
            saying: "a published version is never rewritten"))
        \(sql.refusal("publishedRowIsKept", of: "DELETE", on: "publishedRow",
            saying: "a published version is never lost"))
        """
    }

    private static func changed(_ columns: [String]) -> String {
        columns.map { "OLD.\($0) IS DISTINCT FROM NEW.\($0)" }.joined(separator: " OR ")
    }
}
