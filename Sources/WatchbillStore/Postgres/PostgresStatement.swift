/// A statement's text as PostgreSQL wants it: with `$1`, `$2` and so on for `?`.
enum PostgresStatement {
    static func text(of sql: String) -> String {
        var text = ""
        var count = 0
        var isQuoted = false
        for character in sql {
            if character == "'" { isQuoted.toggle() }
            if character == "?" && !isQuoted {
                count += 1
                text += "$\(count)"
            } else {
                text.append(character)
            }
        }
        return text
    }
}
