internal import CrewRecords
internal import HTTPTypes
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Ways to do without somebody.
    var repairOperations: [APIOperation] {
        [
            APIOperation(
                method: .post, path: "/builds/{build}/repairs", id: "findRepairs", group: "Drafts",
                summary: "Look for repairs of a draft in which people drop out, and change nothing",
                asks: Asked(always: [ReadDrafts.self, BuildRota.self]), parameters: [.build],
                body: APIBody(schema: AwayRequest.schema, example: AwayRequest.example),
                answer: .json(
                    RepairsAnswer.self, "The repairs by rank; one is taken by sending its step to the draft."),
                problems: [.conflict]
            ) { call in
                let rota = try await self.draftToRepair(call.serial(.build), for: try call.visit)
                let asked = try AwayRequest(try await call.body(), in: rota.loaded.problem)
                return .json(RepairsAnswer(try await self.repairs(of: rota, asked)))
            }
        ]
    }
}
