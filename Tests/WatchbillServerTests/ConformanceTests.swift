import CrewRecords
import Foundation
import HTTPTypes
import Hummingbird
import RouterTestKit
import RotaFormats
import RotaModel
import Testing
import WatchbillServer
import WatchbillStore
import WatchbillTestKit

@Suite("The API's document")
struct ConformanceTests {
    @Test("has every address of the API, and no other")
    func complete() async throws {
        let fixture = try ServerFixture()
        let addresses = try await fixture.opened { $0.addresses }.filter { $0.path.hasPrefix("/api/") }
        let document = try await fixture.run(as: nil) { client in
            try await client.api(.get, "/openapi.json").json
        }
        var told: Set<String> = []
        if case .object(let paths) = document["paths"] {
            for (path, methods) in paths {
                guard case .object(let methods) = methods else { continue }
                for method in methods.keys { told.insert("\(method.uppercased()) /api/v1\(path)") }
            }
        }
        let there = addresses.map {
            "\($0.method) \($0.path.replacing(/:([a-z]+)/) { match in "{\(match.1)}" })"
        }
        #expect(told == Set(there))
        #expect(document["openapi"]?.text == "3.1.0")
    }

    /// What is asked for of a small ward; each is answered 200 or 201.
    private static let questions: [(method: HTTPRequest.Method, path: String, template: String, body: String?)] = [
        (.get, "/me", "/me", nil), (.get, "/units", "/units", nil), (.get, "/units/w3", "/units/{unit}", nil),
        (.get, "/units/w3/people?limit=2", "/units/{unit}/people", nil),
        (.get, "/people/a", "/people/{person}", nil), (.get, "/units/w3/roles?limit=3", "/units/{unit}/roles", nil),
        (.post, "/units/w3/roles", "/units/{unit}/roles", #"{"person":"b","role":"planner"}"#),
        (.post, "/people/c/invitation", "/people/{person}/invitation", #"{"login":"c"}"#),
        (.post, "/people/a/password-link", "/people/{person}/password-link", nil),
        (.get, "/sessions", "/sessions", nil), (.get, "/tokens", "/tokens", nil),
        (.post, "/tokens", "/tokens", #"{"name":"x","rights":["rotas:read"]}"#),
        (.get, "/calendars", "/calendars", nil), (.post, "/calendars", "/calendars", #"{"name":"x"}"#),
        (.get, "/directory", "/directory", nil), (.get, "/problem", "/problem", nil),
        (.get, "/problems/1", "/problems/{problem}", nil), (.get, "/builds", "/builds", nil),
        (.get, "/builds/1", "/builds/{build}", nil), (.get, "/builds/1/rota", "/builds/{build}/rota", nil),
        (
            .get, "/builds/1/explanation?person=a&day=2026-01-05", "/builds/{build}/explanation", nil
        ),
        (
            .post, "/builds/1/repairs", "/builds/{build}/repairs",
            #"{"away":[{"person":"b","from":"2026-01-07","to":"2026-01-08"}]}"#
        ),
        (.get, "/compare?a=build:1&b=build:1", "/compare", nil),
        (.post, "/builds/1/publish", "/builds/{build}/publish", #"{"note":"First"}"#),
        (.get, "/units/w3/versions?limit=1", "/units/{unit}/versions", nil),
        (.get, "/units/w3/versions/1", "/units/{unit}/versions/{version}", nil),
        (.get, "/units/w3/versions/1/changes", "/units/{unit}/versions/{version}/changes", nil),
        (.get, "/units/w3/versions/1/document", "/units/{unit}/versions/{version}/document", nil),
        (.get, "/builds/1/rota/document", "/builds/{build}/rota/document", nil),
        (.get, "/me/shifts?from=2026-01-05", "/me/shifts", nil),
        (.post, "/builds/1/stop", "/builds/{build}/stop", nil), (.post, "/builds", "/builds", #"{"timeLimit":1}"#),
        (.get, "/openapi.json", "/openapi.json", nil),
    ]

    @Test("has schemas that the answers, the examples and the errors keep to")
    func answers() async throws {
        let fixture = try ServerFixture()
        try await fixture.keep(SmallWard.rota(of: fixture.problem), bound: 3, as: .finished)
        let (document, samples) = try await fixture.run(as: .administrator) { client in
            let a = try await SignedIn(client, as: "a")
            _ = try await a.api(.get, "/me")
            let planner = try await SignedIn(client, as: ServerFixture.person(.planner))
            let document = try await client.api(.get, "/openapi.json").text
            var samples: [JSONContent] = []
            for (method, path, template, body) in Self.questions {
                var reply = try await client.api(method, path, body)
                if reply.status == 403 || reply.status == 404 { reply = try await planner.api(method, path, body) }
                #expect([200, 201].contains(reply.status), "\(path): \(reply.status) \(reply.text)")
                samples.append([
                    "path": .text(template), "method": .text(method.rawValue.lowercased()),
                    "status": .text("\(reply.status)"), "body": reply.json,
                ])
            }
            for (method, path, template) in [
                (HTTPRequest.Method.get, "/units/w9", "/units/{unit}"),
                (.post, "/units/w3/roles", "/units/{unit}/roles"),
            ] {
                let reply = try await client.api(method, path)
                samples.append([
                    "path": .text(template), "method": .text(method.rawValue.lowercased()),
                    "status": .text("\(reply.status)"), "body": reply.json,
                ])
            }
            return (document, JSONContent.list(samples))
        }
        let folder = try Python.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let (first, second) = (folder.appending(path: "document.json"), folder.appending(path: "samples.json"))
        try Data(document.utf8).write(to: first)
        try JSONEncoder().encode(samples).write(to: second)
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let printed = try Python.run(
            Self.script, [first.path, second.path, root.appending(path: "docs/directory.schema.json").path])
        #expect(String(decoding: printed, as: UTF8.self) == "", "what does not keep to its schema")
    }

    @Test("is kept by the running server, whatever an administrator's, a planner's and nobody's program sends")
    func schemathesis() async throws {
        let trouble = try await PythonProgram.run("API/conformance.py", ["4"])
        #expect(trouble == nil)
    }

    /// Prints each answer and example that its schema does not allow.
    private static let script = """
        import json, sys
        from jsonschema import Draft202012Validator, FormatChecker
        document, samples, directory = (json.load(open(path)) for path in sys.argv[1:4])
        def resolve(value):
            while "$ref" in value:
                place = document
                for step in value["$ref"][2:].split("/"): place = place[step.replace("~1", "/").replace("~0", "~")]
                value = place
            return value
        def check(schema, value, name):
            whole = {"$ref": "#/schema", "schema": schema, "components": document["components"]}
            Draft202012Validator.check_schema(whole)
            for fault in Draft202012Validator(whole, format_checker=FormatChecker()).iter_errors(value):
                print(name, fault.json_path, fault.message[:300])
        for sample in samples:
            name = sample["method"] + " " + sample["path"] + " " + sample["status"]
            answer = resolve(document["paths"][sample["path"]][sample["method"]]["responses"][sample["status"]])
            (content,) = answer["content"].values()
            check(content["schema"], sample["body"], name)
            if sample["path"] == "/directory": Draft202012Validator(directory).validate(sample["body"])
        def examples(value, name):
            if isinstance(value, dict):
                if "schema" in value and "example" in value: check(value["schema"], value["example"], name)
                for key, part in value.items(): examples(part, name + "/" + key)
            elif isinstance(value, list):
                for part in value: examples(part, name)
        examples(document["paths"], ""), examples(document["components"]["responses"], "")
        """
}
