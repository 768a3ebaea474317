/// The drawers of a personnel file.
package enum RecordCategory: String, CaseIterable, Hashable, Sendable {
    case identity, contact, rank, qualifications, contracts, training, conduct, health, supplies

    /// As pages and documents call it.
    package var words: String { self == .rank ? "rank and appointments" : rawValue }

    /// The classes that its entries may have, from open to closed. Health is always sealed.
    package var classes: [RecordClass] {
        switch self {
        case .contact, .rank, .qualifications, .training, .supplies: [.unit, .leads, .keepers]
        case .identity, .contracts, .conduct: [.leads, .keepers, .sealed]
        case .health: [.sealed]
        }
    }

    /// - Throws: `RecordError` if the category has no entries of that class.
    package func check(_ recordClass: RecordClass) throws(RecordError) {
        guard !classes.contains(recordClass) else { return }
        let known = classes.map(\.words).joined(separator: ", ")
        throw RecordError(
            .wrongClass, "An entry on \(words) is not \(recordClass.words). Maybe it should be: \(known).")
    }

    /// The class of an entry for which none is chosen.
    package var defaultClass: RecordClass {
        switch self {
        case .rank, .qualifications, .supplies: .unit
        case .contact, .training: .leads
        case .identity, .contracts, .conduct: .keepers
        case .health: .sealed
        }
    }

    /// Whoever keeps it: writes its entries and reads all of them.
    package var keeper: Role { self == .health ? .medicalKeeper : .recordsKeeper }
}

/// To whom an entry is open, besides the person concerned and the category's keepers.
package enum RecordClass: String, CaseIterable, Hashable, Comparable, Sendable {
    /// To the members of the person's units.
    case unit
    /// To the leads of the person's units.
    case leads
    /// To nobody else.
    case keepers
    /// To nobody else, encrypted at rest, and every reading is logged.
    case sealed

    /// As pages and documents call it.
    package var words: String {
        switch self {
        case .unit: "open to the unit"
        case .leads: "open to leads"
        case .keepers: "open to records keepers"
        case .sealed: "sealed"
        }
    }

    /// From open to closed.
    package static func < (left: Self, right: Self) -> Bool { left.order < right.order }

    private var order: Int {
        switch self {
        case .unit: 0
        case .leads: 1
        case .keepers: 2
        case .sealed: 3
        }
    }
}
