extension SchemaStep {
    /// Secret addresses of people's calendars. Of the secret there is the SHA-256.
    static let calendars = SchemaStep(number: 6) { sql in
        """
        CREATE TABLE calendarFeed (
            organisationID \(sql.integer) NOT NULL,
            id TEXT NOT NULL CHECK (length(id) > 0),
            accountID TEXT NOT NULL,
            name TEXT NOT NULL CHECK (length(name) > 0),
            digest \(sql.blob) NOT NULL CHECK (length(digest) = 32),
            createdAt \(sql.integer) NOT NULL,
            lastFetchedAt \(sql.integer),
            revokedAt \(sql.integer),
            PRIMARY KEY (organisationID, id),
            UNIQUE (organisationID, digest),
            FOREIGN KEY (organisationID, accountID) REFERENCES account (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);
        CREATE INDEX calendarOfAccount ON calendarFeed (organisationID, accountID);
        \(sql.refusal("revokedCalendarStays", of: "UPDATE", on: "calendarFeed", when: "OLD.revokedAt IS NOT NULL",
            saying: "an address of a calendar that was revoked is not changed"))
        """
    }
}
