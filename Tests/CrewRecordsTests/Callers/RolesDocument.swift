import CrewRecords
import Foundation
import RotaModel

/// The tables of docs/roles.md: printed from the code's, and read back as what a reader takes them to say.
enum RolesDocument {
    static let titles: [(SubjectKind, String)] = [
        (.organisation, "Over the whole organisation"), (.unit, "On a unit"), (.person, "On a person"),
        (.entry, "On entries of a person's file"), (.role, "On roles in a unit"),
    ]

    static func tables() -> String {
        titles.map { kind, title in
            let rows = Permission.table.filter { $0.kind == kind }.map(line)
            return (["## \(title)", "", head, rule] + rows).joined(separator: "\n")
        }.joined(separator: "\n\n") + "\n"
    }

    static let columns =
        ["may", "operation"] + Role.allCases.map(\.words) + ["the person", "tokens with", "also", "refused"]

    /// The categories that a row can be about: of entries, those that have such a class.
    static func categories(of row: PermissionRow) -> [RecordCategory] {
        guard case .recordClass(let recordClass) = row.variant else { return [.identity] }
        return RecordCategory.allCases.filter { $0.classes.contains(recordClass) }
    }

    private static var head: String { "| " + columns.joined(separator: " | ") + " |" }
    private static var rule: String { "|" + String(repeating: " --- |", count: columns.count) }

    private static func line(_ row: PermissionRow) -> String {
        let roles = Role.allCases.map { role in
            if row.everyone || row.roles.contains(role) { return "yes" }
            return row.keeper && categories(of: row).contains { $0.keeper == role } ? "keeps" : ""
        }
        let concerned =
            switch (row.kind, row.concerned) {
            case (.organisation, _), (.unit, _): ""
            case (_, .may): "yes"
            case (_, .asOthers): "as others"
            case (_, .never): "never"
            }
        let also =
            (row.everyone ? ["everybody signed in"] : []) + (row.glass ? ["glass broken"] : [])
            + (row.calendar ? ["their calendar"] : []) + (row.station ? ["a station"] : [])
            + row.jobs.map { "job: \($0.rawValue)" }.sorted()
        let cells =
            [row.words, "`\(row.name)`"] + roles
            + [
                concerned, row.token.map(\.rawValue).sorted().joined(separator: ", "), also.joined(separator: ", "),
                row.refused == .hidden ? "hidden" : "openly",
            ]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    /// One line of the document.
    struct Line {
        let cells: [String: String]

        subscript(column: String) -> String { cells[column] ?? "" }
    }

    /// All lines of the tables, as they stand in the document.
    static func read(_ text: String) -> [Line] {
        text.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.contains("`") }.map { line in
            let cells = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
            return Line(
                cells: Dictionary(
                    zip(columns, cells.map { $0.trimmingCharacters(in: .whitespaces) }), uniquingKeysWith: { $1 }))
        }
    }
}
