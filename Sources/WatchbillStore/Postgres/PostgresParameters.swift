/// The values of one statement as libpq takes them: one run of bytes, and where in it each value begins.
///
/// Bytes go as they are (binary); all else goes as text, which the server reads as the type it expects at that place,
/// so that a whole number fits a column of any width.
struct PostgresParameters {
    private var bytes: [UInt8] = []
    private var starts: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ values: [SQLValue]) {
        for value in values {
            switch value {
            case .null: add([UInt8]?.none)
            case .integer(let value): add(String(value).utf8)
            case .real(let value): add("\(value)".utf8)
            case .text(let value): add(value.utf8)
            case .blob(let value): add(value, format: 1)
            }
        }
    }

    private mutating func add(_ value: (some Collection<UInt8>)?, format: Int32 = 0) {
        starts.append(value.map { _ in bytes.count })
        lengths.append(Int32(value?.count ?? 0))
        formats.append(format)
        if let value {
            bytes.append(contentsOf: value)
            bytes.append(0)
        }
    }

    /// Lends libpq's arrays: how many, values, lengths, formats.
    func withPointers<Result>(
        _ body: (Int32, [UnsafePointer<CChar>?], [Int32], [Int32]) throws -> Result
    ) rethrows -> Result {
        try bytes.withUnsafeBytes { buffer in
            let base = buffer.assumingMemoryBound(to: CChar.self).baseAddress
            let pointers = starts.map { start in start.flatMap { offset in base.map { $0 + offset } } }
            return try body(Int32(starts.count), pointers, lengths, formats)
        }
    }
}
