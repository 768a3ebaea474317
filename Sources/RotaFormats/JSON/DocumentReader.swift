package import RotaModel

/// Reads values of a JSON document as what they should be; what is not is reported with its place, the value found and
/// what was expected.
struct DocumentReader {
    var collector: DiagnosticCollector
    /// Values that are not what they should be, so that consequences of a fault are not told as further ones.
    private(set) var faulty: [JSONValue] = []
    /// Objects that lack a key.
    private(set) var incomplete: [JSONValue] = []
    private(set) var faultCount = 0
    /// Where each entry of the value's lists comes from, by the list's name in pointers.
    var origins: [String: [JSONValue]] = [:]

    init(collector: DiagnosticCollector) {
        self.collector = collector
    }

    mutating func report(_ message: String, at value: JSONValue) {
        faultCount += 1
        guard !collector.isFull else { return }
        faulty.append(value)
        // What could not be parsed was told then.
        if value.kind != .faulty { collector.report(message, at: value.place) }
    }

    /// Keeps what would be told of a value from being told: it is not what stands there, for a fault that was told.
    mutating func distrust(_ value: JSONValue) {
        if !collector.isFull { faulty.append(value) }
    }

    private mutating func reportMissing(_ key: String, in value: JSONValue, _ what: String) {
        faultCount += 1
        guard !collector.isFull else { return }
        incomplete.append(value)
        collector.report("\"\(key)\" is missing in \(what).", at: value.place)
    }

    /// The members of an object. Keys that it has none of, and those of `required` that are missing, are reported.
    mutating func fields(
        of value: JSONValue, _ what: String, required: [String], optional: [String] = []
    ) -> [String: JSONValue]? {
        guard value.kind == .object else {
            report("\(value.shown) stands where \(what), an object, is expected.", at: value)
            return nil
        }
        var fields: [String: JSONValue] = [:]
        for (key, member) in value.members {
            let name = key.text ?? ""
            if required.contains(name) || optional.contains(name) {
                fields[name] = member
            } else if !collector.isFull {
                let missing = required.filter { name in !value.members.contains { $0.key.text == name } }
                let near =
                    NearMiss.nearest(to: name, in: missing) ?? NearMiss.nearest(to: name, in: required + optional)
                let hint =
                    near.map { " Maybe you mean \"\($0)\"." } ?? " Its keys are \(Self.list(required + optional))."
                report("\(key.shown) is no key of \(what).\(hint)", at: key)
            }
        }
        for name in required where fields[name] == nil {
            reportMissing(name, in: value, what)
        }
        return fields
    }

    /// `a, b and c`.
    static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "none" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    // Nil for a value that is not there or is wrong; the latter is reported.

    mutating func text(_ value: JSONValue?, _ expected: String = "text") -> String? {
        guard let value else { return nil }
        if let text = value.text { return text }
        report("\(value.shown) stands where \(expected) in quotes is expected.", at: value)
        return nil
    }

    mutating func whole(_ value: JSONValue?, _ expected: String = "a whole number") -> Int? {
        guard let value else { return nil }
        if let number = value.whole { return number }
        report("\(value.shown) stands where \(expected) is expected.", at: value)
        return nil
    }

    mutating func flag(_ value: JSONValue?) -> Bool? {
        guard let value else { return nil }
        if value.kind == .true { return true }
        if value.kind == .false { return false }
        report("\(value.shown) stands where true or false is expected.", at: value)
        return nil
    }

    mutating func date(_ value: JSONValue?) -> CalendarDate? {
        guard let value else { return nil }
        if let date = value.text.flatMap({ CalendarDate($0) }) { return date }
        report("\(value.shown) stands where a date like \"2026-01-05\" is expected.", at: value)
        return nil
    }

    mutating func time(_ value: JSONValue?) -> LocalTime? {
        guard let value else { return nil }
        if let time = value.text.flatMap({ LocalTime($0) }) { return time }
        report("\(value.shown) stands where a time like \"07:00\" is expected.", at: value)
        return nil
    }

    mutating func weekday(_ value: JSONValue?) -> Weekday? {
        guard let value else { return nil }
        if let day = value.text.flatMap({ Weekday(name: $0) }) { return day }
        let hint = NearMiss.hint(for: value.text ?? "", in: Weekday.allCases.map(\.name))
        report("\(value.shown) stands where a weekday like \"monday\" is expected.\(hint)", at: value)
        return nil
    }

    /// `"8 h"`, `"7 h 30 min"`, `"45 min"`.
    mutating func duration(_ value: JSONValue?) -> Minutes? {
        guard let value else { return nil }
        if let minutes = value.text.flatMap(DurationText.read) { return minutes }
        report(
            "\(value.shown) stands where a length of time like \"8 h\", \"7 h 30 min\" or \"45 min\" is expected.",
            at: value)
        return nil
    }

    /// The elements of a list; none if it is not there.
    mutating func list(_ value: JSONValue?, of what: String) -> [JSONValue] {
        guard let value else { return [] }
        if value.kind == .array { return value.elements }
        report("\(value.shown) stands where a list of \(what) is expected.", at: value)
        return []
    }

    /// One of some words; a near miss is told.
    mutating func word<Meaning>(_ value: JSONValue?, _ meanings: [(word: String, meaning: Meaning)]) -> Meaning? {
        guard let value else { return nil }
        if let found = meanings.first(where: { $0.word == value.text }) { return found.meaning }
        let words = meanings.map(\.word)
        let near = value.text.flatMap { NearMiss.nearest(to: $0, in: words) }
        let hint = near.map { " Maybe you mean \"\($0)\"." } ?? ""
        let choices = Self.choice(words.map { "\"\($0)\"" })
        report("\(value.shown) stands where \(choices) is expected.\(hint)", at: value)
        return nil
    }

    /// `a, b or c`.
    static func choice(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "nothing" }
        return names.dropLast().joined(separator: ", ") + " or " + last
    }
}

/// Lengths of time as people write them.
package enum DurationText {
    /// Reads `8 h`, `7 h 30 min`, `45 min`, also without the spaces; nil for anything else and for more than 10 million
    /// minutes. 60 minutes and more beside hours are nothing to be read.
    package static func read(_ text: String) -> Minutes? {
        var rest = Array(text.utf8)[...]
        func skipSpace() { rest = rest.drop { $0 == 0x20 } }
        func number() -> Int? {
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard (1...8).contains(digits.count) else { return nil }
            rest = rest.dropFirst(digits.count)
            skipSpace()
            return Int(String(decoding: digits, as: UTF8.self))
        }
        func unit(_ name: String) -> Bool {
            guard rest.starts(with: name.utf8) else { return false }
            rest = rest.dropFirst(name.utf8.count)
            skipSpace()
            return true
        }
        guard let first = number() else { return nil }
        var minutes = first
        if unit("h") {
            minutes = first * 60
            if !rest.isEmpty {
                guard let more = number(), more < 60, unit("min") else { return nil }
                minutes += more
            }
        } else if !unit("min") {
            return nil
        }
        return rest.isEmpty && minutes <= ProblemLimits.count.upperBound ? Minutes(minutes) : nil
    }
}
