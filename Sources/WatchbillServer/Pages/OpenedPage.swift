import CrewRecords

extension PageRenderer {
    /// The page of a sealed reason that was opened, and that this was logged.
    ///
    /// - Parameter kind: what stands above the reason; nil: nothing.
    func openedPage(
        title: String, kind: String? = nil, _ reason: String, of name: String, isOwn: Bool, back: String
    ) -> String {
        struct Model: Sendable {
            let title: String
            let intro: String
            let kind: String?
            let reason: [String]
            let hasNoReason: Bool
            let back: String
        }
        let lines = reason.split(separator: "\n").map(String.init)
        return render(
            "opened",
            Model(
                title: title, intro: isOwn ? language[.openedOwnNote] : language.text(.openedNote, ["name": name]),
                kind: kind, reason: lines, hasNoReason: lines.isEmpty, back: back),
            frame: frame(.me, title: title, problem: nil, style: "text"))
    }
}
