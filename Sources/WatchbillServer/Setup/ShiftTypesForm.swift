import RotaModel

/// A unit's shift types as the fields of a form, one line each: `id:0`, `name:0`, `start:0`, `end:0` and so on.
struct ShiftTypesForm {
    let language: Language
    let qualifications: [Qualification]

    /// Lines without anything in them behind those that have.
    static let spare = 2
    /// More would be no page any more; a file takes as many as a problem may have.
    static let mostLines = 60

    /// What is in the fields for what there is.
    static func values(of types: [ShiftType]) -> FormBody {
        var values: [String: String] = [:]
        for (line, type) in types.enumerated() {
            values["id:\(line)"] = type.id.rawValue
            values["name:\(line)"] = type.name
            values["start:\(line)"] = type.start.description
            values["end:\(line)"] = type.start.adding(type.length).description
            values["colour:\(line)"] = "\(type.colour)"
            if type.isNight { values["night:\(line)"] = "yes" }
            if type.isUnpopular { values["unpopular:\(line)"] = "yes" }
            for qualification in type.qualifications { values["needs:\(line):\(qualification)"] = "yes" }
        }
        return FormBody(values)
    }

    /// What is typed. A line without a letter and a name is none; a shift that ends when it begins lasts 24 hours.
    ///
    /// - Throws: `FormFault`.
    func read(_ values: FormBody) throws(FormFault) -> [ShiftType] {
        var types: [ShiftType] = []
        for line in 0..<Self.mostLines {
            func text(_ field: String) -> String {
                values.text("\(field):\(line)")
            }
            let (id, name) = (text("id"), text("name"))
            if id.isEmpty, name.isEmpty { continue }
            func time(_ field: String, _ label: Phrase) throws(FormFault) -> LocalTime {
                guard let time = LocalTime(text(field)) else {
                    throw FormFault(
                        language.text(
                            .setupNoTime,
                            ["shift": id.isEmpty ? name : id, "field": language[label], "value": text(field)]))
                }
                return time
            }
            guard !id.isEmpty, !name.isEmpty else {
                throw FormFault(language.text(.setupShiftIncomplete, ["shift": id.isEmpty ? name : id]))
            }
            let start = try time("start", .setupFrom)
            let minutes = try time("end", .setupUntil).minutesSinceMidnight - start.minutesSinceMidnight
            types.append(
                ShiftType(
                    id: ShiftTypeID(id), name: name, start: start,
                    length: Minutes(minutes <= 0 ? minutes + 1440 : minutes),
                    colour: Int(text("colour")) ?? Self.colour(types.count),
                    qualifications: qualifications.map(\.id).filter { values["needs:\(line):\($0)"] == "yes" },
                    isNight: values["night:\(line)"] == "yes", isUnpopular: values["unpopular:\(line)"] == "yes"))
        }
        return types
    }

    /// The shift colours in an order in which neighbours differ most, again and again.
    static func colour(_ line: Int) -> Int { [1, 5, 9, 2, 7, 12, 3, 10, 6, 4, 11, 8][line % 12] }

    func groups(_ values: FormBody) -> [FormPage.Group] {
        let filled = (0..<Self.mostLines).filter {
            !(values["id:\($0)"] ?? "").isEmpty || !(values["name:\($0)"] ?? "").isEmpty
        }
        let lines = min(Self.mostLines, (filled.last.map { $0 + 1 } ?? 0) + Self.spare)
        return (0..<lines).map { line in
            let name = values["name:\(line)"] ?? ""
            let standard = FormBody(["colour:\(line)": values["colour:\(line)"] ?? "\(Self.colour(line))"])
            var fields: [FormField] = [
                .input("id:\(line)", language[.setupLetter], values),
                .input("name:\(line)", language[.detailsName], values),
                .input("start:\(line)", language[.setupFrom], values, type: "time"),
                .input("end:\(line)", language[.setupUntil], values, type: "time"),
                .select(
                    "colour:\(line)", language[.setupColour], standard,
                    (1...12).map { ("\($0)", language.colours[$0 - 1]) }),
                .check("night:\(line)", language[.setupNight], values),
                .check("unpopular:\(line)", language[.setupUnpopular], values),
            ]
            for qualification in qualifications {
                fields.append(
                    .check(
                        "needs:\(line):\(qualification.id)",
                        language.text(.setupNeeds, ["qualification": qualification.name]), values))
            }
            return FormPage.Group(
                legend: name.isEmpty ? language.text(.setupNewShift, ["number": "\(line + 1)"]) : name, fields: fields)
        }
    }
}

/// Why what was typed in a form cannot be taken, in words that name the place, the value and the way out.
struct FormFault: Error {
    let message: String

    init(_ message: String) { self.message = message }
}
