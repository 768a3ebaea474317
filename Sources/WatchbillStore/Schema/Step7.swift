extension SchemaStep {
    /// What planners do to drafts by hand, step by step: none is ever changed or lost, so that it can be taken back.
    ///
    /// A branch has the steps of the draft that it is of, up to then, as its own first ones.
    ///
    /// Builds may have pins instead of their problem's: 5 bytes each, person and day (2 each, big-endian) and the duty.
    ///
    /// The edits of a step are 8 bytes each: person and day (2 each, big-endian), then before and after, each the duty, 0 or the
    /// shift type's position plus one, and whether it is pinned.
    static let edits = SchemaStep(number: 7) { sql in
        """
        CREATE TABLE draftStep (
            organisationID \(sql.integer) NOT NULL,
            buildID \(sql.integer) NOT NULL,
            number \(sql.integer) NOT NULL CHECK (number >= 1),
            personID TEXT NOT NULL,
            at \(sql.integer) NOT NULL,
            undoes \(sql.integer) CHECK (undoes < number),
            edits \(sql.blob) NOT NULL CHECK (length(edits) > 0),
            penalty \(sql.integer) NOT NULL CHECK (penalty >= 0),
            isFeasible \(sql.integer) NOT NULL CHECK (isFeasible IN (0, 1)),
            PRIMARY KEY (organisationID, buildID, number),
            FOREIGN KEY (organisationID, buildID) REFERENCES draft (organisationID, buildID) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, buildID, undoes) REFERENCES draftStep (organisationID, buildID, number)
                ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, personID) REFERENCES person (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);

        CREATE TABLE buildPins (
            organisationID \(sql.integer) NOT NULL,
            buildID \(sql.integer) NOT NULL,
            cells \(sql.blob) NOT NULL,
            PRIMARY KEY (organisationID, buildID),
            FOREIGN KEY (organisationID, buildID) REFERENCES build (organisationID, id) ON DELETE RESTRICT
        )\(sql.strict);
        CREATE TABLE draftBranch (
            organisationID \(sql.integer) NOT NULL,
            buildID \(sql.integer) NOT NULL,
            ofBuildID \(sql.integer) NOT NULL CHECK (ofBuildID < buildID),
            PRIMARY KEY (organisationID, buildID),
            FOREIGN KEY (organisationID, buildID) REFERENCES draft (organisationID, buildID) ON DELETE RESTRICT,
            FOREIGN KEY (organisationID, ofBuildID) REFERENCES draft (organisationID, buildID) ON DELETE RESTRICT
        )\(sql.strict);
        \(sql.refusal("draftStepStays", of: "UPDATE", on: "draftStep", saying: "a step of a draft is never rewritten"))
        \(sql.refusal("buildPinsStay", of: "UPDATE", on: "buildPins", saying: "pins of a build are never changed"))
        \(sql.refusal("draftBranchStays", of: "UPDATE", on: "draftBranch", saying: "a branch stays one of its draft"))
        \(sql.refusal("draftBranchIsKept", of: "DELETE", on: "draftBranch", saying: "a branch stays one of its draft"))
        \(sql.refusal("draftStepIsKept", of: "DELETE", on: "draftStep", saying: "a step of a draft is never lost"))
        """
    }
}
