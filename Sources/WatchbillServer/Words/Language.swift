internal import Mustache

/// One language of the page: its phrases, and how it says dates and numbers.
package struct Language: Sendable {
    /// BCP 47.
    package let code: String
    package let phrases: [Phrase: String]
    /// Of the twelve shift colours, in their order.
    package let colours: [String]
    /// Monday first.
    package let weekdays: [String]
    /// Monday first; one or two letters.
    package let weekdayLetters: [String]
    /// January first.
    package let months: [String]

    package subscript(phrase: Phrase) -> String { phrases[phrase] ?? phrase.rawValue }

    /// The phrase with its places filled in.
    package func text(_ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
        values.reduce(self[phrase]) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
}

extension Language: MustacheParent {
    /// In templates `{{t.buildRota}}` is that phrase.
    func child(named: String) -> Any? {
        if named == "code" { return code }
        return Phrase(rawValue: named).map { self[$0] }
    }
}
