import CrewRecords
import RotaModel
import WatchbillStore
import WatchbillTestKit

/// A hospital with a keeper of each kind who writes into people's files. Seals can be made.
struct Filing {
    let hospital: Hospital
    var store: Store { hospital.store }
    /// Keeps all categories but health.
    let rita: Caller
    /// Keeps health.
    let max: Caller
    var random = SeededGenerator(seed: 4)

    init(_ scratch: ScratchStore, masters: [MasterKey]? = nil) async throws {
        let store = try await scratch.open(masters: try masters ?? [Sample.master()])
        hospital = try await Hospital.open(in: store)
        rita = try await hospital.caller("rita")
        max = try await hospital.caller("max")
    }

    /// - Returns: the entry's id.
    @discardableResult
    mutating func write(
        _ title: String, _ body: String = "", _ category: RecordCategory = .training, _ recordClass: RecordClass? = nil,
        of person: PersonID = "mia", superseding: EntryID? = nil, files: [AttachedFile] = [],
        valid: Validity = .always, at now: Instant = Sample.now
    ) async throws -> EntryID {
        try await store.writeEntry(
            Confidential(try EntryContent(title: title, body: body, valid: valid)),
            attaching: files.map { Confidential($0) },
            in: category, recordClass ?? category.defaultClass, of: person, superseding: superseding,
            for: category == .health ? max : rita, at: now, using: &random)
    }

    mutating func contest(_ entry: EntryID, _ title: String, by person: PersonID = "mia") async throws -> EntryID {
        try await store.contest(
            entry, Confidential(try EntryContent(title: title)), for: try await hospital.caller(person),
            at: Sample.now, using: &random)
    }

    /// The titles that somebody sees of a file; `sealed` for what they see and may not read unopened.
    func titles(of person: PersonID = "mia", for caller: Caller) async throws -> [String] {
        try await store.file(of: person, for: caller, at: Sample.now).entries.map { $0.content?.title ?? "sealed" }
    }

    func found(
        _ text: String, for caller: Caller, after last: EntryID? = nil, limit: Int = 100
    ) async throws -> [String] {
        try await store.search(try SearchQuery(text), after: last, limit: limit, for: caller, at: Sample.now).hits
            .map(\.title)
    }

    static let pdf = Array("%PDF-1.7 a certificate".utf8)
}

func recordCode(_ error: any Error) -> RecordError.Code? { (error as? RecordError)?.code }
