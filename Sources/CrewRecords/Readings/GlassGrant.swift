package import RotaModel

package typealias GlassID = Identifier<GlassGrant>

/// The glass broken: for a short time somebody may read one person's sealed entries of one category, because of an
/// emergency.
package struct GlassGrant: Hashable, Sendable {
    package let id: GlassID
    package let reader: PersonID
    package let person: PersonID
    package let category: RecordCategory
    package let term: Term
    /// Why; sealed, since it tells of the person.
    package let reason: SealedEnvelope

    /// In characters, without white space around it.
    package static let reasonLength = 10...1000
    /// How long it stays broken at most.
    package static let longest = Minutes(240)

    /// A grant as the store holds it.
    package init(
        id: GlassID, reader: PersonID, person: PersonID, category: RecordCategory, term: Term, reason: SealedEnvelope
    ) {
        self.id = id
        self.reader = reader
        self.person = person
        self.category = category
        self.term = term
        self.reason = reason
    }

    /// Breaks the glass. The grant and its notices are written in one transaction, so that neither is without the other.
    ///
    /// - Parameters:
    ///   - reason: shown to the person concerned and to nobody else.
    ///   - longest: how long the organisation lets it stay broken.
    /// - Returns: the grant, and whom to tell at once.
    /// - Throws: `RecordError` for a reason too short or too long, or a time that is not above 0 and within `longest`;
    ///   `SealingError`.
    package static func `break`(
        because reason: Confidential<String>, for time: Minutes, longest: Minutes, as id: GlassID,
        by permit: Permit<BreakGlass>, at now: Instant, with ring: KeyRing,
        using generator: inout some RandomNumberGenerator
    ) throws -> (grant: GlassGrant, notices: [GlassNotice]) {
        let subject = permit.subject
        guard let reader = permit.caller.person else { throw Refusal.forbidden }
        let words = reason.reveal().trimmingWhitespace()
        guard reasonLength.contains(words.count) else {
            throw RecordError(
                .noReason,
                "Breaking the glass needs a reason of \(reasonLength.lowerBound) to \(reasonLength.upperBound) "
                    + "characters. The person concerned will read it.")
        }
        guard time > .zero, time <= longest else {
            throw RecordError(
                .tooLasting, "The glass stays broken for at most \(longest). Maybe break it again when it ends.")
        }
        let person = subject.person.person
        let place = glassPlace(permit.caller.organisation, person, subject.category, id)
        let grant = GlassGrant(
            id: id, reader: reader, person: person, category: subject.category,
            term: Term(from: now, until: Instant(seconds: now.seconds + time.value * 60)),
            reason: try ring.seal(Confidential(words), at: place, using: &generator))
        let told: [GlassNotice.Recipient] = [
            .person(person), .keepers(subject.category.keeper, over: subject.person.units),
        ]
        return (grant, told.map { GlassNotice(to: $0, of: grant) })
    }

    func place(in organisation: OrganisationID) -> SealedPlace {
        Self.glassPlace(organisation, person, category, id)
    }

    private static func glassPlace(
        _ organisation: OrganisationID, _ person: PersonID, _ category: RecordCategory, _ id: GlassID
    ) -> SealedPlace {
        SealedPlace(organisation, person, category, EntryID(id.rawValue), .glassReason)
    }
}

/// That the glass was broken: to be told at once. It says who, for whom, what category and until when, and not why.
package struct GlassNotice: Hashable, Sendable {
    package enum Recipient: Hashable, Sendable {
        case person(PersonID)
        /// Everybody who holds that role in one of the units or above.
        case keepers(Role, over: Set<UnitID>)
    }

    package let recipient: Recipient
    package let glass: GlassID
    package let reader: PersonID
    package let person: PersonID
    package let category: RecordCategory
    package let until: Instant?

    init(to recipient: Recipient, of grant: GlassGrant) {
        self.recipient = recipient
        glass = grant.id
        reader = grant.reader
        person = grant.person
        category = grant.category
        until = grant.term.until
    }
}

extension String {
    /// Without white space and line breaks at either end.
    func trimmingWhitespace() -> String {
        let start = drop(while: \.isWhitespace)
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}
