extension SchemaStep {
    /// The directory, accounts and roles are kept; every new problem is a unit's.
    ///
    /// Dates are days since 1970-01-01; `place` is the position in a list that has an order.
    static let book = SchemaStep(number: 3) { dialect in
        """
        \(directory(dialect))
        \(problemUnits(dialect))
        \(accounts(dialect))
        \(accountGuards(dialect))
        """
    }

    private static func directory(_ sql: SQLDialect) -> String {
        """
        ALTER TABLE organisation ADD COLUMN isDemo \(sql.integer) NOT NULL DEFAULT 0 CHECK (isDemo IN (0, 1));
        ALTER TABLE organisation ADD COLUMN directoryVersion \(sql.integer) NOT NULL DEFAULT 0;
        \(sql.refusal("directoryVersionGrows", of: "UPDATE", on: "organisation",
            when: "NEW.directoryVersion < OLD.directoryVersion", saying: "a directory has no version twice"))

        CREATE TABLE unit (
            \(listed(sql)),
            zone TEXT NOT NULL CHECK (length(zone) > 0),
            firstWeekday \(sql.integer) NOT NULL CHECK (firstWeekday BETWEEN 0 AND 6),
            weekend TEXT NOT NULL CHECK (length(weekend) BETWEEN 1 AND 3),
            parentID TEXT CHECK (parentID <> id),
            \(key),
            FOREIGN KEY (organisationID, parentID) REFERENCES unit (organisationID, id)
                ON UPDATE CASCADE ON DELETE RESTRICT
        )\(sql.strict);
        CREATE TABLE rank (\(listed(sql)), \(key))\(sql.strict);
        CREATE TABLE qualification (\(listed(sql)), \(key))\(sql.strict);
        CREATE TABLE contract (
            \(listed(sql)),
            share \(sql.integer) NOT NULL CHECK (share >= 1),
            \(key)
        )\(sql.strict);
        CREATE TABLE person (\(listed(sql)), \(key))\(sql.strict);
        \(held(sql, "heldRank", "rankID", "rank"))
        \(held(sql, "heldQualification", "qualificationID", "qualification"))
        \(held(sql, "heldContract", "contractID", "contract"))
        \(held(sql, "membership", "unitID", "unit"))
        """
    }

    /// The columns of everything that stands in a list of the directory.
    private static func listed(_ sql: SQLDialect) -> String {
        """
        organisationID \(sql.integer) NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
            id TEXT NOT NULL CHECK (length(id) > 0),
            name TEXT NOT NULL CHECK (length(name) > 0),
            place \(sql.integer) NOT NULL CHECK (place >= 0)
        """
    }

    private static let key = "PRIMARY KEY (organisationID, id)"

    /// A table of what people hold for a time.
    private static func held(_ sql: SQLDialect, _ table: String, _ column: String, _ things: String) -> String {
        """
        CREATE TABLE \(table) (
            organisationID \(sql.integer) NOT NULL,
            personID TEXT NOT NULL,
            place \(sql.integer) NOT NULL CHECK (place >= 0),
            \(column) TEXT NOT NULL,
            validFrom \(sql.integer),
            validUntil \(sql.integer),
            PRIMARY KEY (organisationID, personID, place),
            FOREIGN KEY (organisationID, personID) REFERENCES person (organisationID, id) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, \(column)) REFERENCES \(things) (organisationID, id)
                ON UPDATE CASCADE ON DELETE RESTRICT,
            CHECK (validFrom <= validUntil)
        )\(sql.strict);
        CREATE INDEX \(table)Of ON \(table) (organisationID, \(column));
        """
    }

    /// A problem's unit. Problems from before have none.
    private static func problemUnits(_ sql: SQLDialect) -> String {
        """
        ALTER TABLE problem ADD COLUMN unitID TEXT;
        CREATE INDEX problemOfUnit ON problem (organisationID, unitID, id);
        \(sql.refusal("problemHasUnit", of: "INSERT", on: "problem", when: "NEW.unitID IS NULL",
            saying: "every problem is of a unit"))
        \(sql == .postgres ? problemUnitKey : problemUnitGuards)
        """
    }

    private static let problemUnitKey = """
        ALTER TABLE problem ADD FOREIGN KEY (organisationID, unitID) REFERENCES unit (organisationID, id)
            ON UPDATE CASCADE ON DELETE RESTRICT;
        """

    /// SQLite cannot add a key of two columns to a table: these triggers do what it would.
    private static let problemUnitGuards =
        ["INSERT ON problem", "UPDATE OF organisationID, unitID ON problem"].enumerated().map { number, event in
            """
            CREATE TRIGGER problemUnitIsThere\(number) BEFORE \(event)
            WHEN NEW.unitID IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM unit WHERE organisationID = NEW.organisationID AND id = NEW.unitID)
            BEGIN
                SELECT RAISE(ABORT, 'a problem is of a unit that there is: foreign key constraint');
            END;
            """
        }.joined(separator: "\n") + """

            CREATE TRIGGER unitOfProblemIsKept BEFORE DELETE ON unit
            WHEN EXISTS (SELECT 1 FROM problem WHERE organisationID = OLD.organisationID AND unitID = OLD.id)
            BEGIN
                SELECT RAISE(ABORT, 'a unit with problems is kept: foreign key constraint');
            END;
            """
}
