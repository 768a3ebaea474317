internal import CrewRecords
internal import HTTPTypes
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Whether people are fit. What is decided, many see; why, few, and each time it is logged.
    var fitnessOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/people/{person}/fitness", id: "readFitness", group: "Fitness",
                summary: "Tell whether a person is fit",
                asks: Asked(always: [ReadFitness.self], also: [ReadSealedEntry.self]), parameters: [.person],
                answer: .json(FitnessAnswer.self, "What is told of it.")
            ) { call in
                .json(
                    FitnessAnswer(
                        try await self.store.fitness(of: call.id(.person), for: try call.caller, at: call.now)))
            },
            APIOperation(
                method: .post, path: "/people/{person}/fitness", id: "decideFitness", group: "Fitness",
                summary: "Decide whether a person is fit", asks: Asked(always: [DecideFitness.self]),
                parameters: [.person],
                body: APIBody(
                    schema: Self.fitnessRequest, most: 256 << 10, example: ["state": "limits", "limits": ["noNights"]]),
                answer: .json(WrittenAnswer.self, "The decision's id.", status: .created), takesKey: true
            ) { call in
                let (caller, person) = (try call.caller, call.id(.person) as PersonID)
                try await self.store.check(DecideFitness.self, on: person, for: caller)
                let body = try await call.body()
                var random = self.surroundings.random
                let store = try call.store(self.store, for: body, answering: Self.written)
                return Self.written(
                    try await store.decideFitness(
                        try Fitness(body), of: person, because: Confidential(body.text("reason") ?? ""), for: caller,
                        at: call.now, using: &random))
            },
            APIOperation(
                method: .post, path: "/people/{person}/fitness/{decision}/reason", id: "openReason", group: "Fitness",
                summary: "Open why that was decided; it is logged, and the person sees it",
                asks: Asked(always: [ReadSealedEntry.self]), parameters: [.person, Self.decision],
                answer: .json(ReasonAnswer.self, "Why.")
            ) { call in
                let reason = try await self.store.fitnessReason(
                    call.id(Self.decision), of: call.id(.person), for: try call.caller, at: call.now)
                return .json(ReasonAnswer(reason: reason.reveal()))
            },
        ]
    }

    private static let decision = APIParameter.path(
        "decision", .id, "the decision's id", example: "Zk1hWgU3pYQhKcJmZ5v0Pw")

    private static let fitnessRequest = JSONSchema.named(
        "FitnessRequest",
        .object(
            FitAnswer.fields + [
                .maybe("reason", .text(0...EntryContent.longestBody, isShown: false), "why; sealed")
            ]))
}

extension Fitness {
    /// - Throws: `ServerProblem` if the day is missing on which the person is fit again.
    fileprivate init(_ body: ReadBody) throws(ServerProblem) {
        switch body.text("state") {
        case "limits": self = .fitWithLimits(body.texts("limits").compactMap(DutyLimit.init(rawValue:)))
        case "unfit":
            guard let again = body.text("until").flatMap({ CalendarDate($0) }) else {
                throw .badBody([
                    RequestFault(pointer: "", detail: "until is missing: the first day of being fit again.")
                ])
            }
            self = .notFitUntil(again)
        default: self = .fit
        }
    }
}
