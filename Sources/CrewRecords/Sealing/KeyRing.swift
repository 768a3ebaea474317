internal import Crypto
internal import RotaModel

/// All data keys of an organisation, unwrapped, for as long as the server runs.
package struct KeyRing: Sendable {
    package let organisation: OrganisationID
    /// The key that new fields are sealed under.
    package let newest: DataKeyNumber
    private let keys: [DataKeyNumber: SymmetricKey]

    /// Unwraps the keys.
    ///
    /// - Parameters:
    ///   - wrapped: all keys that the store holds, at least one.
    ///   - masters: the master key; while it is being rotated, the former one too.
    /// - Throws: `SealingError` if there is none, or one cannot be unwrapped: no server starts that could not open what
    ///   it holds.
    package init(
        _ wrapped: [WrappedDataKey], of organisation: OrganisationID, under masters: [MasterKey]
    ) throws(SealingError) {
        guard let newest = wrapped.map(\.number).max() else {
            throw SealingError(.noDataKey, "There is no data key yet to seal under.")
        }
        var keys: [DataKeyNumber: SymmetricKey] = [:]
        for key in wrapped {
            let opened = try key.unwrapped(of: organisation, under: masters)
            if keys.updateValue(opened, forKey: key.number) != nil {
                throw SealingError(
                    .dataKeyTwice, "Data key \(key.number) is there twice. Maybe two back-ups were mixed.")
            }
        }
        self.organisation = organisation
        self.newest = newest
        self.keys = keys
    }

    /// Seals a value under the newest key.
    ///
    /// - Parameter generator: must not repeat itself: `SystemRandomNumberGenerator` but in tests.
    /// - Throws: `SealingError` if it is too long. Fails if the place is in another organisation.
    package func seal(
        _ value: Confidential<some SealedValue>, at place: SealedPlace,
        using generator: inout some RandomNumberGenerator
    ) throws(SealingError) -> SealedEnvelope {
        precondition(place.organisation == organisation, "A key ring seals for its own organisation.")
        guard let key = keys[newest] else { preconditionFailure("The newest key is one of the ring's.") }
        return try SealedEnvelope(
            sealing: value.reveal().sealedBytes, at: place, under: newest, key, using: &generator)
    }

    /// Opens a sealed field of an entry whose reading has been logged.
    ///
    /// - Throws: `SealingError`: the reading is of something else, the field was changed or moved, or its key is missing.
    package func open<Value: SealedValue>(
        _ envelope: SealedEnvelope, at place: SealedPlace, for reading: LoggedReading
    ) throws(SealingError) -> Confidential<Value> {
        let logged = reading.entry
        guard reading.organisation == place.organisation, logged.person == place.person,
            logged.category == place.category, logged.subject == place.entry
        else {
            throw SealingError(.notLogged, "A sealed field is opened only once its own reading has been logged.")
        }
        return try open(envelope, at: place)
    }

    /// Opens the reason for which the glass was broken, for the person concerned.
    ///
    /// - Throws: `Refusal.hidden` if the permit is for another person; `SealingError`.
    package func reason(for grant: GlassGrant, by permit: Permit<ReadReadings>) throws -> Confidential<String> {
        guard permit.subject.person == grant.person, permit.caller.organisation == organisation else {
            throw Refusal.hidden
        }
        return try open(grant.reason, at: grant.place(in: organisation))
    }

    /// The days of what runs out in a sealed entry; nil if it does not run out.
    ///
    /// Nobody reads it by this: of what the entry says nothing but these days leaves the envelope, for the store, which makes of
    /// them whether somebody is eligible and when they are reminded. docs/confidence.md says who learns what of it.
    package func expiryDays(of entry: RecordEntry) throws(SealingError) -> ExpiryDays? {
        guard case .sealed(let envelope) = entry.content else { return nil }
        let place = SealedPlace(organisation, entry.person, entry.category, entry.id, .entry)
        let content: Confidential<EntryContent> = try open(envelope, at: place)
        return content.reveal().expiryDays
    }

    private func open<Value: SealedValue>(
        _ envelope: SealedEnvelope, at place: SealedPlace
    ) throws(SealingError) -> Confidential<Value> {
        guard place.organisation == organisation else { throw SealedEnvelope.notOpened }
        guard let key = keys[envelope.key] else {
            throw SealingError(
                .missingDataKey,
                "Data key \(envelope.key) is missing, which a sealed field needs. "
                    + "Maybe the table of keys was restored from an older back-up than the entries.")
        }
        guard let value = Value(sealedBytes: try envelope.opened(at: place, with: key)) else {
            throw SealedEnvelope.notOpened
        }
        return Confidential(value)
    }
}

extension KeyRing: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "key ring of \(keys.count)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
