package import RotaModel

/// Cheap proposals: blocks of days exchanged between two people, set, or moved within a row.
///
/// The mix is what a trial on benchmark problems found to work: `docs/algorithm.md`.
extension Editor {
    /// Proposes one change within the region and makes it if it costs at most `threshold` more. True if made.
    package mutating func proposeMove(in region: borrowing Region, random: inout SeededGenerator, threshold: Int)
        -> Bool
    {
        let kind = random.below(20)
        let most = min(14, region.dayCount)
        let count = 1 + random.below(most)
        let first = region.firstDay + random.below(region.dayCount - count + 1)
        let person = region.people[random.below(region.people.count)]
        if kind < 9, region.people.count > 1 {
            var partner = region.people[random.below(region.people.count)]
            while partner == person { partner = region.people[random.below(region.people.count)] }
            return trySwap(person, partner, first: first, count: count, threshold: threshold)
        }
        if kind < 13 {
            return trySet(person, first: first, count: count, random: &random, threshold: threshold)
        }
        if kind < 17 {
            return tryShift(person, first: first, count: count, random: &random, threshold: threshold)
        }
        return trySwapWithin(person, first: first, count: count, in: region, random: &random, threshold: threshold)
    }

    /// Sets a block to one duty, mostly a single day.
    private mutating func trySet(
        _ person: Int, first: Int, count: Int, random: inout SeededGenerator, threshold: Int
    ) -> Bool {
        let length = random.below(2) == 0 ? 1 : min(count, 1 + random.below(5))
        let duty = UInt8(random.below(tables.dutyCount))
        var differs = false
        for offset in 0..<length {
            fresh[offset] = duty
            if state.duties[person * tables.dayCount + first + offset] != duty { differs = true }
        }
        return differs && tryRow(of: person, first: first, count: length, threshold: threshold)
    }

    /// Moves the duties of a block one or more days on or back, what falls off coming in at the other end.
    private mutating func tryShift(
        _ person: Int, first: Int, count: Int, random: inout SeededGenerator, threshold: Int
    ) -> Bool {
        guard count > 1 else { return false }
        let by = 1 + random.below(count - 1)
        let row = person * tables.dayCount + first
        var differs = false
        for offset in 0..<count {
            var from = offset + by
            if from >= count { from -= count }
            fresh[offset] = state.duties[row + from]
            if fresh[offset] != state.duties[row + offset] { differs = true }
        }
        return differs && tryRow(of: person, first: first, count: count, threshold: threshold)
    }

    /// Exchanges two blocks of one row.
    private mutating func trySwapWithin(
        _ person: Int, first: Int, count: Int, in region: borrowing Region, random: inout SeededGenerator,
        threshold: Int
    ) -> Bool {
        let length = min(1 + count / 2, region.dayCount / 2)
        guard length > 0 else { return false }
        let spare = region.dayCount - 2 * length
        let gap = random.below(min(spare, 21) + 1)
        let start = region.firstDay + random.below(spare - gap + 1)
        let whole = 2 * length + gap
        let row = person * tables.dayCount + start
        var differs = false
        for offset in 0..<whole {
            let from =
                offset < length
                ? offset + length + gap : (offset >= length + gap ? offset - length - gap : offset)
            fresh[offset] = state.duties[row + from]
            if fresh[offset] != state.duties[row + offset] { differs = true }
        }
        return differs && tryRow(of: person, first: start, count: whole, threshold: threshold)
    }
}
