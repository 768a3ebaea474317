import ArgumentParser
import Foundation
import RotaFormats

/// Something that a server does, as it tells of itself in its OpenAPI document.
struct RemoteOperation: Sendable {
    struct Part: Sendable {
        /// `path`, `query`, `header` or `body`.
        let place: String
        let name: String
        let isRequired: Bool
        let words: String
        /// With what it refers to put in its place, one level deep.
        let schema: JSONContent
        let example: JSONContent?
    }

    /// As it is typed: `publish-rota`.
    let name: String
    let group: String
    let summary: String
    let method: String
    /// Below the API's address, with `{name}` for each part of it.
    let path: String
    /// In the order in which they are told: the address, the query, the headers, the members of the body.
    let parts: [Part]
    /// The media type of its body; nil: it takes none.
    let bodyType: String?
    /// Whether an Idempotency-Key makes it be done once.
    let takesKey: Bool
    /// What it means if all went well, where no body says it.
    let done: String

    /// - Parameter document: of OpenAPI.
    /// - Returns: by groups, in the document's order, then by name.
    static func all(in document: JSONContent) -> [RemoteOperation] {
        let groups = document["tags"]?.elements.compactMap { $0["name"]?.text } ?? []
        let schemas = document["components"]?["schemas"]?.members ?? [:]
        let operations = (document["paths"]?.members ?? [:]).flatMap { path, methods in
            methods.members.compactMap { RemoteOperation(path: path, method: $0, $1, schemas) }
        }
        return operations.sorted { one, two in
            let order = (groups.firstIndex(of: one.group) ?? .max, groups.firstIndex(of: two.group) ?? .max)
            return order.0 == order.1 ? one.name < two.name : order.0 < order.1
        }
    }

    private init?(path: String, method: String, _ content: JSONContent, _ schemas: [String: JSONContent]) {
        guard let id = content["operationId"]?.text else { return nil }
        func resolved(_ schema: JSONContent) -> JSONContent {
            let name = schema["$ref"]?.text?.split(separator: "/").last.map(String.init)
            return name.flatMap { schemas[$0] } ?? schema
        }
        name = Self.typed(id)
        group = content["tags"]?.elements.first?.text ?? ""
        summary = content["summary"]?.text ?? ""
        self.method = method.uppercased()
        self.path = path
        let declared = content["parameters"]?.elements ?? []
        takesKey = declared.contains { $0["name"]?.text == "Idempotency-Key" }
        var parts = declared.compactMap { parameter -> Part? in
            guard let name = parameter["name"]?.text, let place = parameter["in"]?.text,
                place != "header" || name == "If-Match"
            else { return nil }
            return Part(
                place: place, name: name, isRequired: parameter["required"] == .truth(true),
                words: parameter["description"]?.text ?? "", schema: resolved(parameter["schema"] ?? .null),
                example: parameter["example"])
        }
        let body = content["requestBody"]?["content"]?.members.first
        bodyType = body?.key
        if let body, body.key == "application/json" {
            let schema = resolved(body.value["schema"] ?? .null)
            let required = Set(schema["required"]?.elements.compactMap(\.text) ?? [])
            for (name, member) in (schema["properties"]?.members ?? [:]).sorted(by: { $0.key < $1.key }) {
                parts.append(
                    Part(
                        place: "body", name: name, isRequired: required.contains(name),
                        words: member["description"]?.text ?? "", schema: resolved(member),
                        example: body.value["example"]?[name]))
            }
        }
        self.parts = parts
        let good = content["responses"]?.members.filter { $0.key.hasPrefix("2") }.values.first
        done = good?["description"]?.text ?? ""
    }

    /// `publishRota` as it is typed: `publish-rota`.
    private static func typed(_ id: String) -> String {
        var text = ""
        var wasCapital = true
        for character in id {
            if character.isUppercase, !wasCapital { text += "-" }
            text += character.lowercased()
            wasCapital = character.isUppercase
        }
        return text
    }

