extension SchemaStep {
    /// Wrapped data keys, the log of readings, broken glass, absences and decisions on fitness. What is sealed is an
    /// envelope, never shorter than 289 bytes.
    static func sealing(_ sql: SQLDialect) -> String {
        """
        \(keysAndReadings(sql))
        \(sealedFacts(sql))
        \(sealingGuards(sql))
        """
    }

    private static func keysAndReadings(_ sql: SQLDialect) -> String {
        """
        CREATE TABLE dataKey (
            \(organisation(sql)),
            number \(sql.integer) NOT NULL CHECK (number BETWEEN 1 AND 4294967295),
            masterKeyID TEXT NOT NULL CHECK (length(masterKeyID) = 16),
            box \(sql.blob) NOT NULL CHECK (length(box) = 60),
            PRIMARY KEY (organisationID, number)
        )\(sql.strict);

        CREATE TABLE glassGrant (
            \(identified(sql)),
            readerID TEXT NOT NULL,
            personID TEXT NOT NULL CHECK (personID <> readerID),
            \(sealableCategory),
            fromAt \(sql.integer) NOT NULL,
            untilAt \(sql.integer) NOT NULL CHECK (untilAt > fromAt),
            \(envelope(sql, "reason")),
            PRIMARY KEY (organisationID, id),
            \(person("readerID")),
            \(person("personID"))
        )\(sql.strict);
        CREATE INDEX glassOfReader ON glassGrant (organisationID, readerID, untilAt);

        CREATE TABLE reading (
            \(organisation(sql)),
            number \(sql.integer) NOT NULL CHECK (number >= 1),
            at \(sql.integer) NOT NULL,
            readerID TEXT NOT NULL,
            personID TEXT NOT NULL,
            \(sealableCategory),
            subjectID TEXT NOT NULL CHECK (length(subjectID) > 0),
            reason TEXT NOT NULL CHECK (reason IN ('own', 'role', 'glass')),
            role TEXT,
            glassID TEXT,
            glassReason \(sql.blob),
            follows \(sql.integer) CHECK (follows = number - 1),
            previous \(sql.blob) NOT NULL CHECK (length(previous) = 32),
            hash \(sql.blob) NOT NULL CHECK (length(hash) = 32),
            PRIMARY KEY (organisationID, number),
            UNIQUE (organisationID, number, hash),
            FOREIGN KEY (organisationID, follows, previous) REFERENCES reading (organisationID, number, hash)
                ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, glassID) REFERENCES glassGrant (organisationID, id) ON DELETE RESTRICT,
            \(person("readerID")),
            \(person("personID")),
            CHECK ((follows IS NULL) = (number = 1)),
            CHECK ((reason = 'own') = (readerID = personID)),
            CHECK ((role IS NOT NULL) = (reason = 'role')),
            CHECK ((glassID IS NOT NULL) = (reason = 'glass') AND (glassReason IS NOT NULL) = (reason = 'glass'))
        )\(sql.strict);
        CREATE INDEX readingOfPerson ON reading (organisationID, personID, number);
        """
    }

    private static func sealedFacts(_ sql: SQLDialect) -> String {
        """
        CREATE TABLE absence (
            \(identified(sql)),
            personID TEXT NOT NULL,
            firstDate \(sql.integer) NOT NULL,
            lastDate \(sql.integer) NOT NULL CHECK (lastDate >= firstDate),
            fromMinute \(sql.integer) CHECK (fromMinute BETWEEN 0 AND 1439),
            untilMinute \(sql.integer) CHECK (untilMinute BETWEEN 0 AND 1439),
            state TEXT NOT NULL CHECK (state IN ('asked', 'granted', 'refused')),
            stateBy TEXT NOT NULL,
            stateAt \(sql.integer) NOT NULL,
            \(envelope(sql, "ground")),
            PRIMARY KEY (organisationID, id),
            \(person("personID")),
            \(person("stateBy")),
            CHECK (firstDate < lastDate OR fromMinute < untilMinute),
            CHECK ((state = 'asked') = (stateBy = personID))
        )\(sql.strict);
        CREATE INDEX absenceOfPerson ON absence (organisationID, personID, firstDate);

        CREATE TABLE fitnessDecision (
            \(organisation(sql)),
            number \(sql.serial),
            id TEXT NOT NULL CHECK (length(id) > 0),
            personID TEXT NOT NULL,
            fitness TEXT NOT NULL CHECK (fitness IN ('fit', 'fitWithLimits', 'notFitUntil')),
            limits TEXT CHECK (length(limits) > 0),
            untilDate \(sql.integer),
            decidedBy TEXT NOT NULL CHECK (decidedBy <> personID),
            decidedAt \(sql.integer) NOT NULL,
            \(envelope(sql, "reason")),
            \(sql.key) (organisationID, number),
            UNIQUE (organisationID, id),
            \(person("personID")),
            \(person("decidedBy")),
            CHECK ((limits IS NOT NULL) = (fitness = 'fitWithLimits')),
            CHECK ((untilDate IS NOT NULL) = (fitness = 'notFitUntil'))
        )\(sql.strict);
        CREATE INDEX fitnessOfPerson ON fitnessDecision (organisationID, personID, number);

        CREATE TABLE notice (
            \(organisation(sql)),
            number \(sql.serial),
            recipientID TEXT NOT NULL,
            glassID TEXT NOT NULL,
            toldAt \(sql.integer) NOT NULL,
            seenAt \(sql.integer) CHECK (seenAt >= toldAt),
            \(sql.key) (organisationID, number),
            UNIQUE (organisationID, recipientID, glassID),
            \(person("recipientID")),
            FOREIGN KEY (organisationID, glassID) REFERENCES glassGrant (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);
        """
    }

