internal import CPostgres

/// Where a PostgreSQL database is and who asks for it. Its password shows in no description.
package struct PostgresAddress: Hashable, Sendable {
    /// libpq's names of parameters, with their values.
    let parameters: [String: String]

    /// Reads `postgres://user:password@host:port/database?parameter=value`, in all the forms that PostgreSQL's own
    /// programs read. What is not given is taken from where they take it: `PGPASSWORD`, `~/.pgpass` and so on.
    ///
    /// - Throws: `StoreError`, without the text, which may hold a password.
    package init(_ url: String) throws(StoreError) {
        let unreadable = StoreError(
            .cannotOpen,
            "The database's address cannot be read. Expected is postgres://user:password@host:port/database; "
                + "maybe a character of the password has to be written as % and two digits.")
        guard let options = PQconninfoParse(url, nil) else { throw unreadable }
        defer { PQconninfoFree(options) }
        var parameters: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { parameters[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        guard parameters["dbname"]?.isEmpty == false else {
            throw StoreError(
                .cannotOpen,
                "The database's address names no database. Expected is postgres://user:password@host:port/database.")
        }
        // With a character in the password that should have been written otherwise, a part of it would be taken for one of
        // these, and told.
        let shown = ["host", "hostaddr", "port", "dbname"].compactMap { parameters[$0] }
        let port = parameters["port"] ?? ""
        guard !shown.contains(where: { $0.contains("@") }), port.allSatisfy({ $0.isNumber || $0 == "," }) else {
            throw unreadable
        }
        self.parameters = parameters
    }

    var database: String { parameters["dbname"] ?? "" }
    private var host: String? { parameters["host"] ?? parameters["hostaddr"] }

    /// What PostgreSQL's own programs are told to reach the same database; the password is left out.
    package var programOptions: String {
        let options = [("host", host), ("port", parameters["port"]), ("username", parameters["user"])]
        let given = options.compactMap { name, value in value.map { "--\(name)=\(Self.quoted($0))" } }
        return (given + ["--dbname=\(Self.quoted(database))"]).joined(separator: " ")
    }

    /// As one word of a shell's.
    private static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "._-/:,".utf8.contains(byte)
        }
        return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }
}

extension PostgresAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String {
        let port = parameters["port"].map { ":\($0)" } ?? ""
        return "\(database) on \(host ?? "this machine")\(port)"
    }

    package var debugDescription: String { description }

    /// Nothing: `dump` would show the password.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
