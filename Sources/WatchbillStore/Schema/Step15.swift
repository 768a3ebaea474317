extension SchemaStep {
    /// Stations and what was pressed there, entry codes, how late somebody may be, who was missing, and who came back to their
    /// post before their absence was over. What was pressed is never
    /// lost; of it only what came of it is written later, once.
    static let stations = SchemaStep(number: 15) { sql in
        """
        CREATE TABLE station (
            organisationID \(sql.integer) NOT NULL,
            id TEXT NOT NULL CHECK (length(id) > 0),
            unitID TEXT NOT NULL,
            name TEXT NOT NULL CHECK (length(name) > 0),
            madeBy TEXT NOT NULL,
            madeAt \(sql.integer) NOT NULL,
            codeDigest \(sql.blob) CHECK (length(codeDigest) = 32),
            codeUntil \(sql.integer),
            publicKey \(sql.blob) CHECK (length(publicKey) = 65),
            pairedAt \(sql.integer),
            lastSeenAt \(sql.integer),
            skew \(sql.integer),
            revokedAt \(sql.integer),
            PRIMARY KEY (organisationID, id),
            FOREIGN KEY (organisationID, unitID) REFERENCES unit (organisationID, id)
                ON UPDATE CASCADE ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, madeBy) REFERENCES person (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);
        CREATE INDEX stationOfUnit ON station (organisationID, unitID);
        CREATE INDEX stationByCode ON station (organisationID, codeDigest);
        \(sql.refusal("stationKeyStays", of: "UPDATE", on: "station",
            when: "OLD.publicKey IS NOT NULL AND (NEW.publicKey IS NULL OR OLD.publicKey <> NEW.publicKey)",
            saying: "the key of a station is never replaced"))
        \(sql.refusal("revokedStationStays", of: "UPDATE", on: "station",
            when: "OLD.revokedAt IS NOT NULL AND (NEW.revokedAt IS NULL OR NEW.codeDigest IS NOT NULL)",
            saying: "a station that was revoked is not changed"))
        CREATE TABLE entryCode (
            organisationID \(sql.integer) NOT NULL,
            personID TEXT NOT NULL,
            hash TEXT NOT NULL CHECK (length(hash) > 0),
            setAt \(sql.integer) NOT NULL,
            PRIMARY KEY (organisationID, personID),
            FOREIGN KEY (organisationID, personID) REFERENCES person (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);
        ALTER TABLE attendance ADD COLUMN stationID TEXT;
        CREATE TABLE stationPress (
            organisationID \(sql.integer) NOT NULL,
            stationID TEXT NOT NULL,
            sequence \(sql.integer) NOT NULL CHECK (sequence > 0),
            personID TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('on', 'off', 'pause', 'resume')),
            pressedAt \(sql.integer) NOT NULL,
            skewThen \(sql.integer),
            skew \(sql.integer) NOT NULL,
            at \(sql.integer) NOT NULL,
            receivedAt \(sql.integer) NOT NULL,
            verdict TEXT NOT NULL CHECK (verdict IN
                ('pending', 'taken', 'nothing', 'wrongCode', 'slowed', 'unknown', 'tooOld')),
            attendanceID \(sql.integer),
            PRIMARY KEY (organisationID, stationID, sequence),
            CHECK (attendanceID IS NULL OR verdict IN ('taken', 'nothing')),
            FOREIGN KEY (organisationID, stationID) REFERENCES station (organisationID, id) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, attendanceID) REFERENCES attendance (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);
        CREATE INDEX pressOfStation ON stationPress (organisationID, stationID, at);
        CREATE INDEX pressOfPerson ON stationPress (organisationID, personID, at);
        \(sql.refusal("pressStays", of: "UPDATE", on: "stationPress", when: "OLD.verdict <> 'pending'",
            saying: "what was pressed at a station is never rewritten"))
        \(sql.refusal("pressIsKept", of: "DELETE", on: "stationPress",
            saying: "what was pressed at a station is never lost"))
        CREATE TABLE watchRule (
            organisationID \(sql.integer) NOT NULL,
            unitID TEXT NOT NULL,
            grace \(sql.integer) NOT NULL CHECK (grace >= 0),
            changedBy TEXT NOT NULL,
            changedAt \(sql.integer) NOT NULL,
            PRIMARY KEY (organisationID, unitID),
            FOREIGN KEY (organisationID, unitID) REFERENCES unit (organisationID, id)
                ON UPDATE CASCADE ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, changedBy) REFERENCES person (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);
        CREATE TABLE alarm (
            organisationID \(sql.integer) NOT NULL,
            id \(sql.serial),
            unitID TEXT NOT NULL,
            personID TEXT NOT NULL,
            date \(sql.integer) NOT NULL,
            shift TEXT NOT NULL,
            startAt \(sql.integer) NOT NULL,
            endAt \(sql.integer) NOT NULL CHECK (endAt > startAt),
            raisedAt \(sql.integer) NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('open', 'present', 'away', 'over')),
            settledAt \(sql.integer),
            settledBy TEXT,
            coverID \(sql.integer),
            toldTo TEXT NOT NULL,
            UNIQUE (organisationID, id),
            UNIQUE (organisationID, unitID, personID, startAt),
            CHECK ((state = 'open') = (settledAt IS NULL)),
            FOREIGN KEY (organisationID, unitID) REFERENCES unit (organisationID, id)
                ON UPDATE CASCADE ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, personID) REFERENCES person (organisationID, id) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, settledBy) REFERENCES person (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);
        CREATE INDEX openAlarm ON alarm (organisationID, state);
        \(sql.refusal("alarmIsKept", of: "DELETE", on: "alarm", saying: "an alarm is never lost"))
        CREATE TABLE absenceReturn (
            organisationID \(sql.integer) NOT NULL,
            id \(sql.serial),
            absenceID TEXT NOT NULL,
            backOn \(sql.integer) NOT NULL,
            saidBy TEXT NOT NULL,
            saidAt \(sql.integer) NOT NULL,
            agreedBy TEXT,
            agreedAt \(sql.integer),
            UNIQUE (organisationID, id),
            CHECK ((agreedBy IS NULL) = (agreedAt IS NULL)),
            FOREIGN KEY (organisationID, absenceID) REFERENCES absence (organisationID, id) ON DELETE CASCADE,
            FOREIGN KEY (organisationID, saidBy) REFERENCES person (organisationID, id) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, agreedBy) REFERENCES person (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);
        CREATE INDEX returnOfAbsence ON absenceReturn (organisationID, absenceID);
        """
    }
}
