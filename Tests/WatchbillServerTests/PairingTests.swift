import Foundation
import HTTPTypes
import RouterTestKit
import RotaModel
import Testing
import WatchbillServer
import WatchbillTestKit

@Suite("Signing in one more device")
struct PairingTests {
    /// The code that the page about oneself shows.
    private func code(_ browser: inout Browser) async throws -> String {
        let text = try await browser.send(to: "/me/pairing", from: "/me").text
        #expect(text.contains("<code>http://localhost/pair</code>"))
        return String(try #require(text.firstMatch(of: /<code>([0-9A-Z]{5}-[0-9A-Z]{5})<\/code>/)?.1))
    }

    @Test("works once, for five minutes, and only with the newest code", arguments: StoreKind.allCases)
    func once(kind: StoreKind) async throws {
        let house = try await ProviderHouse(kind)
        try await house.run { client in
            var ada = try await house.signedIn(client)
            let replaced = try await code(&ada)
            let newest = try await code(&ada)
            #expect(newest != replaced)
            #expect(!(try await ada.get("/me").text.contains(newest)), "it is shown once")
            var handset = Browser(client)
            #expect(try await handset.get("/pair").status == .ok)
            let refused = try await handset.post("/pair", "code=\(replaced)")
            #expect(refused.status == .gone && refused.refusal?.contains("Make a new one") == true)
            func others(_ browser: inout Browser) async throws -> Int {
                try await browser.get("/me").text.ranges(of: "/me/sessions/end").count
            }
            let before = try await others(&ada)
            let paired = try await handset.post("/pair", "code=\(newest.lowercased().replacing("-", with: "+"))")
            #expect(paired.status == .seeOther)
            #expect(handset.cookies["watchbill-device"] != nil)
            #expect(try await handset.get("/me").text.contains("<h1>Ada Byron</h1>"))
            var other = Browser(client)
            #expect(try await other.post("/pair", "code=\(newest)").status == .gone)
            // Both devices are signed in, and either can end the other.
            #expect(try await others(&ada) == before + 1)
            #expect(try await others(&handset) == before + 1)

            let late = try await code(&ada)
            try await house.wait(300)
            #expect(try await other.post("/pair", "code=\(late)").status == .gone)
            // No other link is taken back by it, and a new password takes it back.
            let last = try await code(&ada)
            let form = "old=\(ProviderHouse.password.formEscaped)&new=grey+seal+on+a+rock"
            #expect(try await ada.send(form, to: "/me/password", from: "/me").status == .seeOther)
            #expect(try await other.post("/pair", "code=\(last)").status == .gone)
            #expect(other.cookies.isEmpty)
        }
    }

    @Test("is no way to guess")
    func guessing() async throws {
        let house = try await ProviderHouse()
        try await house.run { client in
            var ada = try await house.signedIn(client)
            let right = try await code(&ada)
            var guesser = Browser(client)
            var statuses: [Int] = []
            for number in 0..<12 {
                statuses.append(try await guesser.post("/pair", "code=AAAAA-\(10_000 + number)").status.code)
            }
            #expect(statuses == Array(repeating: 410, count: 10) + [429, 429])
            #expect(try await guesser.post("/pair", "code=\(right)").status == .tooManyRequests)
            try await house.wait(60)
            #expect(try await guesser.post("/pair", "code=\(right)").status == .seeOther)
        }
    }

    @Test("takes no code from another site's page, nor from nobody")
    func refused() async throws {
        let house = try await ProviderHouse()
        try await house.run { client in
            var browser = Browser(client)
            let site: HTTPFields = [try #require(HTTPField.Name("Sec-Fetch-Site")): "cross-site"]
            #expect(try await browser.post("/pair", "code=x", headers: site).status == .forbidden)
            for form in ["", "code=", "code=%00", "code=\(String(repeating: "A", count: 10_000))"] {
                #expect(try await browser.post("/pair", form).status == .gone)
            }
            #expect(try await browser.post("/me/pairing").status == .unauthorized)
        }
    }
}
