internal import CrewRecords
internal import HTTPTypes
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Published rotas, and one's own shifts in them.
    var publishedOperations: [APIOperation] {
        [
            APIOperation(
                method: .post, path: "/builds/{build}/publish", id: "publishRota", group: "Published rotas",
                summary: "Publish a build's rota as the next version of its unit's",
                asks: Asked(always: [ReadDrafts.self, PublishRota.self]), parameters: [.build],
                body: APIBody(
                    schema: .named(
                        "Publication",
                        .object([.maybe("note", .name(upTo: StoredVersion.longestNote), "what there is to say of it")])),
                    isRequired: false, example: ["note": "First"]),
                answer: .json(VersionAnswer.self, "The version.", status: .created, hasLocation: true),
                takesKey: true, problems: [.conflict]
            ) { call in try await self.publish(call) },
            APIOperation(
                method: .get, path: "/units/{unit}/versions", id: "listVersions", group: "Published rotas",
                summary: "List the published versions of a unit's rota", asks: Asked(always: [ReadRota.self]),
                parameters: [.unit, .limit, .after],
                answer: .json(ListAnswer<VersionAnswer>.self, "A page of versions, the newest first.")
            ) { call in
                let last = try self.number(after: call, in: "versions").map { Int($0) }
                let found = try await self.store.versions(
                    of: call.id(.unit), after: last, limit: call.limit + 1, for: try call.caller)
                let page = Page(found, of: "versions", limit: call.limit) { $0.number }
                return .json(
                    ListAnswer(items: page.entries.map { VersionAnswer($0) }, next: call.address(after: page.next)))
            },
            APIOperation(
                method: .get, path: "/units/{unit}/versions/{version}", id: "readVersion", group: "Published rotas",
                summary: "Tell a published version with its shifts", asks: Asked(always: [ReadRota.self]),
                parameters: [.unit, Self.version], answer: .json(PublishedRotaAnswer.self, "The version.")
            ) { call in .json(PublishedRotaAnswer(try await self.version(call))) },
            APIOperation(
                method: .get, path: "/units/{unit}/versions/{version}/changes", id: "readChanges",
                group: "Published rotas", summary: "Tell what a published version changed",
                asks: Asked(always: [ReadRota.self]),
                parameters: [
                    .unit, Self.version,
                    .query(
                        "since", .serial, "the version to compare it with; the one that it supersedes unless it is said"
                    ),
                ],
                answer: .json(ChangesAnswer.self, "The changes.")
            ) { call in
                let shown = try await self.version(call)
                let since = call.whole("since") ?? shown.version.supersedes
                let changes = try await self.changes(to: shown, from: since, try call.visit)
                return .json(ChangesAnswer(changes, in: shown.version, since: since))
            },
            APIOperation(
                method: .get, path: "/units/{unit}/versions/{version}/hours", id: "readHours",
                group: "Published rotas",
                summary:
                    "Tell what the shifts of a published version come to by person, and what was worked as far as you may know it",
                asks: Asked(always: [ReadRota.self], also: [ReadAttendance.self, ReadSchedule.self]),
                parameters: [.unit, Self.version],
                answer: .json(HoursAnswer.self, "The hours.")
            ) { call in
                let shown = try await self.version(call)
                return .json(HoursAnswer(shown, try await self.worked(of: shown, try call.visit)))
            },
            APIOperation(
                method: .get, path: "/me/shifts", id: "listOwnShifts", group: "Published rotas",
                summary: "List your own published shifts", asks: Asked(always: [ReadSchedule.self]),
                parameters: [
                    .query("from", .date, "the first date; today unless it is said"),
                    .query("to", .date, "the last date; as far as is published unless it is said"),
                ],
                answer: .json(OwnShiftsAnswer.self, "The shifts.")
            ) { call in
                let date = { (name: String) in call.text(name).flatMap { CalendarDate($0) } }
                let from = date("from") ?? self.today(in: .utc)
                let own = try await self.ownShifts(try call.visit, since: from)
                let shifts = own.shifts.shifts.filter { shift in
                    shift.date >= from && date("to").map { shift.date <= $0 } ?? true
                }
                return .json(OwnShiftsAnswer(shifts: shifts.map { OwnShiftsAnswer.Shift($0) }))
            },
        ]
    }

    static let version = APIParameter.path("version", .serial, "the version's number", example: 1)

    func version(_ call: APICall) async throws -> ShownVersion {
        try shown(
            try await store.version(
                call.whole(Self.version.name) ?? 0, of: call.id(.unit), for: try call.caller))
    }

    private func publish(_ call: APICall) async throws -> APIResult {
        let visit = try call.visit
        let view = try await build(call.serial(.build), for: visit)
        let loaded = try await problem(view.order.problem, for: visit)
        try await store.check(PublishRota.self, on: loaded.id, for: visit.caller)
        let body = try await call.body()
        let answer: @Sendable (StoredVersion) -> APIResult = { version in
            let unit = LocalAddress.inQuery(version.unit.rawValue)
            return .created(VersionAnswer(version), at: "/units/\(unit)/versions/\(version.number)")
        }
        let version = try await call.store(store, for: body, answering: answer).publish(
            view.id, of: RotaPlan(loaded.problem), note: body.text("note"),
            telling: try await publishNotices(of: view, loaded, visit), at: surroundings.now(), for: visit.caller)
        return answer(version)
    }
}
