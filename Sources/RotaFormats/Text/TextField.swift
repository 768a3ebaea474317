import RotaModel

/// A piece of a line of text, trimmed, with its place.
struct TextField: Sendable {
    let bytes: ArraySlice<UInt8>
    let line: Int
    /// 1-based, in bytes, of the first byte that is not white space.
    let column: Int

    init(trimming bytes: ArraySlice<UInt8>, line: Int, column: Int) {
        let start = bytes.startIndex
        var piece = bytes
        while let length = Self.leadingSpace(piece) { piece = piece.dropFirst(length) }
        while let length = Self.trailingSpace(piece) { piece = piece.dropLast(length) }
        self.bytes = piece
        self.line = line
        // An empty field is said to stand where it begins.
        self.column = column + (piece.isEmpty ? 0 : piece.startIndex - start)
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var isEmpty: Bool { bytes.isEmpty }
    var place: Diagnostic.Place { .line(line, column: column) }

    /// The trimmed pieces between separators; at least one.
    func split(on separator: Unicode.Scalar) -> [TextField] {
        var pieces: [TextField] = []
        var start = bytes.startIndex
        for index in bytes.indices where bytes[index] == UInt8(ascii: separator) {
            pieces.append(piece(start..<index))
            start = index + 1
        }
        pieces.append(piece(start..<bytes.endIndex))
        return pieces
    }

    /// The trimmed pieces before and after a byte of it.
    func cut(at index: Int) -> (TextField, TextField) {
        (piece(bytes.startIndex..<index), piece((index + 1)..<bytes.endIndex))
    }

    /// The pieces between white space, none of them empty.
    func words() -> [TextField] {
        var pieces: [TextField] = []
        var start: Int?
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if let length = Self.leadingSpace(bytes[index...]) {
                if let from = start { pieces.append(piece(from..<index)) }
                start = nil
                index += length
            } else {
                start = start ?? index
                index += 1
            }
        }
        if let from = start { pieces.append(piece(from..<index)) }
        return pieces
    }

    private func piece(_ range: Range<Int>) -> TextField {
        TextField(trimming: bytes[range], line: line, column: column + range.lowerBound - bytes.startIndex)
    }

    /// Bytes of the white space character it begins with; nil if it does not.
    private static func leadingSpace(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = bytes.first else { return nil }
        if first < 0x80 { return isSpace(first) ? 1 : nil }
        guard let scalar = String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first else { return nil }
        return scalar.properties.isWhitespace ? UTF8.width(scalar) : nil
    }

    private static func trailingSpace(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let last = bytes.last else { return nil }
        if last < 0x80 { return isSpace(last) ? 1 : nil }
        guard let scalar = String(decoding: bytes.suffix(4), as: UTF8.self).unicodeScalars.last else { return nil }
        return scalar.properties.isWhitespace ? UTF8.width(scalar) : nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

/// A text file's lines that carry something: neither blank nor a comment, which starts with `#`.
struct TextLines: Sequence, IteratorProtocol {
    private let bytes: ArraySlice<UInt8>
    private var index: Int
    private var number = 0

    /// `bytes` is valid UTF-8 without a byte order mark.
    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    mutating func next() -> TextField? {
        while index < bytes.endIndex {
            let start = index
            while index < bytes.endIndex, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
            number += 1
            let line = TextField(trimming: bytes[start..<index], line: number, column: 1)
            if index < bytes.endIndex {
                let isPair = bytes[index] == 0x0D && index + 1 < bytes.endIndex && bytes[index + 1] == 0x0A
                index += isPair ? 2 : 1
            }
            if let first = line.bytes.first, first != UInt8(ascii: "#") { return line }
        }
        return nil
    }
}
