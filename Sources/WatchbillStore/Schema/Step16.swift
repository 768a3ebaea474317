extension SchemaStep {
    /// What of entries runs out, as `ExpiryTerms` writes it; and on which days people were reminded of it. Of a sealed entry it is
    /// in the envelope, and of a reminder no more is kept than that there was one.
    static let expiry = SchemaStep(number: 16) { sql in
        """
        ALTER TABLE recordEntry ADD COLUMN terms \(sql.blob)
            CHECK (terms IS NULL OR (class <> 'sealed' AND length(terms) > 0));
        CREATE INDEX entryThatRunsOut ON recordEntry (organisationID, personID) WHERE terms IS NOT NULL;

        CREATE TABLE expiryReminder (
            organisationID \(sql.integer) NOT NULL,
            entryID TEXT NOT NULL,
            toldOn \(sql.integer) NOT NULL,
            PRIMARY KEY (organisationID, entryID, toldOn),
            FOREIGN KEY (organisationID, entryID) REFERENCES recordEntry (organisationID, id) ON DELETE CASCADE
        )\(sql.strict);
        \(sql.refusal("expiryReminderStays", of: "UPDATE", on: "expiryReminder",
            saying: "that somebody was reminded is not changed"))
        """
    }
}
