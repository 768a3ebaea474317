import CrewRecords

extension PageRenderer {
    /// The page of the organisation's settings.
    func settingsPage(_ retention: Retention, form: String?, refusal: String?) -> String {
        struct Line: Sendable {
            let category: String
            let name: String
            let years: String
            let isFromLeaving: Bool
        }
        struct Model: Sendable {
            let lines: [Line]
            let refusal: String?
            let hasForm: Bool
        }
        let lines = RecordCategory.allCases.map { category in
            let rule = retention.rules[category]
            return Line(
                category: category.rawValue, name: words(for: category), years: rule.map { "\($0.years)" } ?? "",
                isFromLeaving: rule?.from == .leaving)
        }
        var frame = frame(.me, title: language[.settings], problem: nil, style: "text")
        frame.form = form
        return render("settings", Model(lines: lines, refusal: refusal, hasForm: form != nil), frame: frame)
    }
}
