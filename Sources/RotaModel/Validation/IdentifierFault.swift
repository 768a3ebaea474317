/// What is wrong with a text that should be an id.
package enum IdentifierFault {
    /// Nil if `id` can name a person, a rule and the like: 1 to 64 characters, none of them a control character, no white
    /// space at either end, no `#` at the beginning (in text files that begins a comment).
    package static func find(in id: String) -> String? {
        if id.isEmpty { return "An id may not be empty." }
        let shown = String(id.prefix(80))
        if id.unicodeScalars.count > ProblemLimits.idLength.upperBound {
            return "The id \"\(shown)\" is longer than \(ProblemLimits.idLength.upperBound) characters."
        }
        if id.unicodeScalars.contains(where: isControl) {
            return "The id \"\(escaped(id))\" has a control character in it."
        }
        if id.first?.isWhitespace == true || id.last?.isWhitespace == true {
            return "The id \"\(shown)\" begins or ends with white space."
        }
        if id.hasPrefix("#") { return "The id \"\(shown)\" begins with #, which begins a comment in text files." }
        return nil
    }

    /// Nil if `id` can name a shift type: also without any white space or colon, and not `-`, which stands for off.
    package static func find(inShiftType id: String) -> String? {
        if let fault = find(in: id) { return fault }
        if id == "-" { return "A shift type cannot be called \"-\", which stands for a day off in tables of text." }
        if id.contains(where: { $0.isWhitespace || $0 == ":" }) {
            return "The shift type id \"\(id)\" has white space or a colon in it, which tables of text cannot have."
        }
        return nil
    }

    /// Control characters as `\u{…}`.
    private static func escaped(_ id: String) -> String {
        id.unicodeScalars.reduce(into: "") { text, scalar in
            text += isControl(scalar) ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .lineSeparator
            || scalar.properties.generalCategory == .paragraphSeparator
    }
}
