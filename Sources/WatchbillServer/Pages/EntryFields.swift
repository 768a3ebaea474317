import CrewRecords
import RotaModel

/// The fields of a form in which an entry is written, with what is in them.
struct EntryFields: Sendable {
    struct Choice: Sendable {
        let value: String
        let name: String
        let isChosen: Bool
    }

    /// One: it is the entry's that is superseded or contested.
    let categories: [Choice]
    let hasCategory: Bool
    let classes: [Choice]
    let hasClass: Bool
    let title: String
    let body: String
    let from: String
    let until: String
    let supersedes: String
    let filesHint: String
}

extension PageRenderer {
    /// - Parameters:
    ///   - categories: to choose from; none where it follows from something else.
    ///   - classes: the same.
    ///   - usual: the class that is chosen unless another one was.
    ///   - typed: what was typed before it was refused; else `content` is in the fields.
    func fields(
        of categories: [RecordCategory], classes: [RecordClass], typed: FormBody?, content: EntryContent?,
        superseding: String = "", usual: RecordClass? = nil
    ) -> EntryFields {
        let (category, recordClass) = (typed?["category"], typed?["class"] ?? usual?.rawValue)
        return EntryFields(
            categories: categories.map {
                EntryFields.Choice(
                    value: $0.rawValue, name: words(for: $0), isChosen: $0.rawValue == category)
            }, hasCategory: !categories.isEmpty,
            classes: classes.map {
                EntryFields.Choice(value: $0.rawValue, name: words(for: $0), isChosen: $0.rawValue == recordClass)
            }, hasClass: !classes.isEmpty, title: typed?["title"] ?? content?.title ?? "",
            body: typed?["body"] ?? content?.body ?? "",
            from: typed?["from"] ?? content?.valid.from?.description ?? "",
            until: typed?["until"] ?? content?.valid.until?.description ?? "", supersedes: superseding,
            filesHint: language.text(
                .filesHint,
                ["count": "\(AttachedFile.mostTogether)", "size": "\(AttachedFile.largest >> 20)"]))
    }
}
