import Foundation
import HTTPTypes
import Hummingbird
import RouterTestKit
import Testing

/// Keeps cookies and sends them along, as a browser does, and follows nothing by itself.
struct Browser {
    let client: any TestClient
    var cookies: [String: String] = [:]

    init(_ client: any TestClient) {
        self.client = client
    }

    mutating func get(_ address: String, headers: HTTPFields = [:]) async throws -> TestResponse {
        try await ask(.get, address, headers: headers)
    }

    mutating func post(_ address: String, _ form: String = "", headers: HTTPFields = [:]) async throws -> TestResponse {
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await ask(.post, address, headers: headers, body: ByteBuffer(string: form))
    }

    /// Sends a page's form, with what that page's forms carry along.
    mutating func send(_ form: String = "", to address: String, from page: String) async throws -> TestResponse {
        let text = try await get(page).text
        let token = try #require(text.firstMatch(of: /name="form" value="([^"]+)"/)?.1, "\(page) has no form")
        return try await post(address, "form=\(token)&\(form)")
    }

    private mutating func ask(
        _ method: HTTPRequest.Method, _ address: String, headers: HTTPFields, body: ByteBuffer? = nil
    ) async throws -> TestResponse {
        var headers = headers
        if !cookies.isEmpty { headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        let response = try await client.execute(uri: address, method: method, headers: headers, body: body) { $0 }
        for cookie in response.headers[values: .setCookie] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = cookie.contains("Max-Age=0") ? nil : String(pair[1])
        }
        return response
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }

    /// Where a page leads on to by itself.
    var onward: String? {
        text.firstMatch(of: /http-equiv="refresh" content="0;url=([^"]+)"/).map {
            String($0.1).replacing("&amp;", with: "&")
        }
    }

    /// Why what was asked for was not done, as the page tells it.
    var refusal: String? {
        text.firstMatch(of: /class="refusal(?: lines)?" role="alert">([^<]+)</).map { String($0.1) }
    }
}
