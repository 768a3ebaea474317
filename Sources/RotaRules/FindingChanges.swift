/// What a change of the rota adds to its findings and takes from them.
package struct FindingChanges {
    /// New, or worse than before: as they are after the change.
    package private(set) var added: [Finding] = []
    /// Gone, or less than before: as they were.
    package private(set) var removed: [Finding] = []

    /// Both in the order of an assessment. Findings of one origin, person and part are the same if their days are, or,
    /// for what is measured against limits, if their days overlap.
    package init(from before: [Finding], to after: [Finding]) {
        let unchanged = Set(before).intersection(after)
        let old = before.filter { !unchanged.contains($0) }
        var partners = after.filter { !unchanged.contains($0) }.map { Optional($0) }
        var matches: [Finding?] = Array(repeating: nil, count: old.count)
        for isSame in [Self.haveSameDays, Self.overlap] {
            for (position, finding) in old.enumerated() where matches[position] == nil {
                let partner = partners.firstIndex { candidate in
                    candidate.map { Self.agree(finding, $0) && isSame(finding, $0) } ?? false
                }
                guard let partner else { continue }
                matches[position] = partners[partner]
                partners[partner] = nil
            }
        }
        var worse: Set<Finding> = []
        for (finding, match) in zip(old, matches) {
            if let match, match.amount >= finding.amount {
                if match.amount > finding.amount { worse.insert(match) }
            } else {
                removed.append(finding)
            }
        }
        let new = Set(partners.compactMap(\.self))
        added = after.filter { new.contains($0) || worse.contains($0) }
    }

    /// Each shift without a qualified person is a finding for itself, though of one rule and day.
    private static func agree(_ left: Finding, _ right: Finding) -> Bool {
        left.origin == right.origin && left.person == right.person && left.part == right.part
            && !(left.part == .whole && left.person == nil)
    }

    private static func haveSameDays(_ left: Finding, _ right: Finding) -> Bool { left.days == right.days }

    private static func overlap(_ left: Finding, _ right: Finding) -> Bool {
        left.part != .whole && left.days.overlaps(right.days)
    }
}
