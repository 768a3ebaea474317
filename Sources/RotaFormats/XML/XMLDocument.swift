import RotaModel

/// An XML text as elements, each with its place.
struct XMLDocument {
    /// One element, with the text directly in it.
    struct Node {
        var name: String
        /// Where its tag begins.
        var offset: Int
        var attributes: [(name: String, value: String, offset: Int)] = []
        /// Positions in the document.
        var children: [Int] = []
        var text = ""

        /// The text without white space around it.
        var trimmed: String {
            var rest = text[...]
            while rest.first?.isWhitespace == true { rest.removeFirst() }
            while rest.last?.isWhitespace == true { rest.removeLast() }
            return String(rest)
        }
    }

    let nodes: [Node]
    /// Where lines begin: after a byte order mark, and after each LF, CR LF or CR.
    private let lineStarts: [Int]

    init(_ bytes: [UInt8], nodes: [Node]) {
        self.nodes = nodes
        var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        for (index, byte) in bytes.enumerated() {
            let isPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
            if byte == 0x0A || (byte == 0x0D && !isPair) { starts.append(index + 1) }
        }
        lineStarts = starts
    }

    /// The place of an offset, by bisection.
    func place(of offset: Int) -> Diagnostic.Place {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return .line(low + 1, column: offset - lineStarts[low] + 1)
    }
}

/// Reads XML text (W3C, 1.0, fifth edition) in one pass and without recursion, as far as data files need it: elements,
/// attributes, text, CDATA, character references and the five entities that every text has. A document type is refused,
/// and with it every other entity, so that nothing outside the file is ever read. Comments and processing instructions
/// are passed over. The first fault ends the reading: what follows it could mean anything.
struct XMLParser {
    /// Elements within elements that are read.
    static let maximumDepth = 50
    /// Elements in a file that are read.
    static let maximumElements = 1_000_000
    /// Attributes of an element that are read.
    private static let maximumAttributes = 100

    private let bytes: [UInt8]
    private var index: Int
    private var nodes: [XMLDocument.Node] = []
    /// The elements around the current place.
    private var open: [Int] = []

    private struct Fault: Error {
        var offset: Int
        var message: String
    }

    /// The document, of which element 0 is the root; nil, with the reason reported, if the text is no XML.
    static func parse(_ bytes: [UInt8], into collector: inout DiagnosticCollector) -> XMLDocument? {
        guard let text = SourceText.check(bytes, into: &collector) else { return nil }
        var parser = XMLParser(bytes: bytes, index: text.startIndex)
        do {
            try parser.parse()
            return XMLDocument(bytes, nodes: parser.nodes)
        } catch {
            let (line, column) = SourceText.position(of: error.offset, in: bytes)
            collector.report(error.message, at: .line(line, column: column))
            return nil
        }
    }

    private init(bytes: [UInt8], index: Int) {
        self.bytes = bytes
        self.index = index
    }

