extension SchemaStep {
    /// How much is in a box is told with each piece of news: the copies that count are found without going through all that
    /// somebody has ever got.
    static let boxCounts = SchemaStep(number: 14) { sql in
        """
        CREATE TABLE unreadCopy (
            organisationID \(sql.integer) NOT NULL,
            personID TEXT NOT NULL,
            copyID \(sql.integer) NOT NULL,
            isSealed \(sql.integer) NOT NULL CHECK (isSealed IN (0, 1)),
            PRIMARY KEY (organisationID, copyID),
            FOREIGN KEY (organisationID, copyID) REFERENCES messageCopy (organisationID, id) ON DELETE CASCADE
        )\(sql.strict);
        INSERT INTO unreadCopy (organisationID, personID, copyID, isSealed)
        SELECT messageCopy.organisationID, messageCopy.personID, messageCopy.id, message.isSealed FROM messageCopy
        JOIN message ON message.organisationID = messageCopy.organisationID AND message.id = messageCopy.messageID
        WHERE NOT EXISTS (
            SELECT 1 FROM copyEvent WHERE copyEvent.organisationID = messageCopy.organisationID
                AND copyEvent.copyID = messageCopy.id
                AND copyEvent.fact IN ('read', 'answered', 'deleted', 'retracted', 'cancelled'));
        CREATE INDEX unreadOfPerson ON unreadCopy (organisationID, personID, isSealed);

        ALTER TABLE messageCopy ADD COLUMN isDemanded \(sql.integer) NOT NULL DEFAULT 0 CHECK (isDemanded IN (0, 1));
        UPDATE messageCopy SET isDemanded = 1 WHERE EXISTS (
            SELECT 1 FROM message WHERE message.organisationID = messageCopy.organisationID
                AND message.id = messageCopy.messageID AND message.need IS NOT NULL);
        CREATE INDEX demandOfPerson ON messageCopy (organisationID, personID) WHERE isDemanded = 1;
        """
    }
}
