/// A search for what makes a value unusable; its pieces, which every such search is put together from.
///
/// Places are JSON pointers into the value's own document. They are put together only where there is something to tell.
package protocol InputCheck {
    var collector: DiagnosticCollector { get set }
}

extension InputCheck {
    package mutating func report(_ pointer: String, _ message: String) {
        collector.report(message, at: .pointer(pointer, line: nil, column: nil))
    }

    package mutating func expect(
        _ value: Int, _ range: ClosedRange<Int>, _ what: String, _ pointer: @autoclosure () -> String
    ) {
        guard !range.contains(value) else { return }
        report(
            pointer(),
            "\(what) is \(value); a whole number from \(range.lowerBound) to \(range.upperBound) is expected.")
    }

    /// The first position of each id.
    package static func positions(_ ids: [String]) -> [String: Int] {
        Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Reports an id that is none, or that an earlier thing of the kind has; which one, `earlier` says in place of its
    /// pointer.
    package mutating func checkID(
        _ id: String, at position: Int, in positions: [String: Int]? = nil,
        fault: (String) -> String? = IdentifierFault.find(in:),
        of list: String, _ kind: String, earlier: String? = nil
    ) {
        if let fault = fault(id) {
            report("/\(list)/\(position)/id", fault)
        } else if let first = positions?[id], first != position {
            report(
                "/\(list)/\(position)/id",
                "The id \"\(id)\" is that of \(earlier ?? "/\(list)/\(first)") too; every \(kind) has its own.")
        }
    }

    package mutating func checkText(
        _ text: String, _ what: String, mayBeEmpty: Bool = false, _ pointer: @autoclosure () -> String
    ) {
        if text.isEmpty, !mayBeEmpty {
            report(pointer(), "\(what) may not be empty.")
        } else if text.unicodeScalars.count > ProblemLimits.textLength.upperBound {
            report(pointer(), "\(what) is longer than \(ProblemLimits.textLength.upperBound) characters.")
        } else if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            report(pointer(), "\(what) has a control character in it.")
        }
    }

    package mutating func checkReference(
        _ id: String, in positions: [String: Int], _ kind: String, _ pointer: @autoclosure () -> String
    ) {
        guard positions[id] == nil, !collector.isFull else { return }
        let known = positions.sorted { $0.value < $1.value }.map(\.key)
        report(pointer(), "There is no \(kind) \"\(id.prefix(80))\".\(NearMiss.hint(for: id, in: known))")
    }

    package mutating func checkWeekend(
        _ weekend: [Weekday], _ count: ClosedRange<Int>, _ pointer: @autoclosure () -> String
    ) {
        let follows = zip(weekend, weekend.dropFirst()).allSatisfy { ($0.rawValue + 1) % 7 == $1.rawValue }
        guard !count.contains(weekend.count) || !follows else { return }
        let days = weekend.map(\.name).joined(separator: ", ")
        let most = count.upperBound == 3 ? "three" : "four"
        report(pointer(), "The weekend is \"\(days)\"; one to \(most) weekdays, one after another, are expected.")
    }

    package mutating func checkValidity(_ validity: Validity, _ pointer: @autoclosure () -> String) {
        checkYear(validity.from, "\(pointer())/from")
        checkYear(validity.until, "\(pointer())/until")
        if let from = validity.from, let until = validity.until, from > until {
            report(
                "\(pointer())/until", "It is valid until \(shown(until)), which is before it begins on \(shown(from)).")
        }
    }

    package mutating func checkYear(_ date: CalendarDate?, _ pointer: @autoclosure () -> String) {
        guard let date, !ProblemLimits.dates.contains(date) else { return }
        let years = ProblemLimits.years
        report(
            pointer(),
            "The date is day \(date.dayNumber) since 1970; one of the years \(years.lowerBound) to"
                + " \(years.upperBound) is expected.")
    }

    /// The date as messages show it; also one that no calendar has, of which `description` would trap.
    package func shown(_ date: CalendarDate) -> String {
        ProblemLimits.dates.contains(date) ? date.description : "day \(date.dayNumber) since 1970"
    }
}
