extension SchemaStep {
    /// What is in the outbox stands with its channel: each channel is looked after by itself. By its number it is found by an
    /// index, which in SQLite the table itself is.
    static let channels = SchemaStep(number: 11) { sql in
        """
        ALTER TABLE delivery ADD COLUMN channel TEXT NOT NULL DEFAULT 'push'
            CHECK (channel IN ('push', 'mail', 'webhook'));
        UPDATE delivery SET channel = (
            SELECT way.channel FROM way
            WHERE way.organisationID = delivery.organisationID AND way.id = delivery.wayID
        );
        DROP INDEX deliveryDue;
        CREATE INDEX deliveryDue ON delivery (organisationID, channel, dueAt);
        CREATE UNIQUE INDEX deliveryByNumber ON delivery (organisationID, id);
        """
    }
}
