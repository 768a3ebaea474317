import RotaModel

/// What a unit can begin with instead of nothing: shift types, a demand of one person each, and rules that suit them.
enum SetupStarter: String, CaseIterable {
    case threeShifts, twoShifts

    var phrase: Phrase {
        switch self {
        case .threeShifts: .starterThree
        case .twoShifts: .starterTwo
        }
    }

    var setup: UnitSetup {
        func type(_ id: ShiftTypeID, _ name: String, _ hour: Int, _ hours: Int, _ colour: Int, isNight: Bool = false)
            -> ShiftType
        {
            ShiftType(
                id: id, name: name, start: LocalTime(hour: hour, minute: 0) ?? .midnight, length: .hours(hours),
                colour: colour, isNight: isNight)
        }
        let types =
            switch self {
            case .threeShifts:
                [
                    type("E", "Early", 7, 8, 1), type("L", "Late", 14, 8, 5),
                    type("N", "Night", 22, 9, 9, isNight: true),
                ]
            case .twoShifts: [type("D", "Day", 7, 12, 1), type("N", "Night", 19, 12, 9, isNight: true)]
            }
        return UnitSetup(
            shiftTypes: types,
            demand: types.map { DemandRow(shiftTypes: [$0.id], week: Weekday.allCases.map { _ in Headcount(1) }) },
            ruleSets: ["eu-working-time", "ward"])
    }
}
