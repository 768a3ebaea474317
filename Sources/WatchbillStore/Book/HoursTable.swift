internal import CrewRecords
internal import RotaModel

/// What was signed of hours, and who was told that they will not be rested, in one organisation and within one transaction.
struct HoursTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    // MARK: Signatures

    func insert(
        _ part: HoursSignature.Part, under fingerprint: Fingerprint, of person: PersonID, in unit: UnitID,
        _ month: CalendarDate, by signer: PersonID, at now: Instant
    ) throws(StoreError) -> HoursSignatureID {
        try connection.insert(
            """
            INSERT INTO hoursSignature (organisationID, personID, unitID, month, part, fingerprint, signedBy, signedAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """, organisation, person, unit, month, part, fingerprint.bytes.hexadecimal, signer, now)
    }

    /// Those of which `condition` is true, in the order in which they were signed.
    ///
    /// - Parameter name: what somebody is called.
    func all(
        _ condition: String, _ values: any SQLStorable..., called name: (PersonID) throws -> String
    ) throws -> [HoursSignature] {
        var signatures: [HoursSignature] = []
        for row in try connection.run(
            "SELECT * FROM hoursSignature WHERE organisationID = ? AND \(condition)", [organisation] + values)
        {
            let text: String = try row["fingerprint"]
            guard let fingerprint = [UInt8](hexadecimal: text).flatMap({ Fingerprint($0) }) else {
                throw StoreError(.damaged, "A signature of the database has no fingerprint that can be read.")
            }
            let signer: PersonID = try row["signedBy"]
            signatures.append(
                HoursSignature(
                    id: try row["id"], person: try row["personID"], unit: try row["unitID"], month: try row["month"],
                    part: try row["part"], fingerprint: fingerprint, signedBy: signer,
                    signerName: try name(signer), signedAt: try row["signedAt"]))
        }
        return signatures.sorted { $0.id < $1.id }
    }

    // MARK: Shifts that people will not be rested for

    func isTold(_ shift: UnrestedShift) throws(StoreError) -> Bool {
        let rows = try connection.run(
            """
            SELECT 1 FROM restNotice
            WHERE organisationID = ? AND unitID = ? AND personID = ? AND date = ? AND shift = ?
            """, organisation, shift.unit, shift.person, shift.date, shift.shift)
        return !rows.isEmpty
    }

    func noteTold(_ shift: UnrestedShift, at now: Instant) throws(StoreError) {
        try connection.run(
            "INSERT INTO restNotice (organisationID, unitID, personID, date, shift, toldAt) VALUES (?, ?, ?, ?, ?, ?)",
            organisation, shift.unit, shift.person, shift.date, shift.shift, now)
    }
}

extension HoursSignature.Part: SQLStorable {}
