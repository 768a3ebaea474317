import RotaModel

/// Spoils texts at random: the same spoilings for the same seed.
struct Mutation {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// One to four spoilings of any bytes: flipped, put in, taken out, repeated, cut off.
    mutating func ofBytes(_ bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        for _ in 0...generator.below(4) {
            let place = generator.below(result.count + 1)
            let length = min(result.count - place, generator.below(generator.below(8) == 0 ? 400 : 8))
            switch generator.below(7) {
            case 0 where place < result.count: result[place] ^= UInt8(1 << generator.below(8))
            case 1 where place < result.count: result[place] = UInt8(generator.below(256))
            case 2: result.insert(UInt8(generator.below(256)), at: place)
            case 3: result.insert(contentsOf: Self.pieces[generator.below(Self.pieces.count)].utf8, at: place)
            case 4: result.removeSubrange(place..<(place + length))
            case 5: result.insert(contentsOf: result[place..<(place + length)], at: generator.below(result.count + 1))
            case 6 where generator.below(4) == 0: result.removeSubrange(place...)
            default: break
            }
        }
        return result
    }

    /// One or two spoilings that leave JSON what it is, most of the time: values, keys and whole members put elsewhere,
    /// taken out, repeated, or replaced by others.
    mutating func ofJSON(_ bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        for _ in 0...generator.below(2) {
            let pieces = Self.tokens(of: result)
            guard !pieces.isEmpty else { return result }
            let one = pieces[generator.below(pieces.count)]
            let other = Array(result[pieces[generator.below(pieces.count)]])
            switch generator.below(4) {
            case 0: result.replaceSubrange(one, with: other)
            case 1: result.replaceSubrange(one, with: Self.values[generator.below(Self.values.count)].utf8)
            case 2: result.replaceSubrange(one, with: Array(result[one]) + Array(", ".utf8) + other)
            default:
                // Out with it, and with a comma after or before it.
                var range = one
                while range.upperBound < result.count, [0x20, 0x0A].contains(result[range.upperBound]) {
                    range = range.lowerBound..<(range.upperBound + 1)
                }
                if range.upperBound < result.count, result[range.upperBound] == UInt8(ascii: ",") {
                    range = range.lowerBound..<(range.upperBound + 1)
                }
                result.removeSubrange(range)
            }
        }
        return result
    }

    /// One or two spoilings that leave CSV what it is, most of the time: cells and lines put elsewhere, taken out, repeated,
    /// or replaced by others.
    mutating func ofCSV(_ bytes: [UInt8]) -> [UInt8] {
        var lines: [[[UInt8]]] = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            line.split(separator: 0x2C, omittingEmptySubsequences: false).map { Array($0) }
        }
        for _ in 0...generator.below(2) {
            let line = generator.below(lines.count)
            let other = lines[generator.below(lines.count)]
            let cell = generator.below(lines[line].count)
            switch generator.below(6) {
            case 0: lines[line][cell] = other[generator.below(other.count)]
            case 1: lines[line][cell] = Array(Self.cells[generator.below(Self.cells.count)].utf8)
            case 2: lines[line].insert(other[generator.below(other.count)], at: cell)
            case 3 where lines[line].count > 1: lines[line].remove(at: cell)
            case 4: lines.insert(other, at: line)
            case 5 where lines.count > 1: lines.remove(at: line)
            default: break
            }
        }
        return Array(lines.map { Array($0.joined(separator: [UInt8(0x2C)])) }.joined(separator: [UInt8(0x0A)]))
    }

    /// Where strings, numbers, words, flat lists and objects, and members of objects stand.
    private static func tokens(of bytes: [UInt8]) -> [Range<Int>] {
        var tokens: [Range<Int>] = []
        var opened: [Int] = []
        var index = 0
        while index < bytes.count {
            let start = index
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index += 1
                while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                    index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
                }
                index = min(index + 1, bytes.count)
                tokens.append(start..<index)
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                opened.append(index)
                index += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                index += 1
                if let from = opened.popLast(), index - from < 300 { tokens.append(from..<index) }
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"):
                while index < bytes.count, ![0x20, 0x0A, 0x2C, 0x5D, 0x7D].contains(bytes[index]) { index += 1 }
                tokens.append(start..<max(index, start + 1))
            default:
                index += 1
            }
        }
        // A key and its value.
        for (key, value) in zip(tokens, tokens.dropFirst()) where value.lowerBound == key.upperBound + 2 {
            if bytes[key.upperBound] == UInt8(ascii: ":") { tokens.append(key.lowerBound..<value.upperBound) }
        }
        return tokens
    }

    private static let values = [
        "0", "1", "-1", "2", "731", "1441", "10000001", "1e3", "1.5", "99999999999999999999", "null", "true", "[]",
        "{}", "\"\"",
        "\"hard\"", "\"every day\"", "[\"holidays\"]", "\"2026-03-29\"", "\"07:00\"", "\"8 h\"", "\"nights\"",
        "[\"off\", \"work\"]",
        "\"monday\"", "[\"monday\", \"sunday\"]", "{\"not\": [\"E\"]}", "\"a b\"", "\"\\u0000\"", "\"É\"",
        "[[\"E\"], [\"N\"]]",
    ]

    private static let cells = [
        "", " ", "\"\"", "\"a\nb\"", "\"a", "a\"b", "\"a\"b", "'=1", "''-x", "=1", "2026-01-05", "1970-01-01", "0",
        "200",
        "201", "monday", "saturday sunday", "UTC", "u0", "p0", "id", "from", "é",
    ]

    private static let pieces = [
        "\"", "\\", "\\u", "\\ud800", "{", "}", "[", "]", ",", ":", "null", "-", "1e999", "\u{FEFF}", "\r", "\n", "#",
        "|", "=",
        "SECTION_", "SECTION_STAFF\n", "0", "99999999999999999999", "\u{2028}", "é", "//", "'", "\0",
        "<", ">", "/>", "</", "&", "&#0;", "&#55296;", "<![CDATA[", "<!--", "<!DOCTYPE", "<?", "=\"",
    ]
}
