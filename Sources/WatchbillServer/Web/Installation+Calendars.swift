internal import CrewRecords
internal import Foundation
internal import Hummingbird
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// People's calendars: the page where they make addresses for them, and what calendar programs fetch there.
    func addCalendars(to routes: inout Routes) {
        routes.get("/me/calendar", asks: [ManageSessions.self]) { visit, _, _ in
            .html(try await self.calendarPage(visit))
        }
        routes.post("/me/calendar", asks: [IssueToken.self]) { visit, request, _ in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            do {
                var random = self.surroundings.random
                let secret = try await self.store.makeCalendar(
                    name: form["name"] ?? "", for: visit.caller, at: self.surroundings.now(), using: &random)
                return .html(
                    try await self.calendarPage(visit, made: self.calendarAddress(of: secret, request)))
            } catch let error as AccountError {
                return .html(
                    try await self.calendarPage(visit, refusal: error.message), status: ServerProblem(error).status)
            }
        }
        routes.post("/me/calendar/revoke", asks: [ManageSessions.self]) { visit, request, _ in
            let form = try await FormBody(request)
            try self.door.check(form, of: visit)
            try await self.store.revokeCalendar(
                CalendarFeedID(form["calendar"] ?? ""), for: visit.caller, at: self.surroundings.now())
            return .see("/me/calendar")
        }
        routes.open(.get, "/calendars/:secret") { request, context in
            _ = try self.door.transport(of: request)
            let name = context.parameters.get("secret")?.removingPercentEncoding ?? ""
            // One that is no secret at all is refused in the same words as one that opens nothing.
            let secret = Token<CalendarFeed>(String(name.hasSuffix(".ics") ? name.dropLast(4) : name[...]))
            guard let secret,
                let visit = try await self.door.entrance.admit(secret, at: self.surroundings.now())
            else { throw Refusal.hidden }
            return try await self.calendar(of: visit, request)
        }
    }

    /// Where a calendar program fetches it.
    func calendarAddress(of secret: Token<CalendarFeed>, _ request: Request) -> String {
        "\(door.ownAddress(of: request))/calendars/\(secret.revealedText()).ics"
    }

    private func calendarPage(_ visit: Visit, made: String? = nil, refusal: String? = nil) async throws -> String {
        let tree = try await store.unitTree(for: visit.caller)
        return pages.calendarPage(
            CalendarPageRequest(
                feeds: try await store.calendars(for: visit.caller),
                zone: zone(of: visit, in: tree),
                form: door.formToken(for: visit), made: made, refusal: refusal))
    }

    /// What a calendar shows goes this far back.
    private static let daysBack = 92
    /// What was taken back stays this long as cancelled, so that programs which remove nothing of themselves see it.
    private static let daysCancelled = 30

    private func calendar(of visit: Visit, _ request: Request) async throws -> Response {
        let now = surroundings.now()
        let first = today(in: .utc).advanced(by: -Self.daysBack)
        let told = try await ownShifts(visit, since: first)
        let events = told.shifts.events.filter { event in
            event.key.date >= first
                && (!event.isCancelled || now.seconds < event.changedAt.seconds + Self.daysCancelled * 86_400)
        }
        let text = pages.calendar(events, of: visit.account.id)
        return .known(ByteBuffer(string: text), type: "text/calendar; charset=utf-8", to: request)
    }
}
