internal import RotaModel

/// The part of a rota that one thread may change: some people on a range of days.
package struct Region {
    /// Positions of people.
    package var people: [Int]
    package var firstDay: Int
    /// Days from the first on.
    package var dayCount: Int

    package init(people: [Int], firstDay: Int, dayCount: Int) {
        self.people = people
        self.firstDay = firstDay
        self.dayCount = dayCount
    }
}

extension Region {
    /// As many parts of a rota as asked for, no two of which share a person or a day, drawn at random.
    static func split(
        people: [Int], days: Int, parts: Int, random: inout SeededGenerator
    ) -> [Region] {
        let people = people.shuffled(using: &random)
        // Cuts no closer to each other than half of an even share.
        let least = days / (2 * parts)
        var cuts = (1..<parts).map { _ in random.below(days - parts * least + 1) }.sorted()
        for number in cuts.indices { cuts[number] += (number + 1) * least }
        cuts = [0] + cuts + [days]
        let shift = random.below(parts)
        return (0..<parts).map { number in
            let slice = people[(number * people.count / parts)..<((number + 1) * people.count / parts)]
            let part = (number + shift) % parts
            return Region(people: Array(slice), firstDay: cuts[part], dayCount: cuts[part + 1] - cuts[part])
        }
    }
}
