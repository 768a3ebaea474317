/// A value of a column or a placeholder, in the kinds that both databases have.
enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    /// For messages: they name the kind of a value and never the value, which may have been told in confidence.
    var kind: String {
        switch self {
        case .null: "nothing"
        case .integer: "a whole number"
        case .real: "a fraction"
        case .text: "text"
        case .blob: "bytes"
        }
    }
}
