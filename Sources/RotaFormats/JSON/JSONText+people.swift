import RotaModel

/// What documents for crews and for directories share. What is as it would be without being said is left out.
extension JSONText {
    static func members(of unit: CrewUnit) -> [(key: String, value: JSONText)] {
        let standard = CrewUnit(id: "", name: "", zone: .utc)
        var members: [(key: String, value: JSONText)] = [
            ("id", .string(unit.id.rawValue)), ("name", .string(unit.name)), ("zone", .string(unit.zone.name)),
        ]
        if unit.firstWeekday != standard.firstWeekday {
            members.append(("firstWeekday", .string(unit.firstWeekday.name)))
        }
        if unit.weekend != standard.weekend { members.append(("weekend", .strings(unit.weekend.map(\.name)))) }
        return members
    }

    static func qualification(_ qualification: Qualification) -> JSONText {
        .object([("id", .string(qualification.id.rawValue)), ("name", .string(qualification.name))])
    }

    static func contract(_ contract: Contract) -> JSONText {
        .members([
            ("id", .string(contract.id.rawValue)), ("name", .string(contract.name)),
            ("share", contract.share == 100 ? nil : .whole(contract.share)),
        ])
    }

    /// What somebody has, each by its id or, if it has dates, as an object; nil for nothing.
    static func held<Kind>(_ held: [Held<Identifier<Kind>>]) -> JSONText? {
        guard !held.isEmpty else { return nil }
        return .array(
            held.map { thing in
                if thing.valid == .always { return .string(thing.id.rawValue) }
                return .members([
                    ("id", .string(thing.id.rawValue)), ("from", thing.valid.from.map { .string($0.description) }),
                    ("until", thing.valid.until.map { .string($0.description) }),
                ])
            })
    }
}
