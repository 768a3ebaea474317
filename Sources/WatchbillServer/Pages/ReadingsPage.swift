import CrewRecords
import RotaModel
import WatchbillStore

/// What the page of who looked shows.
struct ReadingsPageRequest: Sendable {
    /// How many readings stand on one page.
    static let most = 100

    var visit: Visit
    /// The newest first.
    var readings: [NamedReading]
    /// How many are left out by the page of earlier ones; nil if there are no more.
    var next: Int?
    var glass: [OwnGlass]
    var notices: [StoredNotice]
    var now: Instant
    var zone: Zone
    /// Nil for programs, which fill in no forms.
    var form: String?
}

extension PageRenderer {
    func readingsPage(_ request: ReadingsPageRequest) -> String {
        struct Notice: Sendable {
            let id: String
            let text: String
            let note: String
            let isUnseen: Bool
        }
        struct Glass: Sendable {
            let text: String
            let note: String
            let reason: String
        }
        struct Reading: Sendable {
            let who: String
            let what: String
            let why: String
        }
        struct Model: Sendable {
            let notices: [Notice]
            let hasNotices: Bool
            let glass: [Glass]
            let hasGlass: Bool
            let readings: [Reading]
            let hasNone: Bool
            let next: String?
        }
        func moment(_ instant: Instant) -> String { language.moment(instant, in: request.zone) }
        let own = request.visit.person.id
        let notices = request.notices.map { notice in
            Notice(
                id: notice.glass.rawValue,
                text: language.text(
                    notice.person == own ? .noticeOwnGlass : .noticeGlass,
                    [
                        "reader": notice.reader, "name": notice.personName, "category": words(for: notice.category),
                        "time": moment(notice.until),
                    ]), note: moment(notice.told), isUnseen: notice.seen == nil && request.form != nil)
        }
        let glass = request.glass.map { broken in
            Glass(
                text: language.text(
                    .glassBroken, ["reader": broken.reader, "category": words(for: broken.grant.category)]),
                note: language.text(
                    .glassTerm,
                    [
                        "from": moment(broken.grant.term.from),
                        "until": broken.grant.term.until.map(moment) ?? "",
                    ]), reason: broken.reason.reveal())
        }
        let readings = request.readings.map { own in
            let reading = own.reading
            return Reading(
                who: reading.reason == .own ? language[.readingYou] : own.reader,
                what: language.text(
                    .readingOf, ["category": words(for: reading.category), "time": moment(reading.at)]),
                why: words(for: reading.reason))
        }
        var frame = frame(.me, title: language[.readings], problem: nil, style: "text")
        frame.form = request.form
        return render(
            "readings",
            Model(
                notices: notices, hasNotices: !notices.isEmpty, glass: glass, hasGlass: !glass.isEmpty,
                readings: readings, hasNone: readings.isEmpty,
                next: request.next.map { "/me/readings?skip=\($0)" }),
            frame: frame)
    }

    private func words(for reason: ReadingEntry.Reason) -> String {
        switch reason {
        case .own: language[.readingOwn]
        case .role(let role): language.text(.readingRole, ["role": words(for: role)])
        case .glass: language[.readingGlass]
        }
    }
}
