/// A database as the first version of Watchbill made it and left it: a finished build with its draft, and one cut off.
enum FirstVersion {
    static let script = """
        PRAGMA application_id = 0x5742494C;
        CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
        INSERT INTO grdb_migrations (identifier) VALUES ('1');

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

        INSERT INTO problem (id, name, document, storedAt) VALUES (1, 'Ward 7', x'01', 1767600000),
            (4, 'Ward 8', x'0203', 1767600001);
        INSERT INTO build (id, problemID, seed, threads, timeLimit, state, startedAt, endedAt, seconds, penalty, isFeasible,
            bound, peopleCount, dayCount, duties, curve)
        VALUES (1, 1, 5, 2, 30, 'finished', 1767600000, 1767600030, 1.5, 90, 1, 40, 2, 3, x'000000000005', x'010203');
        INSERT INTO draft (problemID, number, buildID) VALUES (1, 1, 1);
        INSERT INTO build (id, problemID, seed, threads, timeLimit, state, startedAt)
        VALUES (3, 1, 6, 2, 30, 'running', 1767600040);
        """
}
