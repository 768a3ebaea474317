import RotaModel

/// One method for each kind of line.
extension NRPReader {
    mutating func readHorizon(_ line: TextField, _ fields: [TextField]) {
        guard expect(.horizon, line, fields) else { return }
        if knowsHorizon {
            collector.report("The horizon is given a second time.", at: line.place)
        } else if let days = number(fields[0], "The horizon", ProblemLimits.days, unit: "days") {
            instance.horizon = days
            knowsHorizon = true
        }
    }

    mutating func readShift(_ line: TextField, _ given: [TextField]) {
        // No list at all is the same as an empty one.
        let fields = given.count == 2 ? given + [TextField(trimming: [], line: line.line, column: line.column)] : given
        guard expect(.shifts, line, fields) else { return }
        let id = fields[0].text
        let list = fields[2].split(on: "|").filter { !$0.isEmpty }
        let minutes = number(
            fields[1], "The length of shift \(Self.quoted(fields[0]))", ProblemLimits.shiftLength, unit: "minutes")
        if let fault = IdentifierFault.find(inShiftType: id) {
            collector.report(fault, at: fields[0].place)
        } else if shiftPositions[id] != nil {
            collector.report("Shift \(Self.quoted(fields[0])) is defined a second time.", at: fields[0].place)
        } else {
            shiftPositions[id] = instance.shifts.count
            instance.shifts.append(.init(id: id, minutes: minutes ?? 1, cannotFollow: unique(list.map(\.text))))
        }
    }

    /// Looks up the shifts that cannot follow, which may be defined after the shift that names them.
    mutating func checkSuccessions(_ lines: [TextField]) {
        for line in lines where !collector.isFull {
            let fields = line.split(on: ",")
            guard fields.count == 3 else { continue }
            for item in fields[2].split(on: "|") where !item.isEmpty { _ = shift(item) }
        }
    }

    mutating func readEmployee(_ line: TextField, _ fields: [TextField]) {
        guard expect(.staff, line, fields) else { return }
        let id = fields[0].text
        let who = Self.quoted(fields[0])
        var limits: [(shift: String, limit: Int)] = []
        for item in fields[1].split(on: "|") where !item.isEmpty {
            guard let equals = item.bytes.firstIndex(of: UInt8(ascii: "=")) else {
                collector.report("\(Self.quoted(item)) is no limit; SHIFT=NUMBER is expected.", at: item.place)
                continue
            }
            let (name, value) = item.cut(at: equals)
            let limit = number(
                value, "The most shifts \(Self.quoted(name)) of \(who)", ProblemLimits.count, unit: "shifts")
            guard let known = shift(name) else { continue }
            if limits.contains(where: { $0.shift == known }) {
                collector.report("Shift \(Self.quoted(name)) has a second limit for \(who).", at: name.place)
            } else {
                limits.append((known, limit ?? 0))
            }
        }
        func read(_ field: Int, _ what: String, _ unit: String) -> Int? {
            number(fields[field], "The \(what) of \(who)", ProblemLimits.count, unit: unit)
        }
        let numbers = [
            read(2, "most minutes", "minutes"), read(3, "least minutes", "minutes"),
            read(4, "most shifts in a row", "days"), read(5, "least shifts in a row", "days"),
            read(6, "least days off in a row", "days"), read(7, "most weekends", "weekends"),
        ]
        for (most, least, what) in [(0, 1, "minutes"), (2, 3, "shifts in a row")] {
            if let most = numbers[most], let limit = numbers[least], limit > most {
                collector.report(
                    "The least \(what) of \(who) are \(limit), more than the most, which are \(most).",
                    at: fields[least + 2].place)
            }
        }
        if let fault = IdentifierFault.find(in: id) {
            collector.report(fault, at: fields[0].place)
        } else if employeePositions[id] != nil {
            collector.report("Employee \(who) is defined a second time.", at: fields[0].place)
        } else {
            employeePositions[id] = instance.employees.count
            let known = numbers.map { $0 ?? 0 }
            instance.employees.append(
                .init(
                    id: id, maximumShifts: limits, maximumMinutes: known[0], minimumMinutes: known[1],
                    maximumInARow: known[2], minimumInARow: known[3], minimumDaysOff: known[4],
                    maximumWeekends: known[5]))
        }
    }

