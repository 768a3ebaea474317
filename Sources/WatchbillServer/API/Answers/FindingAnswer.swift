internal import RotaFormats
import RotaModel
import RotaRules

/// A finding as the API tells it.
struct FindingAnswer: APIValue {
    let sentence: String
    let hard: Bool
    let penalty: Int
    let amount: Int
    let person: String?
    let from: String
    let until: String

    init(_ finding: Finding, _ problem: RotaProblem) {
        sentence = finding.sentence
        hard = finding.isHard
        penalty = finding.penalty.value
        amount = finding.amount
        person = finding.person.map { problem[$0].id.rawValue }
        from = problem.date(of: finding.days.lowerBound).description
        until = problem.date(of: finding.days.upperBound).description
    }

    static let schema = JSONSchema.named(
        "Finding",
        .object([
            .always("sentence", .words, "what is missed, in words"),
            .always("hard", .truth, "whether a rota with it is not legal"),
            .always("penalty", .whole(least: nil, most: nil), "what it adds to the rota's"),
            .always("amount", .whole(least: nil, most: nil), "by how much it is missed"),
            .maybe("person", .id, "whose days it is about"),
            .always("from", .date, "the first day it is about"),
            .always("until", .date, "the last day it is about"),
        ]))

    static let example: JSONContent = [
        "sentence": "C. Okafor: rest before E on Tue 6 would be 4 h of 11 h", "hard": true, "penalty": 0, "amount": 420,
        "person": "okafor", "from": "2026-01-05", "until": "2026-01-06",
    ]
}
