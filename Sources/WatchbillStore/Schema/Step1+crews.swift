extension SchemaStep {
    /// Problems, builds and drafts. Times are seconds since 1970 (UTC), rotas one byte per cell, row by row.
    ///
    /// From the time when there was SQLite alone; PostgreSQL begins with the second step.
    static let crews = SchemaStep(number: 1) { dialect in
        dialect == .sqlite ? sqlite : ""
    }

    private static let sqlite = """
        CREATE TABLE problem (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL CHECK (length(name) > 0),
            document BLOB NOT NULL CHECK (length(document) > 0),
            storedAt INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE build (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            problemID INTEGER NOT NULL REFERENCES problem (id) ON DELETE RESTRICT,
            seed INTEGER NOT NULL,
            threads INTEGER NOT NULL CHECK (threads >= 1),
            timeLimit INTEGER NOT NULL CHECK (timeLimit >= 1),
            state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'stopped', 'interrupted')),
            startedAt INTEGER NOT NULL,
            endedAt INTEGER,
            seconds REAL CHECK (seconds >= 0),
            penalty INTEGER CHECK (penalty >= 0),
            isFeasible INTEGER CHECK (isFeasible IN (0, 1)),
            bound INTEGER CHECK (bound >= 0),
            peopleCount INTEGER CHECK (peopleCount >= 1),
            dayCount INTEGER CHECK (dayCount >= 1),
            duties BLOB CHECK (length(duties) = peopleCount * dayCount),
            curve BLOB,
            CHECK ((state = 'running') = (endedAt IS NULL)),
            CHECK (
                (duties IS NULL) = (penalty IS NULL) AND (duties IS NULL) = (isFeasible IS NULL)
                AND (duties IS NULL) = (seconds IS NULL) AND (duties IS NULL) = (curve IS NULL)
                AND (duties IS NULL) = (peopleCount IS NULL) AND (duties IS NULL) = (dayCount IS NULL)
            )
        ) STRICT;
        CREATE INDEX buildOfProblem ON build (problemID, id);
        CREATE TRIGGER endedBuildStays BEFORE UPDATE ON build WHEN OLD.state <> 'running'
        BEGIN
            SELECT RAISE(ABORT, 'a build that has ended is not changed');
        END;

        CREATE TABLE draft (
            problemID INTEGER NOT NULL REFERENCES problem (id) ON DELETE RESTRICT,
            number INTEGER NOT NULL CHECK (number >= 1),
            buildID INTEGER NOT NULL UNIQUE REFERENCES build (id) ON DELETE RESTRICT,
            PRIMARY KEY (problemID, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER draftStays BEFORE UPDATE ON draft
        BEGIN
            SELECT RAISE(ABORT, 'a draft is never rewritten');
        END;
        CREATE TRIGGER draftIsKept BEFORE DELETE ON draft
        BEGIN
            SELECT RAISE(ABORT, 'a draft is never lost');
        END;
        """
}
