extension SchemaStep {
    /// Signatures under months of hours, which are added and never changed; and of which shifts people were told that they will
    /// not be rested for them, so that each is told once.
    static let signedHours = SchemaStep(number: 17) { sql in
        """
        CREATE TABLE hoursSignature (
            organisationID \(sql.integer) NOT NULL,
            id \(sql.serial),
            personID TEXT NOT NULL,
            unitID TEXT NOT NULL,
            month \(sql.integer) NOT NULL,
            part TEXT NOT NULL CHECK (part IN ('person', 'lead')),
            fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
            signedBy TEXT NOT NULL,
            signedAt \(sql.integer) NOT NULL,
            UNIQUE (organisationID, id),
            CHECK ((part = 'person' AND signedBy = personID) OR (part = 'lead' AND signedBy <> personID)),
            FOREIGN KEY (organisationID, unitID) REFERENCES unit (organisationID, id)
                ON UPDATE CASCADE ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, personID) REFERENCES person (organisationID, id) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, signedBy) REFERENCES person (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);
        CREATE INDEX signatureOfPerson ON hoursSignature (organisationID, personID, month);
        CREATE INDEX signatureInUnit ON hoursSignature (organisationID, unitID, month);
        \(sql.refusal("hoursSignatureStays", of: "UPDATE", on: "hoursSignature",
            when: "OLD.personID <> NEW.personID OR OLD.month <> NEW.month OR OLD.part <> NEW.part OR "
                + "OLD.fingerprint <> NEW.fingerprint OR OLD.signedBy <> NEW.signedBy OR OLD.signedAt <> NEW.signedAt",
            saying: "a signature is never changed"))
        \(sql.refusal("hoursSignatureIsKept", of: "DELETE", on: "hoursSignature", saying: "a signature is never lost"))

        CREATE TABLE restNotice (
            organisationID \(sql.integer) NOT NULL,
            unitID TEXT NOT NULL,
            personID TEXT NOT NULL,
            date \(sql.integer) NOT NULL,
            shift TEXT NOT NULL,
            toldAt \(sql.integer) NOT NULL,
            PRIMARY KEY (organisationID, unitID, personID, date, shift),
            FOREIGN KEY (organisationID, unitID) REFERENCES unit (organisationID, id)
                ON UPDATE CASCADE ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, personID) REFERENCES person (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);
        """
    }
}
