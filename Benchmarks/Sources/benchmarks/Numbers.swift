import ArgumentParser

/// Whole numbers with commas between: `1,2,3`.
struct Numbers: ExpressibleByArgument {
    let values: [Int]

    init(_ values: [Int]) {
        self.values = values
    }

    init?(argument: String) {
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        values = parts.compactMap { $0 }
        guard values.count == parts.count else { return nil }
    }

    var defaultValueDescription: String { values.map(String.init).joined(separator: ",") }
}

/// Names with commas between: `sprint01,long01`.
struct Names: ExpressibleByArgument {
    let values: [String]

    init(_ values: [String]) {
        self.values = values
    }

    init?(argument: String) {
        values = argument.split(separator: ",").map(String.init)
        guard !values.isEmpty else { return nil }
    }

    var defaultValueDescription: String { values.joined(separator: ",") }
}
