internal import RotaModel

/// A set of duties, asked for each cell.
struct DutyMask: Sendable {
    private let members: [Bool]

    init(_ set: ShiftSet, _ facts: Facts) {
        let types = facts.problem.shiftTypes
        switch set {
        case .all: members = [false] + types.map { _ in true }
        case .nights: members = [false] + types.map(\.isNight)
        case .types(let ids): members = [false] + types.map { ids.contains($0.id) }
        }
    }

    init(_ set: DutySet, _ facts: Facts) {
        let types = facts.problem.shiftTypes
        switch set {
        case .off: members = [true] + types.map { _ in false }
        case .work: members = [false] + types.map { _ in true }
        case .any: members = [true] + types.map { _ in true }
        case .shifts(let ids): members = [false] + types.map { ids.contains($0.id) }
        case .not(let ids): members = [true] + types.map { !ids.contains($0.id) }
        }
    }

    func contains(_ duty: Duty) -> Bool { members[Int(duty.rawValue)] }

    /// The shift types among them.
    var shifts: [ShiftIndex] { (1..<members.count).filter { members[$0] }.map { ShiftIndex($0 - 1) } }
}
