import RotaModel

/// A unit's demand from week to week as the fields of a form: for each row `shift:0`, `who:0`, `day:0:0` to `day:0:6`, `free:0` and
/// `strict:0`, then exceptions, `row:0`, `first:0`, `last:0`, `need:0`.
struct DemandForm {
    let language: Language
    let shiftTypes: [ShiftType]
    let qualifications: [Qualification]

    /// As much as a page can show. A file takes as many rows as a problem may have.
    static let mostRows = 60
    static let mostExceptions = 100
    private static let separator: Character = " "

    static func values(of rows: [DemandRow]) -> FormBody {
        var values: [String: String] = [:]
        var exceptions = 0
        for (line, row) in rows.enumerated() {
            values["shift:\(line)"] = row.shiftTypes.map(\.rawValue).joined(separator: String(separator))
            values["who:\(line)"] = row.qualification?.rawValue
            for (day, count) in row.week.enumerated() { values["day:\(line):\(day)"] = count?.description }
            values["free:\(line)"] = row.holidays?.description
            values["weights:\(line)"] = text(of: row.weights)
            for exception in row.exceptions {
                values["row:\(exceptions)"] = "\(line)"
                values["first:\(exceptions)"] = exception.first.description
                values["last:\(exceptions)"] = exception.last.description
                values["need:\(exceptions)"] = exception.headcount?.description
                exceptions += 1
            }
        }
        return FormBody(values)
    }

    /// The weights that can be chosen; a row's own besides, if it has others from a file.
    private static let weights: [(text: String, name: Phrase)] = {
        var never = DemandWeights.standard
        never.belowMinimum = .hard
        var much = DemandWeights.standard
        much.belowMinimum = .soft(Penalty(1000))
        let choices: [(DemandWeights, Phrase)] = [
            (.standard, .weightsUsual), (much, .weightsMuch), (never, .weightsNever),
        ]
        return choices.map { (text(of: $0.0), $0.1) }
    }()

    /// `100/10/2/hard`.
    private static func text(of weights: DemandWeights) -> String {
        func text(_ severity: Severity) -> String {
            switch severity {
            case .hard: "hard"
            case .soft(let weight): "\(weight)"
            }
        }
        return [
            text(weights.belowMinimum), "\(weights.belowWanted)", "\(weights.aboveWanted)", text(weights.aboveMaximum),
        ].joined(separator: "/")
    }

    private static func weights(_ text: String) -> DemandWeights? {
        let parts = text.split(separator: "/").map(String.init)
        func severity(_ text: String) -> Severity? {
            text == "hard" ? .hard : Int(text).map { .soft(Penalty($0)) }
        }
        guard parts.count == 4, let below = severity(parts[0]), let wanted = Int(parts[1]), let above = Int(parts[2]),
            let most = severity(parts[3])
        else { return nil }
        return DemandWeights(
            belowMinimum: below, belowWanted: Penalty(wanted), aboveWanted: Penalty(above), aboveMaximum: most)
    }

    /// What is typed. A row that asks for nothing on any day is none.
    ///
    /// - Throws: `FormFault`.
    func read(_ values: FormBody) throws(FormFault) -> [DemandRow] {
        var rows: [Int: DemandRow] = [:]
        for line in 0..<Self.mostRows {
            guard let shifts = values["shift:\(line)"], !shifts.isEmpty else { continue }
            let name = shifts
            var week: [Headcount?] = []
            for weekday in Weekday.allCases {
                week.append(
                    try count(values.text("day:\(line):\(weekday.rawValue)"), name, language.weekdays[weekday.rawValue])
                )
            }
            let free = try count(values.text("free:\(line)"), name, language[.setupHolidaysShort])
            guard week.contains(where: { $0 != nil }) || free != nil else { continue }
            let who = values["who:\(line)"] ?? ""
            rows[line] = DemandRow(
                shiftTypes: shifts.split(separator: Self.separator).map { ShiftTypeID(String($0)) },
                qualification: who.isEmpty ? nil : QualificationID(who), week: week, holidays: free,
                weights: Self.weights(values["weights:\(line)"] ?? "") ?? .standard)
        }
        for number in 0..<Self.mostExceptions {
            guard let first = try date(values["first:\(number)"]) else { continue }
            let last = try date(values["last:\(number)"]) ?? first
            let line = Int(values["row:\(number)"] ?? "") ?? -1
            guard last >= first else { throw FormFault(language.text(.setupSwapped, ["day": language.day(first)])) }
            guard rows[line] != nil else { throw FormFault(language.text(.setupNoRow, ["day": language.day(first)])) }
            let need = try count(
                values.text("need:\(number)"), rows[line]?.shiftTypes.first?.rawValue ?? "", language.day(first))
            rows[line]?.exceptions.append(DemandException(first: first, last: last, headcount: need))
        }
        return rows.sorted { $0.key < $1.key }.map(\.value)
    }

