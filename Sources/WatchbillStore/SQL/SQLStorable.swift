internal import RotaModel

/// What can stand in a column: is written as a value and read back from one.
protocol SQLStorable {
    var sqlValue: SQLValue { get }

    /// Nil if the value is of another kind, or none that this type has.
    init?(sqlValue: SQLValue)
}

extension Int64: SQLStorable {
    var sqlValue: SQLValue { .integer(self) }

    init?(sqlValue: SQLValue) {
        guard case .integer(let value) = sqlValue else { return nil }
        self = value
    }
}

extension Int: SQLStorable {
    var sqlValue: SQLValue { .integer(Int64(self)) }

    init?(sqlValue: SQLValue) {
        guard case .integer(let value) = sqlValue else { return nil }
        self.init(exactly: value)
    }
}

/// A whole number, 0 or 1: SQLite has no truth values.
extension Bool: SQLStorable {
    var sqlValue: SQLValue { .integer(self ? 1 : 0) }

    init?(sqlValue: SQLValue) {
        switch sqlValue {
        case .integer(0): self = false
        case .integer(1): self = true
        default: return nil
        }
    }
}

extension Double: SQLStorable {
    var sqlValue: SQLValue { .real(self) }

    init?(sqlValue: SQLValue) {
        guard case .real(let value) = sqlValue else { return nil }
        self = value
    }
}

extension String: SQLStorable {
    var sqlValue: SQLValue { .text(self) }

    init?(sqlValue: SQLValue) {
        guard case .text(let value) = sqlValue else { return nil }
        self = value
    }
}

extension [UInt8]: SQLStorable {
    var sqlValue: SQLValue { .blob(self) }

    init?(sqlValue: SQLValue) {
        guard case .blob(let value) = sqlValue else { return nil }
        self = value
    }
}

extension Optional: SQLStorable where Wrapped: SQLStorable {
    var sqlValue: SQLValue { self?.sqlValue ?? .null }

    init?(sqlValue: SQLValue) {
        if case .null = sqlValue {
            self = .none
        } else if let value = Wrapped(sqlValue: sqlValue) {
            self = .some(value)
        } else {
            return nil
        }
    }
}

extension SQLStorable where Self: RawRepresentable, RawValue: SQLStorable {
    var sqlValue: SQLValue { rawValue.sqlValue }

    init?(sqlValue: SQLValue) {
        guard let value = RawValue(sqlValue: sqlValue) else { return nil }
        self.init(rawValue: value)
    }
}

/// Seconds since 1970 (UTC).
extension Instant: SQLStorable {
    var sqlValue: SQLValue { seconds.sqlValue }

    init?(sqlValue: SQLValue) {
        guard let seconds = Int(sqlValue: sqlValue) else { return nil }
        self.init(seconds: seconds)
    }
}

extension Penalty: SQLStorable {
    var sqlValue: SQLValue { value.sqlValue }

    init?(sqlValue: SQLValue) {
        guard let value = Int(sqlValue: sqlValue) else { return nil }
        self.init(value)
    }
}

extension Serial: SQLStorable {
    var sqlValue: SQLValue { value.sqlValue }

    init?(sqlValue: SQLValue) {
        guard let value = Int64(sqlValue: sqlValue) else { return nil }
        self.init(value)
    }
}
