/// A place at which the two worlds could be told apart.
struct Finding: Hashable, Sendable, CustomStringConvertible {
    /// An address with its method, as the product declares it, or what else was compared.
    let place: String
    let part: Part
    /// Of one request for which it was so.
    let example: String
    let a: String
    let b: String

    var description: String {
        "\(place), \(part): \(example)\n    A: \(a)\n    B: \(b)"
    }
}

/// All places found, each with its first example.
struct Findings: Sendable, CustomStringConvertible {
    private(set) var found: [Finding] = []
    /// How many answers were held against each other.
    private(set) var compared = 0
    private var places: Set<String> = []

    mutating func compare(_ a: Answer, _ b: Answer, at place: String, _ example: @autoclosure () -> String) {
        compared += 1
        for difference in Answer.differences(a, b) {
            add(
                Finding(
                    place: place, part: difference.part, example: example(), a: difference.a, b: difference.b))
        }
    }

    mutating func add(_ finding: Finding) {
        if places.insert("\(finding.place) \(finding.part)").inserted { found.append(finding) }
    }

    mutating func add(_ other: Findings) {
        compared += other.compared
        for finding in other.found { add(finding) }
    }

    var isEmpty: Bool { found.isEmpty }

    var description: String {
        "\(found.count) places of \(compared) answers:\n" + found.map(\.description).joined(separator: "\n")
    }
}
