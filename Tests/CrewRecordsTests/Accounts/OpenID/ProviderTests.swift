import CrewRecords
import Foundation
import RotaModel
import Testing

@Suite("An OpenID provider")
struct ProviderTests {
    let sample: ProviderSample

    init() throws {
        sample = try ProviderSample()
    }

    @Test("is known by its discovery document")
    func discovery() throws {
        #expect(sample.provider.authorisationEndpoint.text == "https://id.example/authorize")
        #expect(sample.provider.tokenEndpoint.text == "https://id.example/token")
        #expect(sample.provider.keysAddress.text == "https://id.example/keys")
        #expect(sample.provider.namesItself && sample.provider.takesBasic)
        let address = OpenIDProvider.documentAddress(of: sample.issuer)
        #expect(address == "https://id.example/.well-known/openid-configuration")
        let tenant = try #require(WebAddress("https://id.example/tenant/"))
        #expect(
            OpenIDProvider.documentAddress(of: tenant) == "https://id.example/tenant/.well-known/openid-configuration")
    }

    @Test(
        "that is another, insecure or lacks what is needed is refused",
        arguments: [
            ("https://id.example\", \"auth", "https://id.example/\", \"auth", AccountError.Code.providerUnusable),
            ("https://id.example/token", "http://id.example/token", .providerUnusable),
            ("https://id.example/token", "http://127.0.0.1/token", .providerUnusable),
            ("https://id.example/keys", "https://localhost/keys", .providerUnusable),
            ("https://id.example/keys", "file:///etc/passwd", .providerUnusable),
            ("https://id.example/keys", "https://user:pw@id.example/keys", .providerUnusable),
            ("https://id.example/authorize", "javascript:alert(1)", .providerUnusable),
            ("\"code\", \"id_token\"", "\"id_token\"", .providerUnusable),
            ("\"RS256\", \"ES256\", ", "\"HS256\", ", .providerUnusable),
            ("\"plain\", \"S256\"", "\"plain\"", .providerUnusable),
            ("\"issuer\"", "\"issuers\"", .providerAnswerUnusable),
            ("{", "[", .providerAnswerUnusable), ("}", "", .providerAnswerUnusable),
        ])
    func refused(text: String, other: String, code: AccountError.Code) {
        let document = ProviderSample.document(replacing: text, by: other)
        #expect(refusal { try OpenIDProvider(document: document, of: sample.issuer) } == code)
    }

    @Test("may leave unsaid what has a meaning unsaid")
    func defaults() throws {
        let bare = """
            {"issuer": "https://id.example", "authorization_endpoint": "https://id.example/authorize",
             "token_endpoint": "https://id.example/token", "jwks_uri": "https://id.example/keys",
             "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}
            """
        let provider = try OpenIDProvider(document: Array(bare.utf8), of: sample.issuer)
        #expect(!provider.namesItself && provider.takesBasic)
    }

    @Test("may be on this machine itself without HTTPS, with all it has")
    func loopback() throws {
        let issuer = try #require(WebAddress("http://127.0.0.1:8080"))
        let document = ProviderSample.document(replacing: "https://id.example", by: "http://127.0.0.1:8080")
        #expect(try OpenIDProvider(document: document, of: issuer).tokenEndpoint.text == "http://127.0.0.1:8080/token")
    }

    @Test("with too long or too deep a document is refused")
    func huge() {
        for document in [
            String(repeating: " ", count: 65_537), String(repeating: "[", count: 60_000),
            "{\"issuer\":" + String(repeating: "{\"a\":", count: 10_000),
        ] {
            #expect(
                refusal { try OpenIDProvider(document: Array(document.utf8), of: sample.issuer) }
                    == .providerAnswerUnusable)
        }
    }

    @Test("with a document spoilt at random is refused with a reason, or has only addresses that may be asked")
    func spoilt() {
        Spoiling.sweep { seed in
            var spoiling = Spoiling(seed: seed)
            let text = spoiling.text(
                ProviderSample.document,
                pieces: ["\"", "{", "}", "[", "]", ",", "null", "1e999", "http://127.0.0.1", "\\ud800", "\0", "é"])
            do throws(AccountError) {
                let provider = try OpenIDProvider(document: Array(text.utf8), of: sample.issuer)
                for address in [provider.authorisationEndpoint, provider.tokenEndpoint, provider.keysAddress] {
                    #expect(address.text.hasPrefix("https://") && !address.isLoopback, "seed \(seed)")
                }
            } catch {
                let codes: [AccountError.Code] = [.providerUnusable, .providerAnswerUnusable]
                #expect(codes.contains(error.code) && !error.message.isEmpty, "seed \(seed)")
            }
        }
    }

    @Test("has addresses that are https, or http on this machine itself")
    func addresses() {
        for text in [
            "https://id.example", "https://id.example:8443/a/b?c=d", "http://localhost:80/", "http://127.0.0.1",
            "http://[::1]:8080/x",
        ] {
            #expect(WebAddress(text)?.text == text)
        }
        for text in [
            "", "https://", "http://id.example", "http://localhost.evil.example", "http://127.0.0.1.evil.example",
            "ftp://id.example", "https://a@b.example", "https://id.example/#x", "https://id.example/ x",
            "https://id.example/é", "//id.example", "id.example", "https://id.example\n",
            "http://127.0.0.1@evil.example",
            "https://id.example/" + String(repeating: "x", count: 2048),
        ] {
            #expect(WebAddress(text) == nil, "\(text.prefix(40))")
        }
    }
}

