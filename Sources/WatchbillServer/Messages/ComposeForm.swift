internal import CrewMessages
internal import CrewRecords
internal import Foundation
import RotaModel
internal import WatchbillStore

/// The form by which a message is written: whom it is for, what it says, and whether it wants an answer.
struct ComposeForm: Sendable {
    /// Before a person's id, the name of the box by which they are chosen.
    static let personField = "who:"
    static let deadlines = [15, 30, 60, 240, 1440, 4320]

    /// Whom in the unit it is for.
    enum Group: Hashable, Sendable {
        case chosen
        case everybody
        case onWatch
        case rank(String)

        init?(_ text: String) {
            switch text {
            case "": self = .chosen
            case "all": self = .everybody
            case "watch": self = .onWatch
            default:
                guard text.hasPrefix("rank:") else { return nil }
                self = .rank(String(text.dropFirst(5)))
            }
        }
    }

    struct Person: Sendable {
        let id: String
        let name: String
        let rank: String?
        let isChosen: Bool
    }

    let title: String
    let refusal: String?
    let units: [FormField.Option]
    let unit: String
    let groups: [FormField.Option]
    let people: [Person]
    let text: String
    let link: String
    let isUrgent: Bool
    let isConfidential: Bool
    let wantsAnswer: Bool
    let choices: String
    let deadlines: [FormField.Option]
    /// How many answers settle it; empty: everybody's.
    let need: String
    let chain: [FormField.Option]
    let remind: Bool
}

extension LocalAddress {
    /// Where a message leads on our pages, as it is typed: an address of a page here, whole or from the slash on.
    ///
    /// - Parameter server: this one's own address, without a path.
    /// - Throws: `FormFault` for anything else.
    static func link(_ typed: String, at server: String, _ language: Language) throws(FormFault) -> String? {
        guard !typed.isEmpty else { return nil }
        let path = typed.hasPrefix(server + "/") ? String(typed.dropFirst(server.count)) : typed
        guard path.hasPrefix("/"), LocalAddress(path).text == path else {
            throw FormFault(language.text(.composeNoLink, ["value": typed]))
        }
        return path
    }
}

extension FormBody {
    /// What an answer is wanted to, if one is.
    ///
    /// - Throws: `FormFault`.
    func demand(in unit: UnitID, at now: Instant, _ language: Language) throws(FormFault) -> AnswerDemand? {
        guard self["wants"] == "yes" else { return nil }
        guard let minutes = Int(text("within")), ComposeForm.deadlines.contains(minutes) else {
            throw FormFault(language.text(.composeNoDeadline, ["value": text("within")]))
        }
        let choices = lines("choices").split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
        var need = AnswerDemand.Need.everybody
        if !text("need").isEmpty {
            guard let count = Int(text("need")), (1...2000).contains(count) else {
                throw FormFault(language.text(.composeNoCount, ["value": text("need")]))
            }
            need = .answers(count)
        }
        let chain: [ChainLink] =
            switch text("chain") {
            case "lead": [.leadOnWatch(unit)]
            case "watch": [.onWatch(unit)]
            case let person where !person.isEmpty: [.person(PersonID(person))]
            default: []
            }
        let deadline = now.adding(.minutes(minutes))
        return AnswerDemand(
            choices: choices, need: need, deadline: deadline,
            reminder: self["remind"] == "yes" ? now.adding(.seconds(minutes * 30)) : nil, chain: chain,
            patience: Minutes(min(minutes, 60)))
    }
}
