extension SchemaStep {
    /// What was asked for with a key, and what was answered. Keys and requests are there as their SHA-256.
    static func requests(_ sql: SQLDialect) -> String {
        """
        CREATE TABLE keyedRequest (
            organisationID \(sql.integer) NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
            accountID TEXT NOT NULL,
            keyDigest \(sql.blob) NOT NULL CHECK (length(keyDigest) = 32),
            operation TEXT NOT NULL CHECK (length(operation) > 0),
            requestDigest \(sql.blob) NOT NULL CHECK (length(requestDigest) = 32),
            status \(sql.integer) CHECK (status BETWEEN 200 AND 299),
            body \(sql.blob),
            location TEXT CHECK (length(location) > 0),
            createdAt \(sql.integer) NOT NULL,
            PRIMARY KEY (organisationID, accountID, keyDigest),
            FOREIGN KEY (organisationID, accountID) REFERENCES account (organisationID, id) ON DELETE CASCADE,
            CHECK ((status IS NULL) = (body IS NULL)),
            CHECK (location IS NULL OR status IS NOT NULL)
        )\(sql.strict);
        CREATE INDEX keyedRequestByAge ON keyedRequest (organisationID, createdAt);
        \(sql.refusal("keyedRequestStays", of: "UPDATE", on: "keyedRequest",
            saying: "what was answered to a request is not changed"))
        """
    }
}
