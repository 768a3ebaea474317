import ArgumentParser
import Foundation
import RotaModel
import RotaSolver

/// Finds what `--away` names in a problem: `P:FROM..TO`, `P:DATE`, or `P:FROM..` to the end of the period.
enum AwayArgument {
    /// - Throws: `ValidationError` with what is expected, or with the nearest name or the days there are.
    static func away(_ text: String, in problem: RotaProblem) throws -> Away {
        guard let colon = text.lastIndex(of: ":"), colon > text.startIndex, text.index(after: colon) < text.endIndex
        else {
            throw ValidationError(
                "--away is \"\(text)\"; a person and days are expected: PERSON:FROM..TO, PERSON:DATE or PERSON:FROM..")
        }
        let person = try CellArgument.person(String(text[..<colon]), in: problem)
        let span = String(text[text.index(after: colon)...])
        guard let dots = span.range(of: "..") else {
            let day = try CellArgument.day(span, in: problem)
            return Away(person: person, days: day...day)
        }
        let first = try CellArgument.day(String(span[..<dots.lowerBound]), in: problem)
        let end = String(span[dots.upperBound...])
        let last = end.isEmpty ? DayIndex(problem.dayCount - 1) : try CellArgument.day(end, in: problem)
        guard first <= last else {
            throw ValidationError(
                "--away is \"\(text)\", whose last day is before its first; the earlier one comes first.")
        }
        return Away(person: person, days: first...last)
    }
}
