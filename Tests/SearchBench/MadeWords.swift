import RotaModel

/// Some thousand made-up words, the common ones first.
struct MadeWords: Sendable {
    enum Kind: String, CaseIterable, Sendable {
        case common, middling, rare
        case commonAndRare = "a common and a rare one"
        case begun = "the beginning of one"
    }

    private static let count = 8192
    private let words: [String]

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let (consonants, vowels) = (Array("bdfgklmnprstvz"), Array("aeiou"))
        var words: [String] = []
        var seen: Set<String> = []
        while words.count < Self.count {
            let word = (0..<(2 + random.below(2))).map { _ in
                "\(consonants[random.below(consonants.count)])\(vowels[random.below(vowels.count)])"
            }.joined()
            if seen.insert(word).inserted { words.append(word) }
        }
        self.words = words
    }

    func text(_ count: Int, using random: inout SeededGenerator) -> String {
        (0..<count).map { _ in words[place(&random)] }.joined(separator: " ")
    }

    /// Each doubling of the place is as likely as the one before.
    private func place(_ random: inout SeededGenerator) -> Int {
        let doubling = random.below(13)
        return (1 << doubling) - 1 + random.below(1 << doubling)
    }

    func query(_ kind: Kind, using random: inout SeededGenerator) -> String {
        switch kind {
        case .common: words[random.below(8)]
        case .middling: words[100 + random.below(400)]
        case .rare: words[4000 + random.below(4000)]
        case .commonAndRare: "\(words[random.below(8)]) \(words[4000 + random.below(4000)])"
        case .begun: String(words[random.below(2000)].prefix(3))
        }
    }
}
