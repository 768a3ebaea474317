import RotaModel

/// What every reader asks of a file before it looks inside: its size and that it is UTF-8.
enum SourceText {
    /// Bytes in the largest file that is read: 64 MiB.
    static let maximumSize = 64 << 20

    /// `bytes` without a byte order mark, or nil with the reason why no reader can do anything with them.
    static func check(
        _ bytes: [UInt8], into collector: inout DiagnosticCollector
    ) -> ArraySlice<UInt8>? {
        guard bytes.count <= maximumSize else {
            let size = (bytes.count + (1 << 20) - 1) >> 20
            collector.report("The file has \(size) MiB; files of up to 64 MiB are read.", at: .whole)
            return nil
        }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        if let offset = firstInvalidUTF8(bytes) {
            let (line, column) = position(of: offset, in: bytes)
            let hex = String(bytes[offset], radix: 16, uppercase: true)
            var message = "Byte 0x\(hex.count == 1 ? "0" : "")\(hex) is not UTF-8 text; save the file as UTF-8."
            if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
                message = "The file is UTF-16 text; save it as UTF-8."
            }
            collector.report(message, at: .line(line, column: column))
            return nil
        }
        return bytes[(hasMark ? 3 : 0)...]
    }

    /// The 1-based line and column (in bytes) of an offset. Lines end with LF, CR LF or CR.
    ///
    /// Linear in the offset.
    static func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        var line = 1
        var lineStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) && offset >= 3 ? 3 : 0
        var index = 0
        while index < offset {
            let isEnd =
                bytes[index] == 0x0A || (bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A))
            index += 1
            if isEnd {
                line += 1
                lineStart = index
            }
        }
        return (line, offset - lineStart + 1)
    }

    private static func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }
}
