extension SchemaStep {
    /// Until when a unit takes requests for a period: the newest that has a date counts on it, and none is lost.
    static let requestCalls = SchemaStep(number: 12) { sql in
        """
        CREATE TABLE requestCall (
            organisationID \(sql.integer) NOT NULL,
            id \(sql.serial),
            unitID TEXT NOT NULL,
            firstDate \(sql.integer) NOT NULL,
            lastDate \(sql.integer) NOT NULL CHECK (lastDate >= firstDate),
            until \(sql.integer) NOT NULL CHECK (until < firstDate),
            madeBy TEXT NOT NULL,
            madeAt \(sql.integer) NOT NULL,
            remindAt \(sql.integer),
            UNIQUE (organisationID, id),
            FOREIGN KEY (organisationID, unitID) REFERENCES unit (organisationID, id)
                ON UPDATE CASCADE ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, madeBy) REFERENCES person (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);
        CREATE INDEX callOfUnit ON requestCall (organisationID, unitID, lastDate);
        CREATE INDEX callToRemind ON requestCall (organisationID, remindAt);
        \(sql.refusal("requestCallIsKept", of: "DELETE", on: "requestCall", saying: "a call for requests is never lost"))
        """
    }
}