    private func count(_ text: String?, _ row: String, _ day: String) throws(FormFault) -> Headcount? {
        guard let text, !text.isEmpty else { return nil }
        guard let count = Headcount(text) else {
            throw FormFault(language.text(.setupNoCount, ["row": row, "day": day, "value": text]))
        }
        return count
    }

    private func date(_ text: String?) throws(FormFault) -> CalendarDate? {
        guard let text, !text.isEmpty else { return nil }
        guard let date = CalendarDate(text) else { throw FormFault(language.text(.setupNoDate, ["value": text])) }
        return date
    }

    /// Rows in the order of their lines, then one for each shift type without one, then one to choose freely.
    func groups(_ values: FormBody) -> [FormPage.Group] {
        var values = values
        var lines = (0..<Self.mostRows).filter { !(values["shift:\($0)"] ?? "").isEmpty }
        let there = Set(lines.compactMap { values["shift:\($0)"] })
        for type in shiftTypes where !there.contains(type.id.rawValue) {
            guard let next = ((lines.last ?? -1) + 1..<Self.mostRows).first else { break }
            values = values.setting("shift:\(next)", to: type.id.rawValue)
            lines.append(next)
        }
        let known = lines
        if let next = ((lines.last ?? -1) + 1..<Self.mostRows).first { lines.append(next) }
        let shifts = shiftTypes.map { (value: $0.id.rawValue, name: "\($0.id) \($0.name)") }
        var groups = lines.map { line in
            let shift = values["shift:\(line)"] ?? ""
            let own = shifts.contains { $0.value == shift } || shift.isEmpty ? [] : [(value: shift, name: shift)]
            let weights = values["weights:\(line)"] ?? Self.text(of: .standard)
            let foreign = Self.weights.contains { $0.text == weights } ? [] : [(weights, language[.weightsOwn])]
            var fields: [FormField] = [
                .select("shift:\(line)", language[.setupShift], values, [("", language[.setupNoShift])] + shifts + own)
            ]
            if !qualifications.isEmpty {
                fields.append(
                    .select(
                        "who:\(line)", language[.setupWho], values,
                        [("", language[.setupAnybody])] + qualifications.map { ($0.id.rawValue, $0.name) }))
            }
            fields += Weekday.allCases.map {
                .input("day:\(line):\($0.rawValue)", language.weekdays[$0.rawValue], values)
            }
            fields.append(.input("free:\(line)", language[.setupHolidaysShort], values))
            fields.append(
                .select(
                    "weights:\(line)", language[.setupFewer], values.setting("weights:\(line)", to: weights),
                    Self.weights.map { ($0.text, language[$0.name]) } + foreign))
            return FormPage.Group(
                legend: known.contains(line) ? name(of: line, values) : language[.setupNewRow], style: "week",
                fields: fields)
        }
        groups += exceptions(values, rows: known)
        return groups
    }

    private func name(of line: Int, _ values: FormBody) -> String {
        let shift = values["shift:\(line)"] ?? ""
        let name = shiftTypes.first { $0.id.rawValue == shift }.map { "\($0.id) \($0.name)" } ?? shift
        let who = qualifications.first { $0.id.rawValue == values["who:\(line)"] }?.name
        return who.map { "\(name), \($0)" } ?? name
    }

    private func exceptions(_ values: FormBody, rows: [Int]) -> [FormPage.Group] {
        let filled = (0..<Self.mostExceptions).filter { !(values["first:\($0)"] ?? "").isEmpty }
        let numbers = filled + ((filled.last ?? -1) + 1..<Self.mostExceptions).prefix(1)
        let choices = rows.map { (value: "\($0)", name: name(of: $0, values)) }
        return numbers.map { number in
            FormPage.Group(
                legend: language[filled.contains(number) ? .setupException : .setupNewException],
                hint: filled.contains(number) ? nil : language[.setupExceptionHint],
                fields: [
                    .select("row:\(number)", language[.setupShift], values, choices),
                    .input("first:\(number)", language[.awayFirst], values, type: "date"),
                    .input("last:\(number)", language[.awayLast], values, type: "date"),
                    .input("need:\(number)", language[.setupNeed], values),
                ])
        }
    }
}
