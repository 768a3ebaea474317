extension SchemaStep {
    /// Cover calls, and whom they were offered to.
    static func cover(_ sql: SQLDialect) -> String {
        """
        CREATE TABLE coverCall (
            organisationID \(sql.integer) NOT NULL,
            id \(sql.serial),
            unitID TEXT NOT NULL,
            date \(sql.integer) NOT NULL,
            shift TEXT NOT NULL CHECK (length(shift) > 0),
            leaverID TEXT,
            messageID \(sql.integer) NOT NULL,
            patience \(sql.integer) CHECK (patience > 0),
            startedBy TEXT NOT NULL,
            startedAt \(sql.integer) NOT NULL,
            closesAt \(sql.integer) NOT NULL CHECK (closesAt > startedAt),
            state TEXT NOT NULL CHECK (state IN ('open', 'awarded', 'nobody', 'withdrawn')),
            stateAt \(sql.integer) NOT NULL,
            awardedTo TEXT,
            dueAt \(sql.integer),
            UNIQUE (organisationID, id),
            UNIQUE (organisationID, messageID),
            CHECK ((state = 'awarded') = (awardedTo IS NOT NULL)),
            FOREIGN KEY (organisationID, unitID) REFERENCES unit (organisationID, id)
                ON UPDATE CASCADE ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, leaverID) REFERENCES person (organisationID, id) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, startedBy) REFERENCES person (organisationID, id) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, awardedTo) REFERENCES person (organisationID, id) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, messageID) REFERENCES message (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);
        CREATE INDEX coverCallDue ON coverCall (organisationID, dueAt) WHERE dueAt IS NOT NULL;
        CREATE INDEX coverCallOfUnit ON coverCall (organisationID, unitID, id);
        \(sql.refusal("coverCallStays", of: "UPDATE", on: "coverCall", when: "OLD.state <> 'open'",
            saying: "a cover call that has ended is not changed"))
        \(sql.refusal("coverCallIsKept", of: "DELETE", on: "coverCall", saying: "a cover call is never lost"))

        CREATE TABLE coverOffer (
            organisationID \(sql.integer) NOT NULL,
            callID \(sql.integer) NOT NULL,
            rank \(sql.integer) NOT NULL CHECK (rank > 0),
            personID TEXT NOT NULL,
            carried \(sql.integer) NOT NULL,
            minutes \(sql.integer) NOT NULL,
            cost \(sql.integer) NOT NULL,
            offeredAt \(sql.integer),
            isYes \(sql.integer) CHECK (isYes IN (0, 1)),
            answeredAt \(sql.integer),
            PRIMARY KEY (organisationID, callID, rank),
            UNIQUE (organisationID, callID, personID),
            CHECK ((isYes IS NULL) = (answeredAt IS NULL)),
            FOREIGN KEY (organisationID, callID) REFERENCES coverCall (organisationID, id) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, personID) REFERENCES person (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);
        \(sql.refusal("coverOfferIsKept", of: "DELETE", on: "coverOffer", saying: "an offer is never lost"))
        """
    }
}
