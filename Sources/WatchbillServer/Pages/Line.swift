import CrewRecords
import RotaModel

/// One line of a list: what it is, what is said of it, and what a form names it by.
struct Line: Sendable {
    var id = ""
    let name: String
    var note = ""
    /// Said after the note, and less of it.
    var place = ""
    /// Whether it is where the visitor is now, or another one that the page does not offer to end.
    var stays = false
}

extension PageRenderer {
    /// Open sessions.
    ///
    /// - Parameters:
    ///   - current: the one that the page is shown in.
    ///   - zone: in whose clock times are told.
    func lines(_ sessions: [Session], current: SessionID?, in zone: Zone) -> [Line] {
        sessions.map { session in
            Line(
                id: session.id.rawValue,
                name: words(for: session.userAgent),
                note: language.text(.lastSeen, ["time": language.moment(session.lastSeen, in: zone)]),
                stays: session.id == current)
        }
    }

    private func words(for agent: UserAgent) -> String {
        if let names = agent.names {
            return language.text(.browserOn, ["browser": names.browser, "system": names.system])
        }
        return agent.text.isEmpty ? language[.unknownBrowser] : agent.text
    }

    /// Addresses of a calendar.
    func lines(_ feeds: [CalendarFeed], in zone: Zone) -> [Line] {
        feeds.map { feed in
            Line(
                id: feed.id.rawValue, name: feed.name,
                note: feed.lastFetched.map {
                    language.text(.calendarFetched, ["time": language.moment($0, in: zone)])
                } ?? language[.calendarNotFetched])
        }
    }

    /// API tokens.
    func lines(_ tokens: [APIToken], in zone: Zone) -> [Line] {
        tokens.map { token in
            Line(
                id: token.id.rawValue, name: token.name,
                note: language.text(
                    .tokenNote,
                    [
                        "rights": token.rights.map(\.rawValue).sorted().joined(separator: ", "),
                        "time": language.moment(token.expires, in: zone),
                    ]))
        }
    }
}
