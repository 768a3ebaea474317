extension SchemaStep {
    /// Accounts, what they open, and roles. Of tokens there is the SHA-256.
    static func accounts(_ sql: SQLDialect) -> String {
        """
        CREATE TABLE account (
            \(owned(sql)),
            personID TEXT NOT NULL,
            login TEXT NOT NULL CHECK (length(login) > 0),
            passwordHash TEXT CHECK (length(passwordHash) > 0),
            issuer TEXT,
            subject TEXT,
            createdAt \(sql.integer) NOT NULL,
            disabledAt \(sql.integer),
            PRIMARY KEY (organisationID, id),
            UNIQUE (organisationID, personID),
            UNIQUE (organisationID, login),
            UNIQUE (organisationID, issuer, subject),
            FOREIGN KEY (organisationID, personID) REFERENCES person (organisationID, id) ON DELETE RESTRICT,
            CHECK ((issuer IS NULL) = (subject IS NULL))
        )\(sql.strict);

        CREATE TABLE session (
            \(owned(sql)),
            accountID TEXT NOT NULL,
            \(digest(sql)),
            way TEXT NOT NULL CHECK (way IN ('password', 'provider', 'link')),
            userAgent TEXT NOT NULL,
            createdAt \(sql.integer) NOT NULL,
            lastSeenAt \(sql.integer) NOT NULL CHECK (lastSeenAt >= createdAt),
            endedAt \(sql.integer),
            endReason TEXT CHECK (endReason IN ('signedOut', 'endedByOwner', 'passwordChanged', 'accountDisabled')),
            PRIMARY KEY (organisationID, id),
            UNIQUE (organisationID, digest),
            \(ofAccount),
            CHECK ((endedAt IS NULL) = (endReason IS NULL))
        )\(sql.strict);
        CREATE INDEX sessionOfAccount ON session (organisationID, accountID);

        CREATE TABLE oneTimeLink (
            \(owned(sql)),
            purpose TEXT NOT NULL CHECK (purpose IN ('firstAdministrator', 'invitation', 'passwordReset', 'pairing')),
            personID TEXT,
            login TEXT,
            accountID TEXT,
            \(digest(sql)),
            createdAt \(sql.integer) NOT NULL,
            expiresAt \(sql.integer) NOT NULL CHECK (expiresAt > createdAt),
            usedAt \(sql.integer),
            revokedAt \(sql.integer),
            PRIMARY KEY (organisationID, id),
            UNIQUE (organisationID, digest),
            \(ofAccount),
            FOREIGN KEY (organisationID, personID) REFERENCES person (organisationID, id) ON DELETE RESTRICT,
            CHECK ((purpose = 'invitation') = (personID IS NOT NULL) AND (purpose = 'invitation') = (login IS NOT NULL)),
            CHECK ((purpose IN ('passwordReset', 'pairing')) = (accountID IS NOT NULL)),
            CHECK (usedAt IS NULL OR revokedAt IS NULL)
        )\(sql.strict);
        CREATE INDEX linkOfPerson ON oneTimeLink (organisationID, personID);
        CREATE INDEX linkOfAccount ON oneTimeLink (organisationID, accountID);

        CREATE TABLE apiToken (
            \(owned(sql)),
            accountID TEXT NOT NULL,
            name TEXT NOT NULL CHECK (length(name) > 0),
            rights TEXT NOT NULL CHECK (length(rights) > 0),
            \(digest(sql)),
            createdAt \(sql.integer) NOT NULL,
            expiresAt \(sql.integer) NOT NULL CHECK (expiresAt > createdAt),
            lastUsedAt \(sql.integer),
            revokedAt \(sql.integer),
            PRIMARY KEY (organisationID, id),
            UNIQUE (organisationID, digest),
            \(ofAccount)
        )\(sql.strict);
        CREATE INDEX tokenOfAccount ON apiToken (organisationID, accountID);

        CREATE TABLE roleGrant (
            organisationID \(sql.integer) NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
            id \(sql.serial),
            personID TEXT NOT NULL,
            unitID TEXT NOT NULL,
            role TEXT NOT NULL CHECK (
                role IN ('member', 'planner', 'lead', 'recordsKeeper', 'medicalKeeper', 'administrator')),
            fromAt \(sql.integer) NOT NULL,
            untilAt \(sql.integer) CHECK (untilAt >= fromAt),
            \(sql.key) (organisationID, id),
            FOREIGN KEY (organisationID, personID) REFERENCES person (organisationID, id) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, unitID) REFERENCES unit (organisationID, id)
                ON UPDATE CASCADE ON DELETE RESTRICT
        )\(sql.strict);
        CREATE INDEX grantOfPerson ON roleGrant (organisationID, personID);
        CREATE INDEX grantInUnit ON roleGrant (organisationID, unitID);

        CREATE TABLE signingSecret (
            organisationID \(sql.integer) NOT NULL PRIMARY KEY REFERENCES organisation (id) ON DELETE RESTRICT,
            secret \(sql.blob) NOT NULL CHECK (length(secret) = 32)
        )\(sql.strict);
        """
    }

    private static func owned(_ sql: SQLDialect) -> String {
        """
        organisationID \(sql.integer) NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT,
            id TEXT NOT NULL CHECK (length(id) > 0)
        """
    }

    private static func digest(_ sql: SQLDialect) -> String {
        "digest \(sql.blob) NOT NULL CHECK (length(digest) = 32)"
    }

    private static let ofAccount =
        "FOREIGN KEY (organisationID, accountID) REFERENCES account (organisationID, id) ON DELETE RESTRICT"

    /// What has ended stays so, and roles are never lost from sight.
    static func accountGuards(_ sql: SQLDialect) -> String {
        """
        \(sql.refusal("endedSessionStays", of: "UPDATE", on: "session", when: "OLD.endedAt IS NOT NULL",
            saying: "a session that has ended is not changed"))
        \(sql.refusal("spentLinkStays", of: "UPDATE", on: "oneTimeLink",
            when: "OLD.usedAt IS NOT NULL OR OLD.revokedAt IS NOT NULL",
            saying: "a link that was used or revoked is not changed"))
        \(sql.refusal("revokedTokenStays", of: "UPDATE", on: "apiToken", when: "OLD.revokedAt IS NOT NULL",
            saying: "a token that was revoked is not changed"))
        \(sql.refusal("grantStays", of: "UPDATE", on: "roleGrant",
            when: """
                OLD.id <> NEW.id OR OLD.personID <> NEW.personID OR OLD.role <> NEW.role OR OLD.fromAt <> NEW.fromAt
                OR (OLD.untilAt IS NOT NULL AND (NEW.untilAt IS NULL OR NEW.untilAt > OLD.untilAt))
                """,
            saying: "a role that was given is ended and not changed"))
        \(sql.refusal("grantIsKept", of: "DELETE", on: "roleGrant", saying: "a role that was given is never lost"))
        """
    }
}
