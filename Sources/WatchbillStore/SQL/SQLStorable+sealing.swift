internal import CrewRecords
internal import RotaModel

extension RecordCategory: SQLStorable {}

extension DataKeyNumber: SQLStorable {
    var sqlValue: SQLValue { Int(value).sqlValue }

    init?(sqlValue: SQLValue) {
        guard let number = Int(sqlValue: sqlValue).flatMap(UInt32.init(exactly:)) else { return nil }
        self.init(number)
    }
}

extension MasterKeyID: SQLStorable {
    var sqlValue: SQLValue { .text(rawValue) }

    init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        self.init(text)
    }
}

extension ReadingNumber: SQLStorable {
    var sqlValue: SQLValue { value.sqlValue }

    init?(sqlValue: SQLValue) {
        guard let number = Int(sqlValue: sqlValue) else { return nil }
        self.init(number)
    }
}

extension ChainHash: SQLStorable {
    var sqlValue: SQLValue { bytes.sqlValue }

    init?(sqlValue: SQLValue) {
        guard let bytes = [UInt8](sqlValue: sqlValue) else { return nil }
        self.init(bytes)
    }
}

extension SealedEnvelope: SQLStorable {
    var sqlValue: SQLValue { bytes.sqlValue }

    init?(sqlValue: SQLValue) {
        guard let bytes = [UInt8](sqlValue: sqlValue), let envelope = try? SealedEnvelope(bytes) else { return nil }
        self = envelope
    }
}

/// Minutes since midnight.
extension LocalTime: SQLStorable {
    var sqlValue: SQLValue { minutesSinceMidnight.sqlValue }

    init?(sqlValue: SQLValue) {
        guard let minutes = Int(sqlValue: sqlValue) else { return nil }
        self.init(minutesSinceMidnight: minutes)
    }
}

extension AbsenceRecord.State: SQLStorable {}

/// Limits on duty, as their names in order with spaces between.
struct StoredLimits: SQLStorable {
    let limits: [DutyLimit]

    init(_ limits: [DutyLimit]) {
        self.limits = limits
    }

    var sqlValue: SQLValue { .text(limits.map(\.rawValue).joined(separator: " ")) }

    init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        let names = text.split(separator: " ")
        limits = names.compactMap { DutyLimit(rawValue: String($0)) }
        guard limits.count == names.count else { return nil }
    }
}

extension SQLConnection {
    /// The sealed column of one row, which is there.
    func sealed(
        _ column: String, of table: String, _ organisation: OrganisationNumber, _ id: EntryID
    ) throws(StoreError) -> SealedEnvelope {
        guard
            let row = try run(
                "SELECT \(column) FROM \(table) WHERE organisationID = ? AND id = ?", organisation, id
            ).first
        else { throw StoreError(.failed, "A row of the table \(table) went while it was read.") }
        return try row[column]
    }
}
