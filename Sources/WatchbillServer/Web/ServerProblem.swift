internal import Hummingbird
internal import HTTPTypes
internal import CrewRecords
internal import RotaModel
internal import WatchbillStore

/// Why a request is refused: the source of every error answer, as problem details (RFC 9457) or as a page.
struct ServerProblem: Error, Hashable, Sendable {
    /// The last part of the problem's type, fit for a metric's label.
    var code: String
    let status: HTTPResponse.Status
    /// The same for every occurrence.
    let title: String
    /// What, why and the way out.
    let detail: String
    /// For 405.
    var allow: [HTTPRequest.Method] = []
    /// What is wrong with the request, part by part.
    var faults: [RequestFault] = []

    static func notFound(_ what: String) -> Self {
        Self(
            code: "not-found", status: .notFound, title: "Not found",
            detail: "\(what) Maybe the address is mistyped, or it was made on another database.")
    }

    static let noSuchPage = notFound("There is nothing at this address.")

    static func methodNotAllowed(_ allow: [HTTPRequest.Method]) -> Self {
        let list = allow.map(\.rawValue).joined(separator: ", ")
        return Self(
            code: "method-not-allowed", status: .methodNotAllowed, title: "Method not allowed",
            detail: "This address answers \(list) only.", allow: allow)
    }

    static func badValue(_ name: String, _ value: String, expected: String) -> Self {
        Self(
            code: "bad-value", status: .unprocessableContent, title: "A value cannot be used",
            detail: "\(name) is \(value.isEmpty ? "missing" : "“\(value)”"); expected is \(expected).")
    }

    static func badBody(_ expected: String) -> Self {
        Self(
            code: "bad-body", status: .badRequest, title: "The request cannot be read",
            detail: "The request's body is not \(expected).")
    }

    /// - Parameter faults: at least one.
    static func badBody(_ faults: [RequestFault]) -> Self {
        var problem = Self(
            code: "bad-value", status: .unprocessableContent, title: "A value cannot be used",
            detail: "Nothing was changed. \(faults.map(\.detail).first ?? "")")
        problem.faults = faults
        return problem
    }

    /// - Parameter faults: at least one.
    static func badParameters(_ faults: [RequestFault]) -> Self {
        var problem = badBody(faults)
        problem.code = "bad-parameter"
        return problem
    }

    static func badParameter(_ name: String, _ detail: String) -> Self {
        badParameters([RequestFault(parameter: name, detail: "The parameter \(name) cannot be used: \(detail)")])
    }

    static func noJSON(_ diagnostics: [Diagnostic]) -> Self {
        var problem = badBody("JSON. \(diagnostics.first?.description ?? "")")
        problem.faults = Self.faults(diagnostics)
        return problem
    }

    private static func faults(_ diagnostics: [Diagnostic]) -> [RequestFault] {
        diagnostics.filter { $0.severity == .error }.prefix(20).map { diagnostic in
            let pointer: String? = if case .pointer(let pointer, _, _) = diagnostic.place { pointer } else { nil }
            return RequestFault(pointer: pointer, detail: diagnostic.description)
        }
    }

    /// - Parameter type: the one that is taken.
    static func unsupportedType(_ type: String) -> Self {
        Self(
            code: "unsupported-type", status: .unsupportedMediaType, title: "The body is of another type",
            detail: "This address takes \(type) only. Say so in Content-Type.")
    }

    /// - Parameter type: the one that is answered.
    static func notAcceptable(_ type: String) -> Self {
        Self(
            code: "not-acceptable", status: .notAcceptable, title: "Nothing that can be read",
            detail: "This address answers \(type) only, which Accept leaves out.")
    }

    static let preconditionRequired = Self(
        code: "precondition-required", status: .preconditionRequired, title: "Say what is replaced",
        detail:
            "If-Match is missing. Send the ETag of what you have fetched and changed, so that nobody's change gets lost,"
            + " or * to replace whatever there is.")

    static let changedMeanwhile = Self(
        code: "changed-meanwhile", status: .preconditionFailed, title: "Changed by somebody else",
        detail: "What is there is not what If-Match names. Fetch it again, and put your changes into that.")

