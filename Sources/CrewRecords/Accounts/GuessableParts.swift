internal import Foundation

/// What guessers try first, found in a password wherever it stands: common words, the person's own words, runs along the
/// alphabet or a row of the keyboard. What counts is what is left.
struct GuessableParts {
    /// Different characters that must be left.
    static let leastRest = 5

    /// The stems of the passwords seen most often, a few languages' word for password, and our own name.
    private static let commonest = [
        "password", "passwort", "passord", "losenord", "motdepasse", "contrasena", "senha", "geheim", "secret",
        "letmein", "welcome", "willkommen", "bienvenue", "iloveyou", "administrator", "admin", "login", "changeme",
        "master", "dragon", "monkey", "football", "baseball", "princess", "sunshine", "superman", "batman", "hello",
        "spring", "summer", "autumn", "winter", "fruhling", "sommer", "herbst", "watchbill", "hospital", "test",
    ]

    /// Three in a row of these, in either direction, are a run.
    private static let rows = [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "qwertz", "asdfghjkl", "zxcvbnm",
    ]

    private static let runs: Set<[Character]> = Set(
        rows.flatMap { row in
            [Array(row), row.reversed()].flatMap { letters in
                (2..<letters.count).map { Array(letters[($0 - 2)...$0]) }
            }
        })

    private static let spellings: [Character: Character] = [
        "0": "o", "1": "i", "!": "i", "3": "e", "4": "a", "@": "a", "5": "s", "$": "s", "7": "t",
    ]

    private let words: [[Character]]

    /// - Parameter words: the person's own texts, such as name and login; each of their words of three letters or more
    ///   counts.
    init(words texts: [String]) {
        let own = texts.flatMap { Self.folded($0).split { !$0.isLetter && !$0.isNumber } }
        words = (own.map(Array.init) + Self.commonest.map(Array.init)).filter { $0.count >= 3 }
    }

    /// The different characters outside all guessable parts, without case and accents.
    /// - Complexity: The text's length times that of all words.
    func rest(of text: String) -> Set<Character> {
        let letters = Array(Self.folded(text))
        let spelt = letters.map { Self.spellings[$0] ?? $0 }
        var isGuessable = [Bool](repeating: false, count: letters.count)
        for start in letters.indices {
            var length = 0
            if start + 3 <= letters.count, Self.runs.contains(Array(letters[start..<(start + 3)])) { length = 3 }
            for word in words where word.count > length {
                if letters[start...].starts(with: word) || spelt[start...].starts(with: word) { length = word.count }
            }
            for place in start..<(start + length) { isGuessable[place] = true }
        }
        return Set(zip(letters, isGuessable).filter { !$0.1 }.map(\.0))
    }

    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }
}
