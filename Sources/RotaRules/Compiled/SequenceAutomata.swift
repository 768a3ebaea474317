/// A pattern of days that shall not occur: bit j of the state says that the last j + 1 days match its first j + 1.
struct ForbiddenSequenceAutomaton: RowAutomaton {
    /// For each element, by duty, whether it matches.
    var pattern: [[Bool]]
    /// By day modulo 7, whether it may begin there; nil: anywhere.
    var starts: [Bool]?

    let initial = 0

    func step(_ state: Int, day: Int, duty: Int) -> RowStep {
        let (next, completes) = advance(state, duty: duty, pattern: pattern, mayStart: mayStart(on: day))
        return RowStep(next: next, amount: completes ? 1 : 0)
    }

    func key(ofDay day: Int) -> Int { mayStart(on: day) ? 1 : 0 }

    private func mayStart(on day: Int) -> Bool { starts.map { $0[(day % 7 + 7) % 7] } ?? true }
}

/// A pattern of days after which another shall follow.
///
/// The low bits are the prefixes of `after` that the last days match, the high bits the elements of `then` that are due.
struct WishedSequenceAutomaton: RowAutomaton {
    var after: [[Bool]]
    var then: [[Bool]]

    let initial = 0

    func step(_ state: Int, day: Int, duty: Int) -> RowStep {
        let width = after.count
        let due = state >> width
        let (prefixes, completes) = advance(state & ((1 << width) - 1), duty: duty, pattern: after)
        var missed = 0
        var stillDue = completes ? 1 : 0
        for position in then.indices where due & (1 << position) != 0 {
            if !then[position][duty] {
                missed += 1
            } else if position + 1 < then.count {
                stillDue |= 1 << (position + 1)
            }
        }
        return RowStep(next: prefixes | stillDue << width, amount: missed)
    }

    func key(ofDay day: Int) -> Int { 0 }
}

/// The prefixes of `pattern` that match after one more day, and whether the whole of it does.
private func advance(
    _ prefixes: Int, duty: Int, pattern: [[Bool]], mayStart: Bool = true
) -> (prefixes: Int, completes: Bool) {
    var next = 0
    var completes = false
    for position in pattern.indices where position == 0 ? mayStart : prefixes & (1 << (position - 1)) != 0 {
        guard pattern[position][duty] else { continue }
        if position == pattern.count - 1 { completes = true } else { next |= 1 << position }
    }
    return (next, completes)
}
