/// What one day does to an automaton.
struct RowStep {
    var next: Int
    /// Amount broken, in the rule's unit.
    var amount: Int = 0
    /// What it adds to the counter that the automaton feeds, if it feeds one.
    var emission: Int = 0
}

/// The compiled form of a rule on the order of a person's days: a deterministic automaton that reads duties day by day.
///
/// Days of the history are negative. What it says of them is not counted; they only lead to a state.
protocol RowAutomaton {
    /// The state before the first known day.
    var initial: Int { get }

    /// Reads one day. `duty` is `Duty.rawValue`.
    func step(_ state: Int, day: Int, duty: Int) -> RowStep

    /// Days with the same key are read alike.
    func key(ofDay day: Int) -> Int
}

/// The days that a rule judges: `first ... last` of the period. History counts if they begin with the period.
struct CompiledStretch: Hashable {
    var first: Int
    var last: Int

    /// Whether the automaton reads that day at all.
    func reads(_ day: Int) -> Bool { day <= last && (day >= first || first == 0) }

    /// Whether what was before is unknown, so that the automaton begins anew on that day.
    func begins(on day: Int) -> Bool { day == first && first > 0 }
}

/// Gives an automaton its stretch: idle outside, begun anew at its start.
struct StretchedAutomaton<Inner: RowAutomaton>: RowAutomaton {
    var inner: Inner
    var stretch: CompiledStretch

    var initial: Int { inner.initial }

    func step(_ state: Int, day: Int, duty: Int) -> RowStep {
        guard stretch.reads(day) else { return RowStep(next: inner.initial) }
        return inner.step(stretch.begins(on: day) ? inner.initial : state, day: day, duty: duty)
    }

    func key(ofDay day: Int) -> Int {
        guard stretch.reads(day) else { return 0 }
        return inner.key(ofDay: day) * 2 + (stretch.begins(on: day) ? 2 : 1)
    }
}
