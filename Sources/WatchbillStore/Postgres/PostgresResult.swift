internal import CPostgres

/// What the server answered to one statement.
struct PostgresResult: ~Copyable {
    /// PostgreSQL's numbers of the types that a portable statement can answer with.
    private enum TypeNumber {
        static let bool: Oid = 16, bytea: Oid = 17, name: Oid = 19, int8: Oid = 20, int2: Oid = 21, int4: Oid = 23
        static let text: Oid = 25, float8: Oid = 701, varchar: Oid = 1043, void: Oid = 2278
    }

    private let result: OpaquePointer?

    init(_ result: OpaquePointer?) {
        self.result = result
    }

    deinit { PQclear(result) }

    var isGood: Bool {
        let status = PQresultStatus(result)
        return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY
    }

    /// The five characters that name what went wrong; nil if the server did not answer.
    var state: String? { field("C") }

    /// The first line of what went wrong. Its details would hold values.
    var message: String { field("M") ?? "no answer" }

    private func field(_ code: Character) -> String? {
        let code = Int32(code.asciiValue ?? 0)
        return PQresultErrorField(result, code).map { String(cString: $0) }
    }

    func rows() throws(StoreError) -> [SQLRow] {
        let width = PQnfields(result)
        if width == 0 { return [] }
        let columns = SQLColumns((0..<width).map { String(cString: PQfname(result, $0)) })
        var rows: [SQLRow] = []
        for row in 0..<PQntuples(result) {
            var values: [SQLValue] = []
            for column in 0..<width { values.append(try value(row, column)) }
            rows.append(SQLRow(values, of: columns))
        }
        return rows
    }

    private func value(_ row: Int32, _ column: Int32) throws(StoreError) -> SQLValue {
        guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else { return .null }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
        let type = PQftype(result, column)
        switch type {
        case TypeNumber.int8: return .integer(Int64(bigEndian: bytes.loadUnaligned(as: Int64.self)))
        case TypeNumber.int4: return .integer(Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self))))
        case TypeNumber.int2: return .integer(Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self))))
        case TypeNumber.bool: return .integer(bytes.first == 0 ? 0 : 1)
        case TypeNumber.float8:
            return .real(Double(bitPattern: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))))
        case TypeNumber.text, TypeNumber.varchar, TypeNumber.name: return .text(String(decoding: bytes, as: UTF8.self))
        case TypeNumber.bytea: return .blob(Array(bytes))
        case TypeNumber.void: return .null
        default:
            let name = String(cString: PQfname(result, column))
            throw StoreError(.failed, "The answer's column \(name) is of a type that is not read (\(type)). Cast it.")
        }
    }
}
