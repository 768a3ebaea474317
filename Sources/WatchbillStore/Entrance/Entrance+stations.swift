package import CrewRecords
package import RotaModel

/// Letting stations in.
extension Entrance {
    /// Pairs a device: from then on the key is its station's, and the code pairs no other.
    ///
    /// - Throws: `AccountError`, `linkUnusable`: the code is none, was used, or has run out. Which of them is not told.
    package func pair(_ token: Token<Station>, with key: StationKey, at now: Instant) async throws -> Station {
        try await store.write { book in
            guard var station = try book.stations.find(token, at: now) else { throw PairingCode.unusable }
            try book.stations.note(pairing: key, of: station.id, at: now)
            (station.key, station.paired) = (key, now)
            return station
        }
    }

    /// What a station may do that has signed what it sent.
    ///
    /// - Returns: nil if there is no such station, it was revoked, or it has not signed that.
    package func admit(
        _ station: StationID, envelope: String, signature: [UInt8], at now: Instant
    ) async throws -> (caller: Caller, station: Station)? {
        try await store.read { book in
            guard let station = try book.stations.find(station), station.isInUse, let key = station.key,
                key.hasSigned(envelope, for: .envelope, signature)
            else { return nil }
            let standing = try book.standing(of: nil, at: now)
            return (Admission.station(station.id, in: station.unit, standing), station)
        }
    }
}
