extension SchemaStep {
    /// Everything is an organisation's, and its number comes first in every key, so that tables can be distributed by
    /// it. Builds know which server runs them.
    static let organisations = SchemaStep(number: 2) { dialect in
        """
        \(dialect == .sqlite ? keep : refuse)
        \(tables(dialect))
        INSERT INTO organisation (id, name) VALUES (1, 'Our organisation');
        \(dialect == .sqlite ? bringBack : "")
        \(triggers(dialect))
        """
    }

    private static func tables(_ sql: SQLDialect) -> String {
        """
        CREATE TABLE organisation (
            id \(sql.integer) PRIMARY KEY,
            name TEXT NOT NULL CHECK (length(name) > 0)
        )\(sql.strict);

        CREATE TABLE server (
            organisationID \(sql.integer) NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
            id \(sql.serial),
            \(sql.key) (organisationID, id)
        )\(sql.strict);

        CREATE TABLE problem (
            organisationID \(sql.integer) NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
            id \(sql.serial),
            name TEXT NOT NULL CHECK (length(name) > 0),
            document \(sql.blob) NOT NULL CHECK (length(document) > 0),
            storedAt \(sql.integer) NOT NULL,
            \(sql.key) (organisationID, id)
        )\(sql.strict);

        CREATE TABLE build (
            organisationID \(sql.integer) NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
            id \(sql.serial),
            problemID \(sql.integer) NOT NULL,
            serverID \(sql.integer),
            seed \(sql.integer) NOT NULL,
            threads \(sql.integer) NOT NULL CHECK (threads >= 1),
            timeLimit \(sql.integer) NOT NULL CHECK (timeLimit >= 1),
            state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'stopped', 'interrupted')),
            startedAt \(sql.integer) NOT NULL,
            endedAt \(sql.integer),
            seconds \(sql.real) CHECK (seconds >= 0),
            penalty \(sql.integer) CHECK (penalty >= 0),
            isFeasible \(sql.integer) CHECK (isFeasible IN (0, 1)),
            bound \(sql.integer) CHECK (bound >= 0),
            peopleCount \(sql.integer) CHECK (peopleCount >= 1),
            dayCount \(sql.integer) CHECK (dayCount >= 1),
            duties \(sql.blob) CHECK (length(duties) = peopleCount * dayCount),
            curve \(sql.blob),
            \(sql.key) (organisationID, id),
            UNIQUE (organisationID, problemID, id),
            FOREIGN KEY (organisationID, problemID) REFERENCES problem (organisationID, id) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, serverID) REFERENCES server (organisationID, id) ON DELETE RESTRICT,
            CHECK ((state = 'running') = (endedAt IS NULL)),
            CHECK (
                (duties IS NULL) = (penalty IS NULL) AND (duties IS NULL) = (isFeasible IS NULL)
                AND (duties IS NULL) = (seconds IS NULL) AND (duties IS NULL) = (curve IS NULL)
                AND (duties IS NULL) = (peopleCount IS NULL) AND (duties IS NULL) = (dayCount IS NULL)
            )
        )\(sql.strict);

        CREATE TABLE draft (
            organisationID \(sql.integer) NOT NULL,
            problemID \(sql.integer) NOT NULL,
            number \(sql.integer) NOT NULL CHECK (number >= 1),
            buildID \(sql.integer) NOT NULL,
            PRIMARY KEY (organisationID, problemID, number),
            UNIQUE (organisationID, buildID),
            FOREIGN KEY (organisationID, problemID, buildID) REFERENCES build (organisationID, problemID, id)
                ON DELETE RESTRICT
        )\(sql.strict);
        """
    }

    private static func triggers(_ sql: SQLDialect) -> String {
        """
        \(sql.refusal("endedBuildStays", of: "UPDATE", on: "build", when: "OLD.state <> 'running'",
            saying: "a build that has ended is not changed"))
        \(sql.refusal("draftStays", of: "UPDATE", on: "draft", saying: "a draft is never rewritten"))
        \(sql.refusal("draftIsKept", of: "DELETE", on: "draft", saying: "a draft is never lost"))
        """
    }

    /// SQLite cannot change a table's keys: what the first step's tables hold is put aside, and they are made anew.
    private static let keep = """
        CREATE TABLE keptProblem AS SELECT * FROM problem;
        CREATE TABLE keptBuild AS SELECT * FROM build;
        CREATE TABLE keptDraft AS SELECT * FROM draft;
        DROP TABLE draft;
        DROP TABLE build;
        DROP TABLE problem;
        """

    private static let bringBack = """
        INSERT INTO problem (organisationID, id, name, document, storedAt)
            SELECT 1, id, name, document, storedAt FROM keptProblem;
        INSERT INTO build (organisationID, id, problemID, seed, threads, timeLimit, state, startedAt, endedAt, seconds,
                penalty, isFeasible, bound, peopleCount, dayCount, duties, curve)
            SELECT 1, id, problemID, seed, threads, timeLimit, state, startedAt, endedAt, seconds,
                penalty, isFeasible, bound, peopleCount, dayCount, duties, curve FROM keptBuild;
        INSERT INTO draft (organisationID, problemID, number, buildID)
            SELECT 1, problemID, number, buildID FROM keptDraft;
        DROP TABLE keptDraft;
        DROP TABLE keptBuild;
        DROP TABLE keptProblem;
        """

    /// What PostgreSQL's triggers of all tables call to refuse.
    private static let refuse = """
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION USING MESSAGE = TG_ARGV[0], ERRCODE = 'restrict_violation';
        END $$;
        """
}