    private mutating func parse() throws(Fault) {
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<") {
                try parseMarkup()
            } else {
                try parseText()
            }
        }
        if let unclosed = open.last {
            let node = nodes[unclosed]
            throw Fault(offset: node.offset, message: "<\(Self.shown(node.name))> has no </\(Self.shown(node.name))>.")
        }
        if nodes.isEmpty { throw Fault(offset: index, message: "The text has no element; XML is expected.") }
    }

    private mutating func parseMarkup() throws(Fault) {
        if starts(with: "<!--") {
            try skip(past: "-->", "A comment")
        } else if starts(with: "<?") {
            try skip(past: "?>", "A processing instruction")
        } else if starts(with: "<![CDATA[") {
            let start = index + 9
            try skip(past: "]]>", "A CDATA section")
            try append(String(decoding: bytes[start..<(index - 3)], as: UTF8.self), at: start)
        } else if starts(with: "<!") {
            throw Fault(offset: index, message: "A document type stands here; files with one are not read.")
        } else if starts(with: "</") {
            try parseEnd()
        } else {
            try parseStart()
        }
    }

    private mutating func parseStart() throws(Fault) {
        let start = index
        index += 1
        var node = XMLDocument.Node(name: try name("An element's name"), offset: start)
        if open.isEmpty, !nodes.isEmpty {
            throw Fault(offset: start, message: "<\(Self.shown(node.name))> stands after the end of the document.")
        }
        while true {
            let hadSpace = skipSpace()
            guard index < bytes.count else {
                throw Fault(offset: start, message: "The tag of <\(Self.shown(node.name))> does not end.")
            }
            if bytes[index] == UInt8(ascii: ">") || starts(with: "/>") { break }
            guard hadSpace else { throw Fault(offset: index, message: "> or a space is expected here.") }
            let place = index
            let key = try name("An attribute's name")
            if node.attributes.contains(where: { $0.name == key }) || node.attributes.count >= Self.maximumAttributes {
                throw Fault(offset: place, message: "The attribute \(Self.shown(key)) is one too many.")
            }
            node.attributes.append((key, try attributeValue(of: key), place))
        }
        guard open.count < Self.maximumDepth, nodes.count < Self.maximumElements else {
            throw Fault(
                offset: start,
                message: "Elements are read up to \(Self.maximumDepth) deep, and \(Self.maximumElements) of them.")
        }
        if let parent = open.last { nodes[parent].children.append(nodes.count) }
        if bytes[index] == UInt8(ascii: ">") {
            open.append(nodes.count)
            index += 1
        } else {
            index += 2
        }
        nodes.append(node)
    }

    private mutating func parseEnd() throws(Fault) {
        let start = index
        index += 2
        let name = try name("An element's name")
        skipSpace()
        guard index < bytes.count, bytes[index] == UInt8(ascii: ">") else {
            throw Fault(offset: index, message: "> is expected after </\(Self.shown(name)).")
        }
        index += 1
        guard let last = open.popLast(), nodes[last].name == name else {
            throw Fault(offset: start, message: "</\(Self.shown(name))> stands where no <\(Self.shown(name))> is open.")
        }
    }

    private mutating func attributeValue(of name: String) throws(Fault) -> String {
        skipSpace()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
            throw Fault(offset: index, message: "= is expected after the attribute \(Self.shown(name)).")
        }
        index += 1
        skipSpace()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
            throw Fault(offset: index, message: "The value of \(Self.shown(name)) in quotes is expected.")
        }
        let (quote, start) = (bytes[index], index + 1)
        index = start
        while index < bytes.count, bytes[index] != quote, bytes[index] != UInt8(ascii: "<") { index += 1 }
        guard index < bytes.count, bytes[index] == quote else {
            throw Fault(offset: start - 1, message: "The value of \(Self.shown(name)) does not end.")
        }
        index += 1
        return try unescaped(start..<(index - 1))
    }

    private mutating func parseText() throws(Fault) {
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
        try append(try unescaped(start..<index), at: start)
    }

    private mutating func append(_ text: String, at offset: Int) throws(Fault) {
        guard let current = open.last else {
            if text.contains(where: { !$0.isWhitespace }) {
                throw Fault(offset: offset, message: "Text stands outside the document; XML is expected.")
            }
            return
        }
        nodes[current].text += text
    }

    /// The text of a range with its references replaced.
    private func unescaped(_ range: Range<Int>) throws(Fault) -> String {
        guard let first = bytes[range].firstIndex(of: UInt8(ascii: "&")) else {
            return String(decoding: bytes[range], as: UTF8.self)
        }
        var text = String(decoding: bytes[range.lowerBound..<first], as: UTF8.self)
        var place = first
        while place < range.upperBound {
            let end = bytes[place..<range.upperBound].firstIndex(of: UInt8(ascii: ";"))
            guard let end, end - place <= 12,
                let character = Self.reference(String(decoding: bytes[(place + 1)..<end], as: UTF8.self))
            else {
                throw Fault(
                    offset: place,
                    message:
                        "There is no such reference; &amp; &lt; &gt; &quot; &apos; and &#NUMBER; are some that there are."
                )
            }
            text.unicodeScalars.append(character)
            let next = bytes[(end + 1)..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) ?? range.upperBound
            text += String(decoding: bytes[(end + 1)..<next], as: UTF8.self)
            place = next
        }
        return text
    }

    private static func reference(_ name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.hasPrefix("#") else { return nil }
            let isHex = name.hasPrefix("#x")
            let number = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
            return number.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
        }
    }

    private mutating func name(_ what: String) throws(Fault) -> String {
        let start = index
        while index < bytes.count, Self.isNameByte(bytes[index]) { index += 1 }
        guard index > start, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[start]) else {
            throw Fault(offset: start, message: "\(what) is expected here.")
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
            true
        default: [UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(byte)
        }
    }

    private mutating func skip(past end: StaticString, _ what: String) throws(Fault) {
        let start = index
        index += 2
        while index < bytes.count {
            if starts(with: end) {
                index += end.utf8CodeUnitCount
                return
            }
            index += 1
        }
        throw Fault(offset: start, message: "\(what) does not end.")
    }

    private func starts(with text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[index...].starts(with: $0) }
    }

    @discardableResult
    private mutating func skipSpace() -> Bool {
        let start = index
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
        return index > start
    }

    private static func shown(_ name: String) -> String { name.count > 40 ? "\(name.prefix(40))…" : name }
}

/// Text as it stands in XML.
enum XMLText {
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