    // MARK: What is typed

    /// - Parameters:
    ///   - arguments: `name=value` each.
    ///   - body: all of the body, instead of its members; nil: none.
    ///   - key: for the Idempotency-Key.
    /// - Throws: `ValidationError` that names what is wrong.
    func question(_ arguments: [String], body: [UInt8]?, key: String) throws -> RemoteServer.Question {
        var given: [String: String] = [:]
        for argument in arguments {
            let halves = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(halves[0])
            guard halves.count == 2 else {
                throw ValidationError("\(argument) is no value of anything; expected is name=value.")
            }
            guard parts.contains(where: { $0.name == name }) else {
                let known = parts.isEmpty ? "nothing" : parts.map(\.name).joined(separator: ", ")
                throw ValidationError("\(self.name) takes no \(name); it takes \(known).")
            }
            guard given.updateValue(String(halves[1]), forKey: name) == nil else {
                throw ValidationError("\(name) is there twice.")
            }
        }
        var question = RemoteServer.Question(method: method, path: path)
        var query: [String] = []
        var members: [String: JSONContent] = [:]
        for part in parts {
            guard let text = given[part.name] else {
                let isGiven = part.place == "body" && body != nil
                if part.isRequired, !isGiven { throw ValidationError(missing(part)) }
                continue
            }
            switch part.place {
            case "path": question.path = question.path.replacing("{\(part.name)}", with: Self.escaped(text))
            case "query": query.append("\(part.name)=\(Self.escaped(text))")
            case "header": question.headers[part.name] = text
            default: members[part.name] = try part.content(of: text)
            }
        }
        if !query.isEmpty { question.path += "?" + query.joined(separator: "&") }
        if takesKey { question.headers["Idempotency-Key"] = key }
        if let bodyType, body != nil || !members.isEmpty || bodyType == "application/json" {
            if body != nil, !members.isEmpty {
                throw ValidationError("Its body is a file, so no member of it can be typed: \(members.keys.sorted()).")
            }
            question.headers["Content-Type"] = bodyType
            question.body = try body ?? Array(JSONContent.object(members).jsonText().utf8)
        } else if body != nil {
            throw ValidationError("\(name) takes no body.")
        } else if bodyType != nil {
            throw ValidationError("\(name) needs --body with a file.")
        }
        return question
    }

    private func missing(_ part: Part) -> String {
        let value = part.example.flatMap { try? $0.text ?? $0.jsonText() }
        let example = value.map { ", such as \(part.name)=\($0)" } ?? ""
        return "\(part.name) is missing: \(part.words)\(example)."
    }

    static func escaped(_ text: String) -> String {
        let ascii = CharacterSet(charactersIn: "0"..."z")
        let plain = CharacterSet(charactersIn: "-._~").union(.alphanumerics.intersection(ascii))
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? text
    }

    // MARK: What is told

    /// What it takes, a line each.
    var help: String {
        var lines = ["\(name): \(summary).", ""]
        let width = parts.map(\.name.count).max() ?? 0
        for part in parts {
            let must = part.isRequired ? " (needed)" : ""
            lines.append("  \(part.name.padding(toLength: width, withPad: " ", startingAt: 0))  \(part.words)\(must)")
        }
        if let bodyType {
            let option = "--body".padding(toLength: max(width, 6), withPad: " ", startingAt: 0)
            lines.append("  \(option)  a file of \(bodyType)")
        }
        if parts.isEmpty, bodyType == nil { lines.append("  It takes nothing.") }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension RemoteOperation.Part {
    /// - Throws: `ValidationError` if it is none of its kind.
    fileprivate func content(of text: String) throws -> JSONContent {
        if schema["type"]?.text == "string" { return .text(text) }
        guard let content = JSONContent.read(Array(text.utf8)).content else {
            let kind = schema["type"]?.text ?? "value"
            throw ValidationError("\(name) is \(text); expected is JSON, of the kind \(kind).")
        }
        return content
    }
}
