import HTTPTypes
import RouterTestKit
import RotaModel
import Testing
import WatchbillServer

@Suite("The page of how somebody signs in")
struct AccountPageTests {
    @Test("lets administrators see and end sessions and tokens, disable an account and enable it")
    func administrator() async throws {
        let house = try await ProviderHouse()
        let ben = try #require(house.invitations["ben"])
        try await house.run { client in
            var ada = try await house.signedIn(client)
            let page = "/crew/account?person=ben"
            #expect(try await ada.get("/crew?unit=ward").text.contains("href=\"\(page)\""))
            #expect(try await ada.get(page).text.contains("Ben has no account."))

            let password = "password=\(ProviderHouse.password.formEscaped)"
            var first = Browser(client)
            #expect(try await first.post(ben, password).status == .seeOther)
            var second = Browser(client)
            #expect(try await second.post("/sign-in", "login=ben&\(password)").status == .seeOther)
            _ = try await first.send("name=board&rotas%3Aread=on", to: "/me/tokens", from: "/me")
            let text = try await ada.get(page).text
            #expect(text.contains("Ben signs in as ben, with a password."))
            #expect(text.contains("<b>board</b>"))
            let sessions = text.matches(of: /name="session" value="([^"]+)"/).map { String($0.1) }
            #expect(sessions.count == 2)

            _ = try await ada.send("person=ben&session=\(sessions[0])", to: "/crew/account/sessions/end", from: page)
            let open = [try await first.get("/me").status, try await second.get("/me").status]
            #expect(open.count { $0 == .ok } == 1)
            let token = try #require(text.firstMatch(of: /name="token" value="([^"]+)"/)?.1)
            _ = try await ada.send("person=ben&token=\(token)", to: "/crew/account/tokens/revoke", from: page)
            #expect(!(try await ada.get(page).text.contains("<b>board</b>")))

            #expect(try await ada.send("person=ben", to: "/crew/account/disable", from: page).status == .seeOther)
            #expect(try await ada.get(page).text.contains("Disabled since"))
            #expect(try await first.get("/me").status == .seeOther)
            #expect(try await second.get("/me").status == .seeOther)
            #expect(try await second.post("/sign-in", "login=ben&\(password)").status == .unauthorized)
            #expect(try await ada.send("person=ben", to: "/crew/account/enable", from: page).status == .seeOther)
            #expect(try await second.post("/sign-in", "login=ben&\(password)").status == .seeOther)
        }
    }

    @Test("is for nobody else, and nobody disables themselves")
    func others() async throws {
        let house = try await ProviderHouse()
        let ben = try #require(house.invitations["ben"])
        try await house.run { client in
            var member = Browser(client)
            let password = "password=\(ProviderHouse.password.formEscaped)"
            #expect(try await member.post(ben, password).status == .seeOther)
            #expect(!(try await member.get("/crew?unit=ward").text.contains("/crew/account")))
            #expect(try await member.get("/crew/account?person=eve").status == .forbidden)
            #expect(try await member.get("/crew/account?person=administrator").status == .forbidden)
            #expect(try await member.get("/crew/account?person=nobody").status == .notFound)
            for action in ["disable", "enable"] {
                let response = try await member.send("person=eve", to: "/crew/account/\(action)", from: "/me")
                #expect(response.status == .forbidden, "\(action)")
                #expect(try await member.post("/crew/account/\(action)", "person=eve").status == .forbidden, "no form")
            }
            var ada = try await house.signedIn(client)
            let own = try await ada.get("/crew/account?person=administrator")
            #expect(own.status == .ok && !own.text.contains("/crew/account/disable"))
            let form = "person=administrator"
            #expect(try await ada.send(form, to: "/crew/account/disable", from: "/me").status == .forbidden)
            #expect(try await ada.get("/me").status == .ok)
            // Of somebody without an account there is nothing to disable.
            let none = try await ada.send("person=eve", to: "/crew/account/disable", from: "/me")
            #expect(none.status == .conflict && none.refusal?.contains("has no account") == true)
        }
    }
}