@Suite("Signing in by a provider")
struct ProviderSignInTests {
    let sample: ProviderSample

    init() throws {
        sample = try ProviderSample()
    }

    private func answer(
        state: String? = nil, code: String? = "SplxlOBeZQQYbYS6WxSbIA", issuer: String? = "https://id.example",
        error: String? = nil
    ) -> ProviderSignIn.Answer {
        .init(state: state ?? sample.pending.state.revealedText(), code: code, issuer: issuer, error: error)
    }

    private func code(_ answer: ProviderSignIn.Answer, at seconds: Int = 60) throws(AccountError) -> Secret {
        try sample.pending.code(from: answer, provider: sample.provider, at: Sample.later(seconds))
    }

    @Test("sends the browser there with a state, a nonce and the challenge of RFC 7636, appendix B")
    func address() throws {
        let pending = ProviderSignIn(
            purpose: .signIn(to: "/"), state: Secret(text: "st"), nonce: Secret(text: "no"),
            verifier: Secret(text: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"), expires: sample.pending.expires)
        #expect(
            pending.authorisationAddress(at: sample.provider, for: sample.client).revealedText()
                == "https://id.example/authorize?response_type=code&scope=openid&client_id=watchbill"
                + "&redirect_uri=https%3A%2F%2Fcrew.example%2Fsigned-in&state=st&nonce=no"
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256")
    }

    @Test("keeps what the provider's address has in its query, and escapes what the client's name has")
    func odd() throws {
        let document = ProviderSample.document(replacing: "/authorize", by: "/authorize?tenant=7")
        let provider = try OpenIDProvider(document: document, of: sample.issuer)
        var client = sample.client
        client.id = "a&b=é+ c"
        let address = sample.pending.authorisationAddress(at: provider, for: client).revealedText()
        #expect(address.hasPrefix("https://id.example/authorize?tenant=7&response_type=code&"))
        let items = URLComponents(string: address)?.queryItems ?? []
        #expect(items.first { $0.name == "client_id" }?.value == "a&b=é+ c")
    }

    @Test("has three secrets of 32 bytes, no two alike")
    func secrets() {
        var random = SeededGenerator(seed: 5)
        let begun = (0..<50).map { _ in ProviderSignIn.begin(.signIn(to: "/"), at: Sample.now, using: &random) }
        let texts = begun.flatMap { [$0.state, $0.nonce, $0.verifier] }.map { $0.revealedText() }
        #expect(Set(texts).count == 150)
        #expect(texts.allSatisfy { $0.utf8.count == 43 })
    }

    @Test("asks the provider to sign in anew where something lasting comes of it")
    func prompt() throws {
        var random = SeededGenerator(seed: 6)
        let purposes: [(ProviderSignIn.Purpose, Bool)] = [
            (.signIn(to: "/me"), false), (.connect("s1"), true), (.invitation(Token(using: &random)), true),
        ]
        for (purpose, asks) in purposes {
            let begun = ProviderSignIn.begin(purpose, at: Sample.now, using: &random)
            let address = begun.authorisationAddress(at: sample.provider, for: sample.client).revealedText()
            #expect(address.hasSuffix("&prompt=login") == asks)
        }
    }

    @Test("is kept by the browser in a cookie that nobody else can make, read or change")
    func cookie() throws {
        let keys = try #require(SigningKeys(secret: Secret([UInt8](repeating: 7, count: 32))))
        let others = try #require(SigningKeys(secret: Secret([UInt8](repeating: 8, count: 32))))
        var random = SeededGenerator(seed: 9)
        let longest = "/" + String(repeating: "x", count: 999)
        let purposes: [ProviderSignIn.Purpose] = [
            .signIn(to: "/me?a=b&c=\"d\""), .signIn(to: longest), .connect("s1"),
            .invitation(Token(using: &random)),
        ]
        for purpose in purposes {
            let begun = ProviderSignIn.begin(purpose, at: Sample.now, using: &random)
            let sealed = begun.sealed(keys: keys, using: &random)
            #expect(ProviderSignIn(sealed: sealed, keys: keys) == begun)
            #expect(ProviderSignIn(sealed: sealed, keys: others) == nil)
            // Browsers keep cookies of 4,096 bytes.
            let header = Cookie(.provider, sealed, lifetime: ProviderSignIn.lifetime).header(over: .tls)
            #expect(header.utf8.count < 4096)
            #expect(begun.sealed(keys: keys, using: &random) != sealed)
        }
        let sealed = sample.pending.sealed(keys: keys, using: &random).revealedText()
        for (index, letter) in sealed.enumerated() {
            let other: Character = letter == "A" ? "B" : "A"
            let spoilt = sealed.prefix(index) + String(other) + sealed.dropFirst(index + 1)
            #expect(ProviderSignIn(sealed: Secret(text: String(spoilt)), keys: keys) == nil, "\(index)")
            #expect(ProviderSignIn(sealed: Secret(text: String(sealed.prefix(index))), keys: keys) == nil, "\(index)")
        }
    }

    @Test(
        "tells why a provider refused in words of its own",
        arguments: [
            ("access_denied", "given up"), ("login_required", "given up"), ("temporarily_unavailable", "at the moment"),
            ("unauthorized_client", "settings"), ("<script>", "settings"),
        ])
    func refusals(name: String, words: String) {
        do {
            _ = try code(answer(code: nil, error: name))
            Issue.record("\(name) is no refusal")
        } catch {
            #expect(error.code == .providerRefused && error.message.contains(words) && !error.message.contains(name))
        }
    }

    @Test("takes the code that comes back to the same browser in ten minutes")
    func returns() throws {
        #expect(try code(answer()) == Secret(text: "SplxlOBeZQQYbYS6WxSbIA"))
        #expect(try code(answer(), at: 599).count == 22)
        #expect(refusal { try code(answer(), at: 600) } == .providerAnswerUnusable)
    }

    @Test("refuses answers to another request, in another browser, of another provider, or without a code")
    func refused() throws {
        #expect(refusal { try code(answer(state: "x")) } == .providerAnswerUnusable)
        #expect(refusal { try code(answer(state: String(repeating: "x", count: 5000))) } == .providerAnswerUnusable)
        let noState = ProviderSignIn.Answer(state: nil, code: "x", issuer: "https://id.example", error: nil)
        #expect(refusal { try code(noState) } == .providerAnswerUnusable)
        #expect(refusal { try code(answer(issuer: "https://evil.example")) } == .providerAnswerUnusable)
        #expect(refusal { try code(answer(issuer: nil)) } == .providerAnswerUnusable)
        for text in [nil, "", String(repeating: "x", count: 5000)] {
            #expect(refusal { try code(answer(code: text)) } == .providerAnswerUnusable)
        }
        #expect(refusal { try code(answer(code: nil, error: "access_denied")) } == .providerRefused)
        // A provider that does not say who it is need not.
        let document = ProviderSample.document(replacing: "supported\": true", by: "supported\": false")
        let silent = try OpenIDProvider(document: document, of: sample.issuer)
        #expect(
            try sample.pending.code(
                from: answer(issuer: nil), provider: silent, at: Sample.now
            ).count == 22)
    }

    @Test("fetches the ID token with the code, the verifier and the client's secret")
    func request() throws {
        let request = TokenRequest(
            code: Secret(text: "a/b"), of: sample.pending, provider: sample.provider, client: sample.client)
        #expect(request.address.text == "https://id.example/token")
        // "watchbill:s3cr%25t"
        #expect(request.authorization == Secret(text: "Basic d2F0Y2hiaWxsOnMzY3IlMjV0"))
        #expect(
            request.body.revealedText()
                == "grant_type=authorization_code&code=a%2Fb&redirect_uri=https%3A%2F%2Fcrew.example%2Fsigned-in"
                + "&client_id=watchbill&code_verifier=\(sample.pending.verifier.revealedText())")
        let document = ProviderSample.document(replacing: "\"client_secret_basic\", ", by: "")
        let provider = try OpenIDProvider(document: document, of: sample.issuer)
        let posted = TokenRequest(
            code: Secret(text: "a/b"), of: sample.pending, provider: provider, client: sample.client)
        #expect(posted.authorization == nil)
        #expect(posted.body.revealedText().hasSuffix("&client_secret=s3cr%25t"))
        var open = sample.client
        open.secret = nil
        let unproven = TokenRequest(
            code: Secret(text: "a/b"), of: sample.pending, provider: sample.provider, client: open)
        #expect(unproven.authorization == nil)
        #expect(!unproven.body.revealedText().contains("client_secret"))
    }

    @Test("reads the ID token from the answer, and nothing from anything else")
    func tokenAnswer() throws {
        let answer = #"{"access_token": "x", "token_type": "Bearer", "expires_in": 3600, "id_token": "a.b.c"}"#
        #expect(try TokenRequest.idToken(from: Array(answer.utf8)) == Secret(text: "a.b.c"))
        for text in ["", "{}", "null", "[]", #"{"id_token": 7}"#, String(repeating: " ", count: 70_000) + answer] {
            #expect(refusal { try TokenRequest.idToken(from: Array(text.utf8)) } == .providerAnswerUnusable)
        }
    }
}
