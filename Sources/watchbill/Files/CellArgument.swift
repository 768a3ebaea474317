import ArgumentParser
import RotaModel

/// Finds what `--person` and `--day` name in a problem.
enum CellArgument {
    /// By id, or by name whatever its case.
    ///
    /// - Throws: `ValidationError` with the nearest name there is.
    static func person(_ text: String, in problem: RotaProblem) throws -> PersonIndex {
        if let index = problem.index(of: PersonID(text)) { return index }
        let named = problem.people.indices.filter { problem.people[$0].name.lowercased() == text.lowercased() }
        if let only = named.first, named.count == 1 { return PersonIndex(only) }
        if named.count > 1 {
            let ids = named.map { problem.people[$0].id.rawValue }.joined(separator: ", ")
            throw ValidationError("\(named.count) people are called \"\(text)\"; name one by id: \(ids).")
        }
        let known = problem.people.flatMap { [$0.id.rawValue, $0.name] }
        throw ValidationError("There is no person \"\(text)\".\(hint(for: text, in: known))")
    }

    /// By date, or by number: 0 is the first day of the period.
    ///
    /// - Throws: `ValidationError` with the days there are.
    static func day(_ text: String, in problem: RotaProblem) throws -> DayIndex {
        if let date = CalendarDate(text) {
            if let day = problem.day(of: date) { return day }
        } else if let number = Int(text), (0..<problem.dayCount).contains(number) {
            return DayIndex(number)
        }
        throw ValidationError(
            "There is no day \"\(text)\"; the period is \(problem.start) to \(problem.end), or 0 to"
                + " \(problem.dayCount - 1).")
    }

    private static func hint(for text: String, in names: [String]) -> String {
        NearMiss.nearest(to: text, in: names).map { " Did you mean \"\($0)\"?" } ?? ""
    }
}
