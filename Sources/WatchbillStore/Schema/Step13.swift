extension SchemaStep {
    /// When people were on watch: what was told of it, and what corrects that. Nothing is rewritten or lost but a note, where a
    /// person is erased.
    static let attendance = SchemaStep(number: 13) { sql in
        """
        CREATE TABLE attendance (
            organisationID \(sql.integer) NOT NULL,
            id \(sql.serial),
            personID TEXT NOT NULL,
            unitID TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('on', 'off', 'pause', 'resume')),
            at \(sql.integer) NOT NULL,
            replacesID \(sql.integer),
            isTakenBack \(sql.integer) NOT NULL CHECK (isTakenBack IN (0, 1)),
            note TEXT CHECK (length(note) > 0),
            enteredBy TEXT NOT NULL,
            enteredAt \(sql.integer) NOT NULL,
            UNIQUE (organisationID, id),
            CHECK (isTakenBack = 0 OR replacesID IS NOT NULL),
            FOREIGN KEY (organisationID, replacesID) REFERENCES attendance (organisationID, id) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, unitID) REFERENCES unit (organisationID, id)
                ON UPDATE CASCADE ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, personID) REFERENCES person (organisationID, id) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, enteredBy) REFERENCES person (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);
        CREATE INDEX attendanceOfPerson ON attendance (organisationID, personID, at);
        CREATE INDEX attendanceInUnit ON attendance (organisationID, unitID, at);
        \(sql.refusal("attendanceStays", of: "UPDATE", on: "attendance",
            when: "OLD.at <> NEW.at OR OLD.kind <> NEW.kind OR OLD.personID <> NEW.personID OR NEW.note IS NOT NULL",
            saying: "what was told of attendance is never rewritten"))
        \(sql.refusal("attendanceIsKept", of: "DELETE", on: "attendance",
            saying: "what was told of attendance is never lost"))
        """
    }
}
