internal import CrewRecords
internal import HTTPTypes
internal import Hummingbird
internal import RotaFormats
internal import RotaModel
internal import WatchbillStore

extension Installation {
    /// Letting people sign in. The links are told to whoever makes them, who hands them over.
    var accountOperations: [APIOperation] {
        [
            APIOperation(
                method: .post, path: "/people/{person}/invitation", id: "invite", group: "Signing in",
                summary: "Invite a person to sign in, in place of an earlier invitation",
                asks: Asked(always: [ReadPerson.self, InvitePeople.self], also: [GiveRole.self]), parameters: [.person],
                body: APIBody(schema: Self.invitation, example: ["login": "b.lindqvist@example.org"]),
                answer: .json(LinkAnswer.self, "The link, told this once.", status: .created), takesKey: true
            ) { call in
                let (caller, person) = (try call.caller, call.id(.person) as PersonID)
                try await self.store.checkMayInvite(person, for: caller)
                let body = try await call.body()
                var random = self.surroundings.random
                let token = try await call.storeKeepingNoAnswer(self.store, for: body).invite(
                    person, login: try LoginName(body.text("login") ?? ""), for: caller, at: call.now, using: &random)
                let purpose = OneTimeLink.Purpose.invitation(person, try LoginName(body.text("login") ?? ""))
                return self.link(token, for: purpose, call)
            },
            APIOperation(
                method: .post, path: "/people/{person}/password-link", id: "makePasswordLink", group: "Signing in",
                summary: "Let a person set a new password by a link, in place of an earlier one",
                asks: Asked(always: [ResetSignIn.self], also: [GiveRole.self]), parameters: [.person],
                answer: .json(LinkAnswer.self, "The link, told this once.", status: .created), takesKey: true
            ) { call in
                let caller = try call.caller
                try await self.store.check(ResetSignIn.self, on: call.id(.person), for: caller)
                var random = self.surroundings.random
                let token = try await call.storeKeepingNoAnswer(self.store).resetLink(
                    of: call.id(.person), for: caller, at: call.now, using: &random)
                return self.link(token, for: .passwordReset(""), call)
            },
            APIOperation(
                method: .put, path: "/people/{person}/account", id: "setAccount", group: "Signing in",
                summary: "Stop a person from signing in, or let them again; what they are signed in with ends",
                asks: Asked(always: [DisableAccount.self]), parameters: [.person],
                body: APIBody(
                    schema: .named(
                        "AccountRequest",
                        .object([.always("disabled", .truth, "whether they are stopped from signing in")])),
                    example: ["disabled": true]),
                answer: .nothing("It is so."), problems: [.conflict]
            ) { call in
                let (caller, person) = (try call.caller, call.id(.person) as PersonID)
                try await self.store.check(DisableAccount.self, on: person, for: caller)
                if case .truth(true) = try await call.body()["disabled"] {
                    try await self.store.disableAccount(of: person, for: caller, at: call.now)
                } else {
                    try await self.store.enableAccount(of: person, for: caller, at: call.now)
                }
                return .nothing
            },
        ]
    }

    private static let invitation = JSONSchema.named(
        "Invitation",
        .object([
            .always("login", .text(1...254), "what the person is to sign in with: best an e-mail address")
        ]))

    /// - Parameter purpose: decides how long the link lasts.
    private func link(_ token: Token<OneTimeLink>, for purpose: OneTimeLink.Purpose, _ call: APICall) -> APIResult {
        let expires = Instant(seconds: call.now.seconds + Int(purpose.lifetime.components.seconds))
        return .created(LinkAnswer(address: address(of: token, call.request), expiresAt: expires.rfc3339))
    }

    /// Where a link is opened, under the name by which whoever made it has reached the server.
    func address(of token: Token<OneTimeLink>, _ request: Request) -> String {
        "\(door.ownAddress(of: request))/link/\(token.revealedText())"
    }
}
