extension SchemaStep {
    /// People's files: entries with what they refer to and what goes with them, what is searched of them, and how long they
    /// are kept.
    static func files(_ sql: SQLDialect) -> String {
        """
        \(entries(sql))
        \(belongings(sql))
        \(entryGuards(sql))
        \(textIndex(sql))
        """
    }

    /// A sealed entry has its envelope and nothing else that tells what it says.
    ///
    /// `number` counts in the order of writing, is the index's key, and leaves the store nowhere. `words` is what is searched
    /// of an entry, and the person's token (`SearchIndex`).
    private static func entries(_ sql: SQLDialect) -> String {
        """
        CREATE TABLE recordEntry (
            organisationID \(sql.integer) NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
            number \(sql.serial),
            id TEXT NOT NULL CHECK (length(id) > 0),
            personID TEXT NOT NULL,
            category TEXT NOT NULL,
            class TEXT NOT NULL,
            title TEXT CHECK (length(title) > 0),
            body TEXT,
            validFrom \(sql.integer),
            validUntil \(sql.integer),
            words TEXT CHECK (length(words) > 0),
            sealed \(sql.blob) CHECK (length(sealed) >= 289),
            writtenBy TEXT NOT NULL,
            writtenAt \(sql.integer) NOT NULL,
            \(sql.key) (organisationID, number),
            UNIQUE (organisationID, id),
            UNIQUE (organisationID, id, personID, category, class),
            FOREIGN KEY (organisationID, personID) REFERENCES person (organisationID, id) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, writtenBy) REFERENCES person (organisationID, id) ON DELETE RESTRICT,
            CHECK (
                (category IN ('contact', 'rank', 'qualifications', 'training', 'supplies')
                    AND class IN ('unit', 'leads', 'keepers'))
                OR (category IN ('identity', 'contracts', 'conduct') AND class IN ('leads', 'keepers', 'sealed'))
                OR (category = 'health' AND class = 'sealed')
            ),
            CHECK ((class = 'sealed') = (sealed IS NOT NULL)),
            CHECK (
                (class = 'sealed') = (title IS NULL) AND (class = 'sealed') = (body IS NULL)
                AND (class = 'sealed') = (words IS NULL)
            ),
            CHECK (class <> 'sealed' OR (validFrom IS NULL AND validUntil IS NULL)),
            CHECK (validFrom <= validUntil)
        )\(sql.strict);
        CREATE INDEX entryOnShelf ON recordEntry (organisationID, personID, category, class, number);
        CREATE INDEX entryByWriter ON recordEntry (organisationID, writtenBy);
        """
    }

    /// What hangs on entries and goes with them. A contest is as closed as what it is about; an entry is superseded once, and
    /// by none that is more open, and sealed entries by sealed ones alone, which supersede nothing else.
    private static func belongings(_ sql: SQLDialect) -> String {
        """
        CREATE TABLE recordReference (
            organisationID \(sql.integer) NOT NULL,
            entryID TEXT NOT NULL,
            class TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('supersedes', 'contests')),
            otherID TEXT NOT NULL CHECK (otherID <> entryID),
            otherClass TEXT NOT NULL,
            personID TEXT NOT NULL,
            category TEXT NOT NULL,
            PRIMARY KEY (organisationID, entryID),
            FOREIGN KEY (organisationID, entryID, personID, category, class)
                REFERENCES recordEntry (organisationID, id, personID, category, class) ON DELETE CASCADE,
            FOREIGN KEY (organisationID, otherID, personID, category, otherClass)
                REFERENCES recordEntry (organisationID, id, personID, category, class) ON DELETE CASCADE,
            CHECK (
                class = otherClass
                OR (kind = 'supersedes' AND class <> 'sealed'
                    AND (otherClass = 'unit' OR (otherClass = 'leads' AND class = 'keepers')))
            )
        )\(sql.strict);
        CREATE UNIQUE INDEX supersededOnce ON recordReference (organisationID, otherID) WHERE kind = 'supersedes';
        CREATE INDEX referenceTo ON recordReference (organisationID, otherID);

        CREATE TABLE attachment (
            organisationID \(sql.integer) NOT NULL,
            id TEXT NOT NULL CHECK (length(id) > 0),
            entryID TEXT NOT NULL,
            personID TEXT NOT NULL,
            category TEXT NOT NULL,
            class TEXT NOT NULL,
            place \(sql.integer) NOT NULL CHECK (place >= 0),
            name TEXT CHECK (length(name) > 0),
            type TEXT CHECK (type IN ('pdf', 'png', 'jpeg', 'webp', 'text')),
            content \(sql.blob) CHECK (length(content) > 0),
            sealed \(sql.blob) CHECK (length(sealed) >= 289),
            PRIMARY KEY (organisationID, id),
            UNIQUE (organisationID, entryID, place),
            FOREIGN KEY (organisationID, entryID, personID, category, class)
                REFERENCES recordEntry (organisationID, id, personID, category, class) ON DELETE CASCADE,
            CHECK ((class = 'sealed') = (sealed IS NOT NULL)),
            CHECK (
                (class = 'sealed') = (name IS NULL) AND (class = 'sealed') = (type IS NULL)
                AND (class = 'sealed') = (content IS NULL)
            )
        )\(sql.strict);

        CREATE TABLE erasure (
            organisationID \(sql.integer) NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
            entryID TEXT NOT NULL CHECK (length(entryID) > 0),
            erasedAt \(sql.integer) NOT NULL,
            PRIMARY KEY (organisationID, entryID)
        )\(sql.strict);

        CREATE TABLE retentionRule (
            organisationID \(sql.integer) NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
            category TEXT NOT NULL CHECK (category IN ('identity', 'contact', 'rank', 'qualifications', 'contracts',
                'training', 'conduct', 'health', 'supplies')),
            years \(sql.integer) NOT NULL CHECK (years BETWEEN 0 AND 100),
            start TEXT NOT NULL CHECK (start IN ('writing', 'leaving')),
            PRIMARY KEY (organisationID, category)
        )\(sql.strict);
        """
    }

