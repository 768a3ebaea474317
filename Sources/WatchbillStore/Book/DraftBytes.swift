internal import RotaModel

/// Cells of a draft as the schema's step describes them.
extension [PinnedCell] {
    var bytes: [UInt8] { flatMap { place($0.person, $0.day) + [$0.duty.rawValue] } }

    /// - Throws: `StoreError`, `damaged`.
    init(bytes: [UInt8]) throws(StoreError) {
        self = try cells(of: 5, in: bytes).map { cell in
            PinnedCell(person: person(of: cell), day: day(of: cell), duty: Duty(rawValue: cell[4]))
        }
    }
}

extension [CellEdit] {
    var bytes: [UInt8] {
        flatMap { edit in
            place(edit.person, edit.day)
                + [edit.before, edit.after].flatMap { [$0.duty.rawValue, $0.isPinned ? 1 : 0] }
        }
    }

    /// - Throws: `StoreError`, `damaged`.
    init(bytes: [UInt8]) throws(StoreError) {
        self = try cells(of: 8, in: bytes).map { cell in
            let (before, after) = (
                PinnedDuty(Duty(rawValue: cell[4]), isPinned: cell[5] != 0),
                PinnedDuty(Duty(rawValue: cell[6]), isPinned: cell[7] != 0)
            )
            return CellEdit(person: person(of: cell), day: day(of: cell), before: before, after: after)
        }
    }
}

private func place(_ person: PersonIndex, _ day: DayIndex) -> [UInt8] {
    [person.value, day.value].flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
}

private func person(of cell: [UInt8]) -> PersonIndex { PersonIndex(Int(cell[0]) << 8 | Int(cell[1])) }

private func day(of cell: [UInt8]) -> DayIndex { DayIndex(Int(cell[2]) << 8 | Int(cell[3])) }

private func cells(of size: Int, in bytes: [UInt8]) throws(StoreError) -> [[UInt8]] {
    guard bytes.count.isMultiple(of: size) else {
        throw StoreError(.damaged, "Cells of a draft are \(bytes.count) bytes long, which is no multiple of \(size).")
    }
    return stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<($0 + size)]) }
}
