internal import Crypto
package import RotaModel

/// A reading's place in its organisation's log, counted from 1.
package struct ReadingNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let value: Int

    package init(_ value: Int) {
        self.value = value
    }

    package var description: String { String(value) }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// SHA-256 over a reading and, by the hash in it, over all before.
package struct ChainHash: Hashable, Sendable, CustomStringConvertible {
    package static let size = 32

    package let bytes: [UInt8]

    /// Nil unless there are 32 bytes.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        self.bytes = bytes
    }

    /// Nil unless there are 64 hexadecimal digits.
    package init?(hexadecimal text: some StringProtocol) {
        guard let bytes = [UInt8](hexadecimal: text) else { return nil }
        self.init(bytes)
    }

    fileprivate init(of bytes: [UInt8]) {
        self.bytes = Array(SHA256.hash(data: bytes))
    }

    /// What the first reading has before it.
    package static func beginning(of organisation: OrganisationID) -> ChainHash {
        var bytes = CanonicalBytes()
        bytes.add("watchbill readings 1")
        bytes.add(organisation.rawValue)
        return ChainHash(of: bytes.bytes)
    }

    /// 64 hexadecimal digits.
    package var description: String { bytes.hexadecimal }
}

/// One reading of a sealed entry, as the log keeps it: who read what of whom, when and why, and nothing of what it says.
package struct ReadingEntry: Hashable, Sendable {
    /// Why it could be read.
    package enum Reason: Hashable, Sendable {
        /// It concerned the reader.
        case own
        /// By that role.
        case role(Role)
        /// By the glass broken; the reason given is sealed, for the person concerned.
        case glass(GlassID, reason: SealedEnvelope)
    }

    package let number: ReadingNumber
    package let at: Instant
    package let reader: PersonID
    package let person: PersonID
    package let category: RecordCategory
    /// Which entry, absence or decision on fitness.
    package let subject: EntryID
    package let reason: Reason
    package let previous: ChainHash
    package let hash: ChainHash

    /// A reading as the store holds it; whether it is what was written, `ReadingsCheck` says.
    package init(
        number: ReadingNumber, at: Instant, reader: PersonID, person: PersonID, category: RecordCategory,
        subject: EntryID, reason: Reason, previous: ChainHash, hash: ChainHash
    ) {
        self.number = number
        self.at = at
        self.reader = reader
        self.person = person
        self.category = category
        self.subject = subject
        self.reason = reason
        self.previous = previous
        self.hash = hash
    }

    init(
        number: ReadingNumber, at: Instant, reader: PersonID, person: PersonID, category: RecordCategory,
        subject: EntryID, reason: Reason, after previous: ChainHash, in organisation: OrganisationID
    ) {
        let entry = ReadingEntry(
            number: number, at: at, reader: reader, person: person, category: category, subject: subject,
            reason: reason, previous: previous, hash: previous)
        self.init(
            number: number, at: at, reader: reader, person: person, category: category, subject: subject,
            reason: reason, previous: previous, hash: entry.computedHash(in: organisation))
    }

    /// What `hash` must be: over every other field and the organisation.
    func computedHash(in organisation: OrganisationID) -> ChainHash {
        var bytes = CanonicalBytes()
        bytes.add("watchbill reading 1")
        bytes.add(organisation.rawValue)
        bytes.add(number.value)
        bytes.add(at.seconds)
        bytes.add(reader.rawValue)
        bytes.add(person.rawValue)
        bytes.add(category.rawValue)
        bytes.add(subject.rawValue)
        switch reason {
        case .own:
            bytes.add("own")
        case .role(let role):
            bytes.add("role")
            bytes.add(role.rawValue)
        case .glass(let glass, let reason):
            bytes.add("glass")
            bytes.add(glass.rawValue)
            bytes.add(reason.bytes)
        }
        bytes.add(previous.bytes)
        return ChainHash(of: bytes.bytes)
    }
}

/// Proof that a reading has been entered in the log: what a seal is opened for. Only `ReadingsLog.append` makes one; the
/// store writes its entry in the transaction that reads the envelope.
package struct LoggedReading: Sendable {
    package let organisation: OrganisationID
    package let entry: ReadingEntry

    init(organisation: OrganisationID, entry: ReadingEntry) {
        self.organisation = organisation
        self.entry = entry
    }
}
