import CrewRecords
import Foundation
import Testing
import WatchbillServer
import WatchbillTestKit

@Suite("What is fetched from a provider")
struct WebFetchTests {
    private func fetch(_ provider: TestProvider, longest: Int = 100_000) async throws -> [UInt8] {
        let address = try #require(WebAddress(OpenIDProvider.documentAddress(of: provider.issuer)))
        return try await WebFetch(patience: .seconds(60)).fetch(ProviderRequest(address: address, longest: longest))
    }

    @Test("comes over HTTPS with a certificate that the machine trusts, or not at all")
    func certificates() async throws {
        let folder = try Python.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let certificate = folder.appending(path: "certificate.pem").path
        let provider = try await TestProvider(clock: ServerFixture.now, certificate: certificate)
        await #expect {
            try await fetch(provider)
        } throws: { error in
            guard case .network = error as? ProviderFailure else { return false }
            return true
        }
        // It is the certificate that is wrong: whoever trusts it gets the document.
        let asked = try await RunningProgram(
            URL(filePath: "/usr/bin/env"),
            [
                ProcessInfo.processInfo.environment["WATCHBILL_PYTHON"] ?? "python3", "-c",
                """
                import ssl, sys, urllib.request
                context = ssl.create_default_context(cafile=sys.argv[1])
                print(urllib.request.urlopen(sys.argv[2], context=context).status)
                """, certificate, OpenIDProvider.documentAddress(of: provider.issuer),
            ]
        ).outcome()
        #expect(asked.output == "200\n")
    }

    @Test("is as long as it may be, and no longer")
    func length() async throws {
        let provider = try await TestProvider(clock: ServerFixture.now)
        let document = try await fetch(provider)
        #expect(try await fetch(provider, longest: document.count) == document)
        await #expect(throws: ProviderFailure.tooLong(document.count - 1)) {
            try await fetch(provider, longest: document.count - 1)
        }
    }

    @Test("is given up when whoever asked has gone")
    func cancelled() async throws {
        let provider = try await TestProvider(clock: ServerFixture.now)
        try await provider.fail("slow@openid-configuration")
        let asking = Task { try await fetch(provider) }
        while try await provider.counts()["/.well-known/openid-configuration"] == nil { await Task.yield() }
        asking.cancel()
        await #expect(throws: (any Error).self) { try await asking.value }
    }
}
