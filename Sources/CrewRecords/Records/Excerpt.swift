/// A piece of an entry's text round the first word that a search was for.
package struct Excerpt: Hashable, Sendable {
    package struct Part: Hashable, Sendable {
        package let text: String
        package let isHit: Bool
    }

    /// In order; together the piece. What is left out at either end is an ellipsis.
    package let parts: [Part]

    /// How much of the text is shown, in characters, about.
    static let length = 160

    /// - Returns: the text's beginning if none of the words is in it.
    package init(of text: String, for query: SearchQuery) {
        let pieces = Self.pieces(of: text)
        let isHit = pieces.map { $0.isWord && SearchWords.words(of: String($0.text)).contains(where: query.isHit) }
        let first = isHit.firstIndex(of: true) ?? 0
        var (start, size) = (first, 0)
        while start > 0, size + pieces[start - 1].text.count <= Self.length / 3 {
            start -= 1
            size += pieces[start].text.count
        }
        var end = first
        while end < pieces.count, size + pieces[end].text.count <= Self.length || end == first {
            size += pieces[end].text.count
            end += 1
        }
        var parts = (start..<end).map { index in
            // A single word may be as long as the whole text.
            Part(text: String(pieces[index].text.prefix(Self.length)), isHit: isHit[index])
        }
        if start > 0 { parts.insert(Part(text: "…", isHit: false), at: 0) }
        if end < pieces.count { parts.append(Part(text: "…", isHit: false)) }
        self.parts = parts
    }

    /// The text cut into words and what stands between them.
    private static func pieces(of text: String) -> [(text: Substring, isWord: Bool)] {
        var pieces: [(text: Substring, isWord: Bool)] = []
        var rest = text[...]
        while let character = rest.first {
            let isWord = isPartOfWord(character)
            let piece = rest.prefix { isPartOfWord($0) == isWord }
            pieces.append((piece, isWord))
            rest = rest[piece.endIndex...]
        }
        return pieces
    }

    private static func isPartOfWord(_ character: Character) -> Bool {
        character.unicodeScalars.contains { SearchWords.kind(of: $0) == .letter }
    }
}
