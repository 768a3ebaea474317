import RotaModel

/// The people and what they have.
extension DirectoryCheck {
    mutating func checkPeople() {
        for (position, person) in directory.people.enumerated() {
            checkID(person.id.rawValue, at: position, in: people, of: "people", "person")
            checkName(person.name, "The person's name", "/people/\(position)/name")
            check(person.ranks, in: ranks, "rank", "/people/\(position)/ranks")
            checkOneAtATime(person.ranks, "/people/\(position)/ranks")
            check(person.qualifications, in: qualifications, "qualification", "/people/\(position)/qualifications")
            checkOnce(person.qualifications, "qualification", "/people/\(position)/qualifications")
            check(person.contracts, in: contracts, "contract", "/people/\(position)/contracts")
            checkOnce(person.contracts, "contract", "/people/\(position)/contracts")
            check(person.memberships, in: units, "unit", "/people/\(position)/memberships")
            checkOnce(person.memberships, "membership of", "/people/\(position)/memberships")
        }
    }

    private mutating func check<Kind>(
        _ held: [Held<Identifier<Kind>>], in known: [String: Int], _ kind: String, _ pointer: @autoclosure () -> String
    ) {
        for (number, thing) in held.enumerated() {
            checkReference(thing.id.rawValue, in: known, kind, "\(pointer())/\(number)/id")
            checkValidity(thing.valid, "\(pointer())/\(number)")
        }
    }

    private mutating func checkOneAtATime(_ ranks: [Held<RankID>], _ pointer: @autoclosure () -> String) {
        for (earlier, later) in overlaps(of: ranks) {
            report(
                "\(pointer())/\(later)",
                "The rank \"\(ranks[later].id)\" overlaps \"\(ranks[earlier].id)\", which holds"
                    + " \(span(ranks[earlier].valid)); a person has one rank at a time.")
        }
    }

    private mutating func checkOnce<Kind>(
        _ held: [Held<Identifier<Kind>>], _ what: String, _ pointer: @autoclosure () -> String
    ) {
        guard held.count > 1 else { return }
        let groups = Dictionary(grouping: held.indices) { held[$0].id }
        for group in groups.values.filter({ $0.count > 1 }).sorted(by: { $0[0] < $1[0] }) {
            for (earlier, later) in overlaps(of: group.map { held[$0] }) {
                let known = held[group[earlier]]
                report(
                    "\(pointer())/\(group[later])",
                    "The \(what) \"\(known.id)\" is held already, \(span(known.valid)).")
            }
        }
    }

    /// Pairs of positions, of which the later in the list overlaps the earlier: at least one for each that overlaps any,
    /// and no more than there are.
    private func overlaps<Thing>(of held: [Held<Thing>]) -> [(earlier: Int, later: Int)] {
        guard held.count > 1 else { return [] }
        func start(_ position: Int) -> Int { held[position].valid.from?.dayNumber ?? .min }
        func end(_ position: Int) -> Int { held[position].valid.until?.dayNumber ?? .max }
        let ordered = held.indices.filter { start($0) <= end($0) }.sorted { (start($0), $0) < (start($1), $1) }
        var pairs: [(earlier: Int, later: Int)] = []
        // The one that reaches furthest of those that have begun.
        var furthest: Int?
        for position in ordered {
            if let last = furthest, start(position) <= end(last) {
                pairs.append((min(last, position), max(last, position)))
            }
            if furthest.map({ end($0) < end(position) }) ?? true { furthest = position }
        }
        return pairs.sorted { ($0.later, $0.earlier) < ($1.later, $1.earlier) }
    }

    /// `from 2026-01-05 until 2026-03-01`.
    private func span(_ validity: Validity) -> String {
        let words = [validity.from.map { "from \(shown($0))" }, validity.until.map { "until \(shown($0))" }]
        let span = words.compactMap(\.self).joined(separator: " ")
        return span.isEmpty ? "at all times" : span
    }
}
