internal import CrewRecords
internal import Hummingbird
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Settings of the whole organisation: how long entries are kept.
    func addSettings(to routes: inout Routes) {
        routes.get("/settings", asks: [ChangeSettings.self]) { visit, _, _ in .html(try await self.settingsPage(visit))
        }
        routes.post("/settings/retention", asks: [ChangeSettings.self]) { visit, request, _ in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            do {
                try await self.store.setRetention(try Self.retention(of: form), for: visit.caller)
                return .see("/settings")
            } catch let error as RecordError {
                return .html(
                    try await self.settingsPage(visit, refusal: error.message), status: ServerProblem(error).status)
            }
        }
    }

    private func settingsPage(_ visit: Visit, refusal: String? = nil) async throws -> String {
        pages.settingsPage(
            try await store.retention(for: visit.caller), form: door.formToken(for: visit), refusal: refusal)
    }

    /// `years-health` and `start-health`; without years there is no rule.
    private static func retention(of form: FormBody) throws -> Retention {
        var rules: [RecordCategory: RetentionRule] = [:]
        for category in RecordCategory.allCases {
            guard let years: Int = try form.number("years-\(category.rawValue)") else { continue }
            let name = form["start-\(category.rawValue)"] ?? ""
            guard let start = RetentionRule.Start(rawValue: name) else {
                throw ServerProblem.badValue("start-\(category.rawValue)", name, expected: "writing or leaving")
            }
            rules[category] = try RetentionRule(checking: years, from: start)
        }
        return Retention(rules)
    }
}
