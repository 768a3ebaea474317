internal import CrewRecords
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

/// Whoever asks.
struct MeAnswer: APIValue {
    let person: String
    let name: String
    let login: String
    let rights: [String]?
    let roles: [RoleAnswer]

    /// - Parameter roles: those that hold now.
    init(_ visit: Visit, roles: [RoleGrant]) {
        person = visit.person.id.rawValue
        name = visit.person.name
        login = visit.account.login.text
        rights =
            if case .token(_, let scope) = visit.caller.identity { scope.map(\.rawValue).sorted() } else { nil }
        self.roles = roles.map { RoleAnswer($0, id: nil, name: visit.person.name) }
    }

    static let schema = JSONSchema.named(
        "Me",
        .object([
            .always("person", .id, "who you are"), .always("name", .words, "your name"),
            .always("login", .words, "what you sign in with"),
            .maybe(
                "rights", .list(of: .choice(of: TokenRight.self), most: nil),
                "what the token may be used for; missing: you came with a session"),
            .always("roles", .list(of: RoleAnswer.schema, most: nil), "the roles you have now"),
        ]))

    static let example: JSONContent = [
        "person": "lindqvist", "name": "B. Lindqvist", "login": "lindqvist", "rights": ["people:read"],
        "roles": [RoleAnswer.example],
    ]
}

/// That somebody is signed in, as the API tells it.
struct SessionAnswer: APIValue {
    let id: String
    let browser: String
    let startedAt: String
    let lastSeenAt: String
    let current: Bool

    init(_ session: Session, current: SessionID?) {
        id = session.id.rawValue
        browser = session.userAgent.text
        startedAt = session.created.rfc3339
        lastSeenAt = session.lastSeen.rfc3339
        self.current = session.id == current
    }

    static let schema = JSONSchema.named(
        "Session",
        .object([
            .always("id", .id, "by which it is ended"), .always("browser", .words, "what the browser calls itself"),
            .always("startedAt", .instant, "when somebody signed in"),
            .always("lastSeenAt", .instant, "when it was used last, to a few minutes"),
            .always("current", .truth, "whether it is this one"),
        ]))

    static let example: JSONContent = [
        "id": "Zk1hWgU3pYQhKcJmZ5v0Pw", "browser": "Firefox", "startedAt": "2026-01-05T07:00:00Z",
        "lastSeenAt": "2026-01-05T07:30:00Z", "current": true,
    ]
}

/// A token without its text, as the API tells it.
struct TokenAnswer: APIValue {
    let id: String
    let name: String
    let rights: [String]
    let createdAt: String
    let expiresAt: String
    let lastUsedAt: String?
    let revokedAt: String?

    init(_ token: APIToken) {
        id = token.id.rawValue
        name = token.name
        rights = token.rights.map(\.rawValue).sorted()
        createdAt = token.created.rfc3339
        expiresAt = token.expires.rfc3339
        lastUsedAt = token.lastUsed?.rfc3339
        revokedAt = token.revoked?.rfc3339
    }

    static let schema = JSONSchema.named(
        "Token",
        .object([
            .always("id", .id, "by which it is revoked"), .always("name", .words, "what its owner calls it"),
            .always("rights", .list(of: .choice(of: TokenRight.self), most: nil), "what it may be used for"),
            .always("createdAt", .instant, "when it was issued"), .always("expiresAt", .instant, "when it runs out"),
            .maybe("lastUsedAt", .instant, "when it was used last, to a few minutes"),
            .maybe("revokedAt", .instant, "when it was revoked"),
        ]))

    static let example: JSONContent = [
        "id": "Zk1hWgU3pYQhKcJmZ5v0Pw", "name": "wall display", "rights": ["rotas:read"],
        "createdAt": "2026-01-05T07:00:00Z", "expiresAt": "2026-04-05T07:00:00Z",
    ]
}

/// A token just issued, with the text that is told this once.
struct IssuedTokenAnswer: APIValue {
    let token: String
    let expiresAt: String

    static let schema = JSONSchema.named(
        "IssuedToken",
        .object([
            .always("token", .words, "what to send as Authorization: Bearer; it is told this once"),
            .always("expiresAt", .instant, "when it runs out"),
        ]))

    static let example: JSONContent = ["token": "watchbill_…", "expiresAt": "2026-04-05T07:00:00Z"]
}

/// An address of somebody's calendar without its secret, as the API tells it.
struct CalendarAnswer: APIValue {
    let id: String
    let name: String
    let createdAt: String
    let lastFetchedAt: String?
    let revokedAt: String?

    init(_ feed: CalendarFeed) {
        id = feed.id.rawValue
        name = feed.name
        createdAt = feed.created.rfc3339
        lastFetchedAt = feed.lastFetched?.rfc3339
        revokedAt = feed.revoked?.rfc3339
    }

    static let schema = JSONSchema.named(
        "Calendar",
        .object([
            .always("id", .id, "by which it is revoked"), .always("name", .words, "what its owner calls it"),
            .always("createdAt", .instant, "when it was made"),
            .maybe("lastFetchedAt", .instant, "when it was fetched last, to a few minutes"),
            .maybe("revokedAt", .instant, "when it was revoked"),
        ]))

    static let example: JSONContent = [
        "id": "Zk1hWgU3pYQhKcJmZ5v0Pw", "name": "my phone", "createdAt": "2026-01-05T07:00:00Z",
    ]
}

/// A calendar's address just made, which is told this once.
struct CalendarAddressAnswer: APIValue {
    let address: String

    static let schema = JSONSchema.named(
        "CalendarAddress",
        .object([
            .always("address", .address, "where calendar programs fetch it, by nothing but this; it is told this once")
        ]))

    static let example: JSONContent = ["address": "https://crew.example.org/calendars/….ics"]
}

/// A one-time link just made, which is told this once.
struct LinkAnswer: APIValue {
    let address: String
    let expiresAt: String

    static let schema = JSONSchema.named(
        "Link",
        .object([
            .always("address", .address, "what to open, for whoever it is for; it is told this once"),
            .always("expiresAt", .instant, "when it runs out"),
        ]))

    static let example: JSONContent = [
        "address": "https://crew.example.org/link/…", "expiresAt": "2026-01-12T07:00:00Z",
    ]
}
