internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// What a page's form has sent: names and values, each name once.
struct FormBody: Sendable {
    /// In bytes; a form has a few short fields.
    static let longest = 16 << 10
    static let type = "application/x-www-form-urlencoded"

    private let values: [String: String]

    /// - Throws: `ServerProblem` if it is too large or no form.
    init(_ request: Request) async throws {
        let type = request.headers[.contentType]?.prefix { $0 != ";" } ?? ""
        guard type == Self.type else { throw ServerProblem.badBody("a form") }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: Self.longest)
        } catch {
            throw ServerProblem.tooLarge(FormBody.longest)
        }
        do {
            values = try URLEncodedFormDecoder().decode([String: String].self, from: String(buffer: body))
        } catch {
            throw ServerProblem.badBody("a form with each field once")
        }
    }

    subscript(name: String) -> String? { values[name] }

    /// A whole number, if the field is there and not empty.
    ///
    /// - Throws: `ServerProblem` if there is something else in it.
    func number<Number: FixedWidthInteger>(_ name: String) throws(ServerProblem) -> Number? {
        guard let text = values[name], !text.isEmpty else { return nil }
        guard let number = Number(text) else { throw .badValue(name, text, expected: "a whole number") }
        return number
    }
}
