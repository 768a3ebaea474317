package import RotaModel

/// Reads the plain-text problems of the shift-scheduling benchmark of Curtois and Qu (2014).
///
/// A file has a horizon, shifts, staff, days off, requests for and against shifts, and cover, each in a section of
/// lines with fields between commas. Lines that begin with `#` and blank lines mean nothing.
package struct NRPReader {
    enum Section: String, CaseIterable {
        case horizon = "SECTION_HORIZON"
        case shifts = "SECTION_SHIFTS"
        case staff = "SECTION_STAFF"
        case daysOff = "SECTION_DAYS_OFF"
        case onRequests = "SECTION_SHIFT_ON_REQUESTS"
        case offRequests = "SECTION_SHIFT_OFF_REQUESTS"
        case cover = "SECTION_COVER"

        var isRequired: Bool {
            switch self {
            case .horizon, .shifts, .staff, .cover: true
            case .daysOff, .onRequests, .offRequests: false
            }
        }
    }

    var collector: DiagnosticCollector
    var instance = NRPInstance()
    /// Whether days can be held against the horizon.
    var knowsHorizon = false
    /// Positions of what has been read, by id.
    var shiftPositions: [String: Int] = [:]
    var employeePositions: [String: Int] = [:]
    var coveredCells: Set<[Int]> = []

    /// The problem, if nothing makes the file unusable, and all that is wrong with it.
    package static func read(
        _ bytes: [UInt8], fileName: String? = nil
    ) -> (problem: RotaProblem?, diagnostics: [Diagnostic]) {
        var reader = NRPReader(collector: DiagnosticCollector(file: fileName))
        guard let text = SourceText.check(bytes, into: &reader.collector) else {
            return (nil, reader.collector.diagnostics)
        }
        reader.read(text)
        guard reader.collector.isClean else { return (nil, reader.collector.diagnostics) }
        return (reader.instance.problem(named: name(of: fileName)), reader.collector.diagnostics)
    }

    /// The file's name without folders and ending.
    private static func name(of fileName: String?) -> String {
        let last = fileName?.split(separator: "/").last.map(String.init) ?? ""
        let stem = last.split(separator: ".").first.map(String.init) ?? last
        return stem.isEmpty ? "Unit" : String(stem.prefix(ProblemLimits.textLength.upperBound))
    }

    private mutating func read(_ text: ArraySlice<UInt8>) {
        let sections = sections(of: text)
        // What is referred to is read first, in whatever order the file has it.
        for section in Section.allCases {
            guard let (head, lines) = sections[section] else {
                if section.isRequired {
                    collector.report("\(section.rawValue) is missing; every file has one.", at: .whole)
                }
                continue
            }
            for line in lines where !collector.isFull { read(line, of: section) }
            if lines.isEmpty, [.horizon, .shifts, .staff].contains(section) {
                collector.report("\(section.rawValue) is empty; \(section.expectation) is expected.", at: head.place)
            }
            if section == .shifts { checkSuccessions(lines) }
        }
        checkSizes(sections)
    }

    private mutating func sections(of text: ArraySlice<UInt8>) -> [Section: (head: TextField, lines: [TextField])] {
        var sections: [Section: (head: TextField, lines: [TextField])] = [:]
        var current: Section?
        var hasBegun = false
        for line in TextLines(text) where !collector.isFull {
            if line.bytes.starts(with: "SECTION_".utf8) {
                hasBegun = true
                current = Section(rawValue: line.text)
                guard let section = current else {
                    let hint = NearMiss.hint(for: line.text, in: Section.allCases.map(\.rawValue))
                    collector.report("There is no section \(Self.quoted(line)).\(hint)", at: line.place)
                    continue
                }
                if let first = sections[section] {
                    collector.report(
                        "\(section.rawValue) appears a second time; the first is in line \(first.head.line).",
                        at: line.place)
                    current = nil
                } else {
                    sections[section] = (line, [])
                }
            } else if let section = current {
                sections[section]?.lines.append(line)
            } else if !hasBegun {
                hasBegun = true
                collector.report(
                    "\(Self.quoted(line)) stands before the first section; a problem begins with SECTION_HORIZON.",
                    at: line.place)
            }
        }
        return sections
    }

    private mutating func read(_ line: TextField, of section: Section) {
        let fields = line.split(on: ",")
        switch section {
        case .horizon: readHorizon(line, fields)
        case .shifts: readShift(line, fields)
        case .staff: readEmployee(line, fields)
        case .daysOff: readDaysOff(line, fields)
        case .onRequests: readRequest(line, fields, isOn: true)
        case .offRequests: readRequest(line, fields, isOn: false)
        case .cover: readCover(line, fields)
        }
    }

    private mutating func checkSizes(_ sections: [Section: (head: TextField, lines: [TextField])]) {
        for (section, limit) in [(Section.shifts, ProblemLimits.shiftTypes), (.staff, ProblemLimits.people)] {
            guard let found = sections[section], found.lines.count > limit.upperBound else { continue }
            collector.report(
                "\(section.rawValue) has \(found.lines.count) lines; up to \(limit.upperBound) are read.",
                at: found.head.place)
        }
        let entries: [Section] = [.onRequests, .offRequests, .cover]
        for section in entries where (sections[section]?.lines.count ?? 0) > ProblemLimits.entries / 2 {
            collector.report(
                "\(section.rawValue) has more than \(ProblemLimits.entries / 2) lines.",
                at: sections[section]?.head.place ?? .whole)
        }
    }

    /// A field as messages show it: in quotes, cut if it is long.
    static func quoted(_ field: TextField) -> String {
        let text = field.text
        return text.count > 40 ? "\"\(text.prefix(40))…\"" : "\"\(text)\""
    }
}

extension NRPReader.Section {
    /// What a line of it holds.
    var expectation: String {
        switch self {
        case .horizon: "the number of days"
        case .shifts: "shift, minutes, shifts that cannot follow"
        case .staff:
            "employee, most shifts, most minutes, least minutes, most shifts in a row, least shifts in a row, "
                + "least days off in a row, most weekends"
        case .daysOff: "employee and days"
        case .onRequests, .offRequests: "employee, day, shift, weight"
        case .cover: "day, shift, people wanted, weight for under, weight for over"
        }
    }

    /// Fields of a line.
    var fieldCount: Int {
        switch self {
        case .horizon: 1
        case .shifts: 3
        case .staff: 8
        case .daysOff: 2
        case .onRequests, .offRequests: 4
        case .cover: 5
        }
    }
}