    /// Entries are never changed; they go by erasure, and what hangs on them goes with them alone.
    private static func entryGuards(_ sql: SQLDialect) -> String {
        let entry = "SELECT 1 FROM recordEntry WHERE organisationID = OLD.organisationID AND id ="
        return """
            \(sql.refusal("entryStays", of: "UPDATE", on: "recordEntry", saying: "an entry is superseded and not changed"))
            \(sql.refusal("referenceStays", of: "UPDATE", on: "recordReference",
                saying: "what an entry refers to is not changed"))
            \(sql.refusal("attachmentStays", of: "UPDATE", on: "attachment", saying: "an attachment is not changed"))
            \(sql.refusal("erasureStays", of: "UPDATE", on: "erasure", saying: "an erasure is not changed"))
            \(sql.refusal("erasureIsKept", of: "DELETE", on: "erasure", saying: "an erasure is not taken back"))
            \(sql.keeping("entryIsErased", on: "recordEntry", while: """
                NOT EXISTS (SELECT 1 FROM erasure WHERE organisationID = OLD.organisationID AND entryID = OLD.id)
                """, saying: "an entry is erased and not deleted"))
            \(sql.keeping("referenceIsKept", on: "recordReference",
                while: "EXISTS (\(entry) OLD.entryID) AND EXISTS (\(entry) OLD.otherID)",
                saying: "what an entry refers to goes with it"))
            \(sql.keeping("attachmentIsKept", on: "attachment", while: "EXISTS (\(entry) OLD.entryID)",
                saying: "an attachment goes with its entry"))
            """
    }

    /// SQLite keeps no text for its index a second time, and takes deleted words from it only if it is told them.
    private static func textIndex(_ sql: SQLDialect) -> String {
        switch sql {
        case .postgres:
            """
            ALTER TABLE recordEntry ADD COLUMN wordIndex tsvector
                GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED;
            CREATE INDEX entryByWord ON recordEntry USING gin (wordIndex);
            """
        case .sqlite:
            """
            CREATE VIRTUAL TABLE entryWords USING fts5(
                words, content='', detail='none', prefix='3', tokenize="ascii tokenchars '_'");
            CREATE TRIGGER wordsIn AFTER INSERT ON recordEntry WHEN NEW.words IS NOT NULL
            BEGIN
                INSERT INTO entryWords (rowid, words) VALUES (NEW.number, NEW.words);
            END;
            CREATE TRIGGER wordsOut AFTER DELETE ON recordEntry WHEN OLD.words IS NOT NULL
            BEGIN
                INSERT INTO entryWords (entryWords, rowid, words) VALUES ('delete', OLD.number, OLD.words);
            END;
            """
        }
    }
}
