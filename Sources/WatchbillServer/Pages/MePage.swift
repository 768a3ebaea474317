import CrewRecords
import RotaModel
import WatchbillStore

/// What the page about oneself shows.
struct MePageRequest: Sendable {
    var visit: Visit
    var sessions: [Session]
    var tokens: [APIToken]
    var roles: [RoleGrant]
    var units: UnitTree
    var now: Instant
    var form: String
    var refusal: String?
    /// A token just issued, which is shown this once.
    var token: String?
}

extension PageRenderer {
    func mePage(_ request: MePageRequest) -> String {
        struct Role: Sendable {
            let role: String
            let unit: String
        }
        struct Line: Sendable {
            let id: String
            let name: String
            let note: String
            let isThis: Bool
        }
        struct Right: Sendable {
            let name: String
            let words: String
        }
        struct Model: Sendable {
            let name: String
            let login: String
            let roles: [Role]
            let hasNoRole: Bool
            let sessions: [Line]
            let tokens: [Line]
            let hasNoToken: Bool
            let rights: [Right]
            let hasPassword: Bool
            let refusal: String?
            let token: String?
        }
        // Times are told as the clock of the person's own unit shows them.
        let home = request.visit.person.memberships.first?.id ?? request.roles.first?.unit
        let zone = home.flatMap { request.units[$0]?.zone } ?? .utc
        let sessions = request.sessions.map { session in
            Line(
                id: session.id.rawValue,
                name: session.userAgent.text.isEmpty ? language[.unknownBrowser] : session.userAgent.text,
                note: language.text(.lastSeen, ["time": language.moment(session.lastSeen, in: zone)]),
                isThis: session.id == request.visit.session?.id)
        }
        let tokens = request.tokens.filter { $0.revoked == nil && request.now < $0.expires }.map { token in
            Line(
                id: token.id.rawValue, name: token.name,
                note: language.text(
                    .tokenNote,
                    [
                        "rights": token.rights.map(\.rawValue).sorted().joined(separator: ", "),
                        "time": language.moment(token.expires, in: zone),
                    ]), isThis: false)
        }
        let roles = request.roles.map { Role(role: words(for: $0.role), unit: request.units[$0.unit]?.name ?? "") }
        var frame = frame(.me, title: language[.me], problem: nil, style: "text")
        frame.form = request.form
        return render(
            "me",
            Model(
                name: request.visit.person.name, login: request.visit.account.login.text, roles: roles,
                hasNoRole: roles.isEmpty, sessions: sessions, tokens: tokens, hasNoToken: tokens.isEmpty,
                rights: TokenRight.allCases.map { Right(name: $0.rawValue, words: words(for: $0)) },
                hasPassword: request.visit.account.passwordHash != nil, refusal: request.refusal, token: request.token),
            frame: frame)
    }

    private func words(for right: TokenRight) -> String {
        switch right {
        case .readRotas: language[.rightReadRotas]
        case .changeRotas: language[.rightChangeRotas]
        case .readPeople: language[.rightReadPeople]
        case .changePeople: language[.rightChangePeople]
        case .readRecords: language[.rightReadRecords]
        case .changeRecords: language[.rightChangeRecords]
        }
    }
}
