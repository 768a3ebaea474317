internal import CrewRecords
internal import HTTPTypes
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Breaking the glass.
    var glassOperations: [APIOperation] {
        [
            APIOperation(
                method: .post, path: "/people/{person}/glass", id: "breakGlass", group: "Files",
                summary: "Open a person's sealed entries of a category to yourself in an emergency; the person is told",
                asks: Asked(always: [BreakGlass.self]), parameters: [.person],
                body: APIBody(
                    schema: Self.glassRequest,
                    example: ["category": "health", "minutes": 30, "reason": "Found unconscious on the ward."]),
                answer: .json(GlassAnswer.self, "Until when.", status: .created), takesKey: true
            ) { call in
                let (caller, person) = (try call.caller, call.id(.person) as PersonID)
                try await self.store.checkMayBreakGlass(over: person, for: caller)
                let body = try await call.body()
                let answer: @Sendable (GlassGrant) -> APIResult = { grant in
                    .created(GlassAnswer(id: grant.id.rawValue, until: grant.term.until?.rfc3339))
                }
                var random = self.surroundings.random
                let store = try call.store(self.store, for: body, answering: answer)
                return answer(
                    try await store.breakGlass(
                        over: RecordCategory(rawValue: body.text("category") ?? "") ?? .health, of: person,
                        because: Confidential(body.text("reason") ?? ""), lasting: Minutes(body.whole("minutes") ?? 0),
                        for: caller, at: call.now, using: &random))
            }
        ]
    }

    private static let glassRequest = JSONSchema.named(
        "GlassRequest",
        .object([
            .always("category", .choice(of: RecordCategory.self), "of which category"),
            .always("minutes", .whole(least: 1, most: GlassGrant.longest.value), "how long it is to stay broken"),
            .always(
                "reason",
                .text(
                    GlassGrant.reasonLength.lowerBound...GlassGrant.reasonLength.upperBound, isShown: false),
                "why; the person reads it"),
        ]))
}