    private static func organisation(_ sql: SQLDialect) -> String {
        "organisationID \(sql.integer) NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT"
    }

    private static func identified(_ sql: SQLDialect) -> String {
        "\(organisation(sql)),\n    id TEXT NOT NULL CHECK (length(id) > 0)"
    }

    private static func envelope(_ sql: SQLDialect, _ column: String) -> String {
        "\(column) \(sql.blob) NOT NULL CHECK (length(\(column)) >= 289)"
    }

    private static func person(_ column: String) -> String {
        "FOREIGN KEY (organisationID, \(column)) REFERENCES person (organisationID, id) ON DELETE RESTRICT"
    }

    /// Those of which some entry may be sealed.
    private static let sealableCategory =
        "category TEXT NOT NULL CHECK (category IN ('identity', 'contracts', 'conduct', 'health'))"

    /// The log only grows, keys are never lost, and what was decided stays. Absences and decisions go by erasure alone.
    private static func sealingGuards(_ sql: SQLDialect) -> String {
        """
        \(sql.refusal("dataKeyStays", of: "UPDATE", on: "dataKey",
            when: "OLD.organisationID <> NEW.organisationID OR OLD.number <> NEW.number",
            saying: "a data key keeps its number"))
        \(sql.refusal("dataKeyIsKept", of: "DELETE", on: "dataKey", saying: "a data key is never lost"))
        \(sql.refusal("readingStays", of: "UPDATE", on: "reading", saying: "a reading is never rewritten"))
        \(sql.refusal("readingIsKept", of: "DELETE", on: "reading", saying: "a reading is never lost"))
        \(sql.refusal("glassStays", of: "UPDATE", on: "glassGrant", saying: "broken glass is not made whole"))
        \(sql.refusal("glassIsKept", of: "DELETE", on: "glassGrant", saying: "broken glass is never lost"))
        \(sql.refusal("absenceStays", of: "UPDATE", on: "absence",
            when: """
                OLD.state <> 'asked' OR NEW.state = 'asked' OR OLD.id <> NEW.id OR OLD.personID <> NEW.personID
                OR OLD.firstDate <> NEW.firstDate OR OLD.lastDate <> NEW.lastDate OR OLD.ground <> NEW.ground
                OR OLD.fromMinute IS DISTINCT FROM NEW.fromMinute OR OLD.untilMinute IS DISTINCT FROM NEW.untilMinute
                """,
            saying: "an absence is decided once and not changed"))
        \(sql.refusal("fitnessStays", of: "UPDATE", on: "fitnessDecision",
            saying: "a decision on fitness is never rewritten"))
        \(sql.refusal("noticeStays", of: "UPDATE", on: "notice",
            when: """
                OLD.seenAt IS NOT NULL OR OLD.recipientID <> NEW.recipientID OR OLD.glassID <> NEW.glassID
                OR OLD.toldAt <> NEW.toldAt
                """,
            saying: "a notice is seen once and not changed"))
        \(sql.refusal("noticeIsKept", of: "DELETE", on: "notice", saying: "a notice is never lost"))
        """
    }
}
