import CrewRecords
import RotaModel
import WatchbillStore

/// What the page of a search shows.
struct SearchPageRequest: Sendable {
    /// What was searched for, as it was typed.
    var typed: String
    var zone: Zone
    /// Nil: nothing was searched for yet.
    var page: SearchPage?
    var refusal: String?
}

extension PageRenderer {
    func searchPage(_ request: SearchPageRequest) -> String {
        struct Person: Sendable {
            let name: String
            let rank: String
            let address: String
        }
        struct Part: Sendable {
            let text: String
            let isHit: Bool
        }
        struct Hit: Sendable {
            let title: String
            let name: String
            let address: String
            let note: String
            let parts: [Part]
        }
        struct Model: Sendable {
            let typed: String
            let refusal: String?
            let people: [Person]
            let hasPeople: Bool
            let hits: [Hit]
            let hasHits: Bool
            let hasNothing: Bool
            let next: String?
        }
        let page = request.page
        let people = (page?.people ?? []).map {
            Person(name: $0.name, rank: $0.rank?.name ?? "", address: cardAddress($0.id))
        }
        let hits = (page?.hits ?? []).map { hit in
            Hit(
                title: hit.title, name: hit.name, address: entryAddress(hit.id, of: hit.person),
                note: "\(words(for: hit.category)) · \(language.moment(hit.writtenAt, in: request.zone))",
                parts: hit.excerpt.parts.map { Part(text: $0.text, isHit: $0.isHit) })
        }
        let next = page?.next.map {
            "/search?q=\(LocalAddress.inQuery(request.typed))&after=\(LocalAddress.inQuery($0.rawValue))"
        }
        return render(
            "search",
            Model(
                typed: request.typed, refusal: request.refusal, people: people, hasPeople: !people.isEmpty, hits: hits,
                hasHits: !hits.isEmpty, hasNothing: page != nil && people.isEmpty && hits.isEmpty, next: next),
            frame: frame(.me, title: language[.search], problem: nil, style: "text"))
    }
}
