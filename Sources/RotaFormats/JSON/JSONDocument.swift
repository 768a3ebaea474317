import RotaModel

/// A parsed JSON text (RFC 8259): its values in the order they stand, each with its place.
struct JSONDocument {
    enum Kind: UInt8 {
        case object, array, string, number, `true`, `false`, null
        /// Something in a value's place that is none; the parser has told so.
        case faulty
    }

    /// One value. In `nodes` a container comes before what is in it; an object's keys are strings before their values.
    struct Node {
        var kind: Kind
        /// The offset of its first byte and of the byte after its last.
        var start: UInt32
        var end: UInt32
        /// The position in `nodes` after it and all that is in it.
        var next: UInt32
    }

    let bytes: [UInt8]
    let nodes: [Node]
    private let lineStarts: [UInt32]

    init(bytes: [UInt8], nodes: [Node]) {
        self.bytes = bytes
        self.nodes = nodes
        lineStarts = Self.lineStarts(of: bytes)
    }

    var root: JSONValue { JSONValue(document: self, index: 0) }

    /// 1-based line and column (in bytes).
    /// - Complexity: Logarithmic in the number of lines.
    func position(of offset: Int) -> (line: Int, column: Int) {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return (low + 1, offset - Int(lineStarts[low]) + 1)
    }

    private static func lineStarts(of bytes: [UInt8]) -> [UInt32] {
        var starts: [UInt32] = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        for index in bytes.indices {
            let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
            if bytes[index] == 0x0A || (bytes[index] == 0x0D && !isPair) { starts.append(UInt32(index + 1)) }
        }
        return starts
    }
}

/// A value of a document.
struct JSONValue {
    let document: JSONDocument
    let index: Int

    var kind: JSONDocument.Kind { document.nodes[index].kind }
    private var node: JSONDocument.Node { document.nodes[index] }

    private var source: ArraySlice<UInt8> { document.bytes[Int(node.start)..<Int(node.end)] }

    /// The text of a string; nil for other kinds. Faulty escapes, which the parser reports, are U+FFFD.
    var text: String? {
        guard kind == .string else { return nil }
        let content = source.dropFirst().dropLast()
        guard content.contains(UInt8(ascii: "\\")) else { return String(decoding: content, as: UTF8.self) }
        return JSONEscapes.decode(content)
    }

    /// The number if it is a whole one that fits; nil for other kinds and other numbers. `1.0` and `1e3` are whole.
    var whole: Int? {
        guard kind == .number, source.count <= 40 else { return nil }
        let digits = String(decoding: source, as: UTF8.self)
        if let value = Int(digits) { return value }
        guard let value = Double(digits), value.magnitude < 0x1p53 else { return nil }
        return Int(exactly: value)
    }

    /// The number, as close as 64 bits come; nil for other kinds.
    var fraction: Double? { kind == .number ? Double(String(decoding: source, as: UTF8.self)) : nil }

    /// What is in a list; empty for other kinds.
    var elements: [JSONValue] {
        guard kind == .array else { return [] }
        return children
    }

    /// What is in an object, in order; empty for other kinds.
    var members: [(key: JSONValue, value: JSONValue)] {
        guard kind == .object else { return [] }
        let children = children
        return stride(from: 0, to: children.count - 1, by: 2).map { (children[$0], children[$0 + 1]) }
    }

    private var children: [JSONValue] {
        var result: [JSONValue] = []
        var child = index + 1
        while child < Int(node.next) {
            result.append(JSONValue(document: document, index: child))
            child = Int(document.nodes[child].next)
        }
        return result
    }

    /// Whether `other` is this value or in it.
    func contains(_ other: JSONValue) -> Bool { (index..<Int(node.next)).contains(other.index) }

    /// As messages show it: short values as they stand, others by kind.
    var shown: String {
        switch kind {
        case .object: "an object"
        case .array: "a list"
        case .string, .number, .true, .false, .null, .faulty:
            source.count <= 60
                ? String(decoding: source, as: UTF8.self) : String(decoding: source.prefix(60), as: UTF8.self) + "…"
        }
    }

    /// Its JSON pointer (RFC 6901), its line and its column.
    /// - Complexity: Linear in the number of values beside those it is in.
    var place: Diagnostic.Place {
        let (line, column) = document.position(of: Int(node.start))
        return .pointer(pointer, line: line, column: column)
    }

    private var pointer: String {
        var pointer = ""
        var current = document.root
        while current.index != index {
            if let member = current.members.first(where: { $0.value.contains(self) || $0.key.contains(self) }) {
                pointer += "/" + Self.escaped(member.key.text ?? "")
                // A key is where its value is.
                if member.key.contains(self) { return pointer }
                current = member.value
            } else if let (position, element) = current.elements.enumerated().first(where: { $1.contains(self) }) {
                pointer += "/\(position)"
                current = element
            } else {
                return pointer
            }
        }
        return pointer
    }

    private static func escaped(_ key: String) -> String {
        let short = key.count > 80 ? key.prefix(80) + "…" : key
        return short.replacing("~", with: "~0").replacing("/", with: "~1")
    }

    /// The value that a path of keys and positions leads to, and whether it leads all the way; else the last on the way.
    func follow(_ path: some Sequence<Substring>) -> (value: JSONValue, isThere: Bool) {
        var current = self
        for step in path {
            let next: JSONValue?
            if current.kind == .array, let position = Int(step) {
                let elements = current.elements
                next = elements.indices.contains(position) ? elements[position] : nil
            } else {
                next = current.members.first { $0.key.text.map { $0 == step } ?? false }?.value
            }
            guard let next else { return (current, false) }
            current = next
        }
        return (current, true)
    }
}
