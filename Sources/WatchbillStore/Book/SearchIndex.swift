internal import CrewRecords
internal import RotaModel

/// What the index of entries holds, and how it is asked: words of letters and digits, as `SearchWords` makes them, and one
/// token for the person, which no word can be, since it begins with a sign.
enum SearchIndex {
    /// Up to how many people a search names them to the index. More are sorted out after it: they are then so many that
    /// what is found is mostly of them.
    static let mostNamed = 400

    /// The words of an entry, each once, with spaces between.
    static func text(of content: EntryContent, in person: PersonID) -> String {
        var seen: Set<String> = []
        let words = SearchWords.words(of: content.title) + SearchWords.words(of: content.body)
        return ([token(of: person)] + words.filter { seen.insert($0).inserted }).joined(separator: " ")
    }

    static func token(of person: PersonID) -> String {
        person.rawValue.utf8.reduce(into: "_") { token, byte in
            token += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }

    /// The query in the index's own language: all words, in the file of one of these people.
    ///
    /// - Parameter people: nil: anybody's. At least one.
    static func match(_ query: SearchQuery, of people: [PersonID]?, in dialect: SQLDialect) -> String {
        // Words and tokens hold no sign that means something in either language; they are quoted all the same.
        let words = query.words.map { word in
            let isPrefix = query.isOpenEnded && word == query.words.last
            return switch dialect {
            case .sqlite: "\"\(word)\"" + (isPrefix ? " *" : "")
            case .postgres: "'\(word)'" + (isPrefix ? ":*" : "")
            }
        }
        let and = dialect == .sqlite ? " AND " : " & "
        let all = words.joined(separator: and)
        guard let people else { return all }
        let tokens = people.map { person in
            dialect == .sqlite ? "\"\(token(of: person))\"" : "'\(token(of: person))'"
        }
        return all + and + "(" + tokens.joined(separator: dialect == .sqlite ? " OR " : " | ") + ")"
    }
}
