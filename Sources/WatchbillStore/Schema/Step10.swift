extension SchemaStep {
    /// Messages, their copies and what became of them; how people want to be reached, and what is still to be delivered.
    static let messages = SchemaStep(number: 10) { sql in
        """
        CREATE TABLE message (
            organisationID \(sql.integer) NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
            id \(sql.serial),
            senderID TEXT,
            rootID \(sql.integer),
            addressed TEXT CHECK (length(addressed) > 0),
            text TEXT NOT NULL CHECK (length(text) > 0),
            link TEXT CHECK (length(link) > 0),
            sentAt \(sql.integer) NOT NULL,
            isUrgent \(sql.integer) NOT NULL CHECK (isUrgent IN (0, 1)),
            isConfidential \(sql.integer) NOT NULL CHECK (isConfidential IN (0, 1)),
            isSealed \(sql.integer) NOT NULL DEFAULT 0 CHECK (isSealed IN (0, 1)),
            choices TEXT,
            need \(sql.integer) CHECK (need >= 0),
            deadline \(sql.integer),
            reminder \(sql.integer),
            patience \(sql.integer) CHECK (patience > 0),
            passed \(sql.integer) NOT NULL DEFAULT 0 CHECK (passed >= 0),
            dueAt \(sql.integer),
            UNIQUE (organisationID, id),
            CHECK ((need IS NULL) = (deadline IS NULL) AND (need IS NULL) = (choices IS NULL)
                AND (need IS NULL) = (patience IS NULL)),
            FOREIGN KEY (organisationID, senderID) REFERENCES person (organisationID, id) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, rootID) REFERENCES message (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);
        CREATE INDEX messageOfSender ON message (organisationID, senderID, id);
        CREATE INDEX messageOfThread ON message (organisationID, rootID);
        CREATE INDEX messageDue ON message (organisationID, dueAt) WHERE dueAt IS NOT NULL;
        \(sql.refusal("messageStays", of: "UPDATE", on: "message",
            when: "OLD.text <> NEW.text OR OLD.sentAt <> NEW.sentAt OR OLD.deadline <> NEW.deadline",
            saying: "a message is never rewritten"))
        \(sql.refusal("messageIsKept", of: "DELETE", on: "message", saying: "a message is never lost"))

        CREATE TABLE messageLink (
            organisationID \(sql.integer) NOT NULL,
            messageID \(sql.integer) NOT NULL,
            number \(sql.integer) NOT NULL CHECK (number > 0),
            kind TEXT NOT NULL CHECK (kind IN ('person', 'lead', 'watch')),
            target TEXT NOT NULL CHECK (length(target) > 0),
            PRIMARY KEY (organisationID, messageID, number),
            FOREIGN KEY (organisationID, messageID) REFERENCES message (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);

        CREATE TABLE messageCopy (
            organisationID \(sql.integer) NOT NULL,
            id \(sql.serial),
            messageID \(sql.integer) NOT NULL,
            personID TEXT NOT NULL,
            link \(sql.integer) NOT NULL CHECK (link >= 0),
            UNIQUE (organisationID, id),
            UNIQUE (organisationID, messageID, personID),
            FOREIGN KEY (organisationID, messageID) REFERENCES message (organisationID, id) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, personID) REFERENCES person (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);
        CREATE INDEX copyOfPerson ON messageCopy (organisationID, personID, id);

        CREATE TABLE messageNumber (
            organisationID \(sql.integer) NOT NULL,
            personID TEXT NOT NULL,
            number \(sql.integer) NOT NULL CHECK (number <> 0),
            messageID \(sql.integer) NOT NULL,
            PRIMARY KEY (organisationID, personID, number),
            UNIQUE (organisationID, personID, messageID),
            FOREIGN KEY (organisationID, messageID) REFERENCES message (organisationID, id) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, personID) REFERENCES person (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);

        CREATE TABLE copyNews (
            organisationID \(sql.integer) NOT NULL,
            personID TEXT NOT NULL,
            number \(sql.integer) NOT NULL CHECK (number > 0),
            copyID \(sql.integer) NOT NULL,
            PRIMARY KEY (organisationID, personID, number),
            FOREIGN KEY (organisationID, copyID) REFERENCES messageCopy (organisationID, id) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, personID) REFERENCES person (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);

        CREATE TABLE copyEvent (
            organisationID \(sql.integer) NOT NULL,
            id \(sql.serial),
            copyID \(sql.integer) NOT NULL,
            at \(sql.integer) NOT NULL,
            fact TEXT NOT NULL CHECK (length(fact) > 0),
            detail TEXT CHECK (length(detail) > 0),
            UNIQUE (organisationID, id),
            FOREIGN KEY (organisationID, copyID) REFERENCES messageCopy (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);
        CREATE INDEX eventOfCopy ON copyEvent (organisationID, copyID);
        \(sql.refusal("copyEventStays", of: "UPDATE", on: "copyEvent", saying: "what has happened is never rewritten"))
        \(sql.refusal("copyEventIsKept", of: "DELETE", on: "copyEvent", saying: "what has happened is never lost"))

        CREATE TABLE reach (
            organisationID \(sql.integer) NOT NULL,
            personID TEXT NOT NULL,
            quietFrom \(sql.integer) CHECK (quietFrom BETWEEN 0 AND 1439),
            quietUntil \(sql.integer) CHECK (quietUntil BETWEEN 0 AND 1439),
            PRIMARY KEY (organisationID, personID),
            CHECK ((quietFrom IS NULL) = (quietUntil IS NULL)),
            FOREIGN KEY (organisationID, personID) REFERENCES person (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);

        CREATE TABLE way (
            organisationID \(sql.integer) NOT NULL,
            id \(sql.serial),
            personID TEXT NOT NULL,
            channel TEXT NOT NULL CHECK (channel IN ('push', 'mail', 'webhook')),
            name TEXT NOT NULL CHECK (length(name) > 0),
            address TEXT NOT NULL CHECK (length(address) > 0),
            publicKey \(sql.blob),
            secret \(sql.blob),
            addedAt \(sql.integer) NOT NULL,
            goneAt \(sql.integer),
            UNIQUE (organisationID, id),
            UNIQUE (organisationID, personID, channel, address),
            FOREIGN KEY (organisationID, personID) REFERENCES person (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);

        CREATE TABLE delivery (
            organisationID \(sql.integer) NOT NULL,
            id \(sql.serial),
            copyID \(sql.integer) NOT NULL,
            wayID \(sql.integer) NOT NULL,
            isReminder \(sql.integer) NOT NULL CHECK (isReminder IN (0, 1)),
            attempts \(sql.integer) NOT NULL DEFAULT 0 CHECK (attempts >= 0),
            queuedAt \(sql.integer) NOT NULL,
            dueAt \(sql.integer) NOT NULL,
            serverID \(sql.integer),
            UNIQUE (organisationID, copyID, wayID, isReminder),
            FOREIGN KEY (organisationID, copyID) REFERENCES messageCopy (organisationID, id) ON DELETE CASCADE,
            FOREIGN KEY (organisationID, wayID) REFERENCES way (organisationID, id) ON DELETE CASCADE
        )\(sql.strict);
        CREATE INDEX deliveryDue ON delivery (organisationID, dueAt);
        CREATE INDEX deliveryByWay ON delivery (organisationID, wayID);
        \(cover(sql))
        """
    }
}
