import CrewRecords
import RotaModel
import WatchbillStore

extension PageRenderer {
    /// The page of one person of the crew: who they are, and what else can be seen of them.
    func cardPage(_ card: PersonCard, units: UnitTree, isOwn: Bool) -> String {
        struct Model: Sendable {
            let name: String
            let intro: String
            let address: String
            let isOwn: Bool
            let writeTo: String?
            let hasFile: Bool
            let hasAbsences: Bool
            let hasFitness: Bool
            let hasGlass: Bool
            let hasDetails: Bool
            let hasNothing: Bool
        }
        let places = card.member.units.compactMap { units[$0]?.name }
        let parts = [card.member.rank?.name].compactMap(\.self) + places
        return render(
            "card",
            Model(
                name: card.member.name, intro: parts.joined(separator: " · "), address: cardAddress(card.member.id),
                isOwn: isOwn,
                writeTo: isOwn ? nil : "/messages/new?to=\(LocalAddress.inQuery(card.member.id.rawValue))",
                hasFile: card.maySeeFile, hasAbsences: card.maySeeAbsences,
                hasFitness: card.maySeeFitness, hasGlass: card.mayBreakGlass, hasDetails: card.mayChange,
                hasNothing: !card.maySeeFile && !card.maySeeAbsences && !card.maySeeFitness && !card.mayBreakGlass
                    && !card.mayChange),
            frame: frame(.me, title: card.member.name, problem: nil, style: "text"))
    }
}
