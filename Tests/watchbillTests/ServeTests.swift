import Foundation
import Testing
import WatchbillTestKit

@Suite("watchbill serve")
struct ServeTests {
    @Test(
        "refuses settings that cannot be, saying what it expected",
        arguments: [
            (["--trusted-proxy", "proxy.example"], "The trusted proxy is proxy.example"),
            (["--trusted-proxy", "10.0.0.0/8"], "an IPv4 or IPv6 address"),
            (["--provider", "http://id.example", "--provider-client", "x"], "expected is an https address"),
            (["--provider", "https://id.example"], "add --provider-client"),
            (["--provider-client", "x"], "add --provider."),
            (["--paper-at", "02:00"], "add --paper-folder"),
            (["--paper-folder", "/tmp", "--paper-at", "2 am"], "--paper-at is 2 am; expected is a time such as 02:00"),
        ])
    func unusable(options: [String], words: String) async throws {
        let outcome = try await Program.start(["serve", "--database", Program.temporary("none.sqlite")] + options)
            .outcome()
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(words))
    }

    @Test("takes a provider's secret only from a file that its owner alone may read")
    func secretFile() async throws {
        let folder = try Python.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "secret")
        func errors() async throws -> String {
            let provider = ["--provider", "https://id.example", "--provider-client", "x"]
            let outcome = try await Program.start(
                [
                    "serve", "--database", folder.appending(path: "none.sqlite").path, "--provider-secret-file",
                    file.path,
                ]
                    + provider
            ).outcome()
            #expect(outcome.status == 2)
            return outcome.errors
        }
        #expect(try await errors().contains("cannot be read: No such file"))
        for (text, rights, words) in [
            ("hush", 0o640, "Maybe: chmod 600"), ("\n", 0o600, "is empty"),
            (String(repeating: "x", count: 5000), 0o600, "longer than 4096 bytes"),
        ] {
            try Data(text.utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: file.path)
            let told = try await errors()
            #expect(told.contains(words) && !told.contains("hush"))
        }
    }
}
