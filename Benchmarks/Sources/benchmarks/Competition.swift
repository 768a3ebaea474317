import Foundation

/// A problem of one of the nurse rostering competitions, and what is known of it.
struct Competition {
    var name: String
    /// Of the first competition the best known, of the second the optimum, both as listed.
    var known: Int
    var isFirst: Bool

    static let known: [Competition] =
        [
            ("sprint01", 56), ("sprint05", 58), ("sprint_late01", 37), ("sprint_late04", 73), ("medium01", 240),
            ("medium_late01", 157), ("long01", 197), ("long_late01", 235),
        ].map { Competition(name: $0.0, known: $0.1, isFirst: true) }
        + [
            ("n005w4_0_1-2-3-3", 1470), ("n005w4_0_1-2-3-5", 1540), ("n005w4_1_5-6-7-8", 1630),
            ("n030w4_1_6-2-9-1", 1670),
        ].map { Competition(name: $0.0, known: $0.1, isFirst: false) }

    /// What `watchbill` is given for it: a file of the first competition, or the scenario, the history and the weeks that
    /// a name like `n030w4_1_6-2-9-1` stands for.
    static func arguments(of name: String, in problems: URL) -> [String] {
        let parts = name.split(separator: "_")
        let weeks = parts.last?.split(separator: "-") ?? []
        guard parts.count == 3, weeks.count > 1, let scenario = parts.first else {
            return [problems.appending(path: "inrc1/\(name).xml").path(percentEncoded: false)]
        }
        let folder = problems.appending(path: "inrc2/\(scenario)")
        func file(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }
        return ["--scenario", file("Sc-\(scenario).txt"), "--history", file("H0-\(scenario)-\(parts[1]).txt")]
            + weeks.flatMap { ["--week", file("WD-\(scenario)-\($0).txt")] }
    }
}
