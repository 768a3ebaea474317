import CrewRecords
import RotaModel
import WatchbillStore

/// What a page of somebody's absences shows, one's own or another's.
struct AwayPageRequest: Sendable {
    var absences: PersonAbsences
    /// Those that can end before their last date.
    var returns: [OpenReturn] = []
    var isOwn: Bool
    /// Of the page and its form.
    var address: String
    /// Nil for programs, which fill in no forms.
    var form: String?
    var refusal: String?
    /// What was typed before it was refused.
    var typed: FormBody?
    /// What leave is left, where whoever it concerns has asked.
    var balance: String?
}

extension PageRenderer {
    func awayPage(_ request: AwayPageRequest) -> String {
        struct Line: Sendable {
            let id: String
            let days: String
            let state: String
        }
        struct Return: Sendable {
            let id: String
            let days: String
            let asked: String?
            let value: String
            let first: String
            let last: String
        }
        struct Kind: Sendable {
            let value: String
            let name: String
            let isChosen: Bool
        }
        struct Model: Sendable {
            let title: String
            let intro: String
            let address: String
            let isOwn: Bool
            let away: [String]
            let isNeverAway: Bool
            let requests: [Line]
            let records: [Line]
            let hasRequests: Bool
            let hasRecords: Bool
            let recordsTitle: String
            let openWords: String
            let hasForm: Bool
            let formTitle: String
            let kinds: [Kind]
            let first: String
            let last: String
            let from: String
            let until: String
            let reason: String
            let refusal: String?
            let balance: String?
            let returns: [Return]
            let hasReturns: Bool
            let backWords: String
        }
        let (absences, isOwn, typed) = (request.absences, request.isOwn, request.typed)
        func line(_ absence: StoredAbsence) -> Line {
            Line(id: absence.id.rawValue, days: days(of: absence.away), state: words(for: absence.state))
        }
        let name = ["name": absences.name] as KeyValuePairs
        let title = isOwn ? language[.awayOwn] : language.text(.awayTitle, name)
        var frame = frame(.me, title: title, problem: nil, style: "text")
        frame.form = request.form
        return render(
            "away",
            Model(
                title: title, intro: isOwn ? language[.awayOwnIntro] : language.text(.awayIntro, name),
                address: request.address, isOwn: isOwn, away: isOwn ? [] : absences.away.map(days),
                isNeverAway: isOwn ? absences.records?.isEmpty ?? true : absences.away.isEmpty,
                requests: (absences.requests ?? []).map(line), records: (absences.records ?? []).map(line),
                hasRequests: absences.requests?.isEmpty == false, hasRecords: absences.records?.isEmpty == false,
                recordsTitle: isOwn ? language[.awayAll] : language[.awayRecords],
                openWords: isOwn ? language[.awayShow] : language[.awayOpen],
                hasForm: request.form != nil && (isOwn || absences.requests != nil),
                formTitle: isOwn ? language[.awayAsk] : language[.awayNote],
                kinds: AbsenceGround.Kind.allCases.map {
                    Kind(value: $0.rawValue, name: words(for: $0), isChosen: $0.rawValue == typed?["kind"])
                }, first: typed?["first"] ?? "", last: typed?["last"] ?? "", from: typed?["from"] ?? "",
                until: typed?["until"] ?? "", reason: typed?["reason"] ?? "", refusal: request.refusal,
                balance: request.balance,
                returns: request.returns.map { open in
                    Return(
                        id: open.absence.rawValue, days: days(of: open.away),
                        asked: open.asked.map { language.text(.backWaits, ["day": language.day($0)]) },
                        value: open.asked?.description ?? "", first: open.away.first.advanced(by: 1).description,
                        last: open.away.last.description)
                }, hasReturns: request.form != nil && !request.returns.isEmpty,
                backWords: language[isOwn ? .backSay : .backAgree]),
            frame: frame)
    }

    /// Why somebody is away: shown this once to whoever opened it.
    func groundPage(_ ground: Confidential<AbsenceGround>, of name: String, isOwn: Bool, back: String) -> String {
        let (kind, reason) = told(ground)
        return openedPage(
            title: isOwn ? language[.openedOwnAway] : language.text(.openedAway, ["name": name]), kind: kind, reason,
            of: name, isOwn: isOwn, back: back)
    }

    /// What a ground says, in words.
    func told(_ ground: Confidential<AbsenceGround>) -> (kind: String, reason: String) {
        let told = ground.reveal()
        return (words(for: told.kind), told.reason)
    }

    /// `6 Jan 2026`, `6 Jan 2026 14:00 – 9 Jan 2026`.
    func days(of away: Away) -> String {
        func end(_ date: CalendarDate, _ time: LocalTime?) -> String {
            time.map { "\(language.long(date)) \($0)" } ?? language.long(date)
        }
        if away.first == away.last, away.from == nil, away.until == nil { return language.long(away.first) }
        return language.text(
            .rangeOfDays, ["first": end(away.first, away.from), "last": end(away.last, away.until)])
    }

    func words(for state: AbsenceRecord.State) -> String {
        switch state {
        case .asked: language[.absenceAsked]
        case .granted: language[.absenceGranted]
        case .refused: language[.absenceRefused]
        }
    }

    private func words(for kind: AbsenceGround.Kind) -> String {
        switch kind {
        case .holiday: language[.kindHoliday]
        case .illness: language[.kindIllness]
        case .family: language[.kindFamily]
        case .training: language[.kindTraining]
        case .duty: language[.kindDuty]
        case .other: language[.kindOther]
        }
    }
}
