extension SchemaStep {
    /// What units' rotas are made of, each time it was changed: the newest counts, and none is lost.
    static let setups = SchemaStep(number: 8) { sql in
        """
        CREATE TABLE unitSetup (
            organisationID \(sql.integer) NOT NULL,
            unitID TEXT NOT NULL,
            number \(sql.integer) NOT NULL CHECK (number >= 1),
            document \(sql.blob) NOT NULL CHECK (length(document) > 0),
            freeExchanges \(sql.integer) NOT NULL CHECK (freeExchanges IN (0, 1)),
            savedAt \(sql.integer) NOT NULL,
            savedBy TEXT NOT NULL,
            PRIMARY KEY (organisationID, unitID, number),
            FOREIGN KEY (organisationID, unitID) REFERENCES unit (organisationID, id)
                ON UPDATE CASCADE ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, savedBy) REFERENCES person (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);
        \(sql.refusal("unitSetupStays", of: "UPDATE", on: "unitSetup",
            when: "OLD.number <> NEW.number OR OLD.document <> NEW.document OR OLD.savedAt <> NEW.savedAt",
            saying: "a set-up of a unit is never rewritten"))
        \(sql.refusal("unitSetupIsKept", of: "DELETE", on: "unitSetup", saying: "a set-up of a unit is never lost"))
        """
    }
}
