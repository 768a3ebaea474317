import CrewRecords
import RotaFormats
import RotaModel
import WatchbillStore

/// What the page of one's own calendar shows.
struct CalendarPageRequest: Sendable {
    /// Revoked ones, too, which are not shown.
    var feeds: [CalendarFeed]
    /// In whose clock times are told.
    var zone: Zone
    var form: String?
    /// The address just made, which is shown this once.
    var made: String?
    var refusal: String?
}

extension PageRenderer {
    func calendarPage(_ request: CalendarPageRequest) -> String {
        struct Model: Sendable {
            let title: String
            let refusal: String?
            let made: String?
            /// The same, as calendar programs take it over from a browser.
            let opening: String?
            let feeds: [Line]
            let hasNone: Bool
            let most: Int
        }
        let feeds = lines(request.feeds.filter { $0.revoked == nil }, in: request.zone)
        var frame = frame(.today, title: language[.calendarTitle], problem: nil, style: "text")
        frame.form = request.form
        let opening = request.made.flatMap { address in
            address.firstRange(of: "://").map { "webcal\(address[$0.lowerBound...])" }
        }
        return render(
            "calendar",
            Model(
                title: language[.calendarTitle], refusal: request.refusal, made: request.made, opening: opening,
                feeds: feeds, hasNone: feeds.isEmpty, most: CalendarFeed.longestName), frame: frame)
    }

    /// What calendar programs are told.
    func calendar(_ events: [OwnEvent], of account: AccountID) -> String {
        CalendarWriter.calendar(
            name: language[.calendarName],
            events: events.map { event in
                let uid = CalendarFeed.uid(of: event.key, for: account)
                guard let shift = event.content.shift else {
                    return CalendarEvent(
                        uid: uid, time: .day(event.key.date), summary: language[.away],
                        isCancelled: event.isCancelled, sequence: event.sequence, changedAt: event.changedAt)
                }
                return CalendarEvent(
                    uid: uid, time: .hours(from: shift.start, until: shift.end, in: event.content.zone),
                    summary: language.text(
                        .calendarShift, ["name": shift.name, "letter": shift.letter.rawValue]),
                    place: event.content.unitName, isCancelled: event.isCancelled, sequence: event.sequence,
                    changedAt: event.changedAt)
            })
    }
}
