import Foundation
import GRDB
import RotaModel
import Testing
import WatchbillStore
import WatchbillTestKit

extension ScratchStore {
    func open(organisation: OrganisationNumber = .first) async throws -> Store {
        try await Store.open(try StoreLocation(location), organisation: organisation)
    }

    /// Runs SQL as somebody would by hand, past the store.
    ///
    /// - Returns: the answer's rows, one a line, columns with `|` between.
    @discardableResult
    func byHand(_ sql: String) async throws -> String {
        if let answer = try await runOnServer(sql) { return answer }
        let queue = try DatabaseQueue(path: location)
        let rows = try await queue.write { database in
            // The last statement's answer is the answer, as with psql.
            let statements = try database.allStatements(sql: sql)
            var rows: [Row] = []
            while let statement = try statements.next() { rows = try Row.fetchAll(statement) }
            return rows.map { row in row.databaseValues.map { $0.isNull ? "" : $0.description }.joined(separator: "|") }
        }
        try queue.close()
        return rows.joined(separator: "\n").replacing("\"", with: "")
    }
}

/// What the tests of the store put in.
enum Sample {
    static let now = Instant(seconds: 1_767_600_000)

    static func order(_ problem: ProblemID, seed: UInt64 = 1) -> BuildOrder {
        BuildOrder(problem: problem, seed: seed, threads: 2, timeLimit: 30)
    }

    static func outcome(penalty: Int) -> BuildOutcome {
        var rota = Rota(peopleCount: 2, dayCount: 3)
        rota[1, 2] = Duty(ShiftIndex(4))
        return BuildOutcome(
            seconds: 1.5, penalty: Penalty(penalty), isFeasible: true, bound: Penalty(40), rota: rota, curve: [1, 2, 3])
    }
}

func code(_ error: any Error) -> StoreError.Code? { (error as? StoreError)?.code }