    private init(_ earlier: EarlierRequest) {
        switch earlier {
        case .another:
            self.init(
                code: "key-reused", status: .unprocessableContent, title: "The key belongs to another request",
                detail:
                    "Idempotency-Key was sent with another request within a day. Take a new one for each thing to be"
                    + " done.")
        case .secretly:
            self.init(
                code: "done-already", status: .conflict, title: "Done already",
                detail:
                    "This was done when it came first. Its answer held a secret, which is kept nowhere. If it got lost,"
                    + " do it again with a new key, and take back what the first one made.")
        case .answered:
            self = .unexpected
        }
    }

    /// - Parameter most: in bytes.
    static func tooLarge(_ most: Int) -> Self {
        Self(
            code: "too-large", status: .contentTooLarge, title: "The request is too large",
            detail: "This address takes at most \(most >> 10) kB.")
    }

    /// The first few of what is wrong, each with its place.
    static func unusableDocument(_ diagnostics: [Diagnostic]) -> Self {
        let errors = diagnostics.filter { $0.severity == .error }
        let told = errors.prefix(20).map(\.description).joined(separator: "\n")
        let rest = errors.count > 20 ? "\n… and \(errors.count - 20) more" : ""
        var problem = Self(
            code: "unusable-document", status: .unprocessableContent, title: "The document cannot be used",
            detail: "Nothing was changed. \(told)\(rest)")
        problem.faults = faults(errors)
        return problem
    }

    static func tooManyBuilds(_ capacity: Int) -> Self {
        Self(
            code: "too-many-builds", status: .conflict, title: "Too many builds at once",
            detail: "\(capacity) builds are running, as many as this machine takes. Stop one, or wait until it ends.")
    }

    static let tooManyRepairs = Self(
        code: "too-many-repairs", status: .serviceUnavailable, title: "Too many repairs at once",
        detail: "Others are looking for repairs just now, as many as this machine takes. Try again in a moment.")

    static let closing = Self(
        code: "closing", status: .serviceUnavailable, title: "The server is going down",
        detail: "No build is started any more. Try again when the server is back.")

    static let nothingBuilt = Self(
        code: "nothing-built", status: .notFound, title: "No rota yet",
        detail: "This build has no rota yet. Wait for its first one, or start a build.")

    static let noDraft = Self(
        code: "no-draft", status: .conflict, title: "There is no draft",
        detail: "The build has come to no draft that could be changed. Maybe wait for its end, or take another one.")

    static let partOfNothing = Self(
        code: "part-of-nothing", status: .unprocessableContent, title: "There is nothing to build",
        detail: "Expected are days, or people, of a draft of which not everything is pinned, the last day not before "
            + "the first.")

    /// - Parameter words: who has changed what.
    static func overtaken(_ words: String) -> Self {
        Self(
            code: "overtaken", status: .conflict, title: "Somebody else was first",
            detail: "\(words) Nothing was changed. Look at it as it is now, and then decide.")
    }

    /// - Parameter words: what there is nothing to do with: `take back`.
    static func noTurn(_ words: String) -> Self {
        Self(
            code: "nothing-to-do", status: .conflict, title: "There is nothing to \(words)",
            detail: "There is nothing of yours to \(words) in this draft.")
    }

    static let foreignOrigin = Self(
        code: "foreign-origin", status: .forbidden, title: "Sent by another site",
        detail: "The request came from a page of another site, and changes are taken from Watchbill's own pages only.")

    static let unknownHost = Self(
        code: "unknown-host", status: .misdirectedRequest, title: "Unknown host name",
        detail: "Watchbill does not answer under this name. Whoever runs it can add the name with --name.")

    static let databaseAway = Self(
        code: "database-away", status: .serviceUnavailable, title: "The database is away",
        detail: "Nothing was stored. Try again in a moment; the server's log tells whoever runs Watchbill why.")

    static let outcomeUnknown = Self(
        code: "outcome-unknown", status: .serviceUnavailable, title: "The database went away",
        detail: "It did so while it was confirming this. Look whether it is there before you do it again.")

    static let nothingSealed = Self(
        code: "nothing-sealed", status: .serviceUnavailable, title: "Nothing can be sealed here",
        detail: "Watchbill was started without a master key, so it keeps and opens nothing that is sealed."
            + " Whoever runs it can start it with one.")

