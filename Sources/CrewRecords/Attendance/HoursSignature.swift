package import RotaModel

/// The number of a signature under a month's hours.
package typealias HoursSignatureID = Serial<HoursSignature>

/// That somebody has signed a month's hours exactly as they were then. Signatures are added and never changed.
package struct HoursSignature: Hashable, Sendable {
    package enum Part: String, CaseIterable, Hashable, Sendable {
        /// Whose hours they are.
        case person
        /// Somebody who leads them.
        case lead
    }

    package var id: HoursSignatureID
    package var person: PersonID
    package var unit: UnitID
    /// The month's first date.
    package var month: CalendarDate
    package var part: Part
    package var fingerprint: Fingerprint
    package var signedBy: PersonID
    /// What whoever signed is called by now.
    package var signerName: String
    package var signedAt: Instant

    package init(
        id: HoursSignatureID, person: PersonID, unit: UnitID, month: CalendarDate, part: Part, fingerprint: Fingerprint,
        signedBy: PersonID, signerName: String, signedAt: Instant
    ) {
        self.id = id
        self.person = person
        self.unit = unit
        self.month = month
        self.part = part
        self.fingerprint = fingerprint
        self.signedBy = signedBy
        self.signerName = signerName
        self.signedAt = signedAt
    }
}

/// How the signatures under a month's hours stand.
package struct SignedState: Hashable, Sendable {
    /// The newest of each part; nil: there is none.
    package let person: HoursSignature?
    package let lead: HoursSignature?
    private let fingerprint: Fingerprint

    /// - Parameters:
    ///   - signatures: of that person, unit and month, in any order.
    ///   - sheet: as it is now.
    package init(_ signatures: some Sequence<HoursSignature>, under sheet: MonthSheet) {
        let sorted = signatures.sorted { $0.id < $1.id }
        person = sorted.last { $0.part == .person }
        lead = sorted.last { $0.part == .lead }
        fingerprint = sheet.fingerprint
    }

    /// Whether what that part signed is what stands there now.
    package func holds(_ part: HoursSignature.Part) -> Bool {
        let signature = part == .person ? person : lead
        return signature?.fingerprint == fingerprint
    }

    /// Whether that part has signed something that was changed since.
    package func isStale(_ part: HoursSignature.Part) -> Bool {
        let signature = part == .person ? person : lead
        return signature != nil && !holds(part)
    }
}
