internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaFormats
import RotaModel
import WatchbillStore

extension Installation {
    /// What planners do to drafts by hand.
    var draftOperations: [APIOperation] {
        [
            APIOperation(
                method: .post, path: "/builds/{build}/check", id: "checkEdit", group: "Drafts",
                summary: "Tell what a change of cells would break and cost, and change nothing",
                asks: Asked(always: [ReadDrafts.self]), parameters: [.build],
                body: Self.edits,
                answer: .json(ConsequenceAnswer.self, "What it would come to."), problems: [.conflict]
            ) { call in
                let worked = try await self.draft(call.serial(.build), for: try call.visit)
                let request = try EditRequest(try await call.body(), for: worked.loaded.problem)
                let consequence = worked.consequence(of: request.edits(of: worked.draft))
                return .json(ConsequenceAnswer(consequence, of: worked, self.pages.language))
            },
            APIOperation(
                method: .post, path: "/builds/{build}/steps", id: "editDraft", group: "Drafts",
                summary: "Change cells of a draft by hand, whatever it breaks",
                asks: Asked(always: [ReadDrafts.self, BuildRota.self]), parameters: [.build],
                body: Self.edits,
                answer: .json(DraftAnswer.self, "The draft after it."), problems: [.conflict]
            ) { call in
                let (build, visit): (BuildID, Visit) = (call.serial(.build), try call.visit)
                let worked = try await self.draft(build, for: visit)
                try await self.store.check(BuildRota.self, on: worked.stored.order.problem, for: visit.caller)
                let request = try EditRequest(try await call.body(), for: worked.loaded.problem)
                let (after, step) = try await self.edit(build, request, for: visit)
                return .json(DraftAnswer(after, step, for: visit.person.id))
            },
            turn(.undo, id: "undoStep", "Take back your own newest step in a draft"),
            turn(.redo, id: "redoStep", "Do again what you took back last in a draft"),
            APIOperation(
                method: .get, path: "/builds/{build}/steps", id: "listSteps", group: "Drafts",
                summary: "List what planners have done to a draft by hand", asks: Asked(always: [ReadDrafts.self]),
                parameters: [.build, .limit, .after],
                answer: .json(ListAnswer<StepAnswer>.self, "A page of the steps, the first first."),
                problems: [.conflict]
            ) { call in
                let worked = try await self.draft(call.serial(.build), for: try call.visit)
                let steps = try await self.store.draftSteps(of: worked.stored.id, for: try call.caller)
                let last = try self.number(after: call, in: "steps").map { Int($0) } ?? 0
                let page = Page(steps.filter { $0.step.number > last }, of: "steps", limit: call.limit) {
                    $0.step.number
                }
                return .json(
                    ListAnswer(
                        items: page.entries.map { StepAnswer($0, worked.loaded.problem) },
                        next: call.address(after: page.next)))
            },
            APIOperation(
                method: .post, path: "/builds/{build}/branch", id: "branchDraft", group: "Drafts",
                summary: "Make a new draft that is what this one is, to go on beside it",
                asks: Asked(always: [ReadDrafts.self, BuildRota.self]), parameters: [.build],
                answer: .json(
                    BranchAnswer.self, "The build whose draft it is.", status: .created, hasLocation: true),
                takesKey: true
            ) { call in
                let visit = try call.visit
                let answer: @Sendable (BuildID) -> APIResult = {
                    .created(BranchAnswer(build: $0.value), at: "/builds/\($0)")
                }
                return answer(
                    try await self.branch(
                        call.serial(.build), for: visit, in: try call.store(self.store, answering: answer)))
            },
            followDraft,
        ]
    }

    private func turn(_ turn: Turn, id: String, _ summary: String) -> APIOperation {
        APIOperation(
            method: .post, path: "/builds/{build}/\(turn.rawValue)", id: id, group: "Drafts", summary: summary,
            asks: Asked(always: [ReadDrafts.self, BuildRota.self]), parameters: [.build],
            body: APIBody(schema: Self.turnRequest, isRequired: false, example: ["step": 3]),
            answer: .json(DraftAnswer.self, "The draft after it."), problems: [.conflict]
        ) { call in
            let visit = try call.visit
            let worked = try await self.draft(call.serial(.build), for: visit)
            try await self.store.check(BuildRota.self, on: worked.stored.order.problem, for: visit.caller)
            let named = try await call.body().whole("step")
            let (after, step) = try await self.take(turn, named, in: call.serial(.build), for: visit)
            return .json(DraftAnswer(after, step, for: visit.person.id))
        }
    }

    /// As many cells as a page can show, each of some 150 bytes.
    private static let edits = APIBody(
        schema: EditRequest.schema, most: 2 << 20, example: EditRequest.example)

    private static let turnRequest = JSONSchema.named(
        "TurnRequest",
        .object([
            .maybe(
                "step", .serial,
                "the step to take back; if another one is next, nothing is done, so that asking twice does it once")
        ]))

    private var followDraft: APIOperation {
        APIOperation(
            method: .get, path: "/builds/{build}/steps/events", id: "followDraft", group: "Drafts",
            summary: "Follow live what planners do to a draft, as server-sent events",
            asks: Asked(always: [ReadDrafts.self]),
            parameters: [
                .build,
                .query("seen", .count, "the last step seen; the draft as it is now, and no waiting, unless it is said"),
                .lastEventID,
            ],
            answer: APIAnswer(
                status: .ok, words: "Events until the draft may no longer be seen by whoever asks.",
                type: APIAnswer.events, schema: DraftEvents.schema), problems: [.conflict]
        ) { call in
            let worked = try await self.draft(call.serial(.build), for: try call.visit)
            let events = DraftEvents(language: self.pages.language, today: self.today(worked.loaded.problem))
            let look: @Sendable () async throws -> DraftEvents.Look = {
                // Session, token and role may have ended since.
                let visit = try await self.door.visit(call.request)
                let worked = try await self.draft(worked.stored.id, for: visit)
                let steps = try await self.store.draftSteps(of: worked.stored.id, for: visit.caller)
                return DraftEvents.Look(draft: worked, steps: steps, viewer: visit.person.id)
            }
            guard let asked = call.whole("seen") else { return events.now(try await look()) }
            let seen = call.request.headers[.lastEventID].flatMap { Int($0) } ?? asked
            return events.stream(
                self.bell.wakings(for: worked.stored.id, every: .seconds(2)), from: seen, look: look)
        }
    }
}

/// A draft just made beside another.
struct BranchAnswer: APIValue {
    let build: Int64

    static let schema = JSONSchema.named(
        "Branch", .object([.always("build", .serial, "the build by whose number the new draft goes")]))

    static let example: JSONContent = ["build": 2]
}
