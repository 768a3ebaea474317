internal import CrewRecords
internal import HTTPTypes
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// How long entries are kept.
    var settingsOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/settings/retention", id: "readRetention", group: "Settings",
                summary: "Tell how long entries are kept", asks: Asked(always: [ChangeSettings.self]),
                answer: .json(RetentionAnswer.self, "The rules.")
            ) { call in .json(RetentionAnswer(try await self.store.retention(for: try call.caller))) },
            APIOperation(
                method: .put, path: "/settings/retention", id: "replaceRetention", group: "Settings",
                summary: "Say how long entries are kept; what is due is erased when the job next runs",
                asks: Asked(always: [ChangeSettings.self]), parameters: [.ifMatch],
                body: APIBody(schema: RetentionAnswer.schema, example: RetentionAnswer.example),
                answer: .nothing("The rules are these.")
            ) { call in
                let caller = try call.caller
                let known = try await self.store.retention(for: caller)
                if !call.replacesAnything { try call.checkReplaces(JSONBytes.of(RetentionAnswer(known))) }
                let body = try await call.body()
                try await self.store.setRetention(
                    Self.retention(body), replacing: call.replacesAnything ? nil : known, for: caller)
                return .nothing
            },
        ]
    }

    private static func retention(_ body: ReadBody) -> Retention {
        guard case .list(let rules) = body["rules"] else { return Retention([:]) }
        let found = rules.compactMap { rule -> (RecordCategory, RetentionRule)? in
            let part = ReadBody(bytes: [], content: rule)
            guard let category = part.text("category").flatMap(RecordCategory.init(rawValue:)),
                let start = part.text("from").flatMap(RetentionRule.Start.init(rawValue:))
            else { return nil }
            return (category, RetentionRule(years: part.whole("years") ?? 0, from: start))
        }
        return Retention(Dictionary(found, uniquingKeysWith: { $1 }))
    }
}
