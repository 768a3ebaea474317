/// Fields in a row, each with its length before it (4 bytes, big-endian), so that no two rows of fields have the same
/// bytes. For what is authenticated or hashed, and for what is sealed.
struct CanonicalBytes {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ field: [UInt8]) {
        bytes += UInt32(field.count).bigEndianBytes
        bytes += field
    }

    mutating func add(_ text: String) {
        add(Array(text.utf8))
    }

    /// 8 bytes, big-endian, two's complement.
    mutating func add(_ number: Int) {
        add(UInt64(bitPattern: Int64(number)).bigEndianBytes)
    }

    /// An empty field for nil.
    mutating func add(_ number: Int?) {
        if let number { add(number) } else { add([UInt8]()) }
    }
}

/// Reads what `CanonicalBytes` wrote; nil wherever the bytes are not that.
struct CanonicalReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func field() -> [UInt8]? {
        guard rest.count >= 4 else { return nil }
        let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard rest.count - 4 >= count else { return nil }
        defer { rest = rest.dropFirst(4 + count) }
        return Array(rest.dropFirst(4).prefix(count))
    }

    mutating func text() -> String? { field().flatMap { String(validating: $0, as: UTF8.self) } }

    /// Nil for bytes that are no such field; `.some(nil)` for the field of nil.
    mutating func optionalNumber() -> Int?? {
        guard let bytes = field(), bytes.isEmpty || bytes.count == 8 else { return nil }
        if bytes.isEmpty { return .some(nil) }
        return .some(Int(Int64(bitPattern: bytes.reduce(0) { $0 << 8 | UInt64($1) })))
    }
}

extension FixedWidthInteger {
    /// From the most significant byte to the least.
    var bigEndianBytes: [UInt8] {
        (0..<(bitWidth / 8)).reversed().map { UInt8(truncatingIfNeeded: self >> ($0 * 8)) }
    }
}

extension [UInt8] {
    /// Nil for anything but two digits a byte, of either case.
    package init?(hexadecimal text: some StringProtocol) {
        let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count.isMultiple(of: 2) else { return nil }
        self = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[index], let low = digits[index + 1] else { return nil }
            append(UInt8(high << 4 | low))
        }
    }
}

extension Sequence<UInt8> {
    /// Two lower-case digits a byte.
    package var hexadecimal: String {
        reduce(into: "") { text, byte in
            text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }
}