    mutating func readDaysOff(_ line: TextField, _ fields: [TextField]) {
        guard fields.count >= 2 else {
            _ = expect(.daysOff, line, fields)
            return
        }
        let position = employee(fields[0])
        for field in fields.dropFirst() where !field.isEmpty {
            guard let day = day(field), let position else { continue }
            instance.daysOff[position, default: []].insert(day)
        }
    }

    mutating func readRequest(_ line: TextField, _ fields: [TextField], isOn: Bool) {
        guard expect(isOn ? .onRequests : .offRequests, line, fields) else { return }
        let position = employee(fields[0])
        let day = day(fields[1])
        let shift = shift(fields[2])
        let weight = number(fields[3], "The weight", 0...ProblemLimits.weight.upperBound)
        guard let position, let day, let shift, let weight else { return }
        instance.requests.append(
            .init(employee: instance.employees[position].id, day: day, shift: shift, weight: weight, isOn: isOn))
    }

    mutating func readCover(_ line: TextField, _ fields: [TextField]) {
        guard expect(.cover, line, fields) else { return }
        let day = day(fields[0])
        let shift = shift(fields[1])
        let wanted = number(fields[2], "The number of people wanted", ProblemLimits.demandPeople, unit: "people")
        let under = number(fields[3], "The weight for under", 0...ProblemLimits.weight.upperBound)
        let over = number(fields[4], "The weight for over", 0...ProblemLimits.weight.upperBound)
        guard let day, let shift, let wanted, let under, let over else { return }
        guard coveredCells.insert([day, shiftPositions[shift] ?? 0]).inserted else {
            collector.report("Day \(day), shift \"\(shift)\" has a second line.", at: line.place)
            return
        }
        instance.cover.append(.init(day: day, shift: shift, wanted: wanted, under: under, over: over))
    }

    // Pieces of a line: each nil if it is not as it should be, which is then reported.

    private mutating func expect(_ section: Section, _ line: TextField, _ fields: [TextField]) -> Bool {
        guard fields.count != section.fieldCount else { return true }
        let found = fields.count == 1 ? "1 field" : "\(fields.count) fields"
        let wanted =
            switch section {
            case .horizon: "1 is"
            case .daysOff: "at least 2 are"
            default: "\(section.fieldCount) are"
            }
        collector.report("The line has \(found); \(wanted) expected: \(section.expectation).", at: line.place)
        return false
    }

    private mutating func number(
        _ field: TextField, _ what: String, _ range: ClosedRange<Int>, unit: String? = nil
    ) -> Int? {
        if let value = Int(field.text), range.contains(value) { return value }
        let kind = unit.map { "a whole number of \($0)" } ?? "a whole number"
        collector.report(
            "\(what) is \(Self.quoted(field)); \(kind) from \(range.lowerBound) to \(range.upperBound) is expected.",
            at: field.place)
        return nil
    }

    private mutating func day(_ field: TextField) -> Int? {
        number(field, "The day", 0...((knowsHorizon ? instance.horizon : ProblemLimits.days.upperBound) - 1))
    }

    private mutating func shift(_ field: TextField) -> String? {
        if let position = shiftPositions[field.text] { return instance.shifts[position].id }
        let hint = NearMiss.hint(for: field.text, in: instance.shifts.map(\.id))
        collector.report("There is no shift \(Self.quoted(field)).\(hint)", at: field.place)
        return nil
    }

    private mutating func employee(_ field: TextField) -> Int? {
        if let position = employeePositions[field.text] { return position }
        let hint = NearMiss.hint(for: field.text, in: instance.employees.map(\.id))
        collector.report("There is no employee \(Self.quoted(field)).\(hint)", at: field.place)
        return nil
    }

    private func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
