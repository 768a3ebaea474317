/// What somebody is to a unit. A role is held in a unit and reaches down to all units below it, never up or sideways.
package enum Role: String, CaseIterable, Hashable, Comparable, Sendable {
    /// Belongs to the crew: sees its published rotas and who is in it.
    case member
    /// Builds rotas.
    case planner
    /// Answers for the unit: publishes rotas, decides absences, breaks the glass in an emergency.
    case lead
    /// Keeps people's files, health apart.
    case recordsKeeper
    /// Keeps what is told of health, and decides who is fit.
    case medicalKeeper
    /// Runs the system: units, accounts, roles, keys, back-ups. Reads no sealed entry.
    case administrator

    /// As pages and documents call it.
    package var words: String {
        switch self {
        case .member: "member"
        case .planner: "planner"
        case .lead: "lead"
        case .recordsKeeper: "records keeper"
        case .medicalKeeper: "medical keeper"
        case .administrator: "administrator"
        }
    }

    /// Whether it opens sealed entries of some category. Nobody holds such a role and `administrator` at a time.
    package var isKeeper: Bool { RecordCategory.allCases.contains { $0.keeper == self } }

    package static func < (left: Self, right: Self) -> Bool { left.order < right.order }

    private var order: Int {
        switch self {
        case .member: 0
        case .planner: 1
        case .lead: 2
        case .recordsKeeper: 3
        case .medicalKeeper: 4
        case .administrator: 5
        }
    }
}
