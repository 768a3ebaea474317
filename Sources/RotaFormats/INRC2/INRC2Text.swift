import RotaModel

/// A file of the second competition: headings in capitals, each with lines below it.
struct INRC2Text {
    struct Section {
        let head: TextField
        /// What stands after the heading, or after its `=`.
        let value: TextField?
        var lines: [TextField] = []
    }

    var collector: DiagnosticCollector
    private(set) var sections: [String: Section] = [:]

    /// Reads a file that has those headings; of the ones in `required` a missing one is reported.
    init(_ file: SourceFile, headings: [String], required: [String]) {
        collector = DiagnosticCollector(file: file.name)
        guard let text = SourceText.check(file.bytes, into: &collector) else { return }
        var current: String?
        for line in TextLines(text) where !collector.isFull {
            let words = line.words()
            if let first = words.first, headings.contains(first.text) {
                let name = first.text
                guard sections[name] == nil else {
                    collector.report("\(name) appears a second time.", at: line.place)
                    current = nil
                    continue
                }
                current = name
                let value = words.count > 1 && words[1].text == "=" ? words.dropFirst(2).first : words.dropFirst().first
                sections[name] = Section(head: line, value: value)
            } else if let current {
                sections[current]?.lines.append(line)
            } else if sections.isEmpty {
                collector.report(
                    "\(NRPReader.quoted(line)) stands before the first heading; \(headings[0]) is expected.",
                    at: line.place)
                return
            }
        }
        for name in required where sections[name] == nil && !collector.isFull {
            collector.report("\(name) is missing; every such file has it.", at: .whole)
        }
    }

    /// The lines of a section whose heading says how many they are.
    mutating func countedLines(of name: String, mayBeMore: Bool = false) -> [TextField] {
        guard let section = sections[name] else { return [] }
        let place = section.value ?? section.head
        guard let count = section.value.flatMap({ number($0, "The number after \(name)", 0...ProblemLimits.entries) })
        else {
            if section.value == nil { report("\(name) = NUMBER is expected.", at: place) }
            return section.lines
        }
        if section.lines.count < count || (!mayBeMore && section.lines.count > count) {
            report("\(name) says \(count), and \(section.lines.count) lines follow.", at: place)
        }
        return Array(section.lines.prefix(mayBeMore ? count : section.lines.count))
    }

    // Pieces: each nil if it is not as it should be, which is then reported.

    mutating func report(_ message: String, at field: TextField) {
        collector.report(message, at: field.place)
    }

    /// The words of a line of so many.
    mutating func words(_ line: TextField, _ count: ClosedRange<Int>, _ expectation: String) -> [TextField]? {
        let words = line.words()
        if count.contains(words.count) { return words }
        report("The line is \(NRPReader.quoted(line)); \(expectation) is expected.", at: line)
        return nil
    }

    mutating func number(_ field: TextField, _ what: String, _ range: ClosedRange<Int>) -> Int? {
        if let value = Int(field.text), range.contains(value) { return value }
        report(
            "\(what) is \(NRPReader.quoted(field)); a whole number from \(range.lowerBound) to \(range.upperBound) is"
                + " expected.", at: field)
        return nil
    }

    /// `(2,5)`.
    mutating func range(_ field: TextField, _ what: String) -> ClosedRange<Int>? {
        let isPair = field.bytes.first == UInt8(ascii: "(") && field.bytes.last == UInt8(ascii: ")")
        let pieces = field.text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
        let numbers = pieces.compactMap { Int($0) }.filter { ProblemLimits.count.contains($0) }
        if isPair, pieces.count == 2, numbers.count == 2, numbers[0] <= numbers[1] { return numbers[0]...numbers[1] }
        report(
            "\(what) is \(NRPReader.quoted(field)); (LEAST,MOST) is expected, two whole numbers of which the first is not"
                + " the larger.", at: field)
        return nil
    }

    /// The position of a name.
    mutating func position(of field: TextField, in names: [String: Int], _ kind: String) -> Int? {
        if let position = names[field.text] { return position }
        let known = names.sorted { $0.value < $1.value }.map(\.key)
        report(
            "There is no \(kind) \(NRPReader.quoted(field)).\(NearMiss.hint(for: field.text, in: known))", at: field)
        return nil
    }

    /// The position of a day, 0 for Monday.
    mutating func weekday(_ field: TextField) -> Int? {
        if let day = Weekday.allCases.first(where: { $0.shortName == field.text }) { return day.rawValue }
        report("\(NRPReader.quoted(field)) is no day; Mon, Tue, Wed, Thu, Fri, Sat or Sun is expected.", at: field)
        return nil
    }

    /// Reports a file of another scenario.
    mutating func expectScenario(_ field: TextField, _ name: String) {
        guard field.text != name else { return }
        report("The file is for \(NRPReader.quoted(field)), the scenario is \"\(name)\".", at: field)
    }
}
