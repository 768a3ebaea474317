import CrewRecords
import Foundation
import HTTPTypes
import Hummingbird
import RouterTestKit
import RotaModel
import Testing
import WatchbillServer
import WatchbillStore
import WatchbillTestKit

@Suite("Signing in by a provider")
struct ProviderTests {
    private static let session = "watchbill-session"

    /// Whether somebody is signed in in that browser, and who.
    private func name(_ browser: Browser) async throws -> String? {
        var browser = browser
        return try await browser.get("/me").text.firstMatch(of: /<h1>([^<]+)<\/h1>/).map { String($0.1) }
    }

    @Test(
        "is for accounts that were connected on their own page, until they are disconnected",
        arguments: StoreKind.allCases)
    func journey(kind: StoreKind) async throws {
        let house = try await ProviderHouse(kind)
        try await house.run { client in
            var stranger = Browser(client)
            let page = try await stranger.get("/sign-in").text
            #expect(page.contains("<button>Sign in with Hospital account</button>"))
            let unknown = try await house.signIn(&stranger, as: "ada")
            #expect(unknown.status == .unauthorized)
            #expect(unknown.refusal?.contains("No account here is connected") == true)
            #expect(stranger.cookies.isEmpty)

            var ada = try await house.signedIn(client)
            let connected = try await house.connect(&ada, as: "ada")
            #expect(connected.status == .seeOther && connected.headers[.location] == "/me")
            #expect(ada.cookies["watchbill-provider"] == nil)
            #expect(try await ada.get("/me").text.contains("instead of your name and password"))

            var other = Browser(client)
            other.cookies["watchbill-device"] = "kept"
            let back = try await house.signIn(&other, as: "ada")
            #expect(back.status == .seeOther && back.headers[.location] == "/me")
            #expect(try await name(other) == "Ada Byron")
            // It was not sent along, so it must not be replaced.
            #expect(other.cookies["watchbill-device"] == "kept")

            // Somebody else at the provider is nobody here.
            var eve = Browser(client)
            #expect(try await house.signIn(&eve, as: "eve").status == .unauthorized)

            #expect(try await ada.send(to: "/me/provider/end", from: "/me").status == .seeOther)
            #expect(try await name(ada) == "Ada Byron")
            #expect(try await name(other) != "Ada Byron", "what was begun by the provider ends")
            #expect(try await house.signIn(&other, as: "ada").status == .unauthorized)
        }
    }

