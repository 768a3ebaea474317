internal import CrewRecords
internal import RotaModel

extension Identifier: SQLStorable {
    var sqlValue: SQLValue { .text(rawValue) }

    init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        self.init(text)
    }
}

/// Days since 1970-01-01.
extension CalendarDate: SQLStorable {
    var sqlValue: SQLValue { dayNumber.sqlValue }

    init?(sqlValue: SQLValue) {
        guard let number = Int(sqlValue: sqlValue) else { return nil }
        self.init(dayNumber: number)
    }
}

/// The IANA name.
extension Zone: SQLStorable {
    var sqlValue: SQLValue { .text(name) }

    init?(sqlValue: SQLValue) {
        guard let name = String(sqlValue: sqlValue) else { return nil }
        self.init(name: name)
    }
}

/// 0 is Monday.
extension Weekday: SQLStorable {}

/// The days that make a weekend, as their digits.
struct StoredWeekend: SQLStorable {
    let days: [Weekday]

    init(_ days: [Weekday]) {
        self.days = days
    }

    var sqlValue: SQLValue { .text(days.map { String($0.rawValue) }.joined()) }

    init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        days = text.compactMap { $0.wholeNumberValue.flatMap(Weekday.init(rawValue:)) }
        guard days.count == text.count else { return nil }
    }
}

extension Role: SQLStorable {}
extension Session.Way: SQLStorable {}
extension Session.End.Reason: SQLStorable {}

/// The rights' names in alphabetical order with spaces between.
extension Set<TokenRight>: SQLStorable {
    var sqlValue: SQLValue { .text(map(\.rawValue).sorted().joined(separator: " ")) }

    init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        let names = text.split(separator: " ")
        self = Set(names.compactMap { TokenRight(rawValue: String($0)) })
        guard count == names.count else { return nil }
    }
}

extension LoginName: SQLStorable {
    var sqlValue: SQLValue { .text(text) }

    init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue), let login = try? LoginName(text), login.text == text else {
            return nil
        }
        self = login
    }
}

extension PasswordHash: SQLStorable {
    var sqlValue: SQLValue { .text(stored()) }

    init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue), let hash = try? PasswordHash(stored: text) else { return nil }
        self = hash
    }
}

extension WebAddress: SQLStorable {
    var sqlValue: SQLValue { .text(text) }

    init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        self.init(text)
    }
}

/// Was cut and cleaned when it came in; that changes nothing a second time.
extension UserAgent: SQLStorable {
    var sqlValue: SQLValue { .text(text) }

    init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        self.init(text)
    }
}

extension TokenDigest: SQLStorable {
    var sqlValue: SQLValue { .blob(bytes) }

    init?(sqlValue: SQLValue) {
        guard let bytes = [UInt8](sqlValue: sqlValue) else { return nil }
        self.init(bytes)
    }
}

extension Secret: SQLStorable {
    var sqlValue: SQLValue { .blob(reveal()) }

    init?(sqlValue: SQLValue) {
        guard let bytes = [UInt8](sqlValue: sqlValue) else { return nil }
        self.init(bytes)
    }
}
