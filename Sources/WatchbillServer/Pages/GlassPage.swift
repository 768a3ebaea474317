import CrewRecords
import RotaModel
import WatchbillStore

extension PageRenderer {
    /// The page on which somebody breaks the glass over a person's sealed entries.
    ///
    /// - Parameters:
    ///   - form: nil for programs, which fill in no forms.
    ///   - typed: what was typed before it was refused.
    func glassPage(_ person: CrewMember, form: String?, refusal: String? = nil, typed: FormBody? = nil) -> String {
        struct Choice: Sendable {
            let value: String
            let name: String
            let isChosen: Bool
        }
        struct Model: Sendable {
            let title: String
            let intro: String
            let address: String
            let hasForm: Bool
            let categories: [Choice]
            let times: [Choice]
            let reasonHint: String
            let reason: String
            let refusal: String?
        }
        let name = ["name": person.name] as KeyValuePairs
        let title = language.text(.glassTitle, name)
        var frame = frame(.me, title: title, problem: nil, style: "text")
        frame.form = form
        let reasonLength = GlassGrant.reasonLength
        return render(
            "glass",
            Model(
                title: title, intro: language.text(.glassIntro, name), address: cardAddress(person.id),
                hasForm: form != nil,
                // Health first: it is what emergencies are about.
                categories: RecordCategory.allCases.reversed().filter { $0.classes.contains(.sealed) }.map {
                    Choice(value: $0.rawValue, name: words(for: $0), isChosen: $0.rawValue == typed?["category"])
                },
                times: [30, 60, 120, GlassGrant.longest.value].map { minutes in
                    Choice(
                        value: "\(minutes)", name: language.text(.glassMinutes, ["minutes": "\(minutes)"]),
                        isChosen: "\(minutes)" == typed?["minutes"])
                },
                reasonHint: language.text(
                    .glassReasonHint,
                    ["least": "\(reasonLength.lowerBound)", "most": "\(reasonLength.upperBound)"]),
                reason: typed?["reason"] ?? "", refusal: refusal),
            frame: frame)
    }
}
