package import RotaModel

/// Rules that a planner switches on together, each quoting where it comes from.
///
/// The kinds of rules cannot say all that a law does; `approximations` tells where they ask for more or for less.
package struct RuleSet: Sendable {
    /// `eu-working-time`, as files and the command line name it. The ids of its rules begin with it.
    package let id: String
    package let name: String
    /// What the rules are taken from.
    package let source: String
    /// What the rules say differently from the source, each in a sentence.
    package let approximations: [String]
    private let make: @Sendable (RotaProblem) -> [RuleDraft]

    init(
        id: String, name: String, source: String, approximations: [String],
        make: @escaping @Sendable (RotaProblem) -> [RuleDraft]
    ) {
        self.id = id
        self.name = name
        self.source = source
        self.approximations = approximations
        self.make = make
    }

    /// In the order a page offers them.
    package static let all: [RuleSet] = [.workingTime, .hoursOfRest, .wardContract]

    /// The rules for the problem's period, contracts and shift types. The same problem has the same rules, always.
    package func rules(for problem: RotaProblem) -> [Rule] {
        make(problem).map { draft in
            Rule(
                id: RuleID("\(id)-\(draft.name)"), draft.kind, appliesTo: draft.appliesTo, severity: draft.severity,
                source: draft.source)
        }
    }
}

/// A rule of a set, without the set's part of its id.
struct RuleDraft {
    var name: String
    var kind: Rule.Kind
    var appliesTo: AppliesTo = .everyone
    var severity: Severity = .hard
    var source: String
}