    @Test("may take the place of a password where somebody is invited", arguments: StoreKind.allCases)
    func invitation(kind: StoreKind) async throws {
        let house = try await ProviderHouse(kind)
        let (ben, eve) = (try #require(house.invitations["ben"]), try #require(house.invitations["eve"]))
        try await house.run { client in
            var browser = Browser(client)
            #expect(try await browser.get(ben).text.contains("formnovalidate>Sign in with Hospital account</button>"))
            let page = try await browser.post(ben, "way=provider&password=")
            #expect(page.onward?.contains("prompt=login") == true)
            let given = try await house.back(&browser, from: page, as: "nobody")
            #expect(given.status == .unprocessableContent && given.refusal?.contains("given up") == true)
            #expect(given.text.contains("Ben, choose a password"))
            let again = try await browser.post(ben, "way=provider")
            let accepted = try await house.back(&browser, from: again, as: "ben")
            #expect(accepted.status == .seeOther && accepted.headers[.location] == "/me")
            #expect(try await name(browser) == "Ben")
            #expect(try await browser.get(ben).status == .gone)
            // Without a password there would be no other way in.
            let me = try await browser.get("/me").text
            #expect(me.contains("ask an administrator for a link") && !me.contains("/me/provider/end"))
            let refused = try await browser.send(to: "/me/provider/end", from: "/me")
            #expect(refused.status == .unprocessableContent)
            #expect(refused.refusal?.contains("no way to sign in") == true)

            // One account at the provider is one person's here; the invitation stays good.
            var other = Browser(client)
            let second = try await other.post(eve, "way=provider")
            let taken = try await house.back(&other, from: second, as: "ben")
            #expect(taken.status == .unprocessableContent && taken.refusal?.contains("somebody else") == true)
            #expect(other.cookies[Self.session] == nil)
            #expect(try await other.get(eve).status == .ok)
            var ada = try await house.signedIn(client)
            #expect(try await house.connect(&ada, as: "ben").refusal?.contains("somebody else") == true)
        }
    }

    @Test("tells nobody whether an account is disabled or was never connected")
    func disabled() async throws {
        let house = try await ProviderHouse()
        let ben = try #require(house.invitations["ben"])
        try await house.run { client in
            var browser = Browser(client)
            let page = try await browser.post(ben, "way=provider")
            #expect(try await house.back(&browser, from: page, as: "ben").status == .seeOther)
            var ada = try await house.signedIn(client)
            let done = try await ada.send("person=ben", to: "/crew/account/disable", from: "/crew/account?person=ben")
            #expect(done.status == .seeOther)
            #expect(try await name(browser) != "Ben")
            let disabled = try await house.signIn(&browser, as: "ben")
            let unknown = try await house.signIn(&browser, as: "eve")
            #expect(disabled.status == .unauthorized && disabled.status == unknown.status)
            #expect(disabled.body == unknown.body)
        }
    }

    @Test(
        "refuses whatever is not said by that provider, for this server, in answer to this browser's request",
        arguments: [
            "nonce", "audience", "issuer", "expired", "future", "subject", "none", "hs256", "hs256kid", "unknownKey",
            "forged", "mixUp",
        ])
    func attacks(fault: String) async throws {
        let house = try await ProviderHouse()
        try await house.run { client in
            var ada = try await house.signedIn(client)
            #expect(try await house.connect(&ada, as: "ada").status == .seeOther)
            try await house.provider.fail(fault)
            var browser = Browser(client)
            let response = try await house.signIn(&browser, as: "ada")
            #expect(response.status == .unprocessableContent)
            #expect(response.refusal?.contains("The sign-in provider") == true)
            #expect(browser.cookies.isEmpty)
            // Nothing lasting comes of it.
            try await house.provider.fail("")
            #expect(try await house.signIn(&browser, as: "ada").status == .seeOther)
        }
    }

    @Test("is of no use to whoever stole an address on the way back, or comes twice")
    func stolen() async throws {
        let house = try await ProviderHouse()
        try await house.run { client in
            var ada = try await house.signedIn(client)
            #expect(try await house.connect(&ada, as: "ada").status == .seeOther)

            var owner = Browser(client)
            let page = try await owner.post("/sign-in/provider", "to=%2Fme")
            let kept = owner.cookies
            let address = try await house.provider.decide(try #require(page.onward), as: "ada")
            // In a browser that began nothing, and in one that began something else.
            var thief = Browser(client)
            #expect(try await thief.get(address).status == .unprocessableContent)
            _ = try await thief.post("/sign-in/provider")
            #expect(try await thief.get(address).refusal?.contains("begun in this browser") == true)
            #expect(thief.cookies.isEmpty)
            // The code was not spent by that: the owner comes in, once.
            #expect(try await owner.get(address).status == .seeOther)
            #expect(try await name(owner) == "Ada Byron")
            var twice = Browser(client)
            #expect(try await twice.get(address).status == .unprocessableContent)
            // Even with what the browser had kept: the provider takes a code once.
            twice.cookies = kept
            #expect(try await twice.get(address).status == .unprocessableContent)
            #expect(twice.cookies.isEmpty)

            // With another state, with none, and too late.
            for change in ["state=x", "old="] {
                var browser = Browser(client)
                let page = try await browser.post("/sign-in/provider")
                let address = try await house.provider.decide(try #require(page.onward), as: "ada")
                let response = try await browser.get(address.replacing("state=", with: change))
                #expect(response.refusal?.contains("begun in this browser") == true, "\(change)")
            }
            var late = Browser(client)
            let slow = try await late.post("/sign-in/provider")
            let lateAddress = try await house.provider.decide(try #require(slow.onward), as: "ada")
            try await house.wait(600)
            #expect(try await late.get(lateAddress).refusal?.contains("last ten minutes") == true)
        }
    }

    @Test("takes up a provider's new keys, and does not ask for them again and again")
    func rotation() async throws {
        let house = try await ProviderHouse()
        try await house.run { client in
            var ada = try await house.signedIn(client)
            #expect(try await house.connect(&ada, as: "ada").status == .seeOther)
            var browser = Browser(client)
            #expect(try await house.signIn(&browser, as: "ada").status == .seeOther)
            #expect(try await house.provider.counts()["/keys"] == 1)

            try await house.wait(61)
            try await house.provider.rotate(to: "RS256")
            #expect(try await house.signIn(&browser, as: "ada").status == .seeOther)
            #expect(try await house.provider.counts()["/keys"] == 2)

            // A key that is in no set: asked for once a minute at most.
            try await house.provider.fail("unknownKey")
            for _ in 0..<4 {
                #expect(try await house.signIn(&browser, as: "ada").status == .unprocessableContent)
            }
            #expect(try await house.provider.counts()["/keys"] == 2)
            try await house.wait(61)
            for _ in 0..<4 {
                #expect(try await house.signIn(&browser, as: "ada").status == .unprocessableContent)
            }
            #expect(try await house.provider.counts()["/keys"] == 3)

            // All it tells is asked for again after an hour.
            try await house.provider.fail("")
            let before = try await house.provider.counts()["/.well-known/openid-configuration"]
            #expect(before == 1)
            try await house.wait(3600)
            #expect(try await house.signIn(&browser, as: "ada").status == .seeOther)
            #expect(try await house.provider.counts()["/.well-known/openid-configuration"] == 2)
            #expect(try await house.provider.counts()["/keys"] == 4)
        }
    }

    @Test(
        "says so where the provider answers late, too much or nothing of use, and goes on when it is well again",
        arguments: [
            ("slow@openid-configuration", 503), ("trickle@openid-configuration", 503),
            ("huge@openid-configuration", 422), ("html@openid-configuration", 422), ("error@openid-configuration", 422),
            ("redirect@openid-configuration", 422), ("discoveryIssuer", 422),
            ("slow@token", 503), ("trickle@token", 503), ("huge@token", 422), ("html@token", 422), ("error@token", 422),
            ("redirect@token", 422), ("slow@keys", 503), ("huge@keys", 422), ("html@keys", 422), ("redirect@keys", 422),
        ])
    func unwell(fault: String, status: Int) async throws {
        // What answers at all may take its time on a busy machine.
        let house = try await ProviderHouse(patience: status == 503 ? .seconds(3) : .seconds(60))
        try await house.run { client in
            try await house.provider.fail(fault)
            var browser = Browser(client)
            let page = try await browser.post("/sign-in/provider")
            let response = page.onward == nil ? page : try await house.back(&browser, from: page, as: "ada")
            #expect(response.status.code == status)
            #expect(response.refusal?.contains("sign-in provider") == true)
            #expect(response.text.contains("name=\"password\""), "the other way in is there")
            #expect(browser.cookies.isEmpty)
            #expect(try await house.provider.counts()["/elsewhere"] == nil, "no redirect is followed")
            // After a pause, in which it is not asked, all is well again.
            try await house.provider.fail("")
            try await house.wait(10)
            #expect(try await house.signIn(&browser, as: "ada").status == .unauthorized)
        }
    }

    @Test("says so where the provider is away, while passwords work")
    func away() async throws {
        let house = try await ProviderHouse()
        try await house.run { client in
            try await house.provider.end()
            var browser = Browser(client)
            let response = try await browser.post("/sign-in/provider")
            #expect(response.status == .serviceUnavailable)
            #expect(response.refusal?.contains("cannot be reached") == true)
            #expect(try await name(try await house.signedIn(client)) == "Ada Byron")
        }
    }

    @Test("fails with a wrong secret, and tells nobody what it is")
    func wrongSecret() async throws {
        let house = try await ProviderHouse(secret: "guess-7531")
        try await house.run { client in
            var browser = Browser(client)
            let response = try await house.signIn(&browser, as: "ada")
            #expect(response.status == .unprocessableContent)
            #expect(!response.text.contains("7531"))
        }
    }

    @Test("connects accounts for nobody but whoever knows their password, in the session where it was begun")
    func connecting() async throws {
        let house = try await ProviderHouse()
        try await house.run { client in
            var ada = try await house.signedIn(client)
            // Not by another site's page, not by a form of no session, not with a browser that was left open.
            let site: HTTPFields = [try #require(HTTPField.Name("Sec-Fetch-Site")): "cross-site"]
            #expect(try await ada.post("/me/provider", headers: site).status == .forbidden)
            #expect(try await ada.post("/sign-in/provider", headers: site).status == .forbidden)
            #expect(try await ada.post("/me/provider").status == .forbidden)
            #expect(try await ada.get("/me/provider").status == .methodNotAllowed)
            for password in ["", "night boat to Rome"] {
                let response = try await ada.send("password=\(password.formEscaped)", to: "/me/provider", from: "/me")
                #expect(response.status == .forbidden && response.onward == nil && response.refusal != nil)
            }
            #expect(ada.cookies["watchbill-provider"] == nil)

            // Back in another session of the same person.
            let form = "password=\(ProviderHouse.password.formEscaped)"
            let page = try await ada.send(form, to: "/me/provider", from: "/me")
            #expect(page.onward?.contains("prompt=login") == true)
            let address = try await house.provider.decide(try #require(page.onward), as: "ada")
            var other = try await house.signedIn(client)
            other.cookies["watchbill-provider"] = ada.cookies["watchbill-provider"]
            #expect(try await other.get(address).refusal?.contains("begun in this browser") == true)

            // Back after signing out: what the provider told is in no further address.
            _ = try await ada.post("/sign-out")
            let out = try await ada.get(address)
            #expect(out.status == .seeOther && out.headers[.location] == "/sign-in?to=%2Fme")
            var stranger = Browser(client)
            #expect(try await house.signIn(&stranger, as: "ada").status == .unauthorized)
        }
    }

    @Test("leads on to places of ours alone")
    func onward() async throws {
        let house = try await ProviderHouse()
        try await house.run { client in
            var ada = try await house.signedIn(client)
            #expect(try await house.connect(&ada, as: "ada").status == .seeOther)
            for (to, place) in [
                ("/crew?unit=ward", "/crew?unit=ward"), ("//evil.example", "/"), ("https://evil.example", "/"),
                ("/\\evil.example", "/"), ("", "/"),
            ] {
                var browser = Browser(client)
                let page = try await browser.post("/sign-in/provider", "to=\(to.formEscaped)")
                let cookie = try #require(
                    page.headers[values: .setCookie].first { $0.hasPrefix("watchbill-provider=") })
                #expect(cookie.contains("HttpOnly; SameSite=Lax; Max-Age=600"))
                #expect(page.headers[.contentSecurityPolicy]?.contains("form-action 'self'") == true)
                #expect(page.headers[.cacheControl] == "no-store")
                let back = try await house.back(&browser, from: page, as: "ada")
                #expect(back.headers[.location] == place)
            }
        }
    }

    @Test("is not there where no provider is set")
    func none() async throws {
        try await ServerFixture().run { client in
            #expect(!(try await client.page("/sign-in").contains("provider")))
            #expect(!(try await client.page("/me").contains("provider")))
            for (method, address) in [
                (HTTPRequest.Method.post, "/sign-in/provider"), (.get, "/sign-in/provider/back?code=x&state=y"),
            ] {
                let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
                let status = try await client.execute(uri: address, method: method, headers: headers) { $0.status }
                #expect(status == .notFound)
            }
            #expect(try await client.send(to: "/me/provider", from: "/me").status == .notFound)
        }
    }
}
