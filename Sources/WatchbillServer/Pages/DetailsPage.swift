import CrewRecords
import RotaModel
import WatchbillStore

/// The lists of a person's details, by the names that a form has for them.
enum DetailPart: String, CaseIterable {
    case unit, rank, contract, qualification

    var phrase: Phrase {
        switch self {
        case .unit: .detailsUnits
        case .rank: .detailsRanks
        case .contract: .detailsContracts
        case .qualification: .detailsQualifications
        }
    }

    var one: Phrase {
        switch self {
        case .unit: .crewUnit
        case .rank: .detailsRank
        case .contract: .detailsContract
        case .qualification: .detailsQualification
        }
    }
}

/// What the page of a person's details shows.
struct DetailsPageRequest: Sendable {
    /// As they are, or as they were typed before they were refused.
    var person: PersonEntry
    var choices: DetailChoices
    /// As they are called now; nil: somebody new.
    var name: String?
    /// What the form carries along of the details that it changes.
    var known: String
    var form: String?
    var refusal: String?
}

extension PageRenderer {
    func detailsPage(_ request: DetailsPageRequest) -> String {
        struct Choice: Sendable {
            let value: String
            let name: String
            let isChosen: Bool
        }
        struct Row: Sendable {
            let field: String
            let label: String
            let choices: [Choice]
            let from: String
            let until: String
        }
        struct Part: Sendable {
            let title: String
            let rows: [Row]
        }
        struct Model: Sendable {
            let title: String
            let intro: String
            let address: String
            let back: String
            let isNew: Bool
            let id: String
            let name: String
            let known: String
            let parts: [Part]
            let save: String
            let refusal: String?
        }
        let (person, choices) = (request.person, request.choices)
        func rows<Kind>(
            _ part: DetailPart, _ held: [Held<Identifier<Kind>>], of all: [(id: Identifier<Kind>, name: String)]
        ) -> Part {
            // One more row than there are, for one more.
            let rows = (0...held.count).map { number in
                let thing = number < held.count ? held[number] : nil
                var offered = all
                // What somebody has stays theirs, though whoever changes it may not give it.
                if let thing, !all.contains(where: { $0.id == thing.id }) {
                    offered.insert((thing.id, thing.id.rawValue), at: 0)
                }
                return Row(
                    field: "\(part.rawValue)-\(number)", label: "\(language[part.one]) \(number + 1)",
                    choices: offered.map { Choice(value: $0.id.rawValue, name: $0.name, isChosen: $0.id == thing?.id) },
                    from: thing?.valid.from?.description ?? "", until: thing?.valid.until?.description ?? "")
            }
            return Part(title: language[part.phrase], rows: rows)
        }
        let parts = DetailPart.allCases.map { part in
            switch part {
            case .unit: rows(part, person.memberships, of: choices.units.map { ($0.id, $0.name) })
            case .rank: rows(part, person.ranks, of: choices.ranks.map { ($0.id, $0.name) })
            case .contract: rows(part, person.contracts, of: choices.contracts.map { ($0.id, $0.name) })
            case .qualification:
                rows(part, person.qualifications, of: choices.qualifications.map { ($0.id, $0.name) })
            }
        }
        let title = request.name.map { language.text(.detailsOf, ["name": $0]) } ?? language[.personAdd]
        let isNew = request.name == nil
        var frame = frame(.me, title: title, problem: nil, style: "text")
        frame.form = request.form
        return render(
            "details",
            Model(
                title: title, intro: language[.detailsIntro],
                address: isNew ? "/people/new" : "\(cardAddress(person.id))/details",
                back: isNew ? "/crew" : cardAddress(person.id), isNew: isNew, id: person.id.rawValue,
                name: person.name, known: request.known, parts: parts,
                save: language[isNew ? .personAdd : .detailsSave], refusal: request.refusal), frame: frame)
    }
}
