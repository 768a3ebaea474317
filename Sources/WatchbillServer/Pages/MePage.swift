import CrewRecords
import RotaModel
import WatchbillStore

/// What the page about oneself shows.
struct MePageRequest: Sendable {
    var visit: Visit
    var sessions: [Session]
    var tokens: [APIToken]
    var roles: [RoleGrant]
    /// How many notices wait to be seen.
    var unseen: Int
    var units: UnitTree
    var now: Instant
    var form: String
    /// By whom people may sign in, too.
    var provider: ProviderSettings?
    var refusal: String?
    /// A token just issued, which is shown this once.
    var token: String?
    var code: Code?

    /// What signs in another device, shown this once, and the address at which it is typed.
    struct Code: Sendable {
        var address: String
        var text: String
    }
}

extension PageRenderer {
    func mePage(_ request: MePageRequest) -> String {
        struct Right: Sendable {
            let name: String
            let words: String
        }
        struct Model: Sendable {
            let name: String
            let login: String
            let roles: [Line]
            let hasNoRole: Bool
            let sessions: [Line]
            let tokens: [Line]
            let hasNoToken: Bool
            let rights: [Right]
            let hasPassword: Bool
            let maySet: Bool
            let unseen: String?
            let refusal: String?
            let token: String?
            let provider: Provider?
            let code: MePageRequest.Code?
        }
        struct Provider: Sendable {
            let title: String
            let intro: String
            let isConnected: Bool
            let mayEnd: Bool
        }
        // Times are told as the clock of the person's own unit shows them.
        let home = request.visit.person.memberships.first?.id ?? request.roles.first?.unit
        let zone = home.flatMap { request.units[$0]?.zone } ?? .utc
        let account = request.visit.account
        let tokens = lines(request.tokens.filter { $0.revoked == nil && request.now < $0.expires }, in: zone)
        let roles = request.roles.map { Line(name: words(for: $0.role), note: request.units[$0.unit]?.name ?? "") }
        let provider = request.provider.map { provider in
            let isConnected = account.subject?.issuer == provider.issuer
            let name = ["provider": provider.name] as KeyValuePairs
            return Provider(
                title: language.text(.providerSignIn, name),
                intro: language.text(isConnected ? .providerConnected : .providerConnectHelp, name),
                isConnected: isConnected, mayEnd: isConnected && account.passwordHash != nil)
        }
        var frame = frame(.me, title: language[.me], problem: nil, style: "text")
        frame.form = request.form
        return render(
            "me",
            Model(
                name: request.visit.person.name, login: account.login.text, roles: roles, hasNoRole: roles.isEmpty,
                sessions: lines(request.sessions, current: request.visit.session?.id, in: zone), tokens: tokens,
                hasNoToken: tokens.isEmpty,
                rights: TokenRight.allCases.map { Right(name: $0.rawValue, words: words(for: $0)) },
                hasPassword: account.passwordHash != nil,
                maySet: (try? request.visit.caller.permit(ChangeSettings.self, on: WholeOrganisation())) != nil,
                unseen: request.unseen > 0 ? language.text(.noticesUnseen, ["count": "\(request.unseen)"]) : nil,
                refusal: request.refusal, token: request.token, provider: provider, code: request.code),
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
        case .readMessages: language[.rightReadMessages]
        case .changeMessages: language[.rightChangeMessages]
        case .readSystem: language[.rightReadSystem]
        }
    }
}
