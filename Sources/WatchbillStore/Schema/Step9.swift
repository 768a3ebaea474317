extension SchemaStep {
    /// What people ask for themselves: shifts and days off, exchanges of published shifts; and their accounts of the year.
    static let asking = SchemaStep(number: 9) { sql in
        """
        CREATE TABLE shiftRequest (
            organisationID \(sql.integer) NOT NULL,
            id \(sql.serial),
            personID TEXT NOT NULL,
            date \(sql.integer) NOT NULL,
            wish TEXT NOT NULL CHECK (wish IN ('dayOff', 'dayOn', 'shiftOff', 'shiftOn')),
            shift TEXT CHECK (length(shift) > 0),
            at \(sql.integer) NOT NULL,
            UNIQUE (organisationID, personID, date),
            FOREIGN KEY (organisationID, personID) REFERENCES person (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);

        CREATE TABLE exchange (
            organisationID \(sql.integer) NOT NULL,
            id \(sql.serial),
            unitID TEXT NOT NULL,
            askerID TEXT NOT NULL,
            otherID TEXT CHECK (otherID <> askerID),
            date \(sql.integer) NOT NULL,
            shift TEXT NOT NULL CHECK (length(shift) > 0),
            otherDate \(sql.integer),
            otherShift TEXT CHECK (length(otherShift) > 0),
            askedAt \(sql.integer) NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('asked', 'agreed', 'done', 'declined', 'withdrawn', 'refused')),
            stateBy TEXT NOT NULL,
            stateAt \(sql.integer) NOT NULL,
            UNIQUE (organisationID, id),
            CHECK ((otherDate IS NULL) = (otherShift IS NULL) AND (otherDate IS NULL OR otherID IS NOT NULL)),
            FOREIGN KEY (organisationID, unitID) REFERENCES unit (organisationID, id)
                ON UPDATE CASCADE ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, askerID) REFERENCES person (organisationID, id) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, otherID) REFERENCES person (organisationID, id) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, stateBy) REFERENCES person (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);
        CREATE INDEX exchangeOfAsker ON exchange (organisationID, askerID);
        CREATE INDEX exchangeOfOther ON exchange (organisationID, otherID);
        CREATE INDEX exchangeByState ON exchange (organisationID, state);
        \(sql.refusal("exchangeStays", of: "UPDATE", on: "exchange", when: "OLD.state NOT IN ('asked', 'agreed')",
            saying: "an exchange that has ended is not changed"))
        \(sql.refusal("exchangeIsKept", of: "DELETE", on: "exchange", saying: "an exchange is never lost"))

        CREATE TABLE accountEntry (
            organisationID \(sql.integer) NOT NULL,
            id \(sql.serial),
            personID TEXT NOT NULL,
            year \(sql.integer) NOT NULL CHECK (year BETWEEN 1 AND 9999),
            nights \(sql.integer) NOT NULL,
            weekends \(sql.integer) NOT NULL,
            holidays \(sql.integer) NOT NULL,
            unpopular \(sql.integer) NOT NULL,
            requestsMade \(sql.integer) NOT NULL,
            requestsGranted \(sql.integer) NOT NULL,
            presence \(sql.integer) NOT NULL,
            leave \(sql.integer) NOT NULL,
            note TEXT NOT NULL CHECK (length(note) > 0),
            enteredBy TEXT NOT NULL,
            enteredAt \(sql.integer) NOT NULL,
            FOREIGN KEY (organisationID, personID) REFERENCES person (organisationID, id) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, enteredBy) REFERENCES person (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);
        CREATE INDEX accountOfPerson ON accountEntry (organisationID, personID, year);
        \(sql.refusal("accountEntryStays", of: "UPDATE", on: "accountEntry", when: "OLD.note = NEW.note",
            saying: "an entry of an account is never rewritten"))
        """
    }
}
