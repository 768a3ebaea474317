package import RotaModel

/// How long entries of a category are kept.
package struct RetentionRule: Hashable, Sendable {
    /// From when the years are counted.
    package enum Start: String, CaseIterable, Hashable, Sendable {
        case writing
        /// The day on which the person left; until then nothing is erased.
        case leaving
    }

    package static let possibleYears = 0...100

    /// Of `possibleYears`.
    package let years: Int
    package let from: Start

    /// A rule that somebody wants to make.
    ///
    /// - Throws: `RecordError` if there are no such years.
    package init(checking years: Int, from: Start) throws(RecordError) {
        guard Self.possibleYears.contains(years) else {
            throw RecordError(
                .badYears,
                "Entries are kept for \(Self.possibleYears.lowerBound) to \(Self.possibleYears.upperBound) years, not "
                    + "\(years). Maybe leave the rule out, to keep them until somebody erases them.")
        }
        self.init(years: years, from: from)
    }

    package init(years: Int, from: Start) {
        self.years = years
        self.from = from
    }

    /// The first date on which something may no longer be kept; nil while the years have not begun.
    ///
    /// - Parameter written: when it was written or, if it is about dates, the last of them.
    package func end(written: CalendarDate, left: CalendarDate?) -> CalendarDate? {
        let start: CalendarDate? =
            switch from {
            case .writing: written
            case .leaving: left
            }
        return start.map { $0.adding(years: years) }
    }
}

/// The rules of an organisation. What has no rule is kept until somebody erases it.
package struct Retention: Hashable, Sendable {
    package let rules: [RecordCategory: RetentionRule]

    package init(_ rules: [RecordCategory: RetentionRule]) {
        self.rules = rules
    }

    /// The entries of one person's file that must be erased by a date, in the file's order.
    ///
    /// What is contested stays until the contest is answered, and an entry stays as long as the one that it superseded:
    /// else that one would count again. What runs out and is needed stays until the person has left: without it, they would be
    /// eligible, or qualified, again.
    ///
    /// - Parameters:
    ///   - left: when the person left; nil for somebody who has not.
    ///   - isNeeded: whether what an entry says runs out and is needed for something. It is asked only of what would be due.
    package func due(
        in file: [RecordEntry], left: CalendarDate?, by date: CalendarDate,
        isNeeded: (_ entry: RecordEntry) throws -> Bool
    ) rethrows -> [EntryID] {
        let contested = Set(file.openContests.flatMap { [$0.id] + [$0.contests].compactMap { $0 } })
        let kept = Set(file.map(\.id))
        let counting = hasLeft(left, by: date) ? [] : Set(file.current.filter { $0.contests == nil }.map(\.id))
        var due: Set<EntryID> = []
        for entry in file where !contested.contains(entry.id) {
            let written = Zone.utc.date(at: entry.writtenAt)
            guard let end = rules[entry.category]?.end(written: written, left: left), end <= date else { continue }
            if counting.contains(entry.id), try isNeeded(entry) { continue }
            due.insert(entry.id)
        }
        func mustStay(_ entry: RecordEntry) -> Bool {
            due.contains(entry.id) && entry.supersedes.map { kept.contains($0) && !due.contains($0) } ?? false
        }
        while let entry = file.first(where: mustStay) { due.remove(entry.id) }
        return file.map(\.id).filter(due.contains)
    }

    /// Whether absences and decisions on fitness are ever due. They follow the rule for health, as they are sealed: with a
    /// rule for each kind, when an absence went would tell its kind.
    package var coversHealth: Bool { rules[.health] != nil }

    /// The absences of one person that must be erased by a date, counted from their last day.
    package func due(in absences: [AbsenceRecord], left: CalendarDate?, by date: CalendarDate) -> [EntryID] {
        absences.filter { isDue($0.away.last, left: left, by: date) }.map(\.id)
    }

    /// The decisions on one person's fitness that must be erased by a date. The one that holds stays until the person has
    /// left: without it, they would be fit.
    ///
    /// - Parameter decisions: the newest first.
    package func due(in decisions: [FitnessDecision], left: CalendarDate?, by date: CalendarDate) -> [EntryID] {
        decisions.dropFirst(hasLeft(left, by: date) ? 0 : 1).filter {
            isDue(Zone.utc.date(at: $0.decidedAt), left: left, by: date)
        }.map(\.id)
    }

    private func hasLeft(_ left: CalendarDate?, by date: CalendarDate) -> Bool { left.map { $0 <= date } ?? false }

    private func isDue(_ written: CalendarDate, left: CalendarDate?, by date: CalendarDate) -> Bool {
        rules[.health]?.end(written: written, left: left).map { $0 <= date } ?? false
    }
}

extension CalendarDate {
    /// The same day so many years later; 1 March where there is no 29 February.
    func adding(years: Int) -> CalendarDate {
        let (year, month, day) = components
        let later = min(year + years, 9999)
        return CalendarDate(year: later, month: month, day: day) ?? CalendarDate(year: later, month: 3, day: 1) ?? self
    }
}
