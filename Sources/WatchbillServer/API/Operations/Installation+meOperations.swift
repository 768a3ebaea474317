internal import CrewRecords
internal import HTTPTypes
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Whoever asks, and what lets them in.
    var meOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/me", id: "readMe", group: "Me", summary: "Tell who you are and what you may",
                asks: Asked(always: [ReadPerson.self]), answer: .json(MeAnswer.self, "You.")
            ) { call in
                .json(MeAnswer(try call.visit, roles: try await self.store.ownRoles(for: try call.caller)))
            },
            APIOperation(
                method: .get, path: "/sessions", id: "listSessions", group: "Me",
                summary: "List the browsers you are signed in with", asks: Asked(always: [ManageSessions.self]),
                parameters: [.limit, .after],
                answer: .json(ListAnswer<SessionAnswer>.self, "A page of the open sessions, by their ids.")
            ) { call in
                let (all, current) = (try await self.store.sessions(for: try call.caller), try call.visit.session?.id)
                return try self.list("sessions", all, by: \.id, call) { SessionAnswer($0, current: current) }
            },
            APIOperation(
                method: .delete, path: "/sessions/{session}", id: "endSession", group: "Me", summary: "End a session",
                asks: Asked(always: [ManageSessions.self]), parameters: [Self.session],
                answer: .nothing("It has ended, or had before.")
            ) { call in
                try await self.store.endSession(call.id(Self.session), for: try call.caller, at: call.now)
                return .nothing
            },
            APIOperation(
                method: .get, path: "/tokens", id: "listTokens", group: "Me",
                summary: "List the tokens that were issued in your name", asks: Asked(always: [ManageSessions.self]),
                parameters: [.limit, .after],
                answer: .json(
                    ListAnswer<TokenAnswer>.self, "A page of them, revoked and run-out ones too, by their ids.")
            ) { call in
                try self.list("tokens", try await self.store.tokens(for: try call.caller), by: \.id, call) {
                    TokenAnswer($0)
                }
            },
            issueToken,
            APIOperation(
                method: .delete, path: "/tokens/{token}", id: "revokeToken", group: "Me", summary: "Revoke a token",
                asks: Asked(always: [ManageSessions.self]), parameters: [Self.token],
                answer: .nothing("It opens nothing any more.")
            ) { call in
                try await self.store.revokeToken(call.id(Self.token), for: try call.caller, at: call.now)
                return .nothing
            },
        ] + calendarOperations
    }

    private static let session = APIParameter.path(
        "session", .id, "the session's id", example: "Zk1hWgU3pYQhKcJmZ5v0Pw")
    private static let token = APIParameter.path("token", .id, "the token's id", example: "Zk1hWgU3pYQhKcJmZ5v0Pw")

    private static let tokenRequest = JSONSchema.named(
        "TokenRequest",
        .object([
            .always("name", .name(upTo: APIToken.longestName), "what you call it; up to 120 bytes"),
            .always(
                "rights", .list(of: .choice(of: TokenRight.self), least: 1, most: TokenRight.allCases.count),
                "what it may be used for; each is needed on its own, and opens what your roles open"),
            .maybe("days", .whole(least: 1, most: 366), "how long it is to last; 90 unless it is said"),
        ]))

    private var issueToken: APIOperation {
        APIOperation(
            method: .post, path: "/tokens", id: "issueToken", group: "Me", summary: "Issue a token in your name",
            asks: Asked(always: [IssueToken.self]),
            body: APIBody(schema: Self.tokenRequest, example: ["name": "wall display", "rights": ["rotas:read"]]),
            answer: .json(IssuedTokenAnswer.self, "The token, told this once.", status: .created), takesKey: true
        ) { call in
            let caller = try call.caller
            try await self.store.checkOwn(IssueToken.self, for: caller)
            let body = try await call.body()
            let expires = Instant(seconds: call.now.seconds + (body.whole("days") ?? 90) * 86_400)
            var random = self.surroundings.random
            let token = try await call.storeKeepingNoAnswer(self.store, for: body).issueToken(
                name: body.text("name") ?? "", rights: Set(body.texts("rights").compactMap(TokenRight.init(rawValue:))),
                until: expires, for: caller, at: call.now, using: &random)
            return .created(IssuedTokenAnswer(token: token.revealedText(), expiresAt: expires.rfc3339))
        }
    }

    private static let calendar = APIParameter.path(
        "calendar", .id, "the address's id", example: "Zk1hWgU3pYQhKcJmZ5v0Pw")

    private static let calendarRequest = JSONSchema.named(
        "CalendarRequest",
        .object([
            .always("name", .name(upTo: CalendarFeed.longestName), "what you call it; up to 120 bytes")
        ]))

    private var calendarOperations: [APIOperation] {
        [
            APIOperation(
                method: .get, path: "/calendars", id: "listCalendars", group: "Me",
                summary: "List the addresses of your calendar", asks: Asked(always: [ManageSessions.self]),
                parameters: [.limit, .after],
                answer: .json(ListAnswer<CalendarAnswer>.self, "A page of them, revoked ones too, by their ids.")
            ) { call in
                try self.list("calendars", try await self.store.calendars(for: try call.caller), by: \.id, call) {
                    CalendarAnswer($0)
                }
            },
            APIOperation(
                method: .post, path: "/calendars", id: "makeCalendar", group: "Me",
                summary: "Make a secret address at which your shifts can be fetched as iCalendar",
                asks: Asked(always: [IssueToken.self]),
                body: APIBody(schema: Self.calendarRequest, example: ["name": "my phone"]),
                answer: .json(CalendarAddressAnswer.self, "The address, told this once.", status: .created),
                takesKey: true
            ) { call in
                let caller = try call.caller
                try await self.store.checkOwn(IssueToken.self, for: caller)
                let body = try await call.body()
                var random = self.surroundings.random
                let secret = try await call.storeKeepingNoAnswer(self.store, for: body).makeCalendar(
                    name: body.text("name") ?? "", for: caller, at: call.now, using: &random)
                return .created(
                    CalendarAddressAnswer(address: self.calendarAddress(of: secret, call.request)))
            },
            APIOperation(
                method: .delete, path: "/calendars/{calendar}", id: "revokeCalendar", group: "Me",
                summary: "Revoke an address of your calendar", asks: Asked(always: [ManageSessions.self]),
                parameters: [Self.calendar], answer: .nothing("It opens nothing any more.")
            ) { call in
                try await self.store.revokeCalendar(
                    call.id(Self.calendar), for: try call.caller, at: call.now)
                return .nothing
            },
        ]
    }
}
