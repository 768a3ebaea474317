internal import CrewRecords

/// Writes the fields of a message's header (RFC 5322, 2.2), folded, with everything that is not ASCII as encoded words
/// (RFC 2047). What would end a field, or begin another one, is refused.
struct MailHeader {
    /// In bytes, the limit of RFC 2047, 2, for a line with an encoded word, and less than RFC 5322, 2.1.1, asks for.
    static let lineLength = 76
    /// In bytes of UTF-8. What is longer is none that anybody reads.
    static let longestText = 2000

    private(set) var text = ""

    /// A field of parts that contain nothing to be encoded; a line is begun before each one that would not fit.
    mutating func add(_ name: String, _ parts: [String]) {
        text += "\(name):"
        var column = name.utf8.count + 1
        for (index, part) in parts.enumerated() {
            if index > 0, column + 1 + part.utf8.count > Self.lineLength {
                text += "\r\n"
                column = 0
            }
            text += " " + part
            column += 1 + part.utf8.count
        }
        text += "\r\n"
    }

    /// A field of free text.
    ///
    /// - Throws: `ChannelError`, `mailHeaderUnusable`.
    mutating func add(_ name: String, text value: String) throws(ChannelError) {
        try Self.check(value, name)
        let isPlain =
            value.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !value.contains("=?")
            && value.first != " " && value.last != " " && name.utf8.count + 2 + value.utf8.count <= Self.lineLength
        add(name, isPlain ? [value] : Self.encodedWords(value, after: name))
    }

    /// A field of one mailbox.
    ///
    /// - Throws: `ChannelError`, `mailHeaderUnusable`.
    mutating func add(_ name: String, _ mailbox: Mailbox) throws(ChannelError) {
        guard let shown = mailbox.name else { return add(name, [mailbox.address.text]) }
        try Self.check(shown, name)
        let words: [String]
        if shown.utf8.allSatisfy({ MailAddress.isAtomText($0) || $0 == 0x20 }), !shown.contains("=?"),
            shown.first != " ", shown.last != " ", shown.utf8.count <= Self.lineLength - 10
        {
            words = [shown]
        } else {
            words = Self.encodedWords(shown, after: name)
        }
        add(name, words + ["<\(mailbox.address.text)>"])
    }

    private static func check(_ value: String, _ name: String) throws(ChannelError) {
        guard value.utf8.count <= longestText else {
            throw ChannelError(
                .mailHeaderUnusable,
                "The text of the field \(name) has \(value.utf8.count) bytes; at most \(longestText) are taken. "
                    + "Shorten it.")
        }
        guard !value.isEmpty else {
            throw ChannelError(.mailHeaderUnusable, "The text of the field \(name) is empty. Give one.")
        }
        // Also what some programs take for the end of a line: they would show a field of its own after it.
        let ending = value.unicodeScalars.first {
            $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || [0x2028, 0x2029].contains($0.value)
        }
        if let ending {
            let code = String(ending.value, radix: 16, uppercase: true)
            throw ChannelError(
                .mailHeaderUnusable,
                "The text of the field \(name) holds the control character U+"
                    + String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code
                    + ", which may end a line. Take it out.")
        }
    }

    /// Each at most 75 bytes long (RFC 2047, 2), and none ending within a character (5).
    ///
    /// - Parameter name: the field's, which stands in the line of the first one.
    static func encodedWords(_ value: String, after name: String) -> [String] {
        // A line begins with a space, and `=?UTF-8?B?` and `?=` take 12 bytes more; four letters stand for three bytes.
        func room(after column: Int) -> Int { (lineLength - column - 1 - 12) / 4 * 3 }
        let widest = room(after: 0)
        var room = room(after: name.utf8.count + 1)
        var words: [String] = []
        var bytes: [UInt8] = []
        func word() -> String { "=?UTF-8?B?\(Base64.standard.padded(bytes))?=" }
        for character in value {
            // What looks like one character may be longer than a word; then it must be parted.
            let pieces =
                character.utf8.count <= room
                ? [Array(character.utf8)] : character.unicodeScalars.map { Array(String($0).utf8) }
            for piece in pieces {
                if bytes.count + piece.count > room {
                    words.append(word())
                    bytes = []
                    room = widest
                }
                bytes += piece
            }
        }
        if !bytes.isEmpty { words.append(word()) }
        return words
    }
}
