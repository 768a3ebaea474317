/// Which of the two worlds.
enum Side: String, CaseIterable, Sendable, CustomStringConvertible {
    case a, b

    var description: String { rawValue.uppercased() }
    var other: Side { self == .a ? .b : .a }
}

/// What is one thing in one world and may be another in the other.
struct Twin<Value: Sendable>: Sendable {
    let a: Value
    let b: Value

    init(a: Value, b: Value) {
        self.a = a
        self.b = b
    }

    /// The same in both.
    init(_ both: Value) {
        self.init(a: both, b: both)
    }

    subscript(side: Side) -> Value { side == .a ? a : b }
}
