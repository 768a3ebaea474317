import CrewRecords
import RotaModel
import WatchbillStore
import WatchbillTestKit

/// The hospital on a store that seals, and what people do there in confidence.
struct Sealed {
    let hospital: Hospital
    /// Which goes when nobody holds it any more.
    private let scratch: ScratchStore
    var store: Store { hospital.store }
    var random = SeededGenerator(seed: 9)

    init(_ hospital: Hospital, in scratch: ScratchStore) {
        self.hospital = hospital
        self.scratch = scratch
    }

    init(_ scratch: ScratchStore, masters: [MasterKey]? = nil) async throws {
        self.scratch = scratch
        hospital = try await Hospital.open(in: try await scratch.open(masters: try masters ?? [Sample.master()]))
    }

    static func away(_ first: String, _ last: String) throws -> Away {
        try Away(first: Hospital.date(first), last: Hospital.date(last))
    }

    static func other() throws -> MasterKey { try MasterKey((0..<32).map { UInt8($0 + 100) }) }

    /// Mia asks to be away from 12 to 16 January 2026.
    @discardableResult
    mutating func ask(
        _ kind: AbsenceGround.Kind = .illness, _ reason: String = "a slipped disc", as person: PersonID = "mia"
    ) async throws -> EntryID {
        try await store.askAbsence(
            Self.away("2026-01-12", "2026-01-16"), because: Confidential(try AbsenceGround(kind, reason: reason)),
            for: try await hospital.caller(person), at: Sample.now, using: &random)
    }

    /// Max, the medical keeper, decides.
    @discardableResult
    mutating func decide(
        _ fitness: Fitness, because reason: String = "a slipped disc", of person: PersonID = "mia"
    ) async throws -> EntryID {
        try await store.decideFitness(
            fitness, of: person, because: Confidential(reason), for: try await hospital.caller("max"), at: Sample.now,
            using: &random)
    }

    /// Lea, the lead, breaks the glass over what is told of Mia's health.
    @discardableResult
    mutating func breakGlass(
        by reader: PersonID = "lea", over category: RecordCategory = .health, of person: PersonID = "mia",
        because reason: String = "found unconscious in the corridor", minutes: Int = 30, at now: Instant = Sample.now
    ) async throws -> GlassGrant {
        try await store.breakGlass(
            over: category, of: person, because: Confidential(reason), lasting: Minutes(minutes),
            for: try await hospital.caller(reader, at: now), at: now, using: &random)
    }

    func open(
        _ absence: EntryID, of person: PersonID = "mia", as reader: PersonID, at now: Instant = Sample.now
    ) async throws -> AbsenceGround {
        try await store.absenceGround(
            absence, of: person, for: try await hospital.caller(reader, at: now), at: now
        ).reveal()
    }

    func readings(of person: PersonID = "mia", at now: Instant = Sample.now) async throws -> [NamedReading] {
        try await store.readings(skipping: 0, limit: 1000, for: try await hospital.caller(person, at: now))
    }

    func audit(knowing heads: [ReadingsLog] = []) async throws -> (log: ReadingsLog, fault: ReadingsFault?) {
        try await store.verifyReadings(
            knowing: heads, for: try await store.entrance.admit(.audit, at: Sample.now))
    }
}

func sealingCode(_ error: any Error) -> SealingError.Code? { (error as? SealingError)?.code }
