package import RotaModel

/// Reads problems of the first international nurse rostering competition (Haspeslagh and others, 2010), which are XML: a
/// scheduling period with skills, shift types, patterns, contracts, employees, cover and requests.
package struct INRC1Reader {
    private let document: XMLDocument
    private(set) var collector: DiagnosticCollector
    private var instance = INRC1Instance()
    /// What has been defined, in order.
    private var known: [Kind: [String]] = [:]
    private var isKnown: [Kind: Set<String>] = [:]

    private enum Kind: String {
        case skill, shift = "shift type", pattern, contract, employee
    }

    private typealias Node = XMLDocument.Node

    /// The problem, if nothing makes the file unusable, and all that is wrong with it.
    package static func read(
        _ bytes: [UInt8], fileName: String? = nil
    ) -> (problem: RotaProblem?, diagnostics: [Diagnostic]) {
        var collector = DiagnosticCollector(file: fileName)
        guard let document = XMLParser.parse(bytes, into: &collector) else { return (nil, collector.diagnostics) }
        var reader = INRC1Reader(document: document, collector: collector)
        reader.readPeriod(document.nodes[0])
        guard reader.collector.isClean else { return (nil, reader.collector.diagnostics) }
        let problem = reader.instance.problem()
        // What the parts could not tell: that there is too much of something in all.
        for fault in problem.validate() { reader.collector.report(fault.message, at: .whole) }
        return (reader.collector.isClean ? problem : nil, reader.collector.diagnostics)
    }

    private init(document: XMLDocument, collector: DiagnosticCollector) {
        self.document = document
        self.collector = collector
    }

    // MARK: The whole

    private mutating func readPeriod(_ root: Node) {
        guard root.name == "SchedulingPeriod" else {
            report("<\(Self.shown(root.name))> stands where <SchedulingPeriod> is expected.", at: root)
            return
        }
        let parts = parts(
            of: root,
            required: ["StartDate", "EndDate", "Skills", "ShiftTypes", "Contracts", "Employees", "CoverRequirements"],
            optional: ["Patterns", "DayOffRequests", "DayOnRequests", "ShiftOffRequests", "ShiftOnRequests"])
        instance.name = attribute("ID", of: root)?.value ?? ""
        if instance.name.unicodeScalars.count > ProblemLimits.textLength.upperBound || instance.name.isEmpty {
            report("The ID of the scheduling period is empty or too long.", at: root)
        }
        readDates(parts)
        // What is referred to is read first, in whatever order the file has it.
        for node in children(of: parts["Skills"], "Skill") where !collector.isFull {
            if let name = define(.skill, text(of: node), at: node) { instance.skills.append(name) }
        }
        for node in children(of: parts["ShiftTypes"], "Shift") where !collector.isFull { readShift(node) }
        for node in children(of: parts["Patterns"], "Pattern") where !collector.isFull { readPattern(node) }
        for node in children(of: parts["Contracts"], "Contract") where !collector.isFull { readContract(node) }
        for node in children(of: parts["Employees"], "Employee") where !collector.isFull { readEmployee(node) }
        for (list, count, range) in [
            ("ShiftTypes", instance.shifts.count, ProblemLimits.shiftTypes),
            ("Employees", instance.employees.count, ProblemLimits.people),
            ("Contracts", instance.contracts.count, 1...ProblemLimits.people.upperBound),
        ] where !range.contains(count) && collector.isClean {
            guard let node = parts[list] else { continue }
            report("<\(list)> has \(count) entries; \(range.lowerBound) to \(range.upperBound) are expected.", at: node)
        }
        if let cover = parts["CoverRequirements"] { readCover(cover) }
        readRequests(parts["DayOffRequests"], "DayOff", { _ in .dayOff })
        readRequests(parts["DayOnRequests"], "DayOn", { _ in .dayOn })
        readRequests(parts["ShiftOffRequests"], "ShiftOff", { $0.map { .shiftOff(ShiftTypeID($0)) } })
        readRequests(parts["ShiftOnRequests"], "ShiftOn", { $0.map { .shiftOn(ShiftTypeID($0)) } })
    }

    private mutating func readDates(_ parts: [String: Node]) {
        let start = parts["StartDate"].flatMap { date($0) }
        let end = parts["EndDate"].flatMap { date($0) }
        guard let start, let end, let node = parts["EndDate"] else { return }
        let days = end.dayNumber - start.dayNumber + 1
        if ProblemLimits.days.contains(days) {
            (instance.start, instance.dayCount) = (start, days)
        } else {
            let range = ProblemLimits.days
            report(
                "The period from \(start) to \(end) has \(days) days; \(range.lowerBound) to \(range.upperBound) are"
                    + " expected.", at: node)
        }
    }

    private mutating func readShift(_ node: Node) {
        let parts = parts(of: node, required: ["StartTime", "EndTime"], optional: ["Description", "Skills"])
        let id = define(.shift, attribute("ID", of: node)?.value ?? "", at: node)
        let start = parts["StartTime"].flatMap { time($0) }
        let end = parts["EndTime"].flatMap { time($0) }
        let skills = references(to: .skill, in: parts["Skills"], "Skill")
        guard let id, let start, let end else { return }
        let length = (end.minutesSinceMidnight - start.minutesSinceMidnight + 1440) % 1440
        instance.shifts.append(
            .init(
                id: id, name: parts["Description"].map { describe($0) } ?? id, start: start,
                length: Minutes(length == 0 ? 1440 : length), isNight: end < start, skills: skills))
    }

    private mutating func readPattern(_ node: Node) {
        let parts = parts(of: node, required: ["PatternEntries"])
        let id = define(.pattern, attribute("ID", of: node)?.value ?? "", at: node)
        let weight = weight(of: node)
        var entries: [(index: Int, days: DutySet?, weekday: Weekday??)] = []
        for entry in children(of: parts["PatternEntries"], "PatternEntry") where !collector.isFull {
            let parts = self.parts(of: entry, required: ["ShiftType", "Day"])
            let index = attribute("index", of: entry).flatMap { number($0.value, "The index", 0...1000, at: entry) }
            var duties: DutySet?
            if let node = parts["ShiftType"] {
                switch text(of: node) {
                case "Any": duties = .work
                case "None": duties = .off
                default: duties = reference(to: .shift, node).map { .shifts([ShiftTypeID($0)]) }
                }
            }
            let day: Weekday?? = parts["Day"].flatMap {
                text(of: $0) == "Any" ? .some(nil) : weekday($0).map { .some($0) }
            }
            entries.append((index ?? entries.count, duties, day))
        }
        let range = ProblemLimits.sequence
        if !range.contains(entries.count), let node = parts["PatternEntries"] {
            report(
                "The pattern has \(entries.count) entries; \(range.lowerBound) to \(range.upperBound) are expected.",
                at: node)
        }
        entries.sort { $0.index < $1.index }
        // The weekday that each entry would have the pattern begin on.
        var first: Weekday?
        for (position, entry) in entries.enumerated() {
            guard let day = entry.weekday ?? nil else { continue }
            let start = Weekday.allCases[((day.rawValue - position) % 7 + 7) % 7]
            if let first, first != start {
                report("The pattern's days do not follow one another; no week has it.", at: node)
            }
            first = start
        }
        guard let id, let weight else { return }
        instance.patterns[id] = .init(days: entries.compactMap(\.days), startsOn: first, weight: weight)
    }

    private mutating func readEmployee(_ node: Node) {
        let parts = parts(of: node, required: ["ContractID"], optional: ["Name", "Skills"])
        let id = define(.employee, attribute("ID", of: node)?.value ?? "", at: node)
        let contract = parts["ContractID"].flatMap { reference(to: .contract, $0) }
        let skills = references(to: .skill, in: parts["Skills"], "Skill")
        guard let id, let contract else { return }
        let name = parts["Name"].map { describe($0) } ?? ""
        instance.employees.append(.init(id: id, name: name.isEmpty ? id : name, contract: contract, skills: skills))
    }

    // MARK: Contracts

    private mutating func readContract(_ node: Node) {
        let limits: [(name: String, path: WritableKeyPath<INRC1Instance.Contract, INRC1Instance.Limit?>)] = [
            ("MaxNumAssignments", \.maximumAssignments), ("MinNumAssignments", \.minimumAssignments),
            ("MaxConsecutiveWorkingDays", \.maximumWorkInARow), ("MinConsecutiveWorkingDays", \.minimumWorkInARow),
            ("MaxConsecutiveFreeDays", \.maximumOffInARow), ("MinConsecutiveFreeDays", \.minimumOffInARow),
            ("MaxConsecutiveWorkingWeekends", \.maximumWeekendsInARow),
            ("MinConsecutiveWorkingWeekends", \.minimumWeekendsInARow),
            ("MaxWorkingWeekendsInFourWeeks", \.maximumWeekends),
        ]
        let switches: [(name: String, path: WritableKeyPath<INRC1Instance.Contract, Int>)] = [
            ("CompleteWeekends", \.completeWeekends), ("IdenticalShiftTypesDuringWeekend", \.identicalShifts),
            ("NoNightShiftBeforeFreeWeekend", \.noNightBeforeFreeWeekend),
            ("TwoFreeDaysAfterNightShifts", \.twoFreeDaysAfterNights), ("AlternativeSkillCategory", \.skills),
        ]
        let parts = parts(
            of: node, required: [],
            optional: limits.map(\.name) + switches.map(\.name)
                + ["Description", "SingleAssignmentPerDay", "WeekendDefinition", "UnwantedPatterns"])
        let id = define(.contract, attribute("ID", of: node)?.value ?? "", at: node)
        var contract = INRC1Instance.Contract(id: id ?? "", name: parts["Description"].map { describe($0) } ?? "")
        if contract.name.isEmpty { contract.name = contract.id }
        for (name, path) in limits {
            guard let node = parts[name] else { continue }
            contract[keyPath: path] = limit(node)
        }
        for (name, path) in switches {
            guard let node = parts[name] else { continue }
            let weight = weight(of: node)
            if flag(text(of: node), at: node) == true { contract[keyPath: path] = weight ?? 0 }
        }
        // Everybody has one shift a day at most, whatever the contract says.
        if let node = parts["SingleAssignmentPerDay"] { _ = flag(text(of: node), at: node) }
        if let node = parts["WeekendDefinition"] { contract.weekend = weekend(node) ?? contract.weekend }
        contract.patterns = references(to: .pattern, in: parts["UnwantedPatterns"], "Pattern")
        if contract.maximumWeekends != nil, instance.dayCount > 28, let node = parts["MaxWorkingWeekendsInFourWeeks"] {
            report("The period is longer than four weeks; this limit is read for up to four.", at: node)
        }
        if id != nil { instance.contracts.append(contract) }
    }

    /// A limit that is on and has a weight; nil: it is off.
    private mutating func limit(_ node: Node) -> INRC1Instance.Limit? {
        let isOn = attribute("on", of: node).flatMap { flag($0.value, at: node) }
        let weight = weight(of: node)
        let value = number(text(of: node), "<\(node.name)>", ProblemLimits.count, at: node)
        guard isOn == true, let weight, weight > 0, let value else { return nil }
        return .init(value: value, weight: weight)
    }

    /// `SaturdaySunday`: weekdays one after another.
    private mutating func weekend(_ node: Node) -> [Weekday]? {
        let text = text(of: node)
        var rest = text[...]
        var days: [Weekday] = []
        while let day = Weekday.allCases.first(where: { rest.lowercased().hasPrefix($0.name) }), days.count < 7 {
            days.append(day)
            rest = rest.dropFirst(day.name.count)
        }
        let follows = zip(days, days.dropFirst()).allSatisfy { ($0.rawValue + 1) % 7 == $1.rawValue }
        if rest.isEmpty, ProblemLimits.ruleWeekend.contains(days.count), follows { return days }
        report(
            "\(Self.quoted(text)) is no weekend; one like SaturdaySunday is expected, of one to four days.", at: node)
        return nil
    }

    // MARK: Cover and requests

    private mutating func readCover(_ cover: Node) {
        _ = parts(of: cover, required: [], optional: [], repeated: ["DayOfWeekCover", "DateSpecificCover"])
        for child in cover.children.map({ document.nodes[$0] }) where !collector.isFull {
            let isDate = child.name == "DateSpecificCover"
            guard isDate || child.name == "DayOfWeekCover" else { continue }
            let key = isDate ? "Date" : "Day"
            let parts = parts(of: child, required: [key], repeated: ["Cover"])
            var counts: [String: Int] = [:]
            for entry in child.children.map({ document.nodes[$0] }) where entry.name == "Cover" && !collector.isFull {
                let parts = self.parts(of: entry, required: ["Shift", "Preferred"])
                let shift = parts["Shift"].flatMap { reference(to: .shift, $0) }
                let count = parts["Preferred"].flatMap {
                    number(text(of: $0), "The number of people", ProblemLimits.demandPeople, at: $0)
                }
                guard let shift, let count else { continue }
                if counts.updateValue(count, forKey: shift) != nil {
                    report("Shift type \(Self.quoted(shift)) has a second cover here.", at: entry)
                }
            }
            guard let node = parts[key] else { continue }
            if isDate, let date = dateInPeriod(node) {
                if instance.dateCover.updateValue(counts, forKey: date) != nil {
                    report("\(date) has a second cover.", at: node)
                }
            } else if !isDate, let day = weekday(node) {
                if instance.weekdayCover.updateValue(counts, forKey: day) != nil {
                    report("\(Self.quoted(text(of: node))) has a second cover.", at: node)
                }
            }
        }
    }

    private mutating func readRequests(_ list: Node?, _ name: String, _ wish: (String?) -> Request.Wish?) {
        let isOfShift = name.hasPrefix("Shift")
        for node in children(of: list, name) where !collector.isFull {
            let parts = parts(of: node, required: ["EmployeeID", "Date"] + (isOfShift ? ["ShiftTypeID"] : []))
            let employee = parts["EmployeeID"].flatMap { reference(to: .employee, $0) }
            let date = parts["Date"].flatMap { dateInPeriod($0) }
            let shift = parts["ShiftTypeID"].flatMap { reference(to: .shift, $0) }
            let weight = weight(of: node)
            guard let employee, let date, let weight, let wish = wish(shift) else { continue }
            instance.requests.append(
                Request(person: PersonID(employee), date: date, wish: wish, weight: Penalty(weight)))
        }
    }

    // MARK: Pieces: each nil if it is not as it should be, which is then reported

    private mutating func report(_ message: String, at node: Node) {
        collector.report(message, at: document.place(of: node.offset))
    }

    /// The children of an element by name: those it must have, may have, and may have many of; others are reported.
    private mutating func parts(
        of node: Node, required: [String], optional: [String] = [], repeated: [String] = []
    ) -> [String: Node] {
        var parts: [String: Node] = [:]
        for child in node.children.map({ document.nodes[$0] }) where !collector.isFull {
            if repeated.contains(child.name) { continue }
            guard required.contains(child.name) || optional.contains(child.name) else {
                let hint = NearMiss.hint(for: child.name, in: required + optional + repeated)
                report("<\(Self.shown(node.name))> has no <\(Self.shown(child.name))>.\(hint)", at: child)
                continue
            }
            if parts.updateValue(child, forKey: child.name) != nil {
                report("<\(child.name)> stands in <\(node.name)> a second time.", at: child)
            }
        }
        for name in required where parts[name] == nil && !collector.isFull {
            report("<\(name)> is missing in <\(node.name)>.", at: node)
        }
        return parts
    }

    /// The children of a list; others are reported.
    private mutating func children(of node: Node?, _ name: String) -> [Node] {
        guard let node else { return [] }
        _ = parts(of: node, required: [], repeated: [name])
        return node.children.map { document.nodes[$0] }.filter { $0.name == name }
    }

    private func attribute(_ name: String, of node: Node) -> (value: String, offset: Int)? {
        node.attributes.first { $0.name == name }.map { ($0.value, $0.offset) }
    }

    private func text(of node: Node) -> String { node.trimmed }

    /// The text of a name for people, as far as there is room.
    private mutating func describe(_ node: Node) -> String {
        let text = text(of: node)
        if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            report("\(Self.quoted(text)) has a control character in it.", at: node)
        }
        return String(text.unicodeScalars.prefix(ProblemLimits.textLength.upperBound))
    }

    private mutating func define(_ kind: Kind, _ name: String, at node: Node) -> String? {
        let fault = kind == .shift ? IdentifierFault.find(inShiftType: name) : IdentifierFault.find(in: name)
        if let fault {
            report(fault, at: node)
        } else if isKnown[kind, default: []].insert(name).inserted {
            known[kind, default: []].append(name)
            return name
        } else {
            report("The \(kind.rawValue) \(Self.quoted(name)) is defined a second time.", at: node)
        }
        return nil
    }

    private mutating func reference(to kind: Kind, _ node: Node) -> String? {
        let name = text(of: node)
        if isKnown[kind, default: []].contains(name) { return name }
        let hint = NearMiss.hint(for: name, in: known[kind, default: []])
        report("There is no \(kind.rawValue) \(Self.quoted(name)).\(hint)", at: node)
        return nil
    }

    /// The things that a list refers to, each once.
    private mutating func references(to kind: Kind, in list: Node?, _ name: String) -> [String] {
        var found: [String] = []
        var seen: Set<String> = []
        for node in children(of: list, name) where !collector.isFull {
            guard let reference = reference(to: kind, node) else { continue }
            if seen.insert(reference).inserted {
                found.append(reference)
            } else {
                report("\(Self.quoted(reference)) is named a second time.", at: node)
            }
        }
        return found
    }

    private mutating func number(
        _ text: String, _ what: String, _ range: ClosedRange<Int>, at node: Node
    ) -> Int? {
        if let value = Int(text), range.contains(value) { return value }
        report(
            "\(what) is \(Self.quoted(text)); a whole number from \(range.lowerBound) to \(range.upperBound) is expected.",
            at: node)
        return nil
    }

    private mutating func weight(of node: Node) -> Int? {
        guard let attribute = attribute("weight", of: node) else {
            report("<\(Self.shown(node.name))> has no weight.", at: node)
            return nil
        }
        // Room is left for what counts a weight several times.
        return number(attribute.value, "The weight", 0...(ProblemLimits.weight.upperBound / 4), at: node)
    }

    private mutating func flag(_ text: String, at node: Node) -> Bool? {
        switch text {
        case "1", "true": return true
        case "0", "false": return false
        default:
            report("\(Self.quoted(text)) stands where true, false, 1 or 0 is expected.", at: node)
            return nil
        }
    }

    private mutating func date(_ node: Node) -> CalendarDate? {
        let text = text(of: node)
        if let date = CalendarDate(text) { return date }
        report("\(Self.quoted(text)) is no date; one like 2010-01-31 is expected.", at: node)
        return nil
    }

    private mutating func dateInPeriod(_ node: Node) -> CalendarDate? {
        guard let date = date(node) else { return nil }
        let day = date.dayNumber - instance.start.dayNumber
        if (0..<instance.dayCount).contains(day) { return date }
        report("\(date) is outside the period.", at: node)
        return nil
    }

    private mutating func time(_ node: Node) -> LocalTime? {
        let text = text(of: node)
        if text.utf8.count == 5 || text.hasSuffix(":00"), let time = LocalTime(text.prefix(5)) { return time }
        report("\(Self.quoted(text)) is no time; one like 06:30:00, in whole minutes, is expected.", at: node)
        return nil
    }

    private mutating func weekday(_ node: Node) -> Weekday? {
        let text = text(of: node)
        if let day = Weekday(name: text.lowercased()) { return day }
        report("\(Self.quoted(text)) is no day; one like Monday is expected.", at: node)
        return nil
    }

    private static func quoted(_ text: String) -> String {
        text.count > 40 ? "\"\(text.prefix(40))…\"" : "\"\(text)\""
    }

    private static func shown(_ name: String) -> String { name.count > 40 ? "\(name.prefix(40))…" : name }
}
