internal import Foundation

/// Text as it is searched: the same letters, whatever their case, accents and forms, cut into words where there is
/// neither a letter nor a digit. Both databases index these words and nothing else, so that they find the same.
package enum SearchWords {
    /// Of a word, in Unicode scalars; what is longer counts up to here.
    package static let longest = 64

    /// The words of a text, in order, each as often as it occurs. They hold letters and digits alone.
    package static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in folded(text).unicodeScalars {
            switch kind(of: scalar) {
            case .mark: continue
            case .letter: if word.count < longest { word.append(scalar) }
            case .other:
                if !word.isEmpty { words.append(String(word)) }
                word = String.UnicodeScalarView()
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        return words
    }

    /// Signs such as ℡ come apart into capitals, and capitals such as İ into letters with marks: hence twice.
    private static func folded(_ text: String) -> String {
        text.decomposedStringWithCompatibilityMapping.lowercased().decomposedStringWithCompatibilityMapping
    }

    enum Kind {
        case letter, mark, other
    }

    static func kind(of scalar: Unicode.Scalar) -> Kind {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            .letter
        case .nonspacingMark, .spacingMark, .enclosingMark: .mark
        default: .other
        }
    }
}

/// What somebody searches for: all of these words.
package struct SearchQuery: Hashable, Sendable {
    /// In characters.
    package static let longest = 200
    package static let mostWords = 8

    /// At least one, each once.
    package let words: [String]
    /// Whether whatever begins as the last word does is found, too: from three letters on.
    package let isOpenEnded: Bool

    /// - Throws: `RecordError` if there is nothing to search for, or too much.
    package init(_ text: String) throws(RecordError) {
        guard text.count <= Self.longest, text.utf8.count <= 4 * Self.longest else {
            throw RecordError(
                .longQuery, "A search has at most \(Self.longest) characters. Maybe two or three words will do.")
        }
        let typed = SearchWords.words(of: text)
        let words = typed.enumerated().filter { !typed[..<$0.offset].contains($0.element) }.map(\.element)
        guard let last = typed.last else {
            throw RecordError(.emptyQuery, "There is no word to search for. Maybe type a name, or a word of an entry.")
        }
        guard words.count <= Self.mostWords else {
            throw RecordError(
                .longQuery, "A search has at most \(Self.mostWords) words. Maybe leave the commonest out.")
        }
        // The last one typed stands last, wherever it stood before.
        self.words = words.filter { $0 != last } + [last]
        isOpenEnded = last.unicodeScalars.count >= 3
    }

    /// Whether all the words occur among these.
    package func isFound(among words: [String]) -> Bool { self.words.allSatisfy { words.contains(where: matches($0)) } }

    /// Whether one word of a text is one of the query's.
    package func isHit(_ word: String) -> Bool { words.contains { matches($0)(word) } }

    private func matches(_ sought: String) -> (String) -> Bool {
        let isPrefix = isOpenEnded && sought == words.last
        return { isPrefix ? $0.hasPrefix(sought) : $0 == sought }
    }
}
