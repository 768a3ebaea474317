internal import CPostgres
internal import Foundation

/// One connection to a PostgreSQL server, by libpq. Calls wait for the server, so it belongs to a thread of its own.
final class PostgresConnection: SQLConnection {
    private let connection: OpaquePointer
    private let address: PostgresAddress
    /// The server's names of statements that were prepared, by their text.
    private var prepared: [String: String] = [:]

    var dialect: SQLDialect { .postgres }

    /// For each connection: our own schema alone; nobody waits forever for somebody who hangs, or whose machine went
    /// away.
    private static let settings = """
        SET search_path = watchbill, pg_temp;
        SET lock_timeout = '30s';
        SET idle_in_transaction_session_timeout = '30s';
        SET tcp_keepalives_idle = 30;
        SET tcp_keepalives_interval = 10;
        SET tcp_keepalives_count = 3
        """

    /// - Throws: `StoreError` if the server cannot be reached or lets nobody in.
    init(_ address: PostgresAddress) throws(StoreError) {
        self.address = address
        let defaults = ["connect_timeout": "10", "tcp_user_timeout": "60000", "application_name": "watchbill"]
        let own = ["client_encoding": "UTF8"]
        let parameters = Array(defaults.merging(address.parameters) { $1 }.merging(own) { $1 })
        let opened = Self.withWords(parameters.map(\.key)) { names in
            Self.withWords(parameters.map(\.value)) { values in PQconnectdbParams(names, values, 0) }
        }
        guard let opened else { throw StoreError(.unreachable, "There is no memory for a connection to \(address).") }
        connection = opened
        // Without it, what the server remarks would go to standard error.
        PQsetNoticeProcessor(opened, { _, _ in }, nil)
        guard PQstatus(opened) == CONNECTION_OK else {
            throw StoreError(
                .unreachable,
                "The PostgreSQL database \(address) cannot be reached: \(Self.reason(opened)). "
                    + "Maybe the server is not running, or does not let this user in.")
        }
        try script(Self.settings)
    }

    deinit { PQfinish(connection) }

    /// As C's array of strings that ends with null.
    private static func withWords<Result>(_ words: [String], _ body: ([UnsafePointer<CChar>?]) -> Result) -> Result {
        let copies = words.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies.map { UnsafePointer($0) } + [nil])
    }

    private static func reason(_ connection: OpaquePointer) -> String {
        String(cString: PQerrorMessage(connection)).split(whereSeparator: \.isNewline).joined(separator: "; ")
    }

    /// False once the server has gone or has ended the connection, as far as can be told without asking it.
    var isAlive: Bool {
        // The first call reads the server's last words, if there are any, and the second finds the end behind them.
        PQconsumeInput(connection) == 1 && PQconsumeInput(connection) == 1 && PQstatus(connection) == CONNECTION_OK
    }

    var isInTransaction: Bool {
        let status = PQtransactionStatus(connection)
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR
    }

    func run(_ sql: String, values: [SQLValue]) throws(StoreError) -> [SQLRow] {
        let name = try prepare(sql)
        let result = PostgresResult(
            PostgresParameters(values).withPointers { count, values, lengths, formats in
                PQexecPrepared(connection, name, count, values, lengths, formats, 1)
            })
        try check(result)
        return try result.rows()
    }

    func script(_ sql: String) throws(StoreError) {
        try check(PostgresResult(PQexec(connection, sql)))
    }

    private func prepare(_ sql: String) throws(StoreError) -> String {
        if let name = prepared[sql] { return name }
        let name = "s\(prepared.count)"
        try check(PostgresResult(PQprepare(connection, name, PostgresStatement.text(of: sql), 0, nil)))
        prepared[sql] = name
        return name
    }

    private func check(_ result: borrowing PostgresResult) throws(StoreError) {
        if !result.isGood { throw error(result) }
    }

    /// Codes: appendix A of PostgreSQL's manual.
    private func error(_ result: borrowing PostgresResult) -> StoreError {
        let state = result.state ?? ""
        let reason = "\(result.message) (\(state))"
        // Once it ends a connection (57P0x, 25P03), the server says so and nothing more.
        guard PQstatus(connection) == CONNECTION_OK, !state.isEmpty, !state.hasPrefix("57P"), state != "25P03" else {
            return StoreError(
                .unreachable,
                "The connection to the PostgreSQL database \(address) was lost. Maybe the server was stopped; "
                    + "it is connected to anew with the next request.")
        }
        return switch state {
        case "53100":
            StoreError(
                .diskFull,
                "The disk of the PostgreSQL database \(address) is full, so nothing was written. Make room and do it again."
            )
        case "55P03", "57014", "40001", "40P01":
            StoreError(
                .busy,
                "Somebody else kept the PostgreSQL database \(address) busy: \(reason). "
                    + "Maybe a transaction was left open there; try again.")
        case _ where state.hasPrefix("23"):
            StoreError(.refused, "The database refuses what makes no sense: \(reason).")
        case _ where state.hasPrefix("22"):
            // These messages hold values.
            StoreError(.refused, "The database refuses a value (\(state)).")
        default:
            StoreError(.failed, "The PostgreSQL database \(address) could not do this: \(reason).")
        }
    }
}
