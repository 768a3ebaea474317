internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import RotaModel

/// What a page's form has sent: names and values, each name once.
struct FormBody: Sendable {
    /// In bytes; a form has a few short fields.
    static let longest = 16 << 10
    static let type = "application/x-www-form-urlencoded"

    private let values: [String: String]

    init(_ values: [String: String]) {
        self.values = values
    }

    /// - Parameter most: in bytes.
    /// - Throws: `ServerProblem` if it is too large or no form.
    init(_ request: Request, upTo most: Int = FormBody.longest) async throws {
        let type = request.headers[.contentType]?.prefix { $0 != ";" } ?? ""
        guard type == Self.type else { throw ServerProblem.badBody("a form") }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: most)
        } catch {
            throw ServerProblem.tooLarge(most)
        }
        do {
            values = try URLEncodedFormDecoder().decode([String: String].self, from: String(buffer: body))
        } catch {
            throw ServerProblem.badBody("a form with each field once")
        }
    }

    subscript(name: String) -> String? { values[name] }

    /// What is typed in a field of one line, without white space at its ends; empty if there is none.
    func text(_ name: String) -> String { (values[name] ?? "").trimmingCharacters(in: .whitespaces) }

    /// What the names of fields go on with after `prefix`, in order.
    func names(after prefix: String) -> [String] {
        values.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }.sorted()
    }

    /// The same with something else in one field.
    func setting(_ name: String, to value: String) -> FormBody {
        var values = values
        values[name] = value
        return FormBody(values)
    }

    /// A whole number, if the field is there and not empty.
    ///
    /// - Throws: `ServerProblem` if there is something else in it.
    func number<Number: FixedWidthInteger>(_ name: String) throws(ServerProblem) -> Number? {
        guard let text = values[name], !text.isEmpty else { return nil }
        guard let number = Number(text) else { throw .badValue(name, text, expected: "a whole number") }
        return number
    }

    /// A date, if the field is there and not empty.
    ///
    /// - Throws: `ServerProblem` if there is something else in it.
    func date(_ name: String) throws(ServerProblem) -> CalendarDate? {
        guard let text = values[name], !text.isEmpty else { return nil }
        guard let date = CalendarDate(text) else { throw .badValue(name, text, expected: "a date such as 2026-01-31") }
        return date
    }

    /// A time of day, if the field is there and not empty.
    ///
    /// - Throws: `ServerProblem` if there is something else in it.
    func time(_ name: String) throws(ServerProblem) -> LocalTime? {
        guard let text = values[name], !text.isEmpty else { return nil }
        guard let time = LocalTime(text) else { throw .badValue(name, text, expected: "a time such as 14:30") }
        return time
    }

    /// What is typed in a field of several lines; browsers send line breaks as the net has them.
    func lines(_ name: String) -> String { (values[name] ?? "").replacing("\r\n", with: "\n") }
}
