import CrewRecords
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

extension ScratchStore {
    func open(organisation: OrganisationNumber = .first, masters: [MasterKey] = []) async throws -> Store {
        try await Store.open(try StoreLocation(location), organisation: organisation, masters: masters)
    }

    /// Has the PostgreSQL server end all connections to the database but the one that says so.
    func endConnections() async throws {
        try await byHand(
            """
            SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
            """)
    }
}

/// What the tests of the store put in.
enum Sample {
    static let now = Instant(seconds: 1_767_600_000)

    static func master() throws -> MasterKey { try MasterKey((0..<32).map { UInt8($0) }) }

    static func order(_ problem: ProblemID, seed: UInt64 = 1) -> BuildOrder {
        BuildOrder(problem: problem, seed: seed, threads: 2, timeLimit: 30)
    }

    /// Whom a provider names.
    static func subject(_ name: String, issuer: String = "https://id.example") -> OpenIDSubject? {
        WebAddress(issuer).flatMap { OpenIDSubject(issuer: $0, subject: name) }
    }

    /// Of the days of `outcome`.
    static var plan: RotaPlan { RotaPlan(start: Hospital.date("2026-01-05"), people: ["mia", "pia"]) }

    static func outcome(penalty: Int) -> BuildOutcome {
        var rota = Rota(peopleCount: 2, dayCount: 3)
        rota[1, 2] = Duty(ShiftIndex(4))
        return BuildOutcome(
            seconds: 1.5, penalty: Penalty(penalty), isFeasible: true, bound: Penalty(40), rota: rota, curve: [1, 2, 3])
    }
}

func code(_ error: any Error) -> StoreError.Code? { (error as? StoreError)?.code }