    /// - Parameter isProgram: whether it came by the API, which has no page to sign in on.
    static func signInNeeded(isProgram: Bool) -> Self {
        Self(
            code: "sign-in-needed", status: .unauthorized, title: "Not signed in",
            detail: isProgram
                ? "Nobody is signed in. Send a token that somebody has made on their own page, as Authorization: Bearer."
                : "Nobody is signed in in this browser, or not any more. Sign in and go on.")
    }

    static let tokenRefused = Self(
        code: "token-refused", status: .unauthorized, title: "The token opens nothing",
        detail: "The API token is unknown, revoked or has run out. Maybe make a new one on your own page.")

    static let insecure = Self(
        code: "insecure", status: .forbidden, title: "Not over plain HTTP",
        detail: "Nobody signs in over plain HTTP from another machine: everybody between would read along. Put a proxy"
            + " with HTTPS before Watchbill and start it with --behind-tls.")

    static let wrongPassword = Self(
        code: "wrong-password", status: .forbidden, title: "The password is wrong",
        detail: "The password you have now is another one. Nothing was changed.")

    /// What somebody asked for contradicts what there is.
    static func refused(
        _ code: String, _ reason: String, status: HTTPResponse.Status = .unprocessableContent
    ) -> Self {
        Self(code: code, status: status, title: "That cannot be done", detail: reason)
    }

    static let noRota = notFound("There is no rota here that you may see.")

    static let unexpected = Self(
        code: "unexpected", status: .internalServerError, title: "Something went wrong",
        detail: "Watchbill could not do this because of an error of its own. The server's log tells more.")

    /// The answer for any error: its own where it is known, else one that gives nothing away.
    init(_ error: any Error) {
        switch error {
        case let problem as ServerProblem: self = problem
        case let error as StoreError: self = Self(error)
        case let refusal as Refusal:
            self =
                switch refusal {
                case .hidden:
                    Self(code: "not-found", status: .notFound, title: "Not found", detail: refusal.description)
                case .forbidden:
                    Self(
                        code: "not-allowed", status: .forbidden, title: "Not for you to do",
                        detail: refusal.description)
                }
        case let earlier as EarlierRequest: self = Self(earlier)
        case let error as AccountError: self = Self(error)
        case let error as AppointmentError:
            self = .refused(
                error.rawValue, "\(error)",
                status: error == .keeperAndAdministrator ? .conflict : .unprocessableContent)
        case let error as RecordError: self = .refused(error.code.rawValue, error.message)
        case let error as HTTPError where error.status == .notFound: self = .noSuchPage
        case let error as HTTPError where error.status == .contentTooLarge: self = .tooLarge(FormBody.longest)
        case let error as any HTTPResponseError where error.status.kind == .clientError:
            self = Self(
                code: "bad-request", status: error.status, title: error.status.reasonPhrase,
                detail: "The request cannot be read.")
        default: self = .unexpected
        }
    }

    private init(_ error: StoreError) {
        switch error.code {
        case .unreachable, .busy, .diskFull: self = .databaseAway
        case .outcomeUnknown: self = .outcomeUnknown
        case .noMasterKey: self = .nothingSealed
        case .unusableDirectory, .unusableText, .unusableEntry: self = .refused(error.code.rawValue, error.message)
        case .stillNeeded, .notReady, .alreadyPublished, .tooMany:
            self = .refused(error.code.rawValue, error.message, status: .conflict)
        case .changedMeanwhile: self = .changedMeanwhile
        default: self = .unexpected
        }
    }

    private init(_ error: AccountError) {
        let status: HTTPResponse.Status =
            switch error.code {
            case .tooManyTries: .tooManyRequests
            case .tooBusy, .providerAway: .serviceUnavailable
            case .signInRefused, .accountDisabled, .sessionEnded, .tokenUnusable: .unauthorized
            case .hasAccount, .noAccount, .loginTaken: .conflict
            case .linkUnusable: .gone
            case .formTokenUnusable: .forbidden
            case .hashUnreadable, .hashingFailed: .internalServerError
            default: .unprocessableContent
            }
        self.init(code: error.code.rawValue, status: status, title: "That cannot be done", detail: error.message)
    }

    init(
        code: String, status: HTTPResponse.Status, title: String, detail: String, allow: [HTTPRequest.Method] = []
    ) {
        self.code = code
        self.status = status
        self.title = title
        self.detail = detail
        self.allow = allow
    }
}
