internal import CrewMessages
internal import RotaModel

/// The cover calls of one organisation and whom they were offered to, within one transaction.
struct CoverTable {
    private let connection: any SQLConnection
    private let organisation: OrganisationNumber

    init(_ connection: any SQLConnection, _ organisation: OrganisationNumber) {
        self.connection = connection
        self.organisation = organisation
    }

    func insert(
        _ new: NewCover, message: MessageID, by person: PersonID, at now: Instant
    ) throws(StoreError) -> CoverCallID {
        let patience: Int? = if case .inTurn(let patience) = new.order { patience.value } else { nil }
        let id: CoverCallID = try connection.insert(
            """
            INSERT INTO coverCall (organisationID, unitID, date, shift, leaverID, messageID, patience, startedBy,
                startedAt, closesAt, state, stateAt, dueAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?) RETURNING id
            """, organisation, new.unit, new.date, new.shift, new.leaver, message, patience, person, now,
            new.closesAt, now, now)
        for (rank, candidate) in new.candidates.enumerated() {
            try connection.run(
                """
                INSERT INTO coverOffer (organisationID, callID, rank, personID, carried, minutes, cost)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, organisation, id, rank + 1, candidate.person, candidate.carried, candidate.minutes.value,
                candidate.cost)
        }
        return id
    }

    /// Those of which `condition` is true, in the order in which it ends.
    ///
    /// - Parameter name: by which people are told apart.
    func all(
        _ condition: String, _ values: any SQLStorable..., naming name: (PersonID) throws -> String
    ) throws -> [StoredCover] {
        let rows = try connection.run(
            "SELECT * FROM coverCall WHERE organisationID = ? AND \(condition)", [organisation] + values)
        return try rows.map { row in
            let id: CoverCallID = try row["id"]
            let offers = try connection.run(
                "SELECT * FROM coverOffer WHERE organisationID = ? AND callID = ? ORDER BY rank", organisation, id)
            let candidates = try offers.map { offer in
                let person: PersonID = try offer["personID"]
                return StoredCover.Candidate(
                    person: person, name: try name(person), carried: try offer["carried"],
                    minutes: Minutes(try offer["minutes"]), cost: try offer["cost"])
            }
            let by: PersonID = try row["startedBy"]
            return StoredCover(
                id: id, unit: try row["unitID"], date: try row["date"], shift: try row["shift"],
                leaver: try row["leaverID"], message: try row["messageID"], startedBy: by, startedByName: try name(by),
                candidates: candidates, call: try Self.call(row, offers))
        }
    }

    private static func call(_ row: SQLRow, _ offers: [SQLRow]) throws(StoreError) -> CoverCall {
        let patience: Int? = try row["patience"]
        let (state, at): (String, Instant) = try (row["state"], row["stateAt"])
        let winner: PersonID? = try row["awardedTo"]
        let end: CoverCall.End? =
            switch (state, winner) {
            case ("awarded", let winner?): .awarded(to: winner, at: at)
            case ("nobody", _): .nobody(at: at)
            case ("withdrawn", _): .withdrawn(at: at)
            default: nil
            }
        var found: [CoverCall.Offer] = []
        for offer in offers {
            let (isYes, answeredAt): (Bool?, Instant?) = try (offer["isYes"], offer["answeredAt"])
            var reply: CoverCall.Reply?
            if let isYes, let answeredAt { reply = CoverCall.Reply(isYes: isYes, at: answeredAt) }
            found.append(CoverCall.Offer(try offer["personID"], offeredAt: try offer["offeredAt"], answer: reply))
        }
        return CoverCall(
            patience.map { .inTurn(patience: Minutes($0)) } ?? .allAtOnce, startedAt: try row["startedAt"],
            closesAt: try row["closesAt"], offers: found, end: end)
    }

    /// Writes down offers and answers as they are now, its end if it has one, and when it is to be looked after next.
    func note(_ cover: StoredCover, due: Instant?) throws(StoreError) {
        for (rank, offer) in cover.call.offers.enumerated() {
            try connection.run(
                """
                UPDATE coverOffer SET offeredAt = ?, isYes = ?, answeredAt = ?
                WHERE organisationID = ? AND callID = ? AND rank = ?
                """, offer.offeredAt, offer.answer?.isYes, offer.answer?.at, organisation, cover.id, rank + 1)
        }
        let (state, at, winner): (String, Instant?, PersonID?) =
            switch cover.call.end {
            case .awarded(let winner, let at): ("awarded", at, winner)
            case .nobody(let at): ("nobody", at, nil)
            case .withdrawn(let at): ("withdrawn", at, nil)
            case nil: ("open", nil, nil)
            }
        try connection.run(
            """
            UPDATE coverCall SET state = ?, stateAt = coalesce(?, stateAt), awardedTo = ?, dueAt = ?
            WHERE organisationID = ? AND id = ?
            """, state, at, winner, due, organisation, cover.id)
    }
}
