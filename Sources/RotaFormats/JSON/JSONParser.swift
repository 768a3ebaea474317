import RotaModel

/// Reads JSON text (RFC 8259) in one pass and without recursion, so that no text, however deep, can exhaust the stack.
///
/// What can be passed over (a comma too many or missing, a bad escape, a key twice) is reported and passed over, so that
/// one look at a file tells more than its first slip.
struct JSONParser {
    /// Containers within containers that are read; a document of ours needs seven.
    static let maximumDepth = 200
    /// Values in a file that are read.
    static let maximumValues = 8_000_000

    private let bytes: [UInt8]
    private var index: Int
    private var nodes: [JSONDocument.Node] = []
    private var faults: [(offset: Int, message: String)] = []
    /// The containers around the current place.
    private var open: [Container] = []

    private struct Container {
        var node: Int
        var isObject: Bool
        /// What may come next.
        var state = State.first
        /// Those seen so far, with their places.
        var keys: [String: Int] = [:]
    }

    private enum State {
        /// The container has just begun.
        case first
        /// After a comma.
        case next
        /// After a key and its colon.
        case value
        /// After a value.
        case end
    }

    private init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        index = start
    }

    /// The document; nil if the text is no JSON that could be made sense of. All that is wrong is reported.
    static func parse(_ bytes: [UInt8], into collector: inout DiagnosticCollector) -> JSONDocument? {
        guard let text = SourceText.check(bytes, into: &collector) else { return nil }
        var parser = JSONParser(bytes, from: text.startIndex)
        let isWhole = parser.parse()
        let document = JSONDocument(bytes: bytes, nodes: parser.nodes)
        for fault in parser.faults {
            let (line, column) = document.position(of: fault.offset)
            collector.report(fault.message, at: .line(line, column: column))
        }
        return isWhole ? document : nil
    }

    /// Past the number that is kept the message is not even made: a file may be nothing but slips.
    private mutating func report(at offset: Int, _ message: (JSONParser) -> String) {
        if !isFull { faults.append((offset, message(self))) }
    }

    private var isFull: Bool { faults.count >= DiagnosticCollector.limit }

    /// False if the rest of the text cannot be made sense of, which is reported.
    private mutating func parse() -> Bool {
        skipSpace()
        guard index < bytes.count else {
            report(at: index) { _ in "The file is empty; a JSON object is expected." }
            return false
        }
        guard readValue() else { return false }
        while let container = open.last {
            skipSpace()
            guard index < bytes.count else {
                let (line, column) = position(of: Int(nodes[container.node].start))
                let end = container.isObject ? "}" : "]"
                report(at: bytes.count) { _ in
                    "The text ends where a \(end) is expected for the \(container.isObject ? "{" : "[") in line \(line), "
                        + "column \(column)."
                }
                return false
            }
            guard readNext(in: container) else { return false }
        }
        skipSpace()
        if index < bytes.count {
            report(at: index) { "\($0.shownByte) stands after the end of the document." }
        }
        return true
    }

    /// Reads a step of what is in a container: a comma, a key, a value or the end.
    private mutating func readNext(in container: Container) -> Bool {
        let top = open.count - 1
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            guard (byte == UInt8(ascii: "}")) == container.isObject, container.state != .value else {
                let expected = container.state == .value ? "a value" : container.isObject ? "}" : "]"
                report(at: index) { "\($0.shownByte) stands where \(expected) is expected." }
                return false
            }
            if container.state == .next { report(at: index) { "A comma stands before \($0.shownByte)." } }
            index += 1
            close()
            return true
        case UInt8(ascii: ","):
            if container.state != .end {
                report(at: index) { _ in "A comma stands where a value or a key is expected." }
            }
            index += 1
            if container.state == .end { open[top].state = .next }
            return container.state != .value
        case UInt8(ascii: ":"):
            report(at: index) { _ in
                "A colon stands where \(container.state == .end ? "a comma" : "a value") is expected."
            }
            return false
        default:
            if container.state == .end { report(at: index) { "A comma is missing before \($0.shownByte)." } }
            if container.isObject, container.state != .value { return readKey() }
            open[top].state = .end
            return readValue()
        }
    }

    private mutating func readKey() -> Bool {
        guard bytes[index] == UInt8(ascii: "\"") else {
            report(at: index) { "\($0.shownByte) stands where a key in double quotes is expected." }
            return false
        }
        let start = index
        guard readString() else { return false }
        let content = bytes[(start + 1)..<(index - 1)]
        let name =
            content.contains(UInt8(ascii: "\\"))
            ? JSONEscapes.decode(content) : String(decoding: content, as: UTF8.self)
        if let first = open[open.count - 1].keys.updateValue(start, forKey: name), !isFull {
            let (line, column) = position(of: first)
            report(at: start) { _ in
                "The key \"\(name.prefix(60))\" is there already, in line \(line), column \(column)."
            }
        }
        skipSpace()
        guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else {
            report(at: index) { _ in "A colon is expected after the key \"\(name.prefix(60))\"." }
            return false
        }
        index += 1
        open[open.count - 1].state = .value
        return true
    }

    /// Reads a scalar, or the beginning of a container.
    private mutating func readValue() -> Bool {
        guard nodes.count < Self.maximumValues else {
            report(at: index) { _ in "The file has more than \(Self.maximumValues) values, which no problem needs." }
            return false
        }
        switch bytes[index] {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard open.count < Self.maximumDepth else {
                report(at: index) { _ in "Values are nested more than \(Self.maximumDepth) deep." }
                return false
            }
            let isObject = bytes[index] == UInt8(ascii: "{")
            open.append(Container(node: nodes.count, isObject: isObject))
            append(isObject ? .object : .array, from: index, to: index + 1)
            index += 1
            return true
        case UInt8(ascii: "\""):
            return readString()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            readNumber()
            return true
        default:
            return readWord()
        }
    }

    private mutating func close() {
        let container = open.removeLast()
        nodes[container.node].end = UInt32(index)
        nodes[container.node].next = UInt32(nodes.count)
    }

    private mutating func append(_ kind: JSONDocument.Kind, from start: Int, to end: Int) {
        nodes.append(.init(kind: kind, start: UInt32(start), end: UInt32(end), next: UInt32(nodes.count + 1)))
    }

    private mutating func readString() -> Bool {
        let start = index
        var hasEscapes = false
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            if bytes[index] == UInt8(ascii: "\\") {
                hasEscapes = true
                index += 1
            } else if bytes[index] == 0x0A || bytes[index] == 0x0D {
                report(at: start) { _ in "The string that begins here does not end in its line." }
                return false
            } else if bytes[index] < 0x20 {
                report(at: index) { "The control character \($0.shownByte) stands in a string; write it as an escape." }
            }
            index += 1
        }
        guard index < bytes.count else {
            report(at: start) { _ in "The string that begins here does not end." }
            return false
        }
        if hasEscapes, !isFull {
            for fault in JSONEscapes.faults(in: bytes[(start + 1)..<index]) {
                report(at: fault.offset) { _ in fault.message }
            }
        }
        index += 1
        append(.string, from: start, to: index)
        return true
    }

    private mutating func readNumber() {
        let start = index
        while index < bytes.count, Self.isWordByte(bytes[index]) { index += 1 }
        let isNumber = Self.isNumber(bytes[start..<index])
        if !isNumber {
            let text = String(decoding: bytes[start..<min(index, start + 40)], as: UTF8.self)
            report(at: start) { _ in "\"\(text)\" is no number as JSON writes them." }
        }
        append(isNumber ? .number : .faulty, from: start, to: index)
    }

    /// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`
    private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        func digits() -> Int {
            let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
            rest = rest.dropFirst(count)
            return count
        }
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let startsWithZero = rest.first == UInt8(ascii: "0")
        let whole = digits()
        if whole == 0 || (startsWithZero && whole > 1) { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            if digits() == 0 { return false }
        }
        if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest = rest.dropFirst() }
            if digits() == 0 { return false }
        }
        return rest.isEmpty
    }

    /// `true`, `false` or `null`; anything else is reported, and passed over if it looks like a word.
    private mutating func readWord() -> Bool {
        let start = index
        while index < bytes.count, Self.isWordByte(bytes[index]) { index += 1 }
        let word = String(decoding: bytes[start..<min(index, start + 40)], as: UTF8.self)
        guard index > start else {
            report(at: start) { "\($0.shownByte) stands where a value is expected." }
            return false
        }
        let kind = Self.kind(of: word)
        if kind == .faulty, !isFull {
            let near = NearMiss.nearest(to: word, in: ["true", "false", "null"])
            let hint = near.map { " Maybe you mean \($0)." } ?? ""
            report(at: start) { _ in "\"\(word)\" is no value; text stands in double quotes.\(hint)" }
        }
        append(kind, from: start, to: index)
        return true
    }

    private static func kind(of word: String) -> JSONDocument.Kind {
        switch word {
        case "true": .true
        case "false": .false
        case "null": .null
        default: .faulty
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), 0x80...0xFF:
            true
        default: false
        }
    }

    private mutating func skipSpace() {
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            index += 1
        }
    }

    /// The character at the current place, as messages show it.
    private var shownByte: String {
        let byte = bytes[index]
        if byte < 0x20 || byte == 0x7F { return "0x" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16) }
        guard let scalar = String(decoding: bytes[index...].prefix(4), as: UTF8.self).unicodeScalars.first else {
            return "?"
        }
        return String(scalar)
    }

    private func position(of offset: Int) -> (line: Int, column: Int) { SourceText.position(of: offset, in: bytes) }
}
