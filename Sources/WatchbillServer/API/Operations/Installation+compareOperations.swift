internal import CrewRecords
internal import HTTPTypes
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Drafts and versions side by side.
    var compareOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/compare", id: "compareRotas", group: "Rotas",
                summary: "Compare two drafts or published versions of a unit", asks: Asked(always: [ReadDrafts.self]),
                parameters: [
                    .query(
                        "a", .text(1...40), "the first: build:3 a build's or its draft's, version:2 a published one",
                        isRequired: true, example: "build:1"),
                    .query("b", .text(1...40), "the second, named alike", isRequired: true, example: "build:1"),
                    .query("unit", .id, "whose they are; that of a build among them unless it is said"),
                ],
                answer: .json(ComparisonAnswer.self, "What each costs, and whose days differ."), problems: [.conflict]
            ) { call in
                let visit = try call.visit
                try await self.store.checkSomewhere(ReadDrafts.self, for: visit.caller)
                let (a, b) = (
                    try Self.rotaName(call.text("a") ?? "", "a"), try Self.rotaName(call.text("b") ?? "", "b")
                )
                let unit = try await self.comparedUnit(a, b, named: call.text("unit").map { UnitID($0) }, visit)
                return .json(
                    ComparisonAnswer(try await self.comparison(from: a, to: b, in: unit, for: visit), self.pages))
            }
        ]
    }
}
