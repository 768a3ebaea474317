import Foundation
import HTTPTypes
import Hummingbird
import RouterTestKit
import Testing
import WatchbillTestKit

@Suite("Compressed answers")
struct CompressionTests {
    let fixture: ServerFixture

    init() throws {
        fixture = try ServerFixture()
    }

    /// As Python's gzip reads it.
    private static func unpacked(_ bytes: ByteBuffer) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "watchbill-gzip-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(bytes.readableBytesView).write(to: file)
        let script = "import gzip, sys; sys.stdout.buffer.write(gzip.open(sys.argv[1]).read())"
        return String(decoding: try Python.run(script, [file.path]), as: UTF8.self)
    }

    private static let taking: HTTPFields = [.acceptEncoding: "gzip, deflate, br"]

    @Test(
        "are the plain ones, smaller, for whoever takes gzip", arguments: ["/rota", "/api/v1/openapi.json", "/sign-in"])
    func same(address: String) async throws {
        try await fixture.run { client in
            let plain = try await client.execute(uri: address, method: .get) { $0 }
            #expect(plain.headers[.contentEncoding] == nil)
            #expect(plain.headers[.vary] == "Accept-Encoding")
            let packed = try await client.execute(uri: address, method: .get, headers: Self.taking) { $0 }
            #expect(packed.status == plain.status)
            #expect(packed.headers[.contentEncoding] == "gzip")
            #expect(packed.headers[.contentLength] == "\(packed.body.readableBytes)")
            #expect(packed.body.readableBytes * 2 < plain.body.readableBytes)
            // Each page has a token of its own.
            let digits = /value="[0-9a-zA-Z_-]{20,}"/
            let text = try Self.unpacked(packed.body)
            #expect(text.replacing(digits, with: "") == String(buffer: plain.body).replacing(digits, with: ""))
        }
    }

    @Test(
        "are for nobody who does not take them",
        arguments: [
            "", "identity", "br", "gzip;q=0", "gzip; q=0.0, br", "*", "gzipped",
        ])
    func untaken(encoding: String) async throws {
        try await fixture.run { client in
            try await client.execute(uri: "/rota", method: .get, headers: [.acceptEncoding: encoding]) { response in
                #expect(response.headers[.contentEncoding] == nil)
            }
        }
    }

    @Test("are not for what another site's page asks for, whose guesses would be compressed along")
    func foreign() async throws {
        let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
        try await fixture.run { client in
            for (name, isCompressed) in [
                ("cross-site", false), ("same-site", false), ("same-origin", true), ("none", true),
            ] {
                var headers = Self.taking
                headers[site] = name
                try await client.execute(uri: "/rota", method: .get, headers: headers) { response in
                    #expect((response.headers[.contentEncoding] == "gzip") == isCompressed, "\(name)")
                }
            }
        }
    }

    @Test("have entity tags of their own, which are as good as the plain ones when they come back")
    func tags() async throws {
        try await fixture.run { client in
            let page = try await client.page("/")
            let base = try #require(page.firstMatch(of: /\/assets\/[0-9a-f]+/)).output
            let address = "\(base)/page.css"
            let plain = try #require(try await client.execute(uri: address, method: .get) { $0.headers[.eTag] })
            let packed = try #require(
                try await client.execute(uri: address, method: .get, headers: Self.taking) { $0.headers[.eTag] })
            #expect(plain != packed)
            for tag in [plain, packed] {
                var headers = Self.taking
                headers[.ifNoneMatch] = tag
                try await client.execute(uri: address, method: .get, headers: headers) { response in
                    #expect(response.status == .notModified)
                    #expect(response.headers[.eTag] == tag)
                    #expect(response.body.readableBytes == 0)
                }
            }
        }
    }

    @Test("leave alone what is small, and what has no body")
    func small() async throws {
        try await fixture.run { client in
            try await client.execute(uri: "/api/v1/builds", method: .get, headers: Self.taking) { response in
                #expect(response.headers[.contentEncoding] == nil)
                #expect(String(buffer: response.body) == #"{"items":[]}"#)
            }
            try await client.execute(uri: "/rota", method: .head, headers: Self.taking) { response in
                #expect(response.headers[.contentEncoding] == nil)
                #expect(response.body.readableBytes == 0)
            }
        }
    }
}
