internal import Foundation
internal import RotaFormats
internal import RotaModel

/// What is wrong with a part of a request, and where.
struct RequestFault: Hashable, Sendable, Encodable {
    /// In the body: an RFC 6901 JSON pointer.
    var pointer: String?
    /// Of the address or the header.
    var parameter: String?
    /// The value, what was expected, and the way out.
    let detail: String
}

extension JSONSchema {
    /// All that is wrong with a value, up to `most` things.
    ///
    /// - Parameter place: the value's JSON pointer.
    func faults(in value: JSONContent, at place: String = "", most: Int = 20) -> [RequestFault] {
        switch (self, value) {
        case (.named(_, let schema), _): return schema.faults(in: value, at: place, most: most)
        case (.text(let shape), .text(let text)): return shape.fault(in: text).map { [Self.fault(place, $0)] } ?? []
        case (.whole(let least, let most), .whole(let number)):
            guard (least ?? .min)...(most ?? .max) ~= number else { break }
            return []
        case (.fraction, .whole), (.fraction, .fraction), (.truth, .truth), (.document, .object): return []
        case (.list(let element, let least, let longest), .list(let elements)):
            guard (least...(longest ?? .max)).contains(elements.count) else { break }
            return Self.first(most, Array(zip(elements.indices, elements))) { number, value, room in
                element.faults(in: value, at: "\(place)/\(number)", most: room)
            }
        case (.object(let fields), .object(let members)): return Self.faults(of: members, fields, at: place, most: most)
        default: break
        }
        return [Self.fault(place, "\(shown(value)) stands where \(expected) is expected.")]
    }

    private static func fault(_ place: String, _ detail: String) -> RequestFault {
        RequestFault(pointer: place, detail: detail)
    }

    /// The first faults of the parts of a value.
    private static func first<Number, Part>(
        _ most: Int, _ parts: some Sequence<(Number, Part)>, _ faults: (Number, Part, Int) -> [RequestFault]
    ) -> [RequestFault] {
        var found: [RequestFault] = []
        for (number, part) in parts {
            if found.count >= most { break }
            found += faults(number, part, most - found.count)
        }
        return found
    }

    private static func faults(
        of members: [String: JSONContent], _ fields: [Field], at place: String, most: Int
    ) -> [RequestFault] {
        let names = fields.map(\.name)
        let unknown = members.keys.filter { !names.contains($0) }.sorted().map { name in
            let near = NearMiss.hint(for: name, in: names)
            let known = names.isEmpty ? "none" : names.joined(separator: ", ")
            return fault(
                place + "/" + escaped(name), "There is no such member here.\(near.isEmpty ? " Known: \(known)." : near)"
            )
        }
        let missing = fields.filter { $0.isRequired && members[$0.name] == nil }.map { field in
            fault(place, "\(field.name) is missing: \(field.words).")
        }
        let wrong = first(most, fields.map { ($0.name, $0.schema) }) { name, schema, room in
            members[name].map { schema.faults(in: $0, at: "\(place)/\(name)", most: room) } ?? []
        }
        return Array((missing + unknown + wrong).prefix(most))
    }

    private static func escaped(_ key: String) -> String {
        String(key.prefix(80)).replacing("~", with: "~0").replacing("/", with: "~1")
    }

    /// What stands there, as messages tell it.
    private func shown(_ value: JSONContent) -> String {
        switch value {
        case .object: "an object"
        case .list(let elements): elements.isEmpty ? "an empty list" : "a list of \(elements.count)"
        case .text(let text):
            if case .text(let shape) = self, !shape.isShown { "a text" } else { TextShape.quoted(text) }
        case .whole(let number): "\(number)"
        case .fraction(let number): "\(number)"
        case .truth(let truth): "\(truth)"
        case .null: "null"
        }
    }

    /// What should stand there, as messages tell it.
    var expected: String {
        switch self {
        case .text(let shape): shape.expected
        case .whole(let least?, let most?) where most < .max: "a whole number from \(least) to \(most)"
        case .whole(let least?, _): "a whole number from \(least) on"
        case .whole: "a whole number"
        case .fraction: "a number"
        case .truth: "true or false"
        case .list(let element, let least, let most):
            "a list\(most.map { " of \(least) to \($0)" } ?? ""), each \(element.expected)"
        case .object, .document: "an object"
        case .named(_, let schema): schema.expected
        }
    }
}

extension JSONSchema.TextShape {
    /// What is wrong with a text; nil if nothing is.
    func fault(in text: String) -> String? {
        let length = text.unicodeScalars.count
        let isKnown = choices?.contains { $0.utf8.elementsEqual(text.utf8) } ?? true
        if (least...(most ?? .max)).contains(length), isKnown, isOfFormat(text), hasOwnLetters(text) { return nil }
        let near = isShown ? choices.map { NearMiss.hint(for: text, in: $0) } ?? "" : ""
        return
            "\(isShown ? Self.quoted(text) : "a text of \(length) characters") stands where \(expected) is expected.\(near)"
    }

    /// Whether it has no letter that no text of its kind has.
    private func hasOwnLetters(_ text: String) -> Bool {
        guard isName else { return !text.utf8.contains(0) }
        return !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
            && text.first?.isWhitespace == false && text.last?.isWhitespace == false
    }

    private func isOfFormat(_ text: String) -> Bool {
        switch format {
        case .date: CalendarDate(text) != nil
        case .instant: Instant(rfc3339: text) != nil
        case .clock: text.utf8.count == 5 && LocalTime(text) != nil
        case .address, nil: true
        }
    }

    var expected: String {
        if let choices { return choices.map { "“\($0)”" }.joined(separator: ", ") }
        switch format {
        case .date: return "a date like “2026-01-05”"
        case .instant: return "a time like “2026-01-05T07:00:00Z”"
        case .clock: return "a time on the clock like “07:00”"
        case .address: return "an address"
        case nil:
            let length = most.map { " of \(least) to \($0) characters" } ?? ""
            return isName
                ? "a name\(length), none of them a control character, without space around it" : "a text\(length)"
        }
    }

    static func quoted(_ text: String) -> String { "“\(text.prefix(60))\(text.count > 60 ? "…" : "")”" }
}

extension Instant {
    /// A time of RFC 3339, in any offset; parts of a second are cut off. Nil for anything else.
    init?(rfc3339 text: String) {
        let shape = #/\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)/#
        guard text.utf8.count <= 64, let match = text.wholeMatch(of: shape) else { return nil }
        let whole = text.uppercased().replacing(String(match.1 ?? ""), with: "")
        guard let date = try? Date(whole, strategy: .iso8601) else { return nil }
        self.init(seconds: Int(date.timeIntervalSince1970))
    }

    /// RFC 3339, UTC.
    var rfc3339: String { Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601) }
}
