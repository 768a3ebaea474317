/// A JSON value to be written. Objects keep the order of their members, so that the same value is the same text.
indirect enum JSONText {
    case object([(key: String, value: JSONText)])
    case array([JSONText])
    case string(String)
    case whole(Int)
    case flag(Bool)
    case null
    /// A list that stays on one line, however long.
    case row([JSONText])
    /// A list with a line for each element, however short.
    case lines([JSONText])

    /// Its text: what fits within 110 columns on one line, all else a line for each member, indented by two spaces.
    var text: String {
        var text = ""
        write(to: &text, indentation: 0, room: Self.width)
        return text + "\n"
    }

    private static let width = 110

    private func write(to text: inout String, indentation: Int, room: Int) {
        var line = ""
        if writeLine(to: &line, room: room) || isFlat {
            text += line
            return
        }
        let inner = "\n" + String(repeating: "  ", count: indentation + 1)
        let outer = "\n" + String(repeating: "  ", count: indentation)
        let space = Self.width - 2 * (indentation + 1)
        switch self {
        case .object(let members):
            text += "{"
            for (position, member) in members.enumerated() {
                text += position == 0 ? inner : "," + inner
                let key = Self.quoted(member.key) + ": "
                text += key
                member.value.write(to: &text, indentation: indentation + 1, room: space - key.utf8.count - 1)
            }
            text += outer + "}"
        case .array(let elements), .lines(let elements):
            text += "["
            for (position, element) in elements.enumerated() {
                text += position == 0 ? inner : "," + inner
                element.write(to: &text, indentation: indentation + 1, room: space - 1)
            }
            text += outer + "]"
        case .string, .whole, .flag, .null, .row: break
        }
    }

    /// Whether it stands on one line in any case.
    private var isFlat: Bool {
        switch self {
        case .object(let members): members.isEmpty
        case .array(let elements), .lines(let elements): elements.isEmpty
        case .string, .whole, .flag, .null, .row: true
        }
    }

    /// Writes it on one line; false, with only a part written, if it takes more room. A flat one is written whole.
    private func writeLine(to line: inout String, room: Int) -> Bool {
        switch self {
        case .object(let members):
            line += "{"
            for (position, member) in members.enumerated() {
                line += (position == 0 ? "" : ", ") + Self.quoted(member.key) + ": "
                guard member.value.writeLine(to: &line, room: room), line.utf8.count < room else { return false }
            }
            line += "}"
        case .array(let elements):
            line += "["
            for (position, element) in elements.enumerated() {
                if position > 0 { line += ", " }
                guard element.writeLine(to: &line, room: room), line.utf8.count < room else { return false }
            }
            line += "]"
        case .lines(let elements):
            line += "[]"
            guard elements.isEmpty else { return false }
        case .row(let elements):
            line += "["
            for (position, element) in elements.enumerated() {
                if position > 0 { line += ", " }
                _ = element.writeLine(to: &line, room: room)
            }
            line += "]"
        case .string(let string): line += Self.quoted(string)
        case .whole(let number): line += String(number)
        case .flag(let flag): line += flag ? "true" : "false"
        case .null: line += "null"
        }
        return line.utf8.count <= room
    }

    /// The string in double quotes, with the escapes that JSON demands and no others.
    private static func quoted(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..."\u{1F}":
                let hex = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}

extension JSONText {
    static func strings(_ strings: some Sequence<some CustomStringConvertible>) -> JSONText {
        .array(strings.map { .string($0.description) })
    }

    /// An object of those members that have a value.
    static func members(_ members: [(key: String, value: JSONText?)]) -> JSONText {
        .object(members.compactMap { key, value in value.map { (key, $0) } })
    }

    /// A list with a line for each entry; nil if there is none.
    static func entries<Entry>(_ entries: [Entry], _ text: (Entry) -> JSONText) -> JSONText? {
        entries.isEmpty ? nil : .lines(entries.map(text))
    }
}
